import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'

const types: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
}
/** Already compressed as they are. */
const dense = new Set(['.woff2', '.png', '.ico'])

type Encoding = 'br' | 'gzip'
type Screen = {
  readonly type: string
  readonly etag: string
  /** Its name holds the hash of its content. */
  readonly lasting: boolean
  readonly body: Uint8Array<ArrayBuffer>
  readonly packed: Map<Encoding, Promise<Uint8Array<ArrayBuffer>>> | null
}

const pack: { readonly [encoding in Encoding]: (body: Uint8Array) => Promise<Uint8Array<ArrayBuffer>> } = {
  br: (body) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (body) => promisify(gzip)(body),
}

/**
 * The built screens, kept in memory so that building them anew never pulls a file from under a running desk.
 * An address that is no file is the page itself, which knows its own addresses.
 */
export function screens(folder: string): MiddlewareHandler {
  const files = load(folder)
  return async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next()
    const { path } = c.req
    const found = files.get(path) ?? (path.startsWith('/assets/') ? undefined : files.get('/index.html'))
    if (!found) return next()
    c.header('Cache-Control', found.lasting ? 'public, max-age=31536000, immutable' : 'no-cache')
    c.header('ETag', found.etag)
    c.header('Vary', 'Accept-Encoding')
    if (c.req.header('if-none-match') === found.etag) return c.body(null, 304)
    c.header('Content-Type', found.type)
    const encoding = found.packed && wanted(c.req.header('accept-encoding') ?? '')
    if (!encoding || !found.packed) return c.body(found.body)
    let packed = found.packed.get(encoding)
    if (!packed) {
      packed = pack[encoding](found.body)
      found.packed.set(encoding, packed)
    }
    c.header('Content-Encoding', encoding)
    return c.body(await packed)
  }
}

/** The best of ours that the reader takes; RFC 9110 §12.5.3, where weight 0 means no. */
function wanted(header: string): Encoding | null {
  const takes = new Map(
    header.split(',').map((part) => {
      const [name = '', ...rest] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/)
      const weight = rest.find((each) => each.startsWith('q='))
      return [name, weight === undefined ? 1 : Number(weight.slice(2))] as const
    }),
  )
  return (['br', 'gzip'] as const).find((each) => (takes.get(each) ?? 0) > 0) ?? null
}

function load(folder: string): ReadonlyMap<string, Screen> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
  return new Map(
    names
      .filter((entry) => entry.isFile() && extname(entry.name) in types)
      .map((entry) => {
        const full = join(entry.parentPath, entry.name)
        const address = full.slice(folder.length).replaceAll('\\', '/')
        return [address, screen(address, new Uint8Array(readFileSync(full)))]
      }),
  )
}

function screen(address: string, body: Uint8Array<ArrayBuffer>): Screen {
  return {
    type: types[extname(address)] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`,
    lasting: address.startsWith('/assets/'),
    body,
    packed: dense.has(extname(address)) || body.length < 1024 ? null : new Map(),
  }
}
