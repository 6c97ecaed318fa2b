import { type Act, type Done, isRefused, type Refused, refuse } from '../../act.ts'
import { hasEvents } from '../../authority/queries.ts'
import type { ActionsFor } from '../../registry.ts'
import { rulesToday } from '../../rules/queries.ts'
import type { briefingContract } from '../contract.ts'
import { type Sample, type SampleOffer, sampleFor } from './model.ts'

type Fill = ActionsFor<typeof briefingContract>['desk']['sample']

/** A step that the desk itself refused is a fault of the sample, not of whoever asked for it. */
const did = async <O>(act: Act, operation: string, input: unknown): Promise<O> => {
  const done: Done<unknown> | Refused = await act.run(operation, input)
  if (isRefused(done)) throw new Error(`the sample's ${operation} was refused: ${done.refused.words}`)
  return done.output as O
}

/** The sample week, on an empty desk: every part of it through the operation that a person would use. */
export const fillDesk: Fill = async (_input, act) => {
  if (await hasEvents(act.db, act.desk.id))
    return refuse('moved-on', 'There is something on this desk already; the sample week needs an empty one')
  const sample = sampleFor(act.at.toZonedDateTimeISO('Europe/London').toPlainDate())
  await did(act, 'desk.change', { zone: sample.zone, home: sample.home })
  for (const way of sample.minutes) await did(act, 'place.minutes', way)
  const calendars = await addCalendars(act, sample)
  await addEvents(act, sample, calendars)
  for (const rule of await missing(act, sample)) await did(act, 'rule.add', rule)
  for (const offer of sample.offers) await did(act, 'hold.offer', offerFrom(offer, calendars, act.at))
  const undo = { none: 'Remove the two calendars of the sample instead.' }
  return {
    output: { events: sample.events.length },
    entry: { items: [...calendars.values()], values: { events: sample.events.length }, undo },
  }
}

const offerFrom = (
  { draft, expiresInHours, isNudgeDue }: SampleOffer,
  calendars: ReadonlyMap<string, string>,
  at: Temporal.Instant,
) => ({
  ...draft,
  page: false,
  calendarId: calendars.get('Work (sample)'),
  expiresAt: at.add({ hours: expiresInHours }).toString(),
  nudgeAt: isNudgeDue ? at.toString() : null,
})

/** The sample's rules that the desk has not got already: a sample that was removed leaves its rules. */
const missing = async (act: Act, { rules }: Sample): Promise<Sample['rules']> => {
  const kinds = new Set((await rulesToday(act.db, act.desk.id)).map((rule) => rule.kind))
  return rules.filter((rule) => !kinds.has(rule.kind))
}

const addCalendars = async (act: Act, sample: Sample): Promise<Map<string, string>> => {
  const ids = new Map<string, string>()
  for (const draft of sample.calendars) {
    const { calendar } = await did<{ calendar: { id: string } }>(act, 'calendar.add', draft)
    ids.set(draft.name, calendar.id)
  }
  return ids
}

const addEvents = async (act: Act, sample: Sample, calendars: ReadonlyMap<string, string>): Promise<void> => {
  const ids = new Map<string, string>()
  for (const { calendar, draft } of sample.events) {
    const input = { ...draft, calendarId: calendars.get(calendar) }
    const { event } = await did<{ event: { eventId: string } }>(act, 'event.add', input)
    ids.set(draft.title, event.eventId)
  }
  for (const { title, recurrenceId } of sample.cancelled)
    await did(act, 'event.cancel', { eventId: ids.get(title), recurrenceId, extent: 'this', reason: 'Away in Zurich' })
}
