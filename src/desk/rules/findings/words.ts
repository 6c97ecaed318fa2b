const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const
const two = (n: number): string => String(n).padStart(2, '0')
const clock = (at: Temporal.ZonedDateTime): string => `${two(at.hour)}:${two(at.minute)}`
const date = (at: Temporal.ZonedDateTime): string => `${weekdays[at.dayOfWeek - 1]} ${at.day} ${months[at.month - 1]}`

/** `14:02` today, `Mon 23 Nov 14:02` on any other day. */
const whenSaid = (at: Temporal.Instant, now: Temporal.ZonedDateTime): string => {
  const then = at.toZonedDateTimeISO(now.timeZoneId)
  return then.toPlainDate().equals(now.toPlainDate()) ? clock(then) : `${date(then)} ${clock(then)}`
}

export const askedWords = (askedAt: Temporal.Instant, now: Temporal.ZonedDateTime): string =>
  `asked ${whenSaid(askedAt, now)}, no answer`

export const answeredWords = (
  answer: { says: 'yes' | 'no'; who: string; reference: string; at: Temporal.Instant },
  now: Temporal.ZonedDateTime,
): string => {
  const reference = answer.reference === '' ? '' : ` (${answer.reference})`
  return `${answer.who} said ${answer.says}, ${whenSaid(answer.at, now)}${reference}`
}

/** A day as it leaves the desk: `Fri 27 Nov 2026 (Europe/London)`. */
export const dateOutside = (at: Temporal.ZonedDateTime): string => `${date(at)} ${at.year} (${at.timeZoneId})`

/** What a reader is told of a finding about something private. */
export { privateWords } from '../../authority/proposals/words.ts'

/** A time as it leaves the desk: weekday, date, clock and zone. `Tuesday 24 November 2026, 10:30–11:30 (Europe/London)` */
export const timeOutside = (start: Temporal.ZonedDateTime, end: Temporal.ZonedDateTime): string => {
  const day = (at: Temporal.ZonedDateTime) => `${date(at)} ${at.year}`
  if (start.timeZoneId !== end.timeZoneId)
    return `${day(start)}, ${clock(start)} (${start.timeZoneId}) – ${day(end)}, ${clock(end)} (${end.timeZoneId})`
  const until = start.toPlainDate().equals(end.toPlainDate()) ? clock(end) : `${day(end)}, ${clock(end)}`
  return `${day(start)}, ${clock(start)}–${until} (${start.timeZoneId})`
}
