import { type ColumnType, type Kysely, sql } from 'kysely'
import type { Weight } from '../../plan/finding.ts'
import type { Source } from '../../plan/rule.ts'
import type { Tables } from '../tables.ts'
import type { RuleRow, ScopeShape } from './model.ts'

/** `desk.rule`: one row a version; the newest without `known_to` is the rule today. */
export type RuleTable = {
  desk_id: string
  id: string
  version: number
  meaning: number
  kind: string
  params: ColumnType<Record<string, unknown>, string, never>
  weight: Weight
  scope: ColumnType<ScopeShape, string, never>
  source: Source
  story: string
  is_on: boolean
  known_from: ColumnType<Temporal.Instant, string, never>
  known_to: ColumnType<Temporal.Instant | null, string | null, string>
}

export interface RuleTables {
  'desk.rule': RuleTable
}

const columns = [
  'id',
  'version',
  'meaning',
  'kind',
  'params',
  'weight',
  'scope',
  'source',
  'story',
  'is_on as on',
  'known_from as from',
  'known_to as to',
] as const

const rows = (db: Kysely<Tables>, desk: string) =>
  db.selectFrom('desk.rule').where('desk_id', '=', desk).select(columns)

/** The rules of today, in the order they were made. */
export const rulesToday = (db: Kysely<Tables>, desk: string): Promise<RuleRow[]> =>
  rows(db, desk).where('known_to', 'is', null).orderBy('id').execute()

/** Every version known after `since`, of rules that are still there; by rule, then version. */
export const versionsSince = (db: Kysely<Tables>, desk: string, since: Temporal.Instant): Promise<RuleRow[]> =>
  rows(db, desk)
    .where((e) =>
      e.or([e('known_to', 'is', null), e('known_to', '>', sql<Temporal.Instant>`${since.toString()}::timestamptz`)]),
    )
    .orderBy('id')
    .orderBy('version')
    .execute()

/** The newest version of a rule, removed or not. */
export const newestVersion = (db: Kysely<Tables>, desk: string, id: string): Promise<RuleRow | undefined> =>
  rows(db, desk).where('id', '=', id).orderBy('version', 'desc').limit(1).executeTakeFirst()

/** Ends the version of today, if there is one, at `at`. */
export const endVersion = async (db: Kysely<Tables>, desk: string, id: string, at: Temporal.Instant): Promise<void> => {
  await db
    .updateTable('desk.rule')
    .set({ known_to: at.toString() })
    .where('desk_id', '=', desk)
    .where('id', '=', id)
    .where('known_to', 'is', null)
    .execute()
}

/** Adds the version that holds from `at` on. */
export const addVersion = async (
  db: Kysely<Tables>,
  desk: string,
  rule: Omit<RuleRow, 'from' | 'to'>,
  at: Temporal.Instant,
): Promise<void> => {
  await db
    .insertInto('desk.rule')
    .values({
      desk_id: desk,
      id: rule.id,
      version: rule.version,
      meaning: rule.meaning,
      kind: rule.kind,
      params: JSON.stringify(rule.params),
      weight: rule.weight,
      scope: JSON.stringify(rule.scope),
      source: rule.source,
      story: rule.story,
      is_on: rule.on,
      known_from: at.toString(),
      known_to: null,
    })
    .execute()
}
