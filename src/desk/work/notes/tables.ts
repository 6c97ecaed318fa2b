import type { ColumnType } from 'kysely'
import type { Label } from '../../../plan/plan.ts'
import type { Versioned } from '../../act.ts'
import type { Note } from './model.ts'

type At = ColumnType<Temporal.Instant, string, string>

/** What an entry changed of these can be put back as it was before. */
export const noteVersions: readonly Versioned[] = [
  {
    table: 'desk.note',
    keys: ['id'],
    says: ['event_id', 'recurrence_id', 'title', 'on_date', 'people', 'lines', 'label'],
  },
]

/** `desk.note` of migration 0061 as Kysely sees it. */
export type NoteTables = {
  'desk.note': {
    desk_id: string
    id: string
    version: number
    event_id: string | null
    recurrence_id: string | null
    title: string
    on_date: ColumnType<unknown, string, string>
    people: ColumnType<Note['people'], string, string>
    lines: ColumnType<Note['lines'], string, string>
    label: Label
    known_from: At
    known_to: ColumnType<Temporal.Instant | null, string | null, string | null>
    made_by: string
    ended_by: string | null
  }
}
