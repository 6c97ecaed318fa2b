import { zoneFor } from '../../../plan/series.ts'
import type { Span } from '../../../plan/time.ts'
import { type Act, type Refused, refuse } from '../../act.ts'
import { partFromDraft, sameTimes, timesSet, wordsSet } from '../../calendar/change/model.ts'
import { eventView } from '../../calendar/events/actions.ts'
import { keepEvents, nowOf, stamped } from '../../calendar/events/keep.ts'
import { endVersions, eventById } from '../../calendar/events/queries.ts'
import { aboutsNow, homeZone } from '../../calendar/occurrences/actions.ts'
import { dropRows } from '../../calendar/occurrences/queries.ts'
import type { CalendarRow } from '../../calendar/queries.ts'
import {
  firstOccurrence,
  headOf,
  type KeptEvent,
  type Part,
  repeats,
  type VersionedEvent,
} from '../../calendar/series/model.ts'
import { readerOf } from '../../calendar/views/model.ts'
import { type End, wallOfEnd } from '../ends/model.ts'
import { type Segment, titleOf } from '../segments/model.ts'
import type { Trip } from '../trips/model.ts'
import { draftOfEvent, endAt, isKeepable, timesOfSegment } from './model.ts'

/** What a change of a segment did to its event: told to whoever hangs on it, once the segment is kept. */
export type Touched = { readonly id: string; readonly was: Span | null }
type Kept = { readonly segment: Segment; readonly touched: Touched | null }

const spanOf = (act: Act, event: KeptEvent): Span => firstOccurrence(event, homeZone(act.desk)).span

/** The zones that an event names for its beginning and its end. */
export const zonesOf = ({ start, endZone }: Part) => {
  const zone = start.form === 'zoned' && start.zone.name !== null ? zoneFor(start.zone).id : null
  return { start: zone, end: endZone?.name ?? zone }
}

type Ends = { readonly from: End; readonly to: End }

/**
 * Ends without a time are as their event has them, in the zone of an airport or a place where they have one, else in the event's.
 * A time that was given wins, and the event goes there; a day alone is none.
 */
export async function endsFromEvent(act: Act, eventId: string, ends: Ends): Promise<Ends> {
  if (wallOfEnd(ends.from) !== null || wallOfEnd(ends.to) !== null) return ends
  const event = await eventById(act.db, act.desk.id, eventId)
  if (!event || headOf(event).start.form !== 'zoned') return ends
  const [span, zones] = [spanOf(act, event), zonesOf(headOf(event))]
  return {
    from: endAt(ends.from, span.start, ends.from.zone ?? zones.start),
    to: endAt(ends.to, span.end, ends.to.zone ?? zones.end),
  }
}

/** The calendar a trip's parts stand on: the one it names, else the executive's first that is written here. */
export async function calendarOfTrip(act: Act, calendarId: string | null): Promise<CalendarRow | Refused | null> {
  const all = [...(await aboutsNow(act.db, act.desk.id)).values()]
  if (calendarId === null) return all.find(({ owner, readOnly }) => owner === 'executive' && !readOnly) ?? null
  const found = all.find(({ id }) => id === calendarId)
  if (!found) return refuse('not-there', 'There is no such calendar.', [], 'calendarId')
  return found.readOnly
    ? refuse('not-yours', `“${found.name}” is only read here; choose another.`, [found.id], 'calendarId')
    : found
}

async function create(act: Act, segment: Segment, trip: Trip): Promise<Kept> {
  const [calendar, times] = [await calendarOfTrip(act, trip.calendarId), timesOfSegment(segment)]
  if (!calendar || 'refused' in calendar || !times) return { segment, touched: null }
  const id = act.newId()
  const draft = { ...draftOfEvent(segment, trip), when: whole }
  const part = partFromDraft(draft, id, times, nowOf(act))
  const event: KeptEvent = { id, calendarId: calendar.id, uid: id, parts: [part] }
  await keepEvents(act, [{ before: null, after: await stamped(act, null, event) }])
  return { segment: { ...segment, eventId: id, isKept: true }, touched: { id, was: null } }
}
const whole = { allDay: true, start: '2000-01-01', end: '2000-01-02' } as const

