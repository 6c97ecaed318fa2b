import { type SelectQueryBuilder, sql } from 'kysely'
import type { Db } from '../act.ts'
import { anyOf, instant, type Made } from '../calendar/queries.ts'
import type { Tables } from '../tables.ts'
import type { Point } from './points/model.ts'
import type { Segment } from './segments/model.ts'
import type { Trip } from './trips/model.ts'

type Table = 'desk.trip' | 'desk.segment' | 'desk.point'

/** As it is today, or as it was known at an instant. */
const known = <T extends Table>(query: SelectQueryBuilder<Tables, T, object>, asOf: Temporal.Instant | null) => {
  const plain = query as unknown as SelectQueryBuilder<Tables, 'desk.trip', object>
  const found =
    asOf === null
      ? plain.where('known_to', 'is', null)
      : plain
          .where('known_from', '<=', instant(asOf) as never)
          .where((e) => e.or([e('known_to', 'is', null), e('known_to', '>', instant(asOf) as never)]))
  return found as unknown as SelectQueryBuilder<Tables, T, object>
}

const tripsOf = (db: Db, desk: string, asOf: Temporal.Instant | null = null) =>
  known(db.selectFrom('desk.trip').where('desk_id', '=', desk), asOf).select([
    'id',
    'version',
    'first_on',
    'last_on',
    'calendar_id',
    'terms',
    'label',
    'readers',
  ])

type TripRow = Awaited<ReturnType<ReturnType<typeof tripsOf>['executeTakeFirstOrThrow']>>

const tripFrom = ({ first_on, last_on, calendar_id, ...row }: TripRow): Trip => ({
  ...row,
  firstOn: first_on.toString(),
  lastOn: last_on.toString(),
  calendarId: calendar_id,
})

/** Every trip, the first to begin first. */
export const trips = async (db: Db, desk: string): Promise<Trip[]> =>
  (await tripsOf(db, desk).orderBy('first_on').orderBy('id').execute()).map(tripFrom)

/** Trips whose days touch a stretch of days, both included. */
export const tripsBetween = async (
  db: Db,
  desk: string,
  days: { readonly first: string; readonly last: string },
  asOf: Temporal.Instant | null,
): Promise<Trip[]> =>
  (
    await tripsOf(db, desk, asOf)
      .where('first_on', '<=', days.last as never)
      .where('last_on', '>=', days.first as never)
      .orderBy('first_on')
      .orderBy('id')
      .execute()
  ).map(tripFrom)

export const tripById = async (db: Db, desk: string, id: string): Promise<Trip | undefined> =>
  (await tripsOf(db, desk).where('id', '=', id).execute()).map(tripFrom)[0]

/** Kinds of which the desk ever had a rule, removed or not. */
export const kindsEver = async (db: Db, desk: string): Promise<ReadonlySet<string>> =>
  new Set(
    (await db.selectFrom('desk.rule').where('desk_id', '=', desk).select('kind').distinct().execute()).map(
      ({ kind }) => kind,
    ),
  )

const columnsOfSegment = [
  'id',
  'version',
  'trip_id as tripId',
  'kind',
  'status',
  'event_id as eventId',
  'is_kept as isKept',
  'terms',
  'label',
  'readers',
] as const

const segmentsOf = (db: Db, desk: string, asOf: Temporal.Instant | null = null) =>
  known(db.selectFrom('desk.segment').where('desk_id', '=', desk), asOf).select(columnsOfSegment)

