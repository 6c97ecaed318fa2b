import type { Evidence, Finding, Fix, Verdict, Weight } from './finding.ts'
import { localOf } from './local.ts'
import type { Label, Plan, PlanItem } from './plan.ts'
import type { Rule, RuleKind, Scope } from './rule.ts'
import { dayOf } from './time.ts'
import type { Found } from './view.ts'

const costs: Readonly<Record<Weight, number>> = { never: 1000, avoid: 100, prefer: 10 }

/** No rule says more than this about one plan: a hostile calendar cannot make it endless. */
export const mostFindings = 5000

/** A short name for a long text: 128 bits, so that two troubles of one desk never share it. */
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
  return hex(a ^ (b >>> 16)) + hex(b ^ (c >>> 13)) + hex(c ^ (d >>> 16)) + hex(d ^ (a >>> 13))
}

const hex = (n: number): string => (n >>> 0).toString(16).padStart(8, '0')

const strictness: Readonly<Record<Label, number>> = { open: 0, desk: 1, private: 2 }
export const stricter = (a: Label, b: Label): Label => (strictness[b] > strictness[a] ? b : a)

const byStart = (a: PlanItem, b: PlanItem): number =>
  a.span.start - b.span.start || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)

type Speaker = Pick<RuleKind<unknown>, 'words'>

/** A verdict that makes its words and its fingerprint when first asked: most of a year's are only counted. */
class Told implements Verdict {
  readonly ruleId: string
  readonly kind: string
  readonly weight: Weight
  readonly span: Verdict['span']
  readonly items: readonly string[]
  readonly cost: number
  readonly badness: number
  readonly label: Label
  readonly #speaker: Speaker
  readonly #version: number
  readonly #found: Found
  #fingerprint: string | null = null
  #evidence: Evidence | null = null
  #words: string | null = null

  constructor(speaker: Speaker, rule: Rule, found: Found) {
    const items = found.items.length > 1 ? [...found.items].sort(byStart) : found.items
    this.ruleId = rule.id
    this.kind = rule.kind
    this.weight = rule.weight
    this.span = found.span
    this.items = items.map((item) => item.key)
    this.cost = rule.cost ?? costs[rule.weight]
    this.badness = found.badness
    this.label = items.reduce<Label>((label, item) => stricter(label, item.label), 'open')
    this.#speaker = speaker
    this.#version = rule.version
    this.#found = found
  }

  get about(): string {
    return this.#found.about ?? ''
  }

  get fingerprint(): string {
    this.#fingerprint ??= `${this.ruleId}.${this.#version}.${digest(`${this.about}\n${this.items.join('\n')}`)}`
    return this.#fingerprint
  }

  get evidence(): Evidence {
    this.#evidence ??= { code: this.#found.code, values: this.#found.values() }
    return this.#evidence
  }

  get words(): string {
    this.#words ??= this.#speaker.words(this.evidence)
    return this.#words
  }
}

/** Tells what a rule found, with the strictest label among its items. */
export const verdictOf = (speaker: Speaker, rule: Rule, found: Found): Verdict => new Told(speaker, rule, found)

/** A verdict with ways out that are sought when first asked for. */
export const withFixes = (verdict: Verdict, seek: () => readonly Fix[]): Finding => new Helped(verdict, seek)

class Helped implements Finding {
  readonly ruleId: string
  readonly kind: string
  readonly weight: Weight
  readonly span: Verdict['span']
  readonly items: readonly string[]
  readonly cost: number
  readonly badness: number
  readonly label: Label
  readonly #verdict: Verdict
  readonly #seek: () => readonly Fix[]
  #fixes: readonly Fix[] | null = null

  constructor(verdict: Verdict, seek: () => readonly Fix[]) {
    this.ruleId = verdict.ruleId
    this.kind = verdict.kind
    this.weight = verdict.weight
    this.span = verdict.span
    this.items = verdict.items
    this.cost = verdict.cost
    this.badness = verdict.badness
    this.label = verdict.label
    this.#verdict = verdict
    this.#seek = seek
  }

  get about(): string {
    return this.#verdict.about
  }

  get fingerprint(): string {
    return this.#verdict.fingerprint
  }

  get evidence(): Evidence {
    return this.#verdict.evidence
  }

  get words(): string {
    return this.#verdict.words
  }

  get fixes(): readonly Fix[] {
    this.#fixes ??= this.#seek()
    return this.#fixes
  }

  toJSON(): Finding {
    const { ruleId, kind, weight, span, items, about, cost, badness, label, fingerprint, evidence, words, fixes } = this
    return { fingerprint, ruleId, kind, weight, span, items, about, evidence, words, cost, badness, label, fixes }
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
