import { sql } from 'kysely'
import { dayText } from '../../../plan/text.ts'
import type { Span } from '../../../plan/time.ts'
import type { Db } from '../../act.ts'
import { anyOf, instant, type Made } from '../queries.ts'
import {
  extremesOf,
  noWords,
  type PartTimes,
  type PartWords,
  partFrom,
  partTimes,
  partWords,
  takesTime,
  type VersionedEvent,
} from '../series/model.ts'

const columns = [
  'e.id',
  'e.version',
  'e.calendar_id as calendarId',
  'e.uid',
  'e.times',
  'd.words',
  'd.texts',
  'd.imported',
] as const

/** An event as somebody reads it: `hidden` where its words are kept from them. */
export type Read = VersionedEvent & { readonly hidden: boolean }

type Row = {
  id: string
  version: number
  calendarId: string
  uid: string
  times: PartTimes[]
  /** Null where whoever reads may not have them. */
  words: PartWords[] | null
  texts: (string | null)[] | null
  imported: (string | null)[] | null
}

const eventFrom = ({ id, version, calendarId, uid, times, words, texts, imported }: Row): Read => ({
  hidden: words === null,
  id,
  version,
  calendarId,
  uid,
  parts: times.map((time, n) =>
    partFrom(uid, time, words?.[n] ?? noWords, { text: texts?.[n] ?? null, imported: imported?.[n] ?? null }),
  ),
})

/** The detail is looked up by key for each event: right after an import the planner would join by scanning. */
const whole = (db: Db, desk: string) =>
  db
    .selectFrom('desk.event as e')
    .leftJoinLateral(
      (join) =>
        join
          .selectFrom('desk.event_detail as x')
          .where('x.desk_id', '=', desk)
          .whereRef('x.event_id', '=', 'e.id')
          .whereRef('x.version', '=', 'e.version')
          .select(['x.words', 'x.texts', 'x.imported'])
          .limit(1)
          .as('d'),
      (on) => on.onTrue(),
    )
    .where('e.desk_id', '=', desk)
    .select(columns)

/** Events of today by id, each looked up by key. */
export const eventsById = async (db: Db, desk: string, ids: readonly string[]): Promise<Read[]> => {
  if (ids.length === 0) return []
  const { rows } = await sql<Row>`
    select e.id, e.version, e.calendar_id as "calendarId", e.uid, e.times, d.words, d.texts, d.imported
    from unnest(${ids as string[]}::uuid[]) wanted(id)
    cross join lateral (select * from desk.event e
      where e.desk_id = ${desk} and e.id = wanted.id and e.known_to is null limit 1) e
    left join lateral (select * from desk.event_detail d
      where d.desk_id = ${desk} and d.event_id = e.id and d.version = e.version limit 1) d on true`.execute(db)
  return rows.map(eventFrom)
}

export const eventById = async (db: Db, desk: string, id: string): Promise<Read | undefined> => {
  const { rows } = await sql<Row>`
    select e.id, e.version, e.calendar_id as "calendarId", e.uid, e.times, d.words, d.texts, d.imported
    from desk.event e
    left join desk.event_detail d on d.desk_id = ${desk} and d.event_id = e.id and d.version = e.version
    where e.desk_id = ${desk} and e.id = ${id} and e.known_to is null`.execute(db)
  return rows.map(eventFrom)[0]
}

/** Every event of today on a calendar, or on all, a stretch at a time in the order of their ids. */
export async function* allEvents(db: Db, desk: string, calendar: string | null, most = 2000): AsyncGenerator<Read[]> {
  for (let after: string | null = null; ; ) {
    let query = whole(db, desk).where('e.known_to', 'is', null).orderBy('e.id').limit(most)
    if (calendar !== null) query = query.where('e.calendar_id', '=', calendar)
    if (after !== null) query = query.where('e.id', '>', after)
    const found = (await query.execute()).map(eventFrom)
    if (found.length > 0) yield found
    if (found.length < most) return
    after = found.at(-1)?.id ?? null
  }
}

