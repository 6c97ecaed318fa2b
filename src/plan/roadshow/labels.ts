import { type Bound, boundOf, has, keyOf, type Visited, withStop } from './bound.ts'
import type { IsOver } from './day.ts'
import { endAfter, type Ground, never } from './ground.ts'
import { isBetter, type Order } from './order.ts'

/** A way to have visited some stops, by what alone matters for the rest: which, the last of them, and when it ended. */
type Label = {
  readonly visited: Visited
  readonly last: number
  readonly end: number
  readonly value: number
  readonly before: Label | null
}
type Bounded = { readonly label: Label; readonly key: number; readonly most: number }

/** What is looked for and how far. */
export type Search = {
  readonly required: readonly number[]
  /** Whether nothing but that is visited. */
  readonly only: boolean
  /** The most labels of as many visits that are followed. */
  readonly width: number
  /** A day that can be: nothing that is not as good is looked for. */
  readonly known: Order | null
  /** Any order that meets what is required will do. */
  readonly any: boolean
  readonly isOver: IsOver
}

/** The best that was found, which may be less than what is known; `isWhole` when nothing as good was dropped, by width or for time. */
export type Found = { readonly best: Order | null; readonly isWhole: boolean }

/**
 * Goes on from every label that could still become as good as the best, one visit after another, keeping of those with the
 * same visits and the same last one the earliest; of more than `width` those whose bound says most, then the earliest. Days
 * that are alike it tells apart as `everySubset` does.
 */
export const byLabels = (ground: Ground, { required, only, width, known, any, isOver }: Search): Found => {
  const isRequired = ground.stops.map((_, i) => required.includes(i))
  const bound = boundOf(ground, isRequired)
  let best: Keyed | null = required.length === 0 ? { visits: [], value: 0, end: 0, key: 0 } : null
  const stops = only ? required : [...ground.stops.keys()]
  let layer = firstLabels(ground, stops)
  let isWhole = true
  while (layer.length > 0) {
    for (const label of layer) {
      if (!isRatherBest(label, best) || !required.every((stop) => has(label.visited, stop))) continue
      best = orderOf(label)
      if (any) return found(best, false)
    }
    const open = openIn(layer, bound, best !== null && isBetter(best, known) ? best : known)
    if (open.length > width) {
      open.sort((a, b) => b.most - a.most || a.label.end - b.label.end || a.key - b.key)
      open.length = width
      isWhole = false
    }
    const next = nextLabels(ground, stops, open, isOver)
    if (next === null) return found(best, false)
    layer = next
  }
  return found(best, isWhole)
}

/** Labels from which a day as good as a known one could still follow. */
const openIn = (layer: readonly Label[], bound: Bound, known: Order | null): Bounded[] =>
  layer.flatMap((label) => {
    const { visited, last, value, end } = label
    if (known !== null && end > bound.limit(visited, value, end, known)) return []
    const most = bound.most(visited, value, end)
    return most < 0 ? [] : [{ label, key: keyOf(visited, last), most }]
  })

type Keyed = Order & { readonly key: number }

const found = (best: Keyed | null, isWhole: boolean): Found => ({
  best: best && { visits: best.visits, value: best.value, end: best.end },
  isWhole,
})

/** Better, or as good and of the set, then the last stop, that comes first. */
const isRatherBest = (label: Label, best: Keyed | null): boolean =>
  best === null || isBetter(label, best) || (!isBetter(best, label) && keyOf(label.visited, label.last) < best.key)

const nothing: Visited = { low: 0, high: 0 }

const firstLabels = (ground: Ground, stops: readonly number[]): Label[] =>
  stops.flatMap((last) => {
    const way = ground.first[last] as number
    const end = way < 0 ? never : endAfter(ground, last, way)
    const value = ground.stops[last]?.value ?? 0
    return end === never ? [] : [{ visited: withStop(nothing, last), last, end, value, before: null }]
  })

/** How many labels are followed before the time is asked for. */
const atOnce = 256

const nextLabels = (
  ground: Ground,
  stops: readonly number[],
  open: readonly Bounded[],
  isOver: IsOver,
): Label[] | null => {
  const count = ground.stops.length
  const next = new Map<number, Label>()
  for (const [n, { label }] of open.entries()) {
    if (n % atOnce === 0 && isOver()) return null
    for (const k of stops) {
      const way = has(label.visited, k) ? -1 : (ground.way[label.last * count + k] as number)
      const end = way < 0 ? never : endAfter(ground, k, label.end + way)
      if (end === never) continue
      const visited = withStop(label.visited, k)
      const key = keyOf(visited, k)
      const other = next.get(key)
      if (other && !isRather(end, label, other)) continue
      next.set(key, { visited, last: k, end, value: label.value + (ground.stops[k]?.value ?? 0), before: label })
    }
  }
  return [...next].sort(([a], [b]) => a - b).map(([, label]) => label)
}

/** Earlier, or as early and by way of the stop that comes first in the list. */
const isRather = (end: number, by: Label, other: Label): boolean =>
  end < other.end || (end === other.end && by.last < (other.before?.last ?? -1))

const orderOf = ({ value, end, ...label }: Label): Keyed => {
  const visits: number[] = []
  for (let at: Pick<Label, 'last' | 'before'> | null = label; at !== null; at = at.before) visits.push(at.last)
  return { visits: visits.reverse(), value, end, key: keyOf(label.visited, label.last) }
}
