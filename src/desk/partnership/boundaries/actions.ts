import { type Way, weighAsk } from '../../../plan/asks.ts'
import { homeOf } from '../../../plan/boundaries.ts'
import { type Act, isRefused, refuse } from '../../act.ts'
import { maySeeOfDesk, readerOf } from '../../calendar/views/model.ts'
import { readInput } from '../../input.ts'
import type { Surroundings } from '../../perform.ts'
import { type ActionsFor, operations } from '../../registry.ts'
import { ruleOf } from '../../rules/draft/model.ts'
import { privateWords } from '../../rules/findings/words.ts'
import { daysSpan, planIn, todayOf } from '../../rules/judging/actions.ts'
import { rulesToday } from '../../rules/queries.ts'
import type { Ask } from './asked/actions.ts'
import { askedBy } from './asking/actions.ts'
import type { boundariesContract } from './contract.ts'
import { type Asking, type AskView, agreedKinds, askings } from './model.ts'
import { noWords, wayWords } from './words.ts'

const fitsAll: AskView = { fits: true, who: '', reasons: [], ways: [] }

/** How many days ahead is looked for another time, and for what is due beside it. */
const ahead = 100

/**
 * What rules in force say against an ask, with what would fit; null where nothing was agreed that could. The plan is the
 * desk's own, which sees everything.
 */
async function weighed(act: Act, { due, others }: Ask) {
  return act.asDesk(async () => {
    const rules = (await rulesToday(act.db, act.desk.id)).filter(({ on }) => on)
    if (!rules.some(({ kind }) => agreedKinds.includes(kind))) return null
    const window = daysSpan(act, todayOf(act), todayOf(act).add({ days: ahead }))
    const { plan } = await planIn(act, { window, at: act.at })
    return { ...weighAsk(plan, rules.map(ruleOf), due, others), zone: homeOf(plan) }
  })
}

/** An ask as whoever asks is told of it: why it does not fit, and what would. */
async function viewOf(act: Act, ask: Ask): Promise<AskView> {
  const found = await weighed(act, ask)
  if (found === null || found.reasons.length === 0) return { ...fitsAll, who: ask.who }
  const reader = readerOf(act)
  const reasons = found.reasons.map(({ label, words }) => (maySeeOfDesk(label, reader) ? words : privateWords))
  const way = (one: Way) => ({ by: one.by, words: wayWords(one, found.zone), ...ask.inputOf(one, found.zone) })
  return { fits: false, who: ask.who, reasons: [...new Set(reasons)], ways: found.ways.map(way) }
}

const isAsking = (operation: string): operation is Asking => (askings as readonly string[]).includes(operation)

type Given = { readonly anyway?: { readonly reason: string } | undefined }

/** What is asked of whoever assists is said no to where it does not fit, until somebody says why it is asked all the same. */
export const fitting: Surroundings['fitting'] = async (act, operation, input) => {
  if (!isAsking(operation)) return { input, why: null }
  const { anyway, ...given } = input as Given
  const ask = await act.asDesk(() => askedBy(act, operation, given))
  const view = ask === null ? fitsAll : await viewOf(act, ask)
  if (view.fits) return { input: given, why: null }
  if (anyway) return { input: given, why: anyway.reason }
  const ways = view.ways.map(({ words }) => words)
  return refuse('bad-input', noWords(view.who, view.reasons, ways), [], 'anyway')
}

export const boundariesActions: ActionsFor<typeof boundariesContract> = {
  boundary: {
    weigh: async ({ operation, input }, act) => {
      const known = operations.get(operation)
      if (!known) return refuse('not-there', `There is no operation called ${operation}.`, [], 'operation')
      const read = readInput(known, input)
      if (isRefused(read)) return { refused: { ...read.refused, path: ['input', read.refused.path].join('.') } }
      const ask = await act.asDesk(() => askedBy(act, operation, read.input))
      return ask === null ? fitsAll : viewOf(act, ask)
    },
  },
}
