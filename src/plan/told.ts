import type { Thing } from './due.ts'
import type { Evidence, Finding, Fix, Weight } from './finding.ts'
import type { Label } from './plan.ts'
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

const byStart = (a: Thing, b: Thing): number =>
  a.span.start - b.span.start || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)

type Ruling = { readonly rule: Rule; readonly kind: Pick<RuleKind<unknown>, 'words'> }

/** Seeks ways out of what was found. */
export type Help = (trouble: Told) => readonly Fix[]

/** What was made of it because somebody asked. */
type Asked = { fingerprint?: string; evidence?: Evidence; words?: string; fixes?: readonly Fix[] }

/** What a rule found, told: names, words and ways out are made when first asked for, since most of a year's are only counted. */
export class Told implements Finding {
  readonly span: Span
  readonly #ruling: Ruling
  readonly #found: Found
  readonly #help: Help
  #items: readonly string[] | null = null
  #asked: Asked | null = null

  constructor(ruling: Ruling, found: Found, help: Help) {
    this.span = found.span
    this.#ruling = ruling
    this.#found = found
    this.#help = help
  }

  /** The same, with ways out sought elsewhere. */
  helped(help: Help): Told {
    return new Told(this.#ruling, this.#found, help)
  }

  get ruleId(): string {
    return this.#ruling.rule.id
  }

  get kind(): string {
    return this.#ruling.rule.kind
  }

  get weight(): Weight {
    return this.#ruling.rule.weight
  }

  get cost(): number {
    return this.#ruling.rule.cost ?? costs[this.#ruling.rule.weight]
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
    const { id, version } = this.#ruling.rule
    const asked = this.#ask()
    asked.fingerprint ??= `${id}.${version}.${digest(`${this.about}\n${this.items.join('\n')}`)}`
    return asked.fingerprint
  }

  get evidence(): Evidence {
    const asked = this.#ask()
    asked.evidence ??= { code: this.#found.code, values: this.#found.values() }
    return asked.evidence
  }

  get words(): string {
    const asked = this.#ask()
    asked.words ??= this.#ruling.kind.words(this.evidence)
    return asked.words
  }

  get fixes(): readonly Fix[] {
    const asked = this.#ask()
    asked.fixes ??= this.#help(this)
    return asked.fixes
  }

  #ask(): Asked {
    this.#asked ??= {}
    return this.#asked
  }

  toJSON(): Finding {
    const { ruleId, kind, weight, span, items, about, cost, badness, label, fingerprint, evidence, words, fixes } = this
    return { fingerprint, ruleId, kind, weight, span, items, about, evidence, words, cost, badness, label, fixes }
  }
}
