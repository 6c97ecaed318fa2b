import * as z from 'zod'
import { homeOf, isAsked } from '../boundaries.ts'
import { quoted, text } from '../found.ts'
import { momentOf } from '../owed.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import { dayFromText } from '../text.ts'
import { asDay, asInstant, type Day, type Instant, midnight } from '../time.ts'
import type { Zone } from '../zone.ts'

const date = z
  .string()
  .refine((said) => dayFromText(said) !== null, { message: 'A date is YYYY-MM-DD' })
  .meta({ format: 'date', title: 'Date' })
const params = z
  .strictObject({
    who: z.string().trim().max(200).default('').describe('Who is away; everybody who assists unless told'),
    firstOn: date.describe('The first day away'),
    lastOn: date.describe('The last day away'),
  })
  .refine(({ firstOn, lastOn }) => firstOn <= lastOn, { path: ['lastOn'], message: 'They are back before they go' })
type Params = z.infer<typeof params>

const spanOf = ({ firstOn, lastOn }: Params, zone: Zone): readonly [Instant, Instant] => {
  const day = (said: string): Day => dayFromText(said) ?? asDay(0)
  return [zone.toInstant(midnight(day(firstOn))), zone.toInstant(midnight(asDay(day(lastOn) + 1)))]
}

/**
 * While somebody is away nothing is due from them. Read on the clocks of the executive's home.
 */
export const onLeave: AnyKind = ruleKind<Params>({
  kind: 'on-leave',
  title: 'Due while away',
  says: 'Nothing is due from somebody who is away',
  params,
  sentence: ({ who, firstOn, lastOn }) =>
    `Nothing is due from ${who === '' ? 'the assistant' : who} from ${firstOn} to ${lastOn}`,
  reach: () => ({ by: 'thing' }),
  *judge(params, { dues, owner, plan }) {
    const zone = homeOf(plan)
    const [from, back] = spanOf(params, zone)
    for (const due of dues) {
      if (due.dueAt === null || !isAsked(owner, params.who, due)) continue
      // What is due as the day before ends is due before they go.
      const isAway = due.dueAt > from && due.dueAt <= back
      if (!isAway) continue
      const values = () => ({
        what: quoted(due),
        who: params.who === '' ? 'the assistant' : params.who,
        due: momentOf({ wallAt: (at) => zone.toWall(at) }, due.dueAt as Instant),
        back: momentOf({ wallAt: (at) => zone.toWall(at) }, back),
      })
      yield {
        span: { start: due.dueAt, end: asInstant(due.dueAt + 1) },
        items: [due],
        code: 'away',
        values,
        badness: 1,
      }
    }
  },
  words: (e) => `${text(e, 'what')} is due ${text(e, 'due')}, and ${text(e, 'who')} is away until ${text(e, 'back')}`,
})
