import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import type { MiddlewareHandler } from 'hono'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** The built screens. Names under `assets/` carry a hash and never change; any other address is the app's own page. */
export const screens =
  (web: string): MiddlewareHandler =>
  async (context) => {
    const path = normalize(context.req.path)
    const isFile = extname(path) in types && !path.includes('..') && existsSync(join(web, path))
    if (!isFile && path.startsWith('/assets/')) return context.notFound()
    const file = isFile ? path : '/index.html'
    return context.body(await readFile(join(web, file)), 200, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    })
  }
