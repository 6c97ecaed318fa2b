import { sql } from 'kysely'
import type { Db } from '../../act.ts'
import type { Made } from '../queries.ts'

/** Tables whose rows are versions made and ended by journal entries, with what names a thing in each. */
const versioned = {
  'desk.event': ['id'],
  'desk.calendar_version': ['id'],
  'desk.place_minutes': ['from_id', 'to_id'],
} as const
type Table = keyof typeof versioned

const carried: Record<Table, readonly string[]> = {
  'desk.event': ['calendar_id', 'uid', 'times', 'first_on', 'last_on'],
  'desk.calendar_version': ['name', 'owner', 'counts_as_busy', 'read_only', 'label'],
  'desk.place_minutes': ['minutes'],
}

const list = (names: readonly string[], of?: string) =>
  sql.join(names.map((name) => (of === undefined ? sql.ref(name) : sql.ref(`${of}.${name}`))))
const same = (a: string, b: string, names: readonly string[]) =>
  sql.join(
    names.map((name) => sql`${sql.ref(`${a}.${name}`)} = ${sql.ref(`${b}.${name}`)}`),
    sql` and `,
  )

/** Things an entry touched that have been changed again since, and so cannot be put back. */
export const changedSince = async (db: Db, desk: string, entry: string): Promise<string[]> => {
  const ids: string[] = []
  for (const [table, keys] of Object.entries(versioned) as [Table, readonly string[]][]) {
    const { rows } = await sql<{ id: string }>`
      select distinct t.${sql.ref(keys[0] as string)} as id from ${sql.table(table)} t
      where t.desk_id = ${desk} and (t.made_by = ${entry} or t.ended_by = ${entry})
        and exists (select 1 from ${sql.table(table)} n where n.desk_id = ${desk} and ${same('n', 't', keys)}
                    and n.version > t.version and n.made_by <> ${entry}
                    and n.version = (select max(m.version) from ${sql.table(table)} m where m.desk_id = ${desk} and ${same('m', 't', keys)}))
      union
      select distinct t.${sql.ref(keys[0] as string)} from ${sql.table(table)} t
      where t.desk_id = ${desk} and t.made_by = ${entry} and t.ended_by <> ${entry}`.execute(db)
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
): Promise<{ ended: string[]; restored: string[]; others: number }> {
  const answer = { ended: [] as string[], restored: [] as string[], others: 0 }
  for (const table of Object.keys(versioned) as Table[]) {
    const { ended, restored } = await putBackIn(db, table, desk, entry, made)
    if (table === 'desk.event') Object.assign(answer, { ended, restored })
    else answer.others += new Set([...ended, ...restored]).size
  }
  return answer
}

async function putBackIn(db: Db, table: Table, desk: string, entry: string, made: Made) {
  const keys = versioned[table]
  const id = sql.ref(keys[0])
  const at = sql`${made.at.toString()}::timestamptz`
  const ended = await sql<{ id: string }>`
    update ${sql.table(table)} set known_to = ${at}, ended_by = ${made.entry}
    where desk_id = ${desk} and made_by = ${entry} and known_to is null returning ${id} as id`.execute(db)
  const columns = carried[table]
  const restored = await sql<{ id: string; version: number; from: number }>`
    with before as (
      select b.*, (select max(m.version) from ${sql.table(table)} m where m.desk_id = ${desk} and ${same('m', 'b', keys)}) + 1 as next
      from ${sql.table(table)} b
      where b.desk_id = ${desk} and b.ended_by = ${entry} and b.made_by <> ${entry}
    )
    insert into ${sql.table(table)} (desk_id, ${list(keys)}, version, ${list(columns)}, known_from, made_by)
    select ${desk}::uuid, ${list(keys, 'before')}, before.next, ${list(columns, 'before')}, ${at}, ${made.entry}::uuid
    from before returning ${id} as id, version`.execute(db)
  if (table === 'desk.event')
    await sql`
      insert into desk.event_detail (desk_id, event_id, version, words, texts, imported)
      select e.desk_id, e.id, e.version, d.words, d.texts, d.imported
      from desk.event e
      join desk.event b on b.desk_id = ${desk} and b.id = e.id and b.ended_by = ${entry} and b.made_by <> ${entry}
      join desk.event_detail d on d.desk_id = ${desk} and d.event_id = b.id and d.version = b.version
      where e.desk_id = ${desk} and e.made_by = ${made.entry} and e.known_to is null`.execute(db)
  return { ended: ended.rows.map((row) => row.id), restored: restored.rows.map((row) => row.id) }
}
