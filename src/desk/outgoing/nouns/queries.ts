import { type RawBuilder, sql } from 'kysely'

/** Things of the desk besides events and offers. */
export type NounKind =
  | 'work'
  | 'commitment'
  | 'mistake'
  | 'note'
  | 'decision'
  | 'person'
  | 'contact'
  | 'priority'
  | 'feedback'
  | 'answer'
  | 'trip'
  | 'segment'
  | 'point'

/** One of them as words: who has a part in it by name, and with their address; and everything else it says. */
export type Noun = {
  readonly id: string
  readonly what: NounKind
  readonly label: string
  readonly title: string | null
  readonly names: readonly (string | null)[]
  readonly people: readonly (string | null)[]
  readonly notes: string
}

/** `column` is one of ours, never what somebody typed. */
export const among = (column: string, ids: readonly string[] | null) =>
  ids === null ? sql`true` : sql`${sql.raw(column)} = any(${ids as string[]}::uuid[])`

const inForce = (table: string, desk: string, ids: readonly string[] | null) =>
  sql`${sql.raw(table)}.desk_id = ${desk} and ${sql.raw(table)}.known_to is null and ${among(`${table}.id`, ids)}`

const lines = (json: string, key: string) =>
  sql`(select string_agg(x ->> ${sql.lit(key)}, E'\n') from jsonb_array_elements(${sql.raw(json)}) x)`

const found = (json: string, path: string) =>
  sql`(select string_agg(x #>> '{}', E'\n') from jsonb_path_query(${sql.raw(json)}, ${sql.lit(path)}) x)`

/** What a person wrote in an answer of the partnership, or in its story; what a question says by itself gives nothing away. */
const written = (said: string) =>
  sql`concat_ws(E'\n', ${sql.raw(said)} ->> 'note', ${sql.raw(said)} -> 'values' ->> 'words', ${sql.raw(said)} -> 'values' ->> 'second')`

/**
 * Work, promises, mistakes, notes, decisions, people, lines about them, priorities, feedback, answers, trips, their parts and what is
 * open about them of today, or these alone. Read as the desk.
 */
