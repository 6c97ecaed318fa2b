import type { PlanDue, Thing } from './due.ts'
import type { Verdict } from './finding.ts'
import { judge } from './judge.ts'
import { localOf } from './local.ts'
import type { Plan } from './plan.ts'
import type { Rule } from './rule.ts'
import { kindOf } from './rules/kinds.ts'
import { type Day, dayOf } from './time.ts'
import { laneOf, viewOf } from './view.ts'

/** How a rule would do on the days of a plan. */
export type Burden = {
  /** Days with something planned or due, and those the rule would flag. */
  readonly days: number
  readonly flagged: number
  /** Days with something the rule asks about, and those of them it would leave alone. */
  readonly asked: number
  readonly spared: number
}

/** What somebody who asks may know already: the ordinary days of the plan, and what the rule says of it. */
type Known = { readonly days?: ReadonlySet<Day>; readonly verdicts?: readonly Verdict[] }

/** Local days of a plan on which something happens or is due. */
export const ordinaryDays = (plan: Plan): ReadonlySet<Day> => {
  const { wallAt } = localOf(plan)
  const lanes = (['executive', 'assistant'] as const).flatMap((owner) =>
    laneOf(plan, { scope: { owner } }).timed.map(({ day }) => day),
  )
  const due = (plan.dues ?? []).flatMap(({ dueAt }) => (dueAt === null ? [] : [dayOf(wallAt(dueAt))]))
  return new Set([...lanes, ...due])
}

/**
 * How many of the days of a plan a rule would flag. Whether it ever lets anything be is said by the days with something it
 * asks about: one with nothing of the kind says nothing for it.
 */
export const burdenIn = (
  plan: Plan,
  rule: Rule,
  { days = ordinaryDays(plan), verdicts = judge(plan, [rule]) }: Known = {},
): Burden => {
  const { wallAt } = localOf(plan)
  const { start, end } = plan.window
  const found = verdicts.filter(({ span }) => span.start >= start && span.start < end)
  const flagged = new Set(found.map(({ span }) => dayOf(wallAt(span.start))))
  const wrong = new Set(found.flatMap(({ items }) => items))
  const asked = askedAbout(plan, rule).flatMap((thing) => {
    const at = 'what' in thing ? (thing as PlanDue).dueAt : thing.span.start
    return at === null || at < start || at >= end
      ? []
      : [{ day: dayOf(wallAt(at)), key: thing.key, isDue: 'what' in thing }]
  })
  // What is due is found late from its day on, or before it; it is that day's all the same.
  const condemned = new Set(asked.flatMap(({ day, key, isDue }) => (isDue && wrong.has(key) ? [day] : [])))
  const askedDays = new Set(asked.map(({ day }) => day))
  return {
    days: days.union(flagged).size,
    flagged: flagged.size,
    asked: askedDays.size,
    spared: askedDays.difference(flagged).difference(condemned).size,
  }
}

/** What of a plan a rule asks about, right or wrong. */
export const askedAbout = (plan: Plan, rule: Rule): readonly Thing[] => {
  const kind = kindOf(rule.kind)
  if (!kind) return []
  const view = viewOf(plan, rule)
  return kind.about?.(kind.params.parse(rule.params), view) ?? view.asked.map(({ item }) => item)
}
