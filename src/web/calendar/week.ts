import type { OccurrenceView } from '../../desk/calendar/model.ts'
import type { FindingView } from '../../desk/rules/model.ts'

export type Tone = 'busy' | 'free' | 'private' | 'travel' | 'bad' | 'cancelled'

/** The Monday of the week a date is in (ISO 8601). */
export const mondayOf = (on: Temporal.PlainDate): Temporal.PlainDate => on.subtract({ days: on.dayOfWeek - 1 })

/** "23 – 27 November", "30 November – 4 December 2026" when it crosses a month. */
export function weekWords(monday: Temporal.PlainDate, days: number): string {
  const last = monday.add({ days: days - 1 })
  const month = (on: Temporal.PlainDate) => on.toLocaleString('en-GB', { month: 'long' })
  const year = last.year === monday.year ? '' : ` ${monday.year}`
  if (monday.month === last.month) return `${monday.day} – ${last.day} ${month(last)}`
  return `${monday.day} ${month(monday)}${year} – ${last.day} ${month(last)}${year ? ` ${last.year}` : ''}`
}

/** How an event is drawn. What cannot work comes first, then what must stay private, then what it is. */
export function toneOf(event: OccurrenceView, broken: ReadonlySet<string>): Tone {
  if (event.cancelled) return 'cancelled'
  if (broken.has(event.key)) return 'bad'
  if (event.label === 'private') return 'private'
  if (event.kind === 'travel' || (event.endZone !== null && event.endZone !== event.zone)) return 'travel'
  return event.busy ? 'busy' : 'free'
}

/** Keys of the occurrences that a `never` finding, still open, is about. */
export const brokenKeys = (findings: readonly FindingView[]): ReadonlySet<string> =>
  new Set(
    findings
      .filter((one) => one.weight === 'never' && one.state !== 'accepted')
      .flatMap((one) => one.items.map((item) => item.key)),
  )

/** The zone besides the desk's that most of this week's events are written in; null when there is none. */
export function otherZone(events: readonly OccurrenceView[], home: string): string | null {
  const counts = new Map<string, number>()
  for (const event of events)
    for (const zone of new Set([event.zone, event.endZone]))
      if (zone !== null && zone !== home && zone !== 'UTC') counts.set(zone, (counts.get(zone) ?? 0) + 1)
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
  return first?.[0] ?? null
}

/** Minutes that are taken on a day, overlaps counted once, between midnight and midnight in `zone`. */
export function takenMinutes(events: readonly OccurrenceView[], on: Temporal.PlainDate, zone: string): number {
  const from = on.toZonedDateTime(zone).epochMilliseconds
  const to = on.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds
  const spans = events
    .filter((event) => event.busy && !event.allDay && !event.cancelled)
    .map((event) => [instantOf(event.start), instantOf(event.end)] as const)
    .filter(([start, end]) => start < to && end > from)
    .sort((a, b) => a[0] - b[0])
  let until = from
  let taken = 0
  for (const [start, end] of spans) {
    const begins = Math.max(start, until)
    const ends = Math.min(end, to)
    if (ends > begins) taken += ends - begins
    until = Math.max(until, ends)
  }
  return Math.round(taken / 60_000)
}

const instantOf = (zoned: string) => Temporal.ZonedDateTime.from(zoned).epochMilliseconds

/** The days an event touches in `zone`, as ISO dates. */
export function daysOf(event: OccurrenceView, zone: string): string[] {
  const from = event.allDay
    ? Temporal.PlainDate.from(event.start)
    : Temporal.ZonedDateTime.from(event.start).withTimeZone(zone).toPlainDate()
  const last = event.allDay
    ? Temporal.PlainDate.from(event.end).subtract({ days: 1 })
    : Temporal.ZonedDateTime.from(event.end).subtract({ milliseconds: 1 }).withTimeZone(zone).toPlainDate()
  const days = [from.toString()]
  for (
    let on = from.add({ days: 1 });
    Temporal.PlainDate.compare(on, last) <= 0 && days.length < 62;
    on = on.add({ days: 1 })
  )
    days.push(on.toString())
  return days
}
