import { sql } from 'kysely'
import { dayFromText, dayText } from '../../../plan/text.ts'
import { asInstant, type Day, dayMs, type Instant, type Span } from '../../../plan/time.ts'
import type { Db } from '../../act.ts'
import { anyOf } from '../queries.ts'
import { noWords, type PartTimes, type PartWords } from '../series/model.ts'
import { type Horizon, type Kept, wallsAround } from './model.ts'

export type HorizonRow = Horizon & { readonly tz: string }

export const horizonOf = async (db: Db, desk: string): Promise<HorizonRow | null> => {
  const row = await db
    .selectFrom('desk.horizon')
    .where('desk_id', '=', desk)
    .select(['from_on', 'to_on', 'tz_version'])
    .executeTakeFirst()
  if (!row) return null
  return { from: dayFromText(row.from_on) as Day, to: dayFromText(row.to_on) as Day, tz: row.tz_version }
}

/** Desks whose rows no longer reach far enough, or were made with other time-zone data; asked as the database's owner. */
export const desksBehind = async (owner: Db, { from, to, tz }: HorizonRow): Promise<string[]> =>
  (
    await owner
      .selectFrom('desk.horizon')
      .where((is) =>
        is.or([is('from_on', '>', dayText(from)), is('to_on', '<', dayText(to)), is('tz_version', '<>', tz)]),
      )
      .select('desk_id')
      .execute()
  ).map(({ desk_id }) => desk_id)

export const keepHorizon = (db: Db, desk: string, { from, to, tz }: HorizonRow) => {
  const set = { from_on: dayText(from), to_on: dayText(to), tz_version: tz }
  return db
    .insertInto('desk.horizon')
    .values({ desk_id: desk, ...set })
    .onConflict((on) => on.column('desk_id').doUpdateSet(set))
    .execute()
}

/** Rows that are past keep the instants they were lived by; `keepBefore` says what is past. */
export const dropRows = async (db: Db, desk: string, events: readonly string[]): Promise<void> => {
  if (events.length === 0) return
  await db.deleteFrom('desk.occurrence').where('desk_id', '=', desk).where('event_id', '=', anyOf(events)).execute()
}

export const dropRowsOfCalendar = (db: Db, desk: string, calendar: string) =>
  db.deleteFrom('desk.occurrence').where('desk_id', '=', desk).where('calendar_id', '=', calendar).execute()

type New = {
  readonly event: string
  readonly version: number
  readonly calendar: string
  readonly rows: readonly Kept[]
}

const instantText = (at: Instant) => Temporal.Instant.fromEpochMilliseconds(at).toString()

export async function addRows(db: Db, desk: string, events: readonly New[], tz: string): Promise<void> {
  const all = events.flatMap(({ event, version, calendar, rows }) =>
    rows.map((row) => ({
      event_id: event,
      version,
      recurrence_id: row.recurrenceId,
      calendar_id: calendar,
      part: row.part,
      starts_at: row.span && instantText(row.span.start),
      ends_at: row.span && instantText(row.span.end),
      wall_start: row.wallStart,
      wall_end: row.wallEnd,
      all_day: row.allDay,
      zone: row.zone,
      end_zone: row.endZone,
      travels: row.travels,
      busy: row.busy,
    })),
  )
  for (let from = 0; from < all.length; from += 5000) {
    const batch = JSON.stringify(all.slice(from, from + 5000))
    await sql`
      insert into desk.occurrence (desk_id, event_id, version, recurrence_id, calendar_id, part, starts_at, ends_at, wall_start,
        wall_end, all_day, zone, end_zone, travels, busy, tz_version)
      select ${desk}::uuid, x.event_id, x.version, x.recurrence_id, x.calendar_id, x.part, x.starts_at, x.ends_at, x.wall_start,
        x.wall_end, x.all_day, x.zone, x.end_zone, x.travels, x.busy, ${tz}
      from json_to_recordset(${batch}::json) as x(
        event_id uuid, version integer, recurrence_id text, calendar_id uuid, part integer, starts_at timestamptz, ends_at timestamptz,
        wall_start timestamp, wall_end timestamp, all_day boolean, zone text, end_zone text, travels boolean, busy boolean)`.execute(
      db,
    )
  }
}

