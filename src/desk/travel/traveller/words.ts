import { monthNames, weekdayNames } from '../../../plan/names.ts'
import type { Json } from '../../act.ts'
import type { EntryWords } from '../../journal/words.ts'
import type { Paper, Validity } from './model.ts'

type Values = { readonly [key: string]: Json }
const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '')
const capital = (said: string): string => `${said.charAt(0).toUpperCase()}${said.slice(1)}`

/** Sentences of travellers for the journal. */
export const travellerWords: EntryWords = {
  'traveller.edit': (v: Values) =>
    text(v.passportName) === ''
      ? `Took out the name in ${text(v.whose)} passport`
      : `Wrote down the name in ${text(v.whose)} passport: ${text(v.passportName)}`,
  'paper.add': (v) => `Put ${text(v.whose)} ${text(v.paper)} on file`,
  'paper.edit': (v) => `Changed ${text(v.whose)} ${text(v.paper)}${numberWords(v)}`,
  'paper.remove': (v) => `Took ${text(v.whose)} ${text(v.paper)} off file, with its number`,
  'loyalty.add': (v) => `Put ${text(v.whose)} ${text(v.provider)} on file`,
  'loyalty.edit': (v) => `Changed ${text(v.whose)} ${text(v.provider)}${numberWords(v)}`,
  'loyalty.remove': (v) => `Took ${text(v.whose)} ${text(v.provider)} off file, with its number`,
  'wish.set': (v) => `${text(v.name)} wishes: ${text(v.rule)}`,
  'wish.remove': (v) => `${text(v.name)} no longer wishes: ${text(v.rule)}`,
}

const numberWords = ({ number }: Values): string =>
  number === 'new' ? ', with another number' : number === 'none' ? ', without its number' : ''

/** "Dana’s" */
export const whoseWords = (name: string): string => `${name}’s`

/** "3 Mar 2027" with its weekday: "Wed 3 Mar 2027". */
export const dayWords = (day: Temporal.PlainDate): string =>
  `${(weekdayNames[day.dayOfWeek - 1] ?? '').slice(0, 3)} ${day.day} ${(monthNames[day.month - 1] ?? '').slice(0, 3)} ${day.year}`

const lettered = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const count = (n: number, one: string): string => `${lettered[n] ?? n} ${one}${n === 1 ? '' : 's'}`

/** "five months", "three weeks", "two days": how far one day is from a later one. */
export function awayWords(from: Temporal.PlainDate, to: Temporal.PlainDate): string {
  const { years, months, days } = from.until(to, { largestUnit: 'years' })
  const all = years * 12 + months
  if (all >= 24) return count(years, 'year')
  if (all > 0) return count(all, 'month')
  return days >= 14 ? count(Math.floor(days / 7), 'week') : count(days, 'day')
}

/** "expires Wed 3 Mar 2027, in three months"; "expired …"; '' where nobody said until when. */
export function expiryWords(until: string | null, today: Temporal.PlainDate): string {
  if (until === null) return ''
  const last = Temporal.PlainDate.from(until)
  const order = Temporal.PlainDate.compare(last, today)
  if (order === 0) return `expires today, ${dayWords(last)}`
  return order < 0
    ? `expired ${dayWords(last)}, ${awayWords(last, today)} ago`
    : `expires ${dayWords(last)}, in ${awayWords(today, last)}`
}

/** How soon after a trip it ends: "five months after Zurich", or before it. */
export function besideTripWords(until: string | null, trip: { readonly title: string; readonly last: string } | null) {
  if (until === null || trip === null) return ''
  const [good, back] = [Temporal.PlainDate.from(until), Temporal.PlainDate.from(trip.last)]
  const order = Temporal.PlainDate.compare(good, back)
  if (order === 0) return `on the last day of “${trip.title}”`
  return order < 0
    ? `${awayWords(good, back)} before the end of “${trip.title}”`
    : `${awayWords(back, good)} after “${trip.title}”`
}

const countries = new Intl.DisplayNames('en-GB', { type: 'region' })
/** A country's name, or its letters where there is none of that code. */
export const countryWords = (code: string): string => {
  try {
    return countries.of(code) ?? code
  } catch {
    return code
  }
}

/** "Passport, Switzerland" */
export const paperTitle = ({ kind, country }: Pick<Paper, 'kind' | 'country'>): string =>
  `${capital(kind)}${country === null ? '' : `, ${countryWords(country)}`}`

/** "passport of Switzerland", within a sentence. */
export const paperWords = ({ kind, country }: Pick<Paper, 'kind' | 'country'>): string =>
  `${kind}${country === null ? '' : ` (${countryWords(country)})`}`

/** What is told of papers to who may not read them: that there are some, and whether one expires. */
export function hiddenWords(validities: readonly Validity[]): string {
  const are = validities.length === 1 ? 'One paper is' : `${validities.length} papers are`
  const one = validities.length === 1 ? 'it' : 'one of them'
  const expiry = validities.includes('expired')
    ? `; ${one} has expired`
    : validities.includes('soon')
      ? `; ${one} expires within nine months`
      : ''
  return `Something private: ${are} on file${expiry}`
}

export const standsWords = {
  on: 'In force',
  off: 'The rule is switched off',
  gone: 'The rule was removed since',
  changed: 'In force; the rule was changed by hand since',
} as const

/** "Said by Dana on Mon 23 Nov 2026: “…”" */
export const saidWords = ({ by, on, note }: { by: string; on: string; note: string }): string =>
  `Said by ${by} on ${dayWords(Temporal.PlainDate.from(on))}${note === '' ? '' : `: “${note}”`}`

/** Why the rule of a wish is there, for whoever meets it. */
export const storyWords = (name: string, said: Parameters<typeof saidWords>[0]): string =>
  `A wish of ${name}’s. ${saidWords(said)}`

export const noWords = {
  paper: 'There is no such paper, or it is private and not yours to read.',
  loyalty: 'There is no such programme here.',
  wish: 'There is no such wish.',
  sight: 'Papers and numbers are private: only whoever sees what is private here puts them on file.',
  readers: 'Who may read a paper is for whoever sees all that is private.',
  noNumber: 'No number is on file here. Enter it again, if it was there.',
  lost: 'The number was sealed under a key that is gone. Enter it again.',
  wishes:
    'What they wish became rules, which everybody at this desk reads. Take the wishes back first, or leave them as they are.',
  executives: 'The desk has one rule of this for everybody who travels: the executive says it.',
  private: (name: string) =>
    `What is wished becomes a rule, which everybody at this desk reads, and ${name} is private here.`,
} as const
