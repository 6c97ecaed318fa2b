import { type ColumnType, sql } from 'kysely'
import type { Label } from '../../../plan/plan.ts'
import type { Db, Versioned } from '../../act.ts'
import type { Made } from '../../calendar/queries.ts'
import type { Answer, KeptAnswer, Said } from './model.ts'

type At = ColumnType<Temporal.Instant, string, string>
type Kept<T> = ColumnType<T | null, string | null, string | null>

/** The table of migration 0090 as Kysely sees it. */
export type KnowingTables = {
  'desk.answer': {
    desk_id: string
    id: string
    version: number
    question: string
    label: Label
    waits: Kept<Said>
    kept: Kept<KeptAnswer>
    known_from: At
    known_to: ColumnType<Temporal.Instant | null, string | null | undefined, string | null>
    made_by: string
    ended_by: ColumnType<string | null, string | null | undefined, string | null>
  }
}

/** What an entry changed of an answer can be put back as it was before. */
export const answerVersions: readonly Versioned[] = [
  { table: 'desk.answer', keys: ['id'], says: ['question', 'label', 'waits', 'kept'], area: 'partnership' },
]

const rows = (db: Db, desk: string) =>
  db
    .selectFrom('desk.answer')
    .where('desk_id', '=', desk)
    .select(['id', 'version', 'question', 'label', 'waits', 'kept'])

/** What was answered and not taken back, as far as the reader may know of it. */
export const answersToday = (db: Db, desk: string): Promise<Answer[]> =>
  rows(db, desk).where('known_to', 'is', null).orderBy('id').execute()

export const answerTo = (db: Db, desk: string, question: string): Promise<Answer | undefined> =>
  rows(db, desk).where('known_to', 'is', null).where('question', '=', question).executeTakeFirst()

/** The id of whatever was last said to a question, taken back or not: what is answered again is the same answer. */
export const idOfAnswer = async (db: Db, desk: string, question: string): Promise<string | undefined> =>
  (
    await db
      .selectFrom('desk.answer')
      .where('desk_id', '=', desk)
      .where('question', '=', question)
      .select('id')
      .orderBy('known_from', 'desc')
      .limit(1)
      .executeTakeFirst()
  )?.id

/** The version that an entry ended: what was there before it. */
export const beforeEntry = (db: Db, desk: string, id: string, entry: string): Promise<Answer | undefined> =>
  rows(db, desk).where('id', '=', id).where('ended_by', '=', entry).orderBy('version', 'desc').executeTakeFirst()

/** Ends the version of today, if there is one, and adds the next. */
export async function keepAnswer(db: Db, desk: string, row: Omit<Answer, 'version'>, made: Made): Promise<Answer> {
  await endAnswer(db, desk, row.id, made)
  const { last } = await db
    .selectFrom('desk.answer')
    .where('desk_id', '=', desk)
    .where('id', '=', row.id)
    .select((e) => e.fn.max('version').as('last'))
    .executeTakeFirstOrThrow()
  const version = (last ?? 0) + 1
  await db
    .insertInto('desk.answer')
    .values({
      desk_id: desk,
      id: row.id,
      version,
      question: row.question,
      label: row.label,
      waits: row.waits && JSON.stringify(row.waits),
      kept: row.kept && JSON.stringify(row.kept),
      known_from: made.at.toString(),
      made_by: made.entry,
    })
    .execute()
  return { ...row, version }
}

export const endAnswer = (db: Db, desk: string, id: string, made: Made) =>
  db
    .updateTable('desk.answer')
    .set({ known_to: made.at.toString(), ended_by: made.entry })
    .where('desk_id', '=', desk)
    .where('id', '=', id)
    .where('known_to', 'is', null)
    .execute()

/** The number of the newest entry of any operation but these. */
export const newestBut = async (db: Db, desk: string, operations: readonly string[]): Promise<number> =>
  (
    await db
      .selectFrom('desk.journal_entry')
      .where('desk_id', '=', desk)
      .where('operation', '<>', sql<string>`all(${operations as string[]}::text[])`)
      .select('number')
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst()
  )?.number ?? 0

type Done = {
  readonly member: string
  readonly since: Temporal.Instant
  readonly operations: readonly string[]
  /** Only what is about one of these; null: whatever it is about. */
  readonly items: readonly string[] | null
}

/** What somebody did since with one of some operations and was not undone: how often, and the newest entries’ ids. */
export async function doneSince(db: Db, desk: string, { member, since, operations, items }: Done, most: number) {
  const found = db
    .selectFrom('desk.journal_entry as e')
    .where('e.desk_id', '=', desk)
    .where('e.member_id', '=', member)
    .where('e.at', '>=', sql<Temporal.Instant>`${since.toString()}::timestamptz`)
    .where('e.operation', '=', sql<string>`any(${operations as string[]}::text[])`)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('desk.journal_undone as u')
            .whereRef('u.desk_id', '=', 'e.desk_id')
            .whereRef('u.entry_id', '=', 'e.id')
            .select('u.entry_id'),
        ),
      ),
    )
    .$if(items !== null, (query) =>
      query.where('e.number', 'in', (of) =>
        of
          .selectFrom('desk.journal_item as i')
          .where('i.desk_id', '=', desk)
          .where('i.item_id', '=', sql<string>`any(${items as string[]}::text[])`)
          .select('i.number'),
      ),
    )
  const { n } = await found.select((e) => e.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  const newest = await db
    .selectFrom(
      found.select(['e.id', 'e.at', 'e.operation']).orderBy('e.at', 'desc').orderBy('e.id', 'desc').limit(most).as('n'),
    )
    .leftJoin('desk.journal_content as c', (on) => on.on('c.desk_id', '=', desk).onRef('c.entry_id', '=', 'n.id'))
    .select(['n.id', 'n.at', 'n.operation', 'c.content'])
    .select((e) =>
      e
        .selectFrom('desk.journal_item as i')
        .innerJoin('desk.journal_entry as j', (on) =>
          on.onRef('j.number', '=', 'i.number').on('j.desk_id', '=', desk).onRef('j.id', '=', 'n.id'),
        )
        .where('i.desk_id', '=', desk)
        .select('i.item_id')
        .orderBy('i.item_id')
        .limit(1)
        .as('about'),
    )
    .orderBy('n.at', 'desc')
    .orderBy('n.id', 'desc')
    .execute()
  return { count: Number(n), newest }
}