/** Instants of rows that lie in the past, by event and recurrence id, to be kept when the rows are made anew. */
export const pastSpans = async (
  db: Db,
  desk: string,
  events: readonly string[],
  at: Temporal.Instant,
): Promise<ReadonlyMap<string, { readonly span: Span; readonly wallStart: string; readonly zone: string | null }>> => {
  if (events.length === 0) return new Map()
  const rows = await db
    .selectFrom('desk.occurrence')
    .where('desk_id', '=', desk)
    .where('event_id', '=', anyOf(events))
    .where('ends_at', '<=', sql<Temporal.Instant>`${at.toString()}::timestamptz`)
    .select(['event_id', 'recurrence_id', 'starts_at', 'ends_at', 'wall_start', 'zone'])
    .execute()
  return new Map(
    rows.flatMap((row) =>
      row.starts_at && row.ends_at
        ? [
            [
              `${row.event_id} ${row.recurrence_id}`,
              { span: spanOf(row.starts_at, row.ends_at), wallStart: row.wall_start, zone: row.zone },
            ],
          ]
        : [],
    ),
  )
}

const spanOf = (start: Temporal.Instant, end: Temporal.Instant): Span => ({
  start: asInstant(start.epochMilliseconds),
  end: asInstant(end.epochMilliseconds),
})

/** An occurrence with the part of its event it is made of. */
export type Found = Kept & {
  readonly eventId: string
  readonly version: number
  readonly calendarId: string
  readonly uid: string
  readonly times: PartTimes
  readonly words: PartWords
  /** Its words are kept from whoever reads. */
  readonly hidden: boolean
}

const limitMs = 31 * dayMs

/**
 * Occurrences that may touch a window: those with instants that do, and what names no zone wherever its clock may be read.
 * Half-open; one without length counts at its instant.
 */
export const rowsIn = (db: Db, desk: string, window: Span): Promise<Found[]> => {
  const [from, to, early] = [window.start, window.end, asInstant(window.start - limitMs)].map(instantText)
  const walls = wallsAround(window)
  return found(
    db,
    sql`
      select * from desk.occurrence
      where desk_id = ${desk} and starts_at < ${to}::timestamptz and ends_at >= ${from}::timestamptz
        and starts_at > ${early}::timestamptz and starts_at is not null
      union all
      select * from desk.occurrence
      where desk_id = ${desk} and ends_at >= ${from}::timestamptz and starts_at <= ${early}::timestamptz
        and ends_at - starts_at > interval '31 days'
      union all
      select * from desk.occurrence
      where desk_id = ${desk} and starts_at is null and wall_start < ${walls.to}::timestamp and wall_end >= ${walls.from}::timestamp`,
    desk,
  )
}

/** The journeys that arrived last before an instant. */
export const journeysBefore = (db: Db, desk: string, at: Instant): Promise<Found[]> => {
  const [to, from] = [at, asInstant(at - 60 * dayMs)].map(instantText)
  return found(
    db,
    sql`select * from desk.occurrence
        where desk_id = ${desk} and travels and starts_at < ${to}::timestamptz and starts_at > ${from}::timestamptz
        order by starts_at desc limit 20`,
    desk,
  )
}

type Raw = {
  event_id: string
  version: number
  calendar_id: string
  uid: string
  recurrence_id: string
  part: number
  starts_at: Temporal.Instant | null
  ends_at: Temporal.Instant | null
  wall_start: string
  wall_end: string
  all_day: boolean
  zone: string | null
  end_zone: string | null
  travels: boolean
  busy: boolean
  /** Null but in the first row of its part. */
  times: PartTimes | null
  words: PartWords | null
}

/**
 * Each row looks its event up by key (`lateral … limit 1`): right after an import the planner knows no better and would join by
 * scanning. A part says what it says once, with the first of its rows: a series has many.
 */
