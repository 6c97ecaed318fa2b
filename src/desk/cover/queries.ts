import type { ColumnType } from 'kysely'
import type { Db } from '../act.ts'
import type { Board } from '../authority/board/model.ts'
import type { CoverSettings, NoteSection } from './model.ts'

type At = ColumnType<Temporal.Instant, string, string>
type MaybeAt = ColumnType<Temporal.Instant | null, string | null | undefined, string | null>

export type CoverTables = {
  'desk.cover': {
    desk_id: string
    id: string
    away_id: string
    cover_id: string
    from_at: At
    until_at: At
    board: ColumnType<Board, string, string>
    reason: string
    state: 'planned' | 'on' | 'over' | 'called off'
    made_by: string
    made_at: At
    began_number: ColumnType<number | null, number | null | undefined, number | null>
    ended_number: ColumnType<number | null, number | null | undefined, number | null>
    handed: ColumnType<NoteSection[] | null, string | null | undefined, string | null>
    seen_at: MaybeAt
  }
}

const all = (db: Db, desk: string) =>
  db
    .selectFrom('desk.cover as c')
    .innerJoin('desk.member as a', (on) => on.onRef('a.desk_id', '=', 'c.desk_id').onRef('a.id', '=', 'c.away_id'))
    .innerJoin('desk.member as m', (on) => on.onRef('m.desk_id', '=', 'c.desk_id').onRef('m.id', '=', 'c.cover_id'))
    .where('c.desk_id', '=', desk)
    .selectAll('c')
    .select([
      'a.name as away_name',
      'a.kind as away_kind',
      'm.name as cover_name',
      'm.kind as cover_kind',
      'm.board as cover_board',
    ])

export type CoverRow = Awaited<ReturnType<ReturnType<typeof all>['executeTakeFirstOrThrow']>>

/** Covers that are on or planned, the next first. */
export const openCovers = (db: Db, desk: string): Promise<CoverRow[]> =>
  all(db, desk).where('c.state', 'in', ['planned', 'on']).orderBy('c.from_at').orderBy('c.id').execute()

/** Covers that are over, the last first. */
export const pastCovers = (db: Db, desk: string, most: number): Promise<CoverRow[]> =>
  all(db, desk).where('c.state', '=', 'over').orderBy('c.until_at', 'desc').limit(most).execute()

export const coverById = (db: Db, desk: string, id: string): Promise<CoverRow | undefined> =>
  all(db, desk).where('c.id', '=', id).executeTakeFirst()

type New = {
  readonly id: string
  readonly away: string
  readonly cover: string
  readonly from: Temporal.Instant
  readonly until: Temporal.Instant
  readonly board: Board
  readonly reason: string
  readonly by: string
  readonly at: Temporal.Instant
}

export const addCover = (db: Db, desk: string, row: New) =>
  db
    .insertInto('desk.cover')
    .values({
      desk_id: desk,
      id: row.id,
      away_id: row.away,
      cover_id: row.cover,
      from_at: row.from.toString(),
      until_at: row.until.toString(),
      board: JSON.stringify(row.board),
      reason: row.reason,
      state: 'planned',
      made_by: row.by,
      made_at: row.at.toString(),
    })
    .execute()

type Set = {
  readonly state?: CoverRow['state']
  readonly until?: Temporal.Instant
  readonly board?: Board
  readonly began?: number
  readonly ended?: number
  readonly handed?: readonly NoteSection[]
  readonly seen?: Temporal.Instant
}

export const setCover = (db: Db, desk: string, id: string, set: Set) =>
  db
    .updateTable('desk.cover')
    .set({
      ...(set.state && { state: set.state }),
      ...(set.until && { until_at: set.until.toString() }),
      ...(set.board && { board: JSON.stringify(set.board) }),
      ...(set.began !== undefined && { began_number: set.began }),
      ...(set.ended !== undefined && { ended_number: set.ended }),
      ...(set.handed && { handed: JSON.stringify(set.handed) }),
      ...(set.seen && { seen_at: set.seen.toString() }),
    })
    .where('desk_id', '=', desk)
    .where('id', '=', id)
    .execute()

export const settingsOf = async (db: Db, desk: string): Promise<CoverSettings> => {
  const row = await db
    .selectFrom('desk.desk')
    .where('desk_id', '=', desk)
    .select(['cover_self', 'cover_told', 'cover_reach'])
    .executeTakeFirstOrThrow()
  return { self: row.cover_self, told: row.cover_told, reach: row.cover_reach }
}

export const setSettings = (db: Db, desk: string, { self, told, reach }: CoverSettings) =>
  db
    .updateTable('desk.desk')
    .set({ cover_self: self, cover_told: told, cover_reach: reach })
    .where('desk_id', '=', desk)
    .execute()
