import * as z from 'zod'
import type { Evidence, Finding } from '../finding.ts'
import type { Plan } from '../plan.ts'
import type { Rule, RuleKind } from '../rule.ts'
import { minuteMs } from '../time.ts'
import { type Leg, legs, type Way, wayBetween } from '../ways.ts'
import { found, mostFindings } from './found.ts'
import { hourAt } from './hour.ts'

const params = z.strictObject({ marginMinutes: z.int().min(0).max(1440).optional() })
type Params = z.infer<typeof params>

function words({ values }: Evidence): string {
  const way =
    values.known === 'said' ? `${values.minutes} min away` : `at least ${values.minutes} min away by any means`
  const margin = values.margin ? `, and ${values.margin} min are wanted to spare` : ''
  return `“${values.first}” ends ${values.ends} at ${values.from}; “${values.second}” begins ${values.begins} at ${values.to}, ${way}${margin}`
}

function finding({ from, to }: Leg, way: Way, margin: number, plan: Plan, rule: Rule): Finding {
  const span = { start: from.span.end, end: to.span.start }
  const values = {
    first: from.title,
    second: to.title,
    from: from.place.name,
    to: to.place.name,
    ends: hourAt(plan, span.start),
    begins: hourAt(plan, span.end),
    minutes: Math.ceil(way.minutes),
    known: way.known,
    margin,
  }
  const evidence: Evidence = { code: 'travel', values }
  const missing = way.minutes + margin - (span.end - span.start) / minuteMs
  return found(rule, [from, to], { span, evidence, words: words(evidence), badness: Math.ceil(missing) })
}

function judge({ marginMinutes = 0 }: Params, plan: Plan, rule: Rule): Finding[] {
  const findings: Finding[] = []
  for (const leg of legs(plan)) {
    const way = wayBetween(leg.from.place, leg.to.place, plan.travelMinutes)
    if (!way || way.minutes === 0 || findings.length >= mostFindings) continue
    if ((leg.to.span.start - leg.from.span.end) / minuteMs < way.minutes + marginMinutes)
      findings.push(finding(leg, way, marginMinutes, plan, rule))
  }
  return findings
}

/** Enough time on the way from one place to the next. */
export const travel: RuleKind<Params> = {
  kind: 'travel',
  title: 'Too far to get there',
  params,
  sentence: ({ marginMinutes }) =>
    marginMinutes
      ? `Travel between places leaves ${marginMinutes} minutes to spare`
      : 'Nobody arrives before the way is done',
  judge,
  words,
}
