import { askedAbout } from '../../../plan/burden.ts'
import type { Finding } from '../../../plan/finding.ts'
import { duesSpeakOf, speaksOf } from '../../../plan/found.ts'
import { localOf } from '../../../plan/local.ts'
import type { Plan } from '../../../plan/plan.ts'
import type { AnyKind } from '../../../plan/rule.ts'
import { kindOf } from '../../../plan/rules/kinds.ts'
import { asInstant, type Day, dayOf, type Instant } from '../../../plan/time.ts'
import { segmentsOf } from '../../../plan/trips/segments.ts'
import { laneOf, viewOf } from '../../../plan/view.ts'
import { ruleOf } from '../draft/model.ts'
import type { RuleRow } from '../model.ts'

/** Days that passed while a rule was on and something it speaks about was planned, and those of them without a finding. */
export type Kept = { readonly applied: number; readonly kept: number }

/**
 * How the versions of one rule did on the days of a plan that had passed by `now`; of a rule about trips, with their parts. Only whole days count, each under the
 * version that was in force when it ended; `judge` says what that version finds in the plan as it stands.
 */
export const keptBy = (
  plan: Plan,
  versions: readonly RuleRow[],
  now: Instant,
  judge: (version: RuleRow) => readonly Finding[],
): Kept => {
  const settled = kindOf(versions[0]?.kind ?? '')?.settled
  if (settled) return keptDues(plan, versions, now, settled)
  if (versions.some((version) => isOfTrips(plan, version))) return keptParts(plan, versions, now, judge)
  const { wallAt } = localOf(plan)
  const today = dayOf(wallAt(now))
  const applied = new Set<Day>()
  const broken = new Set<Day>()
  for (const version of versions.filter((v) => v.on)) {
    const inForce = forceOf(version, wallAt, today)
    for (const day of plannedDays(plan, version)) if (inForce(day)) applied.add(day)
    for (const { span } of judge(version)) {
      const day = dayOf(wallAt(span.start))
      if (inForce(day)) broken.add(day)
    }
  }
  return { applied: applied.size, kept: [...applied].filter((day) => !broken.has(day)).length }
}

/**
 * The same of a kind about what is due: every thing that was due by now under a version that was on then, and those of them
 * that were done as it asks.
 */
const keptDues = (
  plan: Plan,
  versions: readonly RuleRow[],
  now: Instant,
  settled: NonNullable<AnyKind['settled']>,
): Kept => {
  const counts = { applied: 0, kept: 0 }
  for (const version of versions.filter((v) => v.on)) {
    const rule = ruleOf(version)
    const [speaks, params] = [duesSpeakOf(rule.scope, plan), kindOf(version.kind)?.params.parse(version.params)]
    const [from, to] = [version.from.epochMilliseconds, version.to?.epochMilliseconds ?? now]
    for (const due of plan.dues ?? []) {
      if (due.what !== 'work' || due.dueAt === null || due.dueAt < from || due.dueAt >= to || !speaks(due)) continue
      counts.applied++
      if (settled(params, due)) counts.kept++
    }
  }
  return counts
}

/** Whether a rule judges trips, and not days. */
const isOfTrips = (plan: Plan, version: RuleRow): boolean => {
  const kind = kindOf(version.kind)
  return kind?.reach(kind.params.parse(version.params), plan).by === 'trip'
}

/**
 * The same of a kind about trips: each trip or part of one that it asks about and that was over by now, under the version that was on
 * then, and those of them with which nothing was wrong.
 */
const keptParts = (
  plan: Plan,
  versions: readonly RuleRow[],
  now: Instant,
  judge: (version: RuleRow) => readonly Finding[],
): Kept => {
  const segments = segmentsOf(plan)
  const counts = { applied: 0, kept: 0 }
  for (const version of versions.filter((v) => v.on)) {
    const rule = ruleOf(version)
    const { speaksOfSegment } = viewOf(plan, rule)
    const [from, to] = [version.from.epochMilliseconds, version.to?.epochMilliseconds ?? now]
    const wrong = new Set(judge(version).flatMap(({ items }) => items))
    // A trip with something wrong in a part of it was not as the rule asks.
    const wrongTrips = new Set([...wrong].flatMap((key) => segments.get(key)?.trip ?? []))
    const asked = new Map(askedAbout(plan, rule).map((thing) => [thing.key, thing]))
    for (const { key, span } of asked.values()) {
      const segment = segments.get(key)
      if (span.end < from || span.end >= to || span.end > now || (segment && !speaksOfSegment(segment))) continue
      counts.applied++
      if (!wrong.has(key) && !wrongTrips.has(key)) counts.kept++
    }
  }
  return counts
}

/** Whether a version was the one in force when a day ended, and that day has passed. */
const forceOf = (version: RuleRow, wallAt: (at: Instant) => number, today: Day): ((day: Day) => boolean) => {
  const dayAt = (at: Temporal.Instant) => dayOf(wallAt(asInstant(at.epochMilliseconds)) as never)
  const from = dayAt(version.from)
  const to = version.to === null ? today : dayAt(version.to)
  return (day) => day >= from && day < to && day < today
}

/** The local days on which something is planned that the rule speaks about. */
const plannedDays = (plan: Plan, version: RuleRow): Set<Day> => {
  const rule = ruleOf(version)
  const speaks = speaksOf(rule.scope, plan)
  return new Set(laneOf(plan, rule).timed.flatMap((timed) => (speaks(timed.item) ? [timed.day] : [])))
}
