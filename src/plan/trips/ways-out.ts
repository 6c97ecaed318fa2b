import { homeOf } from '../boundaries.ts'
import type { Fix } from '../finding.ts'
import { quoted } from '../found.ts'
import type { Plan } from '../plan.ts'
import type { PlanEntry, PlanSegment, PlanTrip, SegmentEnd } from '../segment.ts'
import { dayText, wallText } from '../text.ts'
import { asDay, asInstant, type Day, dayOf, type Instant, minuteMs } from '../time.ts'
import { isOwn, zoneAtEnd } from './segments.ts'
import { momentWords } from './words.ts'

const stepMs = 5 * minuteMs

/** Up to whole five minutes: nobody asks for a car at 20:43. */
export const later = (ms: number): Instant => asInstant(Math.ceil(ms / stepMs) * stepMs)
const quarterMs = 15 * minuteMs
/** Up to whole quarters of an hour: what people are asked to meet at. */
export const laterForPeople = (ms: number): Instant => asInstant(Math.ceil(ms / quarterMs) * quarterMs)
/** Down to whole five minutes. */
export const earlier = (ms: number): Instant => asInstant(Math.floor(ms / stepMs) * stepMs)

const local = (end: SegmentEnd, at: Instant | null): string | null => {
  const zone = zoneAtEnd(end)
  return at === null || zone === null ? null : wallText(zone.toWall(at))
}

/** An end as `segment.edit` reads it; what is not in it (an address) stays as it is. */
const endSet = (end: SegmentEnd, at: Instant) => ({
  place: end.place,
  airport: end.airport,
  terminal: end.terminal,
  zone: end.zone,
  local: local(end, at),
})

/**
 * Another beginning for a segment, of its length. The desk changes what it owns; whoever holds it is asked for anything else.
 * Nothing where the zone of its beginning is unknown: nobody could say when that is.
 */
export const moveSegment = (segment: PlanSegment, start: Instant, words = ''): Fix[] => {
  const { from, to, span } = segment
  const zone = zoneAtEnd(from)
  if (zone === null) return []
  const end = span === null ? null : asInstant(start + span.end - span.start)
  const when = momentWords(start, zone)
  if (isOwn(segment)) {
    const set = { from: endSet(from, start), ...(end !== null && zoneAtEnd(to) !== null && { to: endSet(to, end) }) }
    const input = { key: segment.key, set }
    return [{ reach: 'desk', operation: 'segment.edit', input, words: `Move ${quoted(segment)} to ${when}` }]
  }
  const ends = local(to, end)
  const wanted = {
    starts: local(from, start),
    startZone: from.zone,
    ends,
    endZone: ends === null ? null : to.zone,
    words,
  }
  const whom = segment.provider === null ? null : quoted({ title: segment.provider }).slice(1, -1)
  return [asked(segment, wanted, whom === null ? `Ask for ${quoted(segment)} at ${when}` : `Ask ${whom} for ${when}`)]
}

/** Whoever holds it is asked for something that is no time. */
export const askOf = (segment: PlanSegment, wanted: string, words: string): Fix =>
  asked(segment, { starts: null, startZone: null, ends: null, endZone: null, words: wanted }, words)

/** It should not happen: the desk takes out what it owns; whoever holds anything else is asked to call it off. */
export function callOff(segment: PlanSegment): Fix {
  if (isOwn(segment)) {
    const words = `Take ${quoted(segment)} out of the trip`
    return { reach: 'desk', operation: 'segment.cancel', input: { key: segment.key }, words }
  }
  const wanted = { starts: null, startZone: null, ends: null, endZone: null, off: true, words: '' }
  const fix = asked(segment, wanted, `Ask to cancel ${quoted(segment)}`)
  return { ...fix, input: { ...fix.input, ask: 'cancel' } }
}

/** Whoever would hold it is asked for it as it is planned. */
export const askAsPlanned = (segment: PlanSegment, words: string): Fix => {
  const { from, to } = segment
  const [starts, ends] = [local(from, from.at), local(to, to.at)]
  const wanted = {
    starts,
    startZone: starts === null ? null : from.zone,
    ends,
    endZone: ends === null ? null : to.zone,
    words: '',
  }
  return asked(segment, wanted, words)
}

const asked = ({ key }: PlanSegment, wanted: Readonly<Record<string, unknown>>, words: string): Fix => ({
  reach: 'world',
  operation: 'segment.ask',
  input: { key, wanted },
  words,
})

/** Somebody says once how long a way takes, and it is remembered. */
export const sayMinutes = (from: string, to: string): Fix => ({
  reach: 'desk',
  operation: 'place.minutes',
  input: { from, to },
  words: `Say how long it takes from ${from} to ${to}`,
})

/** The day before a day, or today where that is none to come. */
export const dayBefore = (plan: Plan, day: Day): Day => {
  const today = plan.at === null ? null : dayOf(homeOf(plan).toWall(plan.at))
  return asDay(Math.max(day - 1, today ?? day - 1))
}

/** The day before an instant, where the executive lives. */
export const dayBeforeAt = (plan: Plan, at: Instant): Day => dayBefore(plan, dayOf(homeOf(plan).toWall(at)))

/** It is written down as an open point of the trip, which whoever does so sees to; not where that point is open already. */
export const openPoint = (trip: PlanTrip, said: string, dueOn: Day | null, segment?: PlanSegment): Fix[] => {
  const words = said.slice(0, 300)
  if (trip.points.some((point) => point.words === words)) return []
  const due = { ownerId: 'me', dueOn: dueOn === null ? null : dayText(dueOn) }
  const input = { key: trip.key, words, ...due, ...(segment && { segment: segment.key }) }
  return [{ reach: 'desk', operation: 'point.add', input, words: `Open a point: ${words}` }]
}

/** The desk's own wish for a bed on nights that follow each other. */
export const wishForStay = (trip: PlanTrip, first: Day, leaves: Day, words: string): Fix => ({
  reach: 'desk',
  operation: 'segment.add',
  input: { key: trip.key, kind: 'stay', from: { local: dayText(first) }, to: { local: dayText(leaves) } },
  words,
})

/** Somebody has looked at the visas of some countries. */
export const sayVisas = (trip: PlanTrip, countries: readonly string[], visa: PlanEntry['visa'], words: string): Fix => {
  const entries = trip.entries.map((entry) => (countries.includes(entry.country) ? { ...entry, visa } : entry))
  return { reach: 'desk', operation: 'trip.edit', input: { key: trip.key, set: { entries } }, words }
}
