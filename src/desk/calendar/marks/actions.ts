import type { Act, AskedOf } from '../../act.ts'
import type { Asked } from '../../authority/board/model.ts'
import { eventById, eventsById } from '../events/queries.ts'
import { abouts, homeZone } from '../occurrences/actions.ts'
import { firstOccurrence, occurrenceAt, type Part, type VersionedEvent } from '../series/model.ts'
import { type CalendarItem, calendarItem, mayRead, readerOf } from '../views/model.ts'
import { entryItems, isInvited } from './queries.ts'

/** What an event, or one occurrence of it, is: its kind and label, as the plan sees it. */
async function itemOf(act: Act, event: VersionedEvent, recurrenceId: string | null): Promise<CalendarItem | null> {
  const [home, about] = [homeZone(act.desk), (await abouts(act.db, act.desk.id)).get(event.calendarId)]
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
  const event = await eventById(act.db, act.desk.id, eventId)
  return event ? factsOf(act, event, recurrenceId, moves) : {}
}

const moving: AskedOf = (input: Target, act) => aboutEvent(input, act, true)
const changing: AskedOf = (input: Target & { set: { when?: unknown; rrule?: unknown } }, act) =>
  aboutEvent(input, act, input.set.when !== undefined || input.set.rrule !== undefined)
const bringingBack: AskedOf = (input: Target, act) => aboutEvent(input, act, false)

/** Every event an entry made or ended goes back to where it was. */
const reinstating: AskedOf = async ({ entry }: { entry: string }, act) => {
  const events = await eventsById(act.db, act.desk.id, await entryItems(act.db, act.desk.id, entry))
  const facts = await Promise.all(events.map((event) => factsOf(act, event, null, true)))
  return {
    moves: facts.flatMap(({ moves }) => moves ?? []),
    ...(facts.some(({ hidden }) => hidden) && { hidden: true }),
  }
}

/** With a calendar goes everything on it, also what may not be moved. */
const removing: AskedOf = async (_: unknown, act) => ({ moves: act.member.board.move })

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
  'calendar.remove': removing,
  'feed.make': async () => ({ toKnown: false }),
}
