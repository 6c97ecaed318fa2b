import type { ColumnType } from 'kysely'
import type { Label } from '../../plan/plan.ts'
import type { SegmentKind, SegmentState } from '../../plan/segment.ts'
import type { Versioned } from '../act.ts'
import type { PointTerms } from './points/model.ts'
import type { SegmentTerms } from './segments/model.ts'
import type { TripTerms } from './trips/model.ts'

type At = ColumnType<Temporal.Instant, string, never>
type MaybeAt = ColumnType<Temporal.Instant | null, string | null, string | null>
type On = ColumnType<Temporal.PlainDate, string, string>
type Stored<T> = ColumnType<T, string, string>

type Version = {
  desk_id: string
  id: string
  version: number
  label: Label
  readers: string[]
  known_from: At
  known_to: MaybeAt
  made_by: string
  ended_by: string | null
}

/** What an entry changed of a trip, its parts and its open points can be put back as it was before. */
export const travelVersions: readonly Versioned[] = [
  {
    table: 'desk.trip',
    keys: ['id'],
    says: ['first_on', 'last_on', 'calendar_id', 'terms', 'label', 'readers'],
    area: 'travel',
  },
  {
    table: 'desk.segment',
    keys: ['id'],
    says: ['trip_id', 'kind', 'status', 'event_id', 'is_kept', 'terms', 'label', 'readers'],
    area: 'travel',
  },
  {
    table: 'desk.point',
    keys: ['id'],
    says: ['trip_id', 'segment_id', 'owner_id', 'due_on', 'terms', 'label', 'readers'],
    area: 'travel',
  },
]

/** The tables of migration 0100 as Kysely sees them. */
export type TravelTables = {
  'desk.trip': Version & { first_on: On; last_on: On; calendar_id: string | null; terms: Stored<TripTerms> }
  'desk.segment': Version & {
    trip_id: string
    kind: SegmentKind
    status: SegmentState
    event_id: string | null
    is_kept: boolean
    terms: Stored<SegmentTerms>
  }
  'desk.point': Version & {
    trip_id: string
    segment_id: string | null
    owner_id: string | null
    due_on: ColumnType<Temporal.PlainDate | null, string | null, string | null>
    terms: Stored<PointTerms>
  }
}
