import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { NoDatabase } from './binaries.ts'

export type Roles = { readonly app: string; readonly auth: string }

const folder = join(import.meta.dirname, '..', '..', '..', 'migrations')
const lock = 4_170_001

type File = { readonly number: number; readonly name: string; readonly sql: string; readonly hash: string }

/** The migrations in order of their numbers: `NNNN-words.sql`. */
function files(): File[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8')
      return { number: Number(name.slice(0, 4)), name, sql, hash: createHash('sha256').update(sql).digest('hex') }
    })
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/**
 * Runs what has not run yet, each file in a transaction of its own, under a lock that a second Equerry waits for.
 * `:"app"` and `:"auth"` in a file stand for the two roles, as in psql.
 * @returns how many ran.
 * @throws NoDatabase when a file that has run was changed since, or the database was made by a newer Equerry.
 */
export async function migrate(client: pg.Client, roles: Roles): Promise<number> {
  await client.query('select pg_advisory_lock($1)', [lock])
  try {
    await client.query('create schema if not exists migration')
    await client.query(
      'create table if not exists migration.done (number integer primary key, name text not null, hash text not null, at timestamptz not null)',
    )
    const done = new Map(
      (await client.query('select number, name, hash from migration.done')).rows.map((row) => [row.number, row]),
    )
    const known = files()
    const foreign = [...done.values()].find((row) => !known.some((file) => file.number === row.number))
    if (foreign)
      throw new NoDatabase(
        `This database was made by a newer Equerry: it has the migration ${foreign.name}, which this one does not know.`,
      )
    let ran = 0
    for (const file of known) {
      const before = done.get(file.number)
      if (before && before.hash !== file.hash)
        throw new NoDatabase(`The migration ${file.name} was changed after it ran; migrations are only ever added.`)
      if (before) continue
      await run(client, file, roles)
      ran++
    }
    return ran
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lock])
  }
}

async function run(client: pg.Client, file: File, roles: Roles): Promise<void> {
  const sql = file.sql.replaceAll(':"app"', quoted(roles.app)).replaceAll(':"auth"', quoted(roles.auth))
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into migration.done values ($1, $2, $3, statement_timestamp())', [
      file.number,
      file.name,
      file.hash,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${file.name}: ${error instanceof Error ? error.message : error}`, { cause: error })
  }
}
