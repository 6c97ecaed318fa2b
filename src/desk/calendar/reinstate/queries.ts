import { sql } from 'kysely'
import type { Db, Versioned } from '../../act.ts'
import type { Made } from '../queries.ts'

const eventTable = 'desk.event'

const list = (names: readonly string[], of?: string) =>
  sql.join(names.map((name) => (of === undefined ? sql.ref(name) : sql.ref(`${of}.${name}`))))
const same = (a: string, b: string, names: readonly string[]) =>
  sql.join(
    names.map((name) => sql`${sql.ref(`${a}.${name}`)} = ${sql.ref(`${b}.${name}`)}`),
    sql` and `,
  )

/** What a version says, whether it said it first or was put back later. */
const root = (of: string) => sql`coalesce(${sql.ref(`${of}.copy_of`)}, ${sql.ref(`${of}.version`)})`

/**
 * Things an entry touched that are no longer as it left them, and so cannot be put back. What was changed since and put
 * back again is as it was left.
 */
export const changedSince = async (
  db: Db,
  desk: string,
  entry: string,
  tables: readonly Versioned[],
): Promise<string[]> => {
  const ids: string[] = []
  for (const { table, keys } of tables) {
    const { rows } = await sql<{ id: string }>`
      select distinct t.${sql.ref(keys[0] as string)} as id from ${sql.table(table)} t
      left join ${sql.table(table)} made on made.desk_id = ${desk} and ${same('made', 't', keys)} and made.made_by = ${entry}
        and made.version = (select max(m.version) from ${sql.table(table)} m
                            where m.desk_id = ${desk} and ${same('m', 't', keys)} and m.made_by = ${entry})
      left join ${sql.table(table)} live on live.desk_id = ${desk} and ${same('live', 't', keys)} and live.known_to is null
      where t.desk_id = ${desk} and (t.made_by = ${entry} or t.ended_by = ${entry})
        and (case when made.version is null or made.ended_by = ${entry} then null else ${root('made')} end)
            is distinct from (case when live.version is null then null else ${root('live')} end)`.execute(db)
    ids.push(...rows.map(({ id }) => id))
  }
  // Another event has come to the calendar under the UID of one that would come back.
  const { rows } = await sql<{ id: string }>`
    select n.id from desk.event t
    join desk.event n on n.desk_id = ${desk} and n.calendar_id = t.calendar_id and n.uid = t.uid and n.known_to is null and n.id <> t.id
    where t.desk_id = ${desk} and t.ended_by = ${entry} and t.made_by <> ${entry} and n.made_by <> ${entry}`.execute(db)
  ids.push(...rows.map(({ id }) => id))
  return [...new Set(ids)]
}

/**
 * Puts everything an entry made or ended back as it was before: what it made is ended, what it ended gets a new version
 * like the one before. Answers the events that are there again and those that are not, and the calendars.
 */
export async function putBack(
  db: Db,
  desk: string,
  entry: string,
  made: Made,
  tables: readonly Versioned[],
): Promise<{ ended: string[]; restored: string[]; others: string[] }> {
  const answer = { ended: [] as string[], restored: [] as string[], others: [] as string[] }
  for (const one of tables) {
    const { ended, restored } = await putBackIn(db, one, desk, entry, made)
    if (one.table === eventTable) Object.assign(answer, { ended, restored })
    else answer.others.push(...new Set([...ended, ...restored]))
  }
  return answer
}

async function putBackIn(db: Db, { table, keys, says }: Versioned, desk: string, entry: string, made: Made) {
  const id = sql.ref(keys[0] as string)
  const at = sql`${made.at.toString()}::timestamptz`
  const ended = await sql<{ id: string }>`
    update ${sql.table(table)} set known_to = ${at}, ended_by = ${made.entry}
    where desk_id = ${desk} and known_to is null and (${list(keys)}) in
      (select ${list(keys)} from ${sql.table(table)} where desk_id = ${desk} and made_by = ${entry})
    returning ${id} as id`.execute(db)
  const restored = await sql<{ id: string; version: number; from: number }>`
    with before as (
      select b.*, (select max(m.version) from ${sql.table(table)} m where m.desk_id = ${desk} and ${same('m', 'b', keys)}) + 1 as next
      from ${sql.table(table)} b
      where b.desk_id = ${desk} and b.ended_by = ${entry} and b.made_by <> ${entry}
    )
    insert into ${sql.table(table)} (desk_id, ${list(keys)}, version, copy_of, ${list(says)}, known_from, made_by)
    select ${desk}::uuid, ${list(keys, 'before')}, before.next, ${root('before')}, ${list(says, 'before')}, ${at}, ${made.entry}::uuid
    from before returning ${id} as id, version`.execute(db)
  if (table === eventTable)
    await sql`
      insert into desk.event_detail (desk_id, event_id, version, words, texts, imported, label, readers)
      select e.desk_id, e.id, e.version, d.words, d.texts, d.imported, d.label, d.readers
      from desk.event e
      join desk.event b on b.desk_id = ${desk} and b.id = e.id and b.ended_by = ${entry} and b.made_by <> ${entry}
      join desk.event_detail d on d.desk_id = ${desk} and d.event_id = b.id and d.version = b.version
      where e.desk_id = ${desk} and e.made_by = ${made.entry} and e.known_to is null`.execute(db)
  return { ended: ended.rows.map((row) => row.id), restored: restored.rows.map((row) => row.id) }
}
