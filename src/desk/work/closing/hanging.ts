import type { Act } from '../../act.ts'
import { keepWork, standing } from '../tasks/keeping.ts'
import type { CheckView, KeptWork } from '../tasks/model.ts'
import { worksById, worksIn } from '../tasks/queries.ts'
import { closed, missing, nextTurn, type Said } from './model.ts'

export const by = (act: Act) => ({ by: act.member.name, at: act.at.epochMilliseconds })

/** The next turn of routine work; null where it is done for good. */
export const again = async (act: Act, work: KeptWork): Promise<KeptWork | null> => {
  const next = nextTurn(work, act.newId(), act.at.epochMilliseconds)
  return next && keepWork(act, null, next)
}

type Closed = { readonly work: KeptWork; readonly next: KeptWork | null }

export const closeOne = async (
  act: Act,
  work: KeptWork,
  checks: readonly CheckView[],
  said: Said,
): Promise<Closed> => ({
  work: await keepWork(act, work, closed(work, checks, said, by(act))),
  next: await again(act, work),
})

type Followed = { readonly closed: readonly KeptWork[]; readonly left: readonly KeptWork[] }

/**
 * Closes what hung on things that are over and on nothing else that is not, and what hung on that. Work with a check that
 * is not met, or that is late, is left to a person. `title`: of what was closed first; empty where that has none to give.
 */
export async function closeWhatHangs(act: Act, ids: readonly string[], title: string): Promise<Followed> {
  const [done, left]: [KeptWork[], KeptWork[]] = [[], []]
  const open = new Map((await worksIn(act.db, act.desk.id, 'open')).map((work) => [work.id, work]))
  const over = new Set(ids)
  for (let fresh = ids; fresh.length > 0; ) {
    const waiting = [...open.values()].filter(({ terms }) => terms.hangsOn.some((id) => fresh.includes(id)))
    const stands = await standing(act, waiting)
    const others = await worksById(act.db, act.desk.id, [...new Set(waiting.flatMap(({ terms }) => terms.hangsOn))])
    for (const { id, state } of others) if (state !== 'open') over.add(id)
    const hung: string[] = []
    for (const work of waiting.filter(({ terms }) => terms.hangsOn.every((id) => over.has(id)))) {
      const note = title === '' ? 'Closed with what it hung on' : `Closed with “${title}”`
      const said: Said = { ticks: [], reasons: {}, late: '', note }
      open.delete(work.id)
      if (missing(work, stands(work).checks, said, act.at.epochMilliseconds)) left.push(work)
      else {
        done.push((await closeOne(act, work, stands(work).checks, said)).work)
        hung.push(work.id)
      }
    }
    for (const id of hung) over.add(id)
    fresh = hung
  }
  return { closed: done, left }
}
