import type { Instant, Span } from '../time.ts'

/** Somewhere to go on a day. */
export type Stop = {
  /** Unique among the stops of a day. */
  readonly id: string
  readonly place: string
  /** A visit lies inside one of them, in any order; two that meet are still two. */
  readonly open: readonly Span[]
  /** How long a visit lasts, exactly. */
  readonly minutes: number
  /** In thousandths. */
  readonly value: number
  readonly required: boolean
}

/** A day of stops. */
export type Day = {
  readonly start: { readonly place: string; readonly at: Instant }
  readonly stops: readonly Stop[]
  /** By the place one leaves, then the place one goes to; what is missing cannot be driven. */
  readonly travelMinutes: ReadonlyMap<string, ReadonlyMap<string, number>>
}

/** One leaves at `leaveAt`, as soon as the last visit ends, and waits from `arriveAt` until the visit. */
export type Visit = { readonly stop: Stop; readonly leaveAt: Instant; readonly arriveAt: Instant; readonly span: Span }

/**
 * Why a stop is left out. `closed`: no opening holds a visit even for somebody at its door when the day begins. `no-way`: it
 * would be open, but no chain of drives over stops that are not closed leads there from where the day begins. `too-far`: one
 * leads there, but no order of visits in time. `not-worth-it`: it can be visited, but not on a better day than this.
 */
export type Why = 'closed' | 'no-way' | 'too-far' | 'not-worth-it'

/** What can be made of a day. */
export type Planned =
  | {
      readonly visits: readonly Visit[]
      /** By id. */
      readonly left: readonly { readonly stop: Stop; readonly why: Why }[]
      /** In thousandths. */
      readonly value: number
      /** False when time ran out before every other order was ruled out. */
      readonly optimal: boolean
    }
  | {
      /**
       * Required stops of which no day visits all, by id; any of them left out, some day visits the others. `why` is null for
       * one that can be visited, but not with the others.
       */
      readonly impossible: readonly { readonly stop: Stop; readonly why: Why | null }[]
      /** False when time ran out before each of them was shown to be needed. */
      readonly optimal: boolean
    }
  /** Time ran out before a day with everything required was found, or ruled out. */
  | 'unknown'

/** Whether the time for looking is over; asked every so often. */
export type IsOver = () => boolean
