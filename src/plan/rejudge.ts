import type { Finding } from './finding.ts'
import { findingsOf, inOrder, judge } from './judge.ts'
import { partOf } from './part.ts'
import type { Plan, PlanItem } from './plan.ts'
import type { Rule } from './rule.ts'
import { kindOf } from './rules/kinds.ts'
import { asDay, type Day, dayOf, hourMs, type Instant, midnight, type Span } from './time.ts'
import { standingAt } from './whereabouts.ts'
import { utc, type Zone, zoneOf } from './zone.ts'

/** A plan and what its rules said of it, kept so that a change need not ask about the whole year again. */
export type Judged = { readonly plan: Plan; readonly rules: readonly Rule[]; readonly findings: readonly Finding[] }

/** The part of a changed plan that a rule is asked about again. */
type Asked = {
  readonly after: Plan
  /** Whether a finding of before is asked about again, and whether one found now is about what was asked. */
  readonly replaces: (finding: Finding) => boolean
  readonly tells: (finding: Finding) => boolean
}

export const judged = (plan: Plan, rules: readonly Rule[]): Judged => ({ plan, rules, findings: judge(plan, rules) })

/**
 * What `judge` says of the new plan, asking only about what a change can reach: the days around the changed items, and
 * for kinds that gather a series or a person, all of that series or person. `changed` are the keys that differ, came or
 * went. Where a change reaches further (where the executive is, what time it is, how long a way takes) everything is
 * asked. Ways out of findings that were kept are those of the plan before.
 */
export const rejudge = (before: Judged, plan: Plan, changed: readonly string[]): Judged => {
  const { rules } = before
  const keys = new Set(changed)
  const touched = [before.plan, plan].flatMap((p) => p.items.filter((item) => keys.has(item.key)))
  const span = sameElsewhere(before.plan, plan) ? quietSpan(plan, before.plan, touched) : null
  if (span === null) return judged(plan, rules)
  const asked = askedOf(before.plan, plan, rules, touched, span)
  const far = new Set(rules.filter((rule) => kindOf(rule.kind)?.gathers).map((rule) => rule.kind))
  const kept = before.findings.filter(
    (finding) =>
      (!far.has(finding.kind) && (finding.span.start >= span.end || finding.span.end < span.start)) ||
      asked.get(finding.ruleId)?.replaces(finding) !== true,
  )
  const told = rules.flatMap((rule) => {
    const part = asked.get(rule.id)
    return part ? findingsOf(part.after, rule).filter(part.tells) : []
  })
  return { plan, rules, findings: merged(kept, told.sort(inOrder)) }
}

/** What each rule is asked about again, by its id; rules of kinds that gather alike share it. */
const askedOf = (
  before: Plan,
  after: Plan,
  rules: readonly Rule[],
  touched: readonly PlanItem[],
  span: Span,
): Map<string, Asked> => {
  const near = nearby(before, after, span)
  const gathered = new Map<string, Asked>()
  return new Map(
    rules.map((rule) => {
      const gathers = kindOf(rule.kind)?.gathers
      const asked = gathers ? (gathered.get(rule.kind) ?? sharing(after, touched, gathers)) : near
      if (gathers) gathered.set(rule.kind, asked)
      return [rule.id, asked]
    }),
  )
}

/** Two lists in order as one. */
const merged = (many: readonly Finding[], few: readonly Finding[]): Finding[] => {
  const all: Finding[] = []
  let next = 0
  for (const finding of many) {
    while (next < few.length && inOrder(few[next] as Finding, finding) < 0) all.push(few[next++] as Finding)
    all.push(finding)
  }
  return all.concat(few.slice(next))
}

/** Everything that lies in a span, and what was found wholly within it. */
const nearby = (before: Plan, after: Plan, span: Span): Asked => {
  const isIn = ({ span: own }: PlanItem): boolean =>
    own.start < span.end && (own.end > span.start || own.start >= span.start)
  const tells = (finding: Finding): boolean => finding.span.start >= span.start && finding.span.end <= span.end
  const old = new Set(before.items.filter(isIn).map((item) => item.key))
  const replaces = (finding: Finding): boolean => tells(finding) && finding.items.every((key) => old.has(key))
  return { after: partOf(after, isIn), replaces, tells }
}

/** Everything of the series or people that what changed belongs to, as the kind gathers them. */
const sharing = (after: Plan, touched: readonly PlanItem[], gathers: (item: PlanItem) => readonly string[]): Asked => {
  const shared = new Set(touched.flatMap(gathers))
  const tells = (finding: Finding): boolean => shared.has(finding.about)
  const wanted = (item: PlanItem): boolean => shared.size > 0 && gathers(item).some((name) => shared.has(name))
  return { after: partOf(after, wanted), replaces: tells, tells }
}

/** Nothing differs but items, and none of them is a journey that moves the executive. */
const sameElsewhere = (a: Plan, b: Plan): boolean =>
  a.at === b.at &&
  a.travelMinutes === b.travelMinutes &&
  a.whereabouts.length === b.whereabouts.length &&
  a.whereabouts.every((w, i) => w.from === b.whereabouts[i]?.from && w.zone === b.whereabouts[i]?.zone)

/** Further than this a change does not reach without everything being asked. */
const furthest = 21

/**
 * Whole local days around what changed, a day to spare on either side, from one quiet midnight to another: nothing in a
 * row of things goes on over its edges. Null where no such midnight is near.
 */
const quietSpan = (plan: Plan, before: Plan, touched: readonly PlanItem[]): Span | null => {
  if (touched.length === 0) return null
  const start = Math.min(...touched.map((item) => item.span.start)) as Instant
  const end = Math.max(...touched.map((item) => item.span.end)) as Instant
  const zone = zoneOf(standingAt(plan, start)?.zone ?? 'UTC') ?? utc
  const days = { first: dayOf(zone.toWall(start)) - 2, last: dayOf(zone.toWall(end)) + 3 }
  if (days.last - days.first > furthest * 2) return null
  const quiet = (day: number) => isQuiet(plan, zone, asDay(day)) && isQuiet(before, zone, asDay(day))
  for (let n = 0; n < furthest && !quiet(days.first); n++) days.first--
  for (let n = 0; n < furthest && !quiet(days.last); n++) days.last++
  if (!quiet(days.first) || !quiet(days.last)) return null
  const at = (day: number) => zone.toInstant(midnight(asDay(day)))
  return { start: at(days.first), end: at(days.last) }
}

/** The longest break any rule may ask for: a row of things cannot go on over a midnight with this much free around it. */
const longestBreakMs = 4 * hourMs

const isQuiet = (plan: Plan, zone: Zone, day: Day): boolean => {
  const at = zone.toInstant(midnight(day))
  let [before, after] = [false, false]
  for (const { span, busy, allDay } of plan.items) {
    if (span.start >= at + longestBreakMs) break
    if (!busy || allDay !== null || span.end <= at - longestBreakMs) continue
    before ||= span.start < at
    after ||= span.end > at
  }
  return !(before && after)
}
