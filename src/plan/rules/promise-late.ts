import * as z from 'zod'
import type { PlanDue } from '../due.ts'
import { number, quoted, text } from '../found.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import { asInstant, dayMs } from '../time.ts'

const params = z.strictObject({})

const isOurs = ({ what, owner }: PlanDue): boolean => what === 'commitment' && owner !== 'theirs'

/** What this desk promised and has not kept by its date. Silent only where nobody says what time it is. */
export const promiseLate: AnyKind = ruleKind<z.infer<typeof params>>({
  kind: 'promise-late',
  title: 'A promise is late',
  says: 'What we promise is kept by its date, or a new date is agreed before',
  params,
  sentence: () => 'What we promise is kept by its date, or a new date is agreed before',
  reach: () => ({ by: 'thing' }),
  about: (_params, { dues }) => dues.filter(isOurs),
  *judge(_params, { dues, plan: { at } }) {
    if (at === null) return
    for (const due of dues.filter(isOurs)) {
      if (due.closedAt !== null || due.dueAt === null || due.dueAt >= at) continue
      const late = at - due.dueAt
      const values = () => ({ what: quoted(due), who: due.who, to: due.to, late: Math.floor(late / dayMs) })
      // It shows from when it was due until it is settled; accepted, it comes back a week later.
      const span = { start: due.dueAt, end: asInstant(Math.max(at, due.dueAt + 1)) }
      yield { span, items: [due], code: 'late', values, badness: 1 + Math.floor(late / (7 * dayMs)) }
    }
  },
  words(e) {
    const to = text(e, 'to') === '' ? '' : ` to ${text(e, 'to')}`
    return `${text(e, 'who')} promised ${text(e, 'what')}${to}: ${lateWords(number(e, 'late'))}`
  },
  fixes(_params, { dues: [due] }) {
    if (!due) return []
    return [
      ...(due.contact === undefined
        ? []
        : [
            {
              reach: 'world' as const,
              operation: 'finding.asked',
              input: { key: due.key, ask: 'late' },
              words: `Tell ${due.to ?? 'them'} it is late`,
            },
          ]),
      { reach: 'desk', operation: 'commitment.keep', input: { key: due.key }, words: 'It was kept' },
    ]
  },
})

const lateWords = (days: number): string =>
  days === 0 ? 'late since today' : days === 1 ? '1 day late' : `${days} days late`
