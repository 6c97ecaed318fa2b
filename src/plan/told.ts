import type { Evidence, Finding, Fix, Weight } from './finding.ts'
import type { Label, PlanItem } from './plan.ts'
import type { Rule, RuleKind } from './rule.ts'
import type { Span } from './time.ts'
import type { Found } from './view.ts'

const costs: Readonly<Record<Weight, number>> = { never: 1000, avoid: 100, prefer: 10 }

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
const stricter = (a: Label, b: Label): Label => (strictness[b] > strictness[a] ? b : a)

const byStart = (a: PlanItem, b: PlanItem): number =>
  a.span.start - b.span.start || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)

type Speaker = Pick<RuleKind<unknown>, 'words'>

/** What a rule found, told: names, words and the strictest label are made when first asked for, since most of a year's are only counted. */
export class Told implements Finding {
  readonly span: Span
  readonly #speaker: Speaker
  readonly #rule: Rule
  readonly #found: Found
  readonly #seek: () => readonly Fix[]
  #items: readonly string[] | null = null
  #fingerprint: string | null = null
  #evidence: Evidence | null = null
  #words: string | null = null
  #fixes: readonly Fix[] | null = null

  constructor(speaker: Speaker, rule: Rule, found: Found, seek: () => readonly Fix[] = () => []) {
    this.span = found.span
    this.#speaker = speaker
    this.#rule = rule
    this.#found = found
    this.#seek = seek
  }

  /** The same with ways out, sought when first asked for. */
  helped(seek: () => readonly Fix[]): Finding {
    return new Told(this.#speaker, this.#rule, this.#found, seek)
  }

  get ruleId(): string {
    return this.#rule.id
  }

  get kind(): string {
    return this.#rule.kind
  }

  get weight(): Weight {
    return this.#rule.weight
  }

  get cost(): number {
    return this.#rule.cost ?? costs[this.#rule.weight]
  }

  get badness(): number {
    return this.#found.badness
  }

  get about(): string {
    return this.#found.about ?? ''
  }

  get items(): readonly string[] {
    this.#items ??= [...this.#found.items].sort(byStart).map((item) => item.key)
    return this.#items
  }

  get label(): Label {
    return this.#found.items.reduce<Label>((label, item) => stricter(label, item.label), 'open')
  }

  get fingerprint(): string {
    this.#fingerprint ??= `${this.ruleId}.${this.#rule.version}.${digest(this.#name)}`
    return this.#fingerprint
  }

  get #name(): string {
    return this.#found.lasting ? this.about : `${this.about}\n${this.items.join('\n')}`
  }

  get evidence(): Evidence {
    this.#evidence ??= { code: this.#found.code, values: this.#found.values() }
    return this.#evidence
  }

  get words(): string {
    this.#words ??= this.#speaker.words(this.evidence)
    return this.#words
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
