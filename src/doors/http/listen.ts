import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Cannot } from '../../platform/cannot.ts'

export type Listening = {
  readonly port: number
  /** Requests that came before this wait for it. */
  readonly serve: (listener: RequestListener) => void
  /** Answers what is under way, for at most `graceMs`, and takes nothing new. */
  readonly close: (graceMs: number) => Promise<void>
}

/** The address cannot be listened on: why, and what to do. */
export class PortTaken extends Cannot {}

const missing = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL'])
const loopback = ['127.0.0.1', '::1'] as const

/**
 * Listens on both loopback addresses, or on `host` alone. Port 0 takes one that is free on both.
 * @throws PortTaken in words a person can act on.
 */
export async function listen(host: string | null, port: number): Promise<Listening> {
  for (let tries = 0; ; tries++) {
    try {
      return await listenOnce(host === null ? loopback : [host], port)
    } catch (error) {
      // The free port of one family may be taken in the other.
      if (port === 0 && tries < 20 && codeOf(error) === 'EADDRINUSE') continue
      throw new PortTaken(whyNot(error, host, port))
    }
  }
}

async function listenOnce(hosts: readonly string[], wanted: number): Promise<Listening> {
  let served: (listener: RequestListener) => void = () => {}
  const ready = new Promise<RequestListener>((done) => {
    served = done
  })
  let now: RequestListener = async (incoming, outgoing) => (await ready)(incoming, outgoing)
  const servers: Server[] = []
  let port = wanted
  for (const host of hosts) {
    const server = createServer((incoming, outgoing) => now(incoming, outgoing))
    try {
      port = await bound(server, host, port)
      servers.push(server)
    } catch (error) {
      // A machine without IPv6 has one loopback address.
      if (servers.length > 0 && missing.has(codeOf(error))) continue
      for (const other of servers) other.close()
      throw error
    }
  }
  return {
    port,
    serve: (listener) => {
      now = listener
      served(listener)
    },
    close: async (graceMs) => {
      await Promise.all(servers.map((server) => closed(server, graceMs)))
    },
  }
}

const bound = (server: Server, host: string, port: number) =>
  new Promise<number>((done, failed) => {
    server.once('error', failed)
    server.listen({ host, port, ipv6Only: host === '::1' }, () => done((server.address() as AddressInfo).port))
  })

function closed(server: Server, graceMs: number): Promise<void> {
  return new Promise((done) => {
    const enough = setTimeout(() => server.closeAllConnections(), graceMs)
    server.close(() => {
      clearTimeout(enough)
      done()
    })
    server.closeIdleConnections()
  })
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? ''

function whyNot(error: unknown, host: string | null, port: number): string {
  const code = codeOf(error)
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program; choose another with --port N or PORT (0: any free one).`
  if (code === 'EACCES') return `Port ${port} may not be listened on by this user; choose one above 1023.`
  if (missing.has(code) || code === 'ENOTFOUND') return `This machine has no address ${host}; give --host one it has.`
  return `Port ${port} cannot be listened on: ${error instanceof Error ? error.message : code}`
}
