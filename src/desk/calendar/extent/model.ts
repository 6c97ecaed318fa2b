import { occurrencesOf } from '../../../plan/occurrences.ts'
import { checkRule } from '../../../plan/recurrence/check.ts'
import { instantOf, type When, wallOf, zoneOfWhen } from '../../../plan/series.ts'
import { asInstant, asWall, dayOf, type Instant } from '../../../plan/time.ts'
import type { Zone } from '../../../plan/zone.ts'
import {
  isMisfit,
  type Misfit,
  sameLength,
  sameTimes,
  shifted,
  type Times,
  timesFrom,
  timesSet,
  type Wanted,
  wordsSet,
} from '../change/model.ts'
import {
  clockOf,
  type KeptEvent,
  masterOf,
  occurrenceAt,
  overridesOf,
  type Part,
  repeats,
  seriesOf,
  whenOfId,
} from '../series/model.ts'
import { movedRule } from './rule.ts'
import { splitAt } from './split.ts'

/** What a person wants of an event; `cancelled` both ways. */
export type Wish = { readonly set: Wanted; readonly cancelled?: boolean }
export type Extent = 'this' | 'following' | 'all'
export type Target = { readonly extent: Extent; readonly recurrenceId: string | null }

/** The event after a change, and the one that was split off from it where the change is about an occurrence and all after it. */
export type Changed = { readonly event: KeptEvent; readonly split: KeptEvent | null }

/** What the change must know: the zone of what names none, when it happens, and an id for an event that is split off. */
export type Given = { readonly home: Zone; readonly at: Instant; readonly newId: string }

export const notThere: Misfit = { path: 'recurrenceId', words: 'This series has no such occurrence.' }

/**
 * Changes one occurrence, it and all that follow, or all. An event that does not repeat is changed whole.
 * Misfits: an occurrence the series does not have, times that cannot be, a rule that cannot be used, a rule for one occurrence.
 */
export function change(event: KeptEvent, target: Target, wish: Wish, given: Given): Changed | Misfit {
  const { extent, recurrenceId } = target
  if (!repeats(event) || recurrenceId === null || extent === 'all') {
    if (recurrenceId === null && extent !== 'all' && repeats(event))
      return { path: 'recurrenceId', words: 'Say which occurrence of the series is meant.' }
    return changeAll(event, recurrenceId, wish, given)
  }
  return extent === 'this'
    ? changeOne(event, recurrenceId, wish, given)
    : changeFollowing(event, recurrenceId, wish, given)
}

const timesWanted = (wish: Wish, before: Times, home: Zone): Times | Misfit =>
  wish.set.when === undefined ? before : timesFrom(wish.set.when, home, 'when', before)

const setOn = (part: Part, wish: Wish): Part => ({
  ...wordsSet(part, wish.set),
  ...(wish.cancelled === undefined ? {} : { cancelled: wish.cancelled }),
})

/** The part that stands for one occurrence alone, as it is now. */
export function partAt(event: KeptEvent, recurrenceId: string, home: Zone): Part | null {
  const found = occurrenceAt(event, recurrenceId, home)
  if (!found) return null
  const part = found.part as Part
  if (part.recurrenceId !== null && !part.thisAndFuture) return part
  const start: When =
    part.start.form === 'date'
      ? { form: 'date', day: dayOf(found.wallStart) }
      : { ...part.start, wall: found.wallStart }
  const ms = found.span.end - found.span.start
  const length = part.length.days > 0 || found.allDay ? part.length : { days: 0, ms }
  return {
    ...part,
    imported: null,
    recurrenceId: whenOfId(event, recurrenceId, home),
    thisAndFuture: false,
    start,
    length,
    rrules: [],
    rdates: [],
    exdates: [],
  }
}

function changeOne(event: KeptEvent, recurrenceId: string, wish: Wish, { home }: Given): Changed | Misfit {
  if (wish.set.rrule !== undefined && wish.set.rrule !== null)
    return { path: 'set.rrule', words: 'One occurrence cannot repeat by itself; change this and following, or all.' }
  const before = partAt(event, recurrenceId, home)
  if (!before) return notThere
  const times = timesWanted(wish, before, home)
  if (isMisfit(times)) return times
  const after = timesSet(setOn(before, wish), times)
  const same = (part: Part) =>
    part.recurrenceId !== null && !part.thisAndFuture && sameOriginal(event, part, after, home)
  const kept = event.parts.filter((part) => !same(part))
  return { event: { ...event, parts: [...kept, after] }, split: null }
}

const sameOriginal = (event: KeptEvent, a: Part, b: Part, home: Zone): boolean => {
  const clock = clockOf(event, home)
  return clock.identity(clock.wall(a.recurrenceId as When)) === clock.identity(clock.wall(b.recurrenceId as When))
}

function changeFollowing(event: KeptEvent, recurrenceId: string, wish: Wish, given: Given): Changed | Misfit {
  if (!occurrenceAt(event, recurrenceId, given.home)) return notThere
  const halves = splitAt(event, recurrenceId, given)
  if (!halves) return changeAll(event, recurrenceId, wish, given)
  const changed = changeAll(halves.after, recurrenceId, wish, given)
  return isMisfit(changed) ? changed : { event: halves.before, split: changed.event }
}

