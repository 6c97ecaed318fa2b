import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getConstructionPlans } from 'pg-boss'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeLog } from '../log.ts'
import type { Database } from '../postgres/database.ts'
import { testDatabase } from '../postgres/testing.ts'
import { startJobs } from './jobs.ts'
import { startSweeper } from './sweeper.ts'

const log = makeLog('silent')
let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.stop())

test('the migration is what this pg-boss asks for', () => {
  const file = readFileSync(join(import.meta.dirname, '../../../migrations/0004-jobs.sql'), 'utf8')
  const tables = getConstructionPlans('jobs', { createSchema: false })
    .replace(/^[\s\S]*?::bigint\);\n;\n/, '')
    .replace(/\s*COMMIT;\s*$/, '')
  expect(file).toContain(tables.trimEnd())
})

test('a job is done under a role that owns nothing, and never waits twice under one key', async () => {
  const seen: string[] = []
  const [given, done] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const jobs = await startJobs(
    database.connections.app,
    {
      due: async ({ id }) => {
        // Held until all were given, so that at most one of them is under way and one waits.
        await given.promise
        seen.push(id ?? '')
        if (seen.includes('one') && seen.includes('two')) done.resolve()
      },
    },
    log,
  )
  try {
    await Promise.all([1, 2, 3, 4, 5].map(() => jobs.give('due', 'one', { id: 'one' })))
    await jobs.give('due', 'two', { id: 'two' })
    given.resolve()
    await done.promise
    const ones = seen.filter((id) => id === 'one').length
    expect([1, 2]).toContain(ones)
    expect(seen.filter((id) => id === 'two')).toHaveLength(1)
  } finally {
    await jobs.stop()
  }
})

test('a sweep never begins while another is under way, and stopping waits for it', async () => {
  let [under, most, times] = [0, 0, 0]
  const twice = Promise.withResolvers<void>()
  const stop = startSweeper(
    async () => {
      most = Math.max(most, ++under)
      await new Promise((go) => setTimeout(go, 20))
      under--
      if (++times === 2) twice.resolve()
    },
    1,
    log,
  )
  await twice.promise
  await stop()
  expect({ under, most }).toEqual({ under: 0, most: 1 })
})
