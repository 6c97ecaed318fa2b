import type { ColumnType } from 'kysely'
import type { Label } from '../../plan/plan.ts'
import type { Versioned } from '../act.ts'
import type { Terms } from './group/model.ts'
import type { FreedBy, GroupState } from './model.ts'

type At = ColumnType<Temporal.Instant, string, string>
type MaybeAt = ColumnType<Temporal.Instant | null, string | null, string | null>
type Version = { version: number; known_from: At; known_to: MaybeAt; made_by: string; ended_by: string | null }

/** What an entry changed of these can be put back as it was before. */
export const holdVersions: readonly Versioned[] = [
  {
    table: 'desk.hold_group',
    keys: ['id'],
    says: ['state', 'calendar_id', 'event_id', 'recurrence_id', 'terms', 'expires_at', 'nudge_at', 'label'],
    area: 'calendar',
  },
  {
    table: 'desk.hold',
    keys: ['id'],
    says: ['group_id', 'rank', 'state', 'freed_by', 'starts_at', 'ends_at', 'latest_at', 'knowing'],
    area: 'calendar',
  },
]

/** The tables of migration 0030 as Kysely sees them. */
export type HoldTables = {
  'desk.hold_group': Version & {
    desk_id: string
    id: string
    state: GroupState
    calendar_id: string
    event_id: string | null
    recurrence_id: string | null
    terms: ColumnType<Terms, string, string>
    expires_at: At
    nudge_at: MaybeAt
    label: Label
  }
  'desk.hold': Version & {
    desk_id: string
    id: string
    group_id: string
    rank: number
    state: 'out' | 'taken' | 'freed'
    freed_by: FreedBy | null
    starts_at: At
    ends_at: At
    latest_at: At
    knowing: string[]
  }
  'desk.claim': {
    desk_id: string
    event_id: string
    recurrence_id: string
    person: 'executive' | 'assistant'
    starts_at: At
    ends_at: At
    overridden: boolean
  }
}
