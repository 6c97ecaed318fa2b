import type { Db } from './act.ts'
import { type Surroundings, settle } from './perform.ts'
import { beginAttempt, endAttempt, lastAttempt, outboxRow, setOutbox } from './queue.ts'

/** A way out of the desk. The id stays the same however often it is tried, so that the other side can know it again. */
export type Way = {
  /** @returns why it can never go, or null when it went. @throws when the wire broke: then nobody knows. */
  readonly send: (id: string, content: string) => Promise<string | null>
  /** Looks whether an attempt went after all; null where the other side cannot be asked. */
  readonly went: (id: string, content: string) => Promise<boolean | null>
}
export type Ways = { readonly [way: string]: Way }

type Out = { readonly desk: string; readonly member: string; readonly id: string }

/**
 * Sends what waits in the outbox. The attempt is written before the wire is touched. After an attempt whose outcome nobody
 * wrote down, the other side is asked first; where it cannot be, a person must decide, and nothing is sent again.
 * @throws what the wire throws; the next try begins by asking whether this one went.
 */
export async function deliver(around: Surroundings, ways: Ways, out: Out, at: Temporal.Instant): Promise<void> {
  const begun = await inDesk(around, out, (db) => begin(db, ways, out, at))
  if (begun === null) return
  const { row, way, number, open } = begun
  const gone = open ? await way.went(out.id, row.content) : false
  if (gone === null) return inDesk(around, out, (db) => setOutbox(db, out, 'unknown'))
  const failed = gone ? null : await way.send(out.id, row.content)
  await inDesk(around, out, async (db) => {
    await endAttempt(db, out, number, at, failed ?? 'sent')
    await setOutbox(db, out, failed === null ? 'sent' : 'failed')
  })
}

/** Null when there is nothing to do: it went, it was withdrawn, or no way leads there. */
async function begin(db: Db, ways: Ways, out: Out, at: Temporal.Instant) {
  const row = await outboxRow(db, out)
  if (row?.state !== 'waiting') return null
  const way = Object.hasOwn(ways, row.way) ? ways[row.way] : undefined
  if (!way) {
    await setOutbox(db, out, 'failed')
    return null
  }
  const last = await lastAttempt(db, out)
  const open = last !== undefined && last.outcome === null
  const number = open ? last.number : (last?.number ?? 0) + 1
  if (!open) await beginAttempt(db, out, number, at)
  return { row, way, number, open }
}

const inDesk = <T>(around: Surroundings, { desk, member }: Out, work: (db: Db) => Promise<T>): Promise<T> =>
  around.db.transaction().execute(async (db) => {
    await settle(db, desk, member)
    return work(db)
  })
