import { sql } from 'kysely'
import type { Db } from '../../act.ts'
import type { Made } from '../../calendar/queries.ts'
import type { Note } from './model.ts'

type Row = Omit<Note, 'eventId' | 'recurrenceId' | 'on'> & {
  event_id: string | null
  recurrence_id: string | null
  on: string
}

const today = (db: Db, desk: string) =>
  db
    .selectFrom('desk.note')
    .where('desk_id', '=', desk)
    .where('known_to', 'is', null)
    .select(['id', 'version', 'event_id', 'recurrence_id', 'title', 'people', 'lines', 'label'])
    .select(sql<string>`to_char(on_date, 'YYYY-MM-DD')`.as('on'))

const from = ({ event_id, recurrence_id, ...row }: Row): Note => ({
  ...row,
  eventId: event_id,
  recurrenceId: recurrence_id,
})

export const noteById = async (db: Db, desk: string, id: string): Promise<Note | undefined> =>
  (await today(db, desk).where('id', '=', id).execute()).map(from)[0]

/** The note of one meeting: of a series, of one of its days. */
export const noteOfMeeting = async (
  db: Db,
  desk: string,
  event: string,
  recurrence: string | null,
): Promise<Note | undefined> =>
  (
    await today(db, desk)
      .where('event_id', '=', event)
      .where(sql<boolean>`coalesce(recurrence_id, '') = ${recurrence ?? ''}`)
      .execute()
  ).map(from)[0]

/** The newest first. */
export const newestNotes = async (db: Db, desk: string, limit: number): Promise<Note[]> =>
  (await today(db, desk).orderBy('on_date', 'desc').orderBy('id', 'desc').limit(limit).execute()).map(from)

/** Notes of meetings somebody was at, by address or by name; the newest first. */
export const notesWith = async (
  db: Db,
  desk: string,
  who: { readonly address: string | null; readonly name: string },
  limit: number,
): Promise<Note[]> => {
  const byAddress = who.address === null ? null : JSON.stringify([{ address: who.address }])
  const rows = await today(db, desk)
    .where((e) =>
      e.or([
        sql<boolean>`people @> ${JSON.stringify([{ name: who.name }])}::jsonb`,
        ...(byAddress === null ? [] : [sql<boolean>`people @> ${byAddress}::jsonb`]),
      ]),
    )
    .orderBy('on_date', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(from)
}

/** Ends the version of today, if there is one, and adds the one that holds from now on. */
export async function keepNote(db: Db, desk: string, note: Note, { at, entry }: Made): Promise<Note> {
  await db
    .updateTable('desk.note')
    .set({ known_to: at.toString(), ended_by: entry })
    .where('desk_id', '=', desk)
    .where('id', '=', note.id)
    .where('known_to', 'is', null)
    .execute()
  const last = await db
    .selectFrom('desk.note')
    .where('desk_id', '=', desk)
    .where('id', '=', note.id)
    .select((e) => e.fn.max('version').as('version'))
    .executeTakeFirst()
  const version = (last?.version ?? 0) + 1
  await db
    .insertInto('desk.note')
    .values({
      desk_id: desk,
      id: note.id,
      version,
      event_id: note.eventId,
      recurrence_id: note.recurrenceId,
      title: note.title,
      on_date: note.on,
      people: JSON.stringify(note.people),
      lines: JSON.stringify(note.lines),
      label: note.label,
      known_from: at.toString(),
      known_to: null,
      made_by: entry,
      ended_by: null,
    })
    .execute()
  return { ...note, version }
}
