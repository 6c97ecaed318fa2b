import type { ColumnType } from 'kysely'
import type { Label } from '../../plan/plan.ts'
import type { Db, Versioned } from '../act.ts'
import type { Made } from '../calendar/queries.ts'
import type { Facts, Kept, Progress } from './model.ts'

type At = ColumnType<Temporal.Instant, string, string>

/** The table of migration 0080 as Kysely sees it. */
export type MistakeTables = {
  'desk.mistake': {
    desk_id: string
    id: string
    version: number
    owner_id: string
    items: string[]
    keys: string[]
    fingerprint: string | null
    rule_id: string | null
    effect_at: At
    mend_at: At
    facts: ColumnType<Facts, string, string>
    progress: ColumnType<Progress, string, string>
    label: Label
    known_from: At
    known_to: ColumnType<Temporal.Instant | null, string | null | undefined, string | null>
    made_by: string
    ended_by: ColumnType<string | null, string | null | undefined, string | null>
  }
}

/** What an entry changed of a mistake can be put back as it was before. */
export const mistakeVersions: readonly Versioned[] = [
  {
    table: 'desk.mistake',
    keys: ['id'],
    says: ['owner_id', 'items', 'keys', 'fingerprint', 'rule_id', 'effect_at', 'mend_at', 'facts', 'progress', 'label'],
  },
]

const versions = (db: Db, desk: string) =>
  db
    .selectFrom('desk.mistake')
    .where('desk_id', '=', desk)
    .select([
      'id',
      'version',
      'owner_id as owner',
      'items',
      'keys',
      'fingerprint',
      'rule_id as rule',
      'effect_at as effectAt',
      'mend_at as mendAt',
      'facts',
      'progress',
      'label',
    ])

const now = (db: Db, desk: string) => versions(db, desk).where('known_to', 'is', null)

/** A mistake as it stood in one of its versions. */
export const mistakeVersion = (db: Db, desk: string, id: string, version: number): Promise<Kept | undefined> =>
  versions(db, desk).where('id', '=', id).where('version', '=', version).executeTakeFirst()

/** Every mistake that was owned and not taken back, the latest first. */
export const mistakes = (db: Db, desk: string): Promise<Kept[]> => now(db, desk).orderBy('id', 'desc').execute()

export const mistakeById = (db: Db, desk: string, id: string): Promise<Kept | undefined> =>
  now(db, desk).where('id', '=', id).executeTakeFirst()

/** Ends the version of today, if there is one, and adds the next. @returns its number. */
export const keepMistake = async (db: Db, desk: string, row: Omit<Kept, 'version'>, made: Made): Promise<number> => {
  await db
    .updateTable('desk.mistake')
    .set({ known_to: made.at.toString(), ended_by: made.entry })
    .where('desk_id', '=', desk)
    .where('id', '=', row.id)
    .where('known_to', 'is', null)
    .execute()
  const { last } = await db
    .selectFrom('desk.mistake')
    .where('desk_id', '=', desk)
    .where('id', '=', row.id)
    .select((e) => e.fn.max('version').as('last'))
    .executeTakeFirstOrThrow()
  const version = (last ?? 0) + 1
  await db
    .insertInto('desk.mistake')
    .values({
      desk_id: desk,
      id: row.id,
      version,
      owner_id: row.owner,
      items: [...row.items],
      keys: [...row.keys],
      fingerprint: row.fingerprint,
      rule_id: row.rule,
      effect_at: row.effectAt.toString(),
      mend_at: row.mendAt.toString(),
      facts: JSON.stringify(row.facts),
      progress: JSON.stringify(row.progress),
      label: row.label,
      known_from: made.at.toString(),
      made_by: made.entry,
    })
    .execute()
  return version
}

/** A mistake about something that became private is private, from its beginning. */
export const hideMistakes = (db: Db, desk: string, ids: readonly string[]) =>
  db
    .updateTable('desk.mistake')
    .set({ label: 'private' })
    .where('desk_id', '=', desk)
    .where('id', 'in', ids as string[])
    .execute()

/** Findings that were fixed between two instants, before anything came of them, and not put back; with who fixed them. */
export const fixedBetween = (db: Db, desk: string, from: Temporal.Instant, until: Temporal.Instant) =>
  db
    .selectFrom('desk.finding_fixed as f')
    .innerJoin('desk.member as m', (on) => on.onRef('m.desk_id', '=', 'f.desk_id').onRef('m.id', '=', 'f.member_id'))
    .leftJoin('desk.journal_undone as u', (on) =>
      on.onRef('u.desk_id', '=', 'f.desk_id').onRef('u.entry_id', '=', 'f.id'),
    )
    .where('f.desk_id', '=', desk)
    .where('f.fixed_at', '>=', from.toString() as never)
    .where('f.fixed_at', '<', until.toString() as never)
    .where('u.entry_id', 'is', null)
    .where((e) => e.or([e('f.effect_at', 'is', null), e('f.effect_at', '>', e.ref('f.fixed_at'))]))
    .select(['f.id', 'f.fingerprint', 'f.rule_id as rule', 'f.fixed_at as at', 'm.name'])
    .orderBy('f.fixed_at')
    .execute()

/** The label of events by id, private where any part of them is. */
export const labelsOf = async (db: Db, desk: string, ids: readonly string[]): Promise<Map<string, Label>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('desk.event_detail')
    .where('desk_id', '=', desk)
    .where('event_id', 'in', ids as string[])
    .select(['event_id', 'label'])
    .orderBy('version')
    .execute()
  return new Map(rows.map((row) => [row.event_id, row.label]))
}

/** The first day of an event that is gone, as its last version had it; null where the desk never had it. */
export const firstDayOf = async (db: Db, desk: string, id: string): Promise<string | null> =>
  (
    await db
      .selectFrom('desk.event')
      .where('desk_id', '=', desk)
      .where('id', '=', id)
      .select('first_on')
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirst()
  )?.first_on ?? null
