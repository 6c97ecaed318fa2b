import { sql } from 'kysely'
import type { Db } from '../../act.ts'
import type { Made } from '../../calendar/queries.ts'
import type { StandardView } from './model.ts'

const versions = (db: Db, desk: string) =>
  db.selectFrom('desk.standard').where('desk_id', '=', desk).select(['id', 'kind', 'version', 'checks'])

type Row = Awaited<ReturnType<ReturnType<typeof versions>['executeTakeFirstOrThrow']>>
const from = ({ id, kind, version, checks }: Row): StandardView => ({ id, kind, version, checks: [...checks] })

/** The standards of today, by kind. */
export const standards = async (db: Db, desk: string): Promise<StandardView[]> =>
  (await versions(db, desk).where('known_to', 'is', null).orderBy('kind').execute()).map(from)

/** The standard of a kind of work; undefined where it has none. */
export const standardOf = async (db: Db, desk: string, kind: string): Promise<StandardView | undefined> => {
  const row = await versions(db, desk)
    .where('known_to', 'is', null)
    .where(sql`lower(kind)`, '=', kind.trim().toLowerCase())
    .executeTakeFirst()
  return row && from(row)
}

/** Ends the version of today. */
export const endStandard = (db: Db, desk: string, id: string, { at, entry }: Made) =>
  db
    .updateTable('desk.standard')
    .set({ known_to: at.toString(), ended_by: entry })
    .where('desk_id', '=', desk)
    .where('id', '=', id)
    .where('known_to', 'is', null)
    .execute()

/** Adds the version that holds from now on. */
export const addStandard = (db: Db, desk: string, { id, kind, version, checks }: StandardView, { at, entry }: Made) =>
  db
    .insertInto('desk.standard')
    .values({
      desk_id: desk,
      id,
      kind,
      version,
      checks: JSON.stringify(checks),
      known_from: at.toString(),
      known_to: null,
      made_by: entry,
    })
    .execute()
