import * as z from 'zod'
import { occurrenceView } from '../calendar/model.ts'
import { waitingLine } from '../holds/contribution/model.ts'
import { findingView, ruleDraft } from '../rules/model.ts'
import { dateText, zonedText, zoneName } from '../shapes.ts'
import { arrivedLine } from '../travel/confirmations/contribution/model.ts'
import { promiseLine } from '../work/commitments/contribution/model.ts'

export const tone = z.enum(['green', 'amber', 'red', 'blue', 'plum'])

/** One line of the day, in the order a person lives it. */
export const dayRow = z.discriminatedUnion('row', [
  z.object({
    row: z.literal('event'),
    event: occurrenceView,
    /** Local start in each of the day's zones, in the order of `zones`: `08:30`, with `+1 d` where the date differs. */
    clocks: z.array(z.string()),
    /** Second line: place, people, link. */
    detail: z.string(),
    tags: z.array(z.object({ tone, words: z.string() })),
    findings: z.array(z.string()),
  }),
  /** Free time of ten minutes or more, or the way between two places. `minutes` needed is null where nobody has said. */
  z.object({ row: z.literal('gap'), minutes: z.int(), words: z.string() }),
  z.object({
    row: z.literal('travel'),
    from: z.string(),
    to: z.string(),
    minutes: z.int().nullable(),
    words: z.string(),
  }),
])
export type DayRow = z.infer<typeof dayRow>
export type Tag = { tone: z.infer<typeof tone>; words: string }

export const summaryPiece = z.object({ words: z.string(), strong: z.boolean() })
export type SummaryPiece = z.infer<typeof summaryPiece>

export const today = z.object({
  on: dateText,
  /** "Tuesday 24 November" */
  title: z.string(),
  isToday: z.boolean(),
  now: zonedText,
  /** Where the executive is, in that order; where none of that is the desk's own clock, it stands behind them, not `lived`. */
  zones: z.array(z.object({ zone: zoneName, place: z.string(), fromWords: z.string(), lived: z.boolean() })).min(1),
  /** "London until 17:55, then Zürich (+1 h) · dinner is the only thing after 19:00", cut where words are strong. */
  summary: z.array(summaryPiece),
  /** What changed since the end of yesterday's work, newest first. */
  sinceLastNight: z.array(z.object({ entry: z.uuid(), at: zonedText, words: z.string() })),
  /** Confirmations that arrived about trips; only on the day that is today. */
  arrived: z.array(arrivedLine),
  allDay: z.array(occurrenceView),
  rows: z.array(dayRow),
  findings: z.array(findingView),
  /** What was offered and waits for somebody outside; only on the day that is today. */
  waiting: z.array(waitingLine),
  /** Promises that are due or late, both ways; only on the day that is today. */
  promises: z.array(promiseLine),
  /** Pairs of places nobody has given minutes for, worth asking. */
  unknownMinutes: z.array(z.object({ from: z.string(), to: z.string() })),
  /** The next days with something wrong. */
  ahead: z.array(z.object({ on: dateText, words: z.string(), never: z.int(), avoid: z.int(), prefer: z.int() })),
})
export type Today = z.infer<typeof today>

export const lookBack = z.object({
  from: dateText,
  to: dateText,
  zone: zoneName,
  events: z.int(),
  /** Five at the most; each opens its findings and offers the rule that would have caught it. */
  sentences: z.array(
    z.object({
      code: z.string(),
      count: z.int(),
      words: z.string(),
      findings: z.array(findingView),
      offer: z
        .object({ draft: ruleDraft, words: z.string(), flaggedDays: z.int(), days: z.int(), already: z.boolean() })
        .nullable(),
    }),
  ),
})
export type LookBack = z.infer<typeof lookBack>
