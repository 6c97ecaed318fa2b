import { sql } from 'kysely'
import { asInstant, type Instant, type Span } from '../../../plan/time.ts'
import type { Db } from '../../act.ts'
import type { Made } from '../../calendar/queries.ts'
import { type Commitment, peopleOf } from './model.ts'
import type { CommitmentTables } from './tables.ts'

type Columns = CommitmentTables['desk.commitment']
type Row = Pick<Columns, 'id' | 'version' | 'side' | 'state' | 'hangs_on' | 'label'> & {
  terms: Commitment['terms']
  due_at: Temporal.Instant | null
  chase_at: Temporal.Instant
  closed_at: Temporal.Instant | null
}

const ms = (at: Temporal.Instant): Instant => asInstant(at.epochMilliseconds)
const text = (at: Instant): string => Temporal.Instant.fromEpochMilliseconds(at).toString()
const instant = (at: string) => sql<Temporal.Instant>`${at}::timestamptz`

const from = (row: Row): Commitment => ({
  id: row.id,
  version: row.version,
  side: row.side,
  state: row.state,
  terms: row.terms,
  dueAt: row.due_at && ms(row.due_at),
  chaseAt: ms(row.chase_at),
  closedAt: row.closed_at && ms(row.closed_at),
  hangsOn: row.hangs_on,
  label: row.label,
})

const columns = [
  'id',
  'version',
  'side',
  'state',
  'terms',
  'due_at',
  'chase_at',
  'closed_at',
  'hangs_on',
  'label',
] as const

const today = (db: Db, desk: string) =>
  db.selectFrom('desk.commitment').where('desk_id', '=', desk).where('known_to', 'is', null).select(columns)

/** As it was known at an instant; null: as it is. */
const asOf = (db: Db, desk: string, at: Temporal.Instant | null) =>
  at === null
    ? today(db, desk)
    : db
        .selectFrom('desk.commitment')
        .where('desk_id', '=', desk)
        .where('known_from', '<=', instant(at.toString()))
        .where((e) => e.or([e('known_to', 'is', null), e('known_to', '>', instant(at.toString()))]))
        .select(columns)

/** What is open; with `since`, also what was settled after it. */
export const commitments = async (db: Db, desk: string, since: Temporal.Instant | null): Promise<Commitment[]> => {
  const rows = await today(db, desk)
    .where((e) =>
      since === null
        ? e('state', '=', 'open')
        : e.or([e('state', '=', 'open'), e('closed_at', '>', instant(since.toString()))]),
    )
    .execute()
  return rows.map(from)
}

export const commitmentById = async (db: Db, desk: string, id: string): Promise<Commitment | undefined> =>
  (await today(db, desk).where('id', '=', id).execute()).map(from)[0]

/** Those that name somebody by one of these names or addresses, folded; open ones, and those settled since. */
export const commitmentsWith = async (
  db: Db,
  desk: string,
  people: readonly string[],
  since: Temporal.Instant,
): Promise<Commitment[]> => {
  if (people.length === 0) return []
  const rows = await today(db, desk)
    .where(sql<boolean>`people && ${people as string[]}::text[]`)
    .where((e) => e.or([e('state', '=', 'open'), e('closed_at', '>', instant(since.toString()))]))
    .execute()
  return rows.map(from)
}

/** Those that hang on any of these, in any state. */
export const hangingOn = async (db: Db, desk: string, ids: readonly string[]): Promise<Commitment[]> => {
  if (ids.length === 0) return []
  const rows = await today(db, desk)
    .where(sql<boolean>`hangs_on && ${ids as string[]}::uuid[]`)
    .orderBy('id')
    .execute()
  return rows.map(from)
}

/** Those written down in a meeting note, in the order they were. */
export const commitmentsOfNotes = async (db: Db, desk: string, notes: readonly string[]): Promise<Commitment[]> => {
  if (notes.length === 0) return []
  const rows = await today(db, desk)
    .where(sql<boolean>`terms -> 'saidWhere' ->> 'noteId' = any(${notes as string[]}::text[])`)
    .orderBy('id')
    .execute()
  return rows.map(from)
}

