import { type ColumnType, sql } from 'kysely'
import type { Db, Versioned } from '../../act.ts'
import type { Made } from '../../calendar/queries.ts'
import type { CardDraft } from './model.ts'

type At = ColumnType<Temporal.Instant, string, string>
type MaybeAt = ColumnType<Temporal.Instant | null, string | null, string | null>

export const emergencyVersions: readonly Versioned[] = [
  { table: 'desk.emergency_card', keys: ['id'], says: ['terms'], area: 'travel' },
]

export type EmergencyTables = {
  'desk.emergency_card': {
    desk_id: string
    id: string
    version: number
    terms: ColumnType<CardDraft, string, string>
    known_from: At
    known_to: MaybeAt
    made_by: string
    ended_by: string | null
  }
}

export type Card = { readonly id: string; readonly version: number; readonly terms: CardDraft }

/** What the desk has on file, as far as whoever reads may know it. */
export const cardToday = (db: Db, desk: string): Promise<Card | undefined> =>
  db
    .selectFrom('desk.emergency_card')
    .where('desk_id', '=', desk)
    .where('known_to', 'is', null)
    .select(['id', 'version', 'terms'])
    .executeTakeFirst()

/** Ends the version there is and begins the next. */
export async function saveCard(db: Db, desk: string, card: Omit<Card, 'version'>, made: Made): Promise<Card> {
  await db
    .updateTable('desk.emergency_card')
    .set({ known_to: made.at.toString(), ended_by: made.entry })
    .where('desk_id', '=', desk)
    .where('known_to', 'is', null)
    .execute()
  const { newest } = await db
    .selectFrom('desk.emergency_card')
    .where('desk_id', '=', desk)
    .where('id', '=', card.id)
    .select((e) => e.fn.coalesce(e.fn.max('version'), sql<number>`0`).as('newest'))
    .executeTakeFirstOrThrow()
  const kept = { ...card, version: newest + 1 }
  await db
    .insertInto('desk.emergency_card')
    .values({
      desk_id: desk,
      id: kept.id,
      version: kept.version,
      terms: JSON.stringify(kept.terms),
      known_from: made.at.toString(),
      known_to: null,
      made_by: made.entry,
      ended_by: null,
    })
    .execute()
  return kept
}
