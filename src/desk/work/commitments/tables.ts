import type { ColumnType } from 'kysely'
import type { Label } from '../../../plan/plan.ts'
import type { Versioned } from '../../act.ts'
import type { Side, State, Terms } from './model.ts'

type At = ColumnType<Temporal.Instant, string, string>
type MaybeAt = ColumnType<Temporal.Instant | null, string | null, string | null>

/** What an entry changed of these can be put back as it was before. */
export const commitmentVersions: readonly Versioned[] = [
  {
    table: 'desk.commitment',
    keys: ['id'],
    says: ['side', 'state', 'terms', 'due_at', 'chase_at', 'closed_at', 'hangs_on', 'people', 'label'],
  },
]

/** `desk.commitment` of migration 0061 as Kysely sees it. */
export type CommitmentTables = {
  'desk.commitment': {
    desk_id: string
    id: string
    version: number
    side: Side
    state: State
    terms: ColumnType<Terms, string, string>
    due_at: MaybeAt
    chase_at: At
    closed_at: MaybeAt
    hangs_on: string[]
    people: string[]
    label: Label
    known_from: At
    known_to: MaybeAt
    made_by: string
    ended_by: string | null
  }
}
