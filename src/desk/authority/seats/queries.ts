import { sql } from 'kysely'
import type { Db } from '../../act.ts'

/** Until when an invitation of each of these opens; nothing for whoever has none that is still open at `at`. */
export const linksOpen = async (db: Db, desk: string, at: Temporal.Instant) =>
  new Map(
    (
      await db
        .selectFrom('auth.door')
        .where('desk_id', '=', desk)
        .where('way', '=', 'first')
        .where('closed_at', 'is', null)
        .where('until', '>', at.toString() as never)
        .select(['item_id', 'until'])
        .execute()
    ).map((row) => [row.item_id, row.until]),
  )

/** Gives a seat nobody has signed in to yet its person; false when somebody else has just taken it. */
export const takeSeat = async (
  db: Db,
  desk: string,
  member: string,
  person: { readonly login: string; readonly name: string; readonly email: string },
): Promise<boolean> => {
  const [done] = await db
    .updateTable('desk.member')
    .set({ login_id: person.login, name: person.name, email: person.email })
    .where('desk_id', '=', desk)
    .where('id', '=', member)
    .where('login_id', 'is', null)
    .where('left_at', 'is', null)
    .execute()
  return (done?.numUpdatedRows ?? 0n) > 0n
}

/** Their login sits here no more; elsewhere it still may. */
export const giveUpSeat = async (db: Db, desk: string, member: string): Promise<void> => {
  await db
    .updateTable('desk.member')
    .set({ login_id: null })
    .where('desk_id', '=', desk)
    .where('id', '=', member)
    .execute()
  await db.deleteFrom('auth.seat').where('desk_id', '=', desk).where('member_id', '=', member).execute()
}

/** A cover that is on or planned and in which somebody is away or stands in. */
export const openCoverOf = (db: Db, desk: string, member: string) =>
  db
    .selectFrom('desk.cover as c')
    .innerJoin('desk.member as a', (on) => on.onRef('a.desk_id', '=', 'c.desk_id').onRef('a.id', '=', 'c.away_id'))
    .innerJoin('desk.member as m', (on) => on.onRef('m.desk_id', '=', 'c.desk_id').onRef('m.id', '=', 'c.cover_id'))
    .where('c.desk_id', '=', desk)
    .where('c.state', 'in', ['planned', 'on'])
    .where((e) => e.or([e('c.away_id', '=', member), e('c.cover_id', '=', member)]))
    .select(['c.id', 'a.name as away', 'm.name as cover'])
    .orderBy('c.from_at')
    .limit(1)
    .executeTakeFirst()

/** Who opened the desk. */
export const founderOf = async (db: Db, desk: string): Promise<string | null> =>
  (
    await db
      .selectFrom('desk.journal_entry')
      .where('desk_id', '=', desk)
      .where('number', '=', 1)
      .select('member_id')
      .executeTakeFirst()
  )?.member_id ?? null

/** Closes the secret addresses a member made, which they still know. @returns whom they were for. */
export const closeFeedsOf = async (db: Db, desk: string, member: string, at: Temporal.Instant): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`
    with theirs as (
      select f.id from desk.feed f
      join desk.journal_item i on i.desk_id = ${desk}::uuid and i.item_id = f.id::text
      join desk.journal_entry e on e.desk_id = ${desk}::uuid and e.number = i.number
      where f.desk_id = ${desk}::uuid and f.revoked_at is null and e.operation = 'feed.make' and e.member_id = ${member}::uuid
    ), shut as (
      update auth.door d set closed_at = ${at.toString()}::timestamptz from theirs
      where d.desk_id = ${desk}::uuid and d.item_id = theirs.id and d.closed_at is null
    )
    update desk.feed f set revoked_at = ${at.toString()}::timestamptz from theirs
    where f.desk_id = ${desk}::uuid and f.id = theirs.id returning f.name`.execute(db)
  return rows.map(({ name }) => name).sort()
}
