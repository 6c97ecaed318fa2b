import { lowerBound } from './pattern.ts'

/** Times of a day, ascending, in milliseconds from midnight. */
export type Times = {
  readonly length: number
  readonly at: (place: number) => number
  /** The place of the first time that is not before `ms`. */
  readonly from: (ms: number) => number
}

/** Every hour with every minute with every second: up to 86,400 times that nobody has to write down. */
export class ClockTimes implements Times {
  readonly length: number
  readonly #hours: readonly number[]
  readonly #minutes: readonly number[]
  readonly #seconds: readonly number[]

  /** Each list ascends. */
  constructor(hours: readonly number[], minutes: readonly number[], seconds: readonly number[]) {
    this.#hours = hours
    this.#minutes = minutes
    this.#seconds = seconds
    this.length = hours.length * minutes.length * seconds.length
  }

  at(place: number): number {
    const minute = (place / this.#seconds.length) | 0
    const hour = (minute / this.#minutes.length) | 0
    const hours = this.#hours[hour] as number
    const minutes = this.#minutes[minute - hour * this.#minutes.length] as number
    return ((hours * 60 + minutes) * 60 + (this.#seconds[place - minute * this.#seconds.length] as number)) * 1000
  }

  from(ms: number): number {
    if (ms <= 0) return 0
    const second = Math.ceil(ms / 1000)
    if (second >= 86_400) return this.length
    const hands = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60]
    let place = 0
    for (const [n, list] of [this.#hours, this.#minutes, this.#seconds].entries()) {
      const hand = hands[n] as number
      const next = lowerBound(list, hand)
      place = place * list.length + next
      // The hand is past what the list has: everything finer begins anew.
      if (list[next] !== hand) return place * this.#finer(n)
    }
    return place
  }

  #finer(hand: number): number {
    return (hand < 1 ? this.#minutes.length : 1) * (hand < 2 ? this.#seconds.length : 1)
  }
}

/** Times written down one by one. */
export class ListedTimes implements Times {
  readonly length: number
  readonly #list: readonly number[]

  constructor(list: readonly number[]) {
    this.#list = list
    this.length = list.length
  }

  at(place: number): number {
    return this.#list[place] as number
  }

  from(ms: number): number {
    return lowerBound(this.#list, ms)
  }
}

/** All of them, for those who need them in one list. */
export const listed = (times: Times): number[] => Array.from({ length: times.length }, (_, place) => times.at(place))
