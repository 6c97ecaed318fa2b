import { type Act, type Done, isRefused, type Refused, refuse } from '../../act.ts'
import { bearingOf } from '../../rules/burden/model.ts'
import { standardOf } from '../../work/standards/queries.ts'
import { workById } from '../../work/tasks/queries.ts'
import type { Kept, Step } from '../model.ts'
import {
  burdenSaid,
  instead,
  type Liveness,
  offersFor,
  readDraft,
  replayDraft,
  ruleLiveness,
  storyOf,
} from '../remedies/actions.ts'
import { dayWords } from '../words.ts'

export type Live = Liveness

/** Whether a step is in force: a rule that is on, a check that is in its standard, work that is there and dated. */
export const liveOf = async (act: Act, step: Step): Promise<Live> =>
  step.as === 'rule'
    ? ruleLiveness(act, step)
    : step.as === 'check'
      ? checkLiveness(act, step)
      : workLiveness(act, step)

async function checkLiveness(act: Act, step: Step): Promise<Live> {
  const standard = await standardOf(act.db, act.desk.id, step.kind ?? '')
  if (!standard) return { live: false, words: 'its standard was removed' }
  return standard.checks.some(({ id }) => id === step.item)
    ? { live: true, words: `a check of every “${standard.kind}”` }
    : { live: false, words: `no longer a check of “${standard.kind}”` }
}

async function workLiveness(act: Act, step: Step): Promise<Live> {
  const work = await workById(act.db, act.desk.id, step.item)
  if (!work || work.state === 'cancelled') return { live: false, words: 'the work was called off' }
  if (work.state === 'closed') return { live: true, words: 'done' }
  if (work.dueAt === null) return { live: false, words: 'the work has no date' }
  const on = Temporal.Instant.fromEpochMilliseconds(work.dueAt).toZonedDateTimeISO(act.desk.zone)
  return { live: true, words: `due ${dayWords(on)}` }
}

type RuleMake = { readonly as: 'rule'; readonly rule: object }
type CheckMake = { readonly as: 'check'; readonly kind: string; readonly words: string }
type WorkMake = { readonly as: 'work'; readonly title: string; readonly dueOn: string }
export type Make = RuleMake | CheckMake | WorkMake

/** Makes a step real, with the operation a person would use for it. What it would not have caught is refused as a rule. */
export const makeStep = (act: Act, mistake: Kept, make: Make, words: string): Promise<Step | Refused> =>
  make.as === 'rule'
    ? asRule(act, mistake, make, words)
    : make.as === 'check'
      ? asCheck(act, make, words)
      : asWork(act, mistake, make, words)

const stepOf = (act: Act, step: Omit<Step, 'id' | 'madeAt'>): Step => ({
  id: act.newId(),
  madeAt: act.at.toString(),
  ...step,
})

async function asRule(act: Act, mistake: Kept, make: RuleMake, words: string): Promise<Step | Refused> {
  const draft = readDraft({ story: '', ...make.rule, source: 'mistake' })
  if (isRefused(draft))
    return draft.refused.path ? refuse('bad-input', draft.refused.words, [], `make.rule.${draft.refused.path}`) : draft
  const replay = await replayDraft(act, mistake, draft)
  if (isRefused(replay)) return replay
  if (bearingOf(replay) === 'always') return refuse('bad-input', `${burdenSaid(replay)}.`, [], 'make.rule')
  if (!replay.caught) {
    const offers = await offersFor(act, mistake)
    const on = dayWords(Temporal.PlainDate.from(replay.on))
    const no = `On the plan as it stood on ${on} this rule finds nothing that touches it, so it would not have caught it.`
    return refuse('bad-input', `${no}${instead(offers)}`, [mistake.id], 'make.rule')
  }
  const [given, own] = [draft.story.trim(), storyOf(act, mistake)]
  const story = given === '' || given.includes(own) ? own : `${given} ${own}`
  const done = await act.run('rule.add', { ...draft, story: story.slice(0, 2000) })
  if (isRefused(done)) return done
  const { rule } = (done as Done<{ rule: { id: string; words: string } }>).output
  return stepOf(act, { words: words || rule.words, as: 'rule', item: rule.id, kind: null, replay })
}

async function asCheck(act: Act, make: CheckMake, words: string): Promise<Step | Refused> {
  const before = await standardOf(act.db, act.desk.id, make.kind)
  const checks = [...(before?.checks ?? []), { words: make.words }]
  const done = await act.run('standard.save', { kind: before?.kind ?? make.kind, checks })
  if (isRefused(done)) return done
  const { standard } = (done as Done<{ standard: { kind: string; checks: { id: string }[] } }>).output
  const item = standard.checks.at(-1)?.id ?? ''
  return stepOf(act, { words: words || make.words, as: 'check', item, kind: standard.kind, replay: null })
}

async function asWork(act: Act, mistake: Kept, make: WorkMake, words: string): Promise<Step | Refused> {
  const today = act.at.toZonedDateTimeISO(act.desk.zone).toPlainDate()
  if (Temporal.PlainDate.compare(Temporal.PlainDate.from(make.dueOn), today) < 0)
    return refuse('bad-input', 'That day has passed: a step is done from now on.', [], 'make.dueOn')
  const input = { title: make.title, dueOn: make.dueOn, source: { mistake: mistake.id }, label: mistake.label }
  const done = await act.run('work.add', input)
  if (isRefused(done)) return done
  const { work } = (done as Done<{ work: { id: string } }>).output
  return stepOf(act, { words: words || make.title, as: 'work', item: work.id, kind: null, replay: null })
}
