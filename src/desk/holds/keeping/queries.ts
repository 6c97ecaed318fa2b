import { sql } from 'kysely'
import type { Label } from '../../../plan/plan.ts'
import { asInstant, type Instant, type Span } from '../../../plan/time.ts'
import type { Db } from '../../act.ts'
import { anyOf, type Made } from '../../calendar/queries.ts'
import type { Group, Hold, Terms } from '../group/model.ts'
import type { FreedBy, GroupState } from '../model.ts'

type GroupRow = {
  id: string
  label: Label
  version: number
  state: GroupState
  calendar_id: string
  event_id: string | null
  recurrence_id: string | null
  terms: Terms
  expires_at: Temporal.Instant
  nudge_at: Temporal.Instant | null
}
type HoldRow = {
  id: string
  version: number
  rank: number
  state: Hold['state']
  freed_by: FreedBy | null
  starts_at: Temporal.Instant
  ends_at: Temporal.Instant
  latest_at: Temporal.Instant
  knowing: string[]
}

/** A group as it is kept, with the version of it and of each of its holds. */
export type Kept = Group & {
  readonly label: Label
  readonly version: number
  readonly versions: ReadonlyMap<string, number>
}

const ms = (at: Temporal.Instant): Instant => asInstant(at.epochMilliseconds)
const text = (at: Instant): string => Temporal.Instant.fromEpochMilliseconds(at).toString()

const holdFrom = (row: HoldRow): Hold => ({
  id: row.id,
  rank: row.rank,
  state: row.state,
  freedBy: row.freed_by,
  span: { start: ms(row.starts_at), end: ms(row.ends_at) },
  latest: ms(row.latest_at),
  knowing: row.knowing,
})

const groupFrom = (row: GroupRow, holds: readonly HoldRow[]): Kept => ({
  id: row.id,
  label: row.label,
  version: row.version,
  state: row.state,
  calendarId: row.calendar_id,
  eventId: row.event_id,
  recurrenceId: row.recurrence_id,
  expiresAt: ms(row.expires_at),
  nudgeAt: row.nudge_at && ms(row.nudge_at),
  terms: row.terms,
  holds: holds.map(holdFrom),
  versions: new Map(holds.map((hold) => [hold.id, hold.version])),
})

const groupsNow = (db: Db, desk: string) =>
  db.selectFrom('desk.hold_group').where('desk_id', '=', desk).where('known_to', 'is', null).selectAll()
const holdsNow = (db: Db, desk: string) =>
  db.selectFrom('desk.hold').where('desk_id', '=', desk).where('known_to', 'is', null).selectAll()

