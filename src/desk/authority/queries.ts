import { type ColumnType, sql } from 'kysely'
import type { Db, Member } from '../act.ts'
import { type Board, sightOf } from './board/model.ts'

/** What an address that carries its own secret opens: the first desk, busy times, an outsider's page, an itinerary; or an agent's token. */
export type Way = 'first' | 'feed' | 'page' | 'agent' | 'itinerary'

export type AuthorityTables = {
  'desk.desk': {
    desk_id: string
    executive: string
    zone: string
    home: string | null
    made_at: ColumnType<Temporal.Instant, string, never>
    head_number: number
    head_hash: ColumnType<Buffer, Buffer, Buffer>
    head_at: ColumnType<Temporal.Instant | null, string | undefined, string>
    country: ColumnType<string | null, string | null | undefined, string | null>
    cover_self: ColumnType<boolean, boolean | undefined, boolean>
    cover_told: ColumnType<'never' | 'away' | 'name', 'never' | undefined, 'never' | 'away' | 'name'>
    cover_reach: ColumnType<string | null, string | null | undefined, string | null>
  }
  'desk.desk_version': {
    desk_id: string
    version: number
    executive: string
    zone: string
    home: string | null
    known_from: ColumnType<Temporal.Instant, string, never>
    known_to: ColumnType<Temporal.Instant | null, string | null, string>
  }
  'desk.member': {
    desk_id: string
    id: string
    kind: Member['kind']
    name: string
    login_id: string | null
    email: string | null
    single_keys: boolean
    made_at: ColumnType<Temporal.Instant, string, never>
    board: ColumnType<Board, string, string>
    sight: number
    sponsor_id: ColumnType<string | null, string | null | undefined, never>
    frozen_at: ColumnType<Temporal.Instant | null, string | null | undefined, string | null>
    left_at: ColumnType<Temporal.Instant | null, string | null | undefined, string | null>
  }
  'auth.seat': {
    login_id: string
    desk_id: string
    member_id: string
    made_at: ColumnType<Temporal.Instant, string, never>
    opened_key: ColumnType<Buffer | null, Buffer | null | undefined, never>
    opened_as: ColumnType<Buffer | null, Buffer | null | undefined, never>
  }
  'auth.door': {
    token_hash: ColumnType<Buffer, Buffer, never>
    way: Way
    desk_id: string | null
    item_id: string | null
    made_at: ColumnType<Temporal.Instant, string, never>
    until: ColumnType<Temporal.Instant | null, string | null, never>
    closed_at: ColumnType<Temporal.Instant | null, string | null, string>
  }
}

export const memberRow = (db: Db, desk: string, member: string) =>
  db
    .selectFrom('desk.member')
    .where('desk_id', '=', desk)
    .where('id', '=', member)
    .select(['id', 'kind', 'name', 'login_id', 'email', 'single_keys', 'board', 'sponsor_id', 'frozen_at', 'left_at'])
    .executeTakeFirst()

/**
 * What whoever reads may see is found out once in a transaction and kept for the policies; where that cannot be, they find it
 * out themselves.
 */
export const sightKept = `set_config('equerry.sees',
  concat_ws(' ', current_setting('equerry.desk'), current_setting('equerry.member'), (select sight from desk.sight_row())), true)`

const anyProposed = sql<boolean>`exists (select from desk.proposal p where p.desk_id = d.desk_id and p.state = 'open')`

/**
 * The desk's row, with the head of its chain, and the member who acts. For a change the desk is locked until it ends, and
 * whether anything waits for a yes is read; for a read what its member sees is kept; to be told of somebody neither.
 */
export const seated = (db: Db, desk: string, member: string, to: 'change' | 'read' | 'be told', at: Temporal.Instant) =>
  db
    .selectFrom('desk.desk as d')
    .leftJoin('desk.member as m', (on) =>
      on.onRef('m.desk_id', '=', 'd.desk_id').on('m.id', '=', member).on('m.left_at', 'is', null),
    )
    .leftJoin('desk.member as s', (on) => on.onRef('s.desk_id', '=', 'm.desk_id').onRef('s.id', '=', 'm.sponsor_id'))
    .where('d.desk_id', '=', desk)
    .$if(to === 'read', (query) => query.select(sql.raw<string>(sightKept).as('sees')))
    .select([
      'd.desk_id as id',
      'd.executive',
      'd.zone',
      'd.home',
      'd.country',
      'd.head_number',
      'd.head_hash',
      'd.head_at',
      'm.id as member',
      'm.kind',
      'm.name',
      'm.board',
      'm.frozen_at',
      's.kind as sponsor_kind',
      's.board as sponsor_board',
      's.left_at as sponsor_left_at',
      sql<Board[] | null>`(select jsonb_agg(c.board order by c.id) from desk.cover c
        where c.desk_id = d.desk_id and c.cover_id = m.id and c.state in ('planned', 'on')
          and c.from_at <= ${at.toString()}::timestamptz and c.until_at > ${at.toString()}::timestamptz)`.as('covers'),
    ])
    .$if(to === 'change', (query) => query.select(anyProposed.as('proposed')).forUpdate('d'))
    .executeTakeFirst()

