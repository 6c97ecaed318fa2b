import { isRefused, type Refused, refuse } from '../../act.ts'
import type { ActionsFor } from '../../registry.ts'
import type { workContract } from '../contract.ts'
import { keepWork, standing, undoOf, viewOf, workFor } from '../tasks/keeping.ts'
import type { KeptWork } from '../tasks/model.ts'
import { dueWords } from '../tasks/when.ts'
import { again, by, closeOne, closeWhatHangs } from './hanging.ts'
import { cancelled, type Missing, missing, reopened } from './model.ts'

type Actions = ActionsFor<typeof workContract>['work']

const notYet = (work: KeptWork, { code, path, what }: Missing): Refused => {
  if (code === 'unknown') return refuse('bad-input', 'Its standard has no such check.', [work.id], path)
  return code === 'unmet'
    ? refuse('bad-input', `“${what}” is not ticked: tick it, or say why it is closed without.`, [work.id], path)
    : refuse('bad-input', `It was due ${dueWords(work.terms)}: say why it is late.`, [work.id], path)
}

const briefly = ({ id, terms }: KeptWork) => ({ id, title: terms.title })

const close: Actions['close'] = async ({ id, ...said }, act) => {
  const before = await workFor(act, id)
  if (isRefused(before)) return before
  if (before.state !== 'open') return refuse('moved-on', `It was ${before.state} already.`, [id])
  const { checks } = (await standing(act, [before]))(before)
  const lacking = missing(before, checks, said, act.at.epochMilliseconds)
  if (lacking) return notYet(before, lacking)
  const { work, next } = await closeOne(act, before, checks, said)
  const followed = await closeWhatHangs(act, [work.id], work.terms.title)
  const things = [id, ...followed.closed.map((one) => one.id)]
  const no = await act.happened({ events: [], things: [], closed: things, was: null, anyway: null, mayRefuse: false })
  if (no) return no
  const view = await viewOf(act, work)
  return {
    output: {
      work: view,
      closed: followed.closed.map(briefly),
      left: followed.left.map(briefly),
      next: next && (await viewOf(act, next)),
    },
    entry: {
      items: [...things, ...(next ? [next.id] : [])],
      values: {
        title: work.terms.title,
        onTime: view.closed?.onTime ?? null,
        toStandard: view.closed?.toStandard ?? null,
        next: next ? dueWords(next.terms) : null,
        with: followed.closed.length,
      },
      ...(said.late !== '' && { why: said.late }),
      undo: undoOf(act),
    },
  }
}

const reopen: Actions['reopen'] = async ({ id }, act) => {
  const before = await workFor(act, id)
  if (isRefused(before)) return before
  if (before.state === 'open') return refuse('moved-on', 'It is open.', [id])
  const work = await keepWork(act, before, reopened(before))
  return {
    output: { work: await viewOf(act, work) },
    entry: { items: [id], values: { title: work.terms.title }, undo: undoOf(act) },
  }
}

const cancel: Actions['cancel'] = async ({ id, reason, again: goesOn }, act) => {
  const before = await workFor(act, id)
  if (isRefused(before)) return before
  if (before.state !== 'open') return refuse('moved-on', `It was ${before.state} already.`, [id])
  const work = await keepWork(act, before, cancelled(before, reason, by(act)))
  const next = goesOn ? await again(act, before) : null
  return {
    output: { work: await viewOf(act, work), next: next && (await viewOf(act, next)) },
    entry: {
      items: [id, ...(next ? [next.id] : [])],
      values: { title: work.terms.title, next: next ? dueWords(next.terms) : null },
      ...(reason !== '' && { why: reason }),
      undo: undoOf(act),
    },
  }
}

export const closingActions: Pick<Actions, 'close' | 'reopen' | 'cancel'> = { close, reopen, cancel }
