import { type ColumnType, sql } from 'kysely'
import type { Label } from '../../../plan/plan.ts'
import type { Db } from '../../act.ts'
import type { About, Feedback } from './model.ts'

type At = ColumnType<Temporal.Instant, string, never>

/** `desk.feedback` of migration 0093 as Kysely sees it. */
export type FeedbackTables = {
  'desk.feedback': {
    desk_id: string
    id: string
    from_id: string
    to_id: string
    about: About['kind']
    item: string | null
    well: string
    to_try: string
    thanks: string
    given_at: At
    withdrawn_at: ColumnType<Temporal.Instant | null, null, string>
    label: Label
    readers: string[]
  }
}

const standing = (db: Db, desk: string) =>
  db
    .selectFrom('desk.feedback')
    .where('desk_id', '=', desk)
    .where('withdrawn_at', 'is', null)
    .select([
      'id',
      'from_id as from',
      'to_id as to',
      'about',
      'item',
      'well',
      'to_try as toTry',
      'thanks',
      'given_at as givenAt',
    ])

/** What somebody gave or was given, newest first. */
export const feedbackOf = (db: Db, desk: string, member: string, most: number): Promise<Feedback[]> =>
  standing(db, desk)
    .where((e) => e.or([e('from_id', '=', member), e('to_id', '=', member)]))
    .orderBy('given_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()

export const feedbackFrom = (db: Db, desk: string, member: string, id: string): Promise<Feedback | undefined> =>
  standing(db, desk).where('from_id', '=', member).where('id', '=', id).executeTakeFirst()

export const addFeedback = (db: Db, desk: string, one: Feedback) =>
  db
    .insertInto('desk.feedback')
    .values({
      desk_id: desk,
      id: one.id,
      from_id: one.from,
      to_id: one.to,
      about: one.about,
      item: one.item,
      well: one.well,
      to_try: one.toTry,
      thanks: one.thanks,
      given_at: one.givenAt.toString(),
      withdrawn_at: null,
      label: 'private',
      readers: [one.from, one.to],
    })
    .execute()

export const withdrawFeedback = (db: Db, desk: string, id: string, at: Temporal.Instant) =>
  db
    .updateTable('desk.feedback')
    .set({ withdrawn_at: at.toString() })
    .where('desk_id', '=', desk)
    .where('id', '=', id)
    .execute()

type ClosedProject = {
  readonly name: string
  readonly who: readonly string[]
  readonly hidden: boolean
  /** Ids of its work that is private. */
  readonly private: readonly string[]
}

/** Projects whose last work was closed after an instant and of which nothing is open, with who did it and the strictest label. */
export const projectsClosedSince = async (db: Db, desk: string, since: Temporal.Instant): Promise<ClosedProject[]> => {
  const { rows } = await sql<ClosedProject>`
    select w.terms ->> 'project' as name, array_agg(distinct w.terms ->> 'who') as who, bool_or(w.label = 'private') as hidden,
      coalesce(array_agg(w.id) filter (where w.label = 'private'), '{}') as private
    from desk.work w
    where w.desk_id = ${desk}::uuid and w.known_to is null and w.state <> 'cancelled' and w.terms ->> 'project' in (
      select c.terms ->> 'project' from desk.work c
      where c.desk_id = ${desk}::uuid and c.known_to is null and c.state = 'closed'
        and c.closed_at > ${since.toString()}::timestamptz and c.terms ->> 'project' <> '')
    group by 1 having bool_and(w.state = 'closed') order by 1`.execute(db)
  return rows
}
