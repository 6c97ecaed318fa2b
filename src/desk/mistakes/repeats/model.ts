import type { PlanDue } from '../../../plan/due.ts'
import type { Finding } from '../../../plan/finding.ts'
import { judge } from '../../../plan/judge.ts'
import type { Plan } from '../../../plan/plan.ts'
import { kindOf } from '../../../plan/rules/kinds.ts'
import type { Span } from '../../../plan/time.ts'
import { ruleOf } from '../../rules/draft/model.ts'
import type { RuleRow } from '../../rules/model.ts'

/**
 * What a rule finds that came up in a stretch and can no longer be mended at its end. Of what happens: what is over. Of what
 * is due: what was due in it, and would not be as the rule asks even if it were closed now, or was closed too late for it;
 * closing it late is no way out.
 */
export const passed = (plan: Plan, rule: RuleRow, { start, end }: Span): Finding[] => {
  const kind = kindOf(rule.kind)
  const { settled } = kind ?? {}
  if (!kind || !settled) return judge(plan, [ruleOf(rule)]).filter(({ span }) => span.end <= end && span.end > start)
  const params = kind.params.parse(rule.params)
  const isBroken = (due: PlanDue) =>
    due.dueAt !== null && due.dueAt > start && !settled(params, { ...due, closedAt: due.closedAt ?? end })
  const dues = (plan.dues ?? []).map((due) => (isBroken(due) ? { ...due, closedAt: null } : due))
  const broken = new Set(dues.filter(isBroken).map(({ key }) => key))
  return judge({ ...plan, dues }, [ruleOf(rule)]).filter(({ items }) => items.every((key) => broken.has(key)))
}
