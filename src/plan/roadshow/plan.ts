import { asInstant, minuteMs } from '../time.ts'
import { mostInLabels } from './bound.ts'
import type { Day, IsOver, Planned, Stop, Visit, Why } from './day.ts'
import { type Ground, groundOf, reachOf } from './ground.ts'
import { improved } from './improve.ts'
import { byLabels, type Found, type Search } from './labels.ts'
import { isBetter, type Order } from './order.ts'
import { everySubset, fewestApart, mostInSubsets } from './subsets.ts'

/**
 * The best day: most value, then the earliest end of the last visit; among those that are alike the one `everySubset` names,
 * by id. Pure, and the same for any order of stops, openings and ways. Of more stops than 46 that can be visited, those not
 * required that are worth least are not looked at.
 * @param isOver asked every few thousand steps; once it says so, the best day that was found is the answer.
 */
export const planDay = (day: Day, isOver: IsOver = () => false): Planned => {
  const whole = groundOf(day, day.stops)
  const { why } = reachOf(whole)
  const unmet = whole.stops.findIndex(({ required }, i) => required && why[i] !== null)
  if (unmet >= 0) return { impossible: [{ stop: whole.stops[unmet] as Stop, why: why[unmet] as Why }], optimal: true }
  const live = whole.stops.filter((_, i) => why[i] === null)
  const { stops, isAll } = chosen(live)
  const ground = groundOf(day, stops)
  const found = stops.length > mostInSubsets ? inSteps(ground, isOver) : inSubsets(ground, isOver)
  if ('apart' in found) return { impossible: found.apart.map((stop) => ({ stop, why: null })), optimal: found.isWhole }
  if (found.best === null) return 'unknown'
  return plannedAs(day, { ground, whole, why, order: found.best, optimal: found.isWhole && isAll })
}

/** As many as can be looked at: what is required, then what is worth most. */
const chosen = (live: readonly Stop[]): { readonly stops: readonly Stop[]; readonly isAll: boolean } => {
  if (live.length <= mostInLabels) return { stops: live, isAll: true }
  const inOrder = [...live].sort((a, b) => Number(b.required) - Number(a.required) || b.value - a.value)
  return { stops: inOrder.slice(0, mostInLabels), isAll: false }
}

/** What is required and cannot be met together. */
type Apart = { readonly apart: readonly Stop[]; readonly isWhole: boolean }

const requiredIn = ({ stops }: Ground): number[] => stops.flatMap(({ required }, i) => (required ? [i] : []))
const stopsIn = ({ stops }: Ground, some: readonly number[]): Stop[] => some.map((i) => stops[i] as Stop)

/** As many are looked at in less time than it takes to know a good day first. */
const fewInSubsets = 15

const inSubsets = (ground: Ground, isOver: IsOver): Found | Apart => {
  const required = requiredIn(ground)
  const set = required.reduce((all, i) => all | (1 << i), 0)
  const known = ground.stops.length > fewInSubsets ? soon(ground, required, isOver) : null
  const subsets = everySubset(ground, set, known, isOver)
  if (!subsets.isWhole) {
    const other = known ?? soon(ground, required, isOver)
    return { best: subsets.best && isBetter(subsets.best, other) ? subsets.best : other, isWhole: false }
  }
  const best = subsets.best ?? known
  const apart = best === null ? fewestApart(ground, subsets, set) : null
  if (apart === null) return { best, isWhole: true }
  const together = required.filter((i) => (apart & (1 << i)) !== 0)
  return { apart: stopsIn(ground, together), isWhole: true }
}

/** A search that takes no time to speak of. */
const plain: Omit<Search, 'required'> = { only: false, width: 100, known: null, any: false, isOver: () => false }
const widths = [1000, 10_000, 100_000]

/** A good day, if one is found at once; where it is hard to meet all that is required, from one of nothing else. */
const soon = (ground: Ground, required: readonly number[], isOver: IsOver): Order | null => {
  const { best: first } = byLabels(ground, { ...plain, required })
  const best = first ?? byLabels(ground, { ...plain, required, only: true, width: 300 }).best
  return best && improved(ground, best, required, isOver)
}

/** Looks ever wider until nothing was dropped, or the time is over. */
const inSteps = (ground: Ground, isOver: IsOver): Found | Apart => {
  const required = requiredIn(ground)
  let known = soon(ground, required, isOver)
  for (const width of widths) {
    const found = byLabels(ground, { ...plain, required, known, width, isOver })
    const best = found.best ?? known
    if (found.isWhole) return best === null ? apartIn(ground, required, isOver) : { best, isWhole: true }
    if (found.best && isBetter(found.best, known)) known = improved(ground, found.best, required, isOver)
    if (isOver()) break
  }
  return { best: known, isWhole: false }
}

/** Leaves out one after another of what cannot be met together, for as long as the rest cannot be either. */
const apartIn = (ground: Ground, required: readonly number[], isOver: IsOver): Apart => {
  let [apart, isWhole] = [required, true]
  for (const stop of required) {
    const rest = apart.filter((other) => other !== stop)
    const found = byLabels(ground, { ...plain, required: rest, any: true, width: widths.at(-1) ?? 0, isOver })
    if (found.best !== null) continue
    if (found.isWhole) apart = rest
    else isWhole = false
  }
  return { apart: stopsIn(ground, apart), isWhole }
}

type Answered = {
  readonly ground: Ground
  readonly whole: Ground
  readonly why: readonly (Why | null)[]
  readonly order: Order
  readonly optimal: boolean
}

const plannedAs = (day: Day, { ground, whole, why, order, optimal }: Answered): Planned => {
  const visited = new Set(stopsIn(ground, order.visits))
  const left = whole.stops.map((stop, i) => ({ stop, why: why[i] ?? ('not-worth-it' as const) }))
  return {
    visits: visitsOf(day, stopsIn(ground, order.visits)),
    left: left.filter(({ stop }) => !visited.has(stop)),
    value: order.value,
    optimal,
  }
}

/** Times of an order that can be visited. */
const visitsOf = ({ start, travelMinutes }: Day, stops: readonly Stop[]): Visit[] => {
  let leaveAt = start.at
  let place = start.place
  return stops.map((stop) => {
    const minutes = place === stop.place ? 0 : (travelMinutes.get(place)?.get(stop.place) ?? Number.NaN)
    const arriveAt = asInstant(leaveAt + minutes * minuteMs)
    const from = Math.min(...stop.open.map(({ start, end }) => beginIn(start, end, arriveAt, stop.minutes)))
    const span = { start: asInstant(from), end: asInstant(from + stop.minutes * minuteMs) }
    const visit = { stop, leaveAt, arriveAt, span }
    ;[leaveAt, place] = [span.end, stop.place]
    return visit
  })
}

/** When a visit can begin in one opening; never, where it does not fit any more. */
const beginIn = (start: number, end: number, arriveAt: number, minutes: number): number => {
  const at = Math.max(start, arriveAt)
  return at + minutes * minuteMs <= end ? at : Number.POSITIVE_INFINITY
}