/** Events that may touch a span of time, as they are or as they stood at `asOf`; some that do not touch it may be among them. `travelling`: only those that end in another zone. */
export const eventsAround = async (
  db: Db,
  desk: string,
  { start, end }: Span,
  asOf: Temporal.Instant | null,
  travelling = false,
): Promise<Read[]> => {
  const [from, to] = [start, end].map((at) => dayText(Math.floor(at / 86_400_000) as Parameters<typeof dayText>[0]))
  let query = whole(db, desk)
    .where('e.first_on', '<=', to as string)
    .where((e) => e.or([e('e.last_on', 'is', null), e('e.last_on', '>=', from as string)]))
  query =
    asOf === null
      ? query.where('e.known_to', 'is', null)
      : query
          .where('e.known_from', '<=', instant(asOf))
          .where((e) => e.or([e('e.known_to', 'is', null), e('e.known_to', '>', instant(asOf))]))
  if (travelling) query = query.where(sql<boolean>`jsonb_path_exists(e.times, '$[*] ? (@.endZone != null)')`)
  return (await query.orderBy('e.id').execute()).map(eventFrom)
}

/** The id and version of every event of today on a calendar, by UID. */
export const uidsOf = async (db: Db, desk: string, calendar: string): Promise<Map<string, string>> =>
  new Map(
    (
      await db
        .selectFrom('desk.event')
        .where('desk_id', '=', desk)
        .where('calendar_id', '=', calendar)
        .where('known_to', 'is', null)
        .select(['uid', 'id'])
        .execute()
    ).map(({ uid, id }) => [uid, id]),
  )

const batches = <T>(rows: readonly T[], most: number): T[][] =>
  Array.from({ length: Math.ceil(rows.length / most) }, (_, n) => rows.slice(n * most, (n + 1) * most))

/** As JSON escapes them: a zero byte, and half a character, of which jsonb holds neither. A backslash before is one of the text. */
const unheld = /(?<!\\)((?:\\\\)*)\\u(0000|d[89a-f][0-9a-f]{2})/g

const json = (value: unknown): string =>
  JSON.stringify(value).replace(unheld, (_, before: string, code: string) => before + (code === '0000' ? '' : '\ufffd'))

/** Writes versions of events. `addresses`: whose calendar each is, by calendar. */
export async function addVersions(
  db: Db,
  desk: string,
  events: readonly VersionedEvent[],
  addresses: (calendar: string) => readonly string[],
  made: Made,
): Promise<void> {
  for (const batch of batches(events, 1000)) {
    const rows = batch.map((event) => ({ ...sides(event, addresses(event.calendarId)), version: event.version }))
    await sql`
      insert into desk.event (desk_id, id, version, calendar_id, uid, times, first_on, last_on, known_from, made_by)
      select ${desk}::uuid, x.id, x.version, x.calendar_id, x.uid, x.times, x.first_on, x.last_on,
             ${made.at.toString()}::timestamptz, ${made.entry}::uuid
      from jsonb_to_recordset(${json(rows.map(({ event }) => event))}::jsonb) as x(
        id uuid, version integer, calendar_id uuid, uid text, times jsonb, first_on date, last_on date)`.execute(db)
    await sql`
      insert into desk.event_detail (desk_id, event_id, version, words, texts, imported, label, readers)
      select ${desk}::uuid, x.event_id, x.version, x.words, x.texts, x.imported,
        desk.label_of(x.labels, c.label), desk.readers_of(x.labels, c.label, c.readers)
      from jsonb_to_recordset(${json(rows.map(({ event, detail }) => ({ ...detail, labels: labelsOf(event.times), calendar_id: event.calendar_id })))}::jsonb) as x(
        event_id uuid, version integer, words jsonb, texts jsonb, imported jsonb, labels jsonb, calendar_id uuid)
      join desk.calendar_version c on c.desk_id = ${desk} and c.id = x.calendar_id and c.known_to is null`.execute(db)
  }
}

/** As much of the times as says who may read the words. */
const labelsOf = (times: readonly PartTimes[]) =>
  times.map(({ saidLabel, label, readers }) => ({ saidLabel, label, readers }))

function sides(event: VersionedEvent, addresses: readonly string[]) {
  const { first, last } = extremesOf(event)
  return {
    event: {
      id: event.id,
      version: event.version,
      calendar_id: event.calendarId,
      uid: event.uid,
      times: event.parts.map((part) => partTimes(part, addresses)),
      first_on: dayText(first),
      last_on: last === null ? null : dayText(last),
    },
    detail: {
      event_id: event.id,
      version: event.version,
      words: event.parts.map(partWords),
      texts: event.parts.map(({ text }) => text),
      imported: event.parts.map(({ imported }) => imported),
    },
  }
}

