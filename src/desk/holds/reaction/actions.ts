import type { Span } from '../../../plan/time.ts'
import { type Act, type Happened, isRefused, type Reaction, type Refused, refuse } from '../../act.ts'
import { eventsById } from '../../calendar/events/queries.ts'
import { homeZone } from '../../calendar/occurrences/actions.ts'
import { firstOccurrence, headOf, occurrenceAt, type VersionedEvent } from '../../calendar/series/model.ts'
import { dropClaims } from '../claims/queries.ts'
import { cancel, type Group, release } from '../group/model.ts'
import { claim, dueFor, keep } from '../keeping/actions.ts'
import { groupsById, groupsOfEvents, type Kept } from '../keeping/queries.ts'

type Standing = { readonly span: Span; readonly recurrenceId: string | null }

/** Where a meeting stands now; null once it is cancelled or gone. */
const standingOf = (act: Act, event: VersionedEvent | undefined, recurrenceId: string | null): Standing | null => {
  if (!event) return null
  const home = homeZone(act.desk)
  const found = recurrenceId === null ? firstOccurrence(event, home) : occurrenceAt(event, recurrenceId, home)
  return !found || found.part.cancelled || headOf(event).cancelled ? null : { span: found.span, recurrenceId }
}

const meetingOf = (group: Group): string | null =>
  group.eventId ?? group.holds.find((hold) => hold.state === 'taken')?.id ?? null

/** A taken time follows its meeting: claimed where that stands now, and nobody's once it is cancelled. */
async function followTaken(act: Act, group: Kept, event: VersionedEvent | undefined, what: Happened) {
  const id = meetingOf(group)
  if (id === null) return null
  const standing = standingOf(act, event, group.recurrenceId)
  if (standing) return claim(act, group, { id, ...standing }, { overridden: what.anyway !== null || !what.mayRefuse })
  await dropClaims(act.db, act.desk.id, [id])
  return null
}

/** A time that is out is what somebody was told: it is not moved, but cancelling it frees it. */
async function followOut(act: Act, group: Kept, events: ReadonlyMap<string, VersionedEvent>, what: Happened) {
  if (group.eventId !== null && what.events.some(({ id }) => id === group.eventId))
    if (!standingOf(act, events.get(group.eventId), group.recurrenceId)) return keep(act, group, cancel(group))
  let after: Group = group
  for (const hold of group.holds.filter(
    ({ id, state }) => state === 'out' && what.events.some((one) => one.id === id),
  )) {
    const standing = standingOf(act, events.get(hold.id), null)
    if (!standing) after = release(after, hold.id)
    else if (what.mayRefuse && (standing.span.start !== hold.span.start || standing.span.end !== hold.span.end))
      return refuse('moved-on', `${group.terms.to.name} was offered this time; free it and offer another.`, [group.id])
  }
  return after === group ? null : keep(act, group, after)
}

async function follow(act: Act, group: Kept, events: ReadonlyMap<string, VersionedEvent>, what: Happened) {
  if (!what.mayRefuse) await dueFor(act, group)
  if (group.state === 'taken') return followTaken(act, group, events.get(meetingOf(group) ?? ''), what)
  return group.state === 'out' ? followOut(act, group, events, what) : null
}

/** What was offered and taken follows the meetings it became: they move, are cancelled, or are put back. */
export const followMeetings: Reaction = async (what, act): Promise<Refused | null> => {
  const ids = what.events.map(({ id }) => id)
  const [hanging, things] = [
    await groupsOfEvents(act.db, act.desk.id, ids),
    await groupsById(act.db, act.desk.id, what.things),
  ]
  const groups = new Map([...hanging, ...things].map((group) => [group.id, group]))
  if (groups.size === 0) return null
  const wanted = [...groups.values()].flatMap((group) => [meetingOf(group), ...group.holds.map(({ id }) => id)])
  const found = await eventsById(act.db, act.desk.id, [...new Set(wanted.filter((id) => id !== null))])
  const events = new Map(found.map((event) => [event.id, event]))
  const claimed = new Set([...groups.values()].flatMap((group) => (group.state === 'taken' ? meetingOf(group) : [])))
  // An undo can take back the taking itself.
  if (!what.mayRefuse)
    await dropClaims(
      act.db,
      act.desk.id,
      ids.filter((id) => !claimed.has(id)),
    )
  for (const group of groups.values()) {
    const no = await follow(act, group, events, what)
    if (no && isRefused(no)) return no
  }
  return null
}
