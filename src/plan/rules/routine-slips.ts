import * as z from 'zod'
import { idOfDue, type PlanDue } from '../due.ts'
import type { Fix } from '../finding.ts'
import { number, quoted, text } from '../found.ts'
import { lengthWords, localOf } from '../local.ts'
import { dueOnOf, isOpenWork, momentOf, nextTry } from '../owed.ts'
import type { Plan } from '../plan.ts'
import { type AnyKind, ruleKind, type Trouble } from '../rule.ts'
import { asInstant, asWall, dayMs, type Instant, type Span } from '../time.ts'

const params = z.strictObject({
  weeks: z.int().min(2).max(6).default(4).describe('Weeks that are compared with as many before them'),
})

/** Fewer turns than this say nothing. */
const fewest = 3
/** A rate that fell by less than a fifth may be chance. */
const fall = 0.2

const isRoutine = ({ what, routine, owner }: PlanDue): boolean => what === 'work' && routine && owner !== 'theirs'

type Rate = { readonly onTime: number; readonly of: number }

const isIn = (at: Instant | null, { start, end }: Span): boolean => at !== null && at >= start && at < end
const wasOnTime = ({ closedAt, dueAt }: PlanDue): boolean => closedAt !== null && dueAt !== null && closedAt <= dueAt

const rateOf = (turns: readonly PlanDue[], span: Span): Rate => {
  const there = turns.filter(({ dueAt }) => isIn(dueAt, span))
  return { onTime: there.filter(wasOnTime).length, of: there.length }
}

const slipped = (now: Rate, before: Rate): boolean =>
  now.of >= fewest && before.of >= fewest && before.onTime / before.of - now.onTime / now.of >= fall

type Project = { readonly name: string; readonly minutes: number; readonly before: number }

/** The project whose work took most more minutes than before; null where none did. */
const grown = (dues: readonly PlanDue[], now: Span, before: Span): Project | null => {
  const minutes = (works: readonly PlanDue[], span: Span) =>
    works.reduce((sum, { closedAt, effort }) => sum + (isIn(closedAt, span) ? (effort ?? 0) : 0), 0)
  const works = dues.filter(
    ({ what, project, routine, owner }) => what === 'work' && project && !routine && owner !== 'theirs',
  )
  return [...Map.groupBy(works, ({ project }) => project ?? '')]
    .map(([name, those]) => ({ name, minutes: minutes(those, now), before: minutes(those, before) }))
    .filter((one) => one.minutes > one.before)
    .reduce<Project | null>(
      (most, one) => (most && most.minutes - most.before >= one.minutes - one.before ? most : one),
      null,
    )
}

/**
 * Routine work keeps its rate while a project takes the hours. It compares some weeks with as many before them, by what was
 * due in them and by the effort of what was closed for projects; a turn that is late and still open slipped too.
 */
export const routineSlips: AnyKind = ruleKind<z.infer<typeof params>>({
  kind: 'routine-slips',
  title: 'Routine work slips',
  says: 'Routine work stays on time while a project takes the hours',
  params,
  sentence: ({ weeks }) => `Routine work stays on time while a project takes the hours, over ${weeks} weeks`,
  reach: () => ({ by: 'thing' }),
  settled: (_params, due) => due.routine && wasOnTime(due),
  about: (_params, { dues }) => dues.filter(isRoutine),
  *judge({ weeks }, { dues, plan: { at, dues: all = [] } }) {
    if (at === null) return
    const now = { start: asInstant(at - weeks * 7 * dayMs), end: at }
    const before = { start: asInstant(at - 2 * weeks * 7 * dayMs), end: now.start }
    const project = grown(all, now, before)
    if (!project) return
    const routine = dues.filter(isRoutine)
    for (const [kind, turns] of Map.groupBy(routine, (due) => due.kind || due.title)) {
      const [rate, was] = [rateOf(turns, now), rateOf(turns, before)]
      const last = turns.findLast((due) => isIn(due.dueAt, now) && !wasOnTime(due))
      if (!last || !slipped(rate, was)) continue
      const values = () => ({
        kind: kind.slice(0, 80),
        onTime: rate.onTime,
        of: rate.of,
        wasOnTime: was.onTime,
        wasOf: was.of,
        weeks,
        project: project.name.slice(0, 80),
        minutes: project.minutes,
        before: project.before,
      })
      yield {
        span: now,
        items: [last],
        code: 'slips',
        values,
        about: kind,
        badness: was.onTime / was.of - rate.onTime / rate.of,
      }
    }
  },
  words(e) {
    const n = (name: string) => number(e, name)
    const was = n('before') === 0 ? 'none' : lengthWords(n('before'))
    return `${text(e, 'kind')}: on time ${n('onTime')} of ${n('of')} in the last ${n('weeks')} weeks, ${n('wasOnTime')} of ${n('wasOf')} in the ${n('weeks')} before; “${text(e, 'project')}” took ${lengthWords(n('minutes'))}, ${was} before`
  },
  fixes: (_params, trouble) => waysOutOf(trouble),
})

