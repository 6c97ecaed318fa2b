import { judge } from '../../../plan/judge.ts'
import { asInstant } from '../../../plan/time.ts'
import type { Act } from '../../act.ts'
import { deskRow } from '../../journal/queries.ts'
import { ruleOf } from '../draft/model.ts'
import { reliance } from '../findings/queries.ts'
import { daysSpan, planIn, todayOf } from '../judging/actions.ts'
import type { RuleRow, RuleView } from '../model.ts'
import { versionsSince } from '../queries.ts'
import { type Kept, keptBy } from './model.ts'

export type Counts = (id: string) => RuleView['counts']

/** Counts look back a year at the most. */
const furthest = 366

/**
 * The four counts of rules, by id, from what is stored: days that passed under each version, judged in the plan as it
 * stands, and what was fixed and accepted. Nothing is counted beside it, so nothing can be counted twice or lost.
 */
const countsNow = async (act: Act): Promise<Counts> => {
  const { reliedOn, overridden } = await reliance(act.db, act.desk.id)
  const kept = await keptByAll(act)
  return (id) => ({
    applied: kept.get(id)?.applied ?? 0,
    kept: kept.get(id)?.kept ?? 0,
    reliedOn: reliedOn.get(id) ?? 0,
    overridden: overridden.get(id) ?? 0,
  })
}

const keptByAll = async (act: Act): Promise<Map<string, Kept>> => {
  const today = todayOf(act)
  const earliest = daysSpan(act, today.subtract({ days: furthest }), today)
  const since = Temporal.Instant.fromEpochMilliseconds(earliest.start)
  const versions = await versionsSince(act.db, act.desk.id, since)
  const first = versions.map(({ from }) => from).reduce((a, b) => (Temporal.Instant.compare(b, a) < 0 ? b : a), act.at)
  const begun = first.toZonedDateTimeISO(act.desk.zone).toPlainDate()
  // Nothing has passed under a rule of today.
  if (Temporal.PlainDate.compare(begun, today) >= 0) return new Map()
  const from =
    Temporal.PlainDate.compare(begun, today.subtract({ days: furthest })) < 0
      ? today.subtract({ days: furthest })
      : begun
  const { plan } = await planIn(act, { window: daysSpan(act, from, today) })
  const now = asInstant(act.at.epochMilliseconds)
  const byRule = Map.groupBy(versions, (version) => version.id)
  const judgeOf = (version: RuleRow) => judge(plan, [ruleOf(version)])
  return new Map([...byRule].map(([id, rows]) => [id, keptBy(plan, rows, now, judgeOf)]))
}

type Cached = { readonly head: number; readonly day: string; readonly counts: Counts }
const cached = new Map<string, Cached>()

/**
 * The counts for the answer of a change, which holds the desk while it is made: those last computed today, since a change
 * of a rule alters nothing of the days that have passed; computed where nobody has asked yet.
 */
export const countsLately = async (act: Act): Promise<Counts> => {
  const before = cached.get(act.desk.id)
  return before?.day === todayOf(act).toString() ? before.counts : countsNow(act)
}

/** The counts for a read: as this process last computed them, unless the desk's journal or the day has moved on. */
export const countsOf = async (act: Act): Promise<Counts> => {
  const head = (await deskRow(act.db, act.desk.id, false))?.head_number ?? 0
  const day = todayOf(act).toString()
  const before = cached.get(act.desk.id)
  if (before?.head === head && before.day === day) return before.counts
  const counts = await countsNow(act)
  if (cached.size > 32) cached.clear()
  cached.set(act.desk.id, { head, day, counts })
  return counts
}
