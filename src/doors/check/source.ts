import { readFile, stat } from 'node:fs/promises'
import { limits } from '../ics/scan.ts'
import { cannot } from './trouble.ts'

const timeoutMs = 30_000
const mostRedirects = 5

const tooLarge = () => cannot('too-much', 'The file is larger than 50 MB')

/** An address of the web, as calendars are published: webcal means https. Null for the name of a file. */
function addressOf(source: string): URL | null {
  const text = source.replace(/^webcals?:\/\//i, 'https://')
  return /^https?:\/\//i.test(text) ? URL.parse(text) : null
}

const isHere = (url: URL) => ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)

/** Only https goes over the wire; plain http only to this machine. */
function allowed(url: URL): URL {
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isHere(url))) return url
  throw cannot('bad-input', 'Only https addresses are fetched: what is in a calendar is nobody else’s to read')
}

async function bodyOf(response: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body ?? []) {
    size += part.length
    if (size > limits.bytes) throw tooLarge()
    parts.push(part)
  }
  return Buffer.concat(parts)
}

async function follow(url: URL, signal: AbortSignal): Promise<Response> {
  let at = allowed(url)
  for (let hops = 0; hops <= mostRedirects; hops++) {
    const response = await fetch(at, { redirect: 'manual', signal, headers: { accept: 'text/calendar, */*;q=0.1' } })
    const next = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null
    if (next === null) return response
    const to = URL.parse(next, at)
    if (!to) break
    at = allowed(to)
  }
  throw cannot('bad-input', 'The address only leads on to other addresses')
}

async function fetched(url: URL): Promise<Uint8Array> {
  try {
    const response = await follow(url, AbortSignal.timeout(timeoutMs))
    if (!response.ok) throw cannot('not-there', `${url.host} answered ${response.status}`)
    return await bodyOf(response)
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError')
      throw cannot('not-there', `${url.host} did not answer within ${timeoutMs / 1000} seconds`)
    if (error instanceof TypeError) throw cannot('not-there', `${url.host} could not be reached`)
    throw error
  }
}

const why: Record<string, string> = {
  ENOENT: 'There is no such file',
  EACCES: 'This file may not be read',
  EISDIR: 'This is a folder, not a file',
}

/** The bytes of a file, at most 50 MB. */
export async function fileBytes(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path)
    if (size > limits.bytes) throw tooLarge()
    return await readFile(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (why[code]) throw cannot(code === 'ENOENT' ? 'not-there' : 'bad-input', `${why[code]}: ${path}`)
    throw error
  }
}

/**
 * The bytes of a calendar: a file, or an https or webcal address, at most 50 MB, within 30 seconds.
 * Throws `CannotCheck` where there is nothing to read.
 */
export async function bytesOf(source: string): Promise<Uint8Array> {
  const url = addressOf(source)
  if (url) return fetched(url)
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(source))
    throw cannot('bad-input', 'Only files, https and webcal addresses can be read')
  return fileBytes(source)
}
