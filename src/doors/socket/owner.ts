import { randomBytes } from 'node:crypto'
import { readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Cannot } from '../../platform/cannot.ts'
import { socketFolder } from '../../platform/postgres/socket.ts'

/** Another Equerry has this data folder. */
export class InUse extends Cannot {
  constructor(address: string) {
    super(`Equerry already runs on this folder: ${address}`)
  }
}

/** A link to the socket of whoever owns the folder. */
const name = 'equerry.sock'
/** A socket's own name is never used twice, so one that nobody listens on can be removed whatever happens meanwhile. */
const ownName = () => `equerry-${randomBytes(5).toString('hex')}.sock`
const isOwnName = (file: string) => /^equerry-[0-9a-f]{10}\.sock$/.test(file)

/** The data folder, or a folder of our own where that path is too long for a socket. */
const folderOf = (data: string): string => socketFolder(data, null, ownName())

/**
 * One call to the Equerry that runs on this folder; null when none does.
 * @throws when it broke off: then nobody knows whether the call was answered.
 */
export async function ask(data: string, path: string, body: unknown = {}): Promise<unknown | null> {
  try {
    return await call(join(folderOf(data), name), path, body)
  } catch (error) {
    if (['ENOENT', 'ECONNREFUSED'].includes((error as NodeJS.ErrnoException).code ?? '')) return null
    throw error
  }
}

function call(socketPath: string, path: string, body: unknown, timeout = 0): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' }
    const asked = request({ socketPath, path, method: 'POST', headers, timeout }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (part) => {
        text += part
      })
      answer.on('end', () => resolve(JSON.parse(text)))
      answer.on('error', reject)
    })
    asked.on('timeout', () => asked.destroy(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' })))
    asked.on('error', reject)
    asked.end(JSON.stringify(body))
  })
}

export type Answerer = (path: string, body: unknown) => Promise<unknown>

/** What a socket says of itself: who owns the folder, or only wants to. */
type Claim = { readonly address: string; readonly owns: boolean }

/**
 * Takes the data folder for as long as this process lives. Only who may enter the 0700 folder can connect, and they act
 * without signing in.
 * @throws InUse with the first one's address.
 */
export async function own(
  data: string,
  address: () => string,
): Promise<{ answer: (answerer: Answerer) => void; stop: () => Promise<void> }> {
  const folder = folderOf(data)
  const mine = ownName()
  let owns = false
  let answerer: Answerer = async () => ({ starting: true })
  const claim = (): Claim => ({ address: address(), owns })
  const server = createServer(
    (asked, reply) => void serve(asked, reply, async (at, body) => (at === '/address' ? claim() : answerer(at, body))),
  )
  await listen(server, join(folder, mine))
  try {
    await standAlone(folder, mine)
    owns = true
    publish(folder, mine)
  } catch (error) {
    await closed(server)
    throw error
  }
  return {
    answer: (given) => {
      answerer = given
    },
    stop: async () => {
      rmSync(join(folder, name), { force: true })
      await closed(server)
    },
  }
}

/**
 * Everyone listens first and looks at the others afterwards, so of two that come at once at least one sees the other. An
 * owner is never displaced. Of those who only want the folder, the later name gives way at once, and the earlier waits
 * until it did, or until it turns out to have looked too early to see anybody and owns the folder.
 */
async function standAlone(folder: string, mine: string): Promise<void> {
  for (;;) {
    const others = readdirSync(folder).filter((file) => isOwnName(file) && file !== mine)
    const claims = await Promise.all(others.map(async (file) => ({ file, claim: await claimOf(folder, file) })))
    for (const { file, claim } of claims) if (claim === null) rmSync(join(folder, file), { force: true })
    const alive = claims.filter(({ claim }) => claim !== null)
    const winner = alive.find(({ file, claim }) => claim?.owns || file < mine)
    if (winner?.claim) throw new InUse(winner.claim.address)
    if (alive.length === 0) return
    await wait(5)
  }
}

/** Null when nobody listens there any more. */
async function claimOf(folder: string, file: string): Promise<Claim | null> {
  try {
    return (await call(join(folder, file), '/address', {}, 5000)) as Claim
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ETIMEDOUT') return null
    return { address: 'it does not answer at present', owns: true }
  }
}

function publish(folder: string, mine: string): void {
  const making = join(folder, `${mine}.link`)
  symlinkSync(mine, making)
  renameSync(making, join(folder, name))
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    const before = process.umask(0o177)
    server.listen(path, () => resolve())
    process.umask(before)
  })
}

const closed = (server: Server): Promise<void> =>
  new Promise((done) => {
    server.close(() => done())
    server.closeAllConnections()
  })

async function serve(asked: IncomingMessage, reply: ServerResponse, answerer: Answerer): Promise<void> {
  let text = ''
  asked.setEncoding('utf8')
  for await (const part of asked) text += part
  let answer: unknown
  try {
    answer = await answerer(asked.url ?? '/', text === '' ? {} : JSON.parse(text))
  } catch (error) {
    answer = { failed: error instanceof Error ? error.message : 'unknown' }
  }
  reply.setHeader('content-type', 'application/json')
  reply.end(JSON.stringify(answer))
}
