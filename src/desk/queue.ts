import type { ColumnType, Kysely } from 'kysely'
import type { Db } from './act.ts'
import type { Tables } from './tables.ts'

type At = ColumnType<Temporal.Instant, string, string>

export type QueueTables = {
  'jobs.due': { desk_id: string; id: string; at: At; operation: string; item: string }
  'desk.outbox': {
    desk_id: string
    id: string
    entry_id: string
    way: string
    content: string
    not_before: At
    state: 'waiting' | 'sent' | 'withdrawn' | 'failed' | 'unknown'
  }
  'desk.outbox_attempt': {
    desk_id: string
    outbox_id: string
    number: number
    begun_at: At
    ended_at: ColumnType<Temporal.Instant | null, string | null, string>
    outcome: string | null
  }
}

export type Due = {
  readonly desk: string
  readonly id: string
  readonly operation: string
  readonly item: string
  readonly at: Temporal.Instant
}

/** The operation of a deadline in `jobs.due` that means: send this item of the outbox. */
export const sending = 'outbox'

/** One deadline an operation and item: a second one moves the first. */
export const addDue = (db: Db, due: Due) =>
  db
    .insertInto('jobs.due')
    .values({ desk_id: due.desk, id: due.id, at: due.at.toString(), operation: due.operation, item: due.item })
    .onConflict((on) => on.columns(['desk_id', 'operation', 'item']).doUpdateSet({ at: due.at.toString() }))
    .execute()

export const dropDue = (db: Db, desk: string, operation: string, item: string) =>
  db
    .deleteFrom('jobs.due')
    .where('desk_id', '=', desk)
    .where('operation', '=', operation)
    .where('item', '=', item)
    .execute()

/** What is due at `at`, oldest first, across desks. */
export const dueNow = async (db: Kysely<Tables>, at: Temporal.Instant, most: number): Promise<Due[]> =>
  (
    await db
      .selectFrom('jobs.due')
      .where('at', '<=', at.toString() as never)
      .selectAll()
      .orderBy('at')
      .limit(most)
      .execute()
  ).map((row) => ({
    desk: row.desk_id,
    id: row.id,
    operation: row.operation,
    item: row.item,
    at: row.at,
  }))

export const dueById = async (db: Kysely<Tables>, desk: string, id: string): Promise<Due | null> => {
  const row = await db
    .selectFrom('jobs.due')
    .where('desk_id', '=', desk)
    .where('id', '=', id)
    .selectAll()
    .executeTakeFirst()
  return row ? { desk: row.desk_id, id: row.id, operation: row.operation, item: row.item, at: row.at } : null
}

/** Drops it, unless it was moved to later meanwhile. */
export const doneDue = (db: Kysely<Tables>, due: Pick<Due, 'desk' | 'id'>, at: Temporal.Instant) =>
  db
    .deleteFrom('jobs.due')
    .where('desk_id', '=', due.desk)
    .where('id', '=', due.id)
    .where('at', '<=', at.toString() as never)
    .execute()

export const addToOutbox = (
  db: Db,
  out: { desk: string; id: string; entry: string; way: string; content: string; notBefore: Temporal.Instant },
) =>
  db
    .insertInto('desk.outbox')
    .values({
      desk_id: out.desk,
      id: out.id,
      entry_id: out.entry,
      way: out.way,
      content: out.content,
      not_before: out.notBefore.toString(),
      state: 'waiting',
    })
    .execute()

type Out = { readonly desk: string; readonly id: string }

/** Locked, so that two who deliver it wait for each other. */
export const outboxRow = (db: Db, { desk, id }: Out) =>
  db
    .selectFrom('desk.outbox')
    .where('desk_id', '=', desk)
    .where('id', '=', id)
    .select(['way', 'content', 'state'])
    .forUpdate()
    .executeTakeFirst()

export const setOutbox = async (db: Db, { desk, id }: Out, state: QueueTables['desk.outbox']['state']) => {
  await db.updateTable('desk.outbox').where('desk_id', '=', desk).where('id', '=', id).set({ state }).execute()
}

export const lastAttempt = (db: Db, { desk, id }: Out) =>
  db
    .selectFrom('desk.outbox_attempt')
    .where('desk_id', '=', desk)
    .where('outbox_id', '=', id)
    .select(['number', 'outcome'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()

export const beginAttempt = (db: Db, { desk, id }: Out, number: number, at: Temporal.Instant) =>
  db
    .insertInto('desk.outbox_attempt')
    .values({ desk_id: desk, outbox_id: id, number, begun_at: at.toString(), ended_at: null, outcome: null })
    .execute()

export const endAttempt = (db: Db, { desk, id }: Out, number: number, at: Temporal.Instant, outcome: string) =>
  db
    .updateTable('desk.outbox_attempt')
    .where('desk_id', '=', desk)
    .where('outbox_id', '=', id)
    .where('number', '=', number)
    .set({ ended_at: at.toString(), outcome })
    .execute()

/** Calls back what an entry put into the outbox. False where some of it has gone, or may have. */
export const withdraw = async (db: Db, desk: string, entry: string): Promise<boolean> => {
  const rows = await db
    .selectFrom('desk.outbox')
    .where('desk_id', '=', desk)
    .where('entry_id', '=', entry)
    .select(['id', 'state'])
    .forUpdate()
    .execute()
  for (const { id, state } of rows) {
    if (state === 'failed' || state === 'withdrawn') continue
    if (state !== 'waiting' || (await lastAttempt(db, { desk, id }))) return false
    await setOutbox(db, { desk, id }, 'withdrawn')
    await dropDue(db, desk, sending, id)
  }
  return true
}
