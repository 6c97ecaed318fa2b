import { type Act, type Done, isRefused, type Refused, refuse } from '../../act.ts'
import type { ActionsFor } from '../../registry.ts'
import { lendToConfirmations } from '../confirmations/following/actions.ts'
import type { travelContract } from '../contract.ts'
import { dayOfEnd, localWords } from '../ends/model.ts'
import { entryOf } from '../entering/actions.ts'
import { calendarOfTrip, keepOnCalendar, type Touched, tellOf } from '../keeping/actions.ts'
import { briefOf, findingsOfTrip } from '../listing/actions.ts'
import type { TripDraft, TripView } from '../model.ts'
import { notePoint } from '../points/actions.ts'
import { pointsOfTrips, savePoint, saveSegment, saveTrip, segmentsOfTrips, trips } from '../queries.ts'
import { giveRules } from '../rules/actions.ts'
import { afterCancelling, isOwn, type Segment, titleOf } from '../segments/model.ts'
import { mayKnow, nowAt, tripFor, tripViewOf } from '../showing/actions.ts'
import { draftOfTrip, longestTrip, stateOfTrip, type Trip, tripFrom } from './model.ts'

type Actions = ActionsFor<typeof travelContract>['trip']

const madeBy = ({ entry, at }: Act) => ({ entry, at })

const list: Actions['list'] = async ({ past }, act) => {
  const today = nowAt(act).toPlainDate().toString()
  const known = (await trips(act.db, act.desk.id)).filter((trip) => mayKnow(act, trip))
  const wanted = known.filter((trip) => past || ['planned', 'under way'].includes(stateOfTrip(trip, today)))
  const briefs: Awaited<ReturnType<typeof briefOf>>[] = []
  for (const trip of wanted) briefs.push(await briefOf(act, trip))
  return { trips: briefs }
}

const show: Actions['show'] = async ({ id }, act) => {
  const trip = await tripFor(act, id)
  return isRefused(trip) ? trip : { trip: await tripViewOf(act, trip), findings: await findingsOfTrip(act, trip) }
}

/** What cannot be a trip, whoever says it. */
async function misfit(act: Act, { from, until, calendarId }: TripDraft): Promise<Refused | null> {
  const days = Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(until)).days
  if (days < 0)
    return refuse(
      'bad-input',
      `It would end before it begins: ${localWords(until)} is before ${localWords(from)}.`,
      [],
      'until',
    )
  if (days > longestTrip) return refuse('bad-input', 'Nobody is away for more than a year: make it two.', [], 'until')
  if (calendarId === null) return null
  const calendar = await calendarOfTrip(act, calendarId)
  return calendar && isRefused(calendar) ? calendar : null
}

const daysWords = ({ firstOn, lastOn }: Trip): string =>
  firstOn === lastOn ? localWords(firstOn) : `${localWords(firstOn)} to ${localWords(lastOn)}`

const done = async (
  act: Act,
  trip: Trip,
  more: Omit<Parameters<typeof entryOf>[2], 'items'> & { readonly items?: readonly (string | null)[] },
): Promise<Done<{ trip: TripView }>> => ({
  output: { trip: await tripViewOf(act, trip) },
  entry: entryOf(act, trip, { items: [], ...more, values: { title: trip.terms.title, ...more.values } }),
})

/** Whose desk it is travels, where nobody else was named. */
const withTraveller = (act: Act, draft: TripDraft): TripDraft =>
  draft.travellers.length > 0
    ? draft
    : { ...draft, travellers: [{ name: act.desk.executive, personId: null, executive: true }] }

const add: Actions['add'] = async (given, act) => {
  const draft = withTraveller(act, given)
  const no = await misfit(act, draft)
  if (no) return no
  const trip = await saveTrip(act.db, act.desk.id, tripFrom(act.newId(), draft, null), madeBy(act))
  const rules = await giveRules(act)
  const values = { days: daysWords(trip), rules: rules.length }
  return done(act, trip, { items: rules, values, after: draftOfTrip(trip) })
}

/** What a trip lends its parts goes to all of them, and to their events. */
async function lend(act: Act, trip: Trip): Promise<{ ids: string[]; touched: Touched[] }> {
  const touched: Touched[] = []
  const ids: string[] = []
  for (const one of await segmentsOfTrips(act.db, act.desk.id, [trip.id])) {
    const kept = await keepOnCalendar(act, { ...one, label: trip.label, readers: trip.readers }, trip)
    await saveSegment(act.db, act.desk.id, kept.segment, madeBy(act))
    if (kept.touched) touched.push(kept.touched)
    ids.push(one.id, ...(kept.segment.eventId === null ? [] : [kept.segment.eventId]))
  }
  for (const one of await pointsOfTrips(act.db, act.desk.id, [trip.id])) {
    await savePoint(act.db, act.desk.id, { ...one, label: trip.label, readers: trip.readers }, madeBy(act))
    ids.push(one.id)
  }
  ids.push(...(await lendToConfirmations(act, trip)))
  return { ids, touched }
}

