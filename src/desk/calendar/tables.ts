import type { ColumnType } from 'kysely'
import type { Label } from '../../plan/plan.ts'
import type { EventPart } from '../../plan/series.ts'

type At = ColumnType<Temporal.Instant, string, string>
type MaybeAt = ColumnType<Temporal.Instant | null, string | null, string | null>
type Stored<T> = ColumnType<T, string, string>

/** Component texts by recurrence id; the master's or a single event's stands under the empty string. */
export type Texts = { readonly [recurrenceId: string]: string }

export type CalendarTables = {
  'desk.calendar': {
    desk_id: string
    id: string
    name: string
    owner: 'executive' | 'assistant'
    counts_as_busy: boolean
    read_only: boolean
    label: Label
    timezones: Stored<Texts>
    known_from: At
    removed_at: MaybeAt
  }
  'desk.event': {
    desk_id: string
    id: string
    version: number
    calendar_id: string
    uid: string
    repeats: boolean
    kind: string | null
    label: Label | null
    moves: number
    known_from: At
    known_to: MaybeAt
  }
  'desk.event_detail': {
    desk_id: string
    event_id: string
    version: number
    parts: Stored<EventPart[]>
    texts: Stored<Texts>
    imported: Stored<Texts> | null
  }
  'desk.occurrence': {
    desk_id: string
    event_id: string
    recurrence_id: string
    part: number
    starts_at: MaybeAt
    ends_at: MaybeAt
    from_on: string | null
    to_on: string | null
    wall_start: string
    wall_end: string
    zone: string | null
    end_zone: string | null
    tz_version: string
  }
  'desk.place': { desk_id: string; id: string; name: string; folded: string; zone: string | null }
  'desk.place_minutes': {
    desk_id: string
    from_folded: string
    to_folded: string
    from_name: string
    to_name: string
    minutes: number
    known_from: At
    known_to: MaybeAt
  }
  'desk.feed': { desk_id: string; id: string; name: string; made_at: At; revoked_at: MaybeAt }
}
