import { differenceOf } from '../difference.ts'
import type { Finding, Fix } from '../finding.ts'
import { folded, partsOf } from '../folded.ts'
import { type Judged, judged } from '../judge.ts'
import { localOf } from '../local.ts'
import type { Plan, PlanItem } from '../plan.ts'
import { rejudge } from '../rejudge.ts'
import type { Rule } from '../rule.ts'
import type { PlanSegment } from '../segment.ts'
import { wallFromText } from '../text.ts'
import { segmentsByItem } from '../trips/around.ts'
import { itemsOf, segmentsOf } from '../trips/segments.ts'
import { momentWords, whenWords } from '../trips/words.ts'
import { utc, zoneOf } from '../zone.ts'
import { type Broken, inWorkableOrder, needs } from './order.ts'

/** One thing behind a change that no longer works, in its place of the order. */
export type CascadeStep = {
  readonly finding: Finding
  /** What gives way: the key of a segment, an item, a point or a trip, and what it is called. */
  readonly key: string
  readonly title: string
  /** When it is, and when its first way out would have it, in words; null where that is no time. */
  readonly was: string | null
  readonly would: string | null
  /** The best first, each with its reach. */
  readonly fixes: readonly Fix[]
  /** What other rules say of the same things: one trouble is one step. */
  readonly also: readonly Finding[]
}

export type Cascade = {
  /** In an order in which they can be carried out. */
  readonly steps: readonly CascadeStep[]
  /** What the change put right, or made better. */
  readonly gone: readonly Finding[]
  /** What lies behind the change and still holds. */
  readonly stands: readonly { readonly key: string; readonly title: string }[]
}

/**
 * Everything that rules say of a changed plan and did not say before, or not so badly, and what is wrong still between what changed and
 * something else, whatever broke it. Throws as `judge` does.
 */
export const cascade = (before: Plan, after: Plan, rules: readonly Rule[]): Cascade =>
  cascadeFrom(judged(before, rules), after).cascade

/** The same of a plan that was judged already, asking only about what the change reaches; with the plan after it, judged. */
export const cascadeFrom = (before: Judged, plan: Plan): { readonly cascade: Cascade; readonly after: Judged } => {
  const after = rejudge(before, plan, changedKeys(before.plan.items, plan.items))
  const { worse, better } = differenceOf(before, after)
  const changed = changedSegments(before.plan, plan)
  const broken = folded([...worse, ...stillWrong(after, worse, changed)], plan).map((finding) => ({
    finding,
    key: givesWay(finding, changed),
    also: partsOf(finding).slice(1),
  }))
  const steps = inWorkableOrder(broken, segmentsOf(plan)).map((one) => stepOf(plan, one))
  const came = after.since?.added ?? after.verdicts
  const right = better.filter((finding) => !came.some((one) => isSameTrouble(one, finding)))
  const gone = putRight(right, before.plan, new Set(broken.map(({ key }) => key)))
  return { cascade: { steps, gone, stands: standing(plan, changed, before.plan, broken) }, after }
}

/** Keys of the items that are not the same thing in both. */
export const changedKeys = (before: readonly PlanItem[], after: readonly PlanItem[]): readonly string[] => {
  let [first, last] = [0, 0]
  const shorter = Math.min(before.length, after.length)
  while (first < shorter && before[first] === after[first]) first++
  while (last < shorter - first && before.at(-1 - last) === after.at(-1 - last)) last++
  const [old, now] = [before.slice(first, before.length - last), after.slice(first, after.length - last)]
  const [stood, stands] = [new Set(old), new Set(now)]
  const differ = [...old.filter((item) => !stands.has(item)), ...now.filter((item) => !stood.has(item))]
  return [...new Set(differ.map(({ key }) => key))]
}

const changedSegments = (before: Plan, after: Plan): ReadonlySet<string> => {
  const [was, is] = [segmentsOf(before), segmentsOf(after)]
  const keys = [...new Set([...was.keys(), ...is.keys()])].filter((key) => {
    const [a, b] = [was.get(key), is.get(key)]
    return a !== b && JSON.stringify(a) !== JSON.stringify(b)
  })
  return new Set(keys)
}

/** What rules of travel say of a changed segment and something else, and said before: an earlier change broke it. */
const stillWrong = (after: Judged, worse: readonly Finding[], changed: ReadonlySet<string>): readonly Finding[] => {
  const isOther = (key: string) => !changed.has(key) && !/^(trip|point):/.test(key)
  const isBetween = ({ items }: Finding) => items.some((key) => changed.has(key)) && items.some(isOther)
  return after.said
    .filter(({ kind, params }) => kind.reach(params, after.plan).by === 'trip')
    .flatMap(({ verdicts }) => verdicts.filter((finding) => !worse.includes(finding) && isBetween(finding)))
}

