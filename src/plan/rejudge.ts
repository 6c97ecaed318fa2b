import type { Finding } from './finding.ts'
import { mostFindings } from './found.ts'
import { helpIn, inOrder, type Judged, judged, type Said, saidBy } from './judge.ts'
import {
  inOrder as inPlanOrder,
  insert,
  type Lane,
  localOf,
  longestOf,
  readAs,
  readingFor,
  remove,
  type Timed,
  takesTime,
} from './local.ts'
import type { Plan, PlanItem } from './plan.ts'
import { type Region, regionsOf, type Shift } from './region.ts'
import type { Span } from './time.ts'
import type { Help, Told } from './told.ts'
import { clocksBetween, type TouchedTrips, touchedTrips } from './touched.ts'

/**
 * What `judge` says of a changed plan, asking each rule only about what the change reaches, as its kind declares it.
 * `changed` are the keys of the items that differ, came or went; all others are as they were. Which trips differ it sees for
 * itself, and where the executive is at other times than before, what is on around then is read again. Where more changed
 * (what time it is, how long a way takes, what is due), everything is asked again.
 */
export const rejudge = (before: Judged, plan: Plan, changed: readonly string[]): Judged => {
  const clocks = clocksBetween(before.plan, plan)
  if (clocks === 'all' || !isSameElsewhere(before.plan, plan)) return judged(plan, before.rules)
  const keys = new Set(changed)
  const [gone, came] = readAgain(before.plan, plan, keys, clocks)
  if (hasCopies(gone) || hasCopies(came)) return judged(plan, before.rules)
  const executive = shiftOf('executive', before.plan, plan, gone, came)
  const assistant = shiftOf('assistant', before.plan, plan, gone, came)
  readAs(plan, before.plan, clocks !== null, { executive: executive.after, assistant: assistant.after }, came)
  const regions = { executive: regionsOf(executive), assistant: regionsOf(assistant) }
  const help = helpIn(plan, before.said)
  const trips = touchedTrips(before.plan, plan, [...gone, ...came], clocks)
  const hasDues = clocks !== null && (plan.dues ?? []).length > 0
  const again = before.said.map((said) => {
    const reach = said.kind.reach(said.params, plan)
    if (reach.by === 'trip') return sayOfTrips(plan, said, trips, help)
    if (reach.by === 'thing' && hasDues) return sayAll(plan, said, help)
    return sayAgain(plan, said, regions[said.rule.scope.owner ?? 'executive'](reach), help)
  })
  const [dropped, added] = [again.flatMap((each) => each.dropped), again.flatMap((each) => each.added)]
  const verdicts = merged(before.verdicts, dropped, added)
  let findings: readonly Finding[] | null = null
  return {
    plan,
    rules: before.rules,
    said: again.map((each) => each.said),
    verdicts,
    since: { verdicts: before.verdicts, dropped, added },
    get findings() {
      findings ??= verdicts.map((verdict) => verdict.helped(help))
      return findings
    },
  }
}

/** What differs of each, and what is read on other clocks. What is the very same thing at the same place does not differ. */
const readAgain = (
  before: Plan,
  after: Plan,
  keys: ReadonlySet<string>,
  clocks: Span | null,
): readonly [PlanItem[], PlanItem[]] => {
  const [a, b] = [before.items, after.items]
  const shorter = Math.min(a.length, b.length)
  let [same, rest] = [0, 0]
  while (same < shorter && a[same] === b[same]) same++
  while (rest < shorter - same && a[a.length - 1 - rest] === b[b.length - 1 - rest]) rest++
  const { executive, assistant } = localOf(before).lanes
  const longest = Math.max(executive.longest, assistant.longest)
  const of = (items: readonly PlanItem[]): PlanItem[] => {
    const found = new Set<PlanItem>()
    if (clocks !== null)
      for (let i = firstFrom(items, clocks.start - longest); i < items.length; i++) {
        const item = items[i] as PlanItem
        if (item.span.start > clocks.end) break
        if (item.span.end >= clocks.start) found.add(item)
      }
    for (const item of items.slice(same, items.length - rest)) if (keys.has(item.key)) found.add(item)
    return [...found].sort(inPlanOrder)
  }
  return [of(a), of(b)]
}

/** The first that begins at an instant or after; items by start. */
const firstFrom = (items: readonly PlanItem[], from: number): number => {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((items[middle] as PlanItem).span.start < from) low = middle + 1
    else high = middle
  }
  return low
}

const hasCopies = (items: readonly PlanItem[]): boolean => new Set(items.map(({ key }) => key)).size < items.length

