import * as z from 'zod'
import { entryView } from '../../journal/model.ts'
import { dateText, zonedText } from '../../shapes.ts'

/** The ten parts of an agreement, in the order they are read. */
export const parts = [
  'communication',
  'honesty',
  'feedback',
  'connection',
  'room',
  'growth',
  'picture',
  'decisions',
  'boundaries',
  'accountability',
] as const
export const part = z.enum(parts)
export type Part = z.infer<typeof part>

/** The two whose agreement it is. */
export const sides = ['executive', 'assistant'] as const
export const side = z.enum(sides)
export type Side = z.infer<typeof side>

/** A sentence of the agreement as it is kept. */
export type Kept = {
  readonly id: string
  readonly version: number
  readonly part: Part
  readonly sentence: string
  readonly signed: readonly Signature[]
  readonly since: Temporal.Instant
}
export type Signature = { readonly member: string; readonly at: string }

/** Somebody who sits, or sat, on one of the two sides. */
export type Partner = {
  readonly id: string
  readonly name: string
  readonly side: Side
  /** When they left; null while they are here. */
  readonly leftAt: Temporal.Instant | null
  /** Whether they can sign in here under their own name. */
  readonly isSeated: boolean
}

/** On which sides somebody who is still here has signed these words. */
export const signedSides = (signed: readonly Signature[], partners: readonly Partner[]): Side[] =>
  sides.filter((one) =>
    partners.some(({ id, side: on, leftAt }) => on === one && leftAt === null && signed.some((s) => s.member === id)),
  )

export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'A month is YYYY-MM')

/** What one side of a part comes to. Null words: not measured yet, and `why` says why. */
export const measureView = z.object({
  side,
  /** What is counted: "Median wait for a decision". */
  title: z.string(),
  words: z.string().nullable(),
  why: z.string().nullable(),
  /** From how many entries. */
  count: z.int(),
  /** The oldest first, twelve of them; one with nothing in it has no words: it is a gap. `share` of the longest, 0 to 1. */
  months: z.array(
    z.object({ month: z.string(), words: z.string().nullable(), count: z.int(), share: z.number().nullable() }),
  ),
})
export type MeasureView = z.infer<typeof measureView>

const signatureView = z.object({
  side,
  name: z.string(),
  at: zonedText,
  /** Whoever has left signed these words, and binds nobody any more. */
  here: z.boolean(),
  mine: z.boolean(),
})

export const partView = z.object({
  part,
  title: z.string(),
  /** What the part is about, and a sentence to begin with. */
  about: z.string(),
  example: z.string(),
  sentence: z.string().nullable(),
  version: z.int().nullable(),
  signatures: z.array(signatureView),
  /** "Signed by both", "Waits for Dana Okafor" */
  stateWords: z.string(),
  agreed: z.boolean(),
  /** Whether this reader may sign these words, and has not. */
  maySign: z.boolean(),
  measures: z.array(measureView),
})

export const agreementView = z.object({
  /** The side this reader is on; null for somebody else. */
  mine: side.nullable(),
  partners: z.array(z.object({ side, name: z.string(), leftOn: dateText.nullable() })),
  /** Whose the numbers of a side are: "Kit Moreno, and Ines Duarte until Tue 24 Nov 2026". */
  whose: z.object({ executive: z.string(), assistant: z.string() }),
  /** What becomes of it where one has left, or has no seat yet; empty where nothing has. */
  note: z.string(),
  from: dateText,
  to: dateText,
  parts: z.array(partView),
  /** What was asked outside the hours, the newest first: both see the same. */
  outside: z.array(entryView),
  /** The hours, leave and load that asks are held to, as sentences. */
  boundaries: z.array(z.string()),
})
export type AgreementView = z.infer<typeof agreementView>
