import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

// The suite starts Equerry some two hundred times: each after the first finds its sources compiled.
const compiled = join(tmpdir(), `equerry-compiled-${userInfo().uid}`)
const folders = ['src', 'bench', 'lint', 'scripts']
const tests = folders.map((folder) => `${folder}/**/*.test.{ts,tsx}`)
/** Whatever takes minutes by itself: every operation asked by everybody, every page in every look, a process killed on the way. */
const long = ['e2e', ...folders].map((folder) => `${folder}/**/*.long.test.ts`)

export default defineConfig({
  test: {
    env: { TZ: 'Asia/Kathmandu', NODE_COMPILE_CACHE: compiled },
    globalSetup: ['src/platform/postgres/testing-setup.ts'],
    // Most of the time one waits for a browser or a database, on two cores as well.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // What is waited for comes when it comes; a second is short for a screen on a busy machine.
    expect: { poll: { timeout: 20_000 } },
    projects: [
      { extends: true, test: { name: 'quick', include: tests, exclude: long } },
      { extends: true, test: { name: 'browser', include: ['e2e/**/*.test.ts'], exclude: long } },
      { extends: true, test: { name: 'long', include: long } },
    ],
  },
})
