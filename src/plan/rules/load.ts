import * as z from 'zod'
import { homeOf, isAsked } from '../boundaries.ts'
import type { PlanDue } from '../due.ts'
import { number, quoted, text } from '../found.ts'
import { lengthWords } from '../local.ts'
import { momentOf } from '../owed.ts'
import { minutes } from '../params.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import { asDay, asInstant, type Day, dayOf, type Instant, midnight, minuteMs } from '../time.ts'
import type { Zone } from '../zone.ts'

const params = z.strictObject({
  who: z.string().trim().max(200).default('').describe('Whose; everybody’s who assists unless told'),
  minutes: minutes('Work that falls due in one week, at the most'),
})
type Params = z.infer<typeof params>

/** The Monday of the week something is due in; what is due as a Sunday ends is due in its week. 1970-01-01 was a Thursday. */
const weekOf = (zone: Zone, dueAt: Instant): Day => {
  const day = dayOf(zone.toWall(asInstant(dueAt - 1)))
  return asDay(day - ((((day + 3) % 7) + 7) % 7))
}

/** No more work falls due in a week than was agreed; what is due first has its place first. Of work whose effort is known. */
export const load: AnyKind = ruleKind<Params>({
  kind: 'load',
  title: 'More than was agreed',
  says: 'No more work falls due in a week than was agreed',
  params,
  sentence: ({ who, minutes: most }) =>
    `At most ${lengthWords(most)} of work falls due from ${who === '' ? 'the assistant' : who} in a week`,
  reach: () => ({ by: 'plan' }),
  *judge(params, { dues, owner, plan }) {
    const zone = homeOf(plan)
    const counted = dues.filter((due) => due.dueAt !== null && due.effort !== null && isAsked(owner, params.who, due))
    for (const [week, those] of Map.groupBy(counted, (due) => weekOf(zone, due.dueAt as Instant)))
      yield* over(params, zone, week, those)
  },
  words(e) {
    const [effort, before, most] = [number(e, 'effort'), number(e, 'before'), lengthWords(number(e, 'most'))]
    const takes = `${text(e, 'what')} takes ${lengthWords(effort)}`
    return before === 0
      ? `${takes}, and at most ${most} a week were agreed`
      : `${takes}: in the week from ${text(e, 'week')} ${lengthWords(before)} ${before === 60 ? 'is' : 'are'} due already, and ${most} were agreed`
  },
})

function* over({ minutes: most }: Params, zone: Zone, week: Day, dues: readonly PlanDue[]) {
  let sum = 0
  for (const due of dues) {
    const [before, effort, dueAt] = [sum, due.effort ?? 0, due.dueAt as Instant]
    sum += effort
    if (sum <= most) continue
    const start = zone.toInstant(midnight(week))
    const values = () => ({ what: quoted(due), effort, before, most, week: dayWords(zone, week) })
    yield {
      span: { start: asInstant(Math.min(start, dueAt - minuteMs)), end: dueAt },
      items: [due],
      code: 'over',
      values,
      badness: sum - most,
    }
  }
}

/** "Mon 30 Nov": a day is said as what is due when it ends. */
const dayWords = (zone: Zone, day: Day): string =>
  momentOf({ wallAt: (at) => zone.toWall(at) }, zone.toInstant(midnight(asDay(day + 1))))
