import type { OccurrenceView } from '../../desk/calendar/model.ts'
import type { FindingView } from '../../desk/rules/model.ts'

export type Tone = 'busy' | 'free' | 'hold' | 'private' | 'travel' | 'bad' | 'cancelled'

/** How an event is drawn. What cannot work comes first, then what must stay private, then what it is. */
export function toneOf(event: OccurrenceView, broken: ReadonlySet<string>): Tone {
  if (event.cancelled) return 'cancelled'
  if (broken.has(event.key)) return 'bad'
  if (event.kind === 'hold') return 'hold'
  if (event.label === 'private') return 'private'
  if (event.kind === 'travel' || (event.endZone !== null && event.endZone !== event.zone)) return 'travel'
  return event.busy ? 'busy' : 'free'
}

/** A cancelled event is shown where nothing else is on: it must not take a live one's room. */
export function withoutThinAir(events: readonly OccurrenceView[]): readonly OccurrenceView[] {
  const live = events.filter((event) => !event.cancelled)
  const isCovered = (gone: OccurrenceView) =>
    live.some(
      (event) =>
        event.allDay === gone.allDay &&
        instantOf(event.start) < instantOf(gone.end) &&
        instantOf(event.end) > instantOf(gone.start),
    )
  return events.filter((event) => !event.cancelled || !isCovered(event))
}

/** 07:00 to 20:00, wider when something begins earlier or ends later; in whole hours. */
export function hoursOf(events: readonly OccurrenceView[], zone: string): { first: number; last: number } {
  let [first, last] = [7, 20]
  for (const event of events) {
    if (event.allDay || event.cancelled) continue
    const start = Temporal.ZonedDateTime.from(event.start).withTimeZone(zone)
    const end = Temporal.ZonedDateTime.from(event.end).withTimeZone(zone)
    const over = !start.toPlainDate().equals(end.toPlainDate())
    first = Math.min(first, over ? 0 : start.hour)
    last = Math.max(last, over ? 24 : end.hour + (end.minute > 0 ? 1 : 0))
  }
  return { first, last }
}

/** Nothing that matters is on a Saturday or Sunday, so that five days are the whole week. */
export const isWeekendFree = (events: readonly OccurrenceView[], zone: string): boolean =>
  !events.some(
    (event) => !event.cancelled && daysOf(event, zone).some((day) => Temporal.PlainDate.from(day).dayOfWeek > 5),
  )

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

/** All-day items lie on dates; midnight UTC stands for one where only their order matters. */
const instantOf = (text: string) =>
  (text.includes('T') ? Temporal.ZonedDateTime.from(text) : Temporal.PlainDate.from(text).toZonedDateTime('UTC'))
    .epochMilliseconds

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

/** The zones of a date, in the order the executive is in them; none where nobody knows yet. */
export type ZonesOn = (day: Temporal.PlainDate) => readonly string[]

/** Whether an event is on a date that begins and ends by the clock where the executive wakes: each event has a day, whatever the journey. */
export function isOnDay(event: OccurrenceView, on: Temporal.PlainDate, zonesOn: ZonesOn, home: string): boolean {
  if (event.allDay) return daysOf(event, home).includes(on.toString())
  const midnight = (day: Temporal.PlainDate) => day.toZonedDateTime(zonesOn(day)[0] ?? home).epochMilliseconds
  const [from, until] = [midnight(on), midnight(on.add({ days: 1 }))]
  const [start, end] = [instantOf(event.start), instantOf(event.end)]
  return start < until && (end > from || start >= from)
}

export const clockIn = (zoned: string, zone: string): string =>
  Temporal.ZonedDateTime.from(zoned).withTimeZone(zone).toPlainTime().toString({ smallestUnit: 'minute' })

/** When an event starts on clocks that read otherwise than the main one, its own among them; each reading once. */
export function clocksOf(
  event: OccurrenceView,
  main: string,
  others: readonly string[],
): readonly { readonly zone: string; readonly clock: string }[] {
  const told = clockIn(event.start, main)
  return [...others, ...(event.zone === null ? [] : [event.zone])]
    .map((zone) => ({ zone, clock: clockIn(event.start, zone) }))
    .filter(({ clock }, n, all) => clock !== told && all.findIndex((one) => one.clock === clock) === n)
}
