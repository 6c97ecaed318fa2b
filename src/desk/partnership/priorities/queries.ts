import { type ColumnType, sql } from 'kysely'
import type { Label } from '../../../plan/plan.ts'
import type { Db, Versioned } from '../../act.ts'
import type { Made } from '../../calendar/queries.ts'
import type { Priority, Tie } from './model.ts'
import type { Period } from './periods/model.ts'

type At = ColumnType<Temporal.Instant, string, string>
type MaybeAt = ColumnType<Temporal.Instant | null, string | null, string | null>
type Version = { version: number; known_from: At; known_to: MaybeAt; made_by: string; ended_by: string | null }

/** The tables of migration 0092 as Kysely sees them. */
export type PriorityTables = {
  'desk.priority': Version & {
    desk_id: string
    id: string
    horizon: Priority['horizon']
    from_on: string
    place: number
    label: Label
    terms: ColumnType<Priority['terms'], string, string>
  }
  'desk.priority_tie': Version & {
    desk_id: string
    id: string
    priority_id: string
    what: Tie['what']
    thing_id: string
    recurrence_id: string | null
    belongs: boolean
    label: Label
  }
}

/** What an entry changed of these can be put back as it was before. */
export const priorityVersions: readonly Versioned[] = [
  {
    table: 'desk.priority',
    keys: ['id'],
    says: ['horizon', 'from_on', 'place', 'label', 'terms'],
    area: 'partnership',
  },
  {
    table: 'desk.priority_tie',
    keys: ['id'],
    says: ['priority_id', 'what', 'thing_id', 'recurrence_id', 'belongs', 'label'],
  },
]

const instant = (at: Temporal.Instant) => sql<Temporal.Instant>`${at.toString()}::timestamptz`

const versions = (db: Db, desk: string) =>
  db
    .selectFrom('desk.priority')
    .where('desk_id', '=', desk)
    .select(['id', 'version', 'horizon', 'from_on as from', 'place', 'label', 'terms', 'known_from as knownAt'])
    .orderBy('place')
    .orderBy('id')
type Row = Awaited<ReturnType<ReturnType<typeof versions>['executeTakeFirstOrThrow']>>
const from = (row: Row): Priority => ({ ...row, from: Temporal.PlainDate.from(row.from) })
const today = (db: Db, desk: string) => versions(db, desk).where('known_to', 'is', null)

/** The priorities of a period in their order, as they are or as they were known at an instant. */
export const prioritiesOf = async (
  db: Db,
  desk: string,
  period: Pick<Period, 'horizon' | 'from'>,
  asOf: Temporal.Instant | null = null,
): Promise<Priority[]> => {
  const known =
    asOf === null
      ? today(db, desk)
      : versions(db, desk)
          .where('known_from', '<=', instant(asOf))
          .where((e) => e.or([e('known_to', 'is', null), e('known_to', '>', instant(asOf))]))
  const rows = await known
    .where('horizon', '=', period.horizon)
    .where('from_on', '=', sql<string>`${period.from.toString()}::date`)
    .execute()
  return rows.map(from)
}

/** Whether anything at all was ever said to come first, and does still. */
export const hasPriorities = async (db: Db, desk: string): Promise<boolean> =>
  (await db
    .selectFrom('desk.priority')
    .where('desk_id', '=', desk)
    .where('known_to', 'is', null)
    .select('id')
    .limit(1)
    .executeTakeFirst()) !== undefined

export const priorityById = async (db: Db, desk: string, id: string): Promise<Priority | undefined> => {
  const row = await today(db, desk).where('id', '=', id).executeTakeFirst()
  return row && from(row)
}

/** When a share was first meant for a priority, and has been since. */
export const meantSince = async (db: Db, desk: string, id: string): Promise<Temporal.Instant | null> => {
  const rows = await versions(db, desk).clearOrderBy().where('id', '=', id).orderBy('version', 'desc').execute()
  const without = rows.findIndex(({ terms }) => terms.meant === null)
  return (without === -1 ? rows : rows.slice(0, without)).at(-1)?.knownAt ?? null
}