const names: { readonly [K in keyof TripDraft]?: string } = {
  title: 'what it is called',
  purpose: 'what it is for',
  success: 'what success is',
  why: 'why it is on the calendar',
  travellers: 'who travels',
  cities: 'the cities',
  approvals: 'the approvals',
  budget: 'the budget',
  entries: 'the countries',
  lastWayHome: 'the last way home',
  calendarId: 'the calendar it stands on',
  label: 'who may see it',
  readers: 'whom it names',
}

const saidOf = (trip: Trip): object => ({ ...draftOfTrip(trip), cancelled: trip.terms.cancelled })

const changesOf = (before: Trip, after: Trip): string[] => {
  const [was, is] = [draftOfTrip(before), draftOfTrip(after)]
  const other = (name: keyof TripDraft) => JSON.stringify(was[name]) !== JSON.stringify(is[name])
  const days = other('from') || other('until') ? [`it is ${daysWords(after)}`] : []
  return [...days, ...(Object.keys(names) as (keyof TripDraft)[]).filter(other).map((name) => names[name] ?? name)]
}

const edit: Actions['edit'] = async ({ id, version, set }, act) => {
  const before = await tripFor(act, id)
  if (isRefused(before)) return before
  if (version !== undefined && version !== before.version)
    return refuse('moved-on', 'It was changed since you looked; here is how it is now.', [id], 'version')
  const said = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined))
  if (Object.keys(said).length === 0) return refuse('bad-input', 'Nothing was given to change.', [], 'set')
  const draft = withTraveller(act, { ...draftOfTrip(before), ...said })
  const no = await misfit(act, draft)
  if (no) return no
  const trip = await saveTrip(act.db, act.desk.id, tripFrom(id, draft, before), madeBy(act))
  const lent = ({ label, readers, calendarId }: Trip) => JSON.stringify([label, readers, calendarId])
  const isLent = lent(before) !== lent(trip)
  const { ids, touched } = isLent ? await lend(act, trip) : { ids: [], touched: [] }
  const stopped = await tellOf(act, touched, null)
  if (stopped) return stopped
  const values = { title: before.terms.title, changes: changesOf(before, trip) }
  return done(act, trip, { items: ids, values, before: saidOf(before), after: saidOf(trip) })
}

/** What has to be asked of whoever holds a part of a trip that was called off. */
const openWords = ({ status, terms, ...one }: Segment): string => {
  const whom = terms.provider === null ? '' : ` with ${terms.provider}`
  const code = terms.confirmation === null ? '' : `, ${terms.confirmation}`
  return `Call off “${titleOf({ ...one, terms })}”${whom} (${status}${code})`.slice(0, 300)
}

/** The day on which it can last be cancelled, or it begins. */
const lastDayOf = ({ terms }: Segment): string | null => {
  const day = terms.cancelBy?.local ?? (dayOfEnd(terms.from) === null ? null : terms.from.local)
  return day?.slice(0, 10) ?? null
}

const cancel: Actions['cancel'] = async ({ id, why }, act) => {
  const before = await tripFor(act, id)
  if (isRefused(before)) return before
  if (before.terms.cancelled) return refuse('moved-on', `${before.terms.cancelled.who} called it off already.`, [id])
  const cancelled = { who: act.member.name, at: act.at.toString(), why }
  const trip = await saveTrip(act.db, act.desk.id, { ...before, terms: { ...before.terms, cancelled } }, madeBy(act))
  const touched: Touched[] = []
  const ids: string[] = []
  for (const one of await segmentsOfTrips(act.db, act.desk.id, [id])) {
    if (one.status === 'cancelled') continue
    const kept = await keepOnCalendar(act, isOwn(one) ? afterCancelling(one) : one, trip)
    const segment = await saveSegment(act.db, act.desk.id, kept.segment, madeBy(act))
    if (kept.touched) touched.push(kept.touched)
    ids.push(one.id, ...(one.eventId === null ? [] : [one.eventId]))
    if (isOwn(one)) continue
    const open = { words: openWords(segment), segmentId: one.id, ownerId: act.member.id, dueOn: lastDayOf(one) }
    ids.push((await notePoint(act, trip, open)).id)
  }
  const no = await tellOf(act, touched, null)
  if (no) return no
  return done(act, trip, { items: ids, values: { why }, before: saidOf(before), after: saidOf(trip), why })
}

export const tripActions: Actions = { list, show, add, edit, cancel }
