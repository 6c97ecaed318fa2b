import type { Finding, Verdict } from './finding.ts'
import { mostFindings } from './found.ts'
import type { Lane } from './local.ts'
import type { Plan, PlanItem } from './plan.ts'
import type { AnyKind, Rule } from './rule.ts'
import { kindOf } from './rules/kinds.ts'
import type { PlanTrip } from './segment.ts'
import { type Help, Told } from './told.ts'
import { itemsOf } from './trips/segments.ts'
import { viewOf } from './view.ts'

/** A rule with its kind at hand and its parameters read. */
type Ready = { readonly rule: Rule; readonly kind: AnyKind; readonly params: unknown }

/** What one rule said, in the order it was found. */
export type Said = Ready & { readonly verdicts: readonly Told[] }

/** A plan, its rules and what each of them said, kept so that one change need not cost a whole judgement. */
export type Judged = {
  readonly plan: Plan
  readonly rules: readonly Rule[]
  readonly said: readonly Said[]
  /** All that was said, in order of time. */
  readonly verdicts: readonly Told[]
  /** The same, with ways out of the plan as it now is. */
  readonly findings: readonly Finding[]
  /** Of a plan that was judged again: what was said before, what of it was dropped, and what was said instead. */
  readonly since?: {
    readonly verdicts: readonly Told[]
    readonly dropped: readonly Told[]
    readonly added: readonly Told[]
  }
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** By start, then end, then the dearer, then rule and items: the same trouble is told in the same order every time. */
export const inOrder = (a: Verdict, b: Verdict): number =>
  a.span.start - b.span.start ||
  a.span.end - b.span.end ||
  b.cost - a.cost ||
  byText(a.ruleId, b.ruleId) ||
  byText(a.items.join('\n'), b.items.join('\n')) ||
  byText(a.about, b.about)

/**
 * What rules say about a plan, in order of time. Pure: everything the desk is clever about is one use of it.
 * @throws RangeError for a rule whose kind is unknown, ZodError for parameters that do not fit: whoever takes rules in checks them.
 */
export const judge = (plan: Plan, rules: readonly Rule[]): readonly Finding[] => judged(plan, rules).findings

/** What rules say about a plan, kept so that `rejudge` can follow one change. Throws as `judge` does. */
export const judged = (plan: Plan, rules: readonly Rule[]): Judged => {
  const ready = rules.map(readyOf)
  const help = helpIn(plan, ready)
  const said = ready.map((each) => ({ ...each, verdicts: saidBy(plan, each, help) }))
  const verdicts = said.flatMap((each) => each.verdicts).sort(inOrder)
  return { plan, rules, said, verdicts, findings: verdicts }
}

const readyOf = (rule: Rule): Ready => {
  const kind = kindOf(rule.kind)
  if (!kind) throw new RangeError(`no kind of rule is called ${rule.kind}`)
  return { rule, kind, params: kind.params.parse(rule.params) }
}

/** What one rule says about a plan, or about a part of it that nothing outside reaches. */
export const saidBy = (plan: Plan, ready: Ready, help: Help, part?: Lane, trips?: readonly PlanTrip[]): Told[] => {
  const verdicts: Told[] = []
  for (const found of ready.kind.judge(ready.params, viewOf(plan, ready.rule, part, trips))) {
    verdicts.push(new Told(ready, found, help))
    if (verdicts.length >= mostFindings) break
  }
  return verdicts
}

/**
 * Seeks ways out of a trouble, the best first. Their input names an item by the plan's `key`; whoever performs one puts
 * the event and occurrence of that key in its place. `event.move` comes with the `when` its contract reads; a fix that
 * reaches the world comes with what to ask, and with the `when` to ask for where it is about a time.
 */
export const helpIn = (plan: Plan, rules: readonly Ready[]): Help => {
  const byId = new Map(rules.map((ready) => [ready.rule.id, ready]))
  const itemOf = (key: string): PlanItem | undefined => itemsOf(plan).get(key)
  return (verdict) => {
    const ready = byId.get(verdict.ruleId)
    if (!ready?.kind.fixes) return []
    const about = verdict.items.map(itemOf).filter((item) => item !== undefined)
    const dues = (plan.dues ?? []).filter(({ key }) => verdict.items.includes(key))
    const named = new Set(verdict.items)
    const segments = (plan.trips ?? []).flatMap((trip) => trip.segments.filter(({ key }) => named.has(key)))
    const trips = (plan.trips ?? []).filter(
      (trip) => named.has(trip.key) || trip.segments.some(({ key }) => named.has(key)),
    )
    return ready.kind.fixes(ready.params, { items: about, dues, segments, trips, verdict, plan })
  }
}
