import type { Evidence, Finding, Fix, Weight } from '../finding.ts'
import type { Label, PlanItem } from '../plan.ts'
import type { Rule } from '../rule.ts'
import type { Span } from '../time.ts'

const costs: Record<Weight, number> = { never: 1000, avoid: 100, prefer: 10 }

const labels: readonly Label[] = ['open', 'desk', 'private']

const strictest = (items: readonly PlanItem[]): Label =>
  labels[Math.max(0, ...items.map(({ label }) => labels.indexOf(label)))] ?? 'private'

const byStart = (a: PlanItem, b: PlanItem) =>
  a.span.start - b.span.start || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)

/** A finding of a rule about some items; the same rule, version and items keep its fingerprint. */
export function found(
  rule: Rule,
  about: readonly PlanItem[],
  what: { span: Span; evidence: Evidence; words: string; badness: number; fixes?: readonly Fix[] },
): Finding {
  const items = [...about].sort(byStart)
  const keys = items.map(({ key }) => key)
  return {
    fingerprint: JSON.stringify([rule.id, rule.version, ...keys]),
    ruleId: rule.id,
    kind: rule.kind,
    weight: rule.weight,
    span: what.span,
    items: keys,
    evidence: what.evidence,
    words: what.words,
    cost: rule.cost ?? costs[rule.weight],
    badness: what.badness,
    label: strictest(items),
    fixes: what.fixes ?? [],
  }
}

/** A file may hold more than anybody reads; a rule stops telling after this many. */
export const mostFindings = 20_000
