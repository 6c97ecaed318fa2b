import * as z from 'zod'
import { dateText } from '../../shapes.ts'

/** One thing a number was counted from. `missed`: a turn of routine work that was never done. */
export const counted = z.object({
  id: z.uuid(),
  title: z.string(),
  kind: z.string(),
  who: z.string(),
  /** The month it was due in, else closed in: `2026-11`. */
  month: z.string(),
  on: dateText,
  onTime: z.boolean(),
  toStandard: z.boolean(),
  what: z.enum(['closed', 'late', 'missed']),
})
export type Counted = z.infer<typeof counted>

const tally = z.object({ both: z.int(), onTime: z.int(), toStandard: z.int(), of: z.int() })
export type Tally = z.infer<typeof tally>

export const recordView = z.object({
  from: dateText,
  to: dateText,
  /** "On time and to standard 47 of 50" */
  words: z.string(),
  all: tally,
  kinds: z.array(tally.extend({ kind: z.string() })),
  months: z.array(tally.extend({ month: z.string() })),
  /** What every number was counted from, the newest first. */
  items: z.array(counted),
  /** Marked as stretch: it counts in no rate. */
  stretch: z.array(counted),
})
export type RecordView = z.infer<typeof recordView>
