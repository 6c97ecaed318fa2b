import { kindOfYear, newYear, yearOf } from './civil.ts'
import { type Day, dayMs } from './time.ts'

/** The index is cut into stretches of 2³¹ ms (about 25 days): few zones change twice in one. */
const stretchMs = 2 ** 31
const indexedYears = { from: 1970, before: 2130 } as const
const indexStart = newYear(indexedYears.from) * dayMs
const indexEnd = newYear(indexedYears.before) * dayMs
const stretches = Math.ceil((indexEnd - indexStart) / stretchMs)

/** 2101–2128 holds every kind of year (leap or not, by the weekday it begins on) and no century exception. */
const sampleYears = { from: 2101, before: 2129 } as const
const sampleStarts: number[] = []
for (let year: number = sampleYears.from; year < sampleYears.before; year++)
  sampleStarts[kindOfYear(year)] = newYear(year) * dayMs

/** The same moment of a year of the same kind inside the table. */
function folded(x: number): number {
  const year = yearOf(Math.floor(x / dayMs) as Day)
  return x - newYear(year) * dayMs + (sampleStarts[kindOfYear(year)] as number)
}

/**
 * Offsets by time: `offsets[i]` holds before `steps[i]`, and the last one after all of them.
 * Looked up by an index over 1970–2129, by halving before it, and after it in a year of the same kind
 * when `repeats` says that the rules in force then go on for ever, as those of IANA's zones do.
 */
export class Offsets {
  readonly #steps: Float64Array
  readonly #offsets: Float64Array
  readonly #first: Uint16Array
  readonly #repeats: boolean

  /** `steps` ascend. */
  constructor(steps: readonly number[], offsets: readonly number[], repeats: boolean) {
    this.#steps = Float64Array.from([...steps, Number.POSITIVE_INFINITY])
    this.#offsets = Float64Array.from(offsets)
    // A zone that has stopped changing its clocks needs no looking up.
    this.#repeats = repeats && (steps.at(-1) ?? 0) >= newYear(sampleYears.from) * dayMs
    this.#first = new Uint16Array(stretches)
    let next = 0
    for (let stretch = 0; stretch < stretches; stretch++) {
      while ((this.#steps[next] as number) <= indexStart + stretch * stretchMs) next++
      this.#first[stretch] = next
    }
  }

  /** Milliseconds east of UTC. */
  at(x: number): number {
    if (x < indexStart || x >= indexEnd) return this.#outside(x)
    let next = this.#first[((x - indexStart) / stretchMs) | 0] as number
    while ((this.#steps[next] as number) <= x) next++
    return this.#offsets[next] as number
  }

  /** Each less its offset. Quick when they ascend: one look serves all between two changes. */
  less(many: readonly number[]): number[] {
    const answer = new Array<number>(many.length)
    let [from, before, offset] = [0, 0, 0]
    for (let n = 0; n < many.length; n++) {
      const x = many[n] as number
      if (x < from || x >= before) {
        const place = this.#search(x)
        offset = this.at(x)
        from = place === 0 ? Number.NEGATIVE_INFINITY : (this.#steps[place - 1] as number)
        before = this.#repeats ? Math.min(this.#steps[place] as number, indexEnd) : (this.#steps[place] as number)
      }
      answer[n] = x - offset
    }
    return answer
  }

  #outside(x: number): number {
    return x >= indexEnd && this.#repeats ? this.at(folded(x)) : (this.#offsets[this.#search(x)] as number)
  }

  /** How many steps lie at or before x. */
  #search(x: number): number {
    let low = 0
    let high = this.#steps.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#steps[middle] as number) <= x) low = middle + 1
      else high = middle
    }
    return low
  }
}