const withHolds = async (db: Db, desk: string, rows: readonly GroupRow[]): Promise<Kept[]> => {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const holds = await holdsNow(db, desk)
    .where('group_id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('rank')
    .orderBy('id')
    .execute()
  const byGroup = Map.groupBy(holds, (hold) => hold.group_id)
  return rows.map((row) => groupFrom(row, byGroup.get(row.id) ?? []))
}

type Joined = GroupRow & HoldRow & { hold_id: string; hold_version: number; hold_state: Hold['state'] }

/** A group with its holds, in one query. */
export const groupById = async (db: Db, desk: string, id: string): Promise<Kept | undefined> => {
  const { rows } = await sql<Joined>`
    select g.id, g.version, g.state, g.calendar_id, g.event_id, g.recurrence_id, g.terms, g.expires_at, g.nudge_at,
      g.label, h.id as hold_id, h.version as hold_version, h.rank, h.state as hold_state, h.freed_by, h.starts_at, h.ends_at,
      h.latest_at, h.knowing
    from desk.hold_group g
    join desk.hold h on h.desk_id = ${desk} and h.group_id = g.id and h.known_to is null
    where g.desk_id = ${desk} and g.id = ${id} and g.known_to is null
    order by h.rank, h.id`.execute(db)
  const [first] = rows
  const holdOf = (row: Joined) => ({ ...row, id: row.hold_id, version: row.hold_version, state: row.hold_state })
  return first && groupFrom(first, rows.map(holdOf))
}

export const groupsById = async (db: Db, desk: string, ids: readonly string[]): Promise<Kept[]> =>
  ids.length === 0
    ? []
    : withHolds(
        db,
        desk,
        await groupsNow(db, desk)
          .where('id', '=', sql<string>`any(${ids as string[]}::uuid[])`)
          .execute(),
      )

/** Groups that are out, by expiry; with `since`, also those settled after it, newest first behind them. */
export const groups = async (db: Db, desk: string, since: Temporal.Instant | null): Promise<Kept[]> => {
  const out = await groupsNow(db, desk).where('state', '=', 'out').orderBy('expires_at').orderBy('id').execute()
  const settled =
    since === null
      ? []
      : await groupsNow(db, desk)
          .where('state', '!=', 'out')
          .where('known_from', '>', sql<Temporal.Instant>`${since.toString()}::timestamptz`)
          .orderBy('known_from', 'desc')
          .execute()
  return withHolds(db, desk, [...out, ...settled])
}

/** Groups that move a meeting or have become it. */
export const groupsOfEvents = async (db: Db, desk: string, events: readonly string[]): Promise<Kept[]> =>
  withHolds(
    db,
    desk,
    await groupsNow(db, desk)
      .where((e) =>
        e.or([
          e('event_id', '=', anyOf(events)),
          e(
            'id',
            'in',
            e
              .selectFrom('desk.hold')
              .where('desk_id', '=', desk)
              .where('known_to', 'is', null)
              .where('id', '=', anyOf(events))
              .select('group_id'),
          ),
        ]),
      )
      .execute(),
  )

/** Groups with a time still held that touches a span, other than `but`. */
export const groupsOver = async (db: Db, desk: string, span: Span, but: string): Promise<Kept[]> => {
  const held = await holdsNow(db, desk)
    .where('state', '=', 'out')
    .where('starts_at', '<', sql<Temporal.Instant>`${text(span.end)}::timestamptz`)
    .where('ends_at', '>', sql<Temporal.Instant>`${text(span.start)}::timestamptz`)
    .where('group_id', '!=', but)
    .clearSelect()
    .select('group_id')
    .execute()
  return groupsById(db, desk, [...new Set(held.map((row) => row.group_id))])
}

/** Writes what a change made of a group: a version of it, and one of each hold that is new or not as it was. */
export async function save(db: Db, desk: string, before: Kept | null, after: Group, made: Made): Promise<Kept> {
  const was = new Map(before?.holds.map((hold) => [hold.id, hold]))
  const changed = after.holds.filter((hold) => was.get(hold.id) !== hold)
  const versions = new Map(before?.versions)
  for (const { id } of changed) versions.set(id, (versions.get(id) ?? 0) + 1)
  const kept: Kept = {
    ...after,
    label: before?.label ?? after.terms.meeting.label ?? 'desk',
    version: (before?.version ?? 0) + 1,
    versions,
  }
  await addVersions(db, desk, kept, changed, made)
  return kept
}

const rowOf = (group: Kept, hold: Hold) => ({
  id: hold.id,
  version: group.versions.get(hold.id) ?? 1,
  rank: hold.rank,
  state: hold.state,
  freed_by: hold.freedBy,
  starts_at: text(hold.span.start),
  ends_at: text(hold.span.end),
  latest_at: text(hold.latest),
  knowing: hold.knowing,
})

/** One statement; what it adds waits for what it ends, or two versions would be of today at once. */
const addVersions = (db: Db, desk: string, group: Kept, holds: readonly Hold[], { at, entry }: Made) =>
  sql`
    with freed as (
      update desk.hold set known_to = ${at.toString()}::timestamptz, ended_by = ${entry}::uuid
      where desk_id = ${desk} and known_to is null and id = any(${holds.map(({ id }) => id)}::uuid[]) returning 1
    ), ended as (
      update desk.hold_group set known_to = ${at.toString()}::timestamptz, ended_by = ${entry}::uuid
      where desk_id = ${desk} and known_to is null and id = ${group.id} returning 1
    ), added as (
      insert into desk.hold_group (desk_id, id, version, state, calendar_id, event_id, recurrence_id, terms, expires_at,
        nudge_at, label, known_from, made_by)
      select ${desk}::uuid, ${group.id}::uuid, ${group.version}::integer, ${group.state}, ${group.calendarId}::uuid,
        ${group.eventId}::uuid, ${group.recurrenceId}, ${JSON.stringify(group.terms)}::jsonb,
        ${text(group.expiresAt)}::timestamptz, ${group.nudgeAt === null ? null : text(group.nudgeAt)}::timestamptz,
        coalesce(${group.terms.meeting.label}, c.label), ${at.toString()}::timestamptz, ${entry}::uuid
      from (select count(*) from ended) after, desk.calendar_version c
      where c.desk_id = ${desk} and c.id = ${group.calendarId}::uuid and c.known_to is null
    )
    insert into desk.hold (desk_id, id, version, group_id, rank, state, freed_by, starts_at, ends_at, latest_at, knowing,
      known_from, made_by)
    select ${desk}::uuid, x.id, x.version, ${group.id}::uuid, x.rank, x.state, x.freed_by, x.starts_at, x.ends_at,
      x.latest_at, x.knowing, ${at.toString()}::timestamptz, ${entry}::uuid
    from (select count(*) from freed) after,
      jsonb_to_recordset(${JSON.stringify(holds.map((hold) => rowOf(group, hold)))}::jsonb) as x(
        id uuid, version integer, rank integer, state text, freed_by text, starts_at timestamptz, ends_at timestamptz,
        latest_at timestamptz, knowing text[])`.execute(db)

/** Until when the pages of groups are open; a group that has none is not in it. */
export const pagesOf = async (
  db: Db,
  desk: string,
  groups: readonly string[],
  at: Temporal.Instant,
): Promise<ReadonlyMap<string, Instant>> => {
  const rows = await db
    .selectFrom('auth.door')
    .where('desk_id', '=', desk)
    .where('item_id', '=', sql<string>`any(${groups as string[]}::uuid[])`)
    .where('way', '=', 'page')
    .where('closed_at', 'is', null)
    .where('until', '>', sql<Temporal.Instant>`${at.toString()}::timestamptz`)
    .select(['item_id as group', 'until'])
    .orderBy('until')
    .execute()
  return new Map(rows.flatMap(({ group, until }) => (group && until ? [[group, ms(until)] as const] : [])))
}
