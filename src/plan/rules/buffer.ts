import * as z from 'zod'
import type { Finding } from '../finding.ts'
import { findingOf, mostFindings, number, quoted, speaksOf, text } from '../found.ts'
import { clockOf, lengthWords, localOf, minutesOf, type Timed } from '../local.ts'
import { waysOut } from '../moves.ts'
import { minutes } from '../params.ts'
import type { Plan } from '../plan.ts'
import { type AnyKind, type Rule, ruleKind } from '../rule.ts'
import { asInstant, minuteMs } from '../time.ts'

const params = z
  .strictObject({
    beforeMinutes: minutes('Free minutes before').max(600).optional(),
    afterMinutes: minutes('Free minutes after').max(600).optional(),
  })
  .refine((p) => p.beforeMinutes !== undefined || p.afterMinutes !== undefined, {
    path: ['beforeMinutes'],
    message: 'Say how many minutes before, or after',
  })
type Params = z.infer<typeof params>

/** Free time before or after what the rule speaks about. What is on at once is for `overlap` to tell. */
export const buffer: AnyKind = ruleKind<Params>({
  kind: 'buffer',
  title: 'No time to breathe',
  says: 'There is free time before and after',
  params,
  sentence: ({ beforeMinutes, afterMinutes }) =>
    [
      beforeMinutes === undefined ? null : `${lengthWords(beforeMinutes)} free before`,
      afterMinutes === undefined ? null : `${lengthWords(afterMinutes)} free after`,
    ]
      .filter((part) => part !== null)
      .join(', ')
      .replace(/^./, (first) => first.toUpperCase()),
  judge({ beforeMinutes = 0, afterMinutes = 0 }, plan, rule) {
    const speaks = speaksOf(rule.scope, plan)
    const findings: Finding[] = []
    for (const [first, second] of neighbours(localOf(plan).busy)) {
      if (findings.length >= mostFindings) break
      const wanted = Math.max(speaks(second.item) ? beforeMinutes : 0, speaks(first.item) ? afterMinutes : 0)
      if (second.item.span.start - first.item.span.end < wanted * minuteMs)
        findings.push(told(plan, rule, first, second, wanted))
    }
    return findings
  },
  words: (e) =>
    `${number(e, 'gap') === 0 ? 'No time' : `Only ${lengthWords(number(e, 'gap'))}`} between ${text(e, 'first')}, until ${text(e, 'until')}, and ${text(e, 'second')} at ${text(e, 'from')}; ${lengthWords(number(e, 'wanted'))} are wanted`,
})

/** Each thing and the one that ended last before it began, where nothing was still on. */
function* neighbours(busy: readonly Timed[]): Generator<readonly [Timed, Timed]> {
  let last: Timed | null = null
  for (const timed of busy) {
    if (last && last.item.span.end <= timed.item.span.start) yield [last, timed]
    if (!last || timed.item.span.end > last.item.span.end) last = timed
  }
}

const told = (plan: Plan, rule: Rule, first: Timed, second: Timed, wanted: number): Finding => {
  const gap = minutesOf(second.item.span.start - first.item.span.end)
  const values = () => ({
    first: quoted(first.item),
    until: clockOf(first.end),
    second: quoted(second.item),
    from: clockOf(second.start),
    gap,
    wanted,
  })
  return findingOf(buffer, rule, {
    span: { start: first.item.span.end, end: second.item.span.start },
    items: [first.item, second.item],
    code: 'too-close',
    values,
    badness: wanted - gap,
    fixes: () => waysOut(plan, second.item, asInstant(first.item.span.end + wanted * minuteMs)),
  })
}
