import type { ColumnType } from 'kysely'
import type { Label } from '../../plan/plan.ts'
import type { Versioned } from '../act.ts'
import type { Check } from './standards/model.ts'
import type { WorkState, WorkTerms } from './tasks/model.ts'

type At = ColumnType<Temporal.Instant, string, string>
type MaybeAt = ColumnType<Temporal.Instant | null, string | null, string | null>
type Version = {
  version: number
  known_from: At
  known_to: MaybeAt
  made_by: string
  ended_by: ColumnType<string | null, string | null | undefined, string>
}

/** What an entry changed of these can be put back as it was before. */
export const workVersions: readonly Versioned[] = [
  {
    table: 'desk.work',
    keys: ['id'],
    says: ['state', 'label', 'kind', 'due_at', 'closed_at', 'mistake_id', 'terms'],
  },
  { table: 'desk.standard', keys: ['id'], says: ['kind', 'checks'] },
]

/** The tables of migration 0060 as Kysely sees them. */
export type WorkTables = {
  'desk.work': Version & {
    desk_id: string
    id: string
    state: WorkState
    label: Label
    kind: string
    due_at: MaybeAt
    closed_at: MaybeAt
    mistake_id: string | null
    terms: ColumnType<WorkTerms, string, string>
  }
  'desk.standard': Version & {
    desk_id: string
    id: string
    kind: string
    checks: ColumnType<readonly Check[], string, string>
  }
}
