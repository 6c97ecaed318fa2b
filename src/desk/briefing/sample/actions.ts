import { type Act, type Done, isRefused, type Refused, refuse } from '../../act.ts'
import { hasEvents } from '../../authority/queries.ts'
import { mistakes } from '../../mistakes/queries.ts'
import { agreed } from '../../partnership/agreement/queries.ts'
import { answersToday } from '../../partnership/knowing/queries.ts'
import { periodOf } from '../../partnership/priorities/periods/model.ts'
import { prioritiesOf } from '../../partnership/priorities/queries.ts'
import { people } from '../../people/queries.ts'
import { type ActionsFor, final } from '../../registry.ts'
import { tellingFor } from '../../rules/findings/actions.ts'
import { daysSpan, judgedNow, todayOf } from '../../rules/judging/actions.ts'
import { rulesToday } from '../../rules/queries.ts'
import { worksIn } from '../../work/tasks/queries.ts'
import type { briefingContract } from '../contract.ts'
import { type Sample, type SampleOffer, sampleFor } from './model.ts'
import { addSeats } from './seats/actions.ts'
import { addTrip } from './travel/actions.ts'

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
  const events = await addEvents(act, sample, calendars)
  await addTrip(act, sample, { events, calendars, did })
  for (const rule of await missing(act, sample)) await did(act, 'rule.add', rule)
  await addPeople(act, sample)
  const offers = await addOffers(act, sample, calendars)
  for (const promise of sample.promises(act.member.name, act.desk.executive)) await did(act, 'commitment.add', promise)
  await addWork(act, sample)
  for (const decision of sample.decisions) if (isAhead(decision, act)) await did(act, 'decision.ask', decision)
  await addPriorities(act, sample)
  await addMistake(act, sample)
  await addOwned(act, sample, events)
  await mendNearMiss(act, sample, events)
  await addPartnership(act, sample)
  await addSeats(act, sample.seats, { events, offers }, did)
  const undo = final('desk.sample')
  return {
    output: { events: sample.events.length },
    entry: { items: [...calendars.values()], values: { events: sample.events.length }, undo },
  }
}

/** One mistake, owned, put right, said, made sure of and closed; not a second time where the sample was there before. */
const addMistake = async (act: Act, { mistake }: Sample): Promise<void> => {
  if ((await mistakes(act.db, act.desk.id)).some(({ facts }) => facts.title === mistake.own.title)) return
  const { id } = (await did<{ mistake: { id: string } }>(act, 'mistake.own', mistake.own)).mistake
  const who = act.desk.executive
  for (const step of mistake.steps) await did(act, 'mistake.step', { id, ...step })
  await did(act, 'mistake.contain', { id, putRight: mistake.putRight })
  await did(act, 'mistake.said', { id, audience: 'executive', ...mistake.said })
  const confirmed = await act.run('mistake.confirm', { id, who })
  // An executive who sits here gives their own word.
  if (!isRefused(confirmed)) await act.run('mistake.close', { id, learnt: mistake.learnt, who })
}

/** Owned as soon as it was seen, on the event it is about; what is left of it waits for whoever opens it. */
const addOwned = async (act: Act, { owned }: Sample, events: ReadonlyMap<string, string>): Promise<void> => {
  if ((await mistakes(act.db, act.desk.id)).some(({ facts }) => facts.title === owned.own.title)) return
  await did(act, 'mistake.own', { ...owned.own, item: events.get(owned.about) })
}

/** Who assists whom, and what was noted; not a second time where the sample was there before. */
const addPeople = async (act: Act, { assisted }: Sample): Promise<void> => {
  const known = new Set((await people(act.db, act.desk.id)).map(({ name }) => name))
  for (const { person, assistant, turn, lines } of assisted) {
    if (known.has(person.name) || known.has(assistant.name)) continue
    const add = async (draft: object) => (await did<{ person: { id: string } }>(act, 'person.add', draft)).person.id
    const [id, assistantId] = [await add(person), await add(assistant)]
    await did(act, 'person.assist', { id, assistantId, ...turn })
    for (const line of lines) await did(act, 'contact.note', { personId: assistantId, ...line })
  }
}

