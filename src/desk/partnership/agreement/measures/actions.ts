import { isInHours } from '../../../../plan/rules/due-in-hours.ts'
import { asInstant } from '../../../../plan/time.ts'
import type { Act } from '../../../act.ts'
import { members } from '../../../authority/queries.ts'
import { homeZone } from '../../../calendar/occurrences/actions.ts'
import { deskRow } from '../../../journal/queries.ts'
import type { Area } from '../../../operation.ts'
import { operations } from '../../../registry.ts'
import type { RuleRow } from '../../../rules/model.ts'
import { rulesToday, versionsSince } from '../../../rules/queries.ts'
import { type HoursThen, hoursThen } from '../../boundaries/model.ts'
import { handedOver } from '../delegation/model.ts'
import { boardChanges } from '../delegation/queries.ts'
import { type MeasureView, type Part, type Partner, parts, type Side, sides } from '../model.ts'
import {
  type Counted,
  countedParts,
  type Fact,
  isPairPart,
  type Months,
  measureOf,
  medianParts,
  monthsTo,
  pairParts,
  renewed,
  type Source,
  sources,
  tallied,
  totalled,
  wholeMonths,
} from './model.ts'
import { countsOf, type Delegated, factsIn, pairFacts, type Whose, writtenSince } from './queries.ts'

/** Areas in which a change by the executive is one inside what was delegated, where whoever assists may act alone. */
const handedAreas: readonly Area[] = ['calendar', 'mail', 'travel', 'people']

type Row = Awaited<ReturnType<typeof members>>[number]

export const partnersOf = (rows: readonly Row[]): Partner[] =>
  rows.flatMap(({ id, name, kind, left_at, login_id }) =>
    kind === 'executive' || kind === 'assistant'
      ? [{ id, name, side: kind, leftAt: left_at, isSeated: login_id !== null }]
      : [],
  )

/** Everything a number is counted with, read as the desk itself: both sides are counted from the same. */
export type Counting = {
  readonly whose: Whose
  readonly months: Months
  /** In force today. */
  readonly rules: readonly RuleRow[]
  /** The hours of each side whenever they were in force in these months. */
  readonly hours: Readonly<Record<Side, readonly HoursThen[]>>
  readonly now: Temporal.ZonedDateTime
  readonly partners: readonly Partner[]
  readonly zone: ReturnType<typeof homeZone>
}

const changing = (area: Area): string[] =>
  [...operations.values()]
    .filter((one) => one.effect !== 'read' && !one.everyone && one.area === area)
    .map(({ name }) => name)

/** What could be changed without asking by those who assisted, when they did, by their boards as they were then. */
async function delegated(act: Act, rows: readonly Row[]): Promise<Delegated[]> {
  const helpers = rows
    .filter(({ kind }) => kind === 'assistant')
    .map(({ id, board, made_at, left_at }) => ({ id, areas: board.areas, from: made_at, to: left_at }))
  const changes = await boardChanges(
    act.db,
    act.desk.id,
    helpers.map(({ id }) => id),
  )
  const spans = handedOver(helpers, changes, handedAreas)
  const together = Map.groupBy(spans, ({ from, to }) => `${from} ${to}`)
  return [...together.values()].flatMap((same) => {
    const [first] = same
    return first ? [{ from: first.from, to: first.to, operations: same.flatMap(({ area }) => changing(area)) }] : []
  })
}

/** Call it as the desk. */
export async function counting(act: Act): Promise<Counting> {
  const rows = await members(act.db, act.desk.id)
  const partners = partnersOf(rows)
  const on = (side: Side) => partners.filter((one) => one.side === side).map(({ id }) => id)
  const now = act.at.toZonedDateTimeISO(act.desk.zone)
  const months = monthsTo(now)
  const since = Temporal.Instant.fromEpochMilliseconds(months.bounds[0] ?? 0)
  const versions = await versionsSince(act.db, act.desk.id, since)
  return {
    whose: {
      desk: act.desk.id,
      executive: act.desk.executive,
      executives: on('executive'),
      assistants: on('assistant'),
      delegated: await delegated(act, rows),
      now: act.at,
    },
    months,
    rules: (await rulesToday(act.db, act.desk.id)).filter(({ on }) => on),
    hours: { executive: hoursThen(versions, 'executive'), assistant: hoursThen(versions, 'assistant') },
    now,
    partners,
    zone: homeZone(act.desk),
  }
}

/** Whose hours an ask of one side is held to: the other’s. */
const askedOf: Readonly<Record<Side, Side>> = { executive: 'assistant', assistant: 'executive' }

/** Why a side cannot be counted though its kind could be; null where it can. */
function whyNot({ hours, whose }: Counting, part: Part, side: Side): string | null {
  if (part === 'boundaries' && hours[askedOf[side]].length === 0)
    return `No hours of the ${askedOf[side]} are agreed: add a rule “Asked outside the hours”.`
  if (part === 'picture' && side === 'executive') {
    if (whose.executives.length === 0) return 'The executive has no seat here, so nothing they do is on record.'
    if (whose.delegated.length === 0) return 'Nothing is delegated: nobody who assists may act alone.'
  }
  return null
}

/** Asks that came while hours of whoever they were made of were in force, each with whether it came outside them. */
const heldToHours = ({ hours, zone }: Counting, asks: readonly Fact[]): Fact[] =>
  asks.flatMap((fact) => {
    const then = hours[askedOf[fact.side]].filter(({ from, to }) => from <= fact.at && (to === null || fact.at < to))
    if (then.length === 0) return []
    return [{ ...fact, good: !then.some((one) => isInHours(one.hours, zone, asInstant(fact.at))) }]
  })

