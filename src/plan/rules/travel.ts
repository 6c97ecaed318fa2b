import * as z from 'zod'
import { number, quoted, text } from '../found.ts'
import { cityOf, clockOf, lengthWords, minutesOf } from '../local.ts'
import { waysOut } from '../moves.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import { asInstant, minuteMs } from '../time.ts'
import type { Found, View } from '../view.ts'
import { type Leg, legsOf, longestWay, type Way, wayBetween } from '../ways.ts'

const params = z.strictObject({
  marginMinutes: z.int().min(0).max(600).optional().describe('Minutes more than the way itself'),
})

/**
 * Enough time from one place to the next. The way begins where its person last was: a call without a place between two
 * meetings changes nothing. No way starts from a journey, which ends elsewhere than where it began. Where nobody has said
 * how long the way is and no coordinates bound it, nothing is found. What is on at once is for `overlap` to tell.
 */
export const travel: AnyKind = ruleKind<z.infer<typeof params>>({
  kind: 'travel',
  title: 'Not enough time to get there',
  says: 'There is time to get from one place to the next',
  params,
  sentence: ({ marginMinutes }) =>
    `There is always time to get from one place to the next${marginMinutes ? `, and ${lengthWords(marginMinutes)} more` : ''}`,
  reach: ({ marginMinutes = 0 }, plan) => ({ by: 'gap', ms: (longestWay(plan) + marginMinutes) * minuteMs }),
  *judge({ marginMinutes = 0 }, view) {
    for (const leg of legsOf(view.busy)) {
      const { from, to } = leg
      if (!view.speaks(from) && !view.speaks(to)) continue
      const way = wayBetween(from.place, to.place, view.plan.travelMinutes)
      if (way === null || way.minutes === 0) continue
      if ((to.span.start - from.span.end) / minuteMs < way.minutes + marginMinutes)
        yield tooFar(view, leg, way, marginMinutes)
    }
  },
  words(e) {
    const margin = number(e, 'margin') > 0 ? `, and ${lengthWords(number(e, 'margin'))} more` : ''
    const way =
      e.code === 'too-far'
        ? `${lengthWords(number(e, 'minutes'))} away`
        : `at least ${lengthWords(number(e, 'minutes'))} away even in a straight line at 900 km/h`
    return `${text(e, 'first')} ends at ${text(e, 'ends')} in ${text(e, 'city')} (${text(e, 'at')}); ${text(e, 'second')} begins at ${text(e, 'starts')} at ${text(e, 'to')}, ${way}${margin}`
  },
  fixes(_params, { items: [from, to], verdict, plan }) {
    const needed = number(verdict.evidence, 'minutes') + number(verdict.evidence, 'margin')
    return from && to ? waysOut(plan, to, asInstant(from.span.end + needed * minuteMs)) : []
  },
})

const tooFar = ({ wallAt, zoneAt }: View, { from, to }: Leg, way: Way, margin: number): Found => {
  const gap = to.span.start - from.span.end
  const values = () => ({
    first: quoted(from),
    ends: clockOf(wallAt(from.span.end)),
    at: from.place.name.slice(0, 80),
    second: quoted(to),
    starts: clockOf(wallAt(to.span.start)),
    to: to.place.name.slice(0, 80),
    city: cityOf(zoneAt(from.span.end)),
    minutes: Math.ceil(way.minutes),
    margin,
    gap: minutesOf(gap),
  })
  return {
    span: { start: from.span.end, end: to.span.start },
    items: [from, to],
    code: way.known === 'said' ? 'too-far' : 'too-far-for-anybody',
    values,
    badness: Math.ceil(way.minutes + margin - gap / minuteMs),
  }
}
