import { daysBeforeMonth, kindOfYear, newYear } from '../civil.ts'
import { asDay, asWall, dayMs, type Wall } from '../time.ts'
import type { MonthMasks } from './month-masks.ts'
import type { Pattern } from './pattern.ts'
import { monthOf } from './periods.ts'
import { unitsMet, type WithinDay } from './within-day.ts'

/** Answers false to stop. */
type Visit = (day: number, phase: number) => boolean

const unknown = -1

const remainder = (x: number, of: number): number => ((x % of) + of) % of

/**
 * Steps of hours, minutes or seconds that do not divide the day, limited to some days or times.
 * The steps begin each day with another phase. Which allowed units a phase meets is found once for each phase (all of them
 * together cost one walk through a day), so that a day costs one look whether the rule meets it or not.
 */
export class Steps implements Pattern {
  readonly #steps: WithinDay
  readonly #masks: MonthMasks
  readonly #met = new Map<number, readonly number[]>()
  /** How many units each phase meets, as far as it is known. */
  readonly #sizes: Int32Array

  constructor(steps: WithinDay, masks: MonthMasks) {
    this.#steps = steps
    this.#masks = masks
    this.#sizes = new Int32Array(Math.min(steps.interval, steps.perDay)).fill(unknown)
  }

  collect(from: number, to: number, most: number): Wall[] {
    const out: Wall[] = []
    if (most > 0) this.#eachDay(from, to, (day, phase) => this.#collectDay(day, phase, from, to, most, out))
    return out
  }

  count(from: number, to: number): number {
    const [first, last] = [Math.floor(from / dayMs), Math.floor(to / dayMs)]
    let counted = 0
    this.#eachDay(from, to, (day, phase) => {
      if (day === first || day === last) {
        const found: Wall[] = []
        this.#collectDay(day, phase, from, to, Number.POSITIVE_INFINITY, found)
        counted += found.length
      } else counted += (this.#sizes[phase] as number) * this.#steps.inside.length
      return true
    })
    return counted
  }

  #collectDay(day: number, phase: number, from: number, to: number, most: number, out: Wall[]): boolean {
    const unitMs = dayMs / this.#steps.perDay
    for (const unit of this.#unitsMet(phase)) {
      const base = day * dayMs + unit * unitMs
      for (const offset of this.#steps.inside) {
        if (base + offset > to) return false
        if (base + offset < from) continue
        out.push(asWall(base + offset))
        if (out.length >= most) return false
      }
    }
    return true
  }

  #unitsMet(phase: number): readonly number[] {
    const known = this.#met.get(phase)
    if (known) return known
    const met = unitsMet(this.#steps, phase)
    this.#sizes[phase] = met.length
    if (met.length > 0) this.#met.set(phase, met)
    return met
  }

  #eachDay(from: number, to: number, visit: Visit): void {
    const [first, last] = [Math.floor(from / dayMs), Math.floor(to / dayMs)]
    const lastMonth = monthOf(asDay(last))
    for (let month = monthOf(asDay(first)); month <= lastMonth; month++) {
      const year = Math.floor(month / 12)
      const mask = this.#masks.of(kindOfYear(year), month - year * 12 + 1)
      if (mask === 0) continue
      const start = newYear(year) + daysBeforeMonth(year, month - year * 12 + 1)
      if (!this.#eachDayOfMonth(start, mask, first, last, visit)) return
    }
  }

  /** Steps of more than a month: at most one of them falls into it. */
  #oneOfMonth(start: number, mask: number, first: number, last: number, visit: Visit): boolean {
    const { perDay, interval, first: origin } = this.#steps
    const unit = origin + Math.ceil((start * perDay - origin) / interval) * interval
    const day = Math.floor(unit / perDay)
    const isIn = day >= first && day <= last && day - start < 31 && ((mask >> (day - start)) & 1) === 1
    const phase = unit - day * perDay
    return !isIn || this.#unitsMet(phase).length === 0 || visit(day, phase)
  }

  #eachDayOfMonth(start: number, mask: number, first: number, last: number, visit: Visit): boolean {
    const { perDay, interval, first: origin } = this.#steps
    if (interval > perDay * 32) return this.#oneOfMonth(start, mask, first, last, visit)
    const sizes = this.#sizes
    const daily = perDay % interval
    // The machine counts small whole numbers fastest, and a rare rule comes by here three million times.
    let phase = remainder(origin - start * perDay, interval) | 0
    for (let rest = mask, day = start; rest !== 0; rest >>= 1, day++) {
      if ((rest & 1) === 1 && phase < sizes.length && sizes[phase] !== 0 && day >= first && day <= last) {
        const meets = sizes[phase] !== unknown || this.#unitsMet(phase).length > 0
        if (meets && !visit(day, phase)) return false
      }
      phase -= daily
      if (phase < 0) phase += interval
    }
    return true
  }
}