type Numbers = {
  readonly measures: ReadonlyMap<Part, readonly MeasureView[]>
  /** Entries of what was asked outside the hours, the newest first. */
  readonly outside: readonly string[]
}

type Held = {
  /** The newest entry of the record when this was counted. */
  readonly head: number
  readonly minute: number
  /** By whom, of what, in which months: what else decides what is counted. */
  readonly name: string
  /** The hours that what was asked is held to. */
  readonly hours: string
  readonly counts: ReadonlyMap<Source, Counted>
  readonly numbers: Numbers
}

/** What this process last counted, by desk. The record says what of it still holds, whoever wrote since. */
const kept = new Map<string, Held>()
const mostKept = 12

/** Places whose numbers change with the hour alone: a promise that is still open passes its date. */
const ofNow: readonly Source[] = ['promises']

type Span = { readonly from: number; readonly to: number }

/** What has to be counted again, and in which months. */
async function stale(act: Act, all: Counting, before: Held | undefined, now: Omit<Held, 'counts' | 'numbers'>) {
  const whole = spanOf(all, null)
  if (before?.name !== now.name) return new Map(sources.map((source) => [source, whole]))
  const found = new Map<Source, Span>()
  const written = before.head === now.head ? new Map() : await writtenSince(act.db, all.whose, before.head)
  for (const [source, span] of written) {
    const again = span === null ? whole : wholeMonths(span, all.months)
    if (again) found.set(source, again)
  }
  if (before.minute !== now.minute) for (const source of ofNow) found.set(source, whole)
  return found
}

const nothing: Counted = { tallies: [], asks: [] }

/** Every number of the agreement; what nothing was written to since it was last counted is not counted again. Call it as the desk. */
export async function measured(act: Act, all: Counting): Promise<Numbers> {
  const { now: _, ...whose } = all.whose
  const now = {
    head: (await deskRow(act.db, act.desk.id, false))?.head_number ?? 0,
    minute: Math.floor(act.at.epochMilliseconds / 60_000),
    name: JSON.stringify([whose, all.months.bounds]),
    hours: JSON.stringify([all.hours, all.zone.id]),
  }
  const before = kept.get(act.desk.id)
  const again = await stale(act, all, before, now)
  const counts = new Map(before?.counts)
  for (const [source, span] of again) {
    const asked = { source, parts: countedParts, medians: medianParts, span }
    const fresh = await countsOf(act.db, all.whose, asked, all.months)
    counts.set(source, renewed(counts.get(source) ?? nothing, fresh, span, all.months))
  }
  kept.delete(act.desk.id)
  const stands = before && again.size === 0 && before.hours === now.hours
  const numbers = stands ? before.numbers : numbersOf(all, [...counts.values()])
  kept.set(act.desk.id, { ...now, counts, numbers })
  for (const [oldest] of kept) {
    if (kept.size <= mostKept) break
    kept.delete(oldest)
  }
  return numbers
}

const isGood = ({ good }: Fact): boolean => good === true

function numbersOf(all: Counting, counts: readonly Counted[]): Numbers {
  const { months, now } = all
  const asks = counts.flatMap((one) => one.asks)
  const held = heldToHours(all, asks)
  const counted = counts.flatMap((one) => one.tallies)
  const tallies = [
    ...counted,
    ...totalled(counted),
    ...tallied('communication', asks, isGood, months),
    ...tallied('boundaries', held, isGood, months),
  ]
  const of = (part: Part): MeasureView[] =>
    sides.map((side) => measureOf(part, side, { tallies, months, why: whyNot(all, part, side), now }))
  return {
    measures: new Map(parts.filter((part) => !isPairPart(part)).map((part) => [part, of(part)])),
    outside: held
      .filter(isGood)
      .sort((a, b) => b.at - a.at)
      .map(({ entry }) => entry),
  }
}

const spanOf = ({ months: { bounds } }: Counting, month: number | null) => ({
  from: bounds[month ?? 0] ?? 0,
  to: (month === null ? bounds.at(-1) : bounds[month + 1]) ?? 0,
})

/** What is between the two alone, as whoever reads is one of them. Call it as whoever reads. */
export async function measuredBetween(act: Act, all: Counting): Promise<ReadonlyMap<Part, readonly MeasureView[]>> {
  const { months, now } = all
  const found = new Map<Part, readonly MeasureView[]>()
  const why = isOf(act, all.partners) ? null : 'It is read by the two alone.'
  for (const part of pairParts) {
    const facts = why === null ? await pairFacts(act.db, act.desk.id, part, spanOf(all, null)) : []
    const tallies = tallied(part, facts, isGood, months)
    found.set(
      part,
      sides.map((side) => measureOf(part, side, { tallies, months, why, now })),
    )
  }
  return found
}

/** Whether whoever acts is one of those it is between, and here. */
const isOf = ({ member }: Act, partners: readonly Partner[]): boolean =>
  partners.some(({ id, leftAt }) => id === member.id && leftAt === null)

type Opened = { readonly part: Part; readonly side: Side; readonly month: number | null }

/** The things a number was counted from, the newest first; of what one asked of the other, with whether it came outside their hours. */
export async function countedFrom(
  act: Act,
  all: Counting,
  { part, side, month }: Opened,
  most: number,
): Promise<Fact[]> {
  const span = spanOf(all, month)
  if (isPairPart(part)) {
    const facts = isOf(act, all.partners) ? await pairFacts(act.db, act.desk.id, part, span) : []
    return facts.filter((fact) => fact.side === side).slice(0, most)
  }
  if (whyNot(all, part, side) !== null) return []
  return act.asDesk(async () => {
    const isHeld = part === 'boundaries'
    const facts = await factsIn(act.db, all.whose, part, { side, ...span, most: isHeld ? null : most })
    return isHeld ? heldToHours(all, facts).slice(0, most) : facts
  })
}
