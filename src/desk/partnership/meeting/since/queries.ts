import { sql } from 'kysely'
import type { Db } from '../../../act.ts'

const among = (ids: readonly string[]) => sql<string>`any(${ids as string[]}::uuid[])`

/** What is still to be told, oldest first, with its label. */
export const stillToTell = (db: Db, desk: string, most: number) =>
  db
    .selectFrom('desk.to_tell as t')
    .innerJoin('desk.journal_entry as e', (on) =>
      on.onRef('e.desk_id', '=', 't.desk_id').onRef('e.id', '=', 't.entry_id'),
    )
    .innerJoin('desk.member as m', (on) => on.onRef('m.desk_id', '=', 'e.desk_id').onRef('m.id', '=', 'e.member_id'))
    .innerJoin('desk.journal_content as c', (on) =>
      on.onRef('c.desk_id', '=', 'e.desk_id').onRef('c.entry_id', '=', 'e.id'),
    )
    .leftJoin('desk.journal_undone as u', (on) =>
      on.onRef('u.desk_id', '=', 'e.desk_id').onRef('u.entry_id', '=', 'e.id'),
    )
    .where('t.desk_id', '=', desk)
    .where('u.entry_id', 'is', null)
    .select(['e.id', 'e.number', 'e.at', 'e.operation', 'e.label', 'c.content', 'm.id as member', 'm.name'])
    .orderBy('e.number')
    .limit(most)
    .execute()

/** What somebody chose to live with since, or left unsaid before, or booked all the same, and stands; with its entry, where that may be read. */
export const acceptedSince = (db: Db, desk: string, since: Temporal.Instant, left: readonly string[]) =>
  db
    .selectFrom('desk.finding_accepted as f')
    .innerJoin('desk.journal_entry as e', (on) =>
      on.onRef('e.desk_id', '=', 'f.desk_id').onRef('e.id', '=', 'f.entry_id'),
    )
    .innerJoin('desk.journal_content as c', (on) =>
      on.onRef('c.desk_id', '=', 'e.desk_id').onRef('c.entry_id', '=', 'e.id'),
    )
    .innerJoin('desk.member as m', (on) => on.onRef('m.desk_id', '=', 'f.desk_id').onRef('m.id', '=', 'f.member_id'))
    .leftJoin('desk.journal_undone as u', (on) =>
      on.onRef('u.desk_id', '=', 'f.desk_id').onRef('u.entry_id', '=', 'f.entry_id'),
    )
    .where('f.desk_id', '=', desk)
    .where((e) => e.or([e('f.accepted_at', '>', since.toString() as never), e('f.id', '=', among(left))]))
    .where('f.reopened_at', 'is', null)
    .where('u.entry_id', 'is', null)
    .select([
      'f.id',
      'f.fingerprint',
      'f.reason',
      'f.rule_id as rule',
      'f.accepted_at as at',
      'e.number',
      'e.operation',
      'e.label',
      'c.content',
      'm.name',
    ])
    .orderBy('f.accepted_at')
    .limit(100)
    .execute()

/** When each rule was first made, of those made since or left before; those the desk began with are older than its first word. */
export const rulesMadeSince = async (
  db: Db,
  desk: string,
  since: Temporal.Instant,
  left: readonly string[],
): Promise<Map<string, Temporal.Instant>> => {
  const rows = await db
    .selectFrom('desk.rule as r')
    .innerJoin('desk.desk as d', 'd.desk_id', 'r.desk_id')
    .where('r.desk_id', '=', desk)
    .where('r.version', '=', 1)
    .whereRef('r.known_from', '>', 'd.made_at')
    .where((e) => e.or([e('r.known_from', '>', since.toString() as never), e('r.id', '=', among(left))]))
    .select(['r.id', 'r.known_from as at'])
    .execute()
  return new Map(rows.map(({ id, at }) => [id, at]))
}
