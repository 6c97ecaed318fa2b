import type { Plan, PlanItem } from './plan.ts'
import { asInstant, asWall, type Day, dayMs, dayOf, type Instant, minuteMs, type Wall } from './time.ts'
import { standingAt } from './whereabouts.ts'
import { utc, type Zone, zoneOf } from './zone.ts'

/**
 * Something timed that takes somebody's time, read on their clocks. `last` is the last local day it touches; after a
 * journey west the clock at its end may show less than the one at its start.
 */
export type Timed = {
  readonly item: PlanItem
  readonly start: Wall
  readonly end: Wall
  readonly day: Day
  readonly last: Day
}

/** One person's time: what takes it, by start, then end, then key. The same occurrence in two calendars is there once. */
export type Lane = {
  readonly timed: readonly Timed[]
  readonly allDay: readonly PlanItem[]
  /** Nothing in it lasts longer, in milliseconds. */
  readonly longest: number
}

/**
 * A plan read on the clocks of the one it is about: where they are, those clocks count.
 * What is the assistant's own is read on the clocks of the executive's home.
 */
export type Local = {
  readonly zoneAt: (at: Instant) => Zone
  readonly wallAt: (at: Instant) => Wall
  /** When a clock where the executive is shows `wall`. */
  readonly instantOf: (wall: Wall) => Instant
  /** Timed items that take the executive's time, by start. */
  readonly busy: readonly Timed[]
  readonly lanes: Readonly<Record<PlanItem['owner'], Lane>>
  /** Whether any place has coordinates. */
  readonly hasGeo: boolean
}

const made = new WeakMap<Plan, Local>()

/** Made once for a plan, however many rules ask. */
export const localOf = (plan: Plan): Local => {
  const before = made.get(plan)
  if (before) return before
  const lanes = { executive: laneFrom(plan, 'executive'), assistant: laneFrom(plan, 'assistant') }
  const local = localWith(clocksOf(plan), lanes, plan.items.some(hasGeo))
  made.set(plan, local)
  return local
}

/** Says how a plan reads where that is known already, because all but a few things were read before; by other clocks where they changed. */
export const readAs = (
  plan: Plan,
  before: Plan,
  byOtherClocks: boolean,
  lanes: Local['lanes'],
  came: readonly PlanItem[],
): void => {
  const local = localOf(before)
  made.set(plan, localWith(byOtherClocks ? clocksOf(plan) : local, lanes, local.hasGeo || came.some(hasGeo)))
}

const hasGeo = ({ place }: PlanItem): boolean => place !== null && place.geo !== null

type Clocks = Pick<Local, 'zoneAt' | 'wallAt' | 'instantOf'>

const localWith = ({ zoneAt, wallAt, instantOf }: Clocks, lanes: Local['lanes'], hasGeo: boolean): Local => ({
  zoneAt,
  wallAt,
  instantOf,
  busy: lanes.executive.timed,
  lanes,
  hasGeo,
})

const clocksOf = ({ whereabouts }: Pick<Plan, 'whereabouts'>): Clocks => {
  const only = whereabouts.length <= 1 ? zoneFrom(whereabouts[0]?.zone) : null
  const zoneAt = (at: Instant): Zone => only ?? zoneFrom(standingAt({ whereabouts }, at)?.zone)
  const wallAt = (at: Instant): Wall => zoneAt(at).toWall(at)
  const instantOf = (wall: Wall): Instant => {
    const guess = zoneAt(asInstant(wall)).toInstant(wall)
    return zoneAt(guess).toInstant(wall)
  }
  return { zoneAt, wallAt, instantOf }
}

const zoneFrom = (name: string | undefined): Zone => zoneOf(name ?? 'UTC') ?? utc

const laneFrom = (plan: Plan, owner: PlanItem['owner']): Lane => {
  const read = readingFor(plan, owner)
  const taken = joined(plan.items.filter((item) => takesTime(item) && item.owner === owner))
  return {
    timed: taken.filter((item) => item.allDay === null).map(read),
    allDay: taken.filter((item) => item.allDay !== null),
    longest: longestOf(taken),
  }
}

export const longestOf = (items: readonly PlanItem[]): number =>
  items.reduce((longest, { span }) => Math.max(longest, span.end - span.start), 0)

