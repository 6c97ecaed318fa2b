import * as z from 'zod'
import type { Finding } from '../finding.ts'
import { findingOf, mostFindings, number, quoted, speaksOf, text } from '../found.ts'
import { cityOf, clockOf, lengthWords, localOf, minutesOf } from '../local.ts'
import { waysOut } from '../moves.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import { asInstant, minuteMs } from '../time.ts'
import { legs, wayBetween } from '../ways.ts'

const params = z.strictObject({
  marginMinutes: z.int().min(0).max(600).optional().describe('Minutes more than the way itself'),
})

/** Enough time from one place to the next. Where nobody has said how long it takes, nothing is found. */
export const travel: AnyKind = ruleKind<z.infer<typeof params>>({
  kind: 'travel',
  title: 'Not enough time to get there',
  says: 'There is time to get from one place to the next',
  params,
  sentence: ({ marginMinutes }) =>
    `There is always time to get from one place to the next${marginMinutes ? `, and ${lengthWords(marginMinutes)} more` : ''}`,
  judge({ marginMinutes = 0 }, plan, rule) {
    const { wallAt, zoneAt } = localOf(plan)
    const speaks = speaksOf(rule.scope, plan)
    const findings: Finding[] = []
    for (const { from, to } of legs(plan)) {
      if (findings.length >= mostFindings) break
      if (!speaks(from) && !speaks(to)) continue
      const way = wayBetween(from.place, to.place, plan.travelMinutes)
      if (way === null || way.minutes === 0) continue
      const gap = (to.span.start - from.span.end) / minuteMs
      const needed = way.minutes + marginMinutes
      if (gap >= needed) continue
      const values = () => ({
        first: quoted(from),
        ends: clockOf(wallAt(from.span.end)),
        at: from.place.name.slice(0, 80),
        second: quoted(to),
        starts: clockOf(wallAt(to.span.start)),
        to: to.place.name.slice(0, 80),
        city: cityOf(zoneAt(from.span.end)),
        minutes: Math.ceil(way.minutes),
        margin: marginMinutes,
        gap: minutesOf(to.span.start - from.span.end),
      })
      const arrives = asInstant(from.span.end + needed * minuteMs)
      findings.push(
        findingOf(travel, rule, {
          span: { start: from.span.end, end: to.span.start },
          items: [from, to],
          code: way.known === 'said' ? 'too-far' : 'too-far-for-anybody',
          values,
          badness: Math.ceil(needed - gap),
          fixes: () => waysOut(plan, to, arrives),
        }),
      )
    }
    return findings
  },
  words(e) {
    const margin = number(e, 'margin') > 0 ? `, and ${lengthWords(number(e, 'margin'))} more` : ''
    const way =
      e.code === 'too-far'
        ? `${lengthWords(number(e, 'minutes'))} away`
        : `at least ${lengthWords(number(e, 'minutes'))} away even in a straight line at 900 km/h`
    return `${text(e, 'first')} ends at ${text(e, 'ends')} in ${text(e, 'city')} (${text(e, 'at')}); ${text(e, 'second')} begins at ${text(e, 'starts')} at ${text(e, 'to')}, ${way}${margin}`
  },
})
