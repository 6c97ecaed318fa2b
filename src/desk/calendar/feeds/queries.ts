import type { Db } from '../../act.ts'

export const feeds = (db: Db, desk: string) =>
  db
    .selectFrom('desk.feed')
    .where('desk_id', '=', desk)
    .select(['id', 'name', 'made_at as madeAt', 'revoked_at as revokedAt'])
    .orderBy('id')
    .execute()

export const feedById = (db: Db, desk: string, id: string) =>
  db
    .selectFrom('desk.feed')
    .where('desk_id', '=', desk)
    .where('id', '=', id)
    .select(['id', 'name', 'made_at as madeAt', 'revoked_at as revokedAt'])
    .executeTakeFirst()

export const addFeed = (db: Db, desk: string, id: string, name: string, at: Temporal.Instant) =>
  db.insertInto('desk.feed').values({ desk_id: desk, id, name, made_at: at.toString(), revoked_at: null }).execute()

export const revokeFeed = (db: Db, desk: string, id: string, at: Temporal.Instant) =>
  db
    .updateTable('desk.feed')
    .set({ revoked_at: at.toString() })
    .where('desk_id', '=', desk)
    .where('id', '=', id)
    .execute()
