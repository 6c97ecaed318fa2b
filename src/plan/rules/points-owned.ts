import * as z from 'zod'
import { homeOf } from '../boundaries.ts'
import { number, quoted, text } from '../found.ts'
import { localOf } from '../local.ts'
import { nextTry } from '../owed.ts'
import type { Plan } from '../plan.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import { dayText } from '../text.ts'
import { asInstant, type Day, dayMs, dayOf, type Instant } from '../time.ts'
import { isTripAhead, pointOf, tripThing } from '../trips/segments.ts'
import { momentWords } from '../trips/words.ts'

const params = z.strictObject({})

/** Every open point of a trip has somebody who sees to it, and none passes its date in silence. */
export const pointsOwned: AnyKind = ruleKind<z.infer<typeof params>>({
  kind: 'points-owned',
  title: 'An open point of a trip',
  says: 'Every open point of a trip has an owner, and none is silently late',
  params,
  sentence: () => 'Every open point of a trip has an owner, and none is silently late',
  reach: () => ({ by: 'trip' }),
  about: (_params, { trips }) => trips.filter(({ points }) => points.length > 0).map(tripThing),
  *judge(_params, { trips, plan }) {
    const home = homeOf(plan)
    for (const trip of trips)
      for (const point of trip.points) {
        const late = plan.at !== null && point.dueAt !== null && point.dueAt <= plan.at
        if (!(late || point.owner === null) || !isTripAhead(plan, trip)) continue
        const days = late ? Math.floor(((plan.at ?? 0) - (point.dueAt ?? 0)) / dayMs) : 0
        const values = () => ({
          point: quoted({ title: point.words }),
          trip: quoted(trip),
          owner: point.owner?.slice(0, 60) ?? null,
          due: point.dueAt === null ? null : momentWords(point.dueAt, home),
          late: late ? 1 : 0,
          key: point.key,
        })
        yield {
          span: trip.span,
          items: [tripThing(trip)],
          about: point.key,
          code: point.owner === null ? 'nobody' : 'late',
          values,
          badness: (point.owner === null ? 1 : 0) + (late ? 1 + Math.floor(days / 7) : 0),
        }
      }
  },
  words(e) {
    const due = text(e, 'due') === '' ? '' : `, ${number(e, 'late') === 1 ? 'due since' : 'due'} ${text(e, 'due')}`
    return e.code === 'nobody'
      ? `Nobody sees to ${text(e, 'point')} for ${text(e, 'trip')}${due}`
      : `${text(e, 'point')} for ${text(e, 'trip')} was due ${text(e, 'due')} and is open; ${text(e, 'owner')} sees to it`
  },
  fixes(_params, { trips: [trip], verdict, plan }) {
    const point = trip && pointOf(trip, text(verdict.evidence, 'key'))
    if (!point) return []
    const isLate = number(verdict.evidence, 'late') === 1 && plan.at !== null && point.dueAt !== null
    const dueOn = isLate ? dayText(dayDue(plan, nextTry(localOf(plan), point.dueAt, plan.at))) : null
    const set = { ...(point.owner === null && { ownerId: 'me' }), ...(dueOn !== null && { dueOn }) }
    const words = [
      ...(point.owner === null ? ['See to it yourself'] : []),
      ...(dueOn === null ? [] : [`plan it for ${dueOn}`]),
    ].join(', ')
    const input = { key: point.key, set }
    return [
      { reach: 'desk', operation: 'point.edit', input, words: words.replace(/^./, (first) => first.toUpperCase()) },
    ]
  },
})

/** What is due as a day ends is due on that day. */
const dayDue = (plan: Plan, at: Instant): Day => dayOf(homeOf(plan).toWall(asInstant(at - 1)))
