import type { Evidence } from '../finding.ts'
import type { Label } from '../plan.ts'
import type { Span } from '../time.ts'
import type { Found } from '../view.ts'
import type { OfferFinding } from './ask.ts'
import type { CandidateAt } from './candidate.ts'
import type { Charge } from './charges.ts'
import { foundWith } from './judging.ts'
import { labelBetween, strictest } from './labels.ts'
import { busyWords } from './words.ts'

/** What makes the cost of one candidate, the dearest first; evidence and words are made when first asked for. */
export const findingsOf = (
  charges: readonly Charge[],
  span: Span,
  i: number,
  candidate: CandidateAt,
): readonly OfferFinding[] => charges.filter(({ isDue }) => isDue(i)).map((charge) => new Due(charge, span, candidate))

/** One candidate, charged for one thing. What the rule found is not kept: there may be very many of these. */
class Due implements OfferFinding {
  readonly #charge: Charge
  readonly #span: Span
  readonly #candidate: CandidateAt

  constructor(charge: Charge, span: Span, candidate: CandidateAt) {
    this.#charge = charge
    this.#span = span
    this.#candidate = candidate
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

  get items(): readonly string[] {
    return [...new Set(this.#say().flatMap(({ items }) => items.map(({ key }) => key)))]
  }

  get label(): Label {
    const { person, judgement } = this.#charge
    if (judgement === null) return labelBetween(person, this.#span)
    return this.#say()
      .flatMap(({ items }) => items)
      .reduce<Label>((label, item) => strictest(label, item.label), 'open')
  }

  #say(): readonly Found[] {
    const { judgement } = this.#charge
    if (judgement === null) return []
    return foundWith(judgement.calendar, judgement.ready, this.#candidate(this.#span))
  }

  toJSON(): OfferFinding {
    const { key, rule, weight, cost, person, evidence, words, items, label } = this
    return { key, rule, weight, cost, person, evidence, words, items, label }
  }
}
