import { sql } from 'kysely'
import type { Label } from '../../plan/plan.ts'
import type { Db } from '../act.ts'

/** A calendar as it is, or as it stood. */
export type CalendarRow = {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly owner: 'executive' | 'assistant'
  readonly countsAsBusy: boolean
  readonly readOnly: boolean
  readonly label: Label
  /** Members who may read what is private on it and names nobody itself. */
  readonly readers: readonly string[]
  readonly addresses: readonly string[]
}

/** A SQL instant. */
export const instant = (at: Temporal.Instant) => sql<Temporal.Instant>`${at.toString()}::timestamptz`

/**
 * Any of these ids, after `=`. One stands for itself: a list is planned anew each time it is asked for, and under row policies
 * that takes longer than finding one row.
 */
export const anyOf = (ids: readonly string[]) =>
  ids.length === 1 ? sql<string>`${ids[0]}::uuid` : sql<string>`any(${ids as string[]}::uuid[])`

const rows = (db: Db, desk: string) =>
  db
    .selectFrom('desk.calendar_version as v')
    .innerJoin('desk.calendar as c', (on) => on.onRef('c.desk_id', '=', 'v.desk_id').onRef('c.id', '=', 'v.id'))
    .where('v.desk_id', '=', desk)
    .select([
      'v.id',
      'v.version',
      'v.name',
      'v.owner',
      'v.counts_as_busy as countsAsBusy',
      'v.read_only as readOnly',
      'v.label',
      'v.readers',
      'c.addresses',
    ])
    .orderBy('v.id')

/** The calendars of today, or as they stood at `asOf`. */
export const calendars = (db: Db, desk: string, asOf: Temporal.Instant | null = null): Promise<CalendarRow[]> =>
  asOf === null
    ? rows(db, desk).where('v.known_to', 'is', null).execute()
    : rows(db, desk)
        .where('v.known_from', '<=', instant(asOf))
        .where((e) => e.or([e('v.known_to', 'is', null), e('v.known_to', '>', instant(asOf))]))
        .execute()

export const calendarById = (db: Db, desk: string, id: string): Promise<CalendarRow | undefined> =>
  rows(db, desk).where('v.id', '=', id).where('v.known_to', 'is', null).executeTakeFirst()

/** How many events each calendar holds. */
export const eventCounts = async (db: Db, desk: string): Promise<ReadonlyMap<string, number>> => {
  const counted = await db
    .selectFrom('desk.event')
    .where('desk_id', '=', desk)
    .where('known_to', 'is', null)
    .groupBy('calendar_id')
    .select((e) => ['calendar_id as id', e.fn.countAll<number>().as('events')])
    .execute()
  return new Map(counted.map(({ id, events }) => [id, Number(events)]))
}

export const addCalendar = (db: Db, desk: string, id: string) =>
  db.insertInto('desk.calendar').values({ desk_id: desk, id, timezones: '{}', addresses: [] }).execute()

/** What a change is entered as: the journal entry that makes it, and when. */
export type Made = { readonly entry: string; readonly at: Temporal.Instant }

export const addCalendarVersion = (db: Db, desk: string, row: Omit<CalendarRow, 'addresses'>, made: Made) =>
  db
    .insertInto('desk.calendar_version')
    .values({
      desk_id: desk,
      id: row.id,
      version: row.version,
      name: row.name,
      owner: row.owner,
      counts_as_busy: row.countsAsBusy,
      read_only: row.readOnly,
      label: row.label,
      readers: [...row.readers],
      known_from: made.at.toString(),
      known_to: null,
      made_by: made.entry,
      ended_by: null,
    })
    .execute()

export const endCalendarVersion = (db: Db, desk: string, id: string, made: Made) =>
  db
    .updateTable('desk.calendar_version')
    .set({ known_to: made.at.toString(), ended_by: made.entry })
    .where('desk_id', '=', desk)
    .where('id', '=', id)
    .where('known_to', 'is', null)
    .execute()

/** What a calendar's files said of zones that IANA does not have, and whose calendar it is. */
export const calendarFileFacts = async (db: Db, desk: string, id: string) =>
  db
    .selectFrom('desk.calendar')
    .where('desk_id', '=', desk)
    .where('id', '=', id)
    .select(['timezones', 'addresses'])
    .executeTakeFirstOrThrow()

export const keepFileFacts = (
  db: Db,
  desk: string,
  id: string,
  facts: { timezones: Readonly<Record<string, string>>; addresses: readonly string[] },
) =>
  db
    .updateTable('desk.calendar')
    .set({ timezones: JSON.stringify(facts.timezones), addresses: [...facts.addresses] })
    .where('desk_id', '=', desk)
    .where('id', '=', id)
    .execute()

/** Addresses of those who sit here. */
export const memberAddresses = async (
  db: Db,
  desk: string,
): Promise<{ readonly kind: string; readonly address: string }[]> =>
  (
    await db
      .selectFrom('desk.member')
      .where('desk_id', '=', desk)
      .where('email', 'is not', null)
      .select(['kind', 'email'])
      .execute()
  ).flatMap(({ kind, email }) => (email === null ? [] : [{ kind, address: email.toLowerCase() }]))
