import * as z from 'zod'
import { weights } from '../../plan/finding.ts'
import { eventDraft, invitee } from '../calendar/model.ts'
import { labels, zonedText, zoneName } from '../shapes.ts'

const isInstant = (text: string): boolean => {
  try {
    Temporal.Instant.from(text)
    return true
  } catch {
    return false
  }
}

/** An instant with its offset, with or without a zone behind it: what an answer gave as a time can be sent back as it is. */
export const instantText = z.string().max(80).refine(isInstant, { message: 'A time needs its offset' })

const name = z.string().trim().min(1).max(200)

/** Somebody outside, as they spell themselves. */
export const outsider = z.object({
  name,
  address: z.email().max(320).nullable().default(null),
  /** Their zone; null: not known, so texts give the desk's zone alone. */
  zone: zoneName.nullable().default(null),
  /** Whose public holidays they keep (ISO 3166, with a region: `CH-ZH`); null: reckoned from the zone. */
  country: z.string().max(10).nullable().default(null),
})
export type Outsider = z.infer<typeof outsider>

/** What happens when nobody answered by the time the group expires. */
export const onSilence = z.enum(['free', 'nudge', 'keep-first'])
export type OnSilence = z.infer<typeof onSilence>

/** Whose time it is: at this desk, the executive's, the assistant's, or both. */
export const whose = z.enum(['executive', 'assistant', 'both'])
export type Whose = z.infer<typeof whose>

/** What is offered: the meeting it will be. */
export const meeting = z.object({
  title: eventDraft.shape.title,
  kind: z.string().max(40).default('external'),
  by: z.enum(['place', 'video', 'phone']).default('video'),
  place: z.string().max(500).nullable().default(null),
  link: z.url().max(2000).nullable().default(null),
  notes: z.string().max(20_000).default(''),
  label: labels.nullable().default(null),
  /** Who else comes; the outsider need not be among them. */
  people: z.array(invitee).max(100).default([]),
})
export type Meeting = z.infer<typeof meeting>

export const timeOffered = z.object({ start: instantText, end: instantText })
export type TimeOffered = z.infer<typeof timeOffered>

/** What becomes a hold group. Times are in the order of preference. */
export const offerDraft = z.object({
  to: outsider,
  /** Who reads and answers for them; unless told, the assistant the desk knows of. Null: nobody, it goes to them. */
  through: z
    .object({ name, address: z.email().max(320).nullable().default(null) })
    .nullable()
    .optional(),
  /** On whose behalf; the executive's unless told. */
  behalf: name.optional(),
  meeting,
  times: z.array(timeOffered).min(1).max(20),
  whose: whose.default('executive'),
  /** The calendar the holds lie on; the first of the executive's that can be written, unless told. */
  calendarId: z.uuid().optional(),
  /** Whether holds take time: in the plan, and in busy feeds. */
  busy: z.boolean().default(true),
  /** An existing meeting that one of these times shall move. */
  eventId: z.uuid().nullable().default(null),
  recurrenceId: z.string().nullable().default(null),
  expiresAt: instantText,
  /** When to nudge; null: not at all. */
  nudgeAt: instantText.nullable().default(null),
  onSilence: onSilence.default('free'),
})
export type OfferDraft = z.infer<typeof offerDraft>

export const groupStates = ['out', 'taken', 'declined', 'released', 'expired', 'cancelled'] as const
export type GroupState = (typeof groupStates)[number]

/** Why a hold is free again: another was taken, they said no, the desk freed it, nobody answered, it was too near, somebody else took the time, it was cancelled. */
export const freedBy = ['other', 'declined', 'released', 'silence', 'notice', 'lost', 'cancelled'] as const
export type FreedBy = (typeof freedBy)[number]

export const holdView = z.object({
  /** The id of its event on the calendar too, for as long as it is there. */
  id: z.uuid(),
  /** 1 is preferred. */
  rank: z.int(),
  start: zonedText,
  end: zonedText,
  /** "Thursday 26 November 2026, 15:00–15:30 (Europe/London)" */
  words: z.string(),
  /** The same on the outsider's clocks; null where their zone is not known or reads the same. */
  theirs: z.string().nullable(),
  state: z.enum(['out', 'taken', 'freed']),
  /** "free again: nobody answered" */
  stateWords: z.string(),
  /** When it frees itself. */
  freesAt: zonedText,
  /** Other groups that were offered some of the same time, and are still out. */
  collides: z.array(z.object({ groupId: z.uuid(), name: z.string(), words: z.string() })),
})
export type HoldView = z.infer<typeof holdView>

/** What came of a rule in words, for a time that was judged. */
export const findingBrief = z.object({
  rule: z.string(),
  title: z.string(),
  weight: z.enum(weights),
  cost: z.int(),
  words: z.string(),
})

/** A time the outsider proposed, judged as the plan is now. */
export const proposalView = z.object({
  id: z.uuid(),
  start: zonedText,
  end: zonedText,
  words: z.string(),
  theirs: z.string().nullable(),
  by: z.string(),
  note: z.string(),
  at: zonedText,
  cost: z.int(),
  findings: z.array(findingBrief),
})

