import { type ColumnType, sql } from 'kysely'
import type { Db } from '../act.ts'
import { type NounKind, nouns } from './nouns/queries.ts'

export interface TextTables {
  'desk.text_release': {
    desk_id: string
    entry_id: string
    hash: string
    member_id: string
    at: ColumnType<Temporal.Instant, string, never>
  }
}

/** Members who may read all of these private things, by name: of feedback the two it is between. */
export async function readersOf(db: Db, desk: string, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from desk.member m where desk_id = ${desk} and left_at is null and frozen_at is null and kind <> 'desk'
      and kind <> 'agent' and (kind = 'executive' or sight = 4) and not exists (select from desk.feedback f
        where f.desk_id = ${desk} and f.id = any(${ids as string[]}::uuid[]) and not m.id = any(f.readers))
    order by kind <> 'executive', name limit 5`.execute(db)
  return rows.map(({ name }) => name)
}

type Named = {
  readonly id: string
  readonly title: string
  readonly what: 'event' | NounKind
  /** It names this member among those who may read it. */
  readonly isNamed: boolean
}

/** What these private things are called, and what they are. */
export async function namedIn(db: Db, desk: string, ids: readonly string[], member: string): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select d.event_id as id, coalesce(d.words -> -1 ->> 'title', '') as title, 'event' as what,
      coalesce(${member}::uuid = any (d.readers), false) as "isNamed"
    from desk.event e
    join desk.event_detail d on d.desk_id = ${desk} and d.event_id = e.id and d.version = e.version
    where e.desk_id = ${desk} and e.known_to is null and e.id = any(${ids as string[]}::uuid[])
    union all
    select n.id, coalesce(n.title, case n.what when 'feedback' then 'feedback between the two'
      when 'answer' then 'an answer that is private' else 'a line about somebody' end),
      n.what, exists (select from desk.feedback f
        where f.desk_id = ${desk} and f.id = n.id and ${member}::uuid = any (f.readers))
    from (${nouns(desk, ids)}) n`.execute(db)
  return rows
}

/** Those of some things that are private, whatever they are. Read as the desk. */
export async function privateAmong(db: Db, desk: string, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select d.event_id as id from desk.event e
    join desk.event_detail d on d.desk_id = ${desk} and d.event_id = e.id and d.version = e.version
    where e.desk_id = ${desk} and e.known_to is null and e.id = any(${ids as string[]}::uuid[]) and d.label = 'private'
    union all
    select g.id from desk.hold_group g
    where g.desk_id = ${desk} and g.id = any(${ids as string[]}::uuid[]) and g.label = 'private'
    union all
    select n.id from (${nouns(desk, ids)}) n where n.label = 'private'`.execute(db)
  return rows.map(({ id }) => id)
}

export const isReleased = async (db: Db, desk: string, hash: string): Promise<boolean> =>
  (await db
    .selectFrom('desk.text_release')
    .where('desk_id', '=', desk)
    .where('hash', '=', hash)
    .select('entry_id')
    .limit(1)
    .executeTakeFirst()) !== undefined

type Release = { readonly entry: string; readonly hash: string; readonly member: string; readonly at: Temporal.Instant }

export const addRelease = (db: Db, desk: string, { entry, hash, member, at }: Release) =>
  db
    .insertInto('desk.text_release')
    .values({ desk_id: desk, entry_id: entry, hash, member_id: member, at: at.toString() })
    .execute()

type Party = { readonly name: string; readonly address: string | null; readonly event: string | null }

/** To whom one writes about a promise, and the meeting it was said in. Read as the desk. */
export async function partyOf(db: Db, desk: string, commitment: string): Promise<Party | undefined> {
  const { rows } = await sql<Party>`
    select p ->> 'name' as name, p ->> 'address' as address, c.terms -> 'saidWhere' ->> 'eventId' as event
    from desk.commitment c
    cross join lateral (select c.terms -> case c.side when 'ours' then 'to' else 'by' end as p) x
    where c.desk_id = ${desk} and c.known_to is null and c.id = ${commitment}::uuid`.execute(db)
  return rows[0]
}

type PartOfTrip = { readonly parties: string[]; readonly names: string[]; readonly events: string[] }

/** Who holds a part of a trip or is expected at it, by name and address; whose names stand on it; its event. Read as the desk. */
export async function partOfTrip(db: Db, desk: string, segment: string): Promise<PartOfTrip | undefined> {
  const { rows } = await sql<PartOfTrip>`
    select array_remove(array[s.terms ->> 'provider', s.terms ->> 'driver']
        || array(select x ->> k from jsonb_array_elements(s.terms -> 'people') x, unnest(array['name', 'address']) k), null) as parties,
      array_remove(array[s.terms ->> 'provider', s.terms ->> 'driver', s.terms ->> 'name']
        || array(select x ->> 'name' from jsonb_array_elements(s.terms -> 'people') x), null) as names,
      array_remove(array[s.event_id], null) as events
    from desk.segment s where s.desk_id = ${desk} and s.known_to is null and s.id = ${segment}::uuid`.execute(db)
  return rows[0]
}

/**
 * What a trip and its parts openly say, where it is not private: titles, places, who travels and who is met; nothing that is noted,
 * and nothing of a part that stands for a private event. Read as the desk.
 */
export async function openWordsOfTrip(db: Db, desk: string, trip: string): Promise<string[]> {
  const { rows } = await sql<{ words: string }>`
    select concat_ws(E'\n', t.terms ->> 'title', t.terms ->> 'purpose',
      (select string_agg(x #>> '{}', E'\n') from jsonb_array_elements(t.terms -> 'cities') x),
      (select string_agg(x ->> 'name', E'\n') from jsonb_array_elements(t.terms -> 'travellers') x)) as words
    from desk.trip t
    where t.desk_id = ${desk} and t.id = ${trip}::uuid and t.known_to is null and t.label <> 'private'
    union all
    select concat_ws(E'\n', s.terms ->> 'title', s.terms ->> 'provider', s.terms ->> 'driver', s.terms ->> 'pickUp',
      s.terms ->> 'fallback', s.terms -> 'from' ->> 'place', s.terms -> 'from' ->> 'address', s.terms -> 'to' ->> 'place',
      s.terms -> 'to' ->> 'address', (select string_agg(x ->> 'name', E'\n') from jsonb_array_elements(s.terms -> 'people') x))
    from desk.segment s
    where s.desk_id = ${desk} and s.trip_id = ${trip}::uuid and s.known_to is null and s.label <> 'private'
      and not exists (select from desk.event e
        join desk.event_detail d on d.desk_id = ${desk} and d.event_id = e.id and d.version = e.version
        where e.desk_id = ${desk} and e.id = s.event_id and e.known_to is null and d.label = 'private')`.execute(db)
  return rows.map(({ words }) => words)
}
