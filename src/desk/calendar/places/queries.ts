import { sql } from 'kysely'
import type { Db } from '../../act.ts'
import { instant, type Made } from '../queries.ts'

export type PlaceRow = {
  readonly id: string
  readonly name: string
  readonly zone: string | null
  readonly aliases: readonly string[]
}

/** Names are compared in small letters with single spaces. */
export const folded = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase()

/** The places of a desk, as they are or as they were known at `asOf`. */
export const places = async (db: Db, desk: string, asOf: Temporal.Instant | null = null): Promise<PlaceRow[]> => {
  if (asOf !== null) return placesAsOf(db, desk, asOf)
  const { rows } = await sql<PlaceRow>`
    select p.id, p.name, p.zone,
      coalesce((select array_agg(a.name order by a.name) from desk.place_alias a
                where a.desk_id = p.desk_id and a.place_id = p.id), '{}') as aliases
    from desk.place p where p.desk_id = ${desk} order by p.folded`.execute(db)
  return rows
}

const placesAsOf = (db: Db, desk: string, asOf: Temporal.Instant): Promise<PlaceRow[]> =>
  db
    .selectFrom('desk.place_version')
    .where('desk_id', '=', desk)
    .where('known_from', '<=', instant(asOf))
    .where((e) => e.or([e('known_to', 'is', null), e('known_to', '>', instant(asOf))]))
    .select(['id', 'name', 'zone', 'aliases'])
    .execute()

/** Ends the newest version of a place, if there is one, and begins another as the place now is. */
export async function keepPlace(db: Db, desk: string, id: string, made: Made): Promise<void> {
  await db
    .updateTable('desk.place_version')
    .set({ known_to: made.at.toString(), ended_by: made.entry })
    .where('desk_id', '=', desk)
    .where('id', '=', id)
    .where('known_to', 'is', null)
    .execute()
  await sql`
    insert into desk.place_version (desk_id, id, version, name, zone, aliases, known_from, made_by)
    select p.desk_id, p.id,
      coalesce((select max(v.version) from desk.place_version v where v.desk_id = ${desk} and v.id = ${id}), 0) + 1,
      p.name, p.zone,
      coalesce((select array_agg(a.name order by a.name) from desk.place_alias a
                where a.desk_id = ${desk} and a.place_id = ${id}), '{}'),
      ${made.at.toString()}::timestamptz, ${made.entry}::uuid
    from desk.place p where p.desk_id = ${desk} and p.id = ${id}`.execute(db)
}

/** The place a name or one of its other names means. */
export const placeNamed = async (db: Db, desk: string, name: string): Promise<{ id: string; name: string } | null> => {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from desk.place where desk_id = ${desk} and folded = ${folded(name)}
    union all
    select p.id, p.name from desk.place_alias a
    join desk.place p on p.desk_id = ${desk} and p.id = a.place_id
    where a.desk_id = ${desk} and a.folded = ${folded(name)} limit 1`.execute(db)
  return rows[0] ?? null
}

export const addPlace = (db: Db, desk: string, id: string, name: string) =>
  db
    .insertInto('desk.place')
    .values({ desk_id: desk, id, name: name.trim().replace(/\s+/g, ' '), folded: folded(name), zone: null })
    .execute()

export const changePlace = (db: Db, desk: string, id: string, set: { name?: string; zone?: string | null }) =>
  db
    .updateTable('desk.place')
    .set({
      ...(set.name === undefined ? {} : { name: set.name, folded: folded(set.name) }),
      ...(set.zone === undefined ? {} : { zone: set.zone }),
    })
    .where('desk_id', '=', desk)
    .where('id', '=', id)
    .execute()

/** All other names of a place, in place of those it had. */
export const setAliases = async (db: Db, desk: string, id: string, names: readonly string[]): Promise<void> => {
  await db.deleteFrom('desk.place_alias').where('desk_id', '=', desk).where('place_id', '=', id).execute()
  const unique = new Map(names.map((name) => [folded(name), name.trim()]))
  if (unique.size > 0)
    await db
      .insertInto('desk.place_alias')
      .values([...unique].map(([key, name]) => ({ desk_id: desk, folded: key, name, place_id: id })))
      .execute()
}

export type MinutesRow = {
  readonly fromId: string
  readonly toId: string
  readonly version: number
  readonly minutes: number
}

/** Minutes somebody has said, as they are or as they were known at `asOf`. */
export const minutesKnown = (db: Db, desk: string, asOf: Temporal.Instant | null = null): Promise<MinutesRow[]> => {
  const query = db
    .selectFrom('desk.place_minutes')
    .where('desk_id', '=', desk)
    .select(['from_id as fromId', 'to_id as toId', 'version', 'minutes'])
  return asOf === null
    ? query.where('known_to', 'is', null).execute()
    : query
        .where('known_from', '<=', instant(asOf))
        .where((e) => e.or([e('known_to', 'is', null), e('known_to', '>', instant(asOf))]))
        .execute()
}

/** The newest version of what was said for a pair, ended or not. */
const newest = (db: Db, desk: string, from: string, to: string) =>
  db
    .selectFrom('desk.place_minutes')
    .where('desk_id', '=', desk)
    .where('from_id', '=', from)
    .where('to_id', '=', to)
    .select(['version'])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()

export async function sayMinutes(
  db: Db,
  desk: string,
  from: string,
  to: string,
  minutes: number,
  made: Made,
): Promise<void> {
  const before = await newest(db, desk, from, to)
  await db
    .updateTable('desk.place_minutes')
    .set({ known_to: made.at.toString(), ended_by: made.entry })
    .where('desk_id', '=', desk)
    .where('from_id', '=', from)
    .where('to_id', '=', to)
    .where('known_to', 'is', null)
    .execute()
  await db
    .insertInto('desk.place_minutes')
    .values({
      desk_id: desk,
      from_id: from,
      to_id: to,
      version: (before?.version ?? 0) + 1,
      minutes,
      known_from: made.at.toString(),
      known_to: null,
      made_by: made.entry,
      ended_by: null,
    })
    .execute()
}
