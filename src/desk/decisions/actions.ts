import { asInstant } from '../../plan/time.ts'
import { type DuesOf, isRefused } from '../act.ts'
import { members } from '../authority/queries.ts'
import type { ActionsFor } from '../registry.ts'
import { answering } from './answering/actions.ts'
import { ask, edit } from './asking/actions.ts'
import type { decisionsContract } from './contract.ts'
import { lapse } from './deadline/actions.ts'
import { openAsOf, openDecisions, settledDecisions } from './queries.ts'
import { waitsOf } from './record/model.ts'
import { decisionFor, viewOf, viewsOf } from './showing/actions.ts'

/** As many as how long answers take is counted from. */
const mostCounted = 2000

export const decisionsActions: ActionsFor<typeof decisionsContract> = {
  decision: {
    list: async (_, act) => ({ decisions: await viewsOf(act, await openDecisions(act.db, act.desk.id)) }),
    log: async ({ limit }, act) => {
      const all = await settledDecisions(act.db, act.desk.id, mostCounted)
      const known = await viewsOf(act, all.slice(0, limit))
      const { months, ...wait } = waitsOf(all, act.desk.zone)
      const lists = { answered: [...wait.answered], byDefault: [...wait.byDefault], lapsed: [...wait.lapsed] }
      return {
        decisions: known,
        wait: { median: wait.median, ...lists, months: months.map((one) => ({ ...one, ids: [...one.ids] })) },
      }
    },
    show: async ({ id }, act) => {
      const found = await decisionFor(act, id)
      return isRefused(found) ? found : { decision: await viewOf(act, found) }
    },
    ask,
    edit,
    lapse,
    ...answering,
  },
}

/** What waits for somebody's answer. */
export const decisionDues: DuesOf = async (act, { asOf = null }) => {
  const open = await openAsOf(act.db, act.desk.id, asOf)
  if (open.length === 0) return []
  const people = new Map((await members(act.db, act.desk.id)).map((one) => [one.id, one]))
  return open.map(({ id, brief, label, decider, askedBy, askedAt, dueAt }) => {
    const span = { start: asInstant(askedAt.epochMilliseconds), end: asInstant(dueAt.epochMilliseconds) }
    return {
      key: `decision:${id}`,
      what: 'decision' as const,
      title: brief.question,
      kind: '',
      owner: people.get(decider)?.kind === 'executive' ? ('executive' as const) : ('assistant' as const),
      who: people.get(decider)?.name ?? '',
      to: people.get(askedBy)?.name ?? null,
      asked: brief.question,
      askedAt: span.start,
      dueAt: span.end,
      chaseAt: null,
      closedAt: null,
      effort: null,
      routine: false,
      project: null,
      hangsOn: brief.hangsOn,
      label,
      span,
    }
  })
}
