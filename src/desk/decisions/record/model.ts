import type { Decision } from '../brief/model.ts'

/** How decisions of a desk went, counted from the decisions themselves; `entries` are what a number was counted from. */
export type Waits = {
  /** Median minutes from asking to an answer that a person gave; null while nobody has answered. */
  readonly median: number | null
  readonly answered: readonly string[]
  readonly byDefault: readonly string[]
  readonly lapsed: readonly string[]
  readonly months: readonly { readonly month: string; readonly median: number; readonly ids: readonly string[] }[]
}

const waitOf = ({ askedAt, outcome }: Decision): number =>
  outcome === null
    ? 0
    : Math.round((Temporal.Instant.from(outcome.at).epochMilliseconds - askedAt.epochMilliseconds) / 60_000)

/** The middle one, or halfway between the two in the middle; null of nothing. */
export function medianOf(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const [low, high] = [sorted[middle - 1], sorted[middle]]
  if (high === undefined) return null
  return sorted.length % 2 === 1 || low === undefined ? high : Math.round((low + high) / 2)
}

/** Months by the clock of `zone`, newest first. */
export function waitsOf(decisions: readonly Decision[], zone: string): Waits {
  const settled = decisions.filter(({ outcome }) => outcome !== null)
  const people = settled.filter(({ outcome }) => outcome?.byDefault === false)
  const monthOf = ({ outcome }: Decision) =>
    Temporal.Instant.from(outcome?.at ?? '1970-01-01T00:00Z')
      .toZonedDateTimeISO(zone)
      .toPlainDate()
      .toString()
      .slice(0, 7)
  const ids = (those: readonly Decision[]) => those.map(({ id }) => id)
  const months = [...Map.groupBy(people, monthOf)]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([month, those]) => ({ month, median: medianOf(those.map(waitOf)) ?? 0, ids: ids(those) }))
  return {
    median: medianOf(people.map(waitOf)),
    answered: ids(people),
    byDefault: ids(settled.filter(({ outcome, state }) => outcome?.byDefault === true && state === 'chosen')),
    lapsed: ids(settled.filter(({ state }) => state === 'lapsed')),
    months,
  }
}

/** How often a person was given a recommendation by somebody and took it. */
export function followed(decisions: readonly Decision[], decider: string): { readonly n: number; readonly of: number } {
  const theirs = decisions.filter(
    ({ outcome, brief, decider: whose }) =>
      whose === decider && brief.recommended !== null && outcome?.byDefault === false,
  )
  const taken = theirs.filter(({ outcome, brief }) => outcome?.option === brief.recommended)
  return { n: taken.length, of: theirs.length }
}