/** Of the project's open work due within the week, what takes most hours: moving it makes most room. */
function inTheWay(plan: Plan, turn: PlanDue, project: string): PlanDue | null {
  const { at, dues = [] } = plan
  if (at === null) return null
  const week = { start: at, end: asInstant(at + 7 * dayMs) }
  return dues
    .filter((due) => isOpenWork(due) && !due.routine && due.owner !== 'theirs' && isIn(due.dueAt, week))
    .filter((due) => due.project?.slice(0, 80) === project && (due.label === turn.label || due.label === 'open'))
    .reduce<PlanDue | null>((most, due) => (most && (most.effort ?? 0) >= (due.effort ?? 0) ? most : due), null)
}

/**
 * Room is made in the project: its work of this week goes a week on, or to the assistant, and whoever it is for is told;
 * the turn that is late is planned again; or the executive says which comes first, and the desk does what they say.
 */
function waysOutOf({ dues: [turn], verdict, plan }: Trouble): readonly Fix[] {
  if (!turn || turn.dueAt === null || plan.at === null) return []
  const local = localOf(plan)
  const { evidence } = verdict
  const work = inTheWay(plan, turn, text(evidence, 'project'))
  const again = nextTry(local, turn.dueAt, plan.at)
  const edit = (due: PlanDue, set: object, words: string): Fix[] => [
    { reach: 'desk', operation: 'work.edit', input: { key: due.key, set }, words },
  ]
  const replan =
    turn.closedAt === null
      ? edit(turn, dueOnOf(local, again), `Plan ${quoted(turn)} for ${momentOf(local, again)}`)
      : []
  if (!work || work.dueAt === null) return replan
  const later = local.instantOf(asWall(local.wallAt(work.dueAt) + 7 * dayMs))
  const [when, said] = [dueOnOf(local, later), momentOf(local, later)]
  const question = {
    question: `Which comes first: ${text(evidence, 'kind')}, or “${text(evidence, 'project')}”?`,
    context: verdict.words,
    options: [
      {
        words: `${text(evidence, 'kind')}: ${quoted(work)} moves to ${said}`,
        does: { operation: 'work.edit', input: { id: idOfDue(work), set: when } },
      },
      { words: `“${text(evidence, 'project')}”: ${text(evidence, 'kind')} may come late` },
    ],
    neededBy: noonOf(dueOnOf(local, again)),
    label: turn.label,
  }
  return [
    ...edit(work, when, `Move ${quoted(work)} to ${said}`),
    ...(work.owner === 'executive'
      ? edit(work, { owner: 'assistant', who: '' }, `Hand ${quoted(work)} to the assistant`)
      : []),
    ...replan,
    ...(work.to === null
      ? []
      : [
          {
            reach: 'world',
            operation: 'finding.asked',
            input: { key: work.key, ask: 'late', when },
            words: `Tell ${work.to} that ${quoted(work)} comes a week later`,
          } as const,
        ]),
    { reach: 'desk', operation: 'decision.ask', input: question, words: 'Ask the executive which comes first' },
  ]
}

/** By noon of that day. */
const noonOf = ({ dueOn, zone }: { readonly dueOn: string; readonly zone: string }) => ({
  on: dueOn,
  time: '12:00',
  zone,
})
