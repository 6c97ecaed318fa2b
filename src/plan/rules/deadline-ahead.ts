import * as z from 'zod'
import { quoted, text } from '../found.ts'
import { lengthWords } from '../local.ts'
import { minutes } from '../params.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import type { PlanSegment, PlanTrip } from '../segment.ts'
import { type Instant, minuteMs } from '../time.ts'
import { isAhead, isHeld, live, segmentThing, spanAt, zoneAtEnd } from '../trips/segments.ts'
import { openMeetings, type Unsettled } from '../trips/settled.ts'
import { dayBeforeAt, openPoint } from '../trips/ways-out.ts'
import { momentWords } from '../trips/words.ts'
import type { Found, View } from '../view.ts'

const params = z.strictObject({
  checkInMinutes: minutes('How long before check-in closes it is said').default(720),
  cancelMinutes: minutes('How long before the last free cancellation it is said').default(4320),
})
type Params = z.infer<typeof params>

/**
 * Check-in and cancellation deadlines are said while there is time: when check-in is about to close, and when a booking can last
 * be called off for nothing while what it is for is still open, before that passes and after.
 */
export const deadlineAhead: AnyKind = ruleKind<Params>({
  kind: 'deadline-ahead',
  title: 'A deadline of a booking',
  says: 'Check-in and cancellation deadlines are said ahead of need',
  params,
  sentence: ({ checkInMinutes, cancelMinutes }) =>
    `Check-in is said ${lengthWords(checkInMinutes)} before it closes, and a last free cancellation ${lengthWords(cancelMinutes)} before, while what it is for is open`,
  reach: () => ({ by: 'trip' }),
  about: (_params, { trips }) =>
    trips.flatMap((trip) =>
      live(trip)
        .filter(({ checkInBy, cancelBy }) => checkInBy !== null || cancelBy !== null)
        .map((segment) => segmentThing(segment, trip)),
    ),
  *judge(params, view) {
    if (view.plan.at === null) return
    for (const trip of view.trips)
      for (const segment of live(trip)) {
        if (!view.speaksOfSegment(segment) || !isAhead(view.plan, segment, trip)) continue
        const [checkIn, cancel] = [checkInOf(segment, trip, params, view), cancelOf(segment, trip, params, view)]
        if (checkIn) yield checkIn
        if (cancel) yield cancel
      }
  },
  words(e) {
    if (e.code === 'check-in') return `Check-in for ${text(e, 'segment')} closes ${text(e, 'by')}`
    const open = `${text(e, 'meeting')} ${text(e, 'why')}`
    return e.code === 'cancel'
      ? `${text(e, 'segment')} can be called off free of charge until ${text(e, 'by')}, and ${open}`
      : `${text(e, 'segment')} could be called off free of charge until ${text(e, 'by')}; that has passed, and ${open}`
  },
  fixes(_params, { trips: [trip], segments: [segment], verdict: { evidence, span }, plan }) {
    if (!trip || !segment) return []
    const dueOn = dayBeforeAt(plan, span.start)
    if (evidence.code === 'check-in') return openPoint(trip, `Check in for ${quoted(segment)}`, dueOn, segment)
    const what = evidence.code === 'cancel' ? 'Decide whether to keep' : 'Settle what becomes of'
    return openPoint(
      trip,
      `${what} ${quoted(segment)}: ${text(evidence, 'meeting')} ${text(evidence, 'why')}`,
      dueOn,
      segment,
    )
  },
})

const checkInOf = (segment: PlanSegment, trip: PlanTrip, { checkInMinutes }: Params, view: View): Found | null => {
  const { checkInBy } = segment
  const at = view.plan.at as Instant
  if (checkInBy === null || checkInBy <= at || checkInBy - at > checkInMinutes * minuteMs || !isHeld(segment))
    return null
  return found(segment, trip, view, checkInBy, 'check-in', 1)
}

const cancelOf = (segment: PlanSegment, trip: PlanTrip, { cancelMinutes }: Params, view: View): Found | null => {
  const { cancelBy } = segment
  const at = view.plan.at as Instant
  if (cancelBy === null || cancelBy - at > cancelMinutes * minuteMs || !isHeld(segment)) return null
  const [open] = openMeetings(view.plan, segment, trip)
  if (!open) return null
  return cancelBy > at
    ? found(segment, trip, view, cancelBy, 'cancel', 2, open)
    : found(segment, trip, view, cancelBy, 'passed', 3, open)
}

const found = (
  segment: PlanSegment,
  trip: PlanTrip,
  { zoneAt }: View,
  by: Instant,
  code: string,
  badness: number,
  open?: Unsettled,
): Found => ({
  span: spanAt(by),
  items: [segmentThing(segment, trip)],
  about: `${segment.key} ${code === 'check-in' ? 'check-in' : 'cancel'}`,
  code,
  values: () => ({
    segment: quoted(segment),
    by: momentWords(by, zoneAtEnd(segment.from) ?? zoneAt(by)),
    meeting: open?.title ?? null,
    why: open?.why ?? null,
  }),
  badness,
})
