import { sql } from 'kysely'
import type { OpenText, PrivateItem } from '../../../plan/leak/reads.ts'
import type { Db } from '../../act.ts'
import { among, type Noun, nouns } from '../nouns/queries.ts'

type Words = { id: string; title: string; place: string | null; people: string[] | null; notes: string | null }

const some = (words: readonly (string | null)[]): string[] =>
  words.filter((one) => one !== null && one !== '') as string[]

/** Everything private at the desk as it is today, or of these things alone; of an event one entry a part. Read as the desk. */
export async function privateItems(db: Db, desk: string, ids: readonly string[] | null): Promise<PrivateItem[]> {
  const events = await sql<Words>`
    select e.id, p ->> 'title' as title, p -> 'place' ->> 'name' as place, p ->> 'notes' as notes,
      (select array_agg(concat_ws(' ', x ->> 'name', x ->> 'address')) from jsonb_array_elements(p -> 'people') x) as people
    from desk.event e
    join desk.event_detail d on d.desk_id = ${desk} and d.event_id = e.id and d.version = e.version
    cross join lateral jsonb_array_elements(d.words) p
    where e.desk_id = ${desk} and e.known_to is null and d.label = 'private' and ${among('e.id', ids)}`.execute(db)
  const others = await sql<Noun>`select n.* from (${nouns(desk, ids)}) n where n.label = 'private'`.execute(db)
  return [
    ...events.rows.map((row) => ({ ...row, people: row.people ?? [], notes: row.notes ?? '' })),
    ...others.rows.map(({ id, title, people, notes }) => ({
      id,
      title: title ?? '',
      place: null,
      people: some(people),
      notes,
    })),
  ]
}

type Said = { id: string; words: string; people: string[] | null }
const openText = ({ id, words, people }: Said): OpenText => ({ id, words, people: people ?? [] })

/**
 * What of the desk is not private, or of these things alone: what each is called and who has a part in it, not what is noted
 * there. Read as the desk.
 */
export async function openItems(db: Db, desk: string, ids: readonly string[] | null): Promise<OpenText[]> {
  const { rows } = await sql<Said>`
    select e.id::text as id, concat_ws(E'\n', p ->> 'title', p -> 'place' ->> 'name') as words,
      (select array_agg(coalesce(x ->> 'name', x ->> 'address')) from jsonb_array_elements(p -> 'people') x) as people
    from desk.event e
    join desk.event_detail d on d.desk_id = ${desk} and d.event_id = e.id and d.version = e.version
    cross join lateral jsonb_array_elements(d.words) p
    where e.desk_id = ${desk} and e.known_to is null and d.label <> 'private' and ${among('e.id', ids)}
    union all
    select g.id::text, g.terms -> 'meeting' ->> 'title', array[g.terms -> 'to' ->> 'name'] from desk.hold_group g
    where g.desk_id = ${desk} and g.known_to is null and g.label <> 'private' and ${among('g.id', ids)}`.execute(db)
  const others = await sql<Noun>`select n.* from (${nouns(desk, ids)}) n where n.label <> 'private'`.execute(db)
  return [
    ...rows.map(openText),
    ...others.rows.map(({ id, title, names }) => ({ id, words: title ?? '', people: some(names) })),
  ]
}

/** What else is openly said: rules, who sits at the desk, where it is. There is little of it. Read as the desk. */
export async function openOthers(db: Db, desk: string): Promise<OpenText[]> {
  const { rows } = await sql<Said>`
    select r.id::text as id, r.story as words, null as people from desk.rule r
    where r.desk_id = ${desk} and r.known_to is null
    union all
    select m.id::text, '', array[m.name] from desk.member m
    where m.desk_id = ${desk} and m.left_at is null and m.kind <> 'desk'
    union all
    select 'desk', coalesce(k.home, ''), array[k.executive] from desk.desk k where k.desk_id = ${desk}`.execute(db)
  return rows.map(openText)
}

/** More entries than this are not followed one by one. */
const mostFollowed = 500

const tables = [
  'event',
  'hold_group',
  'work',
  'commitment',
  'mistake',
  'note',
  'decision',
  'person',
  'contact',
  'priority',
  'answer',
  'trip',
  'segment',
  'point',
] as const

/**
 * Things that came, went or changed in entries after this number, and in the one that is being made; null where too much did,
 * or a calendar got another label, which is no new version of what is on it. A mistake becomes private with its event, in the
 * version that it has.
 */
export async function changedSince(db: Db, desk: string, number: number, making: string): Promise<string[] | null> {
  const versions = tables.flatMap((table) =>
    ['made_by', 'ended_by'].map(
      (by) =>
        sql`select t.id from entry n join ${sql.table(`desk.${table}`)} t on t.desk_id = ${desk} and t.${sql.ref(by)} = n.id`,
    ),
  )
  const { rows } = await sql<{ id: string | null }>`
    with entry as materialized (
      select id from desk.journal_entry where desk_id = ${desk} and number > ${number}
      union all select ${making}::uuid
      limit ${mostFollowed + 1}),
    changed as materialized (${sql.join(versions, sql` union `)})
    select id from changed
    union select f.id from desk.feedback f join desk.journal_item i
      on i.desk_id = f.desk_id and i.item_id = f.id::text and i.number > ${number} where f.desk_id = ${desk}
    union select m.id from desk.mistake m where m.desk_id = ${desk} and m.known_to is null
      and m.items && (select array_agg(c.id::text) from changed c)
    union all select null where (select count(*) from entry) > ${mostFollowed} or exists (
      select from entry n join desk.calendar_version v on v.desk_id = ${desk} and v.made_by = n.id)`.execute(db)
  return rows.some(({ id }) => id === null) ? null : rows.flatMap(({ id }) => (id === null ? [] : [id]))
}
