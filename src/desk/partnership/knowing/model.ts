import * as z from 'zod'
import type { Json } from '../../act.ts'
import { findingView } from '../../rules/model.ts'
import { dateText, labels, zonedText } from '../../shapes.ts'

/** How a part of an answer is given: each has a control of its own, none is a bare text box but `words`. */
export const controls = [
  'time',
  'days',
  'minutes',
  'count',
  'choice',
  'people',
  'kinds',
  'dates',
  'date',
  'money',
  'assistant',
  'words',
] as const
export type Control = (typeof controls)[number]

export const field = z.object({
  name: z.string(),
  label: z.string(),
  control: z.enum(controls),
  must: z.boolean(),
  /** Behind a count: "hours". */
  unit: z.string(),
  /** Of minutes and counts: what the rule it becomes allows. */
  least: z.int(),
  most: z.int(),
  /** It narrows the answer, and most answers do without. */
  aside: z.boolean(),
  options: z.array(z.object({ value: z.string(), words: z.string() })),
})
export type Field = z.infer<typeof field>

/** Values by the name of their field. */
export const values = z.record(z.string(), z.unknown())
export type Values = Readonly<Record<string, unknown>>

export const became = ['rule', 'level', 'line'] as const
/** What an answer becomes with a yes. */
export const becomes = z.object({
  as: z.enum(became),
  /** The rule as a sentence, what changes on the board, the line. */
  words: z.string(),
})
export type Becomes = z.infer<typeof becomes>

const said = z.object({
  values,
  note: z.string(),
  by: z.object({ id: z.uuid(), name: z.string() }),
  at: zonedText,
  words: z.string(),
})

export const states = ['open', 'waits', 'kept', 'hidden'] as const

/** A question with what was answered, as its reader may know it. */
export const questionView = z.object({
  key: z.string(),
  group: z.string(),
  asks: z.string(),
  /** Why it is asked, in a line. */
  why: z.string(),
  fields: z.array(field),
  /** What the form begins with. */
  start: values,
  label: labels,
  /** `hidden`: it is private, and not for this reader. */
  state: z.enum(states),
  version: z.int(),
  waits: said.nullable(),
  kept: said
    .extend({
      as: z.enum(became),
      /** The rule, by id; null where it became none. */
      rule: z.uuid().nullable(),
      /** "In force", or why it no longer is. */
      stands: z.string(),
    })
    .nullable(),
})
export type QuestionView = z.infer<typeof questionView>

/** What an answer would have done to the days behind us. */
export const lookBack = z.object({
  from: dateText,
  to: dateText,
  /** Of a rule: days with something planned, and those of them it would have flagged. */
  days: z.int().nullable(),
  flagged: z.int().nullable(),
  count: z.int(),
  /** "In the last 60 days it would have flagged 9 mornings." */
  says: z.string(),
  /** At most 100, by start. */
  findings: z.array(findingView),
  /** Of a level: what would have had to wait for a yes, or would have been done without. */
  entries: z.array(
    z.object({
      id: z.uuid(),
      at: zonedText,
      words: z.string(),
      /** Whether it is in the journal, or was asked for. */
      as: z.enum(['entry', 'proposal']),
      /** What it was about, by id; null where its reader may not know. */
      about: z.string().nullable(),
    }),
  ),
})
export type LookBack = z.infer<typeof lookBack>

/** What was filled in, and by whom. */
export type Said = {
  readonly values: { readonly [key: string]: Json }
  readonly note: string
  readonly by: string
  /** RFC 3339 */
  readonly at: string
}
export type Undo = { readonly operation: string; readonly input: { readonly [key: string]: Json } }
export type KeptAnswer = Said & {
  readonly as: Becomes['as']
  readonly words: string
  readonly item: string | null
  /** What takes back what came of it; null for a line. */
  readonly undo: Undo | null
  /** The entry that kept it. */
  readonly entry: string
}
export type Answer = {
  readonly id: string
  readonly version: number
  readonly question: string
  readonly label: z.infer<typeof labels>
  readonly waits: Said | null
  readonly kept: KeptAnswer | null
}

type Answered = Pick<Answer, 'question' | 'waits' | 'kept'>

/**
 * The question of a day: the first that nobody answered. One a day: none once something was answered on that day, whose
 * date is `today` in `zone`.
 */
export function questionOfTheDay(
  keys: readonly string[],
  answers: readonly Answered[],
  today: Temporal.PlainDate,
  zone: string,
): string | null {
  const isToday = ({ at }: Said): boolean =>
    Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().equals(today)
  if (answers.some(({ waits, kept }) => [waits, kept].some((one) => one !== null && isToday(one)))) return null
  const answered = new Set(answers.filter(({ waits, kept }) => waits ?? kept).map(({ question }) => question))
  return keys.find((key) => !answered.has(key)) ?? null
}