/** Sentences that wait for the other's signature, answers that wait for a yes; not over what the two have there already. */
const addPartnership = async (act: Act, { agreed: sentences, answers }: Sample): Promise<void> => {
  const written = new Set((await agreed(act.db, act.desk.id)).map(({ part }) => part))
  for (const one of sentences.filter(({ part }) => !written.has(part))) await did(act, 'agreement.write', one)
  const answered = new Set((await answersToday(act.db, act.desk.id)).map(({ question }) => question))
  for (const one of answers.filter(({ question }) => !answered.has(question))) await did(act, 'knowing.fill', one)
}

/** What comes first, where nothing does yet. */
const addPriorities = async (act: Act, { priorities }: Sample): Promise<void> => {
  const isThere = new Set<string>()
  for (const { horizon, on } of priorities) {
    const period = periodOf(horizon, Temporal.PlainDate.from(on))
    if ((await prioritiesOf(act.db, act.desk.id, period)).length > 0) isThere.add(`${horizon} ${on}`)
  }
  for (const draft of priorities)
    if (!isThere.has(`${draft.horizon} ${draft.on}`)) await did(act, 'priority.add', draft)
}

/** Put apart by the way out that its finding offers, as anybody would; so the month has something that was seen in time. */
const mendNearMiss = async (act: Act, { nearMiss }: Sample, events: ReadonlyMap<string, string>): Promise<void> => {
  const today = todayOf(act)
  const judgement = await judgedNow(act, daysSpan(act, today, today.add({ days: daysAhead })))
  const key = judgement.items.find(({ eventId }) => eventId === events.get(nearMiss))?.item.key
  const { fixesOf } = tellingFor(act, judgement)
  for (const finding of judgement.findings.filter(({ items }) => key !== undefined && items.includes(key))) {
    const fix = fixesOf(finding).find(({ reach }) => reach === 'desk')
    if (fix) return void (await did(act, fix.operation, fix.input))
  }
}
const daysAhead = 14

/** Its standards, and its work; a turn whose hour has passed when the sample is laid out is written down as late. */
const addWork = async (act: Act, { standards, works }: Sample): Promise<void> => {
  const there = new Set((await worksIn(act.db, act.desk.id, 'open')).map(({ terms }) => terms.title))
  for (const standard of standards) await did(act, 'standard.save', standard)
  for (const work of works.filter(({ title }) => !there.has(title))) await did(act, 'work.add', { ...work, past: true })
}

/** A question whose hour has passed when the sample is laid out is not asked any more. */
const isAhead = ({ neededBy: { on, time } }: Sample['decisions'][number], act: Act): boolean =>
  Temporal.PlainDateTime.from(`${on}T${time}`).toZonedDateTime('Europe/London').epochMilliseconds >
  act.at.epochMilliseconds

const addOffers = async (
  act: Act,
  { offers }: Sample,
  calendars: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> => {
  const ids = new Map<string, string>()
  for (const offer of offers) {
    const { group } = await did<{ group: { id: string } }>(act, 'hold.offer', offerFrom(offer, calendars, act.at))
    ids.set(offer.draft.meeting.title, group.id)
  }
  return ids
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

const addEvents = async (
  act: Act,
  sample: Sample,
  calendars: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> => {
  const ids = new Map<string, string>()
  for (const { calendar, draft } of sample.events) {
    const input = { ...draft, calendarId: calendars.get(calendar) }
    const { event } = await did<{ event: { eventId: string } }>(act, 'event.add', input)
    ids.set(draft.title, event.eventId)
  }
  for (const { title, recurrenceId } of sample.cancelled)
    await did(act, 'event.cancel', { eventId: ids.get(title), recurrenceId, extent: 'this', reason: 'Away in Zurich' })
  return ids
}
