import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../act.ts'
import type { Part, Side } from '../model.ts'
import { type Counted, type Fact, type Months, type pairParts, type Source, sources, type Tally } from './model.ts'

/** What was handed over for a time: operations that change something in those areas, and between which instants. */
export type Delegated = { readonly operations: readonly string[]; readonly from: number; readonly to: number | null }

/** Whom it is about: the desk, who its executive is, and what was delegated to whoever assisted. */
export type Whose = {
  readonly desk: string
  readonly executive: string
  /** Ids of the members on the executive's side. */
  readonly executives: readonly string[]
  /** And of those on the assistant’s, those too who have left. */
  readonly assistants: readonly string[]
  readonly delegated: readonly Delegated[]
  readonly now: Temporal.Instant
}

type Facts = RawBuilder<unknown>

/** `at`, `entry`, `side`, `value` (minutes) and `good`, one row for each thing that counts. Each is a table of its own. */
const columns = sql`at, entry, side, value, good`

const sideOf = (member: string) => sql`case when ${sql.ref(member)} = 'executive' then 'executive' else 'assistant' end`
const partners = sql`('executive', 'assistant')`

const instantOf = (ms: number): string => Temporal.Instant.fromEpochMilliseconds(ms).toString()

type Within = { readonly from: number; readonly to: number }

/**
 * Work as it was first written down, and is still there: read once, whatever is counted from it. What is looked up is not
 * joined: joined, it would be looked for a row at a time, because nobody can tell beforehand how many rows a policy lets
 * through. Asked by the executive is what names them, or what they wrote down themselves.
 */
const works = ({ desk, executive, executives }: Whose, { from, to }: Within) => sql`
  works as materialized (
    select f.at, f.entry, f.dated, f.kind, f.owner, f.goal, f.first,
      case when f.named or f.entry in (select e.id from desk.journal_entry e
        where e.desk_id = ${desk} and e.member_id = any(${executives as string[]}::uuid[])
          and e.at >= ${instantOf(from)}::timestamptz and e.at < ${instantOf(to)}::timestamptz) then 'executive' else 'assistant' end as asker
    from (select known_from as at, made_by as entry, due_at is not null as dated, lower(kind) as kind, terms ->> 'owner' as owner,
        terms ->> 'goal' <> '' as goal, lower(terms ->> 'askedBy') = lower(${executive}) as named,
        (terms ->> 'repeat' is null or terms ->> 'since' is not distinct from terms ->> 'dueOn') as first
      from desk.work
      where desk_id = ${desk} and version = 1
        and known_from >= ${instantOf(from)}::timestamptz and known_from < ${instantOf(to)}::timestamptz
        and (known_to is null or exists (select from desk.work w where w.desk_id = ${desk} and w.id = work.id and w.known_to is null))
      offset 0) f)`

/** What one asked of the other, as it was first asked: work, but no later turn of it. */
const workAsked = ({ desk }: Whose): Facts => sql`
  select f.at, f.entry, f.asker as side, null::float8 as value, f.dated and s.since is not null as good
  from (select * from works where first and owner in ${partners} and owner <> asker offset 0) f
  left join (select lower(kind) as kind, min(known_from) as since from desk.standard where desk_id = ${desk} group by 1) s
    on s.kind = f.kind and s.since <= f.at`

const among = (column: string, ids: readonly string[]) => sql`${sql.ref(column)} = any(${ids as string[]}::uuid[])`

const decisionsAsked = ({ desk, executives, assistants }: Whose): Facts => sql`
  select asked_at as at, made_by as entry, case when ${among('asked_by', executives)} then 'executive' else 'assistant' end as side,
    null::float8 as value, true as good
  from desk.decision
  where desk_id = ${desk} and version = 1
    and ((${among('asked_by', executives)} and ${among('decider_id', assistants)})
      or (${among('asked_by', assistants)} and ${among('decider_id', executives)}))
    and (known_to is null or id in (select d.id from desk.decision d where d.desk_id = ${desk} and d.known_to is null))`

/** A new date agreed before the old one had passed was said in time; one that passed in silence was not. */
const saidInTime = ({ desk, now }: Whose): Facts => sql`
  select n.known_from as at, n.made_by as entry, n.terms ->> 'owner' as side, null::float8 as value, n.known_from <= p.due_at as good
  from desk.commitment n
  join desk.commitment p on p.desk_id = ${desk} and p.id = n.id and p.ended_by = n.made_by and p.due_at is not null
  join desk.journal_entry e on e.desk_id = ${desk} and e.id = n.made_by and e.operation = 'commitment.renegotiate'
  where n.desk_id = ${desk} and n.version > 1 and n.terms ->> 'owner' in ${partners}
    and not exists (select from desk.journal_undone u where u.desk_id = ${desk} and u.entry_id = n.made_by)
  union all
  select c.due_at, c.made_by, c.terms ->> 'owner', null, false
  from desk.commitment c
  where c.desk_id = ${desk} and c.known_to is null and c.terms ->> 'owner' in ${partners}
    and (c.closed_at > c.due_at or c.state = 'broken' or (c.state = 'open' and c.due_at < ${now.toString()}::timestamptz))
    and c.due_at is not null`

