import type { SegmentKind } from '../../../plan/segment.ts'
import { carrying } from '../../../plan/segment.ts'
import type { WrittenZone } from '../../../plan/series.ts'
import { offsetText, wallText } from '../../../plan/text.ts'
import { type Instant, minuteMs, type Span } from '../../../plan/time.ts'
import { isHad } from '../../../plan/trips/segments.ts'
import { type Zone, zoneOf } from '../../../plan/zone.ts'
import type { Times } from '../../calendar/change/model.ts'
import { type EventDraft, eventDraft } from '../../calendar/model.ts'
import { atOf, type End, instantsOf, wallOfEnd } from '../ends/model.ts'
import { type Segment, spanOfSegment, titleOf } from '../segments/model.ts'
import type { Trip } from '../trips/model.ts'

/** Longer than this nothing of a trip stands on a calendar as one event. */
const longest = 366 * 24 * 60 * minuteMs

const kinds: Partial<Record<SegmentKind, string>> = { meal: 'external', meeting: 'external', free: 'personal' }

/** Whether a segment is kept as an event: it has both instants, is no stay, and neither it nor its trip is called off. */
export const isKeepable = (segment: Segment, trip: Trip): boolean => {
  const span = spanOfSegment(segment)
  return (
    span !== null &&
    span.end - span.start <= longest &&
    segment.kind !== 'stay' &&
    segment.status !== 'cancelled' &&
    trip.terms.cancelled === null
  )
}

/**
 * The zone of an end as an event writes it. In the second pass of an hour that happens twice a local time would mean the first:
 * the offset itself is written then, and carries nobody's clocks anywhere.
 */
function zoneWritten(zone: Zone, at: Instant): WrittenZone {
  if (zone.toInstant(zone.toWall(at)) === at) return { written: zone.id, name: zone.id, own: null }
  return { written: zone.id, name: null, own: { before: zone.offsetAt(at), changes: [] } }
}

/** When the event of a segment is, in the zones of its ends; null where that is not known. */
export function timesOfSegment({ terms: { from, to } }: Segment): Times | null {
  const [start, end, wall] = [atOf(from), atOf(to), wallOfEnd(from)]
  const [zone, endZone] = [zoneOf(from.zone ?? ''), zoneOf(to.zone ?? '')]
  if (start === null || end === null || wall === null || !zone || !endZone) return null
  return {
    start: { form: 'zoned', wall, zone: zoneWritten(zone, start) },
    length: { days: 0, ms: end - start },
    endZone: endZone.id === zone.id ? null : { written: endZone.id, name: endZone.id, own: null },
  }
}

const placeOf = ({ airport, place, terminal, address }: End): string | null => {
  const named = [airport === null ? place : [airport, place].filter((one) => one !== null).join(' '), terminal]
  const found = named.filter((one) => one !== null && one !== '').join(', ')
  return found === '' ? address : found
}

/** A car that is had for days takes nobody's time; one that is given back where clocks differ still says where its traveller went. */
const isBeside = (segment: Segment): boolean =>
  isHad({ kind: segment.kind, span: spanOfSegment(segment) }) && segment.terms.from.zone === segment.terms.to.zone

/** What the event of a segment says. */
export const draftOfEvent = (segment: Segment, trip: Trip): Omit<EventDraft, 'when'> => {
  const { kind, terms } = segment
  const { when: _, ...draft } = eventDraft.parse({
    title: titleOf(segment).slice(0, 500),
    when: { allDay: true, start: trip.firstOn, end: trip.lastOn },
    place: (placeOf(terms.from) ?? (carrying.has(kind) ? null : placeOf(terms.to)))?.slice(0, 500) ?? null,
    kind: kinds[kind] ?? 'travel',
    label: trip.label,
    readers: [...trip.readers],
    busy: kind !== 'free' && !isBeside(segment),
  })
  return draft
}

/** The ends of a segment whose event went to other times; in a zone of the event, where that names one. */
export const endsAt = (
  { terms: { from, to } }: Segment,
  span: Span,
  zones: { readonly start: string | null; readonly end: string | null },
): { readonly from: End; readonly to: End } => ({
  from: endAt(from, span.start, zones.start),
  to: endAt(to, span.end, zones.end),
})

/** An end at an instant, on the clocks of a zone that is named, else of its own. */
export function endAt(end: End, at: Instant, named: string | null): End {
  if (atOf(end) === at) return end
  const zone = zoneOf(named ?? end.zone ?? '')
  if (!zone) return end
  const wall = zone.toWall(at)
  const isTwice = instantsOf(wall, zone).length > 1
  const derived = zone.id === end.zone ? {} : { zone: zone.id, zoneFrom: 'hand' }
  return { ...end, ...derived, local: wallText(wall), offset: isTwice ? offsetText(zone.offsetAt(at)) : null }
}
