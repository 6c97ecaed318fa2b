import { kindOf, kinds } from '../../../plan/rules/kinds.ts'
import { listedKinds } from '../../../plan/rules/list.ts'
import { type Act, type Refused, refuse } from '../../act.ts'
import { bearingOf } from '../../rules/burden/model.ts'
import { burdenWords } from '../../rules/burden/words.ts'
import { checkDraft, ruleOf, sentenceOf } from '../../rules/draft/model.ts'
import { type RuleDraft, ruleDraft } from '../../rules/model.ts'
import { newestVersion } from '../../rules/queries.ts'
import { wrongWords } from '../../wrong.ts'
import type { Kept, OfferView, Step } from '../model.ts'
import { ordinary, plansThen, replayOn, type Tried } from '../replay/actions.ts'
import { dayWords } from '../words.ts'
import { candidatesOf, cheapestFirst } from './model.ts'

const ruleFrom = (draft: RuleDraft) => ruleOf({ ...draft, id: 'remedy', meaning: 1 })

/** A draft as its kind reads it, or why it cannot be one. */
export function readDraft(draft: unknown): RuleDraft | Refused {
  const read = ruleDraft.safeParse(draft, { error: wrongWords })
  if (!read.success) {
    const issue = read.error.issues[0]
    return refuse('bad-input', issue?.message ?? 'It does not fit', [], issue?.path.join('.'))
  }
  const checked = checkDraft(read.data, kindOf)
  if ('path' in checked) return refuse('bad-input', checked.words, [], checked.path)
  return { ...read.data, params: checked.params, source: 'mistake' }
}

const isInPlan = ({ items, keys }: Kept): boolean => items.length > 0 || keys.length > 0

const nowhere = refuse(
  'bad-input',
  'This mistake names nothing that stood in the plan, so no rule can be tried on it. Make the step a check or dated work.',
)

/** A rule replayed on the plan as it stood, and on ordinary days. */
export async function replayDraft(act: Act, mistake: Kept, draft: RuleDraft): Promise<Tried | Refused> {
  if (!isInPlan(mistake)) return nowhere
  const [stood, year] = [await plansThen(act, mistake), await ordinary(act)]
  return replayOn(stood, year, ruleFrom(draft), { titled: sentenceOf(draft, kindOf), zone: act.desk.zone })
}

export const burdenSaid = (tried: Tried): string => burdenWords(tried, bearingOf(tried))

/** Every kind there is, tried on the plan as it stood: which would have caught it, the fewest false alarms first. */
export async function offersFor(act: Act, mistake: Kept): Promise<OfferView[]> {
  if (!isInPlan(mistake)) return []
  const [stood, year] = [await plansThen(act, mistake), await ordinary(act)]
  const story = storyOf(act, mistake)
  const shapes = new Map(listedKinds().map(({ kind, params }) => [kind, params]))
  const drafts = kinds.flatMap((kind) => {
    const shape = shapes.get(kind.kind)
    return shape ? candidatesOf(kind, shape, story) : []
  })
  const caught = drafts.flatMap((draft) => {
    const replay = replayOn(stood, { plan: { ...year.plan, items: [], dues: [] }, days: new Set() }, ruleFrom(draft), {
      titled: sentenceOf(draft, kindOf),
      zone: act.desk.zone,
    })
    return replay.caught ? [draft] : []
  })
  const tried = caught.map((draft) => {
    const titled = sentenceOf(draft, kindOf)
    const replay = replayOn(stood, year, ruleFrom(draft), { titled, zone: act.desk.zone })
    return { draft, replay, flagged: replay.flagged, days: replay.days }
  })
  return cheapestFirst(tried.filter(({ replay }) => bearingOf(replay) !== 'always')).map(({ draft, replay }) => ({
    draft,
    words: sentenceOf(draft, kindOf),
    replay,
    burdenWords: burdenSaid(replay),
  }))
}

/** Why a remedy’s rule exists, with the mistake it comes from. */
export const storyOf = (act: Act, { facts, id, label }: Kept): string => {
  const on = dayWords(Temporal.Instant.from(facts.foundAt).toZonedDateTimeISO(act.desk.zone))
  const about = label === 'private' ? 'Something went wrong' : `“${facts.title}” went wrong`
  return `${about}; found on ${on}. /mistakes?mistake=${id}`
}

/** The rule that would take the place of one that did not find it, in words. */
export const instead = ([best]: readonly OfferView[]): string =>
  best
    ? ` “${best.words}” would have: ${best.burdenWords.charAt(0).toLowerCase()}${best.burdenWords.slice(1)}.`
    : ' No kind of rule there is would have; make it a check or dated work.'

export type Liveness = { readonly live: boolean; readonly words: string }

/** Whether a rule step is in force, and if not, why. */
export async function ruleLiveness(act: Act, step: Step): Promise<Liveness> {
  const rule = await newestVersion(act.db, act.desk.id, step.item)
  if (!rule || rule.to !== null) return { live: false, words: 'the rule was removed' }
  if (!rule.on) return { live: false, words: 'the rule is switched off' }
  if (!step.replay?.caught) return { live: false, words: 'in force, but it would not have caught it' }
  return {
    live: true,
    words: `in force since ${dayWords(Temporal.Instant.from(step.madeAt).toZonedDateTimeISO(act.desk.zone))}`,
  }
}
