import * as z from 'zod'
import type { Finding } from '../finding.ts'
import { findingOf, mostFindings, number, quoted, speaksOf, text } from '../found.ts'
import { cityOf, clockOf, lengthWords, localOf, minutesOf } from '../local.ts'
import { waysOut } from '../moves.ts'
import type { Plan, PlanItem } from '../plan.ts'
import { type AnyKind, type Rule, ruleKind } from '../rule.ts'
import { asInstant } from '../time.ts'

const params = z.strictObject({})

/** A copy of the same occurrence in another calendar is not a second thing. */
const isCopy = (a: PlanItem, b: PlanItem): boolean => a.key === b.key

/**
 * Two things that take the executive's time at once. Spans are half-open: one may begin when the other ends.
 * All-day items say what a day is about and leave its hours free: they collide only with each other.
 */
export const overlap: AnyKind = ruleKind<z.infer<typeof params>>({
  kind: 'overlap',
  title: 'Two things at once',
  says: 'Nobody is in two places, or two meetings, at once',
  params,
  sentence: () => 'Two things are never on at once',
  judge(_params, plan, rule) {
    const { busy } = localOf(plan)
    const speaks = speaksOf(rule.scope, plan)
    const allDay = plan.items.filter((item) => item.busy && item.owner === 'executive' && item.allDay !== null)
    const findings: Finding[] = []
    for (const items of [busy.map((timed) => timed.item), allDay])
      for (const [a, b] of pairs(items)) {
        if (findings.length >= mostFindings) return findings
        if (!isCopy(a, b) && (speaks(a) || speaks(b))) findings.push(told(plan, rule, a, b))
      }
    return findings
  },
  words: (e) =>
    e.code === 'same-day'
      ? `${text(e, 'first')} and ${text(e, 'second')} are on the same day`
      : `${text(e, 'first')} is on until ${text(e, 'until')} and ${text(e, 'second')} begins at ${text(e, 'from')} in ${text(e, 'city')}: ${lengthWords(number(e, 'minutes'))} at once`,
})

/** Pairs that share time, in order of the later start. Items by start; what takes no time shares none. */
function* pairs(items: readonly PlanItem[]): Generator<readonly [PlanItem, PlanItem]> {
  let open: PlanItem[] = []
  for (const item of items) {
    if (item.span.start === item.span.end) continue
    open = open.filter(({ span }) => span.end > item.span.start)
    for (const earlier of open) yield [earlier, item]
    open.push(item)
  }
}

const told = (plan: Plan, rule: Rule, a: PlanItem, b: PlanItem): Finding => {
  const { wallAt, zoneAt } = localOf(plan)
  const start = b.span.start
  const end = asInstant(Math.min(a.span.end, b.span.end))
  const minutes = minutesOf(end - start)
  const values = () => ({
    first: quoted(a),
    until: clockOf(wallAt(a.span.end)),
    second: quoted(b),
    from: clockOf(wallAt(start)),
    city: cityOf(zoneAt(start)),
    minutes,
  })
  const fixes = () => [...waysOut(plan, b, a.span.end), ...waysOut(plan, a, b.span.end)].slice(0, 3)
  const code = a.allDay ? 'same-day' : 'at-once'
  return findingOf(overlap, rule, { span: { start, end }, items: [a, b], code, values, badness: minutes, fixes })
}
