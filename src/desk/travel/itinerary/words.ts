import { monthNames, weekdayNames } from '../../../plan/names.ts'
import type { SegmentKind, SegmentState } from '../../../plan/segment.ts'
import type { Json } from '../../act.ts'
import type { EntryWords } from '../../journal/words.ts'
import type { SegmentView } from '../model.ts'

const two = (n: number): string => String(n).padStart(2, '0')

type Dated = Pick<Temporal.PlainDate, 'dayOfWeek' | 'day' | 'month' | 'year'>
const day = ({ dayOfWeek, day: n, month }: Dated): string =>
  `${weekdayNames[dayOfWeek - 1]?.slice(0, 3)} ${n} ${monthNames[month - 1]?.slice(0, 3)}`

/** "Tue 24 Nov 2026" */
export const dateWords = (on: string): string => {
  const date = Temporal.PlainDate.from(on)
  return `${day(date)} ${date.year}`
}

/** "Tue 24 Nov – Thu 26 Nov 2026" */
export const datesWords = (from: string, until: string): string => {
  if (from === until) return dateWords(from)
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(until)]
  return `${day(first)}${first.year === last.year ? '' : ` ${first.year}`} – ${dateWords(until)}`
}

/** "Tuesday 24 November 2026" */
export const longDayWords = (on: string): string => {
  const date = Temporal.PlainDate.from(on)
  return `${weekdayNames[date.dayOfWeek - 1]} ${date.day} ${monthNames[date.month - 1]} ${date.year}`
}

const zoned = (at: Temporal.ZonedDateTime): string =>
  `${day(at)} ${at.year}, ${two(at.hour)}:${two(at.minute)} (${at.timeZoneId})`

/** "Tue 24 Nov 2026, 17:55 (Europe/London)", as RFC 9557 has it, in its own zone. */
export const zonedWords = (at: string): string => zoned(Temporal.ZonedDateTime.from(at))

/** A time in its parts, with the desk's clocks where they read otherwise; null: the reader has no use for them. */
export function momentParts(at: string, desk: string | null) {
  const time = Temporal.ZonedDateTime.from(at)
  const there = desk === null ? null : time.withTimeZone(desk)
  return {
    clock: `${two(time.hour)}:${two(time.minute)}`,
    day: `${day(time)} ${time.year}`,
    zone: time.timeZoneId,
    words: zoned(time),
    elsewhere: there === null || there.offsetNanoseconds === time.offsetNanoseconds ? null : zoned(there),
  }
}

/** A local time whose zone nobody has said. */
export const untimedWords = (on: string, clock: string) => ({
  clock,
  day: dateWords(on),
  words: `${dateWords(on)}, ${clock} (zone not known)`,
})

type Deadline = { readonly local: string; readonly zone: string | null; readonly at: string | null }

export const deadlineWords = ({ local, zone, at }: Deadline): string => {
  if (at !== null) return zonedWords(at)
  const [on = local, clock = ''] = local.split('T')
  return `${dateWords(on)}, ${clock.slice(0, 5)} (${zone ?? 'zone not known'})`
}

type Until = { readonly local: string; readonly zone: string | null } | null
const untilWords = (until: Until, zone: string | null): string =>
  until === null ? '' : ` until ${deadlineWords({ ...until, zone: until.zone ?? zone, at: null })}`
const termWords = (is: boolean | null, until: Until, zone: string | null, yes: string, no: string): string[] =>
  is === null && until === null ? [] : [is === false ? no : `${yes}${untilWords(until, zone)}`]

/** "changeable until Mon 23 Nov 2026, 18:00 (Europe/London); not refundable"; '' where nobody has said. */
export const fareWords = (fare: SegmentView['fare'], zone: string | null): string =>
  [
    ...termWords(fare.changeable, fare.changeableUntil, zone, 'changeable', 'not changeable'),
    ...termWords(fare.refundable, fare.refundableUntil, zone, 'refundable', 'not refundable'),
  ].join('; ')

