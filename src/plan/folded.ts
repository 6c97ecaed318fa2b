import type { Finding, Fix, Weight } from './finding.ts'
import type { Label, Plan } from './plan.ts'
import { segmentsByItem } from './trips/around.ts'
import { segmentsOf } from './trips/segments.ts'

const weightOrder: Readonly<Record<Weight, number>> = { never: 0, avoid: 1, prefer: 2 }
const labelOrder: Readonly<Record<Label, number>> = { private: 0, desk: 1, open: 2 }

/** The one of some that comes first in an order. */
const strictest = <T extends string>(all: readonly T[], order: Readonly<Record<T, number>>, none: T): T =>
  all.reduce((first, one) => (order[one] < order[first] ? one : first), all[0] ?? none)

/** What several rules say of the same things, told by the first of them; as strict as the strictest. */
class OneTrouble implements Finding {
  readonly parts: readonly Finding[]
  readonly #told: Finding
  readonly items: readonly string[]

  constructor(told: Finding, also: readonly Finding[]) {
    this.parts = [told, ...also]
    this.#told = told
    this.items = [...new Set(this.parts.flatMap(({ items }) => items))]
  }

  get fingerprint(): string {
    return this.#told.fingerprint
  }

  get ruleId(): string {
    return this.#told.ruleId
  }

  get kind(): string {
    return this.#told.kind
  }

  get weight(): Weight {
    return strictest(
      this.parts.map(({ weight }) => weight),
      weightOrder,
      'prefer',
    )
  }

  get span(): Finding['span'] {
    return this.#told.span
  }

  get about(): string {
    return this.#told.about
  }

  get evidence(): Finding['evidence'] {
    return this.#told.evidence
  }

  get words(): string {
    return this.#told.words
  }

  get cost(): number {
    return Math.max(...this.parts.map(({ cost }) => cost))
  }

  get badness(): number {
    return this.#told.badness
  }

  get label(): Label {
    return strictest(
      this.parts.map(({ label }) => label),
      labelOrder,
      'open',
    )
  }

  get fixes(): readonly Fix[] {
    return this.#told.fixes
  }
}

/** Everything that rules say in a finding: itself, or what is told as one in it, the one that is told first. */
export const partsOf = (finding: Finding): readonly Finding[] => finding.parts ?? [finding]

/**
 * One trouble told once: where a rule about trips and others speak of the same two things or more, a flight and the dinner it lands
 * in, they are one finding. It is told by a rule about trips with a way out where there is one, and is as strict as the strictest of
 * them. A rule that has two things to say of them says both. Findings without a part of a trip stay as they are, and so does the order.
 */
export const folded = (findings: readonly Finding[], plan: Pick<Plan, 'trips'>): readonly Finding[] => {
  const groups = groupsOf(findings, plan)
  if (groups.length === 0) return findings
  const told = new Map<Finding, Finding>()
  const hidden = new Set<Finding>()
  for (const same of groups) {
    const [first, ...rest] = same
    if (!first) continue
    const also = onePerRule(first, rest)
    if (also.length === 0) continue
    told.set(first, new OneTrouble(first, also))
    for (const one of also) hidden.add(one)
  }
  return findings.filter((one) => !hidden.has(one)).map((one) => told.get(one) ?? one)
}

/** Of each rule but the one that tells it the first thing that it says. */
const onePerRule = (told: Finding, rest: readonly Finding[]): readonly Finding[] => {
  const rules = new Set([told.ruleId])
  return rest.filter(({ ruleId }) => !rules.has(ruleId) && rules.add(ruleId))
}

/** Findings about the same things, of which at least one is of a rule about trips; in each the one that tells them first. */
const groupsOf = (findings: readonly Finding[], plan: Pick<Plan, 'trips'>): readonly (readonly Finding[])[] => {
  const [byItem, segments] = [segmentsByItem(plan), segmentsOf(plan)]
  if (segments.size === 0) return []
  const byThings = new Map<string, Finding[]>()
  for (const finding of findings) {
    const things = new Set(finding.items.map((key) => byItem.get(key)?.key ?? key))
    if (things.size < 2 || ![...things].some((key) => segments.has(key))) continue
    const name = [...things].sort().join(' ')
    const same = byThings.get(name)
    if (same) same.push(finding)
    else byThings.set(name, [finding])
  }
  const isOfTravel = ({ items }: Finding) => items.some((key) => segments.has(key))
  const rank = (one: Finding) => (one.fixes.length > 0 ? 0 : 2) + (isOfTravel(one) ? 0 : 1)
  return [...byThings.values()]
    .filter((same) => same.length > 1 && same.some(isOfTravel))
    .map((same) => same.toSorted((a, b) => rank(a) - rank(b) || b.cost - a.cost))
}