/** Labels the words of these calendars' events anew: the calendar says what an event does not say itself. */
export const relabel = async (db: Db, desk: string, calendars: readonly string[]): Promise<void> => {
  await sql`
    update desk.event_detail d
    set label = desk.label_of(e.times, c.label), readers = desk.readers_of(e.times, c.label, c.readers)
    from desk.event e
    join desk.calendar_version c on c.desk_id = ${desk} and c.id = e.calendar_id and c.known_to is null
    where e.desk_id = ${desk} and e.calendar_id = any(${calendars as string[]}::uuid[])
      and d.desk_id = ${desk} and d.event_id = e.id and d.version = e.version`.execute(db)
}

/** Ends the versions of today. */
export const endVersions = async (db: Db, desk: string, ids: readonly string[], made: Made): Promise<void> => {
  if (ids.length === 0) return
  await db
    .updateTable('desk.event')
    .set({ known_to: made.at.toString(), ended_by: made.entry })
    .where('desk_id', '=', desk)
    .where('known_to', 'is', null)
    .where('id', '=', anyOf(ids))
    .execute()
}

/**
 * One event becomes another version of itself at the same time, and others go, with their rows: one statement, in which
 * what is added waits for what is ended.
 */
export async function turnInto(
  db: Db,
  desk: string,
  event: VersionedEvent,
  gone: readonly string[],
  made: Made,
): Promise<void> {
  const { event: times, detail } = sides(event, [])
  const at = made.at.toString()
  await sql`
    with ended as (
      update desk.event set known_to = ${at}::timestamptz, ended_by = ${made.entry}::uuid
      where desk_id = ${desk} and known_to is null and id = any(${[event.id, ...gone]}::uuid[]) returning 1
    ), added as (
      insert into desk.event (desk_id, id, version, calendar_id, uid, times, first_on, last_on, known_from, made_by)
      select ${desk}::uuid, ${event.id}::uuid, ${event.version}::integer, ${event.calendarId}::uuid, ${event.uid},
        ${json(times.times)}::jsonb, ${times.first_on}::date, ${times.last_on}::date, ${at}::timestamptz, ${made.entry}::uuid
      from (select count(*) from ended) after
    ), said as (
      insert into desk.event_detail (desk_id, event_id, version, words, texts, imported, label, readers)
      select ${desk}::uuid, ${event.id}::uuid, ${event.version}::integer, ${json(detail.words)}::jsonb, ${json(detail.texts)}::jsonb,
        ${json(detail.imported)}::jsonb, desk.label_of(${json(labelsOf(times.times))}::jsonb, c.label),
        desk.readers_of(${json(labelsOf(times.times))}::jsonb, c.label, c.readers)
      from desk.calendar_version c where c.desk_id = ${desk} and c.id = ${event.calendarId} and c.known_to is null
    ), freed as (
      delete from desk.occurrence where desk_id = ${desk} and event_id = any(${gone as string[]}::uuid[])
    )
    update desk.occurrence set version = ${event.version}, busy = ${takesTime(times.times[0] as PartTimes)}
    where desk_id = ${desk} and event_id = ${event.id}`.execute(db)
}

/** Ends every event of a calendar; their ids. */
export const endAllOf = async (db: Db, desk: string, calendar: string, made: Made): Promise<string[]> => {
  const ended = await db
    .updateTable('desk.event')
    .set({ known_to: made.at.toString(), ended_by: made.entry })
    .where('desk_id', '=', desk)
    .where('calendar_id', '=', calendar)
    .where('known_to', 'is', null)
    .returning('id')
    .execute()
  return ended.map(({ id }) => id)
}

/** What an event continues, where it was split off from another. */
export const linkEvents = (db: Db, desk: string, from: string, to: string) =>
  db.insertInto('desk.link').values({ desk_id: desk, from_id: from, to_id: to, why: 'continues' }).execute()

/** Fresh statistics, so that what was just imported is found by the right indexes. */
export const countEvents = async (db: Db): Promise<void> => {
  await sql`select desk.count_events()`.execute(db)
}
