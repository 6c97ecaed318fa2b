import * as z from 'zod'

/** What arrived about trips since the end of yesterday's work, or before and still waits: on Today, newest first. */
export const arrivedLine = z.object({
  confirmationId: z.uuid(),
  /** "dropped in at 06:40: the mail of 06:12 from Crossfell Air" */
  words: z.string(),
  /** What it says: "XQ 345 LCY → ZRH: Tue 24 Nov 2026, 17:55 (Europe/London), was 17:10". */
  says: z.string(),
  /** Nobody has taken it into a trip or put it aside. */
  isOpen: z.boolean(),
  /** The trip and the segment that it changed; null while nobody has taken it. */
  tripId: z.uuid().nullable(),
  segmentId: z.uuid().nullable(),
  /** How many things behind the change no longer work, or would not. */
  behind: z.int(),
})
export type ArrivedLine = z.infer<typeof arrivedLine>
