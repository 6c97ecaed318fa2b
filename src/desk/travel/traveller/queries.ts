import { type ColumnType, sql } from 'kysely'
import type { Act, Db, Versioned } from '../../act.ts'
import type { Loyalty, Paper, Passport, Wish } from './model.ts'

type At = ColumnType<Temporal.Instant, string, string>
type Terms<T> = Omit<T, 'id' | 'version' | 'personId' | 'readers'>
type Version<T> = {
  desk_id: string
  id: string
  version: number
  person_id: string | null
  terms: ColumnType<Terms<T>, string, string>
  known_from: At
  known_to: ColumnType<Temporal.Instant | null, string | null | undefined, string | null>
  made_by: string
  ended_by: ColumnType<string | null, string | null | undefined, string | null>
}

/** The tables of migration 0103 as Kysely sees them. */
export type TravellerTables = {
  'desk.traveller': Version<Passport>
  'desk.loyalty': Version<Loyalty>
  'desk.wish': Version<Wish>
  'desk.paper': Version<Paper> & { readers: ColumnType<string[], string[] | undefined, string[]> }
}
type Table = keyof TravellerTables

/** What an entry changed of these can be put back as it was before. */
export const travellerVersions: readonly Versioned[] = [
  { table: 'desk.traveller', keys: ['id'], says: ['person_id', 'terms'], area: 'travel' },
  { table: 'desk.loyalty', keys: ['id'], says: ['person_id', 'terms'], area: 'travel' },
  { table: 'desk.wish', keys: ['id'], says: ['person_id', 'terms'], area: 'travel' },
  { table: 'desk.paper', keys: ['id'], says: ['person_id', 'terms', 'readers'], area: 'travel' },
]

type Made = Pick<Act, 'at' | 'entry'>

/** Of one person, null for the executive; undefined for everybody. */
type Of = string | null | undefined

type AsOf = Temporal.Instant | null

const rowsOf = async <T>(db: Db, table: Table, desk: string, of: Of, asOf: AsOf = null): Promise<T[]> => {
  const named = of === undefined ? sql`true` : of === null ? sql`person_id is null` : sql`person_id = ${of}::uuid`
  const then = asOf && sql`${asOf.toString()}::timestamptz`
  const known = then ? sql`known_from <= ${then} and (known_to is null or known_to > ${then})` : sql`known_to is null`
  const readers = table === 'desk.paper' ? sql`readers` : sql`'{}'::uuid[]`
  const { rows } = await sql<{ terms: object; readers: string[] } & Record<string, unknown>>`
    select id, version, person_id as "personId", terms, ${readers} as readers from ${sql.table(table)}
    where desk_id = ${desk} and ${known} and ${named} order by id`.execute(db)
  return rows.map(({ terms, readers: named_, ...row }) => ({
    ...row,
    ...terms,
    ...(table === 'desk.paper' && { readers: named_ }),
  })) as T[]
}

export const passports = (db: Db, desk: string, of?: Of, asOf?: AsOf) =>
  rowsOf<Passport>(db, 'desk.traveller', desk, of, asOf)
export const papers = (db: Db, desk: string, of?: Of, asOf?: AsOf) => rowsOf<Paper>(db, 'desk.paper', desk, of, asOf)
export const loyalties = (db: Db, desk: string, of?: Of) => rowsOf<Loyalty>(db, 'desk.loyalty', desk, of)
export const wishes = (db: Db, desk: string, of?: Of) => rowsOf<Wish>(db, 'desk.wish', desk, of)

export const endRow = (db: Db, table: Table, desk: string, id: string, { at, entry }: Made) =>
  db
    .updateTable(table)
    .set({ known_to: at.toString(), ended_by: entry })
    .where('desk_id', '=', desk)
    .where('id', '=', id)
    .where('known_to', 'is', null)
    .execute()

/** Ends the version of today, if there is one, and adds the next. */
async function keep<T extends { id: string; version: number; personId: string | null; readers?: readonly string[] }>(
  db: Db,
  table: Table,
  desk: string,
  row: T,
  made: Made,
): Promise<T> {
  await endRow(db, table, desk, row.id, made)
  const { id, version: _, personId, readers, ...terms } = row
  const { last } = await db
    .selectFrom(table)
    .where('desk_id', '=', desk)
    .where('id', '=', id)
    .select((e) => e.fn.coalesce(e.fn.max('version'), sql<number>`0`).as('last'))
    .executeTakeFirstOrThrow()
  const version = last + 1
  const values = {
    ...{ desk_id: desk, id, version, person_id: personId, terms: JSON.stringify(terms) },
    ...{ known_from: made.at.toString(), made_by: made.entry },
  }
  if (table === 'desk.paper')
    await db
      .insertInto('desk.paper')
      .values({ ...values, readers: [...(readers ?? [])] })
      .execute()
  else await db.insertInto(table).values(values).execute()
  return { ...row, version }
}

export const keepPassport = (db: Db, desk: string, row: Passport, made: Made) =>
  keep(db, 'desk.traveller', desk, row, made)
export const keepPaper = (db: Db, desk: string, row: Paper, made: Made) => keep(db, 'desk.paper', desk, row, made)
export const keepLoyalty = (db: Db, desk: string, row: Loyalty, made: Made) => keep(db, 'desk.loyalty', desk, row, made)
export const keepWish = (db: Db, desk: string, row: Wish, made: Made) => keep(db, 'desk.wish', desk, row, made)

/** Under which ids numbers of these papers and cards were ever sealed, and which of them stand today. */
export async function numbersOf(db: Db, desk: string, ids: readonly string[]) {
  if (ids.length === 0) return []
  const { rows } = await sql<{ number: string; stands: boolean }>`
    select terms ->> 'number' as number, bool_or(known_to is null) as stands from (
      select id, terms, known_to from desk.paper where desk_id = ${desk}
      union all select id, terms, known_to from desk.loyalty where desk_id = ${desk}) t
    where id = any(${ids as string[]}::uuid[]) and terms ->> 'number' is not null group by 1`.execute(db)
  return rows
}

/** The wishes among these ids, as they stood last, whether they stand today, and when the version before ended. */
export async function wishesAmong(db: Db, desk: string, ids: readonly string[]) {
  if (ids.length === 0) return []
  const { rows } = await sql<{ rule: string; stands: boolean; ended: Temporal.Instant | null; adopted: boolean }>`
    select distinct on (w.id) w.terms ->> 'rule' as rule, w.known_to is null as stands,
      jsonb_typeof(w.terms -> 'adopted') = 'object' as adopted,
      (select b.known_to from desk.wish b where b.desk_id = ${desk} and b.id = w.id and b.version = w.version - 1) as ended
    from desk.wish w where w.desk_id = ${desk} and w.id = any(${ids as string[]}::uuid[])
    order by w.id, w.version desc`.execute(db)
  return rows
}
