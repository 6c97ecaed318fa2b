import type { Finding } from '../../../plan/finding.ts'
import { localOf } from '../../../plan/local.ts'
import { type Look, type LookBackCode, lookBackRules, type OfferedRule } from '../../../plan/lookback.ts'
import type { Plan } from '../../../plan/plan.ts'
import { dayOf } from '../../../plan/time.ts'
import type { RuleRow } from '../../rules/model.ts'
import { lookBackWords, offerWords } from './words.ts'

/** What one of the five things a look back tells is told with. */
export type Told = {
  readonly code: LookBackCode
  readonly count: number
  readonly words: string
  readonly offer: {
    readonly draft: OfferedRule
    readonly words: string
    readonly flaggedDays: number
    readonly already: boolean
  }
}

/** The five in words, each with the rule that would have caught it. */
export const toldBy = (plan: Plan, looks: readonly Look[], rules: readonly RuleRow[], zone: string): Told[] =>
  looks.map((look) => ({
    code: look.code,
    count: look.findings.length,
    words: lookBackWords[look.code](numbersOf(plan, look)),
    offer: {
      draft: look.offer,
      words: offerWords[look.code],
      flaggedDays: look.days.length,
      already: lookBackRules(zone)[look.code].every((offer) => rules.some((rule) => isLike(rule, offer))),
    },
  }))

/** A rule of the same kind that speaks always; for one about a zone, of the same zone; for lunch, one that floats. */
const isLike = (rule: RuleRow, offer: OfferedRule): boolean =>
  rule.on &&
  rule.kind === offer.kind &&
  Object.keys(rule.scope).length === 0 &&
  (offer.kind !== 'drift' || rule.params.zone === offer.params.zone) &&
  (offer.kind !== 'protected' || rule.params.minutes !== undefined)

export type Numbers = {
  readonly count: number
  readonly days: number
  /** Of its kinds, how many each. */
  readonly kinds: Readonly<Record<string, number>>
  /** The worst of them, in minutes where its kind counts minutes, and the local day it is on. */
  /** What the only one of them is about, quoted; null where there are more, or it is private. */
  readonly only: string | null
  readonly worst: { readonly badness: number; readonly on: Temporal.PlainDate } | null
}

const numbersOf = (plan: Plan, { findings, days }: Look): Numbers => {
  const { wallAt } = localOf(plan)
  const on = (finding: Finding) =>
    Temporal.PlainDate.from('1970-01-01').add({ days: dayOf(wallAt(finding.span.start)) })
  const worst = findings.reduce<Finding | null>((a, b) => (a && a.badness >= b.badness ? a : b), null)
  const kinds = Map.groupBy(findings, (finding) => finding.kind)
  return {
    count: findings.length,
    days: days.length,
    kinds: Object.fromEntries([...kinds].map(([kind, found]) => [kind, found.length])),
    only: findings.length === 1 && worst && worst.label !== 'private' ? String(worst.evidence.values.item ?? '') : null,
    worst: worst && { badness: worst.badness, on: on(worst) },
  }
}
