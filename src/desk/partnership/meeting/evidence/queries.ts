import { sql } from 'kysely'
import type { Db } from '../../../act.ts'

/** When each member's board was last changed, since an instant. */
export const boardsChangedSince = async (
  db: Db,
  desk: string,
  members: readonly string[],
  after: number,
): Promise<ReadonlyMap<string, Temporal.Instant>> => {
  if (members.length === 0) return new Map()
  const rows = await db
    .selectFrom('desk.journal_item as i')
    .innerJoin('desk.journal_entry as e', (on) =>
      on.onRef('e.desk_id', '=', 'i.desk_id').onRef('e.number', '=', 'i.number'),
    )
    .where('i.desk_id', '=', desk)
    .where('i.item_id', '=', sql<string>`any(${members as string[]}::text[])`)
    .where('i.number', '>', after)
    .where('e.operation', '=', 'board.change')
    .groupBy('i.item_id')
    .select(['i.item_id as member', sql<Temporal.Instant>`max(e.at)`.as('at')])
    .execute()
  return new Map(rows.map(({ member, at }) => [member, at]))
}

/** What members asked for because of their level or a limit, and was answered since, the newest first. */
export const answeredProposals = (db: Db, desk: string, since: Temporal.Instant) =>
  db
    .selectFrom('desk.proposal')
    .where('desk_id', '=', desk)
    .where('made_at', '>', since.toString() as never)
    .where('state', 'in', ['done', 'refused'])
    .where(sql<boolean>`because ->> 'code' in ('level', 'send', 'move')`)
    .select(['member_id as member', 'state', 'made_at as at', 'because', 'operation', 'outcome', 'label', 'items'])
    .orderBy('made_at', 'desc')
    .execute()

/** How often members did what since, whether it stood or not. */
export const doneSince = async (
  db: Db,
  desk: string,
  members: readonly string[],
  since: Temporal.Instant,
): Promise<{ member: string; operation: string; count: number }[]> =>
  members.length === 0
    ? []
    : db
        .selectFrom('desk.journal_entry')
        .where('desk_id', '=', desk)
        .where('member_id', '=', sql<string>`any(${members as string[]}::uuid[])`)
        .where('at', '>', since.toString() as never)
        .groupBy(['member_id', 'operation'])
        .select(['member_id as member', 'operation', sql<number>`count(*)::int`.as('count')])
        .execute()

/** Ids are UUID v7 (RFC 9562 §5.7): those made since an instant come after this one. */
const firstId = (since: Temporal.Instant): string => {
  const time = since.epochMilliseconds.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`
}

/** What members did alone since and somebody else took back, by operation. */
export const takenBack = (db: Db, desk: string, since: Temporal.Instant) =>
  db
    .selectFrom('desk.journal_undone as u')
    .innerJoin('desk.journal_entry as e', (on) =>
      on.onRef('e.desk_id', '=', 'u.desk_id').onRef('e.id', '=', 'u.entry_id'),
    )
    .innerJoin('desk.journal_entry as b', (on) =>
      on.onRef('b.desk_id', '=', 'u.desk_id').onRef('b.id', '=', 'u.by_entry_id'),
    )
    .where('u.desk_id', '=', desk)
    .where('u.entry_id', '>', firstId(since))
    .where('e.at', '>', since.toString() as never)
    .whereRef('b.member_id', '<>', 'e.member_id')
    .select(['e.member_id as member', 'e.operation', 'e.at'])
    .execute()
