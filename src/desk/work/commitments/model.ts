import * as z from 'zod'
import type { Label } from '../../../plan/plan.ts'
import { asInstant, type Instant } from '../../../plan/time.ts'
import { zoneOf } from '../../../plan/zone.ts'
import { instantText } from '../../holds/model.ts'
import { dateText, labels, zonedText, zoneName } from '../../shapes.ts'
import { workingDays } from '../due/model.ts'

/** Whose promise it is, seen from this desk: one we keep, or one we wait for. */
export const sides = ['ours', 'theirs'] as const
export const side = z.enum(sides)
export type Side = z.infer<typeof side>

/** `fell`: what it hung on was closed, and it with it. */
export const states = ['open', 'kept', 'broken', 'forgiven', 'fell'] as const
export const state = z.enum(states)
export type State = z.infer<typeof state>

/** Somebody who owes or is owed, as they spell themselves. */
export const party = z.object({
  name: z.string().trim().min(1, { message: 'Nobody is named' }).max(200),
  address: z.email().max(320).nullable().default(null),
  /** Their zone; null: not known, so letters give the desk's zone alone. */
  zone: zoneName.nullable().default(null),
})
export type Party = z.infer<typeof party>

export const saidWhere = z.object({
  by: z.enum(['meeting', 'call', 'mail', 'chat', 'elsewhere']).default('elsewhere'),
  eventId: z.uuid().nullable().default(null),
  /** The meeting note and the line of it that it was made of. */
  noteId: z.uuid().nullable().default(null),
  lineId: z.uuid().nullable().default(null),
})
export type SaidWhere = z.infer<typeof saidWhere>

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'A time is written 16:00' })

/** What becomes a commitment. Due by the end of its day, unless a clock is said. */
export const commitmentDraft = z.object({
  what: z.string().trim().min(1, { message: 'It does not say what is owed' }).max(500),
  side,
  by: party,
  to: party,
  dueOn: dateText.nullable().default(null),
  time: clock.nullable().default(null),
  /** On whose clocks; the desk's unless told. */
  zone: zoneName.nullable().default(null),
  saidAt: instantText.nullable().default(null),
  saidWhere: saidWhere.default({ by: 'elsewhere', eventId: null, noteId: null, lineId: null }),
  /** In which words it was said. */
  words: z.string().max(2000).default(''),
  /** When it is next asked after; reckoned from when it is due unless told. */
  chaseOn: dateText.nullable().default(null),
  /** What it falls with: ids of meetings, work or other commitments. */
  hangsOn: z.array(z.uuid()).max(20).default([]),
  /** As private as the meeting it was said in, unless told. */
  label: labels.nullable().default(null),
})
export type CommitmentDraft = z.infer<typeof commitmentDraft>

export const factCodes = [
  'said',
  'edited',
  'chased',
  'renegotiated',
  'kept',
  'broken',
  'forgiven',
  'fell',
  'reopened',
] as const

/** Something that became of it, and when. */
export const fact = z.object({
  code: z.enum(factCodes),
  /** RFC 3339. */
  at: z.string(),
  /** Who at the desk wrote it down. */
  by: z.string(),
  /** Why it was broken or forgiven; what was closed, of one that fell with it. */
  why: z.string().default(''),
  /** Who agreed to a new date; how it was asked. */
  who: z.string().default(''),
  /** The date before a new one. */
  was: z.string().nullable().default(null),
  /** What was sent. */
  text: z.string().default(''),
  /** The id of what was closed, of one that fell with it. */
  from: z.string().nullable().default(null),
})
export type Fact = z.infer<typeof fact>

/** What is kept of it beside the columns it is found by. */
export type Terms = Omit<CommitmentDraft, 'side' | 'hangsOn' | 'label' | 'chaseOn' | 'saidAt'> & {
  readonly saidAt: string
  readonly chaseOn: string
  /** Whose time keeping it takes. */
  readonly owner: 'executive' | 'assistant' | 'theirs'
  readonly facts: readonly Fact[]
}

export type Commitment = {
  readonly id: string
  readonly version: number
  readonly side: Side
  readonly state: State
  readonly terms: Terms
  readonly dueAt: Instant | null
  readonly chaseAt: Instant
  readonly closedAt: Instant | null
  readonly hangsOn: readonly string[]
  readonly label: Label
}

