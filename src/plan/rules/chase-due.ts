import * as z from 'zod'
import type { PlanDue } from '../due.ts'
import { number, quoted, text } from '../found.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import { asInstant, dayMs } from '../time.ts'

const params = z.strictObject({})

const isTheirs = ({ what, owner }: PlanDue): boolean => what === 'commitment' && owner === 'theirs'

/** What is owed to this desk and was to be asked after by now. Silent where nobody says what time it is. */
export const chaseDue: AnyKind = ruleKind<z.infer<typeof params>>({
  kind: 'chase-due',
  title: 'Time to ask after it',
  says: 'What is owed to us is asked after on its day',
  params,
  sentence: () => 'What is owed to us is asked after on its day',
  reach: () => ({ by: 'thing' }),
  about: (_params, { dues }) => dues.filter(isTheirs),
  *judge(_params, { dues, plan: { at } }) {
    if (at === null) return
    for (const due of dues.filter(isTheirs)) {
      const { chaseAt, dueAt } = due
      if (due.closedAt !== null || chaseAt === null || chaseAt > at) continue
      const late = dueAt === null ? -1 : Math.floor((at - dueAt) / dayMs)
      const values = () => ({ what: quoted(due), who: due.who, late, asked: due.contact?.asked ?? 0 })
      const span = { start: chaseAt, end: asInstant(Math.max(at, chaseAt + 1)) }
      yield { span, items: [due], code: 'chase', values, badness: 1 + Math.max(0, Math.floor(late / 7) + 1) }
    }
  },
  words(e) {
    const late = number(e, 'late')
    const since = late < 0 ? '' : late === 0 ? ', due today' : late === 1 ? ', 1 day late' : `, ${late} days late`
    const asked = number(e, 'asked')
    const before = asked === 0 ? '' : asked === 1 ? '; asked once' : `; asked ${asked} times`
    return `${text(e, 'who')} owes ${text(e, 'what')}${since}${before}`
  },
  fixes(_params, { dues: [due] }) {
    if (!due) return []
    return [
      { reach: 'world', operation: 'commitment.chase', input: { key: due.key, ask: 'chase' }, words: `Ask ${due.who}` },
      { reach: 'desk', operation: 'commitment.keep', input: { key: due.key }, words: 'They kept it' },
    ]
  },
})
