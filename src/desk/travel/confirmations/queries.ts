import { type ColumnType, type SelectQueryBuilder, sql } from 'kysely'
import type { Label } from '../../../plan/plan.ts'
import type { Db, Versioned } from '../../act.ts'
import type { Made } from '../../calendar/queries.ts'
import type { Tables } from '../../tables.ts'
import type { Reading } from '../reading/model.ts'
import type { ConfirmationState, TakenPart } from './model.ts'

type At = ColumnType<Temporal.Instant, string, string>
type MaybeAt = ColumnType<Temporal.Instant | null, string | null, string | null>

/** What an entry changed of a confirmation can be put back as it was before. */
export const confirmationVersions: readonly Versioned[] = [
  {
    table: 'desk.confirmation',
    area: 'travel',
    keys: ['id'],
    says: [
      'state',
      'label',
      'trip_id',
      'document_hash',
      'file_name',
      'reading',
      'taken',
      'left_because',
      'dropped_by',
      'dropped_at',
    ],
  },
]

/** The tables of migration 0101 as Kysely sees them. */
export type ConfirmationTables = {
  'desk.document': { desk_id: string; hash: string; bytes: Buffer; kept_at: At }
  'desk.confirmation': {
    desk_id: string
    id: string
    version: number
    state: ConfirmationState
    label: Label
    trip_id: string | null
    document_hash: string
    file_name: string | null
    reading: ColumnType<Reading, string, string>
    taken: ColumnType<TakenPart[], string, string>
    left_because: string | null
    dropped_by: string
    dropped_at: At
    known_from: At
    known_to: MaybeAt
    made_by: string
    ended_by: string | null
  }
}

/** A confirmation as the desk keeps it. */
export type Confirmation = {
  readonly id: string
  readonly version: number
  readonly state: ConfirmationState
  readonly label: Label
  readonly tripId: string | null
  readonly hash: string
  readonly fileName: string | null
  readonly reading: Reading
  readonly taken: readonly TakenPart[]
  readonly leftBecause: string | null
  readonly droppedBy: string
  readonly droppedAt: Temporal.Instant
}

const today = (db: Db, desk: string) =>
  db.selectFrom('desk.confirmation').where('desk_id', '=', desk).where('known_to', 'is', null).selectAll()
type Row = Awaited<ReturnType<ReturnType<typeof today>['executeTakeFirstOrThrow']>>

const confirmationFrom = (row: Row): Confirmation => ({
  id: row.id,
  version: row.version,
  state: row.state,
  label: row.label,
  tripId: row.trip_id,
  hash: row.document_hash,
  fileName: row.file_name,
  reading: row.reading,
  taken: row.taken,
  leftBecause: row.left_because,
  droppedBy: row.dropped_by,
  droppedAt: row.dropped_at,
})

const all = async (query: SelectQueryBuilder<Tables, 'desk.confirmation', Row>): Promise<Confirmation[]> =>
  (await query.execute()).map(confirmationFrom)

/** Newest first. */
export const openConfirmations = (db: Db, desk: string): Promise<Confirmation[]> =>
  all(today(db, desk).where('state', '=', 'open').orderBy('dropped_at', 'desc').orderBy('id', 'desc'))

export const allConfirmations = (db: Db, desk: string, most: number): Promise<Confirmation[]> =>
  all(today(db, desk).orderBy('dropped_at', 'desc').orderBy('id', 'desc').limit(most))

export const confirmationsOf = (db: Db, desk: string, trip: string): Promise<Confirmation[]> =>
  all(today(db, desk).where('trip_id', '=', trip).orderBy('dropped_at', 'desc').orderBy('id', 'desc'))

/** Those taken into any segment, oldest first: what each segment was read from. */
export const takenConfirmations = (db: Db, desk: string): Promise<Confirmation[]> =>
  all(today(db, desk).where('state', '=', 'taken').orderBy('dropped_at').orderBy('id'))

export const confirmationById = async (db: Db, desk: string, id: string): Promise<Confirmation | undefined> =>
  (await all(today(db, desk).where('id', '=', id)))[0]

/** Those of the same bytes, the oldest first. */
export const confirmationsByHash = (db: Db, desk: string, hash: string): Promise<Confirmation[]> =>
  all(today(db, desk).where('document_hash', '=', hash).orderBy('dropped_at').orderBy('id'))

/** Those that are of a trip, or went into it with any of their parts. */
export const confirmationsIn = (db: Db, desk: string, trip: string): Promise<Confirmation[]> => {
  const part = JSON.stringify([{ tripId: trip }])
  return all(
    today(db, desk)
      .where((e) => e.or([e('trip_id', '=', trip), sql<boolean>`taken @> ${part}::jsonb`]))
      .orderBy('id'),
  )
}

/** The same bytes are kept once. */
export async function keepDocument(db: Db, desk: string, hash: string, bytes: Uint8Array, at: Temporal.Instant) {
  await db
    .insertInto('desk.document')
    .values({ desk_id: desk, hash, bytes: Buffer.from(bytes), kept_at: at.toString() })
    .onConflict((conflict) => conflict.columns(['desk_id', 'hash']).doNothing())
    .execute()
}

export const documentBytes = async (db: Db, desk: string, hash: string): Promise<Buffer | undefined> =>
  (
    await db
      .selectFrom('desk.document')
      .where('desk_id', '=', desk)
      .where('hash', '=', hash)
      .select('bytes')
      .executeTakeFirst()
  )?.bytes

/** Ends the version there is, if there is one, and begins the next. */
export async function saveConfirmation(
  db: Db,
  desk: string,
  one: Confirmation,
  { at, entry }: Made,
): Promise<Confirmation> {
  await db
    .updateTable('desk.confirmation')
    .set({ known_to: at.toString(), ended_by: entry })
    .where('desk_id', '=', desk)
    .where('id', '=', one.id)
    .where('known_to', 'is', null)
    .execute()
  const { newest } = await db
    .selectFrom('desk.confirmation')
    .where('desk_id', '=', desk)
    .where('id', '=', one.id)
    .select((e) => e.fn.coalesce(e.fn.max('version'), sql<number>`0`).as('newest'))
    .executeTakeFirstOrThrow()
  const kept = { ...one, version: newest + 1 }
  await db
    .insertInto('desk.confirmation')
    .values({
      desk_id: desk,
      id: kept.id,
      version: kept.version,
      state: kept.state,
      label: kept.label,
      trip_id: kept.tripId,
      document_hash: kept.hash,
      file_name: kept.fileName,
      reading: JSON.stringify(kept.reading),
      taken: JSON.stringify(kept.taken),
      left_because: kept.leftBecause,
      dropped_by: kept.droppedBy,
      dropped_at: kept.droppedAt.toString(),
      known_from: at.toString(),
      known_to: null,
      made_by: entry,
      ended_by: null,
    })
    .execute()
  return kept
}
