import { dayText } from '../../../plan/text.ts'
import { type Act, type AskedOf, type Done, isRefused, type Refused, refuse } from '../../act.ts'
import { eventById } from '../../calendar/events/queries.ts'
import { abouts, homeZone } from '../../calendar/occurrences/actions.ts'
import { firstOccurrence, occurrenceAt, type Part } from '../../calendar/series/model.ts'
import { type CalendarItem, calendarItem, mayRead, maySee, readerOf } from '../../calendar/views/model.ts'
import type { ActionsFor } from '../../registry.ts'
import type { Party } from '../commitments/model.ts'
import { commitmentsOfNotes } from '../commitments/queries.ts'
import { nowOf, viewOf as promiseView } from '../commitments/showing/actions.ts'
import type { notesContract } from './contract.ts'
import type { Note, NoteView } from './model.ts'
import { keepNote, newestNotes, noteById, noteOfMeeting } from './queries.ts'

type Actions = ActionsFor<typeof notesContract>['note']

const undo = (act: Act) => ({ operation: 'calendar.reinstate', input: { entry: act.entry } })
const noNote = refuse('not-there', 'There are no such notes.', [], 'id')

/** The meeting of an event, or of one of its days, as it stands; null where there is none. */
export async function meetingAt(act: Act, eventId: string, recurrenceId: string | null): Promise<CalendarItem | null> {
  const event = await eventById(act.db, act.desk.id, eventId)
  const about = event && (await abouts(act.db, act.desk.id)).get(event.calendarId)
  if (!event || !about) return null
  const home = homeZone(act.desk)
  const found = recurrenceId === null ? firstOccurrence(event, home) : occurrenceAt(event, recurrenceId, home)
  return found ? calendarItem({ ...found, part: found.part as Part }, event, about) : null
}

/** Those invited, less whoever's calendar it is. */
export const partiesOf = ({ item }: CalendarItem, own: ReadonlySet<string>): Party[] =>
  item.people
    .filter(({ address }) => !own.has(address))
    .map(({ address, name }) => ({ name: name ?? address, address, zone: null }))

/** A note with what was promised in it, as whoever reads may know. */
export async function viewsOf(act: Act, notes: readonly Note[]): Promise<NoteView[]> {
  act.looked(notes)
  const made = await commitmentsOfNotes(
    act.db,
    act.desk.id,
    notes.map(({ id }) => id),
  )
  const byNote = Map.groupBy(
    made.filter(({ label }) => maySee(label, readerOf(act))),
    ({ terms }) => terms.saidWhere.noteId,
  )
  return notes.map((note) => ({
    ...note,
    people: [...note.people],
    lines: [...note.lines],
    promises: (byNote.get(note.id) ?? []).map((one) => ({
      lineId: one.terms.saidWhere.lineId,
      commitment: promiseView(act, one),
    })),
  }))
}

async function written(act: Act, note: Note): Promise<Done<{ note: NoteView }>> {
  const kept = await keepNote(act.db, act.desk.id, note, { at: act.at, entry: act.entry })
  const [view] = await viewsOf(act, [kept])
  if (!view) throw new Error('a note that was written is not there')
  const about = note.eventId === null ? [] : [note.eventId]
  return {
    output: { note: view },
    entry: {
      items: [note.id, ...about],
      values: { title: note.title, lines: note.lines.length },
      ...(note.label === 'private' && { private: [note.id] }),
      undo: undo(act),
    },
  }
}

const add: Actions['add'] = async ({ eventId, recurrenceId, title, on, people, lines, label }, act) => {
  const today = nowOf(act).toPlainDate().toString()
  const note = { id: act.newId(), version: 0, lines }
  if (eventId === null) {
    if (title === '') return refuse('bad-input', 'Notes of which meeting?', [], 'title')
    return written(act, {
      ...note,
      eventId,
      recurrenceId: null,
      title,
      on: on ?? today,
      people,
      label: label ?? 'desk',
    })
  }
  const meeting = await meetingAt(act, eventId, recurrenceId)
  if (!meeting || !mayRead(meeting, readerOf(act)))
    return refuse('not-there', 'There is no such event.', [eventId], 'eventId')
  if (await noteOfMeeting(act.db, act.desk.id, eventId, recurrenceId))
    return refuse('moved-on', 'Somebody has begun notes of it already', [eventId], 'eventId')
  const own = new Set((await abouts(act.db, act.desk.id)).get(meeting.calendarId)?.addresses ?? [])
  return written(act, {
    ...note,
    eventId,
    recurrenceId,
    title: title === '' ? meeting.item.title : title,
    on: on ?? dateOf(meeting, act),
    people: people.length > 0 ? people : partiesOf(meeting, own),
    label: label ?? meeting.item.label,
  })
}

const dateOf = ({ item }: CalendarItem, act: Act): string =>
  item.allDay
    ? dayText(item.allDay.from)
    : Temporal.Instant.fromEpochMilliseconds(item.span.start)
        .toZonedDateTimeISO(item.zone ?? act.desk.zone)
        .toPlainDate()
        .toString()

const noteFor = async (act: Act, id: string): Promise<Note | Refused> => {
  const note = await noteById(act.db, act.desk.id, id)
  return note && maySee(note.label, readerOf(act)) ? note : noNote
}

const edit: Actions['edit'] = async ({ id, version, title, people, lines, label }, act) => {
  const before = await noteFor(act, id)
  if (isRefused(before)) return before
  if (version !== undefined && version !== before.version)
    return refuse('moved-on', 'These notes were changed since you opened them', [id])
  return written(act, {
    ...before,
    ...(title !== undefined && title !== '' && { title }),
    ...(people !== undefined && { people }),
    ...(lines !== undefined && { lines }),
    ...(label !== undefined && label !== null && { label }),
  })
}

const show: Actions['show'] = async ({ id, eventId, recurrenceId }, act) => {
  if (id === undefined && eventId === undefined) return refuse('bad-input', 'Which notes?', [], 'id')
  const found =
    id === undefined
      ? await noteOfMeeting(act.db, act.desk.id, eventId ?? '', recurrenceId ?? null)
      : await noteById(act.db, act.desk.id, id)
  if (!found || !maySee(found.label, readerOf(act))) return id === undefined ? { note: null } : noNote
  return { note: (await viewsOf(act, [found]))[0] ?? null }
}

const list: Actions['list'] = async ({ limit }, act) => {
  const found = (await newestNotes(act.db, act.desk.id, limit)).filter(({ label }) => maySee(label, readerOf(act)))
  return { notes: await viewsOf(act, found) }
}

export const notesActions: ActionsFor<typeof notesContract> = { note: { list, show, add, edit } }

/** Notes of something private are not there for whoever may not see it. */
export const notesAsked: { readonly [operation: string]: AskedOf } = {
  'note.edit': async ({ id }: { id: string }, act) => {
    const note = await noteById(act.db, act.desk.id, id)
    return note && !maySee(note.label, readerOf(act)) ? { unknown: true } : {}
  },
}
