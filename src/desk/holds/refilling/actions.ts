import { type Act, isRefused, refuse } from '../../act.ts'
import type { ActionsFor } from '../../registry.ts'
import { judgedNow } from '../../rules/judging/actions.ts'
import type { holdsContract } from '../contract.ts'
import { seek } from '../finding/actions.ts'
import { add, type Group } from '../group/model.ts'
import { groupFor, keep, now } from '../keeping/actions.ts'
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

/** Fresh times for whoever lost some together with many others; due the moment they were lost. */
export const refill: ActionsFor<typeof holdsContract>['hold']['refill'] = async ({ id }, act) => {
  const before = await groupFor(act, id)
  if (isRefused(before)) return before
  const after = before.state === 'out' ? await refilled(act, before) : before
  if (after === before) return refuse('moved-on', 'There is nothing to make up for, or nothing that fits.', [id])
  await keep(act, before, after)
  const held = after.holds.length - before.holds.length
  const { to, meeting } = after.terms
  return {
    output: { held },
    entry: {
      items: [id, ...after.holds.map((hold) => hold.id)],
      values: { to: to.name, title: meeting.title, times: held },
      undo: { operation: 'calendar.reinstate', input: { entry: act.entry } },
    },
  }
}
