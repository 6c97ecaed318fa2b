import { type ColumnType, sql } from 'kysely'
import type { Label } from '../../plan/plan.ts'
import type { Db } from '../act.ts'
import type { ChainedEntry } from './model.ts'

export type JournalTables = {
  'desk.journal_entry': {
    desk_id: string
    number: number
    id: string
    at: ColumnType<Temporal.Instant, string, never>
    member_id: string
    door: string
    operation: string
    content_hash: Buffer
    previous: Buffer
    hash: Buffer
    label: ColumnType<Label, never, never>
  }
  'desk.journal_content': {
    desk_id: string
    entry_id: string
    salt: Buffer
    content: string
    label: ColumnType<Label, never, never>
  }
  'desk.journal_item': { desk_id: string; item_id: string; number: number }
  'desk.journal_undone': { desk_id: string; entry_id: string; by_entry_id: string }
  'desk.answered': {
    desk_id: string
    member_id: string
    operation: string
    key_hash: Buffer
    input_hash: Buffer
    entry_id: string
    sealed: Buffer | null
    at: ColumnType<Temporal.Instant, string, never>
  }
}

/** The desk's row, with the head of its chain; for a change it is locked until the transaction ends. */
export const deskRow = (db: Db, desk: string, lock: boolean) =>
  db
    .selectFrom('desk.desk')
    .where('desk_id', '=', desk)
    .select(['desk_id', 'executive', 'zone', 'home', 'head_number', 'head_hash', 'head_at', 'country'])
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()

const hex = (text: string) => Buffer.from(text, 'hex')

/**
 * Writes an entry, its content and what it was about, and moves the desk's head, in one statement. The desk's row must be
 * locked.
 */
