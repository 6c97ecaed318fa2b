import '../noEval.ts'
import { planFrom, rulesFrom } from '../../desk/rules/weighing/model.ts'
import { type Judged, judged } from '../../plan/judge.ts'
import type { PlanItem } from '../../plan/plan.ts'
import { asDay, asInstant, type Instant } from '../../plan/time.ts'
import { cheapest, movedTo, startsThatWeek, type Weighed, weigh } from '../../plan/weigh.ts'
import { zonesOn } from '../../plan/whereabouts.ts'
import type { desk } from '../client.ts'

type Shown = Awaited<ReturnType<typeof desk.plan.show>>
export type RuleShown = Shown['rules'][number]

/** A time for something, in whole milliseconds as the plan counts them. */
export type Slot = { readonly start: number; readonly end: number }

/** What a time would cost, with the rules it breaks by the names a person knows them by. */
export type Cost = {
  readonly cost: number
  readonly worse: readonly { readonly rule: RuleShown | undefined; readonly weight: string; readonly words: string }[]
  readonly better: readonly string[]
}

/** The plan on this screen, judged here: what every place costs is known while a thing is still being dragged. */
export type Judging = {
  readonly rules: readonly RuleShown[]
  /** The zones of a date, in the order the executive is in them. */
  readonly zonesOn: (day: Temporal.PlainDate) => readonly string[]
  /** Null for what the plan does not hold. */
  readonly cost: (key: string, slot: Slot) => Cost | null
  /** The cheapest other time that week, where one costs less. */
  readonly instead: (key: string, slot: Slot) => (Slot & { readonly cost: Cost }) | null
}

export function judgingOf(shown: Shown): Judging {
  const before: Judged = judged(planFrom(shown.plan), rulesFrom(shown.rules))
  const rules = new Map(shown.rules.map((rule) => [rule.id, rule]))
  const items = new Map(before.plan.items.map((item) => [item.key, item]))
  const at = (key: string, slot: Slot): PlanItem | null => {
    const item = items.get(key)
    return item ? movedTo(item, { start: asInstant(slot.start), end: asInstant(slot.end) }) : null
  }
  return {
    rules: shown.rules,
    zonesOn: (day) =>
      zonesOn(before.plan, asDay(Math.floor(day.toZonedDateTime('UTC').epochMilliseconds / 86_400_000))),
    cost(key, slot) {
      const item = at(key, slot)
      return item && costOf(weigh(before, item), rules)
    },
    instead(key, slot) {
      const item = at(key, slot)
      if (!item) return null
      const starts: Instant[] = startsThatWeek(before.plan, item)
      const found = cheapest(before, item, starts, weigh(before, item).cost)
      return found && { start: found.span.start, end: found.span.end, cost: costOf(found.weighed, rules) }
    },
  }
}

const costOf = ({ cost, worse, better }: Weighed, rules: ReadonlyMap<string, RuleShown>): Cost => ({
  cost,
  worse: worse.map(({ ruleId, weight, words }) => ({ rule: rules.get(ruleId), weight, words })),
  better: better.map(({ words }) => words),
})
