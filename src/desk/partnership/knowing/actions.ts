import { isRefused, refuse } from '../../act.ts'
import type { ActionsFor } from '../../registry.ts'
import { todayOf } from '../../rules/judging/actions.ts'
import type { knowingContract } from './contract.ts'
import { contradicts, drop, fill, keep, madeOf, takeBack } from './keeping/actions.ts'
import { lookBackOf } from './lookback/actions.ts'
import { type Answer, questionOfTheDay } from './model.ts'
import { answersToday } from './queries.ts'
import { questions } from './questions/model.ts'
import { questionOf } from './reading/model.ts'
import { mayKnow, seeing, viewsOf, wordsOf } from './showing/actions.ts'

const keys = questions.map(({ key }) => key)

const labelOf = (key: string, answers: readonly Answer[]): Answer['label'] =>
  answers.find(({ question }) => question === key)?.label ?? questionOf(key)?.label ?? 'private'

export const knowingActions: ActionsFor<typeof knowingContract> = {
  knowing: {
    show: async (_, act) => {
      const around = await seeing(act)
      const views = viewsOf(act, around)
      const open = views.filter(({ state }) => state !== 'hidden').map(({ key }) => key)
      return {
        questions: views,
        day: questionOfTheDay(open, [...around.answers.values()], todayOf(act), act.desk.zone),
        mayKeep: (await act.may('knowing.keep', {})).may === 'yes',
        mayFill: (await act.may('knowing.fill', {})).may !== 'no',
        executive: act.desk.executive,
      }
    },
    day: async (_, act) => {
      const all = await act.asDesk(() => answersToday(act.db, act.desk.id))
      const answers = all.filter(({ label }) => mayKnow(act, label))
      const open = keys.filter((key) => mayKnow(act, labelOf(key, all)))
      const key = questionOfTheDay(open, all, todayOf(act), act.desk.zone)
      return {
        question: key === null ? null : { key, asks: questionOf(key)?.asks ?? '' },
        waiting: answers.filter(({ waits }) => waits !== null).length,
        kept: answers.filter(({ kept }) => kept !== null).length,
        of: keys.length,
      }
    },
    try: async ({ question: key, values }, act) => {
      const question = questionOf(key)
      if (!question) return refuse('not-there', 'There is no such question.', [], 'question')
      const made = madeOf(act, question, values)
      if (isRefused(made)) return made
      const around = await seeing(act)
      return {
        becomes: { as: made.makes.as, words: wordsOf(question, made.values, around.people) },
        lookBack: await lookBackOf(act, question, made.makes),
        against: contradicts(question, made, around)?.words ?? null,
      }
    },
    fill,
    keep,
    drop,
    takeBack,
  },
}

/** What is answered binds the executive, so that it is always their own yes; whoever else asks for it waits for that. */
export const knowingAsked = {
  'knowing.keep': async () => ({ own: true }),
  'knowing.takeBack': async () => ({ own: true }),
}