export const members = (db: Db, desk: string) =>
  db
    .selectFrom('desk.member')
    .where('desk_id', '=', desk)
    .select(['id', 'kind', 'name', 'login_id', 'email', 'made_at', 'board', 'sponsor_id', 'frozen_at', 'left_at'])
    .orderBy('id')
    .execute()

export async function addDesk(
  db: Db,
  row: { id: string; executive: string; zone: string; at: Temporal.Instant; head: Buffer },
): Promise<void> {
  await db
    .insertInto('desk.desk')
    .values({
      desk_id: row.id,
      executive: row.executive,
      zone: row.zone,
      home: null,
      made_at: row.at.toString(),
      head_number: 0,
      head_hash: row.head,
    })
    .execute()
  await keepVersion(db, row.id, row.at)
}

export const addMember = (
  db: Db,
  row: {
    desk: string
    id: string
    kind: Member['kind']
    name: string
    login: string | null
    email: string | null
    at: Temporal.Instant
    board: Board
    sponsor?: string
  },
) =>
  db
    .insertInto('desk.member')
    .values({
      desk_id: row.desk,
      id: row.id,
      kind: row.kind,
      name: row.name,
      login_id: row.login,
      email: row.email,
      single_keys: true,
      made_at: row.at.toString(),
      board: JSON.stringify(row.board),
      sight: sightOf(row.board),
      sponsor_id: row.sponsor ?? null,
    })
    .execute()

export async function changeDesk(
  db: Db,
  desk: string,
  set: { executive?: string; zone?: string; home?: string | null; country?: string | null },
  at: Temporal.Instant,
): Promise<void> {
  await db.updateTable('desk.desk').set(set).where('desk_id', '=', desk).execute()
  await keepVersion(db, desk, at)
}

/** Ends the newest version of the desk, if there is one, and begins another as the desk now is. */
async function keepVersion(db: Db, desk: string, at: Temporal.Instant): Promise<void> {
  await db
    .updateTable('desk.desk_version')
    .set({ known_to: at.toString() })
    .where('desk_id', '=', desk)
    .where('known_to', 'is', null)
    .execute()
  await sql`
    insert into desk.desk_version (desk_id, version, executive, zone, home, known_from)
    select d.desk_id, coalesce((select max(v.version) from desk.desk_version v where v.desk_id = ${desk}), 0) + 1,
      d.executive, d.zone, d.home, ${at.toString()}::timestamptz
    from desk.desk d where d.desk_id = ${desk}`.execute(db)
}

/** The desk as it was at an instant; before its first version, as it is. */
export async function deskAsOf<D extends { id: string; executive: string; zone: string; home: string | null }>(
  db: Db,
  desk: D,
  asOf: Temporal.Instant,
): Promise<D> {
  const was = await db
    .selectFrom('desk.desk_version')
    .where('desk_id', '=', desk.id)
    .where('known_from', '<=', asOf.toString() as never)
    .where((e) => e.or([e('known_to', 'is', null), e('known_to', '>', asOf.toString() as never)]))
    .select(['executive', 'zone', 'home'])
    .executeTakeFirst()
  return { ...desk, ...was }
}

/** Gives a member another board, and the row policies what they read of it; covers they read for themselves, by the clock. */
export async function setBoard(db: Db, desk: string, member: string, given: Board): Promise<void> {
  await db
    .updateTable('desk.member')
    .set({ board: JSON.stringify(given), sight: sightOf(given) })
    .where('desk_id', '=', desk)
    .where('id', '=', member)
    .execute()
}

/** Stops agents, or lets them go on; null: every agent that is not so yet. @returns who it was. */
export const setFrozen = async (db: Db, desk: string, agent: string | null, at: Temporal.Instant | null) =>
  await db
    .updateTable('desk.member')
    .set({ frozen_at: at?.toString() ?? null })
    .where('desk_id', '=', desk)
    .where('kind', '=', 'agent')
    .where('left_at', 'is', null)
    .where('frozen_at', at === null ? 'is not' : 'is', null)
    .$if(agent !== null, (query) => query.where('id', '=', agent as string))
    .returning(['id', 'name'])
    .execute()

/** They sit here no more; their name stays on what they did. */
export const leave = (db: Db, desk: string, member: string, at: Temporal.Instant) =>
  db
    .updateTable('desk.member')
    .set({ left_at: at.toString() })
    .where('desk_id', '=', desk)
    .where('id', '=', member)
    .execute()

export const setSingleKeys = (db: Db, desk: string, member: string, on: boolean) =>
  db.updateTable('desk.member').set({ single_keys: on }).where('desk_id', '=', desk).where('id', '=', member).execute()

/** The call that opened a further desk: its idempotency key and what was asked for with it, both hashed. */
export type Opening = { readonly key: Buffer; readonly as: Buffer }

