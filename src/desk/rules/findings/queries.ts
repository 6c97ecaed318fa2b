import { type ColumnType, type Kysely, type Selectable, sql } from 'kysely'
import type { Tables } from '../../tables.ts'
import type { Accepted, Ask, Dealt } from './model.ts'

type At = ColumnType<Temporal.Instant, string, string>
type AtOrNull = ColumnType<Temporal.Instant | null, string | null, string | null>

export interface FindingTables {
  'desk.finding_accepted': {
    desk_id: string
    id: string
    /** The journal entry that accepted it; booking anyway accepts several at once. */
    entry_id: string
    fingerprint: string
    rule_id: string
    reason: string
    until_on: string | null
    badness: number
    member_id: string
    accepted_at: At
    reopened_at: AtOrNull
  }
  'desk.ask': {
    desk_id: string
    id: string
    fingerprint: string
    rule_id: string
    badness: number
    sent_to: string
    message: string
    member_id: string
    asked_at: At
    withdrawn_at: AtOrNull
    answer: 'yes' | 'no' | null
    answered_by: string | null
    reference: string | null
    answered_at: AtOrNull
    recorded_by: string | null
  }
  'desk.finding_fixed': {
    desk_id: string
    id: string
    fingerprint: string
    rule_id: string
    operation: string
    member_id: string
    fixed_at: At
    effect_at: AtOrNull
  }
}

/** What somebody outside was asked and has not answered, the oldest first. */
export const openAsks = (db: Kysely<Tables>, desk: string) =>
  db
    .selectFrom('desk.ask')
    .where('desk_id', '=', desk)
    .where('answer', 'is', null)
    .where('withdrawn_at', 'is', null)
    .select(['id', 'fingerprint', 'sent_to as sentTo', 'message', 'asked_at as askedAt'])
    .orderBy('asked_at')
    .limit(100)
    .execute()

const acceptedRows = (db: Kysely<Tables>, desk: string) =>
  db
    .selectFrom('desk.finding_accepted')
    .where('desk_id', '=', desk)
    .select(['id', 'fingerprint', 'rule_id as ruleId', 'reason', 'badness', 'until_on as until'])
type AcceptedRow = Awaited<ReturnType<ReturnType<typeof acceptedRows>['executeTakeFirstOrThrow']>>

const asAccepted = (row: AcceptedRow): Accepted => ({
  ...row,
  until: row.until === null ? null : Temporal.PlainDate.from(row.until),
})

const askRows = (db: Kysely<Tables>, desk: string) =>
  db.selectFrom('desk.ask').where('desk_id', '=', desk).where('withdrawn_at', 'is', null).selectAll()

const asAsk = (row: Selectable<FindingTables['desk.ask']>): Ask => ({
  id: row.id,
  fingerprint: row.fingerprint,
  ruleId: row.rule_id,
  badness: row.badness,
  sentTo: row.sent_to,
  askedAt: row.asked_at,
  answer:
    row.answer === null || row.answered_at === null
      ? null
      : { says: row.answer, who: row.answered_by ?? '', reference: row.reference ?? '', at: row.answered_at },
})

/** Everything people have dealt with that still stands: what they live with, and of each finding's asks the latest. */
export const dealt = async (db: Kysely<Tables>, desk: string): Promise<Dealt> => {
  const accepted = await acceptedRows(db, desk)
    .where('reopened_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('desk.journal_undone as u')
            .where('u.desk_id', '=', desk)
            .whereRef('u.entry_id', '=', 'desk.finding_accepted.entry_id')
            .select('u.entry_id'),
        ),
      ),
    )
    .execute()
  const asked = await askRows(db, desk).orderBy('asked_at').orderBy('id').execute()
  return {
    accepted: new Map(accepted.map((row) => [row.fingerprint, asAccepted(row)])),
    asked: new Map(asked.map((row) => [row.fingerprint, asAsk(row)])),
  }
}

export const addAccepted = async (
  db: Kysely<Tables>,
  desk: string,
  a: Accepted & { readonly entry: string; readonly member: string; readonly at: Temporal.Instant },
): Promise<void> => {
  await db
    .insertInto('desk.finding_accepted')
    .values({
      desk_id: desk,
      id: a.id,
      entry_id: a.entry,
      fingerprint: a.fingerprint,
      rule_id: a.ruleId,
      reason: a.reason,
      until_on: a.until?.toString() ?? null,
      badness: a.badness,
      member_id: a.member,
      accepted_at: a.at.toString(),
      reopened_at: null,
    })
    .execute()
}

