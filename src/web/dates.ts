/** Dates and times as an assistant writes them. `locale` is one place, until the desk has a language. */
const locale = 'en-GB'
const day = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
const shortDay = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' })
const utcMs = (on: Temporal.PlainDate) => on.toZonedDateTime('UTC').epochMilliseconds

/** "Tuesday 24 November" */
export const dayWords = (on: Temporal.PlainDate): string => day.format(utcMs(on)).replace(',', '')
/** "Tue 24 Nov" */
export const shortDayWords = (on: Temporal.PlainDate): string =>
  shortDay.format(utcMs(on)).replace(',', '').replace('Sept', 'Sep')

/** RFC 9557 text into its clock time: "08:30". */
export const clock = (zoned: string): string => zoned.slice(11, 16)

/** When something ends, on the clock of `zone`; with `+1 d` where that is another day than `on`. */
export function endClock(end: string, zone: string, on: string): string {
  const at = Temporal.ZonedDateTime.from(end).withTimeZone(zone)
  const days = Temporal.PlainDate.from(on).until(at.toPlainDate(), { largestUnit: 'days' }).days
  const time = at.toPlainTime().toString({ smallestUnit: 'minute' })
  return days === 0 ? time : `${time} ${days > 0 ? '+' : '−'}${Math.abs(days)} d`
}

/** "Tue 24 Nov, 08:30–09:45 Europe/London"; the second day is named where it differs, the second zone too. */
export function spanWords(start: string, end: string): string {
  if (!start.includes('T')) return allDayWords(start, end)
  const [from, to] = [Temporal.ZonedDateTime.from(start), Temporal.ZonedDateTime.from(end)]
  const sameDay = from.toPlainDate().equals(to.toPlainDate())
  const sameZone = from.timeZoneId === to.timeZoneId
  const first = `${shortDayWords(from.toPlainDate())}, ${clock(start)}`
  const last = `${sameDay ? '' : `${shortDayWords(to.toPlainDate())}, `}${clock(end)} ${placeOf(to.timeZoneId)}`
  return sameZone ? `${first}–${last}` : `${first} ${placeOf(from.timeZoneId)} – ${last}`
}

/** "Tue 24 Nov, 08:30 London" */
export const momentWords = (zoned: string): string => {
  const at = Temporal.ZonedDateTime.from(zoned)
  return `${shortDayWords(at.toPlainDate())}, ${clock(zoned)} ${placeOf(at.timeZoneId)}`
}

function allDayWords(start: string, end: string): string {
  const [from, last] = [Temporal.PlainDate.from(start), Temporal.PlainDate.from(end).subtract({ days: 1 })]
  return Temporal.PlainDate.compare(from, last) >= 0
    ? `${shortDayWords(from)}, all day`
    : `${shortDayWords(from)} – ${shortDayWords(last)}, all day`
}

/** "Europe/Zurich" as people say it: "Zurich". */
export const placeOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')

/** "1 h 05", "45 min" */
export function minutesWords(minutes: number): string {
  if (minutes < 60) return `${minutes} min`
  const rest = minutes % 60 === 0 ? '' : ` ${String(minutes % 60).padStart(2, '0')}`
  return `${Math.floor(minutes / 60)} h${rest}`
}

/** "45 min", "3 h 20", "2 d 4 h": how long somebody waited. */
export function waitWords(minutes: number): string {
  if (minutes < 1) return 'under a minute'
  if (minutes < 24 * 60) return minutesWords(minutes)
  const hours = Math.round(minutes / 60)
  return `${Math.floor(hours / 24)} d${hours % 24 === 0 ? '' : ` ${hours % 24} h`}`
}

/** `2026-11` as "November 2026" */
export const monthWords = (month: string): string =>
  Temporal.PlainDate.from(`${month}-01`).toLocaleString(locale, { month: 'long', year: 'numeric' })

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const weekdays = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su']

/** A typed day: `2026-11-24`, `24 nov`, `24.11.`, `fri`, `tomorrow`. Null when it is no date. A day without a year is the next one. */
export function readDay(text: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const typed = text.trim().toLowerCase()
  if (typed === 'today') return today
  if (typed === 'tomorrow') return today.add({ days: 1 })
  if (typed === 'yesterday') return today.subtract({ days: 1 })
  return readIso(typed) ?? readWeekday(typed, today) ?? readDayMonth(typed, today)
}

function readIso(typed: string): Temporal.PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed)) return null
  return possible(() => Temporal.PlainDate.from(typed, { overflow: 'reject' }))
}

function readWeekday(typed: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  if (!/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*$/.test(typed)) return null
  const wanted = weekdays.indexOf(typed.slice(0, 2)) + 1
  return today.add({ days: (wanted - today.dayOfWeek + 7) % 7 || 7 })
}

function readDayMonth(typed: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const parts = /^(\d{1,2})[. /]+(\d{1,2}|[a-z]{3,9})\.?(?:\s*(\d{4}))?$/.exec(typed)
  if (!parts) return null
  const [, dayText = '', monthText = '', yearText] = parts
  const month = /^\d/.test(monthText) ? Number(monthText) : months.indexOf(monthText.slice(0, 3)) + 1
  const on = (year: number) =>
    possible(() => Temporal.PlainDate.from({ year, month, day: Number(dayText) }, { overflow: 'reject' }))
  if (yearText) return on(Number(yearText))
  // Eight years, for 29 February across a century that is no leap year.
  for (let year = today.year; year <= today.year + 8; year += 1) {
    const found = on(year)
    if (found && Temporal.PlainDate.compare(found, today) >= 0) return found
  }
  return null
}

function possible<T>(make: () => T): T | null {
  try {
    return make()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
