import type { SegmentView, TripBrief, TripView } from '../../desk/travel/model.ts'
import { clock, minutesWords, placeOf, shortDayWords, waitWords } from '../dates.ts'
import type { Tone } from '../parts/Tag.tsx'

export type End = SegmentView['from']
export type Money = { readonly amount: number; readonly currency: string }

export const kindWords: Readonly<Record<SegmentView['kind'], string>> = {
  flight: 'Flight',
  train: 'Train',
  bus: 'Bus',
  ferry: 'Ferry',
  car: 'Hired car',
  ride: 'Ride',
  stay: 'Stay',
  meal: 'Meal',
  meeting: 'Meeting',
  free: 'Free time',
}

const stateTags: Readonly<Record<SegmentView['status'], { readonly words: string; readonly tone: Tone }>> = {
  intended: { words: 'intended', tone: 'blue' },
  requested: { words: 'asked, no answer', tone: 'amber' },
  booked: { words: 'booked', tone: 'blue' },
  confirmed: { words: 'confirmed', tone: 'green' },
  changed: { words: 'changed', tone: 'amber' },
  cancelled: { words: 'cancelled', tone: 'red' },
}

/** What a part of a trip is in two words; one that waits for an answer is amber whatever it was before. */
export const stateTag = ({ status, waiting }: Pick<SegmentView, 'status' | 'waiting'>) =>
  waiting !== null && status !== 'cancelled' ? stateTags.requested : stateTags[status]

const plain = (text: string) => Temporal.PlainDate.from(text.slice(0, 10))

/** "Tue 24 – Wed 25 Nov 2026"; the month and the year are said once where they are the same. */
export function datesWords({ from, until }: Pick<TripBrief, 'from' | 'until'>): string {
  const [first, last] = [plain(from), plain(until)]
  const end = `${shortDayWords(last)} ${last.year}`
  if (first.equals(last)) return end
  if (first.year !== last.year) return `${shortDayWords(first)} ${first.year} – ${end}`
  const start = shortDayWords(first)
  return first.month === last.month ? `${start.split(' ').slice(0, 2).join(' ')} – ${end}` : `${start} – ${end}`
}

/** "in 6 days", "tomorrow", "today"; '' once it has begun. */
export function aheadWords(from: string, today: Temporal.PlainDate): string {
  const { days } = today.until(plain(from), { largestUnit: 'days' })
  if (days < 0) return ''
  return days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`
}

export const countWords = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

/** "CHF 1,240.50" from whole minor units, as the currency counts them. */
export function moneyWords({ amount, currency }: Money): string {
  const format = new Intl.NumberFormat('en-GB', { style: 'currency', currency, currencyDisplay: 'code' })
  return format.format(amount / 10 ** digitsOf(currency)).replace(/\u00a0/g, ' ')
}

/** How many digits of it stand behind the point: CHF 2, JPY 0. */
export const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en-GB', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2

/** "London City (LCY), terminal 2"; a terminal that no booking says is said to be unknown, where there are terminals. */
export function endWords(end: End, carries: boolean): string {
  const place = end.place && end.airport ? `${end.place} (${end.airport})` : (end.place ?? end.airport ?? '')
  if (place === '') return 'place unknown'
  return carries && end.airport !== null
    ? `${place}, ${terminalWords(end.terminal)}`
    : [place, end.terminal].filter(Boolean).join(', ')
}

/** "terminal 2", as the booking says it. */
export const terminalWords = (terminal: string | null): string =>
  terminal === null ? 'terminal unknown' : /^terminal/i.test(terminal) ? terminal : `terminal ${terminal}`

/** Whose bed it is: "Hotel Seehof". */
export const bedWords = ({ provider, from, title }: Pick<SegmentView, 'provider' | 'from' | 'title'>): string =>
  provider ?? from.place ?? title

/** Somebody outside was asked, and has not answered. */
export const isAsked = ({ status, waiting }: Pick<SegmentView, 'status' | 'waiting'>): boolean =>
  status === 'requested' || (waiting !== null && status !== 'cancelled')

/** What its state says beyond the word for it: who was asked or confirmed it, or how it is another than it was. */
export const tellingWords = ({ status, waiting, statusWords }: SegmentView): string =>
  waiting !== null || status === 'confirmed' || status === 'changed' ? statusWords : ''

/** A weekday where it is another day than `on`: "Wed"; '' on the same. */
export const weekdayOn = (zoned: string, on: string): string =>
  zoned.slice(0, 10) === on ? '' : shortDayWords(plain(zoned)).slice(0, 3)

/** A clock, and the weekday in front of it where it is another day than `on`: "Wed 00:40". */
export function clockOn(zoned: string, on: string): string {
  const day = zoned.slice(0, 10)
  return day === on ? clock(zoned) : `${shortDayWords(plain(day)).slice(0, 3)} ${clock(zoned)}`
}

const millis = (zoned: string): number => Temporal.ZonedDateTime.from(zoned).epochMilliseconds

/** Whole minutes from one moment to another, whatever their zones. */
export const minutesBetween = (from: string, to: string): number => Math.round((millis(to) - millis(from)) / 60_000)

/** "in 3 h 10", "in 2 d 4 h", "now", "12 min ago". */
export function untilWords(now: string, at: string): string {
  const minutes = minutesBetween(now, at)
  if (minutes === 0) return 'now'
  return minutes > 0 ? `in ${waitWords(minutes)}` : `${waitWords(-minutes)} ago`
}

/** "1 h 40 on the way", from both instants. */
export const lengthWords = ({ from, to }: Pick<SegmentView, 'from' | 'to'>): string =>
  from.at && to.at ? minutesWords(Math.max(0, minutesBetween(from.at, to.at))) : ''

/** The clocks of a zone by the place people know them by: "Zurich". */
export const zonePlace = (end: End, home: string): string =>
  end.at === null ? '' : placeOf(Temporal.ZonedDateTime.from(end.at).timeZoneId || home)

export const travellersWords = (travellers: TripView['travellers']): string =>
  travellers.map(({ name }) => name).join(', ')
