import * as z from 'zod'
import { segmentKinds } from '../../../plan/segment.ts'

/**
 * What a reader of confirmations can say of a segment. Times are local as written: `2026-11-24T17:55`, with an offset only where
 * the source has one, a date alone where no time stands there. For what carries somebody `from` and `to` are its two ends;
 * `place` is the house of a stay, a meal or a meeting; `starts` and `ends` are departure and arrival, arriving and leaving.
 */
export const fields = [
  'provider',
  'number',
  'confirmation',
  'name',
  'seat',
  'cabin',
  'coach',
  'from',
  'fromAirport',
  'fromTerminal',
  'fromZone',
  'starts',
  'to',
  'toAirport',
  'toTerminal',
  'toZone',
  'ends',
  'place',
  'address',
  'checkInBy',
  'cancelBy',
  'changeable',
  'refundable',
  'cost',
  'currency',
  'pickUp',
  'driver',
  'phone',
  'guests',
] as const
export const field = z.enum(fields)
export type Field = z.infer<typeof field>

/** Where a value comes from: its words in the source's text (`at` counts UTF-16 units), or a value and the table it was derived by. */
export const origin = z.discriminatedUnion('by', [
  z.object({ by: z.literal('words'), at: z.int(), words: z.string() }),
  /** Of data that no reader of the page sees: JSON-LD, a calendar file, a pass; `path` as `[0].reservationFor.flightNumber`. */
  z.object({ by: z.literal('data'), path: z.string(), words: z.string() }),
  z.object({ by: z.literal('table'), field, value: z.string(), table: z.string() }),
])
export type Origin = z.infer<typeof origin>

export const readValue = z.object({ value: z.string(), origin })
export type ReadValue = z.infer<typeof readValue>

/** Values that contradict each other or the world: none was chosen. `why` is a sentence. */
export const doubt = z.object({ field, why: z.string(), values: z.array(readValue) })
export type Doubt = z.infer<typeof doubt>

export const deeds = ['booked', 'requested', 'changed', 'cancelled'] as const

export const proposal = z.object({
  kind: z.enum(segmentKinds),
  action: z.enum(deeds),
  fields: z.partialRecord(field, readValue),
  doubts: z.array(doubt),
  /** What a form would still have to be told. */
  missing: z.array(field),
})
export type Proposal = z.infer<typeof proposal>

export const forms = ['mail', 'page', 'document', 'text', 'calendar', 'pass'] as const

/** A confirmation as it was read. `text` is what a person would see of it; every origin by words points into it. */
export type Reading = {
  readonly form: (typeof forms)[number]
  readonly text: string
  readonly subject: string | null
  readonly from: string | null
  /** When a mail says it was sent, RFC 9557 or null. */
  readonly sentAt: string | null
  /** In the order of the source. */
  readonly proposals: readonly Proposal[]
  /** What could not be read at all, in words: a picture, an encrypted file. */
  readonly remarks: readonly string[]
  /** Said where all of it is what the desk itself gave out: it confirms nothing and is not kept. */
  readonly own?: string
}

/** What was dropped in, as bytes with the name it came under; pasted text has no name. */
export type Dropped = { readonly bytes: Uint8Array; readonly fileName: string | null }

/** Reads a confirmation outside the desk, which knows no file format. It never throws for what it is given. */
export type ConfirmationReader = (dropped: Dropped) => Promise<Reading>

/** What is known of an airport offline, by its IATA code; null: the tables know no such airport. */
export type Airport = {
  readonly code: string
  readonly name: string
  readonly city: string
  /** ISO 3166 of two letters. */
  readonly country: string
  /** IANA. */
  readonly zone: string
}
