import type { Finding } from './finding.ts'
import type { Plan } from './plan.ts'
import type { Rule } from './rule.ts'
import { kindOf } from './rules/kinds.ts'

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** By start, then end, then the dearer, then rule and items: the same trouble is told in the same order every time. */
export const inOrder = (a: Finding, b: Finding): number =>
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
export const judge = (plan: Plan, rules: readonly Rule[]): readonly Finding[] =>
  rules.flatMap((rule) => findingsOf(plan, rule)).sort(inOrder)

/** What one rule says about a plan, in no order. */
export const findingsOf = (plan: Plan, rule: Rule): readonly Finding[] => {
  const kind = kindOf(rule.kind)
  if (!kind) throw new RangeError(`no kind of rule is called ${rule.kind}`)
  return kind.judge(kind.params.parse(rule.params), plan, rule)
}
