import * as z from 'zod'
import type { Label } from '../../../plan/plan.ts'
import { dateText, dayGiven, labels } from '../../shapes.ts'
import { commitmentView, party } from '../commitments/model.ts'

/** What a line of a note is. `wanted`: a decision that is wanted there. What became a promise stands on its own and names its line. */
export const lineKinds = ['note', 'decision', 'wanted'] as const

export const noteLine = z.object({
  id: z.uuid(),
  kind: z.enum(lineKinds).default('note'),
  text: z.string().trim().min(1).max(2000),
  /** Of a decision: who decided. */
  who: z.string().trim().max(200).default(''),
})
export type NoteLine = z.infer<typeof noteLine>

const lines = z
  .array(noteLine)
  .max(500)
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, { message: 'Two lines have the same id' })

/** What was noted in a meeting: one on a calendar, or one that is on none. */
export const noteDraft = z.object({
  eventId: z.uuid().nullable().default(null),
  recurrenceId: z.string().max(40).nullable().default(null),
  /** Of a meeting on no calendar; else the event's own. */
  title: z.string().trim().max(300).default(''),
  on: dayGiven.nullable().default(null),
  /** Who was there; of an event whoever is invited, unless told. */
  people: z.array(party).max(100).default([]),
  lines: lines.default([]),
  /** As private as its meeting, unless told. */
  label: labels.nullable().default(null),
})
export type NoteDraft = z.infer<typeof noteDraft>

export type Note = {
  readonly id: string
  readonly version: number
  readonly eventId: string | null
  readonly recurrenceId: string | null
  readonly title: string
  readonly on: string
  readonly people: NoteDraft['people']
  readonly lines: readonly NoteLine[]
  readonly label: Label
}

export const noteView = z.object({
  id: z.uuid(),
  version: z.int(),
  eventId: z.uuid().nullable(),
  recurrenceId: z.string().nullable(),
  title: z.string(),
  on: dateText,
  people: z.array(party),
  lines: z.array(noteLine),
  label: labels,
  /** What was promised in it, by line. */
  promises: z.array(z.object({ lineId: z.string().nullable(), commitment: commitmentView })),
})
export type NoteView = z.infer<typeof noteView>

/** A decision as a note has it, for whoever keeps a log of them: what, who, when, out of which note. */
export type NotedDecision = {
  readonly noteId: string
  readonly lineId: string
  readonly what: string
  readonly who: string
  readonly on: string
  readonly label: Label
  readonly isWanted: boolean
}

export const decisionsIn = (notes: readonly Note[]): NotedDecision[] =>
  notes.flatMap(({ id, on, label, lines: all }) =>
    all
      .filter(({ kind }) => kind !== 'note')
      .map((line) => ({
        noteId: id,
        lineId: line.id,
        what: line.text,
        who: line.who,
        on,
        label,
        isWanted: line.kind === 'wanted',
      })),
  )
