import { renameSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { Cannot } from '../../platform/cannot.ts'
import { socketFolder } from '../../platform/postgres/socket.ts'

/** Another Equerry has this data folder. */
export class InUse extends Cannot {
  constructor(address: string) {
    super(`Equerry already runs on this folder: ${address}`)
  }
}

/** `equerry.sock` in the data folder, or in a folder of our own where that path is too long for a socket. */
const socketOf = (data: string): string => join(socketFolder(data, null, 'equerry.sock.moved'), 'equerry.sock')

export type Ask = { readonly call: string; readonly body: unknown }

/** One call to the Equerry that runs on this folder; null when none does. */
export const ask = (data: string, path: string, body: unknown = {}): Promise<unknown | null> =>
  askAt(socketOf(data), path, body)

function askAt(socketPath: string, path: string, body: unknown): Promise<unknown | null> {
  return new Promise((resolve, reject) => {
    const call = request(
      { socketPath, path, method: 'POST', headers: { 'content-type': 'application/json' } },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8')
        answer.on('data', (part) => {
          text += part
        })
        answer.on('end', () => resolve(JSON.parse(text)))
        answer.on('error', reject)
      },
    )
    call.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ENOENT' || error.code === 'ECONNREFUSED' ? resolve(null) : reject(error),
    )
    call.end(JSON.stringify(body))
  })
}

export type Answerer = (path: string, body: unknown) => Promise<unknown>

/**
 * Takes the data folder: whoever listens on its socket owns it. Only who may enter the 0700 folder can connect, and they
 * act without signing in.
 * @throws InUse with the first one's address.
 */
export async function own(
  data: string,
  address: () => string,
): Promise<{ answer: (answerer: Answerer) => void; stop: () => void }> {
  const path = socketOf(data)
  await clearLeft(path)
  let answerer: Answerer = async () => ({ starting: true })
  const server = createServer(
    (call, reply) =>
      void serve(call, reply, async (at, body) => (at === '/address' ? { address: address() } : answerer(at, body))),
  )
  await listen(server, path, data)
  return {
    answer: (given) => {
      answerer = given
    },
    stop: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

/**
 * Where nobody answers, the socket was left by one that was killed. It is moved aside before it is removed: if another
 * Equerry took the folder in that moment, it gets its socket back.
 */
async function clearLeft(path: string): Promise<void> {
  await refuseIfAnswered(path)
  const aside = `${path}.moved`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  try {
    await refuseIfAnswered(aside)
  } catch (error) {
    renameSync(aside, path)
    throw error
  }
  rmSync(aside, { force: true })
}

async function refuseIfAnswered(path: string): Promise<void> {
  const other = (await askAt(path, '/address', {})) as { address: string } | null
  if (other !== null) throw new InUse(other.address)
}

function listen(server: Server, path: string, data: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new InUse(data) : error),
    )
    const before = process.umask(0o177)
    server.listen(path, () => resolve())
    process.umask(before)
  })
}

async function serve(call: IncomingMessage, reply: ServerResponse, answerer: Answerer): Promise<void> {
  let text = ''
  call.setEncoding('utf8')
  for await (const part of call) text += part
  let answer: unknown
  try {
    answer = await answerer(call.url ?? '/', text === '' ? {} : JSON.parse(text))
  } catch (error) {
    answer = { failed: error instanceof Error ? error.message : 'unknown' }
  }
  reply.setHeader('content-type', 'application/json')
  reply.end(JSON.stringify(answer))
}
