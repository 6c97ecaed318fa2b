import type { Fix } from './finding.ts'
import { quoted } from './found.ts'
import { clockOf, type Local, localOf, minuteOfDay, type Timed } from './local.ts'
import { shortWeekday } from './names.ts'
import type { Plan, PlanItem } from './plan.ts'
import { dayText, wallText } from './text.ts'
import {
  asDay,
  asInstant,
  asWall,
  type Day,
  dayMs,
  dayOf,
  type Instant,
  midnight,
  minuteMs,
  type Span,
  weekdayOf,
} from './time.ts'
import { wayBetween } from './ways.ts'
import { travels } from './whereabouts.ts'
import { zoneOf } from './zone.ts'

/** Ways out are sought only for what is still to come and near enough for somebody to act on. */
const nearMs = 30 * dayMs
const stepMs = 5 * minuteMs
const most = 40

/** A time as `event.move` reads it: local, in the item's own zone; floating stays floating. */
export type MoveTo = {
  readonly allDay: false
  readonly start: string
  readonly end: string
  readonly zone: string | null
  readonly endZone: string | null
}

/** Whether the desk may think of moving an item: it is still to come, near enough, and no journey; nor is its day crowded. */
const isMovable = (plan: Plan, item: PlanItem): boolean => {
  if (plan.at === null || item.span.start <= plan.at || item.span.start > plan.at + nearMs) return false
  if (travels(item) || item.kind === 'travel' || item.allDay !== null || item.owner !== 'executive') return false
  return !isCrowded(localOf(plan).busy, item.span)
}

/**
 * Other times for an item: the next free one that day from `notBefore`, and the same hour on a coming working day.
 * One that nobody else is invited to is moved by the desk; for any other somebody outside must be asked.
 * Nothing for what is past or weeks away, nor for a journey, which no desk moves.
 */
export const waysOut = (plan: Plan, item: PlanItem, notBefore: Instant): Fix[] => {
  if (!isMovable(plan, item)) return []
  const local = localOf(plan)
  const starts = [laterThatDay(plan, local, item, notBefore), anotherDay(plan, local, item, () => true)]
  return starts.filter((at) => at !== null).map((at) => fixOf(local, item, at))
}

/** The same hour on the next free working day that will do. */
export const otherDay = (plan: Plan, item: PlanItem, willDo: (day: Day) => boolean = () => true): Fix[] => {
  if (!isMovable(plan, item)) return []
  const local = localOf(plan)
  const start = anotherDay(plan, local, item, willDo)
  return start === null ? [] : [fixOf(local, item, start)]
}

/** The same start and an earlier end. */
export const shorter = (plan: Plan, item: PlanItem, lengthMs: number): Fix[] => {
  if (!isMovable(plan, item)) return []
  const local = localOf(plan)
  const { start } = item.span
  const when = moveTo(local, item, { start, end: asInstant(start + lengthMs) })
  const until = clockOf(local.wallAt(asInstant(start + lengthMs)))
  const input = { key: item.key, when }
  if (item.people.length === 0)
    return [{ reach: 'desk', operation: 'event.move', input, words: `End ${quoted(item)} at ${until}` }]
  const words = `Ask to end at ${until}`
  return [{ reach: 'world', operation: 'finding.asked', input: { ...input, ask: 'other-time' }, words }]
}

const fixOf = (local: Local, item: PlanItem, start: Instant): Fix => {
  const span = { start, end: asInstant(start + lengthOf(item)) }
  const input = { key: item.key, when: moveTo(local, item, span) }
  const when = saidOf(local, item, span)
  return item.people.length === 0
    ? { reach: 'desk', operation: 'event.move', input, words: `Move ${quoted(item)} to ${when}` }
    : { reach: 'world', operation: 'finding.asked', input: { ...input, ask: 'other-time' }, words: `Ask for ${when}` }
}

const lengthOf = ({ span }: PlanItem): number => span.end - span.start

const moveTo = (local: Local, item: PlanItem, span: Span): MoveTo => {
  const zone = (item.zone === null ? null : zoneOf(item.zone)) ?? local.zoneAt(span.start)
  const text = (at: Instant) => wallText(zone.toWall(at))
  return { allDay: false, start: text(span.start), end: text(span.end), zone: item.zone, endZone: item.zone }
}