const newest = async (db: Db, desk: string, table: 'desk.priority' | 'desk.priority_tie', id: string) =>
  (
    await db
      .selectFrom(table)
      .where('desk_id', '=', desk)
      .where('id', '=', id)
      .select((e) => e.fn.coalesce(e.fn.max('version'), sql<number>`0`).as('newest'))
      .executeTakeFirstOrThrow()
  ).newest

/** Ends the version of today, where there is one. */
export const endPriority = (db: Db, desk: string, id: string, { at, entry }: Made) =>
  db
    .updateTable('desk.priority')
    .set({ known_to: at.toString(), ended_by: entry })
    .where('desk_id', '=', desk)
    .where('id', '=', id)
    .where('known_to', 'is', null)
    .execute()

/** Ends the version there is and begins the next. */
export async function savePriority(db: Db, desk: string, one: Priority, made: Made): Promise<Priority> {
  await endPriority(db, desk, one.id, made)
  const kept = { ...one, version: (await newest(db, desk, 'desk.priority', one.id)) + 1, knownAt: made.at }
  await db
    .insertInto('desk.priority')
    .values({
      desk_id: desk,
      id: kept.id,
      version: kept.version,
      horizon: kept.horizon,
      from_on: kept.from.toString(),
      place: kept.place,
      label: kept.label,
      terms: JSON.stringify(kept.terms),
      known_from: made.at.toString(),
      known_to: null,
      made_by: made.entry,
      ended_by: null,
    })
    .execute()
  return kept
}

/** What was said by hand about these priorities, as it is or was known at an instant. */
export const tiesOf = async (
  db: Db,
  desk: string,
  priorities: readonly string[],
  asOf: Temporal.Instant | null = null,
): Promise<Tie[]> => {
  if (priorities.length === 0) return []
  const rows = db
    .selectFrom('desk.priority_tie')
    .where('desk_id', '=', desk)
    .where('priority_id', '=', sql<string>`any(${priorities as string[]}::uuid[])`)
    .select([
      'id',
      'priority_id as priority',
      'what',
      'thing_id as thing',
      'recurrence_id as recurrenceId',
      'belongs',
      'label',
    ])
    .orderBy('id')
  return asOf === null
    ? rows.where('known_to', 'is', null).execute()
    : rows
        .where('known_from', '<=', instant(asOf))
        .where((e) => e.or([e('known_to', 'is', null), e('known_to', '>', instant(asOf))]))
        .execute()
}

export const endTies = async (db: Db, desk: string, ids: readonly string[], { at, entry }: Made): Promise<void> => {
  if (ids.length === 0) return
  await db
    .updateTable('desk.priority_tie')
    .set({ known_to: at.toString(), ended_by: entry })
    .where('desk_id', '=', desk)
    .where('id', '=', sql<string>`any(${ids as string[]}::uuid[])`)
    .where('known_to', 'is', null)
    .execute()
}

export const addTie = (db: Db, desk: string, tie: Tie, { at, entry }: Made) =>
  db
    .insertInto('desk.priority_tie')
    .values({
      desk_id: desk,
      id: tie.id,
      version: 1,
      priority_id: tie.priority,
      what: tie.what,
      thing_id: tie.thing,
      recurrence_id: tie.recurrenceId,
      belongs: tie.belongs,
      label: tie.label,
      known_from: at.toString(),
      known_to: null,
      made_by: entry,
      ended_by: null,
    })
    .execute()

/** Ties become as private as what they tie. */
export const hideTies = (db: Db, desk: string, things: readonly string[]) =>
  sql`
    update desk.priority_tie t set label = 'private'
    from desk.event e join desk.event_detail d on d.desk_id = ${desk} and d.event_id = e.id and d.version = e.version
    where t.desk_id = ${desk} and t.what = 'event' and t.thing_id = any(${things as string[]}::uuid[]) and t.label <> 'private'
      and e.desk_id = ${desk} and e.id = t.thing_id and e.known_to is null and d.label = 'private'`.execute(db)
