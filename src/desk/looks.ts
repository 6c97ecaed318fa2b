import { type Kysely, sql } from 'kysely'
import { settle } from './begin.ts'
import type { Tables } from './tables.ts'

type Look = { readonly desk: string; readonly member: string; readonly item: string; readonly hour: string }

/** Who looked at what is private: noted where it is read, written later, once a member, thing and hour. */
export type Looks = {
  readonly note: (desk: string, member: string, item: string, at: Temporal.Instant) => void
  /** Writes what was noted since. What could not be written is kept for the next time. */
  readonly write: (db: Kysely<Tables>) => Promise<void>
}

/** So many wait at most for the next time; the sweeper writes every few seconds. */
const most = 100_000

export function looks(): Looks {
  let waiting = new Map<string, Look>()
  return {
    note: (desk, member, item, at) => {
      const hour = at.round({ smallestUnit: 'hour', roundingMode: 'floor' }).toString()
      if (waiting.size < most) waiting.set(`${desk} ${member} ${item} ${hour}`, { desk, member, item, hour })
    },
    write: async (db) => {
      const [noted, before] = [[...waiting.values()], waiting]
      if (noted.length === 0) return
      waiting = new Map()
      try {
        for (const [desk, here] of Map.groupBy(noted, (one) => one.desk)) await writeAt(db, desk, here)
      } catch (error) {
        waiting = new Map([...before, ...waiting])
        throw error
      }
    },
  }
}

const writeAt = (db: Kysely<Tables>, desk: string, noted: readonly Look[]) =>
  db.transaction().execute(async (tx) => {
    await settle(tx, desk, desk)
    await sql`
      insert into desk.looked (desk_id, item_id, member_id, hour)
      select ${desk}::uuid, x.item, x.member, x.hour
      from jsonb_to_recordset(${JSON.stringify(noted)}::jsonb) as x(item uuid, member uuid, hour timestamptz)
      on conflict do nothing`.execute(tx)
  })
