import type { Instant } from '../../../plan/time.ts'
import type { Json } from '../../act.ts'
import type { EntryWords } from '../../journal/words.ts'
import type { Commitment, Fact, SaidWhere, State } from './model.ts'
import { askedOf, folded } from './model.ts'

type Values = { readonly [key: string]: Json }
const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '')
const because = (v: Values): string => (text(v.why) === '' ? '' : `: ${text(v.why)}`)
const about = (v: Values): string => `“${text(v.words)}”`
const falling = (v: Values): string =>
  typeof v.fell === 'number' && v.fell > 0 ? `; ${v.fell === 1 ? 'one more' : `${v.fell} more`} fell with it` : ''

/** Sentences of commitments for the journal. A commitment is named by its own words at the time. */
export const commitmentWords: EntryWords = {
  'commitment.add': (v) => `Wrote down a promise: ${about(v)}${text(v.due) === '' ? '' : `, due ${text(v.due)}`}`,
  'commitment.edit': (v) => `Changed the promise ${about(v)}`,
  'commitment.keep': (v) => `Kept: ${about(v)}${falling(v)}`,
  'commitment.break': (v) => `Broken: ${about(v)}${because(v)}${falling(v)}`,
  'commitment.renegotiate': (v) =>
    `Agreed ${text(v.due)} for ${about(v)} in the place of ${text(v.was) === '' ? 'no day' : text(v.was)}${text(v.who) === '' ? '' : `, with ${text(v.who)}`}`,
  'commitment.forgive': (v) => `Let go of ${about(v)}${because(v)}${falling(v)}`,
  'commitment.reopen': (v) => `Opened ${about(v)} again${because(v)}`,
  'commitment.chase': (v) => `Asked after ${about(v)}; next on ${text(v.next)}`,
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** `Fri 27 Nov`, with its year where that is not this one. */
export const dayWords = (on: Temporal.PlainDate, today: Temporal.PlainDate): string =>
  `${weekdays[on.dayOfWeek - 1]} ${on.day} ${months[on.month - 1]}${on.year === today.year ? '' : ` ${on.year}`}`

type Due = { readonly dueOn: string | null; readonly time: string | null; readonly zone: string | null }

/** "today 16:00", "tomorrow", "Fri 27 Nov 16:00 (Europe/Zurich)", "3 days late", "no day said" */
export function dueWords(due: Due, dueAt: Instant | null, now: Temporal.ZonedDateTime): string {
  if (due.dueOn === null || dueAt === null) return 'no day said'
  const [today, zone] = [now.toPlainDate(), due.zone ?? now.timeZoneId]
  const at = Temporal.Instant.fromEpochMilliseconds(dueAt).toZonedDateTimeISO(now.timeZoneId)
  const days = today.until(at.toPlainDate()).days
  if (dueAt < now.epochMilliseconds)
    return days === 0 ? 'late since today' : days === -1 ? '1 day late' : `${-days} days late`
  return `${nearWords(at.toPlainDate(), today)}${clockWords(due.time, zone, now.timeZoneId)}`
}

const nearWords = (on: Temporal.PlainDate, today: Temporal.PlainDate): string => {
  const days = today.until(on).days
  return days === 0 ? 'today' : days === 1 ? 'tomorrow' : dayWords(on, today)
}
const clockWords = (time: string | null, zone: string, here: string): string =>
  time === null ? '' : ` ${time}${zone === here ? '' : ` (${zone})`}`

/** "Fri 27 Nov 2026, 16:00 (Europe/Zurich)", for the record */
export const dueText = ({ dueOn, time, zone }: Due, here: string): string => {
  if (dueOn === null) return ''
  const on = Temporal.PlainDate.from(dueOn)
  return `${weekdays[on.dayOfWeek - 1]} ${on.day} ${months[on.month - 1]} ${on.year}${time === null ? '' : `, ${time} (${zone ?? here})`}`
}

/** Who reads: their own name, and the executive's. */
export type Reading = { readonly name: string; readonly executive: string }

const noun = /^(?:the|a|an|our|their|his|her|its|two|three|\d+)\s/i
const joined = (what: string): string => (noun.test(what) ? ` ${what}` : `: ${what}`)
const first = (name: string): string => name.split(' ')[0] ?? name

/** "We owe Camille Aubry the redlines", "Dana owes you: answer on leave dates", "Marc Laurent owes us the price sheet" */
export function promiseWords({ side, terms }: Pick<Commitment, 'side' | 'terms'>, reading: Reading): string {
  const { by, to, what, owner } = terms
  const isMe = (name: string) => folded(name) === folded(reading.name)
  const isExecutive = (name: string) => folded(name) === folded(reading.executive)
  const whom = isMe(to.name) ? 'you' : isExecutive(to.name) ? (side === 'theirs' ? 'us' : first(to.name)) : to.name
  if (isMe(by.name)) return `You owe ${whom}${joined(what)}`
  if (side === 'ours' && (owner === 'executive' || isExecutive(by.name))) return `We owe ${whom}${joined(what)}`
  return `${isExecutive(by.name) ? first(by.name) : by.name} owes ${whom}${joined(what)}`
}

const places: Record<SaidWhere['by'], string> = {
  meeting: 'in a meeting',
  call: 'on a call',
  mail: 'in a mail',
  chat: 'in a chat',
  elsewhere: '',
}

/** "Dana said it on 19 Nov, on a call" */
export function saidWords({ terms }: Pick<Commitment, 'terms'>, now: Temporal.ZonedDateTime): string {
  const on = Temporal.Instant.from(terms.saidAt).toZonedDateTimeISO(now.timeZoneId).toPlainDate()
  const where = places[terms.saidWhere.by]
  return `${terms.by.name} said it ${nearWords(on, now.toPlainDate()).replace(/^(?!today|tomorrow)/, 'on ')}${where === '' ? '' : `, ${where}`}`
}

const times = (n: number): string => (n === 1 ? 'once' : `${n} times`)

/** "asked twice; next on Fri 27 Nov" */
export function chaseWords({ state, terms }: Pick<Commitment, 'state' | 'terms'>, now: Temporal.ZonedDateTime): string {
  const asked = askedOf(terms)
  const before = asked === 0 ? '' : `asked ${times(asked)}`
  if (state !== 'open') return before
  const next = nearWords(Temporal.PlainDate.from(terms.chaseOn), now.toPlainDate())
  return `${before === '' ? '' : `${before}; `}${before === '' ? 'next asked after' : 'next'} ${next.replace(/^(?!today|tomorrow)/, 'on ')}`
}

export const stateWords: Record<State, string> = {
  open: 'open',
  kept: 'kept',
  broken: 'broken',
  forgiven: 'let go',
  fell: 'fell with what it hung on',
}

const behind = (words: string): string => (words === '' ? '' : `: ${words}`)

/** A fact of its history as a sentence, its day in front. */
export function factWords(fact: Fact, now: Temporal.ZonedDateTime): string {
  const at = Temporal.Instant.from(fact.at).toZonedDateTimeISO(now.timeZoneId)
  const when = `${dayWords(at.toPlainDate(), now.toPlainDate())} ${at.toPlainTime().toString({ smallestUnit: 'minute' })}`
  const said = {
    said: `written down by ${fact.by}`,
    edited: `changed by ${fact.by}`,
    chased: `asked after by ${fact.by}`,
    renegotiated: `a new date was agreed${fact.who === '' ? '' : ` with ${fact.who}`}${fact.was === null ? '' : `, in the place of ${fact.was}`}`,
    kept: 'kept',
    broken: `broken${behind(fact.why)}`,
    forgiven: `let go${behind(fact.why)}`,
    fell: `fell${fact.why === '' ? '' : ` with ${fact.why}`}`,
    reopened: `opened again by ${fact.by}${behind(fact.why)}`,
  }[fact.code]
  return `${when}: ${said}`
}