/** How things of an owner are read on clocks. */
export const readingFor = (plan: Plan, owner: PlanItem['owner']): ((item: PlanItem) => Timed) => {
  const home = zoneFrom(plan.whereabouts[0]?.zone)
  const zoneAt = owner === 'executive' ? clocksOf(plan).zoneAt : () => home
  return (item) => {
    const { span } = item
    const [zone, there] = [zoneAt(span.start), zoneAt(span.end)]
    const [start, end] = [zone.toWall(span.start), there.toWall(span.end)]
    const day = dayOf(start)
    // What ends as clocks skip midnight ends on the day before; what arrives in another zone is read on its clock.
    const until = zone === there ? zone.toWall(asInstant(span.end - 1)) : asWall(end - 1)
    return { item, start, end, day, last: until > start ? dayOf(until) : day }
  }
}

/** Free, cancelled and declined items take no time. */
export const takesTime = (item: PlanItem): boolean => item.busy && !item.cancelled

/** The plan's order. */
export const inOrder = (a: PlanItem, b: PlanItem): number =>
  a.span.start - b.span.start || a.span.end - b.span.end || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)

/** Where in the plan's order an item stands, or would. */
const placeOf = <T>(things: readonly T[], item: PlanItem, itemOf: (thing: T) => PlanItem): number => {
  let [low, high] = [0, things.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (inOrder(itemOf(things[middle] as T), item) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/** Puts a thing where the plan's order has it. */
export const insert = <T>(things: T[], thing: T, itemOf: (thing: T) => PlanItem): void => {
  things.splice(placeOf(things, itemOf(thing), itemOf), 0, thing)
}

/** Takes away the thing that is about the same item at the same time. */
export const remove = <T>(things: T[], thing: T, itemOf: (thing: T) => PlanItem): void => {
  const place = placeOf(things, itemOf(thing), itemOf)
  const there = things[place]
  if (there !== undefined && isCopy(itemOf(there), itemOf(thing))) things.splice(place, 1)
}

const isCopy = (a: PlanItem, b: PlanItem): boolean =>
  a.key === b.key && a.span.start === b.span.start && a.span.end === b.span.end

/** Copies of one occurrence follow each other in the plan's order: the one that says more stands for all, with the strictest label. */
const joined = (items: readonly PlanItem[]): readonly PlanItem[] => {
  if (!items.some((item, i) => i > 0 && isCopy(items[i - 1] as PlanItem, item))) return items
  const kept: PlanItem[] = []
  for (const item of items) {
    const last = kept.at(-1)
    if (last && isCopy(last, item)) kept[kept.length - 1] = together(last, item)
    else kept.push(item)
  }
  return kept
}

const says = (item: PlanItem): number => item.people.length + (item.place ? 1000 : 0) + (item.link ? 1000 : 0)

const together = (a: PlanItem, b: PlanItem): PlanItem => {
  const fuller = says(b) > says(a) || (says(b) === says(a) && b.calendar < a.calendar) ? b : a
  return { ...fuller, label: strictestOf(a, b) }
}

const strictestOf = (a: PlanItem, b: PlanItem): PlanItem['label'] =>
  [a.label, b.label].includes('private') ? 'private' : [a.label, b.label].includes('desk') ? 'desk' : 'open'

/** Things with other people or of a kind that means people; not one's own focus, private life or ways. */
export const isMeeting = ({ kind }: Pick<PlanItem, 'kind'>): boolean =>
  kind !== 'focus' && kind !== 'travel' && kind !== 'personal'

/** By the local day they start on, in order. */
export const byDay = (timed: readonly Timed[]): Map<Day, Timed[]> => Map.groupBy(timed, (t) => t.day)

export const minutesOf = (ms: number): number => Math.round(ms / minuteMs)

/** Minutes that are whole: what is too short by seconds is too short. */
export const wholeMinutes = (ms: number): number => Math.floor(ms / minuteMs)

/** `09:30` on a clock; `24:00` is the end of a day. */
export const clockOf = (wall: Wall): string =>
  minuteText(Math.floor((wall - Math.floor(wall / dayMs) * dayMs) / minuteMs))

const minuteText = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** Minutes since midnight of a local time `HH:MM`. */
export const minuteOfDay = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

/** The city a zone is named after: "New York" for America/New_York. */
export const cityOf = (zone: Zone): string => (zone.id.split('/').at(-1) ?? zone.id).replaceAll('_', ' ')

/** "45 min", "2 h", "1 h 30 min" */
export const lengthWords = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `${rest} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`
}