export async function append(
  db: Db,
  entry: ChainedEntry & {
    hash: string
    salt: string
    content: string
    items: readonly string[]
    hidden: readonly string[]
  },
): Promise<Label> {
  const items = [...new Set(entry.items)]
  const ids = items.filter((item) => uuid.test(item))
  const { rows } = await sql<{ label: Label }>`
    with labelled as (
      select case when ${entry.hidden.length > 0} or exists (select from desk.event_detail d
          where d.desk_id = ${entry.desk} and d.event_id = any(${ids}::uuid[]) and d.label = 'private')
        or exists (select from desk.hold_group g
          where g.desk_id = ${entry.desk} and g.id = any(${ids}::uuid[]) and g.label = 'private')
        or exists (select from desk.commitment c
          where c.desk_id = ${entry.desk} and c.id = any(${ids}::uuid[]) and c.label = 'private')
        or exists (select from desk.note n
          where n.desk_id = ${entry.desk} and n.id = any(${ids}::uuid[]) and n.label = 'private')
        or exists (select from desk.work w
          where w.desk_id = ${entry.desk} and w.id = any(${ids}::uuid[]) and w.label = 'private')
        or exists (select from desk.mistake m
          where m.desk_id = ${entry.desk} and m.id = any(${ids}::uuid[]) and m.label = 'private')
        or exists (select from desk.trip t
          where t.desk_id = ${entry.desk} and t.id = any(${ids}::uuid[]) and t.label = 'private')
        or exists (select from desk.segment s
          where s.desk_id = ${entry.desk} and s.id = any(${ids}::uuid[]) and s.label = 'private')
        or exists (select from desk.point o
          where o.desk_id = ${entry.desk} and o.id = any(${ids}::uuid[]) and o.label = 'private')
        or exists (select from desk.proposal p
          where p.desk_id = ${entry.desk} and p.id = any(${ids}::uuid[]) and p.label = 'private')
        or exists (select from desk.journal_entry j
          where j.desk_id = ${entry.desk} and j.id = any(${ids}::uuid[]) and j.label = 'private')
        then 'private' else 'desk' end as label
    ), entered as (
      insert into desk.journal_entry (desk_id, number, id, at, member_id, door, operation, content_hash, previous, hash, label)
      select ${entry.desk}::uuid, ${entry.number}::bigint, ${entry.id}::uuid, ${entry.at}::timestamptz, ${entry.member}::uuid,
        ${entry.door}, ${entry.operation}, ${hex(entry.contentHash)}::bytea, ${hex(entry.previous)}::bytea,
        ${hex(entry.hash)}::bytea, label from labelled
    ), said as (
      insert into desk.journal_content (desk_id, entry_id, salt, content, label)
      select ${entry.desk}::uuid, ${entry.id}::uuid, ${hex(entry.salt)}::bytea, ${entry.content}, label from labelled
    ), about as (
      insert into desk.journal_item (desk_id, item_id, number)
      select ${entry.desk}::uuid, item, ${entry.number}::bigint from unnest(${items}::text[]) item
    )
    update desk.desk set head_number = ${entry.number}, head_hash = ${hex(entry.hash)}, head_at = ${entry.at}
    where desk_id = ${entry.desk} returning (select label from labelled) as label`.execute(db)
  return rows[0]?.label ?? 'desk'
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What became private takes what the record says of it with it, from its beginning. */
export const hideEarlier = async (
  db: Db,
  desk: string,
  items: readonly string[],
  hidden: readonly string[],
): Promise<void> => {
  const ids = items.filter((item) => uuid.test(item))
  await sql`
    with about as (
      select distinct e.id from desk.journal_item i
      join desk.journal_entry e on e.desk_id = i.desk_id and e.number = i.number
      where i.desk_id = ${desk} and e.label <> 'private' and i.item_id in (
        select d.event_id::text from desk.event_detail d
        where d.desk_id = ${desk} and d.event_id = any(${ids}::uuid[]) and d.label = 'private'
        union all select w.id::text from desk.work w
        where w.desk_id = ${desk} and w.id = any(${ids}::uuid[]) and w.label = 'private'
        union select unnest(${hidden as string[]}::text[]))
    ), marked as (
      update desk.journal_entry e set label = 'private' from about a where e.desk_id = ${desk} and e.id = a.id
    )
    update desk.journal_content c set label = 'private' from about a where c.desk_id = ${desk} and c.entry_id = a.id`.execute(
    db,
  )
}

const entries = (db: Db, desk: string) =>
  db
    .selectFrom('desk.journal_entry as e')
    .leftJoin('desk.journal_content as c', (on) =>
      on.onRef('c.desk_id', '=', 'e.desk_id').onRef('c.entry_id', '=', 'e.id'),
    )
    .where('e.desk_id', '=', desk)

/** Whose entries, of which operations (or all but these), about what, from and up to which instant. */
export type Wanted = {
  readonly member?: string | undefined
  readonly operations?: { readonly names: readonly string[]; readonly not: boolean } | undefined
  readonly item?: string | undefined
  readonly from?: Temporal.Instant | undefined
  readonly until?: Temporal.Instant | undefined
  readonly entry?: string | undefined
  /** These entries and no others, by id. */
  readonly entries?: readonly string[] | undefined
}

/** Entries newest first, from before `before`. What is hidden is not found by what it was about. */
export const page = (db: Db, desk: string, before: number | null, limit: number, wanted: Wanted = {}) =>
  entries(db, desk)
    .$if(wanted.member !== undefined, (query) => query.where('e.member_id', '=', wanted.member as string))
    .$if(wanted.entry !== undefined, (query) => query.where('e.id', '=', wanted.entry as string))
    .$if(wanted.entries !== undefined, (query) =>
      query.where('e.id', '=', sql<string>`any(${wanted.entries as string[]}::uuid[])`),
    )
    .$if(wanted.from !== undefined, (query) => query.where('e.at', '>=', String(wanted.from) as never))
    .$if(wanted.until !== undefined, (query) => query.where('e.at', '<', String(wanted.until) as never))
    .$if(wanted.operations !== undefined, (query) => {
      const named = sql<boolean>`e.operation = any(${wanted.operations?.names as string[]}::text[])`
      return query.where(wanted.operations?.not ? sql<boolean>`not ${named}` : named)
    })
    .$if(wanted.item !== undefined, (query) =>
      query
        .where('e.number', 'in', (of) =>
          of
            .selectFrom('desk.journal_item as i')
            .where('i.desk_id', '=', desk)
            .where('i.item_id', '=', wanted.item as string)
            .select('i.number'),
        )
        .where((e) => e.or([e('e.label', '<>', 'private'), e('c.content', 'is not', null)])),
    )
    .innerJoin('desk.member as m', (on) => on.onRef('m.desk_id', '=', 'e.desk_id').onRef('m.id', '=', 'e.member_id'))
    .leftJoin('desk.journal_undone as u', (on) =>
      on.onRef('u.desk_id', '=', 'e.desk_id').onRef('u.entry_id', '=', 'e.id'),
    )
    .$if(before !== null, (query) => query.where('e.number', '<', before as number))
    .select([
      'e.id',
      'e.number',
      'e.at',
      'e.door',
      'e.operation',
      'c.content',
      'e.label',
      'e.member_id as member',
      'm.name',
      'm.kind',
      'u.by_entry_id as undoneBy',
    ])
    .orderBy('e.number', 'desc')
    .limit(limit)
    .execute()

/** The number of the last entry before an instant; 0 where there is none. Numbers and instants go up together. */
export const numberBefore = async (db: Db, desk: string, at: Temporal.Instant): Promise<number> =>
  (
    await db
      .selectFrom('desk.journal_entry')
      .where('desk_id', '=', desk)
      .where('at', '<', at.toString() as never)
      .select('number')
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst()
  )?.number ?? 0

/** Entries after one number up to another, oldest first. */
export const between = (db: Db, desk: string, after: number, to: number | null, most: number) =>
  entries(db, desk)
    .innerJoin('desk.member as m', (on) => on.onRef('m.desk_id', '=', 'e.desk_id').onRef('m.id', '=', 'e.member_id'))
    .leftJoin('desk.journal_undone as u', (on) =>
      on.onRef('u.desk_id', '=', 'e.desk_id').onRef('u.entry_id', '=', 'e.id'),
    )
    .where('e.number', '>', after)
    .$if(to !== null, (query) => query.where('e.number', '<=', to as number))
    .select([
      'e.id',
      'e.number',
      'e.at',
      'e.operation',
      'c.content',
      'e.label',
      'e.member_id as member',
      'm.name',
      'm.kind',
      'u.by_entry_id as undoneBy',
    ])
    .orderBy('e.number')
    .limit(most)
    .execute()

/** What an entry was about, in the order of their ids. */
export const itemsOf = async (db: Db, desk: string, number: number): Promise<string[]> =>
  (
    await db
      .selectFrom('desk.journal_item')
      .where('desk_id', '=', desk)
      .where('number', '=', number)
      .select('item_id')
      .orderBy('item_id')
      .execute()
  ).map((row) => row.item_id)

/** What any of these entries was about. */
export const itemsOfAll = async (db: Db, desk: string, numbers: readonly number[]): Promise<string[]> =>
  (
    await db
      .selectFrom('desk.journal_item')
      .where('desk_id', '=', desk)
      .where('number', '=', sql<number>`any(${numbers as number[]}::bigint[])`)
      .select('item_id')
      .distinct()
      .execute()
  ).map((row) => row.item_id)

export const entryById = (db: Db, desk: string, id: string) =>
  entries(db, desk)
    .leftJoin('desk.journal_undone as u', (on) =>
      on.onRef('u.desk_id', '=', 'e.desk_id').onRef('u.entry_id', '=', 'e.id'),
    )
    .where('e.id', '=', id)
    .select(['e.id', 'e.number', 'e.operation', 'c.content', 'u.by_entry_id as undoneBy'])
    .executeTakeFirst()

/** The chain in order, `count` entries after `after`. */
export const chainAfter = (db: Db, desk: string, after: number, count: number) =>
  entries(db, desk)
    .where('e.number', '>', after)
    .select([
      'e.number',
      'e.id',
      'e.at',
      'e.member_id',
      'e.door',
      'e.operation',
      'e.content_hash',
      'e.previous',
      'e.hash',
      'c.salt',
      'c.content',
    ])
    .orderBy('e.number')
    .limit(count)
    .execute()

/** Forgets what an entry says, and what was answered to whoever made it. @returns whether there was anything to forget. */
export const forget = async (db: Db, desk: string, id: string): Promise<boolean> => {
  const [gone] = await db
    .deleteFrom('desk.journal_content')
    .where('desk_id', '=', desk)
    .where('entry_id', '=', id)
    .execute()
  await db
    .updateTable('desk.answered')
    .set({ sealed: null })
    .where('desk_id', '=', desk)
    .where('entry_id', '=', id)
    .execute()
  return (gone?.numDeletedRows ?? 0n) > 0n
}

export const markUndone = (db: Db, desk: string, entry: string, by: string) =>
  db.insertInto('desk.journal_undone').values({ desk_id: desk, entry_id: entry, by_entry_id: by }).execute()

/** `hash` is that of the idempotency key, in hex. */
type Key = { desk: string; member: string; operation: string; hash: string }

export const answerTo = (db: Db, key: Key) =>
  db
    .selectFrom('desk.answered')
    .where('desk_id', '=', key.desk)
    .where('member_id', '=', key.member)
    .where('operation', '=', key.operation)
    .where('key_hash', '=', hex(key.hash))
    .select(['input_hash as inputHash', 'sealed'])
    .executeTakeFirst()

export const keepAnswer = (
  db: Db,
  key: Key,
  kept: { inputHash: string; entry: string; sealed: Buffer; at: Temporal.Instant },
) =>
  db
    .insertInto('desk.answered')
    .values({
      desk_id: key.desk,
      member_id: key.member,
      operation: key.operation,
      key_hash: hex(key.hash),
      input_hash: hex(kept.inputHash),
      entry_id: kept.entry,
      sealed: kept.sealed,
      at: kept.at.toString(),
    })
    .execute()

/** Keys live seven days. */
/** Desks with answers from before an instant; asked as the database's owner. */
export const desksAnswered = async (owner: Db, before: Temporal.Instant): Promise<string[]> =>
  (
    await owner
      .selectFrom('desk.answered')
      .where('at', '<', before.toString() as never)
      .select('desk_id')
      .distinct()
      .execute()
  ).map(({ desk_id }) => desk_id)

export const forgetAnswers = (db: Db, desk: string, before: Temporal.Instant) =>
  db
    .deleteFrom('desk.answered')
    .where('desk_id', '=', desk)
    .where('at', '<', before.toString() as never)
    .execute()
