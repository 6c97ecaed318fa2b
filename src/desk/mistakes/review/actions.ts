import { idOfDue } from '../../../plan/due.ts'
import { kindOf } from '../../../plan/rules/kinds.ts'
import { maySee, readerOf } from '../../calendar/views/model.ts'
import type { ActionsFor } from '../../registry.ts'
import { sentenceOf } from '../../rules/draft/model.ts'
import { daysSpan, planIn, todayOf } from '../../rules/judging/actions.ts'
import { rulesToday } from '../../rules/queries.ts'
import type { mistakesContract } from '../contract.ts'
import { fixedBetween, mistakes } from '../queries.ts'
import { mayRead } from '../showing/actions.ts'
import { doneInTime, reviewOf } from './model.ts'

type Review = ActionsFor<typeof mistakesContract>['mistake']['review']

/** A month: mistakes found in it, findings fixed in time by rule, and who did well. Nobody is ranked. */
export const review: Review = async ({ month }, act) => {
  const asked = Temporal.PlainYearMonth.from(month ?? todayOf(act).toPlainYearMonth().toString())
  const [first, last] = [asked.toPlainDate({ day: 1 }), asked.toPlainDate({ day: asked.daysInMonth })]
  const window = daysSpan(act, first, last)
  const [from, until] = [window.start, window.end].map((ms) => Temporal.Instant.fromEpochMilliseconds(ms)) as [
    Temporal.Instant,
    Temporal.Instant,
  ]
  const rows = (await mistakes(act.db, act.desk.id)).filter((mistake) => mayRead(act, mistake))
  const rules = await rulesToday(act.db, act.desk.id)
  const { plan } = await act.asDesk(() => planIn(act, { window }))
  const told = {
    month: asked.toString(),
    from,
    until,
    mistakes: rows,
    fixed: await fixedBetween(act.db, act.desk.id, from, until),
    ruleWords: new Map(rules.map((rule) => [rule.id, sentenceOf(rule, kindOf)])),
    done: (plan.dues ?? []).filter(({ label }) => maySee(label, readerOf(act))),
    zone: act.desk.zone,
  }
  const view = reviewOf(told)
  const shown = new Set(view.mistakes.map(({ id }) => id))
  act.looked(rows.filter(({ id }) => shown.has(id)))
  act.looked(doneInTime(told).map((due) => ({ id: idOfDue(due), label: due.label })))
  return view
}
