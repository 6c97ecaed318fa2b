import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { makeLog } from '../log.ts'
import { bringUp } from './database.ts'
import { startEmbedded, superuser } from './embedded.ts'
import { type Connections, configOf, prepareEmbedded, prepareServer } from './roles.ts'

/**
 * One server for the whole run, ours or the one `DATABASE_URL` names, with a template that every test file's database is
 * cloned from. The tests do not see the address itself, or whatever they start would work on that database.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env.DATABASE_URL
  delete process.env.DATABASE_URL
  const data = mkdtempSync(join(tmpdir(), 'equerry-test-'))
  const server = url ? await theirs(url, data) : await ours(data)
  await bringUp(server.connections)
  const { admin, template, connections } = server
  project.provide('postgres', { admin, template, connections, ours: !url })
  return async () => {
    await server.stop()
    rmSync(data, { recursive: true, force: true })
  }
}

type Server = {
  readonly admin: pg.ClientConfig
  readonly template: string
  readonly connections: Connections
  readonly stop: () => Promise<unknown>
}

async function ours(data: string): Promise<Server> {
  const { socket, stop } = await startEmbedded(data, makeLog('silent'))
  const template = 'equerry_template'
  const admin = { host: socket, user: superuser, database: 'postgres' }
  // It is thrown away: nothing has to outlive the machine. What has to is killed fifty times by `npm run kill`.
  await as(
    admin,
    ...['fsync', 'full_page_writes', 'synchronous_commit'].map((name) => `alter system set ${name} = off`),
  )
  await as(admin, 'select pg_reload_conf()')
  return { admin, template, connections: await prepareEmbedded(socket, template), stop }
}

async function theirs(url: string, data: string): Promise<Server> {
  const admin = configOf(url, 'DATABASE_URL')
  const template = `equerry_template_${randomBytes(4).toString('hex')}`
  await as(admin, `create database ${template}`)
  const connections = await prepareServer({ url: addressOf(admin, template), appUrl: null, authUrl: null }, data)
  const { app, auth } = connections.roles
  const drops = [`drop database ${template} with (force)`, `drop role "${app}"`, `drop role "${auth}"`]
  return { admin, template, connections, stop: () => as(admin, ...drops) }
}

async function as(config: pg.ClientConfig, ...statements: readonly string[]): Promise<void> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    for (const sql of statements) await client.query(sql)
  } finally {
    await client.end()
  }
}

/** The address of another database on the same server, as a person would give it. */
export const addressOf = (
  { user = '', password, host = '', port = 5432 }: pg.ClientConfig,
  database: string,
): string => {
  const secret = typeof password === 'string' ? `:${encodeURIComponent(password)}` : ''
  return `postgres://${encodeURIComponent(user)}${secret}@${encodeURIComponent(host)}:${port}/${database}`
}