export const nouns = (desk: string, ids: readonly string[] | null): RawBuilder<Noun> => sql<Noun>`
  select w.id, 'work' as what, w.label, w.terms ->> 'title' as title,
    array[w.terms ->> 'who', w.terms ->> 'askedBy'] as names, array[w.terms ->> 'who', w.terms ->> 'askedBy'] as people,
    concat_ws(E'\n', w.kind, w.terms ->> 'asked', w.terms ->> 'goal', w.terms ->> 'project') as notes
  from desk.work w where ${inForce('w', desk, ids)}
  union all
  select c.id, 'commitment', c.label, c.terms ->> 'what',
    array[c.terms -> 'by' ->> 'name', c.terms -> 'to' ->> 'name'],
    array[concat_ws(' ', c.terms -> 'by' ->> 'name', c.terms -> 'by' ->> 'address'),
      concat_ws(' ', c.terms -> 'to' ->> 'name', c.terms -> 'to' ->> 'address')],
    coalesce(c.terms ->> 'words', '')
  from desk.commitment c where ${inForce('c', desk, ids)}
  union all
  select m.id, 'mistake', m.label, m.facts ->> 'title', array[m.facts -> 'askedBy' ->> 'name'],
    array[m.facts -> 'askedBy' ->> 'name']
      || array(select x #>> '{}' from jsonb_array_elements(coalesce(m.facts -> 'others', '[]')) x),
    concat_ws(E'\n', m.facts -> 'asked' ->> 'words', m.facts -> 'done' ->> 'words', m.facts ->> 'putRight',
      ${lines("m.facts -> 'touched'", 'words')}, ${lines("m.facts -> 'follows'", 'words')})
  from desk.mistake m where ${inForce('m', desk, ids)}
  union all
  select n.id, 'note', n.label, n.title, array(select x ->> 'name' from jsonb_array_elements(n.people) x),
    array(select concat_ws(' ', x ->> 'name', x ->> 'address') from jsonb_array_elements(n.people) x),
    coalesce(${lines('n.lines', 'text')}, '')
  from desk.note n where ${inForce('n', desk, ids)}
  union all
  select d.id, 'decision', d.label, d.brief ->> 'question',
    array(select x #>> '{}' from jsonb_array_elements(d.brief -> 'consulted') x),
    array(select x #>> '{}' from jsonb_array_elements(d.brief -> 'consulted') x),
    concat_ws(E'\n', d.brief ->> 'context', ${lines("d.brief -> 'options'", 'words')}, ${lines('d.talk', 'words')})
  from desk.decision d where ${inForce('d', desk, ids)}
  union all
  select p.id, 'person', p.label, p.name, array[p.name],
    array[p.name] || array(select x #>> '{}' from jsonb_array_elements((p.terms -> 'names') || (p.terms -> 'addresses')) x),
    concat_ws(E'\n', p.terms ->> 'organisation', p.terms -> 'ways' ->> 'helps')
  from desk.person p where ${inForce('p', desk, ids)}
  union all
  select c.id, 'contact', c.label, null, array[]::text[], array[]::text[], c.words
  from desk.contact c where ${inForce('c', desk, ids)}
  union all
  select q.id, 'priority', q.label, q.terms ->> 'title', array[]::text[],
    array(select x #>> '{}' from jsonb_path_query(q.terms, '$.rules[*].people[*]') x),
    concat_ws(E'\n', ${found('q.terms', '$.rules[*].words[*]')}, ${found('q.terms', '$.rules[*].goals[*]')})
  from desk.priority q where ${inForce('q', desk, ids)}
  union all
  select f.id, 'feedback', f.label, null, array[]::text[], array[]::text[], concat_ws(E'\n', f.well, f.to_try, f.thanks)
  from desk.feedback f where f.desk_id = ${desk} and f.withdrawn_at is null and ${among('f.id', ids)}
  union all
  select a.id, 'answer', a.label, null, array[]::text[],
    array(select x #>> '{}' from jsonb_path_query(jsonb_build_array(a.waits, a.kept), '$[*].values.keyvalue() ? (@.key == "people" || @.key == "onlyPeople").value[*]') x),
    concat_ws(E'\n', ${written('a.waits')}, ${written('a.kept')})
  from desk.answer a where ${inForce('a', desk, ids)}
  union all
  select t.id, 'trip', t.label, t.terms ->> 'title',
    array(select x ->> 'name' from jsonb_array_elements(t.terms -> 'travellers') x),
    array(select x ->> 'name' from jsonb_array_elements(t.terms -> 'travellers') x),
    concat_ws(E'\n', t.terms ->> 'purpose', t.terms ->> 'success', t.terms ->> 'why', t.terms ->> 'lastWayHome',
      ${found('t.terms', '$.cities[*]')}, ${found('t.terms', '$.approvals[*].words')})
  from desk.trip t where ${inForce('t', desk, ids)}
  union all
  select s.id, 'segment', s.label, s.terms ->> 'title', array[s.terms ->> 'provider', s.terms ->> 'driver'],
    array[s.terms ->> 'provider', s.terms ->> 'driver']
      || array(select concat_ws(' ', x ->> 'name', x ->> 'address') from jsonb_array_elements(s.terms -> 'people') x),
    concat_ws(E'\n', s.terms ->> 'notes', s.terms ->> 'pickUp', s.terms ->> 'fallback', s.terms ->> 'confirmation',
      s.terms -> 'asked' ->> 'words', s.terms -> 'from' ->> 'place', s.terms -> 'from' ->> 'address', s.terms -> 'to' ->> 'place',
      s.terms -> 'to' ->> 'address')
  from desk.segment s where ${inForce('s', desk, ids)}
  union all
  select o.id, 'point', o.label, o.terms ->> 'words', array[]::text[], array[]::text[], coalesce(o.terms -> 'settled' ->> 'how', '')
  from desk.point o where ${inForce('o', desk, ids)}`
