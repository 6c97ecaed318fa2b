import type { Evidence, Finding, Fix, Weight } from './finding.ts'
import { localOf } from './local.ts'
import type { Label, Plan, PlanItem } from './plan.ts'
import type { Rule, RuleKind, Scope } from './rule.ts'
import { dayOf, type Span } from './time.ts'

const costs: Readonly<Record<Weight, number>> = { never: 1000, avoid: 100, prefer: 10 }

/** No rule says more than this about one plan: a hostile calendar cannot make it endless. */
export const mostFindings = 5000

/** A short name for a long text: 106 bits, so that two troubles of one desk never share it. */
const digest = (text: string): string => {
  let [a, b] = [0xdeadbeef, 0x41c6ce57]
  let [c, d] = [0x9e3779b9, 0x85ebca6b]
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    a = Math.imul(a ^ unit, 2654435761)
    b = Math.imul(b ^ unit, 1597334677)
    c = Math.imul(c ^ unit, 2246822519)
    d = Math.imul(d ^ unit, 3266489917)
  }
  const mixed = [a ^ (b >>> 16), b ^ (c >>> 13), c ^ (d >>> 16), d ^ (a >>> 13)]
  return mixed.map((n) => (n >>> 0).toString(16).padStart(8, '0')).join('')
}

const labels: readonly Label[] = ['open', 'desk', 'private']
const strictest = (items: readonly PlanItem[]): Label =>
  items.reduce<Label>((l, item) => (labels.indexOf(item.label) > labels.indexOf(l) ? item.label : l), 'open')

export type Found = {
  readonly span: Span
  readonly items: readonly PlanItem[]
  readonly code: string
  readonly values: Evidence['values']
  /** How bad it is, in the rule's own unit. */
  readonly badness: number
  readonly fixes?: readonly Fix[]
  /** What tells two troubles with the same items apart: a day, a person. */
  readonly about?: string
}

/** Makes the finding of a rule: its fingerprint, its words and the strictest label among its items. */
export const findingOf = (kind: Pick<RuleKind<never>, 'kind' | 'words'>, rule: Rule, found: Found): Finding => {
  const items = [...found.items].sort(
    (a, b) => a.span.start - b.span.start || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
  )
  const keys = items.map((item) => item.key)
  const evidence = { code: found.code, values: found.values }
  return {
    fingerprint: `${rule.id}.${rule.version}.${digest([found.about ?? '', ...keys].join('\n'))}`,
    ruleId: rule.id,
    kind: rule.kind,
    weight: rule.weight,
    span: found.span,
    items: keys,
    evidence,
    words: kind.words(evidence),
    cost: rule.cost ?? costs[rule.weight],
    badness: found.badness,
    label: strictest(items),
    fixes: found.fixes ?? [],
  }
}

/** Whether a rule speaks about an item: by its kind, by who is invited, by the local day it starts on. */
export const speaksOf = (scope: Scope, plan: Plan): ((item: PlanItem) => boolean) => {
  const { kinds, people, from, until } = scope
  if (!kinds && !people && from === undefined && until === undefined) return () => true
  const invited = people && new Set(people.map((address) => address.toLowerCase()))
  const { wallAt } = localOf(plan)
  return (item) => {
    if (kinds && !kinds.includes(item.kind)) return false
    if (invited && !item.people.some((person) => invited.has(person.address))) return false
    if (from === undefined && until === undefined) return true
    const day = item.allDay?.from ?? dayOf(wallAt(item.span.start))
    return (from === undefined || day >= from) && (until === undefined || day <= until)
  }
}

/** A title as it stands in a sentence. Titles come from outside: they are data, quoted and cut. */
export const quoted = (item: Pick<PlanItem, 'title'>): string => {
  const title = item.title.trim() === '' ? 'Untitled' : item.title.trim().replace(/\s+/g, ' ')
  return `“${title.length > 80 ? `${title.slice(0, 79)}…` : title}”`
}

export const text = (evidence: Evidence, name: string): string => String(evidence.values[name] ?? '')
export const number = (evidence: Evidence, name: string): number => Number(evidence.values[name] ?? 0)
