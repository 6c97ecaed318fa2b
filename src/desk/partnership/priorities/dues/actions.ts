import type { PlanDue } from '../../../../plan/due.ts'
import { shareOf } from '../../../../plan/lived.ts'
import { asInstant } from '../../../../plan/time.ts'
import type { Act, DuesOf } from '../../../act.ts'
import { type PrioritySet, setIn, weeksFrom } from '../counting/actions.ts'
import { spentOn } from '../counting/model.ts'
import type { Priority } from '../model.ts'
import { mondayOf, mondaysIn, periodOf } from '../periods/model.ts'
import { meantSince } from '../queries.ts'

/** As many whole weeks are looked back on. */
const weeksBack = 8

/**
 * What comes first in this year and this quarter, with what it got of each week since it was meant. A week in which it was not
 * meant yet is held against nobody; one nothing is known of has no share.
 */
export const priorityDues: DuesOf = async (act, { window, asOf = null }) => {
  const now = asOf ?? act.at
  const ms = now.epochMilliseconds
  if (ms < window.start || ms >= window.end) return []
  return act.asDesk(async () => {
    const today = now.toZonedDateTimeISO(act.desk.zone).toPlainDate()
    const found: PlanDue[] = []
    for (const horizon of ['year', 'quarter'] as const) {
      const set = await setIn(act, periodOf(horizon, mondayOf(today).subtract({ days: 4 })), asOf)
      const [first] = set.priorities
      if (first && first.terms.meant !== null) found.push(...(await dueOf(act, set, first, today, asOf)))
    }
    return found
  })
}

async function dueOf(
  act: Act,
  set: PrioritySet,
  first: Priority,
  today: Temporal.PlainDate,
  asOf: Temporal.Instant | null,
): Promise<PlanDue[]> {
  const since = await meantSince(act.db, act.desk.id, first.id)
  if (since === null) return []
  const meantOn = since.toZonedDateTimeISO(act.desk.zone).toPlainDate()
  const [thisWeek, oldest] = [mondayOf(today), mondayOf(today).subtract({ days: weeksBack * 7 })]
  const isAsked = (monday: Temporal.PlainDate) =>
    Temporal.PlainDate.compare(monday, thisWeek) < 0 &&
    Temporal.PlainDate.compare(monday, oldest) >= 0 &&
    Temporal.PlainDate.compare(monday, meantOn) >= 0
  const mondays = mondaysIn(set.period).filter(isAsked)
  const [from, last] = [mondays[0], mondays.at(-1)]
  if (!from || !last) return []
  const weeks = await weeksFrom(act, from, last, asOf)
  const lived = mondays.map((monday) => {
    const { lived: counted, placeOf } = weeks.count(set, monday)
    return { span: weeks.spanOf(monday), share: shareOf(counted, spentOn(counted, placeOf(first.id)).ms) }
  })
  const start = asInstant(since.epochMilliseconds)
  return [
    {
      key: `priority:${first.id}`,
      what: 'priority',
      title: first.terms.title,
      kind: '',
      owner: 'executive',
      who: '',
      to: null,
      asked: '',
      askedAt: start,
      dueAt: null,
      chaseAt: null,
      closedAt: null,
      effort: null,
      routine: false,
      project: null,
      hangsOn: [],
      label: first.label,
      span: { start, end: start },
      lived: {
        meant: (first.terms.meant ?? 0) / 100,
        horizon: set.period.horizon === 'year' ? 'year' : 'quarter',
        weeks: lived,
      },
    },
  ]
}
