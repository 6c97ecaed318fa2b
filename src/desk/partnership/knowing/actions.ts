import { isRefused, refuse } from '../../act.ts'
import type { ActionsFor } from '../../registry.ts'
import type { knowingContract } from './contract.ts'
import { contradicts, drop, fill, keep, madeOf, takeBack } from './keeping/actions.ts'
import { lookBackOf } from './lookback/actions.ts'
import { questionOfTheDay } from './model.ts'
import { answersToday } from './queries.ts'
import { questions } from './questions/model.ts'
import { questionOf } from './reading/model.ts'
import { seeing, seesPrivate, viewsOf, wordsOf } from './showing/actions.ts'

const keys = questions.map(({ key }) => key)

export const knowingActions: ActionsFor<typeof knowingContract> = {
  knowing: {
    show: async (_, act) => {
      const around = await seeing(act)
      const views = viewsOf(act, around)
      const open = views.filter(({ state }) => state !== 'hidden').map(({ key }) => key)
      const today = act.at.toZonedDateTimeISO(act.desk.zone).toPlainDate()
      return {
        questions: views,
        day: questionOfTheDay(open, [...around.answers.values()], today, act.desk.zone),
        mayKeep: (await act.may('knowing.keep', {})).may === 'yes',
        mayFill: (await act.may('knowing.fill', {})).may !== 'no',
        executive: act.desk.executive,
      }
    },
    day: async (_, act) => {
      const answers = await answersToday(act.db, act.desk.id)
      const today = act.at.toZonedDateTimeISO(act.desk.zone).toPlainDate()
      const sees = seesPrivate(act)
      const open = keys.filter((key) => sees || questionOf(key)?.label !== 'private')
      const key = questionOfTheDay(open, answers, today, act.desk.zone)
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
      const made = madeOf(question, values)
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
