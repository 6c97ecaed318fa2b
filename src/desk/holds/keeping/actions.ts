import { asInstant, dayMs, type Instant, overlaps, type Span } from '../../../plan/time.ts'
import { type Act, type Refused, refuse } from '../../act.ts'
import { itemsIn } from '../../calendar/occurrences/actions.ts'
import { isBusyIn } from '../../calendar/occurrences/queries.ts'
import { type CalendarItem, mayRead, readerOf } from '../../calendar/views/model.ts'
import { addClaims, claimsOver, dropClaims } from '../claims/queries.ts'
import { type Group, nextAt, peopleOf } from '../group/model.ts'
import { spanWords } from '../texts/words.ts'
import { addEvents, dropEvents } from './events.ts'
import { groupById, type Kept, save } from './queries.ts'

export const now = ({ at }: Pick<Act, 'at'>): Instant => asInstant(at.epochMilliseconds)

export const noOffer = refuse('not-there', 'There is no such offer.', [], 'groupId')

export const groupFor = async (act: Act, id: string): Promise<Kept | Refused> =>
  (await groupById(act.db, act.desk.id, id)) ?? noOffer

const temporal = (at: Instant): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(at)

/**
 * Writes what a change made of a group, puts new holds on the calendar, takes free ones off it, and says when the group
 * must be looked at next.
 */
export async function keep(act: Act, before: Kept | null, after: Group): Promise<Kept> {
  const kept = await keepGroup(act, before, after)
  await dropEvents(act, leaving(before, after))
  return kept
}

/** Holds whose events leave the calendar by a change: those that are free again, and one that moves a meeting of its own. */
export const leaving = (before: Kept | null, after: Group): string[] => {
  const was = new Map(before?.holds.map((hold) => [hold.id, hold.state]))
  return after.holds
    .filter(
      ({ id, state }) => was.get(id) === 'out' && (state === 'freed' || (state === 'taken' && after.eventId !== null)),
    )
    .map(({ id }) => id)
}

/** The same, but what leaves the calendar is left to the caller. */
export async function keepGroup(act: Act, before: Kept | null, after: Group): Promise<Kept> {
  const was = new Map(before?.holds.map((hold) => [hold.id, hold.state]))
  const kept = await save(act.db, act.desk.id, before, after, { entry: act.entry, at: act.at })
  const isNew = after.holds.filter((hold) => hold.state !== 'freed' && !was.has(hold.id))
  await addEvents(act, after, after.eventId === null ? isNew : isNew.filter((hold) => hold.state === 'out'))
  await dueFor(act, after)
  return kept
}

/** Asks to be looked at when the next of its holds frees itself. */
export const dueFor = (act: Act, group: Group): Promise<void> => {
  const next = nextAt(group)
  return act.due('hold.expire', group.id, next === null ? null : temporal(next))
}

/** Occurrences are rows for two years at the least. */
const rowsReachMs = 700 * dayMs

/** What takes the time of the people of a group in a span, but for what is its own, and events that are free to be stood on. */
export async function standingIn(
  act: Act,
  group: Pick<Group, 'holds' | 'eventId' | 'recurrenceId' | 'terms'>,
  span: Span,
  free: readonly string[] = [],
) {
  const own = new Set(group.holds.map(({ id }) => id))
  const people: readonly string[] = peopleOf(group.terms.whose)
  const isReached = span.end < now(act) + rowsReachMs
  if (isReached && !(await isBusyIn(act.db, act.desk.id, people, span, [...own, ...free]))) return []
  const items = await itemsIn(act.db, act.desk, { window: span })
  return items.filter(
    ({ item, eventId }) =>
      item.busy &&
      !item.cancelled &&
      item.allDay === null &&
      people.includes(item.owner) &&
      overlaps(item.span, span) &&
      !own.has(eventId) &&
      !free.includes(eventId) &&
      !(eventId === group.eventId && (group.recurrenceId === null || group.recurrenceId === item.recurrenceId)),
  )
}

/** The no to a time at which something stands, as whoever asks may know it. */
export const gone = (act: Act, items: readonly CalendarItem[], span: Span): Refused => {
  if (act.door === 'guest') return refuse('moved-on', 'That time is gone.')
  const reader = readerOf(act)
  const said = items.map((found) => (mayRead(found, reader) ? `“${found.item.title}”` : 'something private'))
  const [first = 'another meeting', ...more] = [...new Set(said)]
  const words = `${first}${more.length === 0 ? '' : ` and ${more.length} more`} stands at ${spanWords(span, act.desk.zone)} now.`
  return refuse('moved-on', words, [...new Set(items.map(({ eventId }) => eventId))])
}

export type Meeting = { readonly id: string; readonly recurrenceId: string | null; readonly span: Span }

/** Claims the time of a meeting for a group's people, in the place of what it claimed before; refuses a time that is claimed. */
export async function claim(
  act: Act,
  group: Pick<Group, 'terms'>,
  meeting: Meeting,
  { overridden, isNew = false }: { readonly overridden: boolean; readonly isNew?: boolean },
): Promise<Refused | null> {
  const people = peopleOf(group.terms.whose)
  const claimed = { eventId: meeting.id, recurrenceId: meeting.recurrenceId, span: meeting.span }
  if (isNew && (await addClaims(act.db, act.desk.id, people, { ...claimed, overridden: false }))) return null
  const standing = await claimsOver(act.db, act.desk.id, people, meeting.span, meeting.id)
  if (standing.length > 0 && !overridden)
    return act.door === 'guest'
      ? refuse('moved-on', 'That time is gone.')
      : refuse('moved-on', `Another meeting was taken at ${spanWords(meeting.span, act.desk.zone)}.`, standing)
  await dropClaims(act.db, act.desk.id, [meeting.id])
  if (!(await addClaims(act.db, act.desk.id, people, { ...claimed, overridden: standing.length > 0 })))
    throw new Error('a time was claimed with the desk locked')
  return null
}
