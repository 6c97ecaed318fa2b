import { type Act, type Happened, isRefused, type Reaction, type Refused, refuse } from '../../act.ts'
import { eventsById } from '../../calendar/events/queries.ts'
import { homeZone } from '../../calendar/occurrences/actions.ts'
import { firstOccurrence, headOf, type VersionedEvent } from '../../calendar/series/model.ts'
import { zonesOf } from '../keeping/actions.ts'
import { endsAt } from '../keeping/model.ts'
import { saveSegment, segmentsOfEvents, tripById } from '../queries.ts'
import { afterCallingOff, afterMoving, dated, isOwn, type Segment, spanOfSegment, titleOf } from '../segments/model.ts'
import { mayKnow } from '../showing/actions.ts'

/** What a segment becomes by what happened to its event; null where they agree. */
function following(act: Act, segment: Segment, event: VersionedEvent | undefined): Segment | null {
  // A calendar was removed, or what made the event was undone: nobody said that it will not happen.
  if (!event) return { ...segment, eventId: null, isKept: false }
  const head = headOf(event)
  if (head.cancelled) return segment.status === 'cancelled' ? null : afterCallingOff(segment)
  if (head.start.form !== 'zoned') return null
  const { span } = firstOccurrence(event, homeZone(act.desk))
  const own = spanOfSegment(segment)
  if (own !== null && own.start === span.start && own.end === span.end) return null
  const moved = afterMoving(segment, endsAt(segment, span, zonesOf(head)))
  return dated(segment, moved, act.at.toString())
}

/** What somebody outside holds is not moved on the desk's calendar alone: they are asked. */
async function belongs(act: Act, segment: Segment): Promise<Refused> {
  const trip = await tripById(act.db, act.desk.id, segment.tripId)
  const words =
    trip && mayKnow(act, segment)
      ? `“${titleOf(segment)}” is ${segment.status}, and belongs to the trip “${trip.terms.title}”: change it there, and ask whoever holds it.`
      : 'It belongs to a trip, and somebody outside holds it: it is changed there.'
  return refuse('not-yours', words, [segment.id])
}

/**
 * A segment and its event move together. What the desk owns follows its event; an event the desk made for what somebody outside
 * holds is not moved by hand. Where nobody can be told no (a file, an undo), and of an event that was there before, the segment
 * follows and says that it is no longer what was asked.
 */
export const followSegments: Reaction = async (what: Happened, act): Promise<Refused | null> => {
  const ids = what.events.map(({ id }) => id)
  const segments = await segmentsOfEvents(act.db, act.desk.id, ids)
  if (segments.length === 0) return null
  const events = new Map((await eventsById(act.db, act.desk.id, ids)).map((event) => [event.id, event]))
  for (const segment of segments) {
    const event = events.get(segment.eventId ?? '')
    const after = following(act, segment, event)
    if (!after) continue
    const isHeld = segment.isKept && event !== undefined && !isOwn(segment) && what.mayRefuse
    if (isHeld) {
      const no = await belongs(act, segment)
      if (isRefused(no)) return no
    }
    await saveSegment(act.db, act.desk.id, after, { entry: act.entry, at: act.at })
  }
  return null
}
