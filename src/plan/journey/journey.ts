/** Days and windows count from 1; both ends are in. */
export type Days = readonly [first: number, last: number]

export type City = {
  /** Unique among the cities of a journey. */
  readonly name: string
  /** The day one comes and the day one goes are both among them. */
  readonly days: number
  /** One is there on every day of it. */
  readonly window: Days | null
}

/** Cities to be in, each once, and what goes from one to another. */
export type Journey = {
  /** From the first day in the first city to the last in the last; a day of travel counts in both cities, here once. */
  readonly days: number
  readonly cities: readonly City[]
  /** From and to; what is missing cannot be travelled. */
  readonly direct: readonly (readonly [from: string, to: string])[]
}

export type Stay = { readonly city: City; readonly from: number; readonly to: number }

/** Something that is wanted, and has a part in why no order fits. */
export type Reason =
  | { readonly what: 'window'; readonly city: City }
  /** Nothing goes directly; `oneWay` where something goes the other way. */
  | { readonly what: 'pair'; readonly from: string; readonly to: string; readonly oneWay: boolean }
  /** How many days the stays come to, instead of those of the journey. */
  | { readonly what: 'total'; readonly days: number }

/** What can be made of a journey. */
export type Routed =
  | {
      /** As many orders as were wanted, or all there are, by the names of their cities. */
      readonly orders: readonly (readonly Stay[])[]
      /** False when time ran out before as many as were wanted, or all, were found. */
      readonly isWhole: boolean
    }
  | {
      /** No order fits with all of these, and with any of them given up one does, were nothing else wanted. */
      readonly because: readonly Reason[]
      /** False when time ran out before each of them was shown to be needed. */
      readonly isWhole: boolean
    }
  /** Time ran out before an order was found, or none was shown to fit. */
  | 'unknown'

/** Whether the time for looking is over; asked every so often. */
export type IsOver = () => boolean