/** Ends the acceptance that stands, and answers what it was. */
export const endAccepted = async (
  db: Kysely<Tables>,
  desk: string,
  fingerprint: string,
  at: Temporal.Instant,
): Promise<Accepted | null> => {
  const standing = await acceptedRows(db, desk)
    .where('fingerprint', '=', fingerprint)
    .where('reopened_at', 'is', null)
    .executeTakeFirst()
  if (!standing) return null
  await db
    .updateTable('desk.finding_accepted')
    .set({ reopened_at: at.toString() })
    .where('desk_id', '=', desk)
    .where('id', '=', standing.id)
    .execute()
  return asAccepted(standing)
}

export const addAsk = async (
  db: Kysely<Tables>,
  desk: string,
  ask: Omit<Ask, 'answer'> & { readonly message: string; readonly member: string },
): Promise<void> => {
  await db
    .insertInto('desk.ask')
    .values({
      desk_id: desk,
      id: ask.id,
      fingerprint: ask.fingerprint,
      rule_id: ask.ruleId,
      badness: ask.badness,
      sent_to: ask.sentTo,
      message: ask.message,
      member_id: ask.member,
      asked_at: ask.askedAt.toString(),
      withdrawn_at: null,
      answer: null,
      answered_by: null,
      reference: null,
      answered_at: null,
      recorded_by: null,
    })
    .execute()
}

export const askById = async (db: Kysely<Tables>, desk: string, id: string): Promise<Ask | null> => {
  const row = await askRows(db, desk).where('id', '=', id).executeTakeFirst()
  return row ? asAsk(row) : null
}

/** What they answered; null takes a recorded answer back. */
export const setAnswer = async (
  db: Kysely<Tables>,
  desk: string,
  id: string,
  answer: (NonNullable<Ask['answer']> & { readonly member: string }) | null,
): Promise<void> => {
  await db
    .updateTable('desk.ask')
    .set({
      answer: answer?.says ?? null,
      answered_by: answer?.who ?? null,
      reference: answer?.reference ?? null,
      answered_at: answer?.at.toString() ?? null,
      recorded_by: answer?.member ?? null,
    })
    .where('desk_id', '=', desk)
    .where('id', '=', id)
    .execute()
}

/** It was not sent after all. */
export const withdrawAsk = async (
  db: Kysely<Tables>,
  desk: string,
  id: string,
  at: Temporal.Instant,
): Promise<void> => {
  await db
    .updateTable('desk.ask')
    .set({ withdrawn_at: at.toString() })
    .where('desk_id', '=', desk)
    .where('id', '=', id)
    .execute()
}

export const addFixed = async (
  db: Kysely<Tables>,
  desk: string,
  f: {
    readonly id: string
    readonly fingerprint: string
    readonly ruleId: string
    readonly operation: string
    readonly member: string
    readonly at: Temporal.Instant
    /** When what it warned of would have come; null where that is at no time. */
    readonly effectAt: Temporal.Instant | null
  },
): Promise<void> => {
  await db
    .insertInto('desk.finding_fixed')
    .values({
      desk_id: desk,
      id: f.id,
      fingerprint: f.fingerprint,
      rule_id: f.ruleId,
      operation: f.operation,
      member_id: f.member,
      fixed_at: f.at.toString(),
      effect_at: f.effectAt?.toString() ?? null,
    })
    .execute()
}

const countByRule = async (
  db: Kysely<Tables>,
  desk: string,
  table: 'desk.finding_accepted' | 'desk.finding_fixed',
  entry: 'entry_id' | 'id',
): Promise<Map<string, number>> => {
  const rows = await db
    .selectFrom(table)
    .where('desk_id', '=', desk)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('desk.journal_undone as u')
            .where('u.desk_id', '=', desk)
            .whereRef('u.entry_id', '=', `${table}.${entry}` as 'desk.finding_fixed.id')
            .select('u.entry_id'),
        ),
      ),
    )
    .groupBy('rule_id')
    .select(['rule_id', sql<number>`count(distinct fingerprint)::int`.as('count')])
    .execute()
  return new Map(rows.map((row) => [row.rule_id, row.count]))
}

/**
 * By rule: findings fixed because of it, and findings somebody chose to live with. A finding counts once, and what was
 * undone never.
 */
export const reliance = async (
  db: Kysely<Tables>,
  desk: string,
): Promise<{ reliedOn: Map<string, number>; overridden: Map<string, number> }> => ({
  reliedOn: await countByRule(db, desk, 'desk.finding_fixed', 'id'),
  overridden: await countByRule(db, desk, 'desk.finding_accepted', 'entry_id'),
})