const isSameTrouble = (a: Finding, b: Finding): boolean =>
  a.ruleId === b.ruleId && a.about === b.about && (a.about !== '' || a.items.join(' ') === b.items.join(' '))

/** What a change put right, each trouble once; what was wrong with something that gives way anyway is not right, but said otherwise. */
const putRight = (better: readonly Finding[], before: Plan, giveWay: ReadonlySet<string>): readonly Finding[] => {
  const byItem = segmentsByItem(before)
  const isSettled = (key: string) => !giveWay.has(key) && !giveWay.has(byItem.get(key)?.key ?? key)
  return folded(better, before).filter(({ items }) => items.every(isSettled))
}

/** Ways out that add something and change nothing that is there. */
const adds: ReadonlySet<string> = new Set(['point.add', 'segment.add'])

/** What gives way: what the best way out changes, else the last thing of it that the change left as it was. */
const givesWay = ({ fixes, items }: Finding, changed: ReadonlySet<string>): string => {
  const [fix] = fixes
  const key = fix?.input.key
  if (typeof key === 'string' && fix && !adds.has(fix.operation)) return key
  return items.findLast((item) => !changed.has(item)) ?? items.at(-1) ?? ''
}

const stepOf = (plan: Plan, { finding, key, also }: Broken): CascadeStep => {
  const segment = segmentsOf(plan).get(key)
  const item = itemsOf(plan).get(key)
  const [fix] = finding.fixes
  return {
    finding,
    key,
    title: segment?.title ?? item?.title ?? titleElse(plan, key),
    was: segment
      ? whenWords(segment.from)
      : item
        ? momentWords(item.span.start, localOf(plan).zoneAt(item.span.start))
        : null,
    would: fix ? wouldBe(fix) : null,
    fixes: finding.fixes,
    also,
  }
}

const titleElse = ({ trips = [], dues = [] }: Plan, key: string): string => {
  const trip = trips.find((one) => one.key === key)
  const point = trips.flatMap(({ points }) => points).find((one) => one.key === key)
  return trip?.title ?? point?.words ?? dues.find((due) => due.key === key)?.title ?? ''
}

/** The beginning a way out asks for, wherever its operation has it. */
const wouldBe = ({ input }: Fix): string | null => {
  const { set, wanted, when } = input as {
    set?: { from?: { local?: string; zone?: string | null } }
    wanted?: { starts?: string | null; startZone?: string | null }
    when?: { start?: string; zone?: string | null }
  }
  const [local, zone] = set?.from
    ? [set.from.local, set.from.zone]
    : wanted
      ? [wanted.starts, wanted.startZone]
      : [when?.start, when?.zone]
  const wall = typeof local === 'string' ? wallFromText(local) : null
  const clock = zoneOf(zone ?? '')
  if (wall === null) return null
  return clock ? momentWords(clock.toInstant(wall), clock) : momentWords(utc.toInstant(wall), utc).replace(' (UTC)', '')
}

/** Segments that come after a change in its trip, or need it, and that nothing new is said of. */
const standing = (
  plan: Plan,
  changed: ReadonlySet<string>,
  before: Plan,
  broken: readonly Broken[],
): readonly { key: string; title: string }[] => {
  if (changed.size === 0) return []
  const segments = segmentsOf(plan)
  const said = new Set(broken.flatMap(({ finding, also }) => [finding, ...also].flatMap(({ items }) => items)))
  const isSaid = ({ key, item }: PlanSegment) => said.has(key) || (item !== null && said.has(item))
  const begin = ({ from, span }: PlanSegment) => span?.start ?? from.at
  return (plan.trips ?? []).flatMap((trip) => {
    const own = trip.segments.filter(({ key }) => changed.has(key))
    const starts = own.flatMap((one) => [begin(one), begin(segmentsOf(before).get(one.key) ?? one)])
    const from = starts.reduce<number>((first, at) => Math.min(first, at ?? first), Number.POSITIVE_INFINITY)
    return trip.segments
      .filter((one) => !changed.has(one.key) && !isSaid(one) && one.status !== 'cancelled')
      .filter((one) => (begin(one) ?? -1) >= from || [...changed].some((key) => needs(one.key, key, segments)))
      .map(({ key, title }) => ({ key, title }))
  })
}
