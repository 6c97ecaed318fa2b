import type { Finding } from '../../../plan/finding.ts'
import { folded } from '../../../plan/folded.ts'
import { judge } from '../../../plan/judge.ts'
import { asInstant, dayMs, type Instant, type Span } from '../../../plan/time.ts'
import { withStays } from '../../../plan/trips/stays.ts'
import { standingAt } from '../../../plan/whereabouts.ts'
import type { Act } from '../../act.ts'
import { type Asked, type Built, buildPlan } from '../../calendar/occurrences/actions.ts'
import { deskRow } from '../../journal/queries.ts'
import { ruleOf } from '../draft/model.ts'
import type { Dealt } from '../findings/model.ts'
import { dealt } from '../findings/queries.ts'
import type { RuleRow } from '../model.ts'
import { rulesToday } from '../queries.ts'

/** A stretch of the desk's plan with what its rules say about it. */
export type Judgement = Built & {
  readonly rules: readonly RuleRow[]
  /** One for each trouble: what several rules say of the same things of a trip is told as one. */
  readonly findings: readonly Finding[]
  /** What people have done about findings. */
  readonly dealt: Dealt
  /** Whose clocks the executive reads. */
  readonly zoneAt: (at: Instant) => string
}

/** The plan of a window with all that is due in it and the trips that touch it; with `asOf`, as it stood then. Read as the desk itself. */
export async function planIn(act: Act, asked: Asked): Promise<Built> {
  const [built, dues] = [await buildPlan(act.db, act.desk, asked), await act.duesIn(asked)]
  const trips = await act.tripsIn(asked)
  const whereabouts = withStays(built.plan.whereabouts, trips)
  const more = { ...(dues.length > 0 && { dues }), ...(trips.length > 0 && { trips, whereabouts }) }
  return { ...built, plan: { ...built.plan, ...more } }
}

/**
 * Plan and findings of a window, read anew. For a change, which may have written something already.
 */
export const judgedNow = async (act: Act, window: Span): Promise<Judgement> => {
  const [built, rules, known] = await act.asDesk(
    async () =>
      [
        await planIn(act, { window, at: act.at }),
        await rulesToday(act.db, act.desk.id),
        await dealt(act.db, act.desk.id),
      ] as const,
  )
  const inForce = rules.filter((rule) => rule.on)
  return {
    ...built,
    rules,
    findings: folded(judge(built.plan, inForce.map(ruleOf)), built.plan),
    dealt: known,
    zoneAt: (at) => standingAt(built.plan, at)?.zone ?? act.desk.zone,
  }
}

type Kept = { readonly head: number; readonly minute: number; readonly judgement: Judgement }

/** The last judgements of this process, newest last. The desk's head number says whether one still holds, whoever wrote since. */
const kept = new Map<string, Kept>()
const mostKept = 12
/** A longer window is judged anew each time: it would take too much memory to keep. */
const longestKept = 130 * dayMs

/**
 * Plan and findings of a window for a read: as this process last judged them, unless the desk's journal has moved on, in
 * this process or another, or the minute has.
 */
export const judgedIn = async (act: Act, window: Span): Promise<Judgement> => {
  const head = (await deskRow(act.db, act.desk.id, false))?.head_number ?? 0
  const minute = Math.floor(act.at.epochMilliseconds / 60_000)
  const name = `${act.desk.id} ${window.start} ${window.end}`
  const before = kept.get(name)
  if (before?.head === head && before.minute === minute) return before.judgement
  const judgement = await judgedNow(act, window)
  if (window.end - window.start > longestKept) return judgement
  kept.delete(name)
  kept.set(name, { head, minute, judgement })
  for (const [oldest] of kept) {
    if (kept.size <= mostKept) break
    kept.delete(oldest)
  }
  return judgement
}

/** Whole days by the desk's own zone, both included. */
export const daysSpan = (act: Act, from: Temporal.PlainDate, to: Temporal.PlainDate): Span => {
  const start = (day: Temporal.PlainDate) => asInstant(day.toZonedDateTime(act.desk.zone).epochMilliseconds)
  return { start: start(from), end: start(to.add({ days: 1 })) }
}

/** The date where the desk is. */
export const todayOf = (act: Act): Temporal.PlainDate => act.at.toZonedDateTimeISO(act.desk.zone).toPlainDate()