const found = async (db: Db, occurrences: ReturnType<typeof sql>, desk: string): Promise<Found[]> => {
  const { rows } = await sql<Raw>`
    select o.event_id, o.version, o.calendar_id, e.uid, o.recurrence_id, o.part, o.starts_at, o.ends_at, o.wall_start,
      o.wall_end, o.all_day, o.zone, o.end_zone, o.travels, o.busy,
      case when o.nth = 1 then e.times -> o.part end as times, case when o.nth = 1 then d.words -> o.part end as words
    from (select o.*, row_number() over (partition by o.event_id, o.version, o.part) as nth from (${occurrences}) o) o
    cross join lateral (select * from desk.event e
      where e.desk_id = ${desk} and e.id = o.event_id and e.version = o.version limit 1) e
    left join lateral (select d.words from desk.event_detail d
      where d.desk_id = ${desk} and d.event_id = o.event_id and d.version = o.version limit 1) d on true`.execute(db)
  const parts = new Map<string, { times: PartTimes; words: PartWords | null }>()
  for (const { event_id, version, part, times, words } of rows)
    if (times !== null) parts.set(`${event_id} ${version} ${part}`, { times, words })
  const saidBy = ({ event_id, version, part }: Raw) => {
    const said = parts.get(`${event_id} ${version} ${part}`)
    if (!said) throw new Error('an occurrence of a part that says nothing')
    return said
  }
  return rows
    .map((row) => ({ ...row, ...saidBy(row) }))
    .map((row) => ({
      eventId: row.event_id,
      version: row.version,
      calendarId: row.calendar_id,
      uid: row.uid,
      recurrenceId: row.recurrence_id,
      part: row.part,
      span: row.starts_at && row.ends_at ? spanOf(row.starts_at, row.ends_at) : null,
      wallStart: row.wall_start,
      wallEnd: row.wall_end,
      allDay: row.all_day,
      zone: row.zone,
      endZone: row.end_zone,
      travels: row.travels,
      busy: row.busy,
      times: row.times,
      words: row.words ?? noWords,
      hidden: row.words === null,
    }))
}

/** When the executive's own calendars are busy, and nothing else about it: for a feed, which sees no titles. */
export const busyRows = async (db: Db, desk: string, window: Span) => {
  const [from, to, early] = [window.start, window.end, asInstant(window.start - limitMs)].map(instantText)
  const walls = wallsAround(window)
  const { rows } = await sql<
    Pick<Raw, 'starts_at' | 'ends_at' | 'wall_start' | 'wall_end' | 'all_day' | 'zone' | 'end_zone'>
  >`
    select o.starts_at, o.ends_at, o.wall_start, o.wall_end, o.all_day, o.zone, o.end_zone
    from desk.occurrence o
    join desk.calendar_version c on c.desk_id = ${desk} and c.id = o.calendar_id and c.known_to is null
    where o.desk_id = ${desk} and o.busy and c.counts_as_busy and c.owner = 'executive'
      and ((o.starts_at < ${to}::timestamptz and o.ends_at > ${from}::timestamptz and o.starts_at > ${early}::timestamptz)
        or (o.ends_at > ${from}::timestamptz and o.starts_at <= ${early}::timestamptz and o.ends_at - o.starts_at > interval '31 days')
        or (o.starts_at is null and o.wall_start < ${walls.to}::timestamp and o.wall_end > ${walls.from}::timestamp))`.execute(
    db,
  )
  return rows.map((row) => ({
    span: row.starts_at && row.ends_at ? spanOf(row.starts_at, row.ends_at) : null,
    wallStart: row.wall_start,
    wallEnd: row.wall_end,
    allDay: row.all_day,
    zone: row.zone,
    endZone: row.end_zone,
  }))
}

/**
 * Whether anything on somebody's calendars takes their time in a span that the rows reach, but for some events: the
 * question that is asked with the desk locked, where most often nothing does.
 */
export const isBusyIn = async (
  db: Db,
  desk: string,
  owners: readonly string[],
  window: Span,
  but: readonly string[],
): Promise<boolean> => {
  const [from, to, early] = [window.start, window.end, asInstant(window.start - limitMs)].map(instantText)
  const walls = wallsAround(window)
  const { rows } = await sql`
    select 1 from desk.occurrence o
    join desk.calendar_version c on c.desk_id = ${desk} and c.id = o.calendar_id and c.known_to is null
    where o.desk_id = ${desk} and o.busy and c.counts_as_busy and c.owner = any(${owners as string[]}::text[])
      and o.event_id <> all(${but as string[]}::uuid[])
      and ((o.starts_at < ${to}::timestamptz and o.ends_at > ${from}::timestamptz and o.starts_at > ${early}::timestamptz)
        or (o.ends_at > ${from}::timestamptz and o.starts_at <= ${early}::timestamptz and o.ends_at - o.starts_at > interval '31 days')
        or (o.starts_at is null and o.wall_start < ${walls.to}::timestamp and o.wall_end > ${walls.from}::timestamp))
    limit 1`.execute(db)
  return rows.length > 0
}
