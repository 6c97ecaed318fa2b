import * as z from 'zod'
import { number, quoted, text } from '../found.ts'
import { localOf } from '../local.ts'
import { dueOnOf, isOpenWork, momentOf, nextTry, untilNow } from '../owed.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import { dayMs } from '../time.ts'

const params = z.strictObject({})

/** Work is done by when it is due. Silent where nobody says what time it is; it shows from when it was due until it is closed. */
export const late: AnyKind = ruleKind<z.infer<typeof params>>({
  kind: 'late',
  title: 'Late',
  says: 'What is due is done by when it is due',
  params,
  sentence: () => 'What is due is done by when it is due',
  reach: () => ({ by: 'thing' }),
  settled: (_params, { closedAt, dueAt }) => dueAt !== null && closedAt !== null && closedAt <= dueAt,
  about: (_params, { dues }) => dues.filter(({ what }) => what === 'work'),
  *judge(_params, { dues, plan, wallAt }) {
    const { at } = plan
    if (at === null) return
    for (const due of dues.filter(isOpenWork)) {
      const { dueAt } = due
      if (dueAt === null || dueAt > at) continue
      const days = Math.floor((at - dueAt) / dayMs)
      const values = () => ({
        what: quoted(due),
        who: due.who,
        theirs: due.owner === 'theirs' ? 1 : 0,
        due: momentOf({ wallAt }, dueAt),
        days,
      })
      // Accepted, it comes back when another week has passed.
      yield { span: untilNow(dueAt, at), items: [due], code: 'late', values, badness: 1 + Math.floor(days / 7) }
    }
  },
  words(e) {
    const since =
      number(e, 'days') === 0 ? '' : number(e, 'days') === 1 ? ', 1 day ago' : `, ${text(e, 'days')} days ago`
    const whose = number(e, 'theirs') === 1 ? ` ${text(e, 'who')} does it.` : ''
    return `${text(e, 'what')} was due ${text(e, 'due')}${since}, and is not done.${whose}`.replace(/\.$/, '')
  },
  fixes(_params, { dues: [due], plan }) {
    if (!due || due.dueAt === null || plan.at === null) return []
    if (due.owner === 'theirs') return [world({ key: due.key, ask: 'chase' }, `Ask ${due.who} when it comes`)]
    const local = localOf(plan)
    const next = nextTry(local, due.dueAt, plan.at)
    const when = dueOnOf(local, next)
    const move = { key: due.key, set: when }
    return [
      ...(due.to === null ? [] : [world({ key: due.key, ask: 'late', when }, `Tell ${due.to} when it will be`)]),
      { reach: 'desk', operation: 'work.edit', input: move, words: `Plan it for ${momentOf(local, next)}` },
    ]
  },
})

const world = (input: Readonly<Record<string, unknown>>, words: string) =>
  ({ reach: 'world', operation: 'finding.asked', input, words }) as const