const mistakesOwned = ({ desk }: Whose): Facts => sql`
  select f.known_from as at, f.made_by as entry, ${sideOf('m.kind')} as side, null::float8 as value,
    jsonb_array_length(k.progress -> 'reopened') = 0 as good
  from desk.mistake f
  join desk.mistake k on k.desk_id = ${desk} and k.id = f.id and k.known_to is null
  join desk.member m on m.desk_id = ${desk} and m.id = k.owner_id and m.kind in ${partners}
  where f.desk_id = ${desk} and f.version = 1`

const stretch = ({ desk, executive }: Whose): Facts => sql`
  select f.known_from as at, f.made_by as entry, 'executive' as side, null::float8 as value, null::boolean as good
  from desk.work f
  join desk.work w on w.desk_id = ${desk} and w.id = f.id and w.known_to is null
  join desk.journal_entry e on e.desk_id = ${desk} and e.id = f.made_by
  join desk.member m on m.desk_id = ${desk} and m.id = e.member_id
  where f.desk_id = ${desk} and f.version = 1 and w.terms @> '{"stretch": true}' and w.terms ->> 'owner' = 'assistant'
    and (m.kind = 'executive' or lower(f.terms ->> 'askedBy') = lower(${executive}))
  union all
  select w.closed_at, w.made_by, 'assistant', null, null
  from desk.work w
  where w.desk_id = ${desk} and w.known_to is null and w.state = 'closed'
    and w.terms @> '{"stretch": true}' and w.terms ->> 'owner' = 'assistant'`

const during = ({ operations, from, to }: Delegated) => sql`
  (e.operation = any(${operations as string[]}::text[]) and e.at >= ${instantOf(from)}::timestamptz
    and ${to === null ? sql`true` : sql`e.at < ${instantOf(to)}::timestamptz`})`

const changesInside = ({ desk, executives, delegated }: Whose): Facts => sql`
  select e.at, e.id as entry, 'executive' as side, null::float8 as value, null::boolean as good
  from desk.journal_entry e
  where e.desk_id = ${desk} and e.member_id = any(${executives as string[]}::uuid[])
    and (${delegated.length === 0 ? sql`false` : sql.join(delegated.map(during), sql` or `)})
    and not exists (select from desk.journal_undone u where u.desk_id = ${desk} and u.entry_id = e.id)`

const goals = (): Facts => sql`
  select at, entry, 'assistant' as side, null::float8 as value, goal as good from works where owner = 'assistant'`

const waits = ({ desk, executives, assistants }: Whose): Facts => sql`
  select at, entry, side, extract(epoch from at - asked_at)::float8 / 60 as value, null::boolean as good
  from (select asked_at, (outcome ->> 'at')::timestamptz as at, (outcome ->> 'entry')::uuid as entry,
      case when ${among('decider_id', executives)} then 'executive' else 'assistant' end as side
    from desk.decision
    where desk_id = ${desk} and known_to is null and state in ('chosen', 'none') and not (outcome ->> 'byDefault')::boolean
      and (${among('decider_id', executives)} or ${among('decider_id', assistants)})
    offset 0) d`

const promises = ({ desk, now }: Whose): Facts => sql`
  select coalesce(c.closed_at, c.due_at) as at, c.made_by as entry, c.terms ->> 'owner' as side, null::float8 as value,
    (c.state = 'kept' and (c.due_at is null or c.closed_at <= c.due_at)) as good
  from desk.commitment c
  where c.desk_id = ${desk} and c.known_to is null and c.terms ->> 'owner' in ${partners}
    and (c.state in ('kept', 'broken') or (c.state = 'open' and c.due_at < ${now.toString()}::timestamptz))`

type Of = Partial<Record<Part, (whose: Whose) => Facts>>

/** What each part is counted from, by where it is kept. The same rows make a number and are opened from it. */
const factsOf: Readonly<Record<Source, Of>> = {
  work: { communication: workAsked, boundaries: workAsked, growth: stretch, picture: goals },
  decisions: { communication: decisionsAsked, boundaries: decisionsAsked, decisions: waits },
  promises: { honesty: saidInTime, accountability: promises },
  mistakes: { room: mistakesOwned },
  record: { picture: changesInside },
}

