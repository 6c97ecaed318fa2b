import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { linkSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ask, own } from './owner.ts'

let data = ''
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'equerry-owner-'))
})
afterEach(() => rmSync(data, { recursive: true, force: true }))

const address = () => 'http://localhost:4170'

test('a second Equerry on a folder is refused with the address of the first', async () => {
  const first = await own(data, address)
  await expect(own(data, () => 'http://localhost:5000')).rejects.toThrow('http://localhost:4170')
  await first.stop()
  await (await own(data, address)).stop()
})

test('only the owner of the folder may speak to the socket', async () => {
  const first = await own(data, address)
  expect(statSync(join(data, 'equerry.sock')).mode & 0o777).toBe(0o600)
  await first.stop()
})

test('of many that start at once on a folder, also on one that a killed Equerry left, one gets it', async () => {
  for (let round = 0; round < 20; round++) {
    const dead = createServer().listen(join(data, 'equerry-0000000000.sock'))
    await once(dead, 'listening')
    linkSync(join(data, 'equerry-0000000000.sock'), join(data, 'equerry-0000000001.sock'))
    await new Promise((done) => dead.close(done))
    const all = await Promise.allSettled(Array.from({ length: 8 }, () => own(data, address)))
    const won = all.filter((one) => one.status === 'fulfilled')
    expect(won).toHaveLength(1)
    for (const one of won) await one.value.stop()
  }
})

test('a killed Equerry leaves its folder free', async () => {
  const script = `
    import { own } from ${JSON.stringify(join(import.meta.dirname, 'owner.ts'))}
    await own(${JSON.stringify(data)}, () => 'http://localhost:1')
    console.log('held')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  await expect(own(data, address)).rejects.toThrow('http://localhost:1')
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(await ask(data, '/address')).toBeNull()
  const next = await own(data, address)
  expect(await ask(data, '/address')).toMatchObject({ address: 'http://localhost:4170' })
  await next.stop()
})

test('a folder whose path is too long for a socket is held all the same', async () => {
  const long = join(data, 'a'.repeat(120))
  const first = await own(long, address)
  await expect(own(long, address)).rejects.toThrow('http://localhost:4170')
  expect(await ask(long, '/address')).toMatchObject({ address: 'http://localhost:4170' })
  await first.stop()
})
