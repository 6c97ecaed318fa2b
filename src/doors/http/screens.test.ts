import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { screens } from './screens.ts'

const folder = mkdtempSync(join(tmpdir(), 'equerry-screens-'))
const code = 'export const desk = 1\n'.repeat(100)
const app = new Hono()
beforeAll(() => {
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Equerry</title>')
  writeFileSync(join(folder, 'assets', 'start-abc.js'), code)
  writeFileSync(join(folder, 'secret.key'), 'no')
  app.use(screens(folder))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })

test('every address of the desk is the page, which is asked for anew each time', async () => {
  for (const path of ['/', '/today', '/first/abc', '/secret.key', '/..%2f..%2fetc%2fpasswd']) {
    const answer = await get(path)
    expect(await answer.text()).toContain('<title>Equerry</title>')
    expect(answer.headers.get('cache-control')).toBe('no-cache')
  }
})

test('what carries its hash in its name is kept for good, and a missing one is missing', async () => {
  expect((await get('/assets/start-abc.js')).headers.get('cache-control')).toContain('immutable')
  expect((await get('/assets/start-old.js')).status).toBe(404)
})

test('it is sent packed as the browser likes best, and whole to one that takes no packing', async () => {
  const packed = async (accepted: string) => {
    const answer = await get('/assets/start-abc.js', { 'accept-encoding': accepted })
    return [answer.headers.get('content-encoding'), Buffer.from(await answer.arrayBuffer())] as const
  }
  const [br, brBody] = await packed('gzip, deflate, br, zstd')
  expect([br, brotliDecompressSync(brBody).toString()]).toEqual(['br', code])
  const [gz, gzBody] = await packed('br;q=0, gzip')
  expect([gz, gunzipSync(gzBody).toString()]).toEqual(['gzip', code])
  const [none, body] = await packed('identity')
  expect([none, body.toString()]).toEqual([null, code])
})

test('what the browser has already is not sent again', async () => {
  const etag = (await get('/')).headers.get('etag') ?? ''
  const again = await get('/', { 'if-none-match': etag })
  expect([again.status, await again.text()]).toEqual([304, ''])
})

test('the page stays what it was when the screens are built anew under a running desk', async () => {
  rmSync(join(folder, 'assets'), { recursive: true })
  expect((await get('/assets/start-abc.js')).status).toBe(200)
})
