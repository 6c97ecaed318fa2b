import * as z from 'zod'
import { number, quoted, text } from '../found.ts'
import { clockOf, lengthWords, type Timed, wholeMinutes } from '../local.ts'
import { waysOut } from '../moves.ts'
import { minutes } from '../params.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import { asInstant, minuteMs } from '../time.ts'
import type { Found } from '../view.ts'

const params = z
  .strictObject({
    beforeMinutes: minutes('Free minutes before').max(600).optional(),
    afterMinutes: minutes('Free minutes after').max(600).optional(),
  })
  .refine((p) => p.beforeMinutes !== undefined || p.afterMinutes !== undefined, {
    path: ['beforeMinutes'],
    message: 'Say how many minutes before, or after',
  })
export type BufferParams = z.infer<typeof params>

const sentence = ({ beforeMinutes, afterMinutes }: BufferParams): string => {
  const before = beforeMinutes === undefined ? null : `${lengthWords(beforeMinutes)} free before`
  const after = afterMinutes === undefined ? null : `${lengthWords(afterMinutes)} free after`
  return [before, after].filter((part) => part !== null).join(', ')
}

/**
 * Free time before or after what the rule speaks about, whatever stands there. Between two things the longer of the two
 * wishes counts, once. What is on at once is for `overlap` to tell.
 */
export const buffer: AnyKind = ruleKind<BufferParams>({
  kind: 'buffer',
  title: 'No time to breathe',
  says: 'There is free time before and after',
  params,
  sentence: (p) => sentence(p).replace(/^./, (first) => first.toUpperCase()),
  reach: ({ beforeMinutes = 0, afterMinutes = 0 }) => ({
    by: 'gap',
    ms: Math.max(beforeMinutes, afterMinutes) * minuteMs,
  }),
  *judge({ beforeMinutes = 0, afterMinutes = 0 }, { busy, speaks }) {
    for (const [first, second] of neighbours(busy)) {
      const gap = second.item.span.start - first.item.span.end
      if (gap >= Math.max(beforeMinutes, afterMinutes) * minuteMs) continue
      const wanted = Math.max(speaks(second.item) ? beforeMinutes : 0, speaks(first.item) ? afterMinutes : 0)
      if (gap < wanted * minuteMs) yield tooClose(first, second, wanted)
    }
  },
  words: (e) =>
    `${number(e, 'gap') === 0 ? 'No time' : `Only ${lengthWords(number(e, 'gap'))}`} between ${text(e, 'first')}, until ${text(e, 'until')}, and ${text(e, 'second')} at ${text(e, 'from')}; ${lengthWords(number(e, 'wanted'))} are wanted`,
  fixes(_params, { items: [first, second], verdict, plan }) {
    const wanted = number(verdict.evidence, 'wanted')
    return first && second ? waysOut(plan, second, asInstant(first.span.end + wanted * minuteMs)) : []
  },
})

/** Each thing and the one that ended last before it began, where nothing was still on. */
function* neighbours(busy: readonly Timed[]): Generator<readonly [Timed, Timed]> {
  let last: Timed | null = null
  for (const timed of busy) {
    if (last && last.item.span.end <= timed.item.span.start) yield [last, timed]
    if (!last || timed.item.span.end > last.item.span.end) last = timed
  }
}

const tooClose = (first: Timed, second: Timed, wanted: number): Found => {
  const gap = wholeMinutes(second.item.span.start - first.item.span.end)
  return {
    span: { start: first.item.span.end, end: second.item.span.start },
    items: [first.item, second.item],
    code: 'too-close',
    values: () => ({
      first: quoted(first.item),
      until: clockOf(first.end),
      second: quoted(second.item),
      from: clockOf(second.start),
      gap,
      wanted,
    }),
    badness: wanted - gap,
  }
}
