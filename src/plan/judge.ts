import type { Finding } from './finding.ts'
import type { Plan, PlanItem } from './plan.ts'
import type { Rule, Scope } from './rule.ts'
import { kindOf } from './rules/kinds.ts'
import { dayOf } from './time.ts'
import { standingAt } from './whereabouts.ts'
import { zoneOf } from './zone.ts'

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const order = (a: Finding, b: Finding) =>
  a.span.start - b.span.start || a.span.end - b.span.end || byText(a.fingerprint, b.fingerprint)

/** Whether a rule speaks about this finding: every part of its scope holds, for people and kinds of at least one item. */
function inScope(finding: Finding, scope: Scope, plan: Plan, items: ReadonlyMap<string, PlanItem>): boolean {
  const about = finding.items.map((key) => items.get(key)).filter((item) => item !== undefined)
  const { kinds, people } = scope
  if (kinds && !about.some((item) => kinds.includes(item.kind))) return false
  if (people && !about.some((item) => item.people.some(({ address }) => people.includes(address)))) return false
  if (scope.from === undefined && scope.until === undefined) return true
  const zone = zoneOf(standingAt(plan, finding.span.start)?.zone ?? 'UTC')
  const day = zone ? dayOf(zone.toWall(finding.span.start)) : null
  return day !== null && (scope.from ?? day) <= day && day <= (scope.until ?? day)
}

function judgeOne(plan: Plan, rule: Rule, items: ReadonlyMap<string, PlanItem>): readonly Finding[] {
  const kind = kindOf(rule.kind)
  const params = kind?.params.safeParse(rule.params)
  if (!kind || !params?.success) throw new Error(`a rule of kind ${rule.kind} was kept with parameters that do not fit`)
  return kind.judge(params.data, plan, rule).filter((finding) => inScope(finding, rule.scope, plan, items))
}

/** What the rules say about a plan, by start. Pure: the same plan and rules always give the same findings. */
export function judge(plan: Plan, rules: readonly Rule[]): readonly Finding[] {
  const items = new Map(plan.items.map((item) => [item.key, item]))
  return rules.flatMap((rule) => judgeOne(plan, rule, items)).sort(order)
}
