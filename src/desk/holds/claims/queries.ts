import { sql } from 'kysely'
import type { Span } from '../../../plan/time.ts'
import type { Db } from '../../act.ts'

export type Person = 'executive' | 'assistant'
export type Claim = {
  readonly eventId: string
  readonly recurrenceId: string | null
  readonly span: Span
  readonly overridden: boolean
}

const text = (ms: number): string => Temporal.Instant.fromEpochMilliseconds(ms).toString()

/** Meetings with a claim on some of this time, by id; those somebody overrode stand in nobody's way. */
export const claimsOver = async (
  db: Db,
  desk: string,
  people: readonly Person[],
  span: Span,
  but: string,
): Promise<string[]> => {
  const rows = await db
    .selectFrom('desk.claim')
    .where('desk_id', '=', desk)
    .where('person', 'in', [...people])
    .where('overridden', '=', false)
    .where('event_id', '!=', but)
    .where('starts_at', '<', sql<Temporal.Instant>`${text(span.end)}::timestamptz`)
    .where('ends_at', '>', sql<Temporal.Instant>`${text(span.start)}::timestamptz`)
    .select('event_id')
    .distinct()
    .execute()
  return rows.map((row) => row.event_id)
}

export const dropClaims = (db: Db, desk: string, events: readonly string[]) =>
  db
    .deleteFrom('desk.claim')
    .where('desk_id', '=', desk)
    .where('event_id', '=', sql<string>`any(${events as string[]}::uuid[])`)
    .execute()

/** Claims a time for people; false where it is somebody's already, and then nothing is claimed for those it is. */
export const addClaims = async (db: Db, desk: string, people: readonly Person[], claim: Claim): Promise<boolean> => {
  const added = await db
    .insertInto('desk.claim')
    .values(
      people.map((person) => ({
        desk_id: desk,
        event_id: claim.eventId,
        recurrence_id: claim.recurrenceId ?? '',
        person,
        starts_at: text(claim.span.start),
        ends_at: text(claim.span.end),
        overridden: claim.overridden,
      })),
    )
    .onConflict((on) => on.doNothing())
    .returning('person')
    .execute()
  return added.length === people.length
}
