import type { Finding, Fix, Verdict } from './finding.ts'
import { mostFindings } from './found.ts'
import type { Lane } from './local.ts'
import type { Plan, PlanItem } from './plan.ts'
import type { AnyKind, Rule } from './rule.ts'
import { kindOf } from './rules/kinds.ts'
import { Told } from './told.ts'
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
  /** The same with ways out, made when first asked for. */
  readonly findings: readonly Finding[]
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
  const said = rules.map(readyOf).map((ready) => ({ ...ready, verdicts: saidBy(plan, ready) }))
  const verdicts = said.flatMap((each) => each.verdicts).sort(inOrder)
  return kept(plan, said, verdicts)
}

/** Puts a judgement together. `verdicts` are all of what was said, in order. */
export const kept = (plan: Plan, said: readonly Said[], verdicts: readonly Told[]): Judged => {
  let findings: readonly Finding[] | null = null
  return {
    plan,
    rules: said.map(({ rule }) => rule),
    said,
    verdicts,
    get findings() {
      findings ??= findingsOf(plan, said, verdicts)
      return findings
    },
  }
}

const readyOf = (rule: Rule): Ready => {
  const kind = kindOf(rule.kind)
  if (!kind) throw new RangeError(`no kind of rule is called ${rule.kind}`)
  return { rule, kind, params: kind.params.parse(rule.params) }
}

/** What one rule says about a plan, or about a part of it that nothing outside reaches. */
export const saidBy = (plan: Plan, { rule, kind, params }: Ready, part?: Lane): Told[] => {
  const verdicts: Told[] = []
  for (const found of kind.judge(params, viewOf(plan, rule, part))) {
    verdicts.push(new Told(kind, rule, found))
    if (verdicts.length >= mostFindings) break
  }
  return verdicts
}

/** Verdicts with ways out, sought when somebody first asks for them. */
const findingsOf = (plan: Plan, said: readonly Said[], verdicts: readonly Told[]): readonly Finding[] => {
  const byId = new Map(said.map((each) => [each.rule.id, each]))
  let items: ReadonlyMap<string, PlanItem> | null = null
  const itemOf = (key: string): PlanItem | undefined => {
    items ??= new Map(plan.items.map((item) => [item.key, item]))
    return items.get(key)
  }
  return verdicts.map((verdict) => verdict.helped(() => fixesFor(plan, byId.get(verdict.ruleId), verdict, itemOf)))
}

/**
 * Ways out of one trouble, the best first. Their input names an item by the plan's `key`; whoever performs one puts the
 * event and occurrence of that key in its place. `event.move` comes with the `when` its contract reads; a fix that
 * reaches the world comes with what to ask, and with the `when` to ask for where it is about a time.
 */
const fixesFor = (
  plan: Plan,
  ready: Ready | undefined,
  verdict: Verdict,
  itemOf: (key: string) => PlanItem | undefined,
): readonly Fix[] => {
  if (!ready?.kind.fixes) return []
  const items = verdict.items.map(itemOf).filter((item) => item !== undefined)
  return ready.kind.fixes(ready.params, { items, verdict, plan })
}
