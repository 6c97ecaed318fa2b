import { homeOf } from './boundaries.ts'
import { byDue, type PlanDue } from './due.ts'
import type { Finding } from './finding.ts'
import { judge } from './judge.ts'
import { minuteOfDay } from './local.ts'
import type { Plan } from './plan.ts'
import type { Rule } from './rule.ts'
import { type DueInHours, dueInHours } from './rules/due-in-hours.ts'
import { asDay, asWall, type Day, dayOf, type Instant, midnight, minuteMs } from './time.ts'

/** Kinds of rule that say what may be asked of somebody: their hours, their leave, their load, and whether the hours are there. */
export const boundaryKinds: readonly string[] = ['due-in-hours', 'on-leave', 'load', 'hours-left']

/** What an ask would break, and what would not: another time, less of it, somebody else. */
export type AskWeighed = {
  /** What becomes wrong, or worse, by the ask; nothing where it fits. */
  readonly reasons: readonly Finding[]
  readonly ways: readonly Way[]
}
export type Way =
  | { readonly by: 'date'; readonly dueAt: Instant }
  | { readonly by: 'less'; readonly effort: number }
  | { readonly by: 'person'; readonly who: string; readonly owner: 'executive' | 'assistant' }

/** Somebody else who could be asked. */
export type Other = Extract<Way, { by: 'person' }>

/** How far ahead another time is looked for, in days. */
const farthest = 60
/** Work is cut to whole quarters of an hour. */
const step = 15

const withDue = (plan: Plan, due: PlanDue): Plan => ({
  ...plan,
  dues: [...(plan.dues ?? []).filter(({ key }) => key !== due.key), due].sort(byDue),
})

/** What rules say that is not so, or not so bad, without the ask. */
const worseBy = (plan: Plan, rules: readonly Rule[], before: ReadonlyMap<string, number>, due: PlanDue): Finding[] =>
  judge(withDue(plan, due), rules).filter(
    ({ fingerprint, badness }) => badness > (before.get(fingerprint) ?? Number.NEGATIVE_INFINITY),
  )

/**
 * What it would mean to ask somebody for something by a time: judge(plan + the ask) − judge(plan), by the rules that keep
 * boundaries; and where it does not fit, the first time after it that does, how much of it would fit, and who else could be
 * asked. `others` are tried in their order. Pure.
 */
export function weighAsk(plan: Plan, rules: readonly Rule[], due: PlanDue, others: readonly Other[]): AskWeighed {
  const kept = rules.filter(({ kind }) => boundaryKinds.includes(kind))
  const before = new Map(judge(plan, kept).map(({ fingerprint, badness }) => [fingerprint, badness]))
  const worse = (ask: PlanDue) => worseBy(plan, kept, before, ask)
  const reasons = worse(due)
  if (reasons.length === 0) return { reasons, ways: [] }
  const fits = (ask: PlanDue) => worse(ask).length === 0
  const ways = [laterThan(plan, kept, due, fits), lessOf(due, fits), somebodyElse(due, others, fits)]
  return { reasons, ways: ways.filter((way) => way !== null) }
}

const hoursOf = (rules: readonly Rule[]): DueInHours =>
  dueInHours.params.parse(rules.find(({ kind }) => kind === 'due-in-hours')?.params ?? {}) as DueInHours

/** The first end of a working day on which it fits, from the day it was wanted. */
function laterThan(plan: Plan, rules: readonly Rule[], due: PlanDue, fits: (ask: PlanDue) => boolean): Way | null {
  const [zone, hours] = [homeOf(plan), hoursOf(rules)]
  const from = due.dueAt ?? due.askedAt
  const first: Day = dayOf(zone.toWall(from))
  for (let day = first; day <= first + farthest; day = asDay(day + 1)) {
    const dueAt = zone.toInstant(asWall(midnight(day) + minuteOfDay(hours.to) * minuteMs))
    if (dueAt > from && fits({ ...due, dueAt })) return { by: 'date', dueAt }
  }
  return null
}

/** As much of it as fits where it was wanted; null where none does, or nobody knows how much it is. */
function lessOf(due: PlanDue, fits: (ask: PlanDue) => boolean): Way | null {
  if (due.effort === null) return null
  let [low, high] = [0, Math.ceil(due.effort / step)]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (fits({ ...due, effort: middle * step })) low = middle
    else high = middle
  }
  return low === 0 ? null : { by: 'less', effort: low * step }
}

const somebodyElse = (due: PlanDue, others: readonly Other[], fits: (ask: PlanDue) => boolean): Way | null =>
  others.find(({ who, owner }) => fits({ ...due, who, owner })) ?? null