/** Every occurrence: what was changed for one of them stays as it is where this change is about the same thing. */
function changeAll(event: KeptEvent, recurrenceId: string | null, wish: Wish, given: Given): Changed | Misfit {
  const master = masterOf(event)
  if (!master) return changeOrphans(event, wish, given)
  const times = timesForAll(event, master, recurrenceId, wish, given.home)
  if (isMisfit(times)) return times
  const ruled = rulesFor(master, times, wish)
  if (isMisfit(ruled)) return ruled
  const after = timesSet(
    { ...setOn(master, wish), rrules: ruled, ...datesMoved(event, master, times, given.home) },
    times,
  )
  const overrides = overridesOf(event).map((part) => overrideAfter(event, part, master, after, wish, given.home))
  const next = { ...event, parts: [after, ...overrides] }
  return { event: wish.set.rrule === undefined ? next : withoutStrays(next, given.home), split: null }
}

/** Occurrences whose master is missing: each is changed as it stands. */
function changeOrphans(event: KeptEvent, wish: Wish, { home }: Given): Changed | Misfit {
  const parts: Part[] = []
  for (const part of event.parts) {
    const times = timesWanted(wish, part, home)
    if (isMisfit(times)) return times
    parts.push(timesSet(setOn(part, wish), times))
  }
  return { event: { ...event, parts }, split: null }
}

/** The master's times: as far from where it was as the person moved the occurrence they held. */
function timesForAll(event: KeptEvent, master: Part, id: string | null, wish: Wish, home: Zone): Times | Misfit {
  if (wish.set.when === undefined) return master
  const held = id === null ? master : (partAt(event, id, home) ?? notThere)
  if (isMisfit(held)) return held
  const times = timesFrom(wish.set.when, home, 'when', held)
  if (isMisfit(times) || sameTimes(times, held)) return isMisfit(times) ? times : master
  const by = wallOf(times.start) - wallOf(held.start)
  const start = shifted(times.start, wallOf(master.start) + by - wallOf(times.start))
  return { ...times, start }
}

function rulesFor(master: Part, times: Times, wish: Wish): readonly string[] | Misfit {
  const wanted = wish.set.rrule
  if (wanted !== undefined) {
    const trouble = wanted === null ? null : checkRule(wanted, times.start)
    if (trouble !== null) return { path: 'set.rrule', words: `This repeat cannot be used: ${trouble}` }
    return wanted === null ? [] : [wanted]
  }
  const rules: string[] = []
  for (const rule of master.rrules) {
    const moved = movedRule(rule, master.start, times.start)
    if (typeof moved !== 'string') return moved
    const trouble = checkRule(moved, times.start)
    if (trouble !== null) return { path: 'when', words: `Its repeat does not fit the new time: ${trouble}` }
    rules.push(moved)
  }
  return rules
}

/** Added and excepted dates move with the series and take its form. */
function datesMoved(event: KeptEvent, master: Part, times: Times, home: Zone): Pick<Part, 'rdates' | 'exdates'> {
  const { rdates, exdates } = master
  if (sameTimes(master, times)) return { rdates, exdates }
  const move = (when: When) => moved(event, when, master, times, home)
  return { rdates: rdates.map((one) => ({ ...one, start: move(one.start) })), exdates: exdates.map(move) }
}

const moved = (event: KeptEvent, when: When, before: Times, after: Times, home: Zone): When => {
  const wall = asWall(clockOf(event, home).wall(when) + wallOf(after.start) - wallOf(before.start))
  return after.start.form === 'date' ? { form: 'date', day: dayOf(wall) } : { ...after.start, wall }
}

/** A changed occurrence after a change to all: it keeps what was changed for it alone. */
function overrideAfter(event: KeptEvent, part: Part, was: Part, is: Part, wish: Wish, home: Zone): Part {
  const mine = Object.fromEntries(
    Object.entries(wish.set).filter(([name]) => name !== 'when' && name !== 'rrule' && !differs(part, was, name)),
  ) as Wanted
  const worded = setOn(part, { ...wish, set: mine })
  if (sameTimes(was, is) || part.recurrenceId === null) return worded
  const recurrenceId = moved(event, part.recurrenceId, was, is, home)
  const clock = clockOf(event, home)
  const asPlanned = clock.identity(clock.wall(part.recurrenceId)) === clock.identity(clock.wall(part.start))
  const length = sameLength(part.length, was.length) ? is.length : part.length
  const follows: Times = asPlanned ? { start: recurrenceId, length, endZone: is.endZone } : part
  return { ...timesSet(worded, follows), recurrenceId }
}

const values: Record<string, (part: Part) => unknown> = {
  busy: (part) => part.transparent,
  label: (part) => part.saidLabel,
  place: (part) => part.place?.name,
}

const differs = (part: Part, master: Part, name: string): boolean => {
  const value = values[name] ?? ((one: Part) => one[name as keyof Part])
  return JSON.stringify(value(part)) !== JSON.stringify(value(master))
}

/** After another rule some changed occurrences have no place in the series any more. */
function withoutStrays(event: KeptEvent, home: Zone): KeptEvent {
  const master = masterOf(event)
  if (!master) return event
  const alone = { ...event, parts: [{ ...master, exdates: [] }] }
  const clock = clockOf(event, home)
  const stands = (part: Part) => {
    if (part.recurrenceId === null) return true
    const wall = clock.wall(part.recurrenceId)
    const at = zoneOfWhen(master.start, home).toInstant(wall)
    const window = { start: at, end: asInstant(at + 1000) }
    return occurrencesOf(seriesOf(alone), window, home, instantOf(master.start, home)).occurrences.some(
      (one) => clock.identity(one.wallStart) === clock.identity(wall),
    )
  }
  return { ...event, parts: event.parts.filter(stands) }
}
