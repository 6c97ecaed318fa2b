import type { ColumnType } from 'kysely'
import type { Label } from '../../plan/plan.ts'
import type { Versioned } from '../act.ts'
import type { PartTimes, PartWords } from './series/model.ts'

type At = ColumnType<Temporal.Instant, string, never>
type MaybeAt = ColumnType<Temporal.Instant | null, string | null, string | null>
type Stored<T> = ColumnType<T, string, string>

/** A version: known from then until then, and the journal entries that made and ended it. */
type Version = { version: number; known_from: At; known_to: MaybeAt; made_by: string; ended_by: string | null }

type CalendarVersion = Version & {
  desk_id: string
  id: string
  name: string
  owner: 'executive' | 'assistant'
  counts_as_busy: boolean
  read_only: boolean
  label: Label
  readers: string[]
}

type EventVersion = Version & {
  desk_id: string
  id: string
  calendar_id: string
  uid: string
  times: Stored<PartTimes[]>
  first_on: string
  last_on: string | null
}

export type OccurrenceRow = {
  desk_id: string
  event_id: string
  version: number
  recurrence_id: string
  calendar_id: string
  part: number
  starts_at: MaybeAt
  ends_at: MaybeAt
  wall_start: string
  wall_end: string
  all_day: boolean
  zone: string | null
  end_zone: string | null
  travels: boolean
  busy: boolean
  tz_version: string
}

/** What an entry changed of these can be put back as it was before. */
export const calendarVersions: readonly Versioned[] = [
  {
    table: 'desk.event',
    keys: ['id'],
    says: ['calendar_id', 'uid', 'times', 'first_on', 'last_on'],
    area: 'calendar',
  },
  {
    table: 'desk.calendar_version',
    keys: ['id'],
    says: ['name', 'owner', 'counts_as_busy', 'read_only', 'label', 'readers'],
    area: 'calendar',
  },
  { table: 'desk.place_minutes', keys: ['from_id', 'to_id'], says: ['minutes'], area: 'calendar' },
]

/** The tables of migrations 0010 and 0011 as Kysely sees them. */
export type CalendarTables = {
  'desk.calendar': { desk_id: string; id: string; timezones: Stored<Record<string, string>>; addresses: string[] }
  'desk.calendar_version': CalendarVersion
  'desk.event': EventVersion
  'desk.event_detail': {
    desk_id: string
    event_id: string
    version: number
    words: Stored<PartWords[]>
    texts: Stored<(string | null)[]>
    imported: Stored<(string | null)[]>
    label: Label
    readers: string[]
  }
  'desk.occurrence': OccurrenceRow
  'desk.horizon': { desk_id: string; from_on: string; to_on: string; tz_version: string }
  'desk.place': { desk_id: string; id: string; name: string; folded: string; zone: string | null }
  'desk.place_version': Omit<Version, 'made_by'> & {
    desk_id: string
    id: string
    name: string
    zone: string | null
    aliases: string[]
    made_by: string | null
  }
  'desk.place_alias': { desk_id: string; folded: string; name: string; place_id: string }
  'desk.place_minutes': Version & { desk_id: string; from_id: string; to_id: string; minutes: number }
  'desk.link': { desk_id: string; from_id: string; to_id: string; why: string }
  'desk.feed': { desk_id: string; id: string; name: string; made_at: At; revoked_at: MaybeAt }
}