const within = ({ from, to }: Within) =>
  sql`at >= ${instantOf(from)}::timestamptz and at < ${instantOf(to)}::timestamptz`

/** The facts of some parts that are kept in one place; null: none of them is. */
function together(whose: Whose, source: Source, parts: readonly Part[]): Facts | null {
  const found = parts.flatMap((part) => {
    const facts = factsOf[source][part]?.(whose)
    return facts ? [sql`select ${part}::text as part, ${columns} from (${facts}) ${sql.ref(part)}`] : []
  })
  return found.length === 0 ? null : sql.join(found, sql` union all `)
}

const middle = sql`percentile_cont(0.5) within group (order by value)`

/** A median has to sort its values, and that of all months is not made of theirs; everything else is added up. */
const tallies = (facts: Facts, bounds: readonly number[], span: Within, by: 'count' | 'median') => sql`
  select part, side, width_bucket(at, ${bounds.map(instantOf)}::timestamptz[]) as bucket, count(*)::int as count,
    (count(*) filter (where good))::int as good, ${by === 'median' ? middle : sql`null::float8`} as median, null::text as packed
  from (${facts}) facts where ${within(span)}
  group by ${by === 'median' ? sql`grouping sets ((part, side, bucket), (part, side))` : sql`part, side, bucket`}`

/**
 * Each ask as its side, whether it is so, its milliseconds and its entry, in one text: as rows of their own, or sorted into
 * groups, they cost more than everything else here.
 */
const packed = (facts: Facts, span: Within) => sql`
  select 'boundaries', null, null::int, count(*)::int, null::int, null::float8,
    string_agg((case side when 'executive' then 'e' else 'a' end) || (case when good then '1' else '0' end)
      || (date_part('epoch', at) * 1000)::int8 || ' ' || entry, ',')
  from (${facts}) asks where ${within(span)}`

type Row = Omit<Tally, 'month'> & { readonly bucket: number | null; readonly packed: string | null }

const unpacked = (text: string): Fact[] =>
  text.split(',').map((one) => {
    const space = one.indexOf(' ')
    const side = one[0] === 'e' ? 'executive' : 'assistant'
    return { at: Number(one.slice(2, space)), entry: one.slice(space + 1), side, good: one[1] === '1' }
  })

type Asked = {
  readonly source: Source
  readonly parts: readonly Part[]
  /** Parts of which the middle value is told, of each month and of them all: they are counted whole. */
  readonly medians: readonly Part[]
  readonly span: Within
}

/** What is counted from one place in some months. Read once, however many parts need it. */
export async function countsOf(
  db: Db,
  whose: Whose,
  { source, parts, medians, span }: Asked,
  { bounds }: Months,
): Promise<Counted> {
  const [all, sorted] = [together(whose, source, parts), together(whose, source, medians)]
  const asked = factsOf[source].boundaries?.(whose)
  const { rows } = await sql<Row>`
    with ${works(whose, span)}
    ${sql.join(
      [
        ...(all ? [tallies(all, bounds, span, 'count')] : []),
        ...(sorted ? [tallies(sorted, bounds, span, 'median')] : []),
        ...(asked ? [packed(asked, span)] : []),
      ],
      sql` union all `,
    )}`.execute(db)
  return {
    tallies: rows
      .filter(({ side }) => side !== null)
      .map(({ bucket, packed: _, ...row }) => ({ ...row, month: bucket === null ? null : bucket - 1 })),
    asks: rows.flatMap(({ packed: text }) => (text === null ? [] : unpacked(text))),
  }
}

/** The things a number was counted from, between two instants in milliseconds; `most`: the newest first, and no more of them. */
export async function factsIn(
  db: Db,
  whose: Whose,
  part: Part,
  { side, most, ...span }: Within & { readonly side: Side; readonly most: number | null },
): Promise<Fact[]> {
  const facts = sources.flatMap((source) => together(whose, source, [part]) ?? [])
  if (facts.length === 0) return []
  const { rows } = await sql<Fact>`
    with ${works(whose, span)}
    select (extract(epoch from at) * 1000)::float8 as at, entry, side, good from (${sql.join(facts, sql` union all `)}) facts
    where ${within(span)} and side = ${side}
    order by facts.at desc, entry ${most === null ? sql`` : sql`limit ${most}`}`.execute(db)
  return rows
}

const mostNew = 500

type Touched = { readonly first: number | null; readonly last: number | null }
const milliseconds = (of: RawBuilder<unknown>) => sql`(extract(epoch from ${of}) * 1000)::float8`

/**
 * Which of these places anything was written to since an entry of the record, and the span in which what was written counts:
 * null is all of it.
 */
