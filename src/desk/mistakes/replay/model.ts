import { judge } from '../../../plan/judge.ts'
import type { Plan } from '../../../plan/plan.ts'
import type { Rule } from '../../../plan/rule.ts'

/** A plan as it stood at an instant, with the keys of what the mistake is about. */
export type Stood = { readonly plan: Plan; readonly asOf: Temporal.Instant; readonly keys: ReadonlySet<string> }

/** How many findings of a rule touch what the mistake is about. */
export const caughtIn = ({ plan, keys }: Stood, rule: Rule): number =>
  judge(plan, [rule]).filter((finding) => finding.items.some((key) => keys.has(key))).length

/** Where a rule first found it: just before it took effect, else at the moment it could still have been mended. */
export const bestOf = (
  stood: readonly Stood[],
  rule: Rule,
): { readonly stood: Stood; readonly findings: number } | null => {
  for (const one of stood) {
    const findings = caughtIn(one, rule)
    if (findings > 0) return { stood: one, findings }
  }
  return null
}
