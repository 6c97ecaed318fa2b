import { asWall, type Instant, type Wall } from '../time.ts'
import type { Zone } from '../zone.ts'
import { isWithinDay } from './misuse.ts'
import { lowerBound } from './pattern.ts'
import type { RecurrenceRule } from './rule.ts'
import { RuleWalls } from './rule-walls.ts'

/** In the stored window a series keeps this many. */
export const mostKept = 5000

/** A series of a calendar and the window it is wanted in. All times are on the wall of `zone`, dates at their midnight. */
export type SeriesProblem = {
  readonly start: Wall
  /** Dates: hours, minutes and seconds of a rule are ignored (RFC 5545 §3.3.10). */
  readonly isDate: boolean
  /** Null for floating and all-day series. */
  readonly zone: Zone | null
  /** More than one are joined; none leaves the start and `rdates`. */
  readonly rules: readonly RecurrenceRule[]
  readonly rdates: readonly Wall[]
  readonly exdates: readonly Wall[]
  /** Half-open: `from` is in the window, `to` is not. */
  readonly from: Wall
  readonly to: Wall
  /** 5,000 unless told. */
  readonly most?: number
  /** When there are more than `most`, those nearest to this time are kept; without it, the earliest. */
  readonly nearest?: Wall
}

export type Expansion = {
  /** Ascending, each once. */
  readonly walls: readonly Wall[]
  /** The same occurrences on the time line; null where there is no zone. */
  readonly instants: readonly Instant[] | null
  /** There are more than `most` in the window. */
  readonly cut: boolean
}

/** The rule as an all-day series keeps it; null for one that steps within the day. */
export const ruleForDates = (rule: RecurrenceRule): RecurrenceRule | null =>
  isWithinDay(rule.frequency) ? null : { ...rule, byHour: [], byMinute: [], bySecond: [] }

/**
 * Every occurrence of a series in a window: its start, what its rules produce, its RDATEs, less its EXDATEs
 * (RFC 5545 §3.8.5). The start always belongs to it and counts as the first (§3.3.10). Two times that a change of clocks
 * makes one instant are one occurrence. Work is bounded for any rule: times before the window are jumped over.
 */
export function expandSeries(problem: SeriesProblem): Expansion {
  const { from, to, most = mostKept, nearest } = problem
  const rules = rulesOf(problem)
  const wanted = most + problem.exdates.length + (nearest === undefined || !problem.zone ? 0 : marginOf(problem))
  const found =
    nearest === undefined || countOf(rules, from, to - 1) <= wanted
      ? earliest(rules, from, to - 1, wanted)
      : around(rules, problem, nearest, wanted)
  const walls = joined(found.lists, problem)
  const once = onTimeLine(walls, problem.zone)
  if (once.walls.length <= most) return { ...once, cut: found.more }
  const [first, last] = nearest === undefined ? [0, most] : nearestTo(once.walls, nearest, most)
  return { walls: once.walls.slice(first, last), instants: once.instants?.slice(first, last) ?? null, cut: true }
}

function rulesOf({ start, isDate, zone, rules }: SeriesProblem): RuleWalls[] {
  return rules.flatMap((given) => {
    const rule = isDate ? ruleForDates(given) : given
    if (!rule) return []
    const walls = new RuleWalls(rule, start, zone)
    if (rule.count === null || walls.has(start)) return [walls]
    return rule.count === 1 ? [] : [new RuleWalls({ ...rule, count: rule.count - 1 }, start, zone)]
  })
}

/**
 * So many times more are looked at where the nearest are kept: those that a change of clocks skips are one with a later one,
 * which has to be among them to be seen. An hour of seconds, or a day of minutes.
 */
const marginOf = ({ rules }: SeriesProblem): number =>
  rules.some(({ frequency, bySecond }) => frequency === 'SECONDLY' || bySecond.length > 1) ? 3_601 : 1_441

const countOf = (rules: readonly RuleWalls[], from: number, to: number): number =>
  rules.reduce((sum, rule) => sum + rule.count(from, to), 0)

type Found = { readonly lists: readonly Wall[][]; readonly more: boolean }

function earliest(rules: readonly RuleWalls[], from: number, to: number, wanted: number): Found {
  const found = rules.map((rule) => rule.between(from, to, wanted))
  return { lists: found.map(({ walls }) => walls), more: found.some(({ more }) => more) }
}

/** Enough on each side of a time: the far edge on the left is found by halving, because rules only run forward. */
function around(rules: readonly RuleWalls[], problem: SeriesProblem, nearest: Wall, wanted: number): Found {
  const middle = Math.min(Math.max(nearest, problem.from), problem.to)
  let [low, high] = [problem.from as number, middle]
  while (high - low > 1) {
    const edge = Math.floor((low + high) / 2)
    if (countOf(rules, edge, middle - 1) >= wanted) low = edge
    else high = edge
  }
  const left = earliest(rules, low, middle - 1, Number.MAX_SAFE_INTEGER)
  const right = earliest(rules, middle, problem.to - 1, wanted)
  const earlier = countOf(rules, problem.from, low - 1) > 0
  return { lists: [...left.lists, ...right.lists], more: left.more || right.more || earlier }
}

/** Joined with the start and the RDATEs, in order, each once, without the excluded. */
function joined(lists: readonly Wall[][], { start, rdates, exdates, from, to }: SeriesProblem): Wall[] {
  const own = lists.length === 1 && lists[0]?.[0] === start ? rdates : [start, ...rdates]
  const extra = own.filter((wall) => wall >= from && wall < to)
  const filled = [...lists, extra].filter((list) => list.length > 0)
  if (filled.length === 1 && exdates.length === 0 && extra.length < 2) return filled[0] as Wall[]
  const out = new Set<number>(exdates)
  const walls = filled.flat().sort((a, b) => a - b)
  return walls.filter((wall, n) => wall !== walls[n - 1] && !out.has(wall))
}

type Placed = Pick<Expansion, 'walls' | 'instants'>

/** Two times that are one instant are one occurrence: that one which a clock there really shows. */
function onTimeLine(walls: readonly Wall[], zone: Zone | null): Placed {
  if (!zone) return { walls, instants: null }
  const instants = zone.toInstants(walls)
  if (instants.every((at, n) => n === 0 || at > (instants[n - 1] as number))) return { walls, instants }
  const shown = new Set<number>(walls)
  const isOwn = (wall: Wall, at: Instant): boolean => wall === zone.toWall(at) || !shown.has(zone.toWall(at))
  const kept = walls.filter((wall, n) => isOwn(wall, instants[n] as Instant))
  return { walls: kept, instants: zone.toInstants(kept) }
}

function nearestTo(walls: readonly Wall[], nearest: Wall, most: number): [number, number] {
  let right = lowerBound(walls, nearest)
  let left = right
  while (right - left < most) {
    const earlier = left > 0 ? nearest - (walls[left - 1] as number) : Number.POSITIVE_INFINITY
    const later = right < walls.length ? (walls[right] as number) - nearest : Number.POSITIVE_INFINITY
    if (later <= earlier) right++
    else left--
  }
  return [left, right]
}

/** Every wall-clock time there is, for whoever wants no window. */
export const always = { from: asWall(Number.MIN_SAFE_INTEGER), to: asWall(Number.MAX_SAFE_INTEGER) } as const
