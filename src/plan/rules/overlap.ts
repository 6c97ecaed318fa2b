import * as z from 'zod'
import type { Evidence, Finding } from '../finding.ts'
import type { Plan, PlanItem } from '../plan.ts'
import type { Rule, RuleKind } from '../rule.ts'
import { asInstant, minuteMs, type Span } from '../time.ts'
import { found, mostFindings } from './found.ts'
import { hourAt } from './hour.ts'

const params = z.strictObject({})

const shared = (a: PlanItem, b: PlanItem): Span => ({
  start: asInstant(Math.max(a.span.start, b.span.start)),
  end: asInstant(Math.min(a.span.end, b.span.end)),
})

/** Pairs that share time, in order of the later start. Items by start; what takes no time shares none. */
function* pairs(items: readonly PlanItem[]): Generator<readonly [PlanItem, PlanItem]> {
  let open: PlanItem[] = []
  for (const item of items) {
    if (item.span.start === item.span.end) continue
    open = open.filter(({ span }) => span.end > item.span.start)
    for (const earlier of open) yield [earlier, item]
    open.push(item)
  }
}

function words({ values }: Evidence): string {
  const both = `“${values.first}” and “${values.second}”`
  if (values.code === 'days') return `${both} are on the same day`
  return `${both} are both on from ${values.from} to ${values.to}`
}

function finding(a: PlanItem, b: PlanItem, plan: Plan, rule: Rule): Finding {
  const span = shared(a, b)
  const evidence: Evidence = {
    code: 'overlap',
    values: {
      code: a.allDay ? 'days' : 'hours',
      first: a.title,
      second: b.title,
      from: hourAt(plan, span.start),
      to: hourAt(plan, span.end),
    },
  }
  return found(rule, [a, b], { span, evidence, words: words(evidence), badness: (span.end - span.start) / minuteMs })
}

/** All-day items say what a day is about and leave its hours free; they collide only with each other. */
function judge(_: z.infer<typeof params>, plan: Plan, rule: Rule): Finding[] {
  const findings: Finding[] = []
  const busy = plan.items.filter((item) => item.busy)
  for (const items of [busy.filter((item) => !item.allDay), busy.filter((item) => item.allDay)])
    for (const [a, b] of pairs(items)) {
      if (findings.length >= mostFindings) return findings
      findings.push(finding(a, b, plan, rule))
    }
  return findings
}

/** Two busy things at once. */
export const overlap: RuleKind<z.infer<typeof params>> = {
  kind: 'overlap',
  title: 'Two things at once',
  params,
  sentence: () => 'Nobody is in two places at once',
  judge,
  words,
}
