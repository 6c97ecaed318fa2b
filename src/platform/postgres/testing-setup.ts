import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { makeLog } from '../log.ts'
import { bringUp } from './database.ts'
import { startEmbedded, superuser } from './embedded.ts'
import { configOf, prepareEmbedded, prepareServer } from './roles.ts'

/** One server for the whole run, with a template that every test file's database is cloned from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const data = mkdtempSync(join(tmpdir(), 'equerry-test-'))
  const url = process.env.DATABASE_URL
  const embedded = url ? null : await startEmbedded(data, makeLog('silent'))
  const template = 'equerry_template'
  const connections = embedded
    ? await prepareEmbedded(embedded.socket, template)
    : await prepareServer({ url: url as string, appUrl: null, authUrl: null }, data)
  await bringUp(connections)
  const own = url ? configOf(url, 'DATABASE_URL') : null
  const admin = embedded
    ? { host: embedded.socket, user: superuser, database: 'postgres' }
    : { ...own, database: 'postgres' }
  project.provide('postgres', { admin, template: own?.database ?? template, connections })
  return async () => {
    await embedded?.stop()
    rmSync(data, { recursive: true, force: true })
  }
}
