import * as z from 'zod'
import { labels, zonedText } from '../../shapes.ts'
import { segmentDraft, tripDraft } from '../model.ts'
import { deeds, doubt, field, forms, origin, proposal } from '../reading/model.ts'

export const confirmationStates = ['open', 'taken', 'left'] as const
export type ConfirmationState = (typeof confirmationStates)[number]

/** One part of a confirmation and the segment it went into. */
export const takenPart = z.object({ index: z.int().min(0), segmentId: z.uuid(), tripId: z.uuid(), words: z.string() })
export type TakenPart = z.infer<typeof takenPart>

/** What a confirmation is in a list. */
export const confirmationLine = z.object({
  id: z.uuid(),
  version: z.int(),
  state: z.enum(confirmationStates),
  label: labels,
  form: z.enum(forms),
  fileName: z.string().nullable(),
  subject: z.string().nullable(),
  sender: z.string().nullable(),
  /** When the mail says it was sent; null where nothing says. */
  sentAt: zonedText.nullable(),
  droppedAt: zonedText,
  droppedBy: z.string(),
  /** "dropped in at 06:40: the mail of 06:12 from Crossair Example" */
  words: z.string(),
  tripId: z.uuid().nullable(),
  proposals: z.int(),
  doubts: z.int(),
  taken: z.array(takenPart),
  /** Why it was left aside. */
  left: z.string().nullable(),
})
export type ConfirmationLine = z.infer<typeof confirmationLine>

/** How sure it is which segment a part is about. */
export const matches = [
  'same booking',
  'same service',
  'same route and day',
  'same place and days',
  'several',
  'none',
] as const
export type MatchHow = (typeof matches)[number]

/** A value as it was read, beside the one the desk has. */
export const readField = z.object({
  field,
  /** What the field is called for this kind: "Departs", "Check-in". */
  name: z.string(),
  before: z.string().nullable(),
  after: z.string(),
  changed: z.boolean(),
  origin,
})

export const partView = z.object({
  index: z.int(),
  kind: proposal.shape.kind,
  action: z.enum(deeds),
  /** "XQ 345 LCY → ZRH, Tue 24 Nov, 17:55" */
  says: z.string(),
  match: z.object({
    how: z.enum(matches),
    segmentId: z.uuid().nullable(),
    tripId: z.uuid().nullable(),
    why: z.string(),
    candidates: z.array(z.object({ segmentId: z.uuid(), tripId: z.uuid(), title: z.string() })),
  }),
  /** Nothing in it that the desk does not have already, or it is older than what the desk has. */
  news: z.enum(['new', 'changes', 'nothing new', 'older']),
  note: z.string().nullable(),
  fields: z.array(readField),
  doubts: z.array(doubt.extend({ name: z.string() })),
  missing: z.array(z.object({ field, name: z.string() })),
  /** Held against what was asked: what agrees and what does not, in words. */
  asked: z.array(z.object({ words: z.string(), kept: z.boolean() })),
  statusAfter: segmentDraft.shape.status.removeDefault(),
  /** What the form begins with. */
  suggested: segmentDraft.partial(),
})
export type PartView = z.infer<typeof partView>

/** A part as a person takes it: into which segment, with what they filled in or corrected. */
export const takePart = z.object({
  index: z.int().min(0),
  /** The segment it goes into; null: a new one. */
  segmentId: z.uuid().nullable(),
  /** Of a new one: the trip, unless a new trip is made with it. */
  tripId: z.uuid().nullable().default(null),
  /** What a person corrected, filled in or chose between, as it would be read; null: leave it out. */
  fields: z.partialRecord(field, z.string().trim().min(1).max(500).nullable()).default({}),
})
export type TakePart = z.infer<typeof takePart>

export const newTrip = tripDraft.pick({ title: true, from: true, until: true, travellers: true, cities: true })