/** The parts of some trips, as they were made. */
export const segmentsOfTrips = (
  db: Db,
  desk: string,
  ids: readonly string[],
  asOf: Temporal.Instant | null = null,
): Promise<Segment[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : segmentsOf(db, desk, asOf).where('trip_id', '=', anyOf(ids)).orderBy('id').execute()

export const segmentById = (db: Db, desk: string, id: string): Promise<Segment | undefined> =>
  segmentsOf(db, desk).where('id', '=', id).executeTakeFirst()

export const segmentsById = (db: Db, desk: string, ids: readonly string[]): Promise<Segment[]> =>
  ids.length === 0 ? Promise.resolve([]) : segmentsOf(db, desk).where('id', '=', anyOf(ids)).execute()

/** The segments that some events stand for. */
export const segmentsOfEvents = (db: Db, desk: string, ids: readonly string[]): Promise<Segment[]> =>
  ids.length === 0 ? Promise.resolve([]) : segmentsOf(db, desk).where('event_id', '=', anyOf(ids)).execute()

/** Every version of a segment, the newest first. */
export const segmentVersions = (db: Db, desk: string, id: string): Promise<Segment[]> =>
  db
    .selectFrom('desk.segment')
    .where('desk_id', '=', desk)
    .where('id', '=', id)
    .orderBy('version', 'desc')
    .select(columnsOfSegment)
    .execute()

const pointsOf = (db: Db, desk: string, asOf: Temporal.Instant | null = null) =>
  known(db.selectFrom('desk.point').where('desk_id', '=', desk), asOf).select([
    'id',
    'version',
    'trip_id',
    'segment_id',
    'owner_id',
    'due_on',
    'terms',
    'label',
    'readers',
  ])

type PointRow = Awaited<ReturnType<ReturnType<typeof pointsOf>['executeTakeFirstOrThrow']>>

const pointFrom = ({ trip_id, segment_id, owner_id, due_on, ...row }: PointRow): Point => ({
  ...row,
  tripId: trip_id,
  segmentId: segment_id,
  ownerId: owner_id,
  dueOn: due_on?.toString() ?? null,
})

/** What is or was open about some trips, as it was noted. */
export const pointsOfTrips = async (
  db: Db,
  desk: string,
  ids: readonly string[],
  asOf: Temporal.Instant | null = null,
): Promise<Point[]> =>
  ids.length === 0
    ? []
    : (await pointsOf(db, desk, asOf).where('trip_id', '=', anyOf(ids)).orderBy('id').execute()).map(pointFrom)

export const pointById = async (db: Db, desk: string, id: string): Promise<Point | undefined> =>
  (await pointsOf(db, desk).where('id', '=', id).execute()).map(pointFrom)[0]

/** Ends the version there is; the number of the next. */
async function nextVersion(db: Db, table: Table, desk: string, id: string, { at, entry }: Made): Promise<number> {
  await sql`update ${sql.table(table)} set known_to = ${at.toString()}::timestamptz, ended_by = ${entry}::uuid
    where desk_id = ${desk} and id = ${id} and known_to is null`.execute(db)
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(version), 0) + 1 as next from ${sql.table(table)} where desk_id = ${desk} and id = ${id}`.execute(
    db,
  )
  return rows[0]?.next ?? 1
}

const versionOf = ({ at, entry }: Made) => ({
  known_from: at.toString(),
  known_to: null,
  made_by: entry,
  ended_by: null,
})

export async function saveTrip(db: Db, desk: string, trip: Trip, made: Made): Promise<Trip> {
  const version = await nextVersion(db, 'desk.trip', desk, trip.id, made)
  await db
    .insertInto('desk.trip')
    .values({
      desk_id: desk,
      id: trip.id,
      version,
      first_on: trip.firstOn,
      last_on: trip.lastOn,
      calendar_id: trip.calendarId,
      terms: JSON.stringify(trip.terms),
      label: trip.label,
      readers: [...trip.readers],
      ...versionOf(made),
    })
    .execute()
  return { ...trip, version }
}

export async function saveSegment(db: Db, desk: string, segment: Segment, made: Made): Promise<Segment> {
  const version = await nextVersion(db, 'desk.segment', desk, segment.id, made)
  await db
    .insertInto('desk.segment')
    .values({
      desk_id: desk,
      id: segment.id,
      version,
      trip_id: segment.tripId,
      kind: segment.kind,
      status: segment.status,
      event_id: segment.eventId,
      is_kept: segment.isKept,
      terms: JSON.stringify(segment.terms),
      label: segment.label,
      readers: [...segment.readers],
      ...versionOf(made),
    })
    .execute()
  return { ...segment, version }
}

export async function savePoint(db: Db, desk: string, point: Point, made: Made): Promise<Point> {
  const version = await nextVersion(db, 'desk.point', desk, point.id, made)
  await db
    .insertInto('desk.point')
    .values({
      desk_id: desk,
      id: point.id,
      version,
      trip_id: point.tripId,
      segment_id: point.segmentId,
      owner_id: point.ownerId,
      due_on: point.dueOn,
      terms: JSON.stringify(point.terms),
      label: point.label,
      readers: [...point.readers],
      ...versionOf(made),
    })
    .execute()
  return { ...point, version }
}

/** What the calendar calls some events, by id: as they are, or as they were known. */
export const uidsOf = async (
  db: Db,
  desk: string,
  ids: readonly string[],
  asOf: Temporal.Instant | null,
): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map()
  const query = db
    .selectFrom('desk.event')
    .where('desk_id', '=', desk)
    .where('id', '=', anyOf(ids))
    .select(['id', 'uid'])
  const rows = await (asOf === null
    ? query.where('known_to', 'is', null)
    : query
        .where('known_from', '<=', instant(asOf))
        .where((e) => e.or([e('known_to', 'is', null), e('known_to', '>', instant(asOf))]))
  ).execute()
  return new Map(rows.map(({ id, uid }) => [id, uid]))
}
