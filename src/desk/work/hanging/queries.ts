import { sql } from 'kysely'
import type { Db } from '../../act.ts'

/** Which of these ids are things of this desk that something can hang on: events, promises, work, decisions. */
export const knownIds = async (db: Db, desk: string, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    select id from desk.event where desk_id = ${desk} and known_to is null and id = any(${ids as string[]}::uuid[])
    union all
    select id from desk.commitment where desk_id = ${desk} and known_to is null and id = any(${ids as string[]}::uuid[])
    union all
    select id from desk.work where desk_id = ${desk} and known_to is null and id = any(${ids as string[]}::uuid[])
    union all
    select id from desk.decision where desk_id = ${desk} and known_to is null and id = any(${ids as string[]}::uuid[])`.execute(
    db,
  )
  return new Set(rows.map(({ id }) => id))
}
