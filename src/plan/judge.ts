import type { Finding } from './finding.ts'
import type { Plan } from './plan.ts'
import type { Rule } from './rule.ts'
import { kindOf } from './rules/kinds.ts'

/** By start, then end, then the dearer, then fingerprint: the same trouble is told in the same order every time. */
const inOrder = (a: Finding, b: Finding): number =>
  a.span.start - b.span.start ||
  a.span.end - b.span.end ||
  b.cost - a.cost ||
  (a.fingerprint < b.fingerprint ? -1 : a.fingerprint > b.fingerprint ? 1 : 0)

/**
 * What rules say about a plan, in order of time. Pure: everything the desk is clever about is one use of it.
 * @throws RangeError for a rule whose kind is unknown, ZodError for parameters that do not fit: whoever takes rules in checks them.
 */
export const judge = (plan: Plan, rules: readonly Rule[]): readonly Finding[] =>
  rules.flatMap((rule) => findingsOf(plan, rule)).sort(inOrder)

const findingsOf = (plan: Plan, rule: Rule): readonly Finding[] => {
  const kind = kindOf(rule.kind)
  if (!kind) throw new RangeError(`no kind of rule is called ${rule.kind}`)
  return kind.judge(kind.params.parse(rule.params), plan, rule)
}