export const commitmentView = z.object({
  id: z.uuid(),
  version: z.int(),
  side,
  state,
  /** "We owe Camille Aubry the redlines", "Dana owes you: answer on leave dates" */
  words: z.string(),
  what: z.string(),
  by: party,
  to: party,
  owner: z.enum(['executive', 'assistant', 'theirs']),
  dueOn: dateText.nullable(),
  time: z.string().nullable(),
  zone: zoneName,
  dueAt: zonedText.nullable(),
  /** "today 16:00", "3 days late", "Fri 27 Nov" */
  dueWords: z.string(),
  isLate: z.boolean(),
  saidAt: zonedText,
  saidWhere,
  /** "Dana Okafor said it on 19 Nov, on a call" */
  saidWords: z.string(),
  quote: z.string(),
  chaseOn: dateText,
  /** "asked 2 times; next on Fri 27 Nov" */
  chaseWords: z.string(),
  isChaseDue: z.boolean(),
  asked: z.int(),
  hangsOn: z.array(z.uuid()),
  label: labels,
  facts: z.array(fact.extend({ words: z.string() })),
})
export type CommitmentView = z.infer<typeof commitmentView>

/** To whom one would write about it: of ours whom we owe, of theirs who owes. */
export const otherOf = ({ side, terms }: Pick<Commitment, 'side' | 'terms'>): Party =>
  side === 'ours' ? terms.to : terms.by

/** A letter ready to send by one's own hand. */
export const letter = z.object({ to: z.array(z.string()), subject: z.string(), body: z.string() })
export type Letter = z.infer<typeof letter>

/** Names as they are compared: without accents, case and double spaces. */
export const folded = (name: string): string =>
  name.normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim().toLowerCase()

export const isSame = (a: Party, b: Party): boolean =>
  folded(a.name) === folded(b.name) ||
  (a.address !== null && b.address !== null && a.address.toLowerCase() === b.address.toLowerCase())

/** By what both sides are found again: names and addresses, folded. */
export const peopleOf = ({ by, to }: Pick<Terms, 'by' | 'to'>): string[] => [
  ...new Set(
    [by, to].flatMap(({ name, address }) => [folded(name), ...(address === null ? [] : [address.toLowerCase()])]),
  ),
]

/** When it is due: at its clock, or as its day ends, on the clocks of its zone. */
export function dueAtOf({ dueOn, time, zone }: Pick<Terms, 'dueOn' | 'time' | 'zone'>, here: string): Instant | null {
  if (dueOn === null) return null
  const plainTime = Temporal.PlainTime.from(time ?? '23:59')
  const at = Temporal.PlainDate.from(dueOn).toZonedDateTime({ timeZone: zone ?? here, plainTime })
  return asInstant(at.epochMilliseconds)
}

/** The desk asks in the morning. */
export const chaseAtOf = (chaseOn: string, here: string): Instant =>
  asInstant(
    Temporal.PlainDate.from(chaseOn).toZonedDateTime({ timeZone: here, plainTime: Temporal.PlainTime.from('09:00') })
      .epochMilliseconds,
  )

const laterOf = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (Temporal.PlainDate.compare(a, b) < 0 ? b : a)
const weekdayFrom = (on: Temporal.PlainDate) => (on.dayOfWeek > 5 ? on.add({ days: 8 - on.dayOfWeek }) : on)
const weekdayBefore = (on: Temporal.PlainDate) => (on.dayOfWeek > 5 ? on.subtract({ days: on.dayOfWeek - 5 }) : on)

/**
 * When it is first asked after: the working day before it is due where that leaves three days, else the day it is due;
 * in a week where no day was said. Never before today.
 */
export function firstChase(dueOn: string | null, today: Temporal.PlainDate): string {
  if (dueOn === null) return weekdayFrom(today.add({ days: 7 })).toString()
  const due = Temporal.PlainDate.from(dueOn)
  const before = weekdayBefore(due.subtract({ days: 1 }))
  const on = today.until(due).days > 3 ? before : weekdayBefore(due)
  return (Temporal.PlainDate.compare(on, today) < 0 ? weekdayFrom(today) : on).toString()
}

/** After it was asked for the n-th time: the day it is due where that is still to come, else in three working days, two, then every day. */
export function nextChase(dueOn: string | null, asked: number, today: Temporal.PlainDate): string {
  const due = dueOn === null ? null : Temporal.PlainDate.from(dueOn)
  if (due && Temporal.PlainDate.compare(due, today) > 0)
    return laterOf(weekdayBefore(due), weekdayFrom(today.add({ days: 1 }))).toString()
  return workingDays(today, Math.max(1, 4 - asked)).toString()
}

