import * as z from 'zod'
import type { Finding } from '../finding.ts'
import { findingOf, mostFindings, number, quoted, speaksOf, text } from '../found.ts'
import { clockOf, lengthWords, localOf, minutesOf, type Timed } from '../local.ts'
import { waysOut } from '../moves.ts'
import { minutes } from '../params.ts'
import type { Plan } from '../plan.ts'
import { type AnyKind, type Rule, ruleKind } from '../rule.ts'
import { asInstant, dayMs, hourMs, minuteMs } from '../time.ts'

const params = z.strictObject({
  minutes: minutes('Rest between the last thing of a day and the first of the next').max(1440),
})

/** What begins before four belongs to the evening before. */
const daybreak = 4 * hourMs
const wakingDay = ({ start }: Timed): number => Math.floor((start - daybreak) / dayMs)

/** Rest between the last thing of one day and the first of the next. Private evenings are rest. */
export const night: AnyKind = ruleKind<z.infer<typeof params>>({
  kind: 'night',
  title: 'Short night',
  says: 'There is rest enough between two days',
  params,
  sentence: ({ minutes }) => `${lengthWords(minutes)} of rest between one day and the next`,
  judge({ minutes }, plan, rule) {
    const speaks = speaksOf(rule.scope, plan)
    const working = localOf(plan).busy.filter(({ item }) => speaks(item) && item.kind !== 'personal')
    const findings: Finding[] = []
    let last: Timed | null = null
    for (const timed of working) {
      if (findings.length < mostFindings && last && isShort(last, timed, minutes))
        findings.push(told(plan, rule, last, timed, minutes))
      if (!last || timed.item.span.end > last.item.span.end) last = timed
    }
    return findings
  },
  words: (e) =>
    `${lengthWords(number(e, 'rest'))} of rest: ${text(e, 'last')} ends at ${text(e, 'ends')} and ${text(e, 'first')} begins at ${text(e, 'starts')}; ${lengthWords(number(e, 'minutes'))} are wanted`,
})

const restOf = (last: Timed, first: Timed): number => first.item.span.start - last.item.span.end

const isShort = (last: Timed, first: Timed, minutes: number): boolean => {
  const rest = restOf(last, first)
  return rest >= 0 && rest < minutes * minuteMs && wakingDay(first) === wakingDay(last) + 1
}

const told = (plan: Plan, rule: Rule, last: Timed, first: Timed, minutes: number): Finding => {
  const rest = minutesOf(restOf(last, first))
  const values = () => ({
    last: quoted(last.item),
    ends: clockOf(last.end),
    first: quoted(first.item),
    starts: clockOf(first.start),
    rest,
    minutes,
  })
  return findingOf(night, rule, {
    span: { start: last.item.span.end, end: first.item.span.start },
    items: [last.item, first.item],
    code: 'short',
    values,
    badness: minutes - rest,
    fixes: () => waysOut(plan, first.item, asInstant(last.item.span.end + minutes * minuteMs)),
  })
}
