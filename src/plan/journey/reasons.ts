import type { Reason } from './journey.ts'

/** Whether no order fits with some reasons. */
export type IsUnmet = (reasons: readonly Reason[]) => boolean

/** Which of all reasons an order meets that fits with some; null when none fits. */
export type MetBy = (reasons: readonly Reason[]) => ReadonlySet<Reason> | null

/**
 * Of reasons with which no order fits, some with which none fits either, and one does as soon as any of them is given up
 * (QuickXplain, Junker 2004): halves are given up as a whole where they can be. Those that come first are rather kept.
 */
export const fewer = (reasons: readonly Reason[], isUnmet: IsUnmet): Reason[] => {
  const among = (kept: readonly Reason[], isNew: boolean, some: readonly Reason[]): Reason[] => {
    if (isNew && isUnmet(kept)) return []
    if (some.length <= 1) return [...some]
    const half = some.length >> 1
    const [first, second] = [some.slice(0, half), some.slice(half)]
    const last = among([...kept, ...first], true, second)
    return [...among([...kept, ...last], last.length > 0, first), ...last]
  }
  return among([], false, reasons)
}

/** Takes so much work, in additions or so, off what may still be done; false when nothing is left. */
export type Spend = (work: number) => boolean

/**
 * The fewest reasons with which no order fits, where they are fewer than those known: whatever order is found, every set of
 * reasons with which none fits has one that this order does not meet, so that the fewest hit what every order leaves unmet.
 * Null when there are no fewer, or it would take more work than there is.
 */
export const fewest = (all: readonly Reason[], known: number, metBy: MetBy, spend: Spend): Reason[] | null => {
  const unmet: Reason[][] = []
  for (;;) {
    const hit = hitting(unmet, known - 1, spend)
    if (hit === null) return null
    let met = metBy(hit)
    if (met === null) return hit
    for (const reason of all) {
      if (met.has(reason)) continue
      if (!spend(1000)) return null
      const more: ReadonlySet<Reason> | null = metBy([...met, reason])
      if (more !== null) met = more
    }
    const whole = met
    unmet.push(all.filter((reason) => !whole.has(reason)))
  }
}

type Sets = readonly (readonly Reason[])[]

/** The fewest reasons, at most so many, of which every set has one; null when there are none so few. */
const hitting = (sets: Sets, most: number, spend: Spend): Reason[] | null => {
  for (let size = 0; size <= most; size++) {
    const found = hittingWith(sets, [], size, spend)
    if (found !== null) return found
  }
  return null
}

const hittingWith = (sets: Sets, chosen: readonly Reason[], left: number, spend: Spend): Reason[] | null => {
  const [one] = chosen
  const missed = sets.filter((set) => one === undefined || !set.includes(one))
  if (missed.length === 0) return [...chosen]
  if (left === 0 || !spend(200 + 50 * sets.length)) return null
  const least = missed.reduce((a, b) => (b.length < a.length ? b : a))
  for (const reason of least) {
    const found = hittingWith(missed, [reason, ...chosen], left - 1, spend)
    if (found !== null) return found
  }
  return null
}
