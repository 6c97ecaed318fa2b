import type { Act } from '../../act.ts'
import { judgedNow } from '../../rules/judging/actions.ts'
import { seek } from '../finding/actions.ts'
import { add, type Group } from '../group/model.ts'
import { now } from '../keeping/actions.ts'
import { holdsAt } from '../offering/holds.ts'
import { minutesOf } from '../views/model.ts'

/** How far beyond the last time that was offered fresh ones are sought. */
const daysBeyond = 7

/**
 * A group that has just lost times, with as many fresh ones held for it: the best that nothing forbids, near those that
 * were offered. It stays as it is where there are none; somebody at the desk will have to think.
 */
export async function refilled(act: Act, group: Group): Promise<Group> {
  const lost = group.holds.filter(({ freedBy }) => freedBy === 'lost').length
  const missing = lost - group.terms.refilled
  if (missing <= 0 || group.expiresAt <= now(act)) return group
  const { meeting, whose, to } = group.terms
  const day = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(act.desk.zone).toPlainDate()
  const { answer } = await seek(
    act,
    {
      from: day(Math.max(now(act), Math.min(...group.holds.map(({ span }) => span.start)))),
      to: day(Math.max(...group.holds.map(({ span }) => span.end))).add({ days: daysBeyond }),
      minutes: minutesOf(group),
      limit: missing,
      perDay: 1,
      whose,
      kind: meeting.kind,
      by: meeting.by,
      place: meeting.place,
      them: to,
      overHolds: false,
      free: group.eventId === null ? [] : [group.eventId],
      give: new Set(),
    },
    judgedNow,
  )
  const spans = answer.offers.map(({ span }) => span)
  if (spans.length === 0) return group
  const after = add(group, await holdsAt(act, group, spans), group.expiresAt)
  return { ...after, terms: { ...after.terms, refilled: lost } }
}