export const askedOf = ({ facts }: Pick<Terms, 'facts'>): number => facts.filter(({ code }) => code === 'chased').length

export type Wrong = { readonly words: string; readonly path: string }

type Checked = Pick<CommitmentDraft, 'by' | 'to' | 'dueOn' | 'time' | 'zone'>

/** What stands against a commitment as it was said; null: nothing does. `wasDue`: that its date has passed was said. */
export function wrongWith(draft: Checked, now: Temporal.ZonedDateTime, wasDue: boolean): Wrong | null {
  const { by, to, dueOn, time, zone } = draft
  if (isSame(by, to)) return { words: `Both sides are ${by.name}: nobody owes something to themselves`, path: 'to' }
  for (const [path, name] of [
    ['zone', zone],
    ['by.zone', by.zone],
    ['to.zone', to.zone],
  ] as const)
    if (name !== null && zoneOf(name) === null) return { words: `There is no zone ${name}`, path }
  if (time !== null && dueOn === null) return { words: 'A time needs its day', path: 'dueOn' }
  const due = dueAtOf(draft, now.timeZoneId)
  if (due !== null && due < now.epochMilliseconds && !wasDue)
    return { words: `${dueOn} has passed already: say that it was due then, or another day`, path: 'dueOn' }
  return null
}

/** Whether one would hang on itself, through others. `of`: what each of them hangs on. */
export function isCircular(
  id: string,
  hangsOn: readonly string[],
  of: ReadonlyMap<string, readonly string[]>,
): boolean {
  const [open, seen] = [[...hangsOn], new Set<string>()]
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (one === id) return true
    if (seen.has(one)) continue
    seen.add(one)
    open.push(...(of.get(one) ?? []))
  }
  return false
}

const closing = { kept: 'kept', broken: 'broken', forgiven: 'forgiven', fell: 'fell' } as const

/** What is open is settled by a fact. */
export const settledBy = (before: Commitment, code: keyof typeof closing, by: Fact, at: Instant): Commitment => ({
  ...before,
  state: closing[code],
  closedAt: at,
  terms: { ...before.terms, facts: [...before.terms.facts, by] },
})

export const openedBy = (before: Commitment, by: Fact, today: Temporal.PlainDate, here: string): Commitment => {
  const chaseOn = laterOf(Temporal.PlainDate.from(before.terms.chaseOn), weekdayFrom(today)).toString()
  return {
    ...before,
    state: 'open',
    closedAt: null,
    chaseAt: chaseAtOf(chaseOn, here),
    terms: { ...before.terms, chaseOn, facts: [...before.terms.facts, by] },
  }
}

/** A new day, agreed with somebody; the next chase is reckoned again. */
export const movedTo = (
  before: Commitment,
  due: Pick<Terms, 'dueOn' | 'time' | 'zone'>,
  by: Fact,
  today: Temporal.PlainDate,
  here: string,
): Commitment => {
  const chaseOn = firstChase(due.dueOn, today)
  return {
    ...before,
    dueAt: dueAtOf(due, here),
    chaseAt: chaseAtOf(chaseOn, here),
    terms: { ...before.terms, ...due, chaseOn, facts: [...before.terms.facts, by] },
  }
}

/** It was asked after; `chaseOn` is when it is asked after next. */
export const chasedBy = (before: Commitment, by: Fact, chaseOn: string, here: string): Commitment => ({
  ...before,
  chaseAt: chaseAtOf(chaseOn, here),
  terms: { ...before.terms, chaseOn, facts: [...before.terms.facts, by] },
})

/** What is late first, then by when it is due, then what has no day, by when it is asked after; what is settled last. */
export const byDue = (a: Commitment, b: Commitment): number =>
  Number(a.closedAt !== null) - Number(b.closedAt !== null) ||
  (a.closedAt !== null && b.closedAt !== null ? b.closedAt - a.closedAt : 0) ||
  (a.dueAt ?? Number.POSITIVE_INFINITY) - (b.dueAt ?? Number.POSITIVE_INFINITY) ||
  a.chaseAt - b.chaseAt ||
  (a.id < b.id ? -1 : 1)
