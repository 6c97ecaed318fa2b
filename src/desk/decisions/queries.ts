import { type ColumnType, type SelectQueryBuilder, sql } from 'kysely'
import type { Label } from '../../plan/plan.ts'
import type { Db, Versioned } from '../act.ts'
import type { Made } from '../calendar/queries.ts'
import type { Tables } from '../tables.ts'
import type { Brief, Decision, Outcome, Talk } from './brief/model.ts'
import type { State } from './model.ts'

type At = ColumnType<Temporal.Instant, string, string>
type MaybeAt = ColumnType<Temporal.Instant | null, string | null, string | null>
type Kept<T> = ColumnType<T, string, string>

/** What an entry changed of a decision can be put back as it was before. */
export const decisionVersions: readonly Versioned[] = [
  {
    table: 'desk.decision',
    keys: ['id'],
    says: [
      'state',
      'label',
      'decider_id',
      'asked_by',
      'asked_at',
      'due_at',
      'armed',
      'brief',
      'talk',
      'outcome',
      'review_on',
    ],
  },
]

/** The table of migration 0070 as Kysely sees it. */
export type DecisionTables = {
  'desk.decision': {
    desk_id: string
    id: string
    version: number
    state: State
    label: Label
    decider_id: string
    asked_by: string
    asked_at: At
    due_at: At
    armed: boolean
    brief: Kept<Brief>
    talk: Kept<Talk[]>
    outcome: ColumnType<Outcome | null, string | null, string | null>
    review_on: ColumnType<Temporal.PlainDate | null, string | null, string | null>
    known_from: At
    known_to: MaybeAt
    made_by: string
    ended_by: string | null
  }
}

const versions = (db: Db, desk: string) => db.selectFrom('desk.decision').where('desk_id', '=', desk).selectAll()
const today = (db: Db, desk: string) => versions(db, desk).where('known_to', 'is', null)

type Row = Awaited<ReturnType<ReturnType<typeof versions>['executeTakeFirstOrThrow']>>

const decisionFrom = (row: Row): Decision => ({
  id: row.id,
  version: row.version,
  state: row.state,
  label: row.label,
  decider: row.decider_id,
  askedBy: row.asked_by,
  askedAt: row.asked_at,
  dueAt: row.due_at,
  armed: row.armed,
  brief: row.brief,
  talk: row.talk,
  outcome: row.outcome,
  reviewOn: row.review_on?.toString() ?? null,
})

const all = async (query: SelectQueryBuilder<Tables, 'desk.decision', Row>): Promise<Decision[]> =>
  (await query.execute()).map(decisionFrom)

/** What waits for an answer, what is due soonest first. */
export const openDecisions = (db: Db, desk: string): Promise<Decision[]> =>
  all(today(db, desk).where('state', '=', 'open').orderBy('due_at').orderBy('id'))

/** What is settled, what was asked last first. */
export const settledDecisions = (db: Db, desk: string, most: number): Promise<Decision[]> =>
  all(today(db, desk).where('state', '!=', 'open').orderBy('asked_at', 'desc').orderBy('id', 'desc').limit(most))

export const decisionById = async (db: Db, desk: string, id: string): Promise<Decision | undefined> =>
  (await all(today(db, desk).where('id', '=', id)))[0]

export const decisionsById = (db: Db, desk: string, ids: readonly string[]): Promise<Decision[]> =>
  all(today(db, desk).where('id', '=', sql<string>`any(${ids as string[]}::uuid[])`))

/** What was open at an instant, or is today. */
export const openAsOf = (db: Db, desk: string, asOf: Temporal.Instant | null): Promise<Decision[]> => {
  if (asOf === null) return openDecisions(db, desk)
  const at = sql<Temporal.Instant>`${asOf.toString()}::timestamptz`
  return all(
    versions(db, desk)
      .where('state', '=', 'open')
      .where('known_from', '<=', at)
      .where((e) => e.or([e('known_to', 'is', null), e('known_to', '>', at)])),
  )
}

/** Ends the version there is and begins the next. */
export async function saveDecision(db: Db, desk: string, decision: Decision, made: Made): Promise<Decision> {
  const { id } = decision
  await db
    .updateTable('desk.decision')
    .set({ known_to: made.at.toString(), ended_by: made.entry })
    .where('desk_id', '=', desk)
    .where('id', '=', id)
    .where('known_to', 'is', null)
    .execute()
  const { newest } = await db
    .selectFrom('desk.decision')
    .where('desk_id', '=', desk)
    .where('id', '=', id)
    .select((e) => e.fn.coalesce(e.fn.max('version'), sql<number>`0`).as('newest'))
    .executeTakeFirstOrThrow()
  const kept = { ...decision, version: newest + 1 }
  await db
    .insertInto('desk.decision')
    .values(rowOf(desk, kept, made))
    .execute()
  return kept
}

const rowOf = (desk: string, decision: Decision, { at, entry }: Made) => ({
  desk_id: desk,
  id: decision.id,
  version: decision.version,
  state: decision.state,
  label: decision.label,
  decider_id: decision.decider,
  asked_by: decision.askedBy,
  asked_at: decision.askedAt.toString(),
  due_at: decision.dueAt.toString(),
  armed: decision.armed,
  brief: JSON.stringify(decision.brief),
  talk: JSON.stringify(decision.talk),
  outcome: decision.outcome && JSON.stringify(decision.outcome),
  review_on: decision.reviewOn,
  known_from: at.toString(),
  known_to: null,
  made_by: entry,
  ended_by: null,
})