/** "Dana Okafor, Noor Haddad and João Prado" */
export const namesWords = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/** "XQ 345, lands Tue 24 Nov 2026, 20:35 (Europe/Zurich), ZRH, terminal 1" */
export function landingWords({ number, kind, from, to }: SegmentView, met: boolean): string {
  const end = met ? to : from
  const verb = kind === 'flight' && met ? 'lands' : met ? 'arrives' : 'leaves'
  const when = end.at === null ? 'time not known' : `${verb} ${zonedWords(end.at)}`
  const terminal =
    end.terminal === null ? (kind === 'flight' ? ['terminal not known'] : []) : [`terminal ${end.terminal}`]
  return [number ?? kindNames[kind], when, ...(end.airport === null ? [] : [end.airport]), ...terminal].join(', ')
}

export const kindNames: Record<SegmentKind, string> = {
  flight: 'Flight',
  train: 'Train',
  bus: 'Coach',
  ferry: 'Ferry',
  car: 'Hired car',
  ride: 'Ride',
  stay: 'Stay',
  meal: 'Meal',
  meeting: 'Meeting',
  free: 'Free',
}

export const stateNames: Record<SegmentState, string> = {
  intended: 'Not booked yet',
  requested: 'Asked for, not confirmed',
  booked: 'Booked',
  confirmed: 'Confirmed',
  changed: 'Changed, not confirmed',
  cancelled: 'Cancelled',
}

export const statusOf = (status: SegmentState): 'sure' | 'unsure' | 'off' =>
  status === 'cancelled' ? 'off' : status === 'booked' || status === 'confirmed' ? 'sure' : 'unsure'

export const factNames: { readonly [field: string]: string } = {
  provider: 'With',
  number: 'Number',
  confirmation: 'Reference',
  seat: 'Seat',
  cabin: 'Cabin',
  name: 'Booked for',
  people: 'With you',
  checkInBy: 'Check in by',
  cancelBy: 'Cancel by',
  fare: 'Fare',
  fallback: 'If it fails',
  driver: 'Driver',
  phone: 'Phone',
  pickUp: 'Pick-up point',
}

/** Whom a version is for, in a sentence. */
export const readerWords = {
  traveller: 'for whoever travels',
  driver: 'for the driver',
  host: 'for the host',
  family: 'for the family',
  office: 'for the office',
} as const

export const amountWords = {
  full: 'in full',
  dates: 'dates and cities alone',
  nothing: 'nothing of it',
} as const

/** Why something cannot be given out, or is not out any more. */
export const noLinkWords = {
  none: 'There is no such address.',
  driver: 'Choose the rides that are theirs.',
  host: 'Choose what happens at their place.',
  emergency: 'The sheet for an emergency goes with the whole itinerary, to whoever travels, the family or the office.',
  card: 'Only somebody who sees everything private gives out the sheet for an emergency.',
  replaced: 'It is out of date: another was given out since.',
  withdrawn: 'It was withdrawn already.',
  over: 'Its time has passed.',
} as const

/** "Withdrawn Tue 24 Nov 2026, 14:02 (Europe/London)" */
export const linkStateWords = (state: 'out' | 'replaced' | 'withdrawn' | 'over', at: string | null): string => {
  const when = at === null ? '' : ` ${zonedWords(at)}`
  if (state === 'out') return 'Out'
  return { replaced: `Out of date since${when}`, withdrawn: `Withdrawn${when}`, over: `Over since${when}` }[state]
}

type Values = { readonly [key: string]: Json }
const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '')
const given = (v: Values): string => `the itinerary of “${text(v.title)}” ${text(v.reader)}, ${text(v.shows)}`
const sheet = (v: Values): string => (v.emergency === true ? ', with the sheet for an emergency' : '')
const old = (v: Values): string =>
  typeof v.replaced === 'number' && v.replaced > 0 ? '; the one before is out of date' : ''

/** Sentences of itineraries for the journal. */
export const itineraryWords: EntryWords = {
  'itinerary.issue': (v) => `Gave ${text(v.to)} ${given(v)}${sheet(v)}${old(v)}`,
  'itinerary.shows': (v) => `Shows ${text(v.to)} ${text(v.shows)} of the itinerary of “${text(v.title)}”`,
  'itinerary.revoke': (v) => `Withdrew the itinerary of “${text(v.title)}” that ${text(v.to)} had`,
}

/** The no to giving out what does not hold together: the first of it, and how much more there is. */
export const brokenWords = ([first = '', ...more]: readonly string[]): string =>
  `Not everything holds together yet: ${first}${more.length === 0 ? '' : `; and ${more.length} more`}. Put it right first, or say why it goes out all the same.`
