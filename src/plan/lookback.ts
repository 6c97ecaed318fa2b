import type { Finding, Weight } from './finding.ts'
import { judge } from './judge.ts'
import { localOf } from './local.ts'
import type { Plan } from './plan.ts'
import type { Rule, Source } from './rule.ts'
import { type Day, dayOf } from './time.ts'

export const lookBackCodes = ['cannot-work', 'stretch', 'lunch', 'drift', 'night'] as const
export type LookBackCode = (typeof lookBackCodes)[number]

/** A rule that would have caught what a sentence tells, ready to be offered. */
export type OfferedRule = {
  readonly kind: string
  readonly params: Readonly<Record<string, unknown>>
  readonly weight: Weight
  readonly source: Source
  readonly story: string
}

/** One of the five things a look back tells: what was found, and the rule that would have said so before. */
export type Look = {
  readonly code: LookBackCode
  readonly findings: readonly Finding[]
  /** Local days on which something was found. */
  readonly days: readonly Day[]
  readonly offer: OfferedRule
}

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR']

/** The rules a look back judges by. `zone` is the executive's own: what repeats elsewhere may drift in it. */
export const lookBackRules = (zone: string): Readonly<Record<LookBackCode, readonly OfferedRule[]>> => ({
  'cannot-work': [
    { kind: 'overlap', params: {}, weight: 'never', source: 'physics', story: 'Nobody is in two places at once.' },
    { kind: 'travel', params: {}, weight: 'never', source: 'physics', story: 'A way takes the time it takes.' },
  ],
  stretch: [
    {
      kind: 'stretch',
      params: { minutes: 180, breakMinutes: 10 },
      weight: 'avoid',
      source: 'preference',
      story: 'The look back showed how long the days went on without a break.',
    },
  ],
  lunch: [
    {
      kind: 'protected',
      params: { days: weekdays, from: '12:00', to: '14:00', minutes: 45 },
      weight: 'avoid',
      source: 'boundary',
      story: 'The look back showed how often meetings took the whole of lunch.',
    },
  ],
  drift: [
    {
      kind: 'drift',
      params: { zone },
      weight: 'prefer',
      source: 'preference',
      story: 'The look back showed series that change their hour when clocks change elsewhere.',
    },
  ],
  night: [
    {
      kind: 'night',
      params: { minutes: 660 },
      weight: 'avoid',
      source: 'boundary',
      story: 'The look back showed nights shorter than eleven hours.',
    },
  ],
})

const ruleOf = (code: LookBackCode, offer: OfferedRule): Rule => ({
  ...offer,
  id: `look-back-${code}-${offer.kind}`,
  version: 1,
  scope: {},
})

/** What five rules say about a plan, whichever of them its desk has. */
export const lookBack = (plan: Plan, zone: string): readonly Look[] => {
  const rules = lookBackRules(zone)
  const { wallAt } = localOf(plan)
  return lookBackCodes.map((code) => {
    const findings = judge(
      plan,
      rules[code].map((offer) => ruleOf(code, offer)),
    )
    const days = [...new Set(findings.map((finding) => dayOf(wallAt(finding.span.start))))]
    return { code, findings, days, offer: rules[code][0] as OfferedRule }
  })
}
