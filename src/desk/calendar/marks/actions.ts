import type { Act, AskedOf } from '../../act.ts'
import type { Asked } from '../../authority/board/model.ts'
import { eventById, eventsById } from '../events/queries.ts'
import { aboutsNow, homeZone } from '../occurrences/actions.ts'
import { calendarById } from '../queries.ts'
import { firstOccurrence, occurrenceAt, type Part, type VersionedEvent } from '../series/model.ts'
import { type CalendarItem, calendarItem, mayRead, maySee, readerOf } from '../views/model.ts'
import { areasOf, entryItems, isInvited, isPrivateEntry, privateOn } from './queries.ts'

/** What an event, or one occurrence of it, is: its kind and label, as the plan sees it. */
async function itemOf(act: Act, event: VersionedEvent, recurrenceId: string | null): Promise<CalendarItem | null> {
  const [home, about] = [homeZone(act.desk), (await act.first(aboutsNow)).get(event.calendarId)]
  const found = (recurrenceId && occurrenceAt(event, recurrenceId, home)) || firstOccurrence(event, home)
  return about && found ? calendarItem({ ...found, part: found.part as Part }, event, about) : null
}

async function factsOf(act: Act, event: VersionedEvent, recurrenceId: string | null, moves: boolean): Promise<Asked> {
  const found = await itemOf(act, event, recurrenceId)
  if (!found) return {}
  return { ...(moves && { moves: [found.item.kind] }), ...(!mayRead(found, readerOf(act)) && { hidden: true }) }
}

type Target = { readonly eventId: string; readonly recurrenceId: string | null }

const aboutEvent = async ({ eventId, recurrenceId }: Target, act: Act, moves: boolean): Promise<Asked> => {
  const event = await act.first(eventById, eventId)
  return event ? factsOf(act, event, recurrenceId, moves) : {}
}

const moving: AskedOf = (input: Target, act) => aboutEvent(input, act, true)
type Changing = Target & { set: { when?: unknown; rrule?: unknown; label?: unknown; readers?: unknown } }
const changing: AskedOf = async (input: Changing, act) => {
  const { when, rrule, label, readers } = input.set
  const facts = await aboutEvent(input, act, when !== undefined || rrule !== undefined)
  if (label === undefined && readers === undefined) return facts
  const event = await act.first(eventById, input.eventId)
  const found = event && (await itemOf(act, event, input.recurrenceId))
  return found?.item.label === 'private' ? { ...facts, relabels: true } : facts
}
const bringingBack: AskedOf = (input: Target, act) => aboutEvent(input, act, false)

/** Every event an entry made or ended goes back to where it was, and whatever else it touched, in whose area it is. */
const reinstating: AskedOf = async ({ entry }: { entry: string }, act) => {
  const events = await eventsById(act.db, act.desk.id, await entryItems(act.db, act.desk.id, entry))
  const secret = events.length === 0 && (await isPrivateEntry(act.db, act.desk.id, entry))
  const facts = await Promise.all(events.map((event) => factsOf(act, event, null, true)))
  return {
    moves: facts.flatMap(({ moves }) => moves ?? []),
    areas: await areasOf(act.db, act.desk.id, entry, act.versioned),
    ...((facts.some(({ hidden }) => hidden) || (secret && !seesAll(act))) && { hidden: true }),
  }
}

const seesAll = (act: Act): boolean => maySee('private', readerOf(act))

/** A private calendar is changed by whoever sees it. */
const changingCalendar: AskedOf = async ({ id }: { id: string }, act) => {
  const calendar = seesAll(act) ? null : await act.first(calendarById, id)
  return calendar?.label === 'private' ? { hidden: true } : {}
}
const importing: AskedOf = ({ calendarId }: { calendarId: string }, act) =>
  changingCalendar({ id: calendarId } as never, act)

/** With a calendar goes everything on it, also what may not be moved, and what somebody may not see. */
const removing: AskedOf = async ({ id }: { id: string }, act) => ({
  moves: act.member.board.move,
  ...(await changingCalendar({ id } as never, act)),
  ...(!seesAll(act) && (await privateOn(act.db, act.desk.id, id)).size > 0 && { hidden: true }),
})

/** Somebody is known whom a meeting on these calendars has, or had. */
export const isKnown = (act: Act, address: string | null): Promise<boolean> =>
  address === null ? Promise.resolve(false) : isInvited(act.db, act.desk.id, address)

/** What limits need to know of what changes calendars. A feed shows busy times to whoever has its address. */
export const calendarAsked: { readonly [operation: string]: AskedOf } = {
  'event.move': moving,
  'event.cancel': moving,
  'event.edit': changing,
  'event.restore': bringingBack,
  'calendar.reinstate': reinstating,
  'calendar.change': changingCalendar,
  'calendar.import': importing,
  'calendar.remove': removing,
  'feed.make': async () => ({ toKnown: false }),
}
