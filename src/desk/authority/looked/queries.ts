import type { ColumnType } from 'kysely'
import type { Db } from '../../act.ts'

export type LookedTables = {
  'desk.looked': {
    desk_id: string
    item_id: string
    member_id: string
    hour: ColumnType<Temporal.Instant, string, never>
  }
}

/** Who looked at something, and in which hours, newest first. */
export const lookedAt = (db: Db, desk: string, item: string, most: number) =>
  db
    .selectFrom('desk.looked as l')
    .innerJoin('desk.member as m', (on) => on.onRef('m.desk_id', '=', 'l.desk_id').onRef('m.id', '=', 'l.member_id'))
    .where('l.desk_id', '=', desk)
    .where('l.item_id', '=', item)
    .select(['m.name', 'm.kind', 'l.hour'])
    .orderBy('l.hour', 'desc')
    .orderBy('m.name')
    .limit(most)
    .execute()
