import { type Burden, burdenIn, ordinaryDays } from '../../../plan/burden.ts'
import { idOfDue } from '../../../plan/due.ts'
import type { Plan } from '../../../plan/plan.ts'
import type { Rule } from '../../../plan/rule.ts'
import type { Day } from '../../../plan/time.ts'
import type { Act } from '../../act.ts'
import { daysSpan, planIn, todayOf } from '../../rules/judging/actions.ts'
import type { Kept, Replayed } from '../model.ts'
import { bestOf, type Stood } from './model.ts'

/** As many days around it as a night and a week's end need. */
const [daysBefore, daysAfter] = [1, 2]
const yearOfDays = 365

const earlier = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(a, b) <= 0 ? a : b

type About = Pick<Kept, 'items' | 'keys' | 'effectAt' | 'mendAt' | 'facts'>

/** The plan of the days around a mistake, as it stood at an instant. Read as the desk, which sees everything. */
export async function planAsOf(act: Act, { items, keys, effectAt }: About, asOf: Temporal.Instant): Promise<Stood> {
  const on = effectAt.toZonedDateTimeISO(act.desk.zone).toPlainDate()
  const window = daysSpan(act, on.subtract({ days: daysBefore }), on.add({ days: daysAfter }))
  const built = await planIn(act, { window, at: asOf, asOf })
  const own = built.items.filter(({ eventId }) => items.includes(eventId)).map(({ item }) => item.key)
  const due = (built.plan.dues ?? []).filter((one) => items.includes(idOfDue(one))).map(({ key }) => key)
  return { plan: built.plan, asOf, keys: new Set([...keys, ...own, ...due]) }
}

/** The plan just before it took effect (or was found, where that was earlier), and when it could last have been mended. */
export const plansThen = (act: Act, about: About): Promise<readonly Stood[]> =>
  act.asDesk(async () => {
    const found = Temporal.Instant.from(about.facts.foundAt)
    const before = earlier(about.effectAt, found).subtract({ milliseconds: 1 })
    const mend = earlier(about.mendAt, before)
    const first = await planAsOf(act, about, before)
    return mend.equals(before) ? [first] : [first, await planAsOf(act, about, mend)]
  })

export type Ordinary = { readonly plan: Plan; readonly days: ReadonlySet<Day> }

/** The last year as it came to pass, or as much of it as there is. */
export const ordinary = (act: Act): Promise<Ordinary> =>
  act.asDesk(async () => {
    const today = todayOf(act)
    const window = daysSpan(act, today.subtract({ days: yearOfDays }), today.subtract({ days: 1 }))
    const { plan } = await planIn(act, { window })
    return { plan, days: ordinaryDays(plan) }
  })

/** How a rule did on the plan as it stood, with what it would do on ordinary days. */
export type Tried = Replayed & Burden

/** How a rule did on the plan as it stood, and would do on ordinary days. `titled`: the rule as a sentence. */
export function replayOn(
  stood: readonly Stood[],
  year: Ordinary,
  rule: Rule,
  { titled, zone }: { readonly titled: string; readonly zone: string },
): Tried {
  const best = bestOf(stood, rule)
  const where = best?.stood ?? (stood[0] as Stood)
  const asOf = where.asOf.toZonedDateTimeISO(zone)
  return {
    caught: best !== null,
    on: asOf.toPlainDate().toString(),
    asOf: where.asOf.toString(),
    findings: best?.findings ?? 0,
    words: titled,
    ...burdenIn(year.plan, rule, { days: year.days }),
  }
}