/** The clock, and the weekday where it is another. */
const saidOf = (local: Local, item: PlanItem, span: Span): string => {
  const start = local.wallAt(span.start)
  const clocks = `${clockOf(start)}–${clockOf(local.wallAt(span.end))}`
  if (dayOf(start) === dayOf(local.wallAt(item.span.start))) return clocks
  return `${shortWeekday(weekdayOf(dayOf(start)))} ${Number(dayText(dayOf(start)).slice(8))}, ${clocks}`
}

const laterThatDay = (plan: Plan, local: Local, item: PlanItem, notBefore: Instant): Instant | null => {
  const day = dayOf(local.wallAt(item.span.start))
  const evening = local.wallAt(item.span.start) - midnight(day) >= minuteOfDay('17:00') * minuteMs
  const latest = local.instantOf(asWall(midnight(day) + minuteOfDay(evening ? '23:00' : '18:30') * minuteMs))
  let start = rounded(Math.max(notBefore, item.span.start + stepMs, plan.at ?? 0))
  for (let tries = 0; tries < most && start + lengthOf(item) <= latest; tries++) {
    const next = blockedUntil(plan, local, item, start)
    if (next === null) return start
    start = rounded(Math.max(next, start + stepMs))
  }
  return null
}

const anotherDay = (plan: Plan, local: Local, item: PlanItem, willDo: (day: Day) => boolean): Instant | null => {
  const wall = local.wallAt(item.span.start)
  for (let ahead = 1; ahead <= 7; ahead++) {
    const day: Day = asDay(dayOf(wall) + ahead)
    if (['SA', 'SU'].includes(weekdayOf(day)) || !willDo(day)) continue
    const start = local.instantOf(asWall(wall + ahead * dayMs))
    if (start >= plan.window.end) return null
    if (isElsewhere(local, item, start)) continue
    if (blockedUntil(plan, local, item, start) === null) return start
  }
  return null
}

/** Whether clocks where the executive is then are not those of the place the item is at. */
const isElsewhere = (local: Local, { place, zone }: PlanItem, start: Instant): boolean => {
  const there = place && zone ? zoneOf(zone) : null
  return there !== null && there.offsetAt(start) !== local.zoneAt(start).offsetAt(start)
}

const rounded = (ms: number): Instant => asInstant(Math.ceil(ms / stepMs) * stepMs)

/** When a time that cannot be had ends standing in the way: another thing, or the way from or to another place. */
const blockedUntil = (plan: Plan, local: Local, item: PlanItem, start: Instant): number | null => {
  const end = start + lengthOf(item)
  const around = near(local.busy, start - dayMs, end + dayMs).filter((timed) => timed.item.key !== item.key)
  const inTheWay = around.filter(({ item: { span } }) => span.start < end && span.end > start)
  if (inTheWay.length > 0) return Math.max(...inTheWay.map((timed) => timed.item.span.end))
  const place = item.place
  if (place === null) return null
  const minutes = (other: Timed): number =>
    (other.item.place ? (wayBetween(other.item.place, place, plan.travelMinutes)?.minutes ?? 0) : 0) * minuteMs
  const before = around.filter((t) => t.item.place && t.item.span.end <= start).at(-1)
  if (before && before.item.span.end + minutes(before) > start) return before.item.span.end + minutes(before)
  const after = around.find((t) => t.item.place && t.item.span.start >= end)
  return after && end + minutes(after) > after.item.span.start ? after.item.span.end : null
}

/** More things in two days than anybody has: a way out is not sought among them, because seeking would take long. */
const isCrowded = (busy: readonly Timed[], { start, end }: Span): boolean =>
  firstFrom(busy, end + dayMs) - firstFrom(busy, start - dayMs) > 500

/** The first of the things, in order of starts, that starts at or after an instant. */
const firstFrom = (busy: readonly Timed[], from: number): number => {
  let [low, high] = [0, busy.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((busy[middle] as Timed).item.span.start < from) low = middle + 1
    else high = middle
  }
  return low
}

/** Things that start between two instants; `busy` is in order of starts, so that a year of it is not read for one day. */
export const near = (busy: readonly Timed[], from: number, to: number): Timed[] => {
  const found: Timed[] = []
  for (let i = firstFrom(busy, from); i < busy.length && (busy[i] as Timed).item.span.start < to; i++)
    found.push(busy[i] as Timed)
  return found
}
