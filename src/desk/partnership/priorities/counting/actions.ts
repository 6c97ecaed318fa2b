import { type Lived, livedIn, usualHours, type WorkingHours, workingIn } from '../../../../plan/lived.ts'
import { localOf } from '../../../../plan/local.ts'
import type { Plan, PlanItem } from '../../../../plan/plan.ts'
import { kindOf } from '../../../../plan/rules/kinds.ts'
import { asDay, asInstant, type Instant, midnight, type Span } from '../../../../plan/time.ts'
import type { Zone } from '../../../../plan/zone.ts'
import type { Act } from '../../../act.ts'
import { buildPlan } from '../../../calendar/occurrences/actions.ts'
import type { CalendarItem } from '../../../calendar/views/model.ts'
import { sentenceOf } from '../../../rules/draft/model.ts'
import { daysSpan } from '../../../rules/judging/actions.ts'
import { rulesToday } from '../../../rules/queries.ts'
import { keeper } from '../keeping/actions.ts'
import type { Priority } from '../model.ts'
import type { Period } from '../periods/model.ts'
import { prioritiesOf, tiesOf } from '../queries.ts'
import { type Belongings, belongings, type Standing } from '../ties/model.ts'
import { hoursRuleOf } from './model.ts'

/** The priorities of a period, all of them, and what belongs to which. Read as the desk itself. */
export type PrioritySet = {
  readonly period: Period
  readonly priorities: readonly Priority[]
  readonly belongs: Belongings
}

export async function setIn(act: Act, period: Period, asOf: Temporal.Instant | null = null): Promise<PrioritySet> {
  const priorities = await prioritiesOf(act.db, act.desk.id, period, asOf)
  const ids = priorities.map(({ id }) => id)
  const ties = await tiesOf(act.db, act.desk.id, ids, asOf)
  const says = JSON.stringify([act.desk.id, period.from, priorities.map((one) => [one.id, one.version]), ties])
  const before = sets.get(says)
  if (before) return before
  const set = { period, priorities, belongs: belongings(priorities, ties) }
  sets.set(says, set)
  if (sets.size > mostSets) sets.delete(sets.keys().next().value ?? '')
  return set
}

/** Sets by what they say: the same set is the same value, and what was counted for it is found again. */
const sets = new Map<string, PrioritySet>()
const mostSets = 24

type Hours = { readonly hours: WorkingHours; readonly words: string; readonly rule: string | null }

const hoursKnown = new WeakMap<Act, Promise<Hours>>()

/** When the executive works, as a rule of the desk says; without one, as most do. Asked once in an operation, as the desk itself. */
export function hoursOf(act: Act): Promise<Hours> {
  const found = hoursKnown.get(act) ?? hoursRead(act)
  hoursKnown.set(act, found)
  return found
}

async function hoursRead(act: Act): Promise<Hours> {
  const rule = hoursRuleOf(await rulesToday(act.db, act.desk.id))
  const read = rule && kindOf('hours')?.params.safeParse(rule.params)
  if (rule && read?.success)
    return {
      hours: (read.data as { days: WorkingHours }).days,
      words: sentenceOf(rule, kindOf),
      rule: rule.id,
    }
  const usual = { kind: 'hours', params: { days: usualHours }, scope: {} } as unknown as Parameters<
    typeof sentenceOf
  >[0]
  return { hours: usualHours, words: `${sentenceOf(usual, kindOf)}, as no rule says otherwise`, rule: null }
}

/** A stretch of whole weeks with everything on the calendars in it. */
export type Weeks = {
  readonly plan: Plan
  readonly items: readonly CalendarItem[]
  readonly hours: Hours
  /** What the desk knows of an item of the plan. */
  readonly found: (item: PlanItem) => CalendarItem
  /** Whose clocks the executive reads. */
  readonly zoneAt: (at: Instant) => Zone
  /** Monday to Sunday on those clocks. */
  readonly spanOf: (monday: Temporal.PlainDate) => Span
  readonly count: (set: PrioritySet, monday: Temporal.PlainDate) => Counted
}

export type Counted = {
  readonly lived: Lived
  readonly standingOf: (item: PlanItem) => Standing
  /** Of which priority a place of `lived` is. */
  readonly placeOf: (priority: string) => number
}

const epoch = Temporal.PlainDate.from('1970-01-01')
const dayOf = (on: Temporal.PlainDate) => asDay(epoch.until(on, { largestUnit: 'days' }).days)

const keep = keeper<Weeks>()

/** Everything between two Mondays, the second one's week included. Read as the desk itself, which sees everything. */
export async function weeksFrom(
  act: Act,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
  asOf: Temporal.Instant | null = null,
): Promise<Weeks> {
  const hours = await hoursOf(act)
  const read = () => weeksRead(act, first, last, hours, asOf)
  return asOf === null ? keep(act, { first, last }, JSON.stringify(hours), read) : read()
}

/** Remembers what was made of a set, by name, for as long as there is the set. */
function ofSets<T>() {
  const known = new WeakMap<PrioritySet, Map<string, T>>()
  return (set: PrioritySet, name: string, make: () => T): T => {
    const made = known.get(set) ?? new Map<string, T>()
    known.set(set, made)
    const before = made.get(name)
    if (before !== undefined) return before
    const fresh = make()
    made.set(name, fresh)
    return fresh
  }
}

async function weeksRead(
  act: Act,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
  hours: Hours,
  asOf: Temporal.Instant | null,
): Promise<Weeks> {
  const window = daysSpan(act, first.subtract({ days: 1 }), last.add({ days: 8 }))
  const { plan, items } = await buildPlan(act.db, act.desk, { window, asOf })
  const byKey = new Map(items.map((one) => [one.item.key, one]))
  const local = localOf(plan)
  const found = (item: PlanItem): CalendarItem => {
    const one = byKey.get(item.key)
    if (!one) throw new Error('an item of the plan that is on no calendar')
    return one
  }
  const spanOf = (monday: Temporal.PlainDate): Span => {
    const at = (on: Temporal.PlainDate) => local.instantOf(midnight(dayOf(on)))
    const start = at(monday)
    return { start, end: asInstant(Math.max(start, at(monday.add({ days: 7 })))) }
  }
  const [standings, counts] = [ofSets<Standing>(), ofSets<Counted>()]
  const counted = (set: PrioritySet, monday: Temporal.PlainDate): Counted => {
    const span = spanOf(monday)
    const places = new Map(set.priorities.map(({ id }, n) => [id, n + 1]))
    const standingOf = (item: PlanItem) => standings(set, item.key, () => set.belongs.ofEvent(found(item)))
    const there = plan.items.filter((item) => item.span.start < span.end && item.span.end > span.start)
    const lived = livedIn(there, workingIn(hours.hours, local, span), span, (item) => {
      const { to } = standingOf(item)
      return to === null ? null : (places.get(to) ?? null)
    })
    return { lived, standingOf, placeOf: (priority) => places.get(priority) ?? 0 }
  }
  const count: Weeks['count'] = (set, monday) => counts(set, `${monday}`, () => counted(set, monday))
  return { plan, items, hours, found, zoneAt: local.zoneAt, spanOf, count }
}
