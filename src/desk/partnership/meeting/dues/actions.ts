import { type Act, isRefused } from '../../../act.ts'
import { members } from '../../../authority/queries.ts'
import type { ActionsFor } from '../../../registry.ts'
import { todayOf } from '../../../rules/judging/actions.ts'
import { otherOf, pairsOf } from '../../pair/actions.ts'
import type { Person } from '../../pair/model.ts'
import type { oneToOneContract } from '../contract.ts'
import { isDue, type Meeting } from '../model.ts'
import { overWith, runningWith } from '../queries.ts'
import { dueWords, runningWords } from '../words.ts'

type Due = ActionsFor<typeof oneToOneContract>['oneToOne']['due']

export const dayOf = (act: Act, at: Temporal.Instant): Temporal.PlainDate =>
  at.toZonedDateTimeISO(act.desk.zone).toPlainDate()

const goesOn = (act: Act, { beganAt }: Meeting): string =>
  runningWords(Math.floor((act.at.epochMilliseconds - beganAt.epochMilliseconds) / 60_000))

/** Of each pair of whoever asks: that it goes on, or that it is due; nothing while the last is fresh. */
export const due: Due = async (_, act) => {
  const pairs = await pairsOf(act)
  if (isRefused(pairs)) return { due: [] }
  const seated = new Map((await members(act.db, act.desk.id)).map(({ id, made_at }) => [id, dayOf(act, made_at)]))
  const { executive, assistants } = pairs
  const today = todayOf(act)
  const dueWith = async (assistant: Person) => {
    const pair = { with: otherOf(act, { executive, assistant }), assistant: assistant.id }
    const running = await runningWith(act.db, act.desk.id, assistant.id)
    if (running) return [{ ...pair, words: goesOn(act, running), running: true }]
    const [last] = await overWith(act.db, act.desk.id, assistant.id, 1)
    const lastOn = last?.endedAt ? dayOf(act, last.endedAt) : null
    const sat = [executive.id, assistant.id].map((id) => seated.get(id) ?? today).sort(Temporal.PlainDate.compare)
    return isDue(lastOn ?? sat.at(-1) ?? today, today)
      ? [{ ...pair, words: dueWords(lastOn, today), running: false }]
      : []
  }
  const found = []
  for (const assistant of assistants) found.push(...(await dueWith(assistant)))
  return { due: found }
}
