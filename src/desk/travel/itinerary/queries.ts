import { type ColumnType, sql } from 'kysely'
import type { Db } from '../../act.ts'
import type { Amount, Reader } from './lists/model.ts'
import type { ItineraryView } from './model.ts'

type At = ColumnType<Temporal.Instant, string, string>
type MaybeAt = ColumnType<Temporal.Instant | null, string | null, string | null>
type Stored<T> = ColumnType<T, string, string>

/** To whom it was given, and what was chosen for them. */
export type LinkTerms = {
  readonly to: string
  readonly segments: readonly string[]
  readonly reach: string | null
  readonly needs: string | null
  readonly emergency: boolean
}

/** The table of migration 0102 as Kysely sees it. */
export type ItineraryTables = {
  'desk.itinerary': {
    desk_id: string
    id: string
    trip_id: string
    number: number
    reader: Reader
    shows: Amount
    terms: Stored<LinkTerms>
    page: Stored<ItineraryView>
    released: boolean
    issued_at: At
    issued_by: string
    until: At
    withdrawn_at: MaybeAt
    replaced_by: string | null
    replaced_at: MaybeAt
  }
}

/** Something of a trip that was given out by an address. */
export type Link = {
  readonly id: string
  readonly tripId: string
  readonly number: number
  readonly reader: Reader
  readonly shows: Amount
  readonly terms: LinkTerms
  /** What was shown when it was given out. */
  readonly page: ItineraryView
  readonly released: boolean
  readonly issuedAt: Temporal.Instant
  readonly issuedBy: string
  readonly until: Temporal.Instant
  readonly withdrawnAt: Temporal.Instant | null
  readonly replacedAt: Temporal.Instant | null
}

const links = (db: Db, desk: string) => db.selectFrom('desk.itinerary').where('desk_id', '=', desk).selectAll()
type Row = Awaited<ReturnType<ReturnType<typeof links>['executeTakeFirstOrThrow']>>

const linkFrom = (row: Row): Link => ({
  id: row.id,
  tripId: row.trip_id,
  number: row.number,
  reader: row.reader,
  shows: row.shows,
  terms: row.terms,
  page: row.page,
  released: row.released,
  issuedAt: row.issued_at,
  issuedBy: row.issued_by,
  until: row.until,
  withdrawnAt: row.withdrawn_at,
  replacedAt: row.replaced_at,
})

/** What was given out of a trip, the newest first. */
export const linksOf = async (db: Db, desk: string, trip: string): Promise<Link[]> =>
  (await links(db, desk).where('trip_id', '=', trip).orderBy('number', 'desc').execute()).map(linkFrom)

export const linkById = async (db: Db, desk: string, id: string): Promise<Link | undefined> =>
  (await links(db, desk).where('id', '=', id).execute()).map(linkFrom)[0]

export const addLink = (db: Db, desk: string, link: Link) =>
  db
    .insertInto('desk.itinerary')
    .values({
      desk_id: desk,
      id: link.id,
      trip_id: link.tripId,
      number: link.number,
      reader: link.reader,
      shows: link.shows,
      terms: JSON.stringify(link.terms),
      page: JSON.stringify(link.page),
      released: link.released,
      issued_at: link.issuedAt.toString(),
      issued_by: link.issuedBy,
      until: link.until.toString(),
      withdrawn_at: null,
      replaced_by: null,
      replaced_at: null,
    })
    .execute()

/** Those of one reader that are out are out of date from now on. */
export const replaceLinks = (db: Db, desk: string, by: Pick<Link, 'id' | 'tripId' | 'reader' | 'terms' | 'issuedAt'>) =>
  db
    .updateTable('desk.itinerary')
    .set({ replaced_by: by.id, replaced_at: by.issuedAt.toString() })
    .where('desk_id', '=', desk)
    .where('trip_id', '=', by.tripId)
    .where('reader', '=', by.reader)
    .where(sql<string>`terms ->> 'to'`, '=', by.terms.to)
    .where('id', '!=', by.id)
    .where('replaced_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .execute()

export const withdraw = (db: Db, desk: string, id: string, at: Temporal.Instant) =>
  db
    .updateTable('desk.itinerary')
    .set({ withdrawn_at: at.toString() })
    .where('desk_id', '=', desk)
    .where('id', '=', id)
    .execute()

type Shown = Pick<Link, 'id' | 'shows' | 'page' | 'released'>
export const setShown = (db: Db, desk: string, { id, shows, page, released }: Shown) =>
  db
    .updateTable('desk.itinerary')
    .set({ shows, page: JSON.stringify(page), released })
    .where('desk_id', '=', desk)
    .where('id', '=', id)
    .execute()
