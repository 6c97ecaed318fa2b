import type { Reaction } from '../../act.ts'
import { eventsById } from '../../calendar/events/queries.ts'
import { headOf } from '../../calendar/series/model.ts'
import { closeWhatHangs } from '../closing/hanging.ts'
import { cancelled } from '../closing/model.ts'
import { keepWork } from '../tasks/keeping.ts'
import { worksIn } from '../tasks/queries.ts'

/** Work closes with what it hangs on, whichever noun that is of. */
export const followClosed: Reaction = async ({ closed = [] }, act) => {
  if (closed.length > 0) await closeWhatHangs(act, closed, '')
  return null
}

/**
 * Work for a meeting goes with it: when an event is called off, open work that hangs on it and on nothing else is called
 * off too. An undo of the calendar puts both back by itself, because both were done by one entry.
 */
export const followEvents: Reaction = async (what, act) => {
  if (!what.mayRefuse || what.events.length === 0) return null
  const ids = what.events.filter(({ recurrenceId }) => recurrenceId === null).map(({ id }) => id)
  if (ids.length === 0) return null
  const hanging = (await worksIn(act.db, act.desk.id, 'open')).filter(({ terms }) =>
    terms.hangsOn.some((id) => ids.includes(id)),
  )
  if (hanging.length === 0) return null
  const found = await eventsById(act.db, act.desk.id, [...new Set(hanging.flatMap(({ terms }) => terms.hangsOn))])
  const there = new Set(found.filter((event) => !headOf(event).cancelled).map(({ id }) => id))
  for (const work of hanging) {
    if (ids.every((id) => there.has(id)) || !work.terms.hangsOn.every((id) => ids.includes(id) && !there.has(id)))
      continue
    const given = { by: act.member.name, at: act.at.epochMilliseconds }
    await keepWork(act, work, cancelled(work, 'What it was for was called off.', given))
  }
  return null
}
