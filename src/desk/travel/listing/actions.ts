import type { PlanTrip } from '../../../plan/segment.ts'
import type { Act } from '../../act.ts'
import { findingsTold, tellingFor } from '../../rules/findings/actions.ts'
import { daysSpan, type Judgement, judgedIn } from '../../rules/judging/actions.ts'
import type { FindingView } from '../../rules/model.ts'
import { stateFor } from '../../rules/views/model.ts'
import { withLimits } from '../../rules/ways/actions.ts'
import { atOf, endWords } from '../ends/model.ts'
import type { TripBrief } from '../model.ts'
import { pointsOfTrips, segmentsOfTrips } from '../queries.ts'
import { byBegin, type Segment, titleOf } from '../segments/model.ts'
import { nowAt } from '../showing/actions.ts'
import { stateOfTrip, type Trip } from '../trips/model.ts'

/** Everything of a trip that a finding can be about. */
const keysOf = ({ key, segments, points }: PlanTrip): string[] => [
  key,
  ...segments.flatMap((one) => (one.item === null ? [one.key] : [one.key, one.item])),
  ...points.map((one) => one.key),
]

const judgedFor = (act: Act, { firstOn, lastOn }: Trip): Promise<Judgement> =>
  judgedIn(
    act,
    daysSpan(
      act,
      Temporal.PlainDate.from(firstOn).subtract({ days: 1 }),
      Temporal.PlainDate.from(lastOn).add({ days: 1 }),
    ),
  )

function about({ plan, findings }: Judgement, { id }: Trip) {
  const trip = (plan.trips ?? []).find(({ key }) => key === `trip:${id}`)
  if (!trip) return []
  const keys = new Set(keysOf(trip))
  return findings.filter(({ items }) => items.some((key) => keys.has(key)))
}

/** What is wrong in a trip, as whoever acts may know it; what needs somebody first. */
export async function findingsOfTrip(act: Act, trip: Trip): Promise<FindingView[]> {
  const judgement = await judgedFor(act, trip)
  const found = about(judgement, trip)
  return withLimits(act, findingsTold(act, judgement, found, tellingFor(act, judgement)))
}

/** How many stand open, and how many of those cannot work as planned: what somebody lives with is none of them. */
async function countsOf(act: Act, trip: Trip): Promise<Pick<TripBrief, 'findings' | 'broken'>> {
  const judgement = await judgedFor(act, trip)
  const telling = tellingFor(act, judgement)
  const open = about(judgement, trip).filter((one) => stateFor(one, telling).state !== 'accepted')
  return { findings: open.length, broken: open.filter(({ weight }) => weight === 'never').length }
}

/** What somebody has to be at next, where that is known; a bed waits, and is next only where nothing else is. */
function nextOf(act: Act, segments: readonly Segment[]): TripBrief['next'] {
  const now = act.at.epochMilliseconds
  const ahead = segments.filter(({ status, terms }) => {
    const at = atOf(terms.from)
    return status !== 'cancelled' && at !== null && at > now
  })
  const next = ahead.find(({ kind }) => kind !== 'stay') ?? ahead[0]
  return next ? { title: titleOf(next), words: endWords(next.terms.from) ?? '' } : null
}

/** A trip in a line. */
export async function briefOf(act: Act, trip: Trip): Promise<TripBrief> {
  const segments = (await segmentsOfTrips(act.db, act.desk.id, [trip.id])).sort(byBegin)
  const points = await pointsOfTrips(act.db, act.desk.id, [trip.id])
  const on = segments.filter(({ status }) => status !== 'cancelled')
  const { title, purpose, cities, travellers, cancelled } = trip.terms
  act.looked([trip])
  return {
    id: trip.id,
    title,
    purpose,
    from: trip.firstOn,
    until: trip.lastOn,
    cities: [...cities],
    travellers: travellers.map(({ name }) => name),
    state: stateOfTrip(trip, nowAt(act).toPlainDate().toString()),
    label: trip.label,
    segments: on.length,
    waiting: on.filter(({ terms }) => terms.waiting !== null).length,
    openPoints: points.filter(({ terms }) => terms.settled === null).length,
    ...(cancelled ? { findings: 0, broken: 0 } : await countsOf(act, trip)),
    next: cancelled ? null : nextOf(act, segments),
  }
}
