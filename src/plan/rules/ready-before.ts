import * as z from 'zod'
import type { PlanDue } from '../due.ts'
import { number, quoted, text } from '../found.ts'
import { type Local, lengthWords } from '../local.ts'
import { isOpenWork, momentOf, untilNow } from '../owed.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import { asInstant, dayOf, type Instant, midnight, minuteMs } from '../time.ts'

const params = z.strictObject({
  minutes: z.int().min(1).max(43_200).describe('How long before it is due it must be done'),
})
type Params = z.infer<typeof params>

const readyAt = (dueAt: Instant, { minutes }: Params): Instant => asInstant(dueAt - minutes * minuteMs)

/** From the morning of the day on which it must be done: that is when somebody can still do it. */
const saidFrom = ({ wallAt, instantOf }: Pick<Local, 'wallAt' | 'instantOf'>, ready: Instant): Instant =>
  instantOf(midnight(dayOf(wallAt(asInstant(ready - 1)))))

/**
 * Work is done some time before it is due, not at the last minute. Silent where nobody says what time it is. It speaks of a
 * plan as it stood as well: of work that was open then.
 */
export const readyBefore: AnyKind = ruleKind<Params>({
  kind: 'ready-before',
  title: 'Not ready yet',
  says: 'Work is done some time before it is due',
  params,
  sentence: ({ minutes }) => `Done ${lengthWords(minutes)} before it is due`,
  reach: () => ({ by: 'thing' }),
  settled: (params, { closedAt, dueAt }) => dueAt !== null && closedAt !== null && closedAt <= readyAt(dueAt, params),
  about: (_params, { dues }) => dues.filter(({ what }) => what === 'work'),
  *judge(params, view) {
    const { at } = view.plan
    if (at === null) return
    for (const due of view.dues.filter(isOpenWork)) {
      if (due.dueAt === null) continue
      const ready = readyAt(due.dueAt, params)
      const from = saidFrom(view, ready)
      if (at < from) continue
      const values = () => ({
        ...said(due, due.dueAt as Instant, view),
        ready: momentOf(view, ready),
        over: at >= ready ? 1 : 0,
      })
      yield { span: untilNow(from, at), items: [due], code: 'open', values, badness: at < ready ? 1 : 2 }
    }
  },
  words: (e) =>
    number(e, 'over') === 1
      ? `${text(e, 'what')} was to be ready by ${text(e, 'ready')} and is open; it is due ${text(e, 'due')}`
      : `${text(e, 'what')} must be ready by ${text(e, 'ready')}; it is due ${text(e, 'due')}`,
  fixes(_params, { dues: [due] }) {
    if (due?.owner !== 'theirs') return []
    const input = { key: due.key, ask: 'chase' }
    return [{ reach: 'world', operation: 'finding.asked', input, words: `Ask ${due.who} how it stands` }]
  },
})

const said = (due: PlanDue, dueAt: Instant, local: Pick<Local, 'wallAt'>) => ({
  what: quoted(due),
  due: momentOf(local, dueAt),
})
