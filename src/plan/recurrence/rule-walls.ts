import { lastDay } from '../civil.ts'
import { asWall, dayMs, midnight, type Wall } from '../time.ts'
import type { Zone } from '../zone.ts'
import { compile } from './compile.ts'
import type { Pattern } from './pattern.ts'
import type { RecurrenceRule, Until } from './rule.ts'

/** The last moment of the year 9999: nothing is listed after it. */
export const lastWall = asWall(midnight(lastDay) + dayMs - 1)

export type Walls = {
  readonly walls: Wall[]
  /** More lie in the window than were asked for. */
  readonly more: boolean
}

/** A rule's own times, its COUNT and UNTIL kept, the start added nowhere. */
export class RuleWalls {
  readonly #start: Wall
  readonly #zone: Zone | null
  readonly #rule: RecurrenceRule
  readonly #pattern: Pattern
  /** No time after it can be within UNTIL; near it `#withinUntil` decides. */
  readonly #last: number
  #counted: { readonly at: number; readonly left: number } | null = null

  /** `zone` is null for floating and all-day series. */
  constructor(rule: RecurrenceRule, start: Wall, zone: Zone | null) {
    this.#start = start
    this.#zone = zone
    this.#rule = rule
    this.#pattern = compile(rule, start)
    this.#last = Math.min(lastWall, rule.until ? lastWallOf(rule.until, zone) : lastWall)
  }

  /** Up to `most` of them from `from` to `to`, both inclusive. */
  between(from: number, to: number, most: number): Walls {
    const first = Math.max(from, this.#start)
    const last = Math.min(to, this.#last)
    if (first > last) return { walls: [], more: false }
    const left = this.#rule.count === null ? Number.POSITIVE_INFINITY : this.#leftAt(first)
    const wanted = Math.min(most, left)
    const within = this.#withinUntil(this.#pattern.collect(first, last, Math.min(most + 1, left)))
    const more = within.length > wanted
    if (more) within.length = wanted
    return { walls: within, more }
  }

  /** Whether the rule produces this time, COUNT and UNTIL aside. */
  has(wall: Wall): boolean {
    return this.#pattern.count(wall, wall) > 0
  }

  /** How many lie from `from` to `to`, both inclusive, UNTIL taken to the day only. */
  count(from: number, to: number): number {
    const first = Math.max(from, this.#start)
    const last = Math.min(to, this.#last)
    if (first > last) return 0
    const found = this.#pattern.count(first, last)
    return this.#rule.count === null ? found : Math.min(found, this.#leftAt(first))
  }

  /** What COUNT leaves from a time on. Counted from the start once, and from there when asked again. */
  #leftAt(first: number): number {
    if (this.#counted === null || first < this.#counted.at) {
      const before = first > this.#start ? this.#pattern.count(this.#start, first - 1) : 0
      this.#counted = { at: first, left: (this.#rule.count ?? 0) - before }
    }
    const { at, left } = this.#counted
    return Math.max(0, first > at ? left - this.#pattern.count(at, first - 1) : left)
  }

  #withinUntil(walls: Wall[]): Wall[] {
    const until = this.#rule.until
    const zone = this.#zone
    if (until?.form !== 'utc' || !zone) return walls
    const sure = this.#last - 2 * dayMs
    let doubtful = walls.length
    while (doubtful > 0 && (walls[doubtful - 1] as number) > sure) doubtful--
    if (doubtful === walls.length) return walls
    const kept = walls.slice(doubtful).filter((wall) => zone.toInstant(wall) <= until.at)
    return walls.slice(0, doubtful).concat(kept)
  }
}

/**
 * The last wall-clock time that an UNTIL can allow. A date allows all of that day; a UTC time is compared by the instant
 * where there is a zone, and as the clock it shows where there is none (docs/decisions/0003).
 */
function lastWallOf(until: Until, zone: Zone | null): number {
  if (until.form === 'date') return midnight(until.day) + dayMs - 1
  if (until.form === 'wall') return until.wall
  return zone ? zone.toWall(until.at) + dayMs : until.at
}
