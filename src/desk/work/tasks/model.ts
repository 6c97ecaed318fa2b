import * as z from 'zod'
import { anyway } from '../../calendar/model.ts'
import { changesOf, dateText, labels, zonedText, zoneName } from '../../shapes.ts'
import { doers } from '../standards/model.ts'

/** Whose time it takes; `theirs`: somebody outside, whom the desk can only ask. */
export const workOwners = ['executive', 'assistant', 'theirs'] as const

export const workStates = ['open', 'closed', 'cancelled'] as const
export type WorkState = (typeof workStates)[number]

const said = (most: number) => z.string().trim().max(most).default('')
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time is HH:MM, 00:00 to 23:59')
const link = z.url({ protocol: /^https?$/, error: 'A link begins with http:// or https://' }).max(2000)

/** Work as somebody gives it. Everything but its title may be left out. */
export const workDraft = z.object({
  title: z.string().trim().min(1, 'Say what is to be done').max(300),
  /** What kind of work it is, as the desk calls it: its standard goes by this. */
  kind: said(60),
  owner: z.enum(workOwners).default('assistant'),
  /** Who does it, by name; whoever acts, or the executive, unless told. */
  who: said(200),
  dueOn: dateText.nullable().default(null),
  /** By the clocks of `zone`; without it, by the end of the day. */
  dueTime: clock.nullable().default(null),
  /** The desk’s own unless told. */
  zone: zoneName.nullable().default(null),
  /** Minutes. */
  effort: z
    .int('Whole minutes')
    .min(1, 'Work takes a minute at the least; leave it out where nobody knows')
    .max(60_000, 'A thousand hours at the most: cut it into pieces')
    .nullable()
    .default(null),
  /** An RRULE (RFC 5545 §3.3.10) without its name: when closed, it comes again. */
  repeat: z.string().trim().min(1).max(500).nullable().default(null),
  goal: said(300),
  project: said(200),
  /** What was asked, in the words it was asked in. */
  asked: said(2000),
  /** By whom; to them it is owed. */
  askedBy: said(200),
  links: z.array(link).max(20).default([]),
  /** Ids of the things it hangs on: events, other work. */
  hangsOn: z.array(z.uuid()).max(20).default([]),
  label: labels.default('desk'),
  /** A slip is expected, and teaches: it counts in no rate. */
  stretch: z.boolean().default(false),
})
export type WorkDraft = z.infer<typeof workDraft>

export const workAdd = workDraft.extend({
  /** The mistake it is a step of. */
  source: z.object({ mistake: z.uuid() }).nullable().default(null),
  /** It was due already and is written down all the same: late, or to be closed as a record. */
  past: z.boolean().default(false),
  /** Why it is asked of whoever assists though it does not fit what was agreed. */
  anyway,
})

export const workChanges = changesOf(workDraft)

/** When, in milliseconds since 1970, and by whom; `desk` where the desk saw it by itself. */
export type Tick = { readonly at: number; readonly by: string }

/** One check as it stood when the work was closed. */
export type CheckClosed = {
  readonly id: string
  readonly words: string
  readonly does: (typeof doers)[number] | null
  readonly by: string | null
  /** Why it was closed without it. */
  readonly reason: string
}

export type Closing = {
  readonly at: number
  readonly by: string
  readonly checks: readonly CheckClosed[]
  /** Why it was late; empty where it was not. */
  readonly late: string
  readonly note: string
  /** Dates on which it should have come again before this and did not. */
  readonly skipped: readonly string[]
}

/** What a version of work says. */
export type WorkTerms = Omit<WorkDraft, 'kind' | 'label'> & {
  readonly zone: string
  readonly askedAt: number
  /** The first date of routine work, from which its rule counts. */
  readonly since: string | null
  readonly ticks: Readonly<Record<string, Tick>>
  readonly closing: Closing | null
  readonly cancelled: { readonly at: number; readonly by: string; readonly reason: string } | null
}

export type Work = {
  readonly id: string
  readonly state: WorkState
  readonly label: WorkDraft['label']
  readonly kind: string
  /** Epoch milliseconds; null where it has no date. */
  readonly dueAt: number | null
  readonly closedAt: number | null
  readonly mistake: string | null
  readonly terms: WorkTerms
}
export type KeptWork = Work & { readonly version: number }

/** A check of a piece of work, as it stands. `by`: who ticked it, or the desk; null while nobody has. */
export const checkView = z.object({
  id: z.string(),
  words: z.string(),
  does: z.enum(doers).nullable(),
  by: z.string().nullable(),
  reason: z.string(),
})
export type CheckView = z.infer<typeof checkView>

export const workView = z.object({
  id: z.uuid(),
  version: z.int(),
  state: z.enum(workStates),
  ...workDraft.shape,
  zone: z.string(),
  /** When it is due, on the clocks of its zone; null where it has no date. */
  due: zonedText.nullable(),
  late: z.boolean(),
  repeatWords: z.string(),
  askedAt: zonedText,
  mistake: z.uuid().nullable(),
  hanging: z.array(z.object({ id: z.uuid(), what: z.enum(['event', 'work', 'other']), title: z.string().nullable() })),
  /** Of its standard; once it is closed, as they stood then. */
  checks: z.array(checkView),
  closed: z
    .object({
      at: zonedText,
      by: z.string(),
      /** Null where it had no date. */
      onTime: z.boolean().nullable(),
      /** Null where it had no standard. */
      toStandard: z.boolean().nullable(),
      late: z.string(),
      note: z.string(),
      skipped: z.array(dateText),
    })
    .nullable(),
  cancelled: z.object({ at: zonedText, by: z.string(), reason: z.string() }).nullable(),
})
export type WorkView = z.infer<typeof workView>
