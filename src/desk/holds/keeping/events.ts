import { zonedText } from '../../../plan/text.ts'
import type { Instant, Span } from '../../../plan/time.ts'
import { utc, zoneOf } from '../../../plan/zone.ts'
import type { Act } from '../../act.ts'
import { isMisfit, partFromDraft, timesFrom, wordsSet } from '../../calendar/change/model.ts'
import { type Change, keepEvents, nowOf, stamped } from '../../calendar/events/keep.ts'
import { endVersions, eventById, turnInto } from '../../calendar/events/queries.ts'
import { type EventDraft, eventDraft, type When } from '../../calendar/model.ts'
import { homeZone } from '../../calendar/occurrences/actions.ts'
import { dropRows } from '../../calendar/occurrences/queries.ts'
import { headOf, type KeptEvent } from '../../calendar/series/model.ts'
import type { Group, Hold, Terms } from '../group/model.ts'

/** A time by the clocks of a zone; in the hour that happens twice the second pass has no other name than UTC's. */
export const whenOf = (span: Span, name: string): When => {
  const home = zoneOf(name) ?? utc
  const isOnce = [span.start, span.end].every((at) => home.toInstant(home.toWall(at)) === at)
  const zone = isOnce ? home : utc
  const local = (at: Instant) => zonedText(at, zone).slice(0, 19)
  return { allDay: false, start: local(span.start), end: local(span.end), zone: zone.id, endZone: zone.id }
}

/** What a hold says on the calendar: what it is for and for whom, and that it is no meeting yet. */
const holdDraft = ({ meeting, to, busy }: Terms, when: When): EventDraft =>
  eventDraft.parse({
    title: `Hold: ${meeting.title} (${to.name})`.slice(0, 500),
    when,
    place: meeting.by === 'place' ? meeting.place : null,
    kind: 'hold',
    label: meeting.label,
    busy,
  })

const tentative = (event: KeptEvent, yes: boolean): KeptEvent => ({
  ...event,
  parts: event.parts.map((part) => ({ ...part, tentative: yes })),
})

const holdEvent = (act: Act, group: Group, hold: Hold): KeptEvent => {
  const when = whenOf(hold.span, act.desk.zone)
  const times = timesFrom(when, homeZone(act.desk), 'when')
  if (isMisfit(times)) throw new Error(`a hold cannot be kept: ${times.words}`)
  const part = partFromDraft(holdDraft(group.terms, when), hold.id, times, nowOf(act))
  return tentative({ id: hold.id, calendarId: group.calendarId, uid: hold.id, parts: [part] }, true)
}

/** Puts holds on the calendar. */
export const addEvents = async (act: Act, group: Group, holds: readonly Hold[]): Promise<void> => {
  if (holds.length === 0) return
  const changes: Change[] = []
  for (const hold of holds) changes.push({ before: null, after: await stamped(act, null, holdEvent(act, group, hold)) })
  await keepEvents(act, changes)
}

/** Takes holds that are free again off the calendar. */
export const dropEvents = async (act: Act, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return
  await endVersions(act.db, act.desk.id, ids, { entry: act.entry, at: act.at })
  await dropRows(act.db, act.desk.id, ids)
}

/**
 * The hold's own event becomes the meeting: the same UID, no longer tentative, and what it is about. The events of the
 * holds that are free again go.
 */
export const becomeMeeting = async (act: Act, group: Group, hold: Hold, gone: readonly string[]): Promise<void> => {
  const before = await eventById(act.db, act.desk.id, hold.id)
  if (!before) throw new Error('a hold without its event')
  const { meeting } = group.terms
  const set = {
    title: meeting.title,
    place: meeting.place,
    link: meeting.link,
    notes: meeting.notes,
    kind: meeting.kind,
    label: meeting.label,
    busy: true,
    people: peopleComing(group.terms),
  }
  const parts = [{ ...wordsSet(headOf(before), set), tentative: false }]
  const after = await stamped(act, before, { ...before, parts })
  // Whether somebody declined it can hang on whose calendar it is; nobody has, of a time that was just taken.
  if (set.people.some(({ answer }) => answer === 'declined')) {
    await dropEvents(act, gone)
    await keepEvents(act, [{ before, after }])
  } else await turnInto(act.db, act.desk.id, { ...after, version: before.version + 1 }, gone, madeBy(act))
}

const madeBy = ({ entry, at }: Act) => ({ entry, at })

/** Everybody who comes; whoever took the time has said yes by that. */
const peopleComing = ({ meeting, to }: Terms): EventDraft['people'] => {
  const address = to.address?.toLowerCase()
  if (!address) return meeting.people
  const others = meeting.people.filter((one) => one.address.toLowerCase() !== address)
  return [{ address, name: to.name, answer: 'accepted', required: true }, ...others]
}
