import * as z from 'zod'
import { contactView } from '../../people/model.ts'
import { labels, zonedText } from '../../shapes.ts'
import { commitmentView, party } from '../commitments/model.ts'
import { noteLine } from '../notes/model.ts'

/** Somebody one is about to meet. */
export const briefPerson = z.object({
  name: z.string(),
  address: z.string().nullable(),
  answer: z.enum(['accepted', 'declined', 'tentative', 'needs-action']),
  /** Who assists them; where the desk knows of nobody, through whom they were offered times last. */
  assistant: party.pick({ name: true, address: true }).nullable(),
  /** How that assistant works, one line each. */
  works: z.array(z.string()),
  /** What was noted after contacts with them or their assistants, the newest first. */
  lines: z.array(contactView),
  lastMet: z
    .object({
      eventId: z.uuid(),
      recurrenceId: z.string().nullable(),
      title: z.string(),
      at: zonedText,
      place: z.string().nullable(),
      /** "Thu 12 Nov, 12 days before, at Kiln Yard" */
      words: z.string(),
    })
    .nullable(),
  ours: z.array(commitmentView),
  theirs: z.array(commitmentView),
})
export type BriefPerson = z.infer<typeof briefPerson>

const earlier = z.object({ id: z.uuid(), title: z.string(), on: z.string(), lines: z.array(noteLine) })

/** What to know before a meeting, and what could not be found. */
export const brief = z.object({
  eventId: z.uuid(),
  recurrenceId: z.string().nullable(),
  title: z.string(),
  start: z.string(),
  place: z.string().nullable(),
  label: labels,
  people: z.array(briefPerson),
  /** Decisions wanted there. */
  wanted: z.array(z.object({ what: z.string(), who: z.string(), from: z.string() })),
  /** Notes of the last meetings with any of them, the newest first. */
  notes: z.array(earlier),
  /** "No record of having met Camille" */
  missing: z.array(z.string()),
})
export type Brief = z.infer<typeof brief>
