import { sql } from 'kysely'
import { asInstant } from '../../../plan/time.ts'
import type { Db } from '../../act.ts'
import type { Made } from '../../calendar/queries.ts'
import type { KeptWork, WorkState } from './model.ts'

const columns = ['id', 'version', 'state', 'label', 'kind', 'due_at', 'closed_at', 'mistake_id', 'terms'] as const

const versions = (db: Db, desk: string) => db.selectFrom('desk.work').where('desk_id', '=', desk).select(columns)
const today = (db: Db, desk: string) => versions(db, desk).where('known_to', 'is', null)

type Row = Awaited<ReturnType<ReturnType<typeof versions>['executeTakeFirstOrThrow']>>
const ms = (at: Temporal.Instant | null) => (at === null ? null : asInstant(at.epochMilliseconds))
const from = (row: Row): KeptWork => ({
  id: row.id,
  version: row.version,
  state: row.state,
  label: row.label,
  kind: row.kind,
  dueAt: ms(row.due_at),
  closedAt: ms(row.closed_at),
  mistake: row.mistake_id,
  terms: row.terms,
})

const instant = (at: Temporal.Instant) => sql<Temporal.Instant>`${at.toString()}::timestamptz`

export const workById = async (db: Db, desk: string, id: string): Promise<KeptWork | undefined> => {
  const row = await today(db, desk).where('id', '=', id).executeTakeFirst()
  return row && from(row)
}

export const worksById = async (db: Db, desk: string, ids: readonly string[]): Promise<KeptWork[]> =>
  ids.length === 0
    ? []
    : (
        await today(db, desk)
          .where('id', '=', sql<string>`any(${ids as string[]}::uuid[])`)
          .execute()
      ).map(from)

const mostClosed = 1000

/** Work in a state: what is open by when it is due, what has no date last; what is not, the newest first. */
export const worksIn = async (db: Db, desk: string, state: WorkState): Promise<KeptWork[]> => {
  const rows = today(db, desk).where('state', '=', state)
  const found =
    state === 'open'
      ? await rows
          .orderBy('due_at', (order) => order.asc().nullsLast())
          .orderBy('id')
          .execute()
      : await rows.orderBy('known_from', 'desc').orderBy('id').limit(mostClosed).execute()
  return found.map(from)
}

/** The steps of a mistake, in the order they were written down. */
export const worksOfMistake = async (db: Db, desk: string, mistake: string): Promise<KeptWork[]> =>
  (await today(db, desk).where('mistake_id', '=', mistake).orderBy('id').execute()).map(from)

/** What was closed since, in the order it was. */
export const closedSince = async (db: Db, desk: string, since: Temporal.Instant): Promise<KeptWork[]> =>
  (
    await today(db, desk)
      .where('state', '=', 'closed')
      .where('closed_at', '>=', instant(since))
      .orderBy('closed_at')
      .orderBy('id')
      .execute()
  ).map(from)

/** What was closed in a span that ends before `to`. */
export const closedBetween = async (
  db: Db,
  desk: string,
  from_: Temporal.Instant,
  to: Temporal.Instant,
): Promise<KeptWork[]> =>
  (
    await today(db, desk)
      .where('state', '=', 'closed')
      .where('closed_at', '>=', instant(from_))
      .where('closed_at', '<', instant(to))
      .orderBy('closed_at')
      .orderBy('id')
      .execute()
  ).map(from)

/** As it was known at an instant, or is today: open work due before `until` or without a date, and what was closed since. */
export const worksKnown = async (
  db: Db,
  desk: string,
  { until, since, asOf }: { until: Temporal.Instant; since: Temporal.Instant; asOf: Temporal.Instant | null },
): Promise<KeptWork[]> => {
  const known =
    asOf === null
      ? today(db, desk)
      : versions(db, desk)
          .where('known_from', '<=', instant(asOf))
          .where((e) => e.or([e('known_to', 'is', null), e('known_to', '>', instant(asOf))]))
  const rows = await known
    .where('state', '!=', 'cancelled')
    .where((e) => e.or([e('due_at', 'is', null), e('due_at', '<', instant(until))]))
    .where((e) => e.or([e('state', '=', 'open'), e('closed_at', '>=', instant(since))]))
    .orderBy('id')
    .execute()
  return rows.map(from)
}

const text = (at: number | null) =>
  at === null ? null : Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: 'millisecond' })

/** Ends the version of today, where there is one, and adds this. */
export const saveWork = async (db: Db, desk: string, work: KeptWork, { at, entry }: Made): Promise<void> => {
  await db
    .updateTable('desk.work')
    .set({ known_to: at.toString(), ended_by: entry })
    .where('desk_id', '=', desk)
    .where('id', '=', work.id)
    .where('known_to', 'is', null)
    .execute()
  await db
    .insertInto('desk.work')
    .values({
      desk_id: desk,
      id: work.id,
      version: work.version,
      state: work.state,
      label: work.label,
      kind: work.kind,
      due_at: text(work.dueAt),
      closed_at: text(work.closedAt),
      mistake_id: work.mistake,
      terms: JSON.stringify(work.terms),
      known_from: at.toString(),
      known_to: null,
      made_by: entry,
    })
    .execute()
}
