import { monthNames, weekdayNames } from '../../../plan/names.ts'
import type { Instant, Span } from '../../../plan/time.ts'

const at = (ms: Instant, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone)
const two = (n: number): string => String(n).padStart(2, '0')
const clock = (time: Temporal.ZonedDateTime): string => `${two(time.hour)}:${two(time.minute)}`
const weekday = (time: Temporal.ZonedDateTime): string => weekdayNames[time.dayOfWeek - 1] as string

/** "Tuesday 24 November 2026" */
export const dayWords = (ms: Instant, zone: string): string => {
  const time = at(ms, zone)
  return `${weekday(time)} ${time.day} ${monthNames[time.month - 1]} ${time.year}`
}

/** "09:00–09:30"; an end on another day says which. */
export const clockWords = ({ start, end }: Span, zone: string): string => {
  const [from, to] = [at(start, zone), at(end, zone)]
  const sameDay = from.toPlainDate().equals(to.toPlainDate())
  return `${clock(from)}–${sameDay ? '' : `${weekday(to)} `}${clock(to)}`
}

/** "12:00 London", with the weekday where it is another day there. */
export const elsewhereWords = (ms: Instant, zone: string, there: string): string => {
  const time = at(ms, there)
  const sameDay = time.toPlainDate().equals(at(ms, zone).toPlainDate())
  const city = (there.split('/').at(-1) ?? there).replaceAll('_', ' ')
  return `${sameDay ? '' : `${weekday(time)} `}${clock(time)} ${city}`
}

/** "Take Tuesday 09:00" */
export const buttonWords = (ms: Instant, zone: string): string => `Take ${weekday(at(ms, zone))} ${clock(at(ms, zone))}`
