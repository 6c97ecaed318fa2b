import type { Plan, PlanItem } from '../../../plan/plan.ts'
import type { Instant } from '../../../plan/time.ts'
import { travels as carries } from '../../../plan/whereabouts.ts'
import type { OccurrenceView } from '../../calendar/model.ts'
import type { FindingView } from '../../rules/model.ts'
import type { DayRow, Tag } from '../model.ts'
import { cityOf, clockOn, clockWords, gapWords, inSentence, lengthWords, namesWords, travelWords } from '../words.ts'

/** What a reader sees of a day: the plan's times, and of each item only what this reader may know. */
export type Sight = {
  readonly on: Temporal.PlainDate
  readonly at: Temporal.Instant
  /** The desk's own zone. */
  readonly zone: string
  readonly home: string | null
  readonly plan: Plan
  /** By key; an item the reader may not even know of is not in it. */
  readonly seen: ReadonlyMap<string, OccurrenceView>
  readonly findings: readonly FindingView[]
  /** Minutes from one place to another: 0 for the same place, null where nobody has said. */
  readonly minutes: (from: string, to: string) => number | null
}

/** A line of the day before it is put in words: the item and what the reader sees of it. */
export type Line = { readonly item: PlanItem; readonly view: OccurrenceView }
export type Way = {
  readonly from: string
  readonly to: string
  readonly minutes: number | null
  readonly leaveBy: Instant
}

const gapFrom = 10
const minutesOf = (ms: number): number => Math.floor(ms / 60_000)

/** Temporal's reading of a plan's instant, on the clock of a zone. */
export const clockAt = (at: Instant, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)

/** The day's timed items that the reader may know of, by start; the assistant's own calendars are not the executive's day. */
export const linesOf = (sight: Sight, from: Instant, to: Instant): Line[] =>
  sight.plan.items
    .filter((item) => item.owner === 'executive' && !item.cancelled && item.allDay === null)
    .filter(({ span }) => span.start < to && (span.end > from || span.start >= from))
    .flatMap((item) => {
      const view = sight.seen.get(item.key)
      return view ? [{ item, view }] : []
    })

/** All-day items of the day, as the reader sees them. */
export const allDayOf = (sight: Sight, from: Instant, to: Instant): OccurrenceView[] =>
  sight.plan.items
    .filter((item) => item.owner === 'executive' && !item.cancelled && item.allDay !== null)
    .filter(({ span }) => span.start < to && span.end > from)
    .flatMap((item) => sight.seen.get(item.key) ?? [])

/** Whether an item carries the executive from one zone to another. */
export const travels = ({ item }: Line): boolean => carries(item)

/**
 * The ways between the day's places, each with the line it leads to. Where a journey ends is not where it began:
 * after one, the next place has no way to it until the executive stands somewhere known again.
 */
export const waysOf = (sight: Sight, lines: readonly Line[], wakesAt: string | null): Map<Line, Way> => {
  const ways = new Map<Line, Way>()
  let standing = wakesAt
  for (const line of lines.filter(({ item }) => item.busy)) {
    const to = line.view.place
    if (to !== null && standing !== null) {
      const minutes = sight.minutes(standing, to)
      const leaveBy = (line.item.span.start - (minutes ?? 0) * 60_000) as Instant
      if (minutes !== 0) ways.set(line, { from: standing, to, minutes, leaveBy })
    }
    standing = travels(line) || line.item.kind === 'travel' ? null : (to ?? standing)
  }
  return ways
}

/** The day in the order a person lives it: events, the free time between them, and the ways. */
export const dayRows = (
  sight: Sight,
  lines: readonly Line[],
  ways: ReadonlyMap<Line, Way>,
  zones: readonly string[],
  zoneAt: (at: Instant) => string,
): DayRow[] => {
  const rows: DayRow[] = []
  let until: Instant | null = null
  for (const line of lines) {
    const way = ways.get(line)
    if (until !== null && line.item.busy) rows.push(...gapBefore(line, until, way))
    if (way) rows.push(wayRow(way, zoneAt))
    rows.push(eventRow(sight, line, zones))
    if (line.item.busy) until = Math.max(until ?? line.item.span.end, line.item.span.end) as Instant
  }
  return rows
}

const gapBefore = (line: Line, until: Instant, way: Way | undefined): DayRow[] => {
  const minutes = minutesOf(line.item.span.start - until) - (way?.minutes ?? 0)
  return minutes < gapFrom ? [] : [{ row: 'gap', minutes, words: gapWords(minutes) }]
}

const wayRow = (way: Way, zoneAt: (at: Instant) => string): DayRow => ({
  row: 'travel',
  from: way.from,
  to: way.to,
  minutes: way.minutes,
  words: travelWords(way.to, way.minutes, clockWords(clockAt(way.leaveBy, zoneAt(way.leaveBy)))),
})

const eventRow = (sight: Sight, line: Line, zones: readonly string[]): DayRow => {
  const about = sight.findings.filter((f) => f.state !== 'accepted' && f.items.some((i) => i.key === line.item.key))
  return {
    row: 'event',
    event: line.view,
    clocks: zones.map((zone) => clockOn(clockAt(line.item.span.start, zone), sight.on)),
    detail: detailOf(line),
    tags: [...kindTags(line), ...findingTags(about)],
    findings: about.map((f) => f.fingerprint),
  }
}

const detailOf = (line: Line): string => {
  const { item, view } = line
  const people = view.people.map((p) => p.name ?? p.address)
  return [
    lengthWords(minutesOf(item.span.end - item.span.start)),
    view.place,
    view.link === null ? null : 'by link',
    namesWords(people),
    travels(line) && line.view.endZone !== null ? arrival(line) : null,
  ]
    .filter((part) => part !== null && part !== '')
    .join(' · ')
}

const arrival = ({ item }: Line): string => {
  const zone = item.endZone ?? 'UTC'
  const leaves = clockAt(item.span.start, item.zone ?? zone).toPlainDate()
  return `arrives ${clockOn(clockAt(item.span.end, zone), leaves)} ${cityOf(zone)}`
}

const kindTags = (line: Line): Tag[] => {
  const tags: Tag[] = []
  if (line.view.kind === 'hold') tags.push({ tone: 'amber', words: 'held' })
  if (line.view.kind === 'focus') tags.push({ tone: 'green', words: 'focus' })
  if (line.view.kind === 'travel') tags.push({ tone: 'blue', words: 'travel' })
  if (line.view.label === 'private') tags.push({ tone: 'plum', words: 'private' })
  if (!line.view.busy) tags.push({ tone: 'green', words: 'takes no time' })
  if (line.view.moves > 1) tags.push({ tone: 'amber', words: `moved ${line.view.moves} times` })
  return tags
}

/** The two that weigh most; a finding somebody was asked about is amber whatever its weight. */
const findingTags = (findings: readonly FindingView[]): Tag[] => {
  const tags = findings.map((f): Tag => {
    if (f.state === 'asked') return { tone: 'amber', words: f.stateWords ?? 'asked' }
    return { tone: f.weight === 'never' ? 'red' : 'amber', words: inSentence(f.title) }
  })
  const told = tags.filter((tag, i) => tags.findIndex((t) => t.words === tag.words) === i)
  return told.sort((a, b) => Number(b.tone === 'red') - Number(a.tone === 'red')).slice(0, 2)
}
