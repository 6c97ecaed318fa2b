import type { ColumnType } from 'kysely'
import type { Db } from '../../act.ts'
import type { Made } from '../../calendar/queries.ts'
import type { Kept, Part, Signature } from './model.ts'

type At = ColumnType<Temporal.Instant, string, string>

/** The table of migration 0091 as Kysely sees it. */
export type AgreementTables = {
  'desk.agreement': {
    desk_id: string
    id: string
    version: number
    part: Part
    sentence: string
    signed: ColumnType<Signature[], string, never>
    known_from: At
    known_to: ColumnType<Temporal.Instant | null, undefined, string>
    made_by: string
    ended_by: ColumnType<string | null, undefined, string>
  }
}

/** The parts that are in words today. */
export const agreed = (db: Db, desk: string): Promise<Kept[]> =>
  db
    .selectFrom('desk.agreement')
    .where('desk_id', '=', desk)
    .where('known_to', 'is', null)
    .select(['id', 'version', 'part', 'sentence', 'signed', 'known_from as since'])
    .execute()

/** Ends the version of today, where there is one, and adds the next. */
export async function keepAgreed(db: Db, desk: string, kept: Omit<Kept, 'since'>, { at, entry }: Made): Promise<void> {
  await db
    .updateTable('desk.agreement')
    .set({ known_to: at.toString(), ended_by: entry })
    .where('desk_id', '=', desk)
    .where('id', '=', kept.id)
    .where('known_to', 'is', null)
    .execute()
  await db
    .insertInto('desk.agreement')
    .values({
      desk_id: desk,
      id: kept.id,
      version: kept.version,
      part: kept.part,
      sentence: kept.sentence,
      signed: JSON.stringify(kept.signed),
      known_from: at.toString(),
      made_by: entry,
    })
    .execute()
}
