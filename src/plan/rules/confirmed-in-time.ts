import * as z from 'zod'
import { homeOf } from '../boundaries.ts'
import { number, quoted, text } from '../found.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import type { PlanSegment, PlanTrip } from '../segment.ts'
import { dayMs, type Instant } from '../time.ts'
import { isToCome, live, segmentThing, spanOfSegment } from '../trips/segments.ts'
import { askAsPlanned } from '../trips/ways-out.ts'
import { momentWords, whenWords } from '../trips/words.ts'

const params = z.strictObject({
  days: z.int().min(1).max(365).default(7).describe('Days before it begins by which it is confirmed'),
})

/** Free time is nobody's to confirm, and a meeting is confirmed by those who come. */
const isBooked = ({ kind }: PlanSegment): boolean => kind !== 'free' && kind !== 'meeting'

const beginsAt = ({ from }: PlanSegment, trip: PlanTrip): Instant => from.at ?? trip.span.start

/** What is only wished or asked for is confirmed some days before it begins; what somebody outside was asked stays amber until they answer. */
export const confirmedInTime: AnyKind = ruleKind<z.infer<typeof params>>({
  kind: 'confirmed-in-time',
  title: 'Not confirmed yet',
  says: 'Everything of a trip is confirmed some days before it begins',
  params,
  sentence: ({ days }) => `Everything of a trip is confirmed ${days === 1 ? '1 day' : `${days} days`} before it begins`,
  reach: () => ({ by: 'trip' }),
  about: (_params, { trips }) =>
    trips.flatMap((trip) =>
      live(trip)
        .filter(isBooked)
        .map((segment) => segmentThing(segment, trip)),
    ),
  *judge({ days }, view) {
    const { at } = view.plan
    if (at === null) return
    for (const trip of view.trips)
      for (const segment of live(trip).filter(isBooked)) {
        if (!view.speaksOfSegment(segment) || !isToCome(view.plan, segment) || trip.span.end <= at) continue
        const left = beginsAt(segment, trip) - at
        const isNear = left <= days * dayMs
        const isOpen = segment.status === 'intended' || segment.status === 'requested'
        if (segment.waiting === null && !(isNear && isOpen)) continue
        const values = () => ({
          segment: quoted(segment),
          begins: whenWords(segment.from),
          of: segment.waiting?.of.slice(0, 80) ?? null,
          wanted: segment.waiting?.words.slice(0, 120) ?? null,
          since: segment.waiting === null ? null : momentWords(segment.waiting.since, homeOf(view.plan)),
          requested: segment.status === 'requested' ? 1 : 0,
          days: Math.max(0, Math.floor(left / dayMs)),
        })
        yield {
          span: spanOfSegment(segment, trip),
          items: [segmentThing(segment, trip)],
          about: segment.key,
          code: segment.waiting === null ? 'open' : 'waiting',
          values,
          badness: isNear ? 2 + Math.max(0, days - Math.floor(left / dayMs)) : 1,
        }
      }
  },
  words(e) {
    const begins = text(e, 'begins') === '' ? '' : `, ${text(e, 'begins')},`
    if (e.code === 'waiting') {
      const wanted = text(e, 'wanted') === '' ? '' : ` (${text(e, 'wanted')})`
      return `${text(e, 'segment')}${begins} waits for ${text(e, 'of')}, asked ${text(e, 'since')}${wanted}`
    }
    const left =
      number(e, 'days') === 0 ? 'less than a day' : number(e, 'days') === 1 ? '1 day' : `${text(e, 'days')} days`
    const how = number(e, 'requested') === 1 ? 'is asked for and not confirmed' : 'is not booked'
    return `${text(e, 'segment')}${begins} ${how}, ${left} before it begins`
  },
  fixes(_params, { segments: [segment] }) {
    if (!segment) return []
    const who = segment.waiting?.of.slice(0, 60)
    return [askAsPlanned(segment, who === undefined ? `Ask to book ${quoted(segment)}` : `Ask ${who} again`)]
  },
})
