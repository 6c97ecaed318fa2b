import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { arch, platform, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const home = join(import.meta.dirname, '..')
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'equerry-launcher-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A program of that name that answers with one line. */
function program(path: string, line: string): void {
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, `#!/bin/sh\necho "${line}"\n`)
  chmodSync(path, 0o755)
}

const run = (path: string, env: Record<string, string> = {}) =>
  spawnSync(path, ['--help'], { encoding: 'utf8', env: { PATH: '/usr/bin:/bin', ...env } })

const node = `${platform() === 'darwin' && arch() === 'arm64' ? 'node-bin' : 'node'}-${platform()}-${arch()}`

test('the launcher runs on the Node that npm put beside it, whatever the system has', () => {
  program(join(folder, 'system', 'node'), 'the wrong one')
  const done = run(join(home, 'bin', 'equerry'), { PATH: `${join(folder, 'system')}:/usr/bin:/bin` })
  expect(done.stdout).toContain('Usage: equerry')
})

test('it is found by a link from anywhere, and finds a Node that npm put some folders up', () => {
  const installed = join(folder, 'node_modules', 'equerry')
  mkdirSync(join(installed, 'bin'), { recursive: true })
  cpSync(join(home, 'bin', 'equerry'), join(installed, 'bin', 'equerry'))
  program(join(folder, 'node_modules', node, 'bin', 'node'), 'ran $1')
  mkdirSync(join(folder, 'node_modules', '.bin'))
  symlinkSync('../equerry/bin/equerry', join(folder, 'node_modules', '.bin', 'equerry'))
  symlinkSync(join('node_modules', '.bin', 'equerry'), join(folder, 'equerry'))
  expect(run(join(folder, 'equerry')).stdout).toMatch(/ran \S+\/node_modules\/equerry\/dist\/cli\.js\n/)
})

test('where its Node is missing, or the system is none it runs on, it says so', () => {
  mkdirSync(join(folder, 'bin'))
  cpSync(join(home, 'bin', 'equerry'), join(folder, 'bin', 'equerry'))
  expect(run(join(folder, 'bin', 'equerry'))).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('run `npm ci`'),
  })
  program(join(folder, 'system', 'uname'), 'FreeBSD amd64')
  expect(run(join(home, 'bin', 'equerry'), { PATH: `${join(folder, 'system')}:/usr/bin:/bin` })).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('Equerry runs on Linux (glibc) and macOS'),
  })
})
