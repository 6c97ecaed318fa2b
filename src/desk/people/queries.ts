import { type ColumnType, sql } from 'kysely'
import type { Label } from '../../plan/plan.ts'
import type { Act, Db, Versioned } from '../act.ts'
import { type Contact, type ContactKind, type Digest, knownBy, type Noted, type Person } from './model.ts'

type At = ColumnType<Temporal.Instant, string, string>
type Version = {
  desk_id: string
  id: string
  version: number
  label: Label
  known_from: At
  known_to: ColumnType<Temporal.Instant | null, string | null, string | null>
  made_by: string
  ended_by: string | null
}
type Terms = Pick<Person, 'names' | 'addresses' | 'organisation' | 'zone' | 'ways' | 'assistants'>

/** The tables of migration 0094 as Kysely sees them. */
export type PeopleTables = {
  'desk.person': Version & { name: string; terms: ColumnType<Terms, string, string>; known_by: string[] }
  'desk.contact': Version & {
    person_id: string
    kind: ContactKind
    words: string
    on_date: ColumnType<unknown, string, string>
    noted_by: string
  }
  'desk.no_assistant': Version & { suggested: string }
}

/** What an entry changed of these can be put back as it was before. */
export const peopleVersions: readonly Versioned[] = [
  { table: 'desk.person', keys: ['id'], says: ['name', 'terms', 'known_by', 'label'], area: 'people' },
  {
    table: 'desk.contact',
    keys: ['id'],
    says: ['person_id', 'kind', 'words', 'on_date', 'noted_by', 'label'],
    area: 'people',
  },
  { table: 'desk.no_assistant', keys: ['id'], says: ['suggested', 'label'], area: 'people' },
]

type Made = Pick<Act, 'at' | 'entry'>

const persons = (db: Db, desk: string) =>
  db
    .selectFrom('desk.person')
    .where('desk_id', '=', desk)
    .where('known_to', 'is', null)
    .select(['id', 'version', 'name', 'terms', 'label'])

type Row = Awaited<ReturnType<ReturnType<typeof persons>['execute']>>[number]
const personOf = ({ terms, ...row }: Row): Person => ({ ...row, ...terms })

/** Everybody the desk knows whom whoever reads may know of, by name. */
export const people = async (db: Db, desk: string): Promise<Person[]> =>
  (await persons(db, desk).orderBy(sql`lower(name)`).orderBy('id').execute()).map(personOf)

/** Those who are known by any of these names and addresses, folded, and whoever assists them. */
export async function peopleCalled(db: Db, desk: string, keys: readonly string[]): Promise<Person[]> {
  const called = await persons(db, desk)
    .where(sql<boolean>`known_by && ${keys as string[]}::text[]`)
    .orderBy(sql`lower(name)`)
    .orderBy('id')
    .execute()
  const there = new Set(called.map(({ id }) => id))
  const wanted = called.flatMap(({ terms }) => terms.assistants.map(({ id }) => id)).filter((id) => !there.has(id))
  if (wanted.length === 0) return called.map(personOf)
  const helping = await persons(db, desk).where('id', '=', sql<string>`any(${wanted}::uuid[])`).execute()
  return [...called, ...helping].map(personOf)
}

const contacts = (db: Db, desk: string) =>
  db
    .selectFrom('desk.contact')
    .where('desk_id', '=', desk)
    .where('known_to', 'is', null)
    .select(['id', 'version', 'person_id as personId', 'kind', 'words', 'noted_by as by', 'label'])
    .select(sql<string>`to_char(on_date, 'YYYY-MM-DD')`.as('on'))
    .orderBy('on_date', 'desc')
    .orderBy('id', 'desc')

/** Lines about any of these, the newest first. */
export const linesAbout = async (db: Db, desk: string, ids: readonly string[]): Promise<Contact[]> =>
  ids.length === 0 ? [] : contacts(db, desk).where('person_id', '=', among(ids)).execute()