/** Nothing differs but items, trips and where the executive is. */
const isSameElsewhere = (a: Plan, b: Plan): boolean =>
  a.at === b.at && isSame(a.dues ?? [], b.dues ?? []) && isSame(a.travelMinutes, b.travelMinutes)

const isSame = (a: object, b: object): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)

const shiftOf = (
  owner: PlanItem['owner'],
  before: Plan,
  plan: Plan,
  gone: readonly PlanItem[],
  came: readonly PlanItem[],
): Shift => {
  const lane = localOf(before).lanes[owner]
  const own = (items: readonly PlanItem[]) => items.filter((item) => item.owner === owner && takesTime(item))
  const [left, entered] = [laneOf(own(gone), readingFor(before, owner)), laneOf(own(came), readingFor(plan, owner))]
  if (isEmpty(left) && isEmpty(entered)) return { before: lane, after: lane, left, entered }
  const [timed, allDay] = [lane.timed.slice(), lane.allDay.slice()]
  for (const each of left.timed) remove(timed, each, (t) => t.item)
  for (const each of left.allDay) remove(allDay, each, (item) => item)
  for (const each of entered.timed) insert(timed, each, (t) => t.item)
  for (const each of entered.allDay) insert(allDay, each, (item) => item)
  const longest = Math.max(lane.longest, entered.longest)
  return { before: lane, after: { timed, allDay, longest }, left, entered }
}

const laneOf = (items: readonly PlanItem[], read: (item: PlanItem) => Timed): Lane => ({
  timed: items.filter((item) => item.allDay === null).map(read),
  allDay: items.filter((item) => item.allDay !== null),
  longest: longestOf(items),
})

const isEmpty = ({ timed, allDay }: Lane): boolean => timed.length === 0 && allDay.length === 0

type Again = { readonly said: Said; readonly dropped: readonly Told[]; readonly added: readonly Told[] }

/** Asks a rule about a region again. One that said all it may say is asked about everything. */
const sayAgain = (plan: Plan, said: Said, region: Region | null, help: Help): Again => {
  if (region === null || said.verdicts.length >= mostFindings) return sayAll(plan, said, help)
  const added = isEmpty(region.part) ? [] : saidBy(plan, said, help, region.part).filter(region.isAbout)
  const dropped: Told[] = []
  const verdicts: Told[] = []
  for (const verdict of said.verdicts) (region.isAbout(verdict) ? dropped : verdicts).push(verdict)
  if (dropped.length === 0 && added.length === 0) return { said, dropped, added }
  verdicts.push(...added)
  return verdicts.length >= mostFindings ? sayAll(plan, said, help) : { said: { ...said, verdicts }, dropped, added }
}

/** Asks a rule about the trips that a change touches again. */
const sayOfTrips = (plan: Plan, said: Said, { trips, keys }: TouchedTrips, help: Help): Again => {
  if (said.verdicts.length >= mostFindings) return sayAll(plan, said, help)
  const added = trips.length === 0 ? [] : saidBy(plan, said, help, undefined, trips)
  const dropped: Told[] = []
  const verdicts: Told[] = []
  for (const verdict of said.verdicts) (verdict.items.some((key) => keys.has(key)) ? dropped : verdicts).push(verdict)
  if (dropped.length === 0 && added.length === 0) return { said, dropped, added }
  verdicts.push(...added)
  return verdicts.length >= mostFindings ? sayAll(plan, said, help) : { said: { ...said, verdicts }, dropped, added }
}

const sayAll = (plan: Plan, said: Said, help: Help): Again => {
  const verdicts = saidBy(plan, said, help)
  return { said: { ...said, verdicts }, dropped: said.verdicts, added: verdicts }
}

/** Everything said before that still holds, with what was said now, in order. */
const merged = (before: readonly Told[], dropped: readonly Told[], added: readonly Told[]): readonly Told[] => {
  if (dropped.length === 0 && added.length === 0) return before
  const gone = new Set(dropped)
  const kept = gone.size === 0 ? before : before.filter((verdict) => !gone.has(verdict))
  const all: Told[] = []
  let from = 0
  for (const verdict of added.toSorted(inOrder)) {
    const place = placeOf(kept, verdict, from)
    for (; from < place; from++) all.push(kept[from] as Told)
    all.push(verdict)
  }
  for (; from < kept.length; from++) all.push(kept[from] as Told)
  return all
}

/** Where a verdict stands in the order, or would. */
const placeOf = (verdicts: readonly Told[], verdict: Told, from: number): number => {
  let [low, high] = [from, verdicts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (inOrder(verdicts[middle] as Told, verdict) < 0) low = middle + 1
    else high = middle
  }
  return low
}
