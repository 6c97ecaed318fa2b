import { type Act, refuse } from '../../act.ts'
import type { ActionsFor } from '../../registry.ts'
import type { calendarContract } from '../contract.ts'
import { keepRows } from '../events/keep.ts'
import { eventsById, relabel } from '../events/queries.ts'
import { abouts } from '../occurrences/actions.ts'
import { dropRows } from '../occurrences/queries.ts'
import { changedSince, putBack } from './queries.ts'

type Reinstate = ActionsFor<typeof calendarContract>['calendar']['reinstate']

/**
 * Puts everything an entry touched back as it was before it: the exact inverse of any change of what keeps versions, an
 * import included. Refuses moved-on where something of it was changed again since. Its own entry is taken back
 * the same way.
 */
export const reinstate: Reinstate = async ({ entry }, act) => {
  const standing = await changedSince(act.db, act.desk.id, entry, act.versioned)
  if (standing.length > 0)
    return refuse('moved-on', 'Some of it was changed again since; undo that first.', standing.slice(0, 100), 'entry')
  const back = await putBack(act.db, act.desk.id, entry, { entry: act.entry, at: act.at }, act.versioned)
  const events = [...new Set([...back.ended, ...back.restored])]
  if (events.length === 0 && back.others.length === 0)
    return refuse('not-there', 'That entry changed nothing that could be put back.', [entry], 'entry')
  await rowsAgain(act, back)
  if (back.others.length > 0) await relabel(act.db, act.desk.id, back.others)
  const told = events.map((id) => ({ id, recurrenceId: null }))
  await act.happened({ events: told, things: back.others, was: null, anyway: null, mayRefuse: false })
  return {
    output: { events: events.length },
    entry: {
      items: events.length > 2000 ? [entry] : [entry, ...new Set([...events, ...back.others])],
      values: { events: events.length },
      undo: { operation: 'calendar.reinstate', input: { entry: act.entry } },
    },
  }
}

async function rowsAgain(act: Act, { ended, restored }: { ended: string[]; restored: string[] }): Promise<void> {
  const about = await abouts(act.db, act.desk.id)
  const addresses = (calendar: string) => about.get(calendar)?.addresses ?? []
  await dropRows(act.db, act.desk.id, ended)
  for (let from = 0; from < restored.length; from += 1000)
    await keepRows(act, await eventsById(act.db, act.desk.id, restored.slice(from, from + 1000)), addresses)
}
