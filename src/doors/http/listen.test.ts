import { createServer } from 'node:net'
import { networkInterfaces } from 'node:os'
import { expect, test } from 'vitest'
import { listen } from './listen.ts'

const hasIpv6 = Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === '::1'))

test('both loopback addresses answer on one port, and nothing else listens', async () => {
  const door = await listen(null, 0)
  door.serve((_, reply) => reply.end('open'))
  try {
    for (const host of hasIpv6 ? ['127.0.0.1', '[::1]'] : ['127.0.0.1'])
      expect(await (await fetch(`http://${host}:${door.port}/`)).text()).toBe('open')
    const others = Object.values(networkInterfaces()).flatMap((all) => all ?? [])
    for (const { address } of others.filter(({ internal, family }) => !internal && family === 'IPv4'))
      await expect(fetch(`http://${address}:${door.port}/`)).rejects.toThrow()
  } finally {
    await door.close(0)
  }
})

test('who comes while Equerry starts waits, and is answered', async () => {
  const door = await listen(null, 0)
  const early = fetch(`http://127.0.0.1:${door.port}/`)
  door.serve((_, reply) => reply.end('open'))
  expect(await (await early).text()).toBe('open')
  await door.close(0)
})

test('closing lets what is under way end, but does not wait for ever', async () => {
  const door = await listen(null, 0)
  door.serve((asked, reply) => {
    if (asked.url === '/soon') setTimeout(() => reply.end('done'), 50)
    else reply.write('and so on')
  })
  const soon = fetch(`http://127.0.0.1:${door.port}/soon`)
  const endless = await fetch(`http://127.0.0.1:${door.port}/news`)
  const closing = door.close(200)
  expect(await (await soon).text()).toBe('done')
  await closing
  await expect(endless.text()).rejects.toThrow()
})

test('a port that is taken is said to be, with what to do', async () => {
  const other = createServer()
  const port = await new Promise<number>((done) => {
    other.listen(0, '127.0.0.1', () => done((other.address() as { port: number }).port))
  })
  await expect(listen(null, port)).rejects.toThrow(`Port ${port} is taken by another program; choose another`)
  await expect(listen('203.0.113.7', 0)).rejects.toThrow('This machine has no address 203.0.113.7')
  other.close()
})
