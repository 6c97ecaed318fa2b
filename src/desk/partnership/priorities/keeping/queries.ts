import { sql } from 'kysely'
import { asInstant, type Span } from '../../../../plan/time.ts'
import type { Db } from '../../../act.ts'

/** More entries, or events, than this are not followed one by one. */
const mostFollowed = 300

/**
 * Events that came, went or changed in entries after this number. Null where they are to be read anew: too many, a calendar
 * that is another now, or a journey, which changes the clocks of what comes after it.
 */
export async function eventsChangedSince(db: Db, desk: string, number: number): Promise<string[] | null> {
  const { rows } = await sql<{ events: string[]; isMore: boolean }>`
    with entry as materialized (
      select id from desk.journal_entry where desk_id = ${desk} and number > ${number} order by number limit ${mostFollowed + 1}),
    changed as materialized (
      select e.id, e.times from entry n join desk.event e on e.desk_id = ${desk} and e.made_by = n.id
      union all
      select e.id, e.times from entry n join desk.event e on e.desk_id = ${desk} and e.ended_by = n.id)
    select array(select distinct id from changed limit ${mostFollowed + 1}) as events,
      (select count(*) from entry) > ${mostFollowed}
      or exists (select from changed where times @? '$[*] ? (@.start.zone != @.end.zone)')
      or exists (select from entry n join desk.calendar_version v on v.desk_id = ${desk} and v.made_by = n.id)
      or exists (select from entry n join desk.calendar_version v on v.desk_id = ${desk} and v.ended_by = n.id) as "isMore"`.execute(
    db,
  )
  const [found] = rows
  return found && !found.isMore && found.events.length <= mostFollowed ? found.events : null
}

/** When events are on, as far as the rows of today reach; what names no zone with a day to spare on either side. */
export async function spansOf(db: Db, desk: string, events: readonly string[]): Promise<Span[]> {
  if (events.length === 0) return []
  const { rows } = await sql<{ from: Temporal.Instant; to: Temporal.Instant }>`
    select coalesce(starts_at, wall_start at time zone 'UTC' - interval '1 day') as from,
      coalesce(ends_at, wall_end at time zone 'UTC' + interval '1 day') as to
    from desk.occurrence where desk_id = ${desk} and event_id = any(${events as string[]}::uuid[])`.execute(db)
  return rows.map(({ from, to }) => ({
    start: asInstant(from.epochMilliseconds),
    end: asInstant(to.epochMilliseconds),
  }))
}
