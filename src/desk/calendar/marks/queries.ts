import { sql } from 'kysely'
import type { Db, Versioned } from '../../act.ts'
import type { Area } from '../../operation.ts'

/** Whether any event of today has this address among its people. */
export const isInvited = async (db: Db, desk: string, address: string): Promise<boolean> => {
  const invited = JSON.stringify([{ people: [{ address: address.trim().toLowerCase() }] }])
  const { rows } = await sql`
    select 1 from desk.event e join desk.event_detail d
      on d.desk_id = e.desk_id and d.event_id = e.id and d.version = e.version
    where e.desk_id = ${desk}::uuid and e.known_to is null and d.words @> ${invited}::jsonb
    limit 1`.execute(db)
  return rows.length > 0
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What an entry was about, as far as it may be the id of an event. */
export const entryItems = async (db: Db, desk: string, entry: string): Promise<string[]> =>
  (
    await db
      .selectFrom('desk.journal_item as i')
      .innerJoin('desk.journal_entry as e', (on) =>
        on.onRef('e.desk_id', '=', 'i.desk_id').onRef('e.number', '=', 'i.number'),
      )
      .where('e.desk_id', '=', desk)
      .where('e.id', '=', entry)
      .select('i.item_id as item')
      .execute()
  )
    .map(({ item }) => item)
    .filter((item) => uuid.test(item))

/** Whether what an entry says is private. */
export const isPrivateEntry = async (db: Db, desk: string, entry: string): Promise<boolean> =>
  (
    await db
      .selectFrom('desk.journal_entry')
      .where('desk_id', '=', desk)
      .where('id', '=', entry)
      .select('label')
      .executeTakeFirst()
  )?.label === 'private'

/** Events of today on a calendar that are private. */
export const privateOn = async (db: Db, desk: string, calendar: string): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ id: string }>`
    select e.id from desk.event e join desk.event_detail d
      on d.desk_id = e.desk_id and d.event_id = e.id and d.version = e.version
    where e.desk_id = ${desk}::uuid and e.calendar_id = ${calendar}::uuid and e.known_to is null and d.label = 'private'`.execute(
    db,
  )
  return new Set(rows.map(({ id }) => id))
}

/** The areas of what an entry made or ended. */
export async function areasOf(db: Db, desk: string, entry: string, tables: readonly Versioned[]): Promise<Area[]> {
  const areas = new Set<Area>()
  for (const { table, area = 'desk' } of tables) {
    if (areas.has(area)) continue
    const { rows } = await sql`
      select 1 from ${sql.table(table)} t
      where t.desk_id = ${desk}::uuid and (t.made_by = ${entry}::uuid or t.ended_by = ${entry}::uuid) limit 1`.execute(
      db,
    )
    if (rows.length > 0) areas.add(area)
  }
  return [...areas]
}