export async function writtenSince(
  db: Db,
  { desk, executives }: Whose,
  after: number,
): Promise<ReadonlyMap<Source, Within | null>> {
  const { rows: made } = await sql<{ id: string; member: string; at: number }>`
    select id, member_id as member, ${milliseconds(sql`at`)} as at from desk.journal_entry
    where desk_id = ${desk} and number > ${after} order by number limit ${mostNew + 1}`.execute(db)
  if (made.length === 0) return new Map()
  if (made.length > mostNew) return new Map(sources.map((source) => [source, null]))
  const ids = sql`any(${made.map(({ id }) => id)}::uuid[])`
  const idsIn = (table: string) => sql`
    select t.id from ${sql.table(table)} t where t.desk_id = ${desk} and t.made_by = ${ids}
    union select t.id from ${sql.table(table)} t where t.desk_id = ${desk} and t.ended_by = ${ids}`
  const isIn = (table: string) => sql`exists (${idsIn(table)})`
  const { rows } = await sql<
    Touched &
      Record<'standard' | 'decisions' | 'promises' | 'mistakes', boolean> & {
        undoneFirst: number | null
        undoneLast: number | null
      }
  >`
    select ${milliseconds(sql`w.first`)} as first, ${milliseconds(sql`w.last`)} as last, ${isIn('desk.standard')} as standard,
      ${isIn('desk.decision')} as decisions, ${isIn('desk.commitment')} as promises, ${isIn('desk.mistake')} as mistakes,
      ${milliseconds(sql`u.first`)} as "undoneFirst", ${milliseconds(sql`u.last`)} as "undoneLast"
    from (select min(least(known_from, closed_at)) as first, max(greatest(known_from, closed_at)) as last from desk.work
      where desk_id = ${desk} and id in (${idsIn('desk.work')})) w,
      (select min(e.at) as first, max(e.at) as last from desk.journal_undone u
        join desk.journal_entry e on e.desk_id = ${desk} and e.id = u.entry_id
        where u.desk_id = ${desk} and u.by_entry_id = ${ids}) u`.execute(db)
  const [found] = rows
  if (!found) return new Map()
  const theirs = made.filter(({ member }) => executives.includes(member)).map(({ at }) => at)
  const record = [...theirs, ...[found.undoneFirst, found.undoneLast].filter((at) => at !== null)]
  const written = new Map<Source, Within | null>()
  if (found.first !== null && found.last !== null) written.set('work', { from: found.first, to: found.last + 1 })
  if (found.standard) written.set('work', null)
  if (record.length > 0) written.set('record', { from: Math.min(...record), to: Math.max(...record) + 1 })
  if (found.decisions) written.set('decisions', null)
  if (found.promises || found.undoneFirst !== null) written.set('promises', null)
  if (found.mistakes) written.set('mistakes', null)
  return written
}

type PairPart = (typeof pairParts)[number]

/** The first entry about a thing after a number of the record. */
const entryAfter = (desk: string, thing: RawBuilder<unknown>, number: RawBuilder<unknown>) => sql`
  join lateral (select e.id from desk.journal_item i
    join desk.journal_entry e on e.desk_id = ${desk} and e.number = i.number
    where i.desk_id = ${desk} and i.item_id = ${thing}::text and i.number > ${number} order by i.number limit 1) e on true`

/** Feedback given and one-to-ones held, of the pairs whoever reads is one of: the row policies let nobody else read them. */
const between = {
  feedback: (desk: string) => sql`
    select f.given_at as at, e.id as entry, ${sideOf('m.kind')} as side
    from desk.feedback f
    join desk.member m on m.desk_id = ${desk} and m.id = f.from_id
    ${entryAfter(desk, sql`f.id`, sql`0`)}
    where f.desk_id = ${desk} and f.withdrawn_at is null`,
  connection: (desk: string) => sql`
    select o.ended_at as at, e.id as entry, s.side
    from desk.one_to_one o
    ${entryAfter(desk, sql`o.id`, sql`o.ended_number`)}
    cross join (values ('executive'), ('assistant')) s(side)
    where o.desk_id = ${desk} and o.state = 'over'`,
} satisfies Record<PairPart, (desk: string) => Facts>

/** What the two alone read of each other, the newest first. Call it as whoever reads, never as the desk. */
export async function pairFacts(db: Db, desk: string, part: PairPart, { from, to }: Within): Promise<Fact[]> {
  const { rows } = await sql<Fact>`
    select (extract(epoch from at) * 1000)::float8 as at, entry, side, null::boolean as good
    from (${between[part](desk)}) facts where ${within({ from, to })} order by facts.at desc, entry`.execute(db)
  return rows
}
