import * as z from 'zod'
import { quoted, text } from '../found.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import type { SegmentFare } from '../segment.ts'
import { asInstant, dayMs, type Instant } from '../time.ts'
import { isAhead, isHeld, live, segmentThing, spanAt, spanOfSegment, zoneAtEnd } from '../trips/segments.ts'
import { openMeetings } from '../trips/settled.ts'
import { dayBeforeAt, openPoint } from '../trips/ways-out.ts'
import { momentWords } from '../trips/words.ts'

const params = z.strictObject({
  days: z.int().min(1).max(60).default(3).describe('Days before a fare closes from which it is said'),
})

/** Until when a fare can be changed or given back: an instant, always, never again; null where nobody has said. */
type Until = Instant | 'always' | 'never' | null

const untilOf = ({ changeable, changeableUntil, refundable, refundableUntil }: SegmentFare): Until => {
  const ways = [
    [changeable, changeableUntil],
    [refundable, refundableUntil],
  ] as const
  if (ways.some(([may, until]) => may === true && until === null)) return 'always'
  const instants = ways.flatMap(([may, until]) => (may === false || until === null ? [] : [until]))
  if (instants.length > 0) return asInstant(Math.max(...instants))
  return changeable === false && refundable === false ? 'never' : null
}

/** A fare can still be changed or given back while the meeting it is for is not confirmed. Silent where nobody has said what the terms are. */
export const fareOpen: AnyKind = ruleKind<z.infer<typeof params>>({
  kind: 'fare-open',
  title: 'The fare closes before the meeting is sure',
  says: 'A fare can be changed for as long as its meeting is not confirmed',
  params,
  sentence: () => 'A fare can be changed or given back for as long as the meeting it is for is not confirmed',
  reach: () => ({ by: 'trip' }),
  about: (_params, { trips }) =>
    trips.flatMap((trip) =>
      live(trip)
        .filter(({ fare }) => untilOf(fare) !== null)
        .map((segment) => segmentThing(segment, trip)),
    ),
  *judge({ days }, view) {
    const { at } = view.plan
    for (const trip of view.trips)
      for (const segment of live(trip)) {
        if (!isHeld(segment) || !view.speaksOfSegment(segment) || !isAhead(view.plan, segment, trip)) continue
        const until = untilOf(segment.fare)
        if (until === null || until === 'always') continue
        if (until !== 'never' && (at === null || until - at > days * dayMs)) continue
        const [open] = openMeetings(view.plan, segment, trip)
        if (!open) continue
        const closed = until === 'never' || (at !== null && until <= at)
        const values = () => ({
          segment: quoted(segment),
          until: until === 'never' ? null : momentWords(until, zoneAtEnd(segment.from) ?? view.zoneAt(until)),
          meeting: open.title,
          why: open.why,
        })
        yield {
          span: until === 'never' ? spanOfSegment(segment, trip) : spanAt(until),
          items: [segmentThing(segment, trip)],
          about: segment.key,
          code: until === 'never' ? 'never' : closed ? 'closed' : 'closing',
          values,
          badness: closed ? 2 : 1,
        }
      }
  },
  words(e) {
    const open = `and ${text(e, 'meeting')} ${text(e, 'why')}`
    if (e.code === 'never') return `${text(e, 'segment')} can neither be changed nor given back, ${open}`
    return e.code === 'closed'
      ? `${text(e, 'segment')} could be changed until ${text(e, 'until')} and no longer, ${open}`
      : `${text(e, 'segment')} can be changed until ${text(e, 'until')}, ${open}`
  },
  fixes(_params, { trips: [trip], segments: [segment], verdict: { evidence, span }, plan }) {
    if (!trip || !segment) return []
    const what = evidence.code === 'closing' ? 'Decide whether to change' : 'Settle what becomes of'
    const said = `${what} ${quoted(segment)}: ${text(evidence, 'meeting')} ${text(evidence, 'why')}`
    return openPoint(trip, said, dayBeforeAt(plan, span.start), segment)
  },
})
