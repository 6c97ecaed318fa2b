import type { Finding } from '../../../plan/finding.ts'
import { partsOf } from '../../../plan/folded.ts'
import { judge } from '../../../plan/judge.ts'
import type { Plan, PlanItem } from '../../../plan/plan.ts'
import type { Rule } from '../../../plan/rule.ts'
import type { Span } from '../../../plan/time.ts'
import { movedTo, withItem } from '../../../plan/weigh.ts'
import type { Act, Happened, Reaction } from '../../act.ts'
import { eventsById } from '../../calendar/events/queries.ts'
import { homeZone } from '../../calendar/occurrences/actions.ts'
import { firstOccurrence, occurrenceAt } from '../../calendar/series/model.ts'
import { ruleOf } from '../draft/model.ts'
import { addAccepted, endAccepted } from '../findings/queries.ts'
import { daysSpan, judgedNow } from '../judging/actions.ts'

const daysAround = 9

/** When these events happen: of a series the occurrence that was meant, else its first. */
async function timesOf(act: Act, events: Happened['events']): Promise<Span[]> {
  const home = homeZone(act.desk)
  const found = await eventsById(
    act.db,
    act.desk.id,
    events.map(({ id }) => id),
  )
  return found.map((event) => {
    const which = events.find(({ id }) => id === event.id)?.recurrenceId ?? null
    return (which === null ? null : occurrenceAt(event, which, home))?.span ?? firstOccurrence(event, home).span
  })
}

/** The plan as it was before these things came to stand where they do. */
const planBefore = (plan: Plan, mine: readonly PlanItem[], was: Span | null): Plan => {
  const keys = new Set(mine.map(({ key }) => key))
  const without = { ...plan, items: plan.items.filter(({ key }) => !keys.has(key)) }
  const [only] = mine
  return was !== null && only && mine.length === 1 ? withItem(without, movedTo(only, was)) : without
}

/** What these things are in that was not so, or not so bad, before. */
const brokenBy = (findings: readonly Finding[], mine: readonly PlanItem[], before: Plan, rules: readonly Rule[]) => {
  const keys = new Set(mine.map(({ key }) => key))
  const was = new Map(judge(before, rules).map((finding) => [finding.fingerprint, finding.badness]))
  return findings.filter(
    ({ items, fingerprint, badness }) =>
      items.some((key) => keys.has(key)) && badness > (was.get(fingerprint) ?? Number.NEGATIVE_INFINITY),
  )
}

/**
 * Somebody booked a time against what rules say, and said why: that is an override of each of them. What they found is
 * lived with for that reason, until it gets worse or the booking is taken back.
 */
export const bookedAnyway: Reaction = async ({ events, was, anyway }, act) => {
  if (anyway === null) return null
  const spans = await timesOf(act, events)
  if (spans.length === 0) return null
  const day = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(act.desk.zone).toPlainDate()
  const from = day(Math.min(...spans.map(({ start }) => start))).subtract({ days: daysAround })
  const to = day(Math.max(...spans.map(({ end }) => end))).add({ days: daysAround })
  const { plan, items, rules, findings } = await judgedNow(act, daysSpan(act, from, to))
  const meant = new Map(events.map((event) => [event.id, event.recurrenceId]))
  const mine = items
    .filter(({ eventId, item }) => {
      const which = meant.get(eventId)
      return which !== undefined && (which === null || which === item.recurrenceId)
    })
    .map(({ item }) => item)
  const inForce = rules.filter((rule) => rule.on).map(ruleOf)
  for (const finding of brokenBy(findings.flatMap(partsOf), mine, planBefore(plan, mine, was), inForce))
    await live(act, finding, anyway)
  return null
}

async function live(act: Act, { fingerprint, ruleId, badness }: Finding, reason: string): Promise<void> {
  await endAccepted(act.db, act.desk.id, fingerprint, act.at)
  const accepted = { id: act.newId(), entry: act.entry, fingerprint, ruleId, reason, until: null, badness }
  await addAccepted(act.db, act.desk.id, { ...accepted, member: act.member.id, at: act.at })
}
