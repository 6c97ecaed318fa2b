import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { makeLog } from '../log.ts'
import { type Database, open } from './database.ts'
import type { Connections } from './roles.ts'
import { addressOf } from './testing-setup.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: {
      admin: pg.ClientConfig
      template: string
      connections: Connections
      /** A server of our own, not one that `DATABASE_URL` names. */
      ours: boolean
    }
  }
}

/**
 * A database of its own for a test file, cloned from one that is already up to date, on a real server: ours, or the one
 * `DATABASE_URL` names. Stop it when done; it is dropped.
 */
export async function testDatabase(): Promise<Database> {
  const { admin, template, connections, ours } = inject('postgres')
  const name = `equerry_test_${randomBytes(6).toString('hex')}`
  await asAdmin(admin, `create database ${name} template ${template} owner "${connections.migrator.user}"`)
  const onto = (config: pg.ClientConfig): pg.ClientConfig => ({ ...config, database: name })
  const moved = {
    migrator: onto(connections.migrator),
    app: onto(connections.app),
    auth: onto(connections.auth),
    roles: connections.roles,
  }
  return open(moved, makeLog('silent'), () => asAdmin(admin, `drop database ${name} with (force)`), ours)
}

/** Cloning refuses while anybody is connected to the template; tests start at once, so it is tried again. */
async function asAdmin(admin: pg.ClientConfig, sql: string): Promise<void> {
  const client = new pg.Client(admin)
  await client.connect()
  try {
    for (let tries = 0; ; tries++) {
      try {
        await client.query(sql)
        return
      } catch (error) {
        if ((error as { code?: string }).code !== '55006' || tries > 50) throw error
        await client.query('select pg_sleep(0.05)')
      }
    }
  } finally {
    await client.end()
  }
}

/**
 * For a whole Equerry started by a test: where the run is on somebody's own server, the address of an empty database on it;
 * else null, and Equerry brings its own.
 */
export async function emptyDatabase(): Promise<{ readonly url: string; readonly drop: () => Promise<void> } | null> {
  const { admin, ours } = inject('postgres')
  if (ours) return null
  const name = `equerry_empty_${randomBytes(6).toString('hex')}`
  await asAdmin(admin, `create database ${name}`)
  return {
    url: addressOf(admin, name),
    drop: async () => {
      await asAdmin(admin, `drop database ${name} with (force)`)
      for (const role of ['app', 'auth']) await asAdmin(admin, `drop role if exists ${name}_${role}`)
    },
  }
}

/**
 * For several Equerrys at once: one database on the run's server, up to date, with the settings by which each of them finds
 * it as somebody's own server.
 */
export async function sharedDatabase(): Promise<{
  readonly settings: Record<'DATABASE_URL' | 'DATABASE_APP_URL' | 'DATABASE_AUTH_URL', string>
  readonly drop: () => Promise<void>
}> {
  const { admin, template, connections } = inject('postgres')
  const name = `equerry_shared_${randomBytes(6).toString('hex')}`
  await asAdmin(admin, `create database ${name} template ${template} owner "${connections.migrator.user}"`)
  return {
    settings: {
      DATABASE_URL: addressOf(connections.migrator, name),
      DATABASE_APP_URL: addressOf(connections.app, name),
      DATABASE_AUTH_URL: addressOf(connections.auth, name),
    },
    drop: () => asAdmin(admin, `drop database ${name} with (force)`),
  }
}