/** What every promise and every piece of work hangs on, by its id. */
export const hangs = async (db: Db, desk: string): Promise<ReadonlyMap<string, readonly string[]>> => {
  const promises = await today(db, desk).where(sql<boolean>`cardinality(hangs_on) > 0`).execute()
  const { rows } = await sql<{ id: string; hangs_on: string[] }>`
    select id, terms -> 'hangsOn' as hangs_on from desk.work
     where desk_id = ${desk} and known_to is null and jsonb_array_length(terms -> 'hangsOn') > 0`.execute(db)
  return new Map([...promises, ...rows].map(({ id, hangs_on }) => [id, hangs_on]))
}

/**
 * What is due in a window, what is late before it or has no time, and what is asked after by its end; as it was known at
 * an instant, where one is given.
 */
export const commitmentsAround = async (
  db: Db,
  desk: string,
  window: Span,
  at: Temporal.Instant | null,
): Promise<Commitment[]> => {
  const [start, end] = [text(window.start), text(window.end)]
  const rows = await asOf(db, desk, at)
    .where((e) =>
      e.or([
        e.and([e('due_at', '>=', instant(start)), e('due_at', '<', instant(end))]),
        e.and([
          e('state', '=', 'open'),
          e.or([e('due_at', 'is', null), e('due_at', '<', instant(end)), e('chase_at', '<', instant(end))]),
        ]),
      ]),
    )
    .orderBy('id')
    .execute()
  return rows.map(from)
}

/** How many fell by an entry. */
export const fellBy = async (db: Db, desk: string, entry: string): Promise<number> => {
  const row = await db
    .selectFrom('desk.commitment')
    .where('desk_id', '=', desk)
    .where('made_by', '=', entry)
    .where('state', '=', 'fell')
    .select((e) => e.fn.countAll<string>().as('n'))
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}

/** Ends the version of today, if there is one, and adds the one that holds from now on. */
export async function keepCommitment(db: Db, desk: string, one: Commitment, { at, entry }: Made): Promise<Commitment> {
  await db
    .updateTable('desk.commitment')
    .set({ known_to: at.toString(), ended_by: entry })
    .where('desk_id', '=', desk)
    .where('id', '=', one.id)
    .where('known_to', 'is', null)
    .execute()
  const last = await db
    .selectFrom('desk.commitment')
    .where('desk_id', '=', desk)
    .where('id', '=', one.id)
    .select((e) => e.fn.max('version').as('version'))
    .executeTakeFirst()
  const version = (last?.version ?? 0) + 1
  await db
    .insertInto('desk.commitment')
    .values({
      desk_id: desk,
      id: one.id,
      version,
      side: one.side,
      state: one.state,
      terms: JSON.stringify(one.terms),
      due_at: one.dueAt === null ? null : text(one.dueAt),
      chase_at: text(one.chaseAt),
      closed_at: one.closedAt === null ? null : text(one.closedAt),
      hangs_on: [...one.hangsOn],
      people: peopleOf(one.terms),
      label: one.label,
      known_from: at.toString(),
      known_to: null,
      made_by: entry,
      ended_by: null,
    })
    .execute()
  return { ...one, version }
}

/** The strictest label of these events, by id; what is private takes what was said in it with it. */
export const isPrivateEvent = async (db: Db, desk: string, id: string): Promise<boolean> => {
  const row = await db
    .selectFrom('desk.event as e')
    .innerJoin('desk.event_detail as d', (on) =>
      on.onRef('d.desk_id', '=', 'e.desk_id').onRef('d.event_id', '=', 'e.id').onRef('d.version', '=', 'e.version'),
    )
    .where('e.desk_id', '=', desk)
    .where('e.id', '=', id)
    .where('e.known_to', 'is', null)
    .where('d.label', '=', 'private')
    .select('e.id')
    .executeTakeFirst()
  return row !== undefined
}
