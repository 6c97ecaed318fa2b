import type { Finding } from '../../../plan/finding.ts'
import { asInstant } from '../../../plan/time.ts'
import { type Act, refuse } from '../../act.ts'
import { type ActionsFor, final } from '../../registry.ts'
import { stateOf } from '../../rules/findings/model.ts'
import { daysSpan, judgedNow, todayOf } from '../../rules/judging/actions.ts'
import type { mistakesContract } from '../contract.ts'
import type { Kept } from '../model.ts'
import { keepMistake, mistakeById, mistakes } from '../queries.ts'
import { passed } from './model.ts'

type Look = ActionsFor<typeof mistakesContract>['mistake']['look']

/** Looked at again every week, while it is closed. */
const weekOn = Temporal.Duration.from({ hours: 24 * 7 })
export const lookOn = (act: Act, id: string, at: Temporal.Instant): Promise<void> =>
  act.due('mistake.look', id, at.add(weekOn))

const rulesOf = ({ progress }: Kept): Set<string> =>
  new Set(progress.steps.filter(({ as }) => as === 'rule').map(({ item }) => item))

const again = async (act: Act, mistake: Kept, why: string): Promise<void> => {
  const progress = {
    ...mistake.progress,
    closed: null,
    reopened: [...mistake.progress.reopened, { at: act.at.toString(), why }],
  }
  await act.due('mistake.look', mistake.id, null)
  await keepMistake(act.db, act.desk.id, { ...mistake, progress }, { entry: act.entry, at: act.at })
}

/** A new mistake on a finding of a closed one’s rule: the first is opened again. @returns it. */
export async function reopened(act: Act, made: Kept): Promise<Kept | null> {
  if (made.rule === null) return null
  const rule = made.rule
  const first = (await mistakes(act.db, act.desk.id)).find(
    (one) => one.id !== made.id && one.progress.closed !== null && rulesOf(one).has(rule),
  )
  if (!first) return null
  await again(act, first, `It happened again: “${made.label === 'private' ? 'something private' : made.facts.title}”`)
  return first
}

const daysBack = 32

/** A finding of one of its rules that passed since it was closed, and nobody mended in time or chose to live with. */
async function unmended(act: Act, mistake: Kept): Promise<Finding | undefined> {
  const instant = (at: Temporal.Instant) => asInstant(at.epochMilliseconds)
  const since = {
    start: instant(Temporal.Instant.from(mistake.progress.closed?.at ?? act.at.toString())),
    end: instant(act.at),
  }
  const today = todayOf(act)
  const { plan, rules, dealt } = await judgedNow(act, daysSpan(act, today.subtract({ days: daysBack }), today))
  const own = rulesOf(mistake)
  const now = act.at.toZonedDateTimeISO(act.desk.zone)
  return rules
    .filter((rule) => rule.on && own.has(rule.id))
    .flatMap((rule) => passed(plan, rule, since))
    .find((one) => !one.items.some((key) => mistake.keys.includes(key)) && stateOf(one, dealt, now).state === 'open')
}

/** Looks whether a closed mistake has happened again; if so it is opened again and says so. */
export const lookAgain: Look = async ({ id }, act) => {
  const mistake = await mistakeById(act.db, act.desk.id, id)
  if (!mistake) return refuse('not-there', 'There is no such mistake.', [id])
  if (!mistake.progress.closed) return refuse('moved-on', 'This mistake is open.', [id])
  const found = await unmended(act, mistake)
  if (found)
    await again(act, mistake, `It happened again: ${found.label === 'private' ? 'something private' : found.words}`)
  else await lookOn(act, id, act.at)
  return {
    output: { repeated: found !== undefined },
    entry: {
      items: [id],
      values: { title: mistake.facts.title, repeated: found !== undefined },
      undo: found
        ? { operation: 'calendar.reinstate', input: { entry: act.entry } }
        : final('mistake.look', 'unchanged'),
    },
  }
}