export const textsView = z.object({
  offer: z.string(),
  nudge: z.string(),
  /** For a group that lost a time to somebody else; null where nothing was lost since they were told. */
  apology: z.string().nullable(),
  /** Says thank you and the time; null until one is taken. */
  confirmation: z.string().nullable(),
  subject: z.string(),
})

export const groupView = z.object({
  id: z.uuid(),
  state: z.enum(groupStates),
  /** "out until Tue 24 Nov 07:00", "Rosalind took Thu 26 Nov 15:00" */
  stateWords: z.string(),
  /** What it asks of the desk now, most pressing first. */
  needs: z.array(z.object({ code: z.enum(['proposal', 'lost', 'nudge', 'silence', 'expiring']), words: z.string() })),
  to: outsider,
  through: z.object({ name, address: z.string().nullable() }).nullable(),
  behalf: z.string(),
  meeting,
  minutes: z.int(),
  whose,
  busy: z.boolean(),
  calendarId: z.uuid(),
  /** The meeting it moves or has become. */
  eventId: z.uuid().nullable(),
  recurrenceId: z.string().nullable(),
  expiresAt: zonedText,
  nudgeAt: zonedText.nullable(),
  nudgedAt: zonedText.nullable(),
  onSilence,
  onSilenceWords: z.string(),
  /** Who offered, and when. */
  by: z.string(),
  offeredAt: zonedText,
  holds: z.array(holdView),
  proposals: z.array(proposalView),
  /** Whether an address for them is open, and until when. The address itself is shown once, when it is made. */
  page: z.object({ until: zonedText }).nullable(),
  texts: textsView,
})
export type GroupView = z.infer<typeof groupView>

/** A line of the list, without texts and judgements. */
export const groupBrief = groupView.omit({ texts: true, proposals: true }).extend({ proposals: z.int() })
export type GroupBrief = z.infer<typeof groupBrief>

/** One ranked time. */
const offerView = z.object({
  start: zonedText,
  end: zonedText,
  weekday: z.string(),
  words: z.string(),
  theirs: z.string().nullable(),
  /** Whose clocks the executive reads then, where they are away; null: those of the desk. */
  there: zoneName.nullable(),
  cost: z.int(),
  findings: z.array(findingBrief),
})

export const offersView = z.object({
  zone: zoneName,
  theirZone: zoneName.nullable(),
  /** Whose public holidays were kept, by country; null where none is known. */
  holidays: z.object({ ours: z.string().nullable(), theirs: z.string().nullable() }),
  offers: z.array(offerView),
  /** How many times each rule or person removed, the most first. */
  removed: z.array(z.object({ key: z.string(), words: z.string(), times: z.int() })),
  /** Where nothing fits: what could give way, by what it costs; each a button that asks again with `give`. */
  standsInTheWay: z.array(
    z.object({
      give: z.array(z.string()),
      words: z.string(),
      opens: z.int(),
      first: z.object({ start: zonedText, end: zonedText, words: z.string(), cost: z.int() }),
    }),
  ),
})
export type OffersView = z.infer<typeof offersView>

/** What an outsider is shown. Nothing of it says anything about the desk beyond what was offered. */
export const pageView = z.object({
  state: z.enum(['open', 'taken', 'closed']),
  /** "Taken: Thursday …", "These times are no longer held." */
  stateWords: z.string(),
  /** Who writes: "Ines". */
  from: z.string(),
  behalf: z.string(),
  to: z.string(),
  /** Their assistant, who was written to; null: they were. */
  through: z.string().nullable(),
  title: z.string(),
  minutes: z.int(),
  by: z.enum(['place', 'video', 'phone']),
  place: z.string().nullable(),
  /** Only once a time is taken. */
  link: z.string().nullable(),
  /** The clocks the times below are read on; the desk's own; the one the assistant gave. */
  zone: zoneName,
  deskZone: zoneName,
  theirZone: zoneName.nullable(),
  /** Until when they are held: "Tuesday 24 November 2026, 07:00 (America/Sao_Paulo)"; null when closed. */
  until: z.string().nullable(),
  /** A time went to somebody else since it was offered. */
  lost: z.boolean(),
  times: z.array(
    z.object({
      holdId: z.uuid(),
      /** "Tuesday 24 November 2026" and "09:00–09:30" on the page's clocks. */
      day: z.string(),
      clock: z.string(),
      /** "12:00 London", where the desk's clocks read otherwise; null where they agree. */
      desk: z.string().nullable(),
      /** `<time datetime>`, with offset. */
      start: z.string(),
      end: z.string(),
      /** "Take Tuesday 09:00" */
      take: z.string(),
    }),
  ),
  taken: z.object({ words: z.string(), start: z.string(), end: z.string() }).nullable(),
  /** What they proposed themselves and nobody has answered yet. */
  proposed: z.array(z.string()),
  /** "Ines is away until Wed 2 Dec. Noor answers meanwhile.", as far as outsiders are told; null while everybody is here. */
  absence: z.string().nullable(),
})
export type PageView = z.infer<typeof pageView>