export const addSeat = (
  db: Db,
  row: { login: string; desk: string; member: string; at: Temporal.Instant; opening?: Opening | undefined },
) =>
  db
    .insertInto('auth.seat')
    .values({
      login_id: row.login,
      desk_id: row.desk,
      member_id: row.member,
      made_at: row.at.toString(),
      ...(row.opening && { opened_key: row.opening.key, opened_as: row.opening.as }),
    })
    .execute()

/** The seat that a call of this login with this key opened; undefined while none did. */
export const seatOpenedBy = (db: Db, login: string, key: Buffer) =>
  db
    .selectFrom('auth.seat')
    .where('login_id', '=', login)
    .where('opened_key', '=', key)
    .select(['desk_id as desk', 'member_id as member', 'opened_as as as'])
    .executeTakeFirst()

/** How many desks a login has opened, besides the first, since an instant. */
export const openedSince = async (db: Db, login: string, since: Temporal.Instant): Promise<number> =>
  (
    await db
      .selectFrom('auth.seat')
      .where('login_id', '=', login)
      .where('opened_key', 'is not', null)
      .where('made_at', '>', since.toString() as never)
      .select('desk_id')
      .execute()
  ).length

/** Where a login sits, oldest first. */
export const seatsOf = (db: Db, login: string) =>
  db
    .selectFrom('auth.seat')
    .where('login_id', '=', login)
    .select(['desk_id as desk', 'member_id as member'])
    .orderBy('made_at')
    .orderBy('desk_id')
    .execute()

/** Every seat on this server, oldest first: whom the command line may act as, and whether anybody has been here. */
export const allSeats = (db: Db) =>
  db
    .selectFrom('auth.seat')
    .select(['login_id as login', 'desk_id as desk', 'member_id as member'])
    .orderBy('made_at')
    .orderBy('desk_id')
    .execute()

export const openDoor = (
  db: Db,
  row: {
    hash: Buffer
    way: Way
    desk: string | null
    item: string | null
    at: Temporal.Instant
    until: Temporal.Instant | null
  },
) =>
  db
    .insertInto('auth.door')
    .values({
      token_hash: row.hash,
      way: row.way,
      desk_id: row.desk,
      item_id: row.item,
      made_at: row.at.toString(),
      until: row.until?.toString() ?? null,
      closed_at: null,
    })
    .execute()

/** The door a token opens, if it is still open at `at`. */
export const doorOf = (db: Db, hash: Buffer, way: Way, at: Temporal.Instant) =>
  db
    .selectFrom('auth.door')
    .where('token_hash', '=', hash)
    .where('way', '=', way)
    .where('closed_at', 'is', null)
    .where((e) => e.or([e('until', 'is', null), e('until', '>', at.toString() as never)]))
    .select(['desk_id as desk', 'item_id as item'])
    .executeTakeFirst()

/** The door a token opened once, whether or not it was closed since; undefined where its time has passed. */
export const doorWas = (db: Db, hash: Buffer, way: Way, at: Temporal.Instant) =>
  db
    .selectFrom('auth.door')
    .where('token_hash', '=', hash)
    .where('way', '=', way)
    .where((e) => e.or([e('until', 'is', null), e('until', '>', at.toString() as never)]))
    .select((e) => ['desk_id as desk', 'item_id as item', e('closed_at', 'is not', null).as('closed')])
    .executeTakeFirst()

/** Holds the oldest one-time link until the transaction ends: there is always one, and everybody who comes in waits for it. */
export const holdDoors = (db: Db) =>
  db
    .selectFrom('auth.door')
    .where('way', '=', 'first')
    .orderBy('made_at')
    .orderBy('token_hash')
    .select('token_hash')
    .limit(1)
    .forUpdate()
    .execute()

/** Closes a door; false when somebody else had just closed it. */
export const closeDoor = async (db: Db, hash: Buffer, at: Temporal.Instant): Promise<boolean> => {
  const [done] = await db
    .updateTable('auth.door')
    .set({ closed_at: at.toString() })
    .where('token_hash', '=', hash)
    .where('closed_at', 'is', null)
    .execute()
  return (done?.numUpdatedRows ?? 0n) > 0n
}

/** Closes the door that leads to an item, a revoked feed. */
export const closeDoorOf = (db: Db, desk: string, item: string, at: Temporal.Instant) =>
  db
    .updateTable('auth.door')
    .set({ closed_at: at.toString() })
    .where('desk_id', '=', desk)
    .where('item_id', '=', item)
    .where('closed_at', 'is', null)
    .execute()

/** Whether anything is on a calendar of this desk; what was cancelled still is. */
export const hasEvents = async (db: Db, desk: string): Promise<boolean> =>
  (await db
    .selectFrom('desk.event')
    .where('desk_id', '=', desk)
    .where('known_to', 'is', null)
    .select('desk_id')
    .limit(1)
    .executeTakeFirst()) !== undefined
