import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** A running Equerry as a script sees it: a process, its address, and the seconds it took until it said so. */
export type Running = {
  readonly process: ChildProcess
  readonly url: string
  readonly firstLink: string | null
  readonly ms: number
}

const home = join(import.meta.dirname, '..')

/** A port that was free a moment ago. */
export const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => done(port))
    })
  })

/** Starts Equerry as a person does and waits for its line. @throws when it ends before. */
export async function startEquerry(data: string, port: number): Promise<Running> {
  const begun = performance.now()
  const child = spawn(join(home, 'bin', 'equerry'), ['start', '--port', String(port), '--data', data], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, EQUERRY_LOG: 'warn' },
  })
  let noise = ''
  child.stderr.on('data', (text) => {
    noise += text
  })
  const ended = once(child, 'exit').then(() => Promise.reject(new Error(`Equerry did not start:\n${noise}`)))
  const line = await Promise.race([once(createInterface(child.stdout), 'line'), ended])
  ended.catch(() => {})
  const [, url = '', token] = /(http:\/\/localhost:\d+)(\/first\/\S+)?/.exec(String(line)) ?? []
  return { process: child, url, firstLink: token ? url + token : null, ms: performance.now() - begun }
}

export type Answer = { readonly status: number; readonly body: Record<string, unknown> }

/** Somebody who calls the desk's operations over HTTP, signed in by cookie. */
export type Caller = {
  readonly get: (operation: string, query?: Record<string, string>) => Promise<Answer>
  readonly change: (operation: string, input: unknown, key?: string) => Promise<Answer>
}

/** Spends a one-time link: opens the desk of an invented executive and sits down at it. */
export async function openDesk(firstLink: string): Promise<Caller> {
  const { origin, pathname } = new URL(firstLink)
  const person = {
    name: 'Ines Duarte',
    email: 'ines@okafor.example',
    password: 'a long invented password',
    role: 'assistant',
    executive: 'Dana Okafor',
    zone: 'Europe/London',
  }
  const answer = await fetch(`${origin}/api${pathname}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(person),
  })
  if (answer.status !== 200) throw new Error(`the desk could not be opened: ${await answer.text()}`)
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  return callerAt(origin, cookie)
}

const callerAt = (origin: string, cookie: string): Caller => ({
  get: (operation, query = {}) =>
    answerOf(fetch(`${addressOf(origin, operation)}?${new URLSearchParams(query)}`, { headers: { cookie } })),
  change: (operation, input, key) => {
    const form = input instanceof FormData
    const headers = {
      cookie,
      ...(key !== undefined && { 'idempotency-key': key }),
      ...(!form && { 'content-type': 'application/json' }),
    }
    const body = form ? input : JSON.stringify(input)
    return answerOf(fetch(addressOf(origin, operation), { method: 'POST', headers, body }))
  },
})

const addressOf = (origin: string, operation: string) => `${origin}/api/${operation.replaceAll('.', '/')}`

async function answerOf(asked: Promise<Response>): Promise<Answer> {
  const answer = await asked
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}
