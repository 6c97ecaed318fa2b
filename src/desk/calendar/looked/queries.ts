import type { Db } from '../../act.ts'

/** Who looked at an item, newest first. */
export const lookedAt = (db: Db, desk: string, item: string) =>
  db
    .selectFrom('desk.looked as l')
    .innerJoin('desk.member as m', (on) => on.onRef('m.desk_id', '=', 'l.desk_id').onRef('m.id', '=', 'l.member_id'))
    .where('l.desk_id', '=', desk)
    .where('l.item_id', '=', item)
    .select(['m.name', 'm.kind', 'l.hour'])
    .orderBy('l.hour', 'desc')
    .limit(200)
    .execute()