async function drop(act: Act, segment: Segment, event: VersionedEvent): Promise<Kept> {
  await endVersions(act.db, act.desk.id, [event.id], { entry: act.entry, at: act.at })
  await dropRows(act.db, act.desk.id, [event.id])
  const touched = { id: event.id, was: spanOf(act, event) }
  return { segment: { ...segment, eventId: null, isKept: false }, touched }
}

/** The desk's own event says what the segment says; one that was there before only goes to its times. */
async function follow(act: Act, segment: Segment, trip: Trip, event: VersionedEvent): Promise<Kept> {
  const [head, times] = [headOf(event), timesOfSegment(segment)]
  if (!times) return { segment, touched: null }
  const said = segment.isKept ? { ...wordsSet(head, draftOfEvent(segment, trip)), cancelled: false } : head
  const part = sameTimes(head, times) ? said : timesSet(said, times)
  if (JSON.stringify(part) === JSON.stringify(head)) return { segment, touched: null }
  const after = await stamped(act, event, { ...event, parts: [part] })
  await keepEvents(act, [{ before: event, after }])
  return { segment, touched: { id: event.id, was: spanOf(act, event) } }
}

/** The trip stands on another calendar by now. */
const isElsewhere = ({ calendarId }: KeptEvent, trip: Trip): boolean =>
  trip.calendarId !== null && trip.calendarId !== calendarId

/**
 * Keeps the calendar as a segment says: its event is made, moved, renamed or taken off. Answers the segment with the event it then
 * has. An event that was there before and was linked is moved and never taken away.
 */
export async function keepOnCalendar(act: Act, segment: Segment, trip: Trip): Promise<Kept> {
  const event = segment.eventId === null ? undefined : await eventById(act.db, act.desk.id, segment.eventId)
  if (!isKeepable(segment, trip))
    return event && segment.isKept ? drop(act, segment, event) : { segment, touched: null }
  if (event && segment.isKept && isElsewhere(event, trip)) {
    const { touched } = await drop(act, segment, event)
    const made = await create(act, { ...segment, eventId: null, isKept: false }, trip)
    return { segment: made.segment, touched: made.touched ?? touched }
  }
  return event ? follow(act, segment, trip, event) : create(act, { ...segment, eventId: null, isKept: false }, trip)
}

/** Tells who hangs on the event of a segment what happened to it; one may refuse. */
export const tellOf = async (act: Act, touched: readonly Touched[], anyway: string | null): Promise<Refused | null> => {
  if (touched.length === 0) return null
  const events = touched.map(({ id }) => ({ id, recurrenceId: null }))
  const [only] = touched
  const was = touched.length === 1 ? (only?.was ?? null) : null
  return act.happened({ events, things: [], was, anyway, mayRefuse: true })
}

/**
 * An event somebody says is this already. Refused: one that is not there or not theirs to read, one that repeats, one that only
 * takes days, and one that stands for another segment.
 */
export async function linkable(act: Act, id: string, taken: Segment | undefined): Promise<VersionedEvent | Refused> {
  const event = await eventById(act.db, act.desk.id, id)
  // A change reads as the desk: whether its words are for whoever acts is asked of what they would be shown.
  const shown = event && eventView(act, await aboutsNow(act.db, act.desk.id), event, null)
  if (!event || !shown || shown.hidden) return refuse('not-there', 'There is no such event.', [], 'eventId')
  if (repeats(event)) return refuse('bad-input', 'It repeats: a part of a trip happens once.', [id], 'eventId')
  if (headOf(event).start.form !== 'zoned')
    return refuse('bad-input', 'That event names no time with a zone.', [id], 'eventId')
  const isKnown = taken && (taken.label !== 'private' || readerOf(act).sees === 'all')
  return taken
    ? refuse('bad-input', `It stands for ${isKnown ? `“${titleOf(taken)}”` : 'another part'} already.`, [], 'eventId')
    : event
}
