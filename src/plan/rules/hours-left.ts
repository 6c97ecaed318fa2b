import * as z from 'zod'
import type { PlanDue } from '../due.ts'
import { number, quoted, text } from '../found.ts'
import { freeBefore, freeIn, usedUpAt } from '../free-hours.ts'
import { lengthWords, localOf, minuteOfDay, wholeMinutes } from '../local.ts'
import { dueOnOf, isOpenWork, momentOf } from '../owed.ts'
import { clock, days, endClock } from '../params.ts'
import type { Plan, PlanItem } from '../plan.ts'
import { type AnyKind, ruleKind, type Trouble } from '../rule.ts'
import { asInstant, dayMs, type Instant, minuteMs, type Span } from '../time.ts'

const params = z
  .strictObject({
    days: days.default(['MO', 'TU', 'WE', 'TH', 'FR']),
    from: clock.default('09:00').describe('When work begins'),
    to: endClock.default('17:30').describe('When it ends'),
  })
  .refine(({ from, to }) => minuteOfDay(from) < minuteOfDay(to), { path: ['to'], message: 'It ends before it begins' })
type Params = z.infer<typeof params>

/** Work of one person that does not fit: what it needs, what earlier work needs first, and what is free before it is due. */
type Short = {
  readonly due: PlanDue
  readonly dueAt: Instant
  readonly needsMs: number
  readonly earlierMs: number
  readonly freeMs: number
}

/**
 * What is left to do fits into the free hours of whoever does it before it is due; what is due first takes its share
 * first. For one person who can put work down and take it up again no other order does better. Silent about work whose
 * effort nobody has said, and where the plan does not begin with now.
 */
export const hoursLeft: AnyKind = ruleKind<Params>({
  kind: 'hours-left',
  title: 'Not enough hours',
  says: 'What is left to do fits into the free hours before it is due',
  params,
  sentence: ({ from, to }) => `What is left to do fits into the free hours (${from}–${to}) before it is due`,
  reach: () => ({ by: 'plan' }),
  settled: (_params, { closedAt, dueAt, effort }) =>
    effort !== null && dueAt !== null && closedAt !== null && closedAt <= dueAt,
  about: (_params, { dues }) => dues,
  *judge(params, view) {
    const { plan } = view
    const { at } = plan
    if (at === null || at < plan.window.start) return
    const spoken = new Set(view.dues.map(({ key }) => key))
    for (const owner of ['executive', 'assistant'] as const)
      for (const short of shortOf(plan, owner, params, at)) {
        const { due, dueAt, needsMs, earlierMs, freeMs } = short
        if (!spoken.has(due.key)) continue
        const missing = Math.ceil((earlierMs + needsMs - freeMs) / minuteMs)
        const values = () => ({
          what: quoted(due),
          left: Math.round(needsMs / minuteMs),
          earlier: Math.round(earlierMs / minuteMs),
          free: wholeMinutes(freeMs),
          due: momentOf(view, dueAt),
        })
        yield { span: { start: at, end: dueAt }, items: [due], code: 'short', values, badness: missing }
      }
  },
  words(e) {
    const [left, earlier, free] = [number(e, 'left'), number(e, 'earlier'), number(e, 'free')]
    const first = earlier === 0 ? '' : ` after ${lengthWords(earlier)} of work that is due first`
    const room = free === 0 ? 'none is free' : `${amount(free)} free`
    return `${text(e, 'what')}: ${amount(left)} left${first}, ${room} before ${text(e, 'due')}`
  },
  fixes: (params, trouble) => waysOutOf(params, trouble),
})

/** "1 h is", "4 h 30 min are" */
const amount = (minutes: number): string => `${lengthWords(minutes)} ${minutes === 60 || minutes === 1 ? 'is' : 'are'}`

/** Open work of an owner with its effort known and its time still to come, or late, by when it is due. */
const workOf = (dues: readonly PlanDue[], owner: PlanItem['owner']) =>
  dues.filter((due) => isOpenWork(due) && due.owner === owner && due.effort !== null && due.dueAt !== null)

function shortOf(plan: Plan, owner: PlanItem['owner'], hours: Params, at: Instant): Short[] {
  const works = workOf(plan.dues ?? [], owner)
  const last = works.at(-1)?.dueAt
  if (!last || last <= at) return []
  const free = freeIn(plan, owner, hours, { start: at, end: last })
  const short: Short[] = []
  let earlierMs = 0
  for (const due of works) {
    const [needsMs, dueAt] = [(due.effort ?? 0) * minuteMs, due.dueAt as Instant]
    const freeMs = freeBefore(free, dueAt)
    if (dueAt > at && earlierMs + needsMs > freeMs) short.push({ due, dueAt, needsMs, earlierMs, freeMs })
    earlierMs += needsMs
  }
  return short
}

/** Beyond this nobody’s calendar is full enough to promise anything by it. */
const nearMs = 14 * dayMs

/** When it could be done: as the free hours after now are used up by what is due first and by it. */
const doneBy = (plan: Plan, due: PlanDue, hours: Params, at: Instant): Instant | null => {
  if (due.owner === 'theirs' || due.dueAt === null) return null
  const works = workOf(plan.dues ?? [], due.owner)
  const before = works.slice(0, works.findIndex(({ key }) => key === due.key) + 1)
  const needed = before.reduce((sum, { effort }) => sum + (effort ?? 0) * minuteMs, 0)
  const rest: Span = { start: at, end: asInstant(Math.min(plan.window.end, at + nearMs)) }
  return usedUpAt(freeIn(plan, due.owner, hours, rest), needed)
}

/** The quarter of an hour after it. */
const rounded = (at: Instant): Instant => (Math.ceil(at / (15 * minuteMs)) * 15 * minuteMs) as Instant

function waysOutOf(params: Params, { dues: [due], verdict, plan }: Trouble) {
  if (!due || plan.at === null) return []
  const local = localOf(plan)
  const by = doneBy(plan, due, params, plan.at)
  const when = by === null ? null : dueOnOf(local, rounded(by))
  const told = {
    key: due.key,
    ask: 'short',
    when,
    left: verdict.evidence.values.left,
    free: verdict.evidence.values.free,
  }
  return [
    ...(due.to === null
      ? []
      : [{ reach: 'world', operation: 'finding.asked', input: told, words: `Tell ${due.to} now` } as const]),
    ...(by === null
      ? []
      : [
          {
            reach: 'desk',
            operation: 'work.edit',
            input: { key: due.key, set: when },
            words: `Make it due ${momentOf(local, rounded(by))}, when it can be done`,
          } as const,
        ]),
    ...(due.owner === 'executive'
      ? [
          {
            reach: 'desk',
            operation: 'work.edit',
            input: { key: due.key, set: { owner: 'assistant', who: '' } },
            words: 'Hand it to the assistant',
          } as const,
        ]
      : []),
  ]
}
