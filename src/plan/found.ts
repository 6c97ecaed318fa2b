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
  /** Read only when somebody asks for words. */
  readonly values: () => Evidence['values']
  /** How bad it is, in the rule's own unit. */
  readonly badness: number
  /** Sought only when somebody asks for them. */
  readonly fixes?: () => readonly Fix[]
  /** What tells two troubles with the same items apart: a day, a person, a series. */
  readonly about?: string
}

type Speaker = Pick<RuleKind<never>, 'words'>

const inOrder = (a: PlanItem, b: PlanItem): number =>
  a.span.start - b.span.start || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)

/** A finding that makes its words, its fixes and its fingerprint when first asked: most of a year's are only counted. */
class Told implements Finding {
  readonly ruleId: string
  readonly kind: string
  readonly weight: Weight
  readonly span: Span
  readonly items: readonly string[]
  readonly about: string
  readonly cost: number
  readonly badness: number
  readonly label: Label
  readonly #speaker: Speaker
  readonly #version: number
  readonly #found: Found
  #evidence: Evidence | null = null
  #fixes: readonly Fix[] | null = null
  #fingerprint: string | null = null

  constructor(speaker: Speaker, rule: Rule, found: Found) {
    const items = [...found.items].sort(inOrder)
    this.ruleId = rule.id
    this.kind = rule.kind
    this.weight = rule.weight
    this.span = found.span
    this.items = items.map((item) => item.key)
    this.about = found.about ?? ''
    this.cost = rule.cost ?? costs[rule.weight]
    this.badness = found.badness
    this.label = strictest(items)
    this.#speaker = speaker
    this.#version = rule.version
    this.#found = found
  }

  get fingerprint(): string {
    this.#fingerprint ??= `${this.ruleId}.${this.#version}.${digest([this.about, ...this.items].join('\n'))}`
    return this.#fingerprint
  }

  get evidence(): Evidence {
    this.#evidence ??= { code: this.#found.code, values: this.#found.values() }
    return this.#evidence
  }

  get words(): string {
    return this.#speaker.words(this.evidence)
  }

  get fixes(): readonly Fix[] {
    this.#fixes ??= this.#found.fixes?.() ?? []
    return this.#fixes
  }

  toJSON(): Finding {
    const { ruleId, kind, weight, span, items, about, cost, badness, label, fingerprint, evidence, words, fixes } = this
    return { fingerprint, ruleId, kind, weight, span, items, about, evidence, words, cost, badness, label, fixes }
  }
}

/** The finding of a rule, with the strictest label among its items. */
export const findingOf = (speaker: Speaker, rule: Rule, found: Found): Finding => new Told(speaker, rule, found)

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