const among = (ids: readonly string[]) => sql<string>`any(${ids as string[]}::uuid[])`

/**
 * Lines that may have all of these words, the newest first. Words are folded and without spaces: a line of plain letters is
 * compared here, any other comes along to be folded by whoever asked.
 */
export const linesPerhapsWith = (db: Db, desk: string, words: readonly string[]): Promise<Contact[]> =>
  contacts(db, desk)
    .where((e) =>
      e.or([
        sql<boolean>`octet_length(words) <> length(words)`,
        e.and(words.map((word) => sql<boolean>`strpos(lower(words collate "C"), ${word}) > 0`)),
      ]),
    )
    .execute()

type Counted = Noted & { readonly personId: string; readonly kind: ContactKind }

/** What the lines about each of these come to, of those with one of these labels; no entry where there are none. */
export async function digestsOf(
  db: Db,
  desk: string,
  ids: readonly string[],
  labels: readonly Label[],
): Promise<ReadonlyMap<string, Digest>> {
  if (ids.length === 0) return new Map()
  const wanted = sql<string>`any(${labels as Label[]}::text[])`
  const newest = await contacts(db, desk)
    .where('person_id', '=', among(ids))
    .where('label', '=', wanted as never)
    .clearOrderBy()
    .distinctOn('person_id')
    .orderBy('person_id')
    .orderBy('on_date', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const { rows } = await sql<Counted>`
    select person_id as "personId", kind, count(*)::int as n, to_char(max(on_date), 'YYYY-MM-DD') as last from desk.contact
    where desk_id = ${desk} and known_to is null and person_id = ${among(ids)} and label = ${wanted} group by 1, 2`.execute(
    db,
  )
  const kinds = Map.groupBy(rows, ({ personId }) => personId)
  return new Map(
    newest.map((last) => {
      const counted = kinds.get(last.personId) ?? []
      return [
        last.personId,
        { last, of: Object.fromEntries(counted.map(({ kind, n, last: on }) => [kind, { n, last: on }])) },
      ]
    }),
  )
}

export const lineById = async (db: Db, desk: string, id: string): Promise<Contact | undefined> =>
  (await contacts(db, desk).where('id', '=', id).execute())[0]

const tables = { person: 'desk.person', contact: 'desk.contact', none: 'desk.no_assistant' } as const
type Which = keyof typeof tables

/** Ends the version of today, if there is one. */
const end = (db: Db, which: Which, desk: string, id: string, { at, entry }: Made) =>
  db
    .updateTable(tables[which])
    .set({ known_to: at.toString(), ended_by: entry })
    .where('desk_id', '=', desk)
    .where('id', '=', id)
    .where('known_to', 'is', null)
    .execute()

/** Ends it, and gives the number of the version that follows. */
async function following(db: Db, which: Which, desk: string, id: string, made: Made): Promise<number> {
  await end(db, which, desk, id, made)
  const { newest } = await db
    .selectFrom(tables[which])
    .where('desk_id', '=', desk)
    .where('id', '=', id)
    .select((e) => e.fn.coalesce(e.fn.max('version'), sql<number>`0`).as('newest'))
    .executeTakeFirstOrThrow()
  return newest + 1
}

const begun = (desk: string, { at, entry }: Made) => ({
  desk_id: desk,
  known_from: at.toString(),
  known_to: null,
  made_by: entry,
  ended_by: null,
})

export async function keepPerson(db: Db, desk: string, person: Person, made: Made): Promise<Person> {
  const { id, version: _, name, label, ...terms } = person
  const version = await following(db, 'person', desk, id, made)
  await db
    .insertInto('desk.person')
    .values({ ...begun(desk, made), id, version, name, label, terms: JSON.stringify(terms), known_by: knownBy(person) })
    .execute()
  return { ...person, version }
}

export async function keepLine(db: Db, desk: string, line: Contact, made: Made): Promise<Contact> {
  const { id, personId, kind, words, on, by, label } = line
  const version = await following(db, 'contact', desk, id, made)
  await db
    .insertInto('desk.contact')
    .values({ ...begun(desk, made), id, version, person_id: personId, kind, words, on_date: on, noted_by: by, label })
    .execute()
  return { ...line, version }
}

export const endPerson = (db: Db, desk: string, id: string, made: Made) => end(db, 'person', desk, id, made)
export const endLine = (db: Db, desk: string, id: string, made: Made) => end(db, 'contact', desk, id, made)

/** Keeps that a suggested assistant is none. */
export const keepNone = (db: Db, desk: string, one: { id: string; suggested: string; label: Label }, made: Made) =>
  db
    .insertInto('desk.no_assistant')
    .values({ ...begun(desk, made), ...one, version: 1 })
    .execute()

/** Suggestions somebody said are none. */
export const nones = async (db: Db, desk: string): Promise<ReadonlySet<string>> => {
  const rows = await db
    .selectFrom('desk.no_assistant')
    .where('desk_id', '=', desk)
    .where('known_to', 'is', null)
    .select('suggested')
    .execute()
  return new Set(rows.map(({ suggested }) => suggested))
}

export type SentBy = {
  readonly eventId: string
  readonly title: string
  readonly label: Label
  /** Whom somebody acted for, and who it was. */
  readonly forAddress: string
  readonly forName: string | null
  readonly by: string
  readonly byName: string | null
}

const mostInvitations = 50

/**
 * Invitations somebody sent or answered for somebody else (SENT-BY, RFC 5545 §3.2.18), the newest first, of those whose words
 * whoever reads may read; not those that were sent for whoever's calendar it is.
 */
export const sentForOthers = async (db: Db, desk: string): Promise<readonly SentBy[]> => {
  const { rows } = await sql<SentBy>`
    select e.id as "eventId", p ->> 'title' as title, d.label, s ->> 'for' as "forAddress", s ->> 'name' as "forName",
      s ->> 'by' as "by",
      (select x ->> 'name' from jsonb_array_elements(p -> 'people') x where x ->> 'address' = s ->> 'by' limit 1) as "byName"
    from desk.event e
    join desk.event_detail d on d.desk_id = ${desk} and d.event_id = e.id and d.version = e.version
    join desk.calendar c on c.desk_id = ${desk} and c.id = e.calendar_id
    cross join lateral jsonb_array_elements(d.words) p
    cross join lateral jsonb_array_elements(p -> 'sentBy') s
    where e.desk_id = ${desk} and e.known_to is null and d.words @> '[{"sentBy":[{}]}]'
      and not (c.addresses && array[s ->> 'for', s ->> 'by'])
    order by e.known_from desc, e.id desc limit ${mostInvitations}`.execute(db)
  return rows
}

export type Ahead = { readonly title: string; readonly at: Temporal.Instant }

/** Meetings to come with any of these addresses that are not private, the soonest first, a few. */
export const aheadWith = async (
  db: Db,
  desk: string,
  addresses: readonly string[],
  at: Temporal.Instant,
): Promise<readonly Ahead[]> => {
  const { rows } = await sql<Ahead>`
    select (d.words -> 0 ->> 'title') as title, min(o.starts_at) as at
    from unnest(${addresses as string[]}::text[]) w(address)
    join desk.event e on e.desk_id = ${desk} and e.known_to is null
    join desk.event_detail d on d.desk_id = ${desk} and d.event_id = e.id and d.version = e.version
      and d.words @> jsonb_build_array(jsonb_build_object('people', jsonb_build_array(jsonb_build_object('address', w.address))))
    join desk.occurrence o on o.desk_id = ${desk} and o.event_id = e.id and o.starts_at > ${at.toString()}::timestamptz and o.busy
    where d.label <> 'private'
    group by e.id, d.words order by 2 limit 3`.execute(db)
  return rows
}
