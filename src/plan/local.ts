import type { Plan, PlanItem } from './plan.ts'
import { asInstant, type Day, dayMs, dayOf, type Instant, minuteMs, type Wall } from './time.ts'
import { standingAt } from './whereabouts.ts'
import { utc, type Zone, zoneOf } from './zone.ts'

/** Something that takes the executive's own time, read on the executive's clocks. */
export type Timed = { readonly item: PlanItem; readonly start: Wall; readonly end: Wall; readonly day: Day }

/** A plan read on the clocks of the one it is about: where they are, those clocks count. */
export type Local = {
  readonly zoneAt: (at: Instant) => Zone
  readonly wallAt: (at: Instant) => Wall
  /** When a clock where the executive is shows `wall`. */
  readonly instantOf: (wall: Wall) => Instant
  /** Timed items that take the executive's time, by start. */
  readonly busy: readonly Timed[]
}

const made = new WeakMap<Plan, Local>()

/** Made once for a plan, however many rules ask. */
export const localOf = (plan: Plan): Local => {
  const before = made.get(plan)
  if (before) return before
  const local = read(plan)
  made.set(plan, local)
  return local
}

const read = (plan: Plan): Local => {
  const only = plan.whereabouts.length <= 1 ? zoneFrom(plan.whereabouts[0]?.zone) : null
  const zoneAt = (at: Instant): Zone => only ?? zoneFrom(standingAt(plan, at)?.zone)
  const wallAt = (at: Instant): Wall => zoneAt(at).toWall(at)
  const instantOf = (wall: Wall): Instant => {
    const guess = zoneAt(asInstant(wall)).toInstant(wall)
    return zoneAt(guess).toInstant(wall)
  }
  const busy = plan.items.filter(takesTime).map((item): Timed => {
    const start = wallAt(item.span.start)
    return { item, start, end: wallAt(item.span.end), day: dayOf(start) }
  })
  return { zoneAt, wallAt, instantOf, busy }
}

const zoneFrom = (name: string | undefined): Zone => zoneOf(name ?? 'UTC') ?? utc

/** Free, cancelled and declined items take no time; all-day items never collide with timed ones. */
const takesTime = (item: PlanItem): boolean =>
  item.busy && !item.cancelled && item.owner === 'executive' && item.allDay === null

/** Things with other people or of a kind that means people; not one's own focus, private life or ways. */
export const isMeeting = ({ kind }: Pick<PlanItem, 'kind'>): boolean => !['focus', 'travel', 'personal'].includes(kind)

/** By the local day they start on, in order. */
export const byDay = (timed: readonly Timed[]): Map<Day, Timed[]> => Map.groupBy(timed, (t) => t.day)

export const minutesOf = (ms: number): number => Math.round(ms / minuteMs)

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
