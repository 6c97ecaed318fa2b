import { asInstant, minuteMs } from '../../../../plan/time.ts'
import { isRefused, refuse } from '../../../act.ts'
import { calendars } from '../../../calendar/queries.ts'
import { whenWords } from '../../../calendar/words.ts'
import { whenOf } from '../../../holds/keeping/events.ts'
import type { ActionsFor } from '../../../registry.ts'
import type { prioritiesContract } from '../contract.ts'
import { addTie } from '../queries.ts'
import { priorityFor } from '../writing/actions.ts'

type Actions = ActionsFor<typeof prioritiesContract>['priority']

/** Time to work on what comes first, on the executive's own calendar, where others see that it is taken; tied by hand. */
export const protect: Actions['protect'] = async ({ id, start, minutes }, act) => {
  if ((await act.may('priority.list', {})).may !== 'yes')
    return refuse('not-there', 'There is no such priority.', [id], 'id')
  const priority = await priorityFor(act, id)
  if (isRefused(priority)) return priority
  const calendar = (await calendars(act.db, act.desk.id)).find(
    (one) => one.owner === 'executive' && !one.readOnly && one.countsAsBusy,
  )
  if (!calendar)
    return refuse('not-there', 'There is no calendar of the executive’s to keep time on; add one first.', [], 'id')
  const from = Temporal.ZonedDateTime.from(start).epochMilliseconds
  if (from < act.at.epochMilliseconds) return refuse('bad-input', 'That time has passed.', [], 'start')
  const when = whenOf({ start: asInstant(from), end: asInstant(from + minutes * minuteMs) }, act.desk.zone)
  const label = priority.label === 'private' ? ('private' as const) : null
  const done = await act.run('event.add', {
    calendarId: calendar.id,
    title: priority.terms.title,
    when,
    kind: 'focus',
    label,
  })
  if (isRefused(done)) return done
  const { event } = done.output as { event: { eventId: string; label: 'open' | 'desk' | 'private' } }
  const made = { entry: act.entry, at: act.at }
  const tie = {
    id: act.newId(),
    priority: id,
    what: 'event' as const,
    thing: event.eventId,
    recurrenceId: null,
    belongs: true,
    label: event.label,
  }
  await addTie(act.db, act.desk.id, tie, made)
  return {
    output: { eventId: event.eventId },
    entry: {
      items: [id, event.eventId],
      values: { title: priority.terms.title, when: whenWords(when) },
      ...(label === 'private' && { private: [id] }),
      undo: { operation: 'calendar.reinstate', input: { entry: act.entry } },
    },
  }
}
