import { type Act, type Json, refuse } from '../act.ts'
import type { ActionsFor } from '../registry.ts'
import type { calendarContract } from './contract.ts'
import { eventActions } from './events/actions.ts'
import { endAllOf, relabel } from './events/queries.ts'
import { feedActions } from './feeds/actions.ts'
import { exportCalendar, importCalendar } from './import/actions.ts'
import { dropRowsOfCalendar } from './occurrences/queries.ts'
import { placeActions } from './places/actions.ts'
import {
  addCalendar,
  addCalendarVersion,
  type CalendarRow,
  calendarById,
  calendars,
  endCalendarVersion,
  eventCounts,
} from './queries.ts'
import { reinstate } from './reinstate/actions.ts'
import { maySee, readerOf } from './views/model.ts'

type Contract = typeof calendarContract

const viewOf = ({ id, name, owner, countsAsBusy, readOnly, label, readers }: CalendarRow, events: number) => ({
  id,
  name,
  owner,
  countsAsBusy,
  readOnly,
  label,
  readers: [...readers],
  events,
})

const noCalendar = refuse('not-there', 'There is no such calendar.', [], 'id')
const undo = (act: Act) => ({ operation: 'calendar.reinstate', input: { entry: act.entry } })

/** Two calendars of one name could not be told apart on the command line. */
async function nameTaken(act: Act, name: string, own: string | null) {
  const same = (await calendars(act.db, act.desk.id)).find(
    (one) => one.id !== own && one.name.toLowerCase() === name.toLowerCase(),
  )
  return same ? refuse('bad-input', `There is a calendar called “${same.name}” already.`, [same.id], 'name') : null
}

const changeWords: { readonly [name: string]: (row: CalendarRow) => string } = {
  name: ({ name }) => `it is now called “${name}”`,
  owner: ({ owner }) => `it is the ${owner}’s`,
  countsAsBusy: ({ countsAsBusy }) => (countsAsBusy ? 'it counts as busy' : 'it does not count as busy'),
  readOnly: ({ readOnly }) => (readOnly ? 'it is only read' : 'it can be changed here'),
  label: ({ label }) => `its label is “${label}”`,
  readers: ({ readers }) =>
    `its private items name ${readers.length === 1 ? 'one member' : `${readers.length} members`}`,
}

const calendarActions: ActionsFor<Contract>['calendar'] = {
  list: async (_, act) => {
    const counts = await eventCounts(act.db, act.desk.id)
    const rows = await calendars(act.db, act.desk.id)
    const reader = readerOf(act)
    const named = (row: CalendarRow) => (maySee(row.label, reader) ? row : { ...row, name: 'Private', readers: [] })
    return { calendars: rows.map((row) => viewOf(named(row), counts.get(row.id) ?? 0)) }
  },
  add: async (draft, act) => {
    const taken = await nameTaken(act, draft.name, null)
    if (taken) return taken
    const row = { id: act.newId(), version: 1, ...draft }
    await addCalendar(act.db, act.desk.id, row.id)
    await addCalendarVersion(act.db, act.desk.id, row, { entry: act.entry, at: act.at })
    return {
      output: { calendar: viewOf({ ...row, addresses: [] }, 0) },
      entry: { items: [row.id], values: { name: row.name }, after: { ...draft }, undo: undo(act) },
    }
  },
  change: async ({ id, ...set }, act) => {
    const before = await act.first(calendarById, id)
    if (!before) return noCalendar
    const named = Object.entries(set).filter(([, value]) => value !== undefined)
    if (named.length === 0) return refuse('bad-input', 'Nothing was given to change.')
    const taken = set.name === undefined ? null : await nameTaken(act, set.name, id)
    if (taken) return taken
    const after = { ...before, ...Object.fromEntries(named), version: before.version + 1 }
    const made = { entry: act.entry, at: act.at }
    await endCalendarVersion(act.db, act.desk.id, id, made)
    await addCalendarVersion(act.db, act.desk.id, after, made)
    if (set.label !== undefined || set.readers !== undefined) await relabel(act.db, act.desk.id, [id])
    const changes = named.map(([name]) => changeWords[name]?.(after) ?? name)
    const counts = await eventCounts(act.db, act.desk.id)
    return {
      output: { calendar: viewOf(after, counts.get(id) ?? 0) },
      entry: {
        items: [id],
        values: { name: before.name, changes },
        before: viewOf(before, 0) as Json,
        after: viewOf(after, 0) as Json,
        undo: undo(act),
      },
    }
  },
  remove: async ({ id }, act) => {
    const before = await act.first(calendarById, id)
    if (!before) return noCalendar
    const made = { entry: act.entry, at: act.at }
    const ended = await endAllOf(act.db, act.desk.id, id, made)
    const events = ended.length
    await endCalendarVersion(act.db, act.desk.id, id, made)
    await dropRowsOfCalendar(act.db, act.desk.id, id)
    const told = ended.map((event) => ({ id: event, recurrenceId: null }))
    await act.happened({ events: told, things: [], was: null, anyway: null, mayRefuse: false })
    return {
      output: { events },
      entry: { items: [id], values: { name: before.name, events }, undo: undo(act) },
    }
  },
  import: importCalendar,
  reinstate,
  export: exportCalendar,
}

/** Everything that can be done with calendars, events, places and busy addresses. */
export const allCalendarActions = {
  calendar: calendarActions,
  event: eventActions,
  feed: feedActions,
  place: placeActions,
}
