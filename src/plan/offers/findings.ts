import type { Evidence } from '../finding.ts'
import type { Label } from '../plan.ts'
import type { Found } from '../view.ts'
import type { Ask, OfferFinding } from './ask.ts'
import { candidateFor } from './candidate.ts'
import { canonical } from './canonical.ts'
import type { Charge } from './charges.ts'
import type { Grid } from './grid.ts'
import { foundWith } from './judging.ts'
import { labelBetween, strictest } from './labels.ts'
import { busyWords } from './words.ts'

/** What makes the cost of one candidate, the dearest first; evidence and words are made when first asked for. */
export const findingsOf = (ask: Ask, grid: Grid, charges: readonly Charge[], i: number): readonly OfferFinding[] =>
  charges
    .filter(({ isDue }) => isDue(i))
    .sort(inOrder)
    .map((charge) => new Due(ask, grid, charge, i))

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const inOrder = (a: Charge, b: Charge): number =>
  b.cost - a.cost ||
  byText(a.key, b.key) ||
  byText(a.person.id, b.person.id) ||
  byText(canonical(a.judgement?.ready.params), canonical(b.judgement?.ready.params))

/** One candidate, charged for one thing. */
class Due implements OfferFinding {
  readonly #ask: Ask
  readonly #grid: Grid
  readonly #charge: Charge
  readonly #i: number
  #found: readonly Found[] | null = null

  constructor(ask: Ask, grid: Grid, charge: Charge, i: number) {
    this.#ask = ask
    this.#grid = grid
    this.#charge = charge
    this.#i = i
  }

  get key() {
    return this.#charge.key
  }

  get rule() {
    return this.#charge.judgement?.ready.rule ?? null
  }

  get weight() {
    return this.#charge.weight
  }

  get cost() {
    return this.#charge.cost
  }

  get person(): string {
    return this.#charge.person.id
  }

  get evidence(): readonly Evidence[] {
    if (this.#charge.judgement === null) return [{ code: 'busy', values: { person: this.person } }]
    return this.#say().map(({ code, values }) => ({ code, values: values() }))
  }

  get words(): string {
    const kind = this.#charge.judgement?.ready.kind
    return this.evidence.map(kind ? kind.words : busyWords).join('; ')
  }

  get label(): Label {
    const { person, judgement } = this.#charge
    if (judgement === null) return labelBetween(person, this.#grid.spanOf(this.#i))
    return this.#say()
      .flatMap(({ items }) => items)
      .reduce<Label>((label, item) => strictest(label, item.label), 'open')
  }

  #say(): readonly Found[] {
    const { judgement } = this.#charge
    if (judgement === null) return []
    const candidate = candidateFor(this.#ask)(this.#grid.spanOf(this.#i))
    this.#found ??= foundWith(judgement.calendar, judgement.ready, candidate)
    return this.#found
  }

  toJSON(): OfferFinding {
    const { key, rule, weight, cost, person, evidence, words, label } = this
    return { key, rule, weight, cost, person, evidence, words, label }
  }
}
