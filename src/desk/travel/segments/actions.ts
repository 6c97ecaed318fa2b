import { carrying, type SegmentState } from '../../../plan/segment.ts'
import { type Act, type Done, isRefused, type Refused, refuse } from '../../act.ts'
import { isMisfit, type Misfit } from '../../calendar/change/model.ts'
import { eventsById } from '../../calendar/events/queries.ts'
import type { ActionsFor } from '../../registry.ts'
import type { travelContract } from '../contract.ts'
import { draftOfEnd, endOf } from '../ends/actions.ts'
import { deadlineAt, type End, endWords, outOfOrder } from '../ends/model.ts'
import { entryOf } from '../entering/actions.ts'
import { endsFromEvent, keepOnCalendar, linkable, tellOf } from '../keeping/actions.ts'
import type { EndDraft, SegmentChanges, SegmentDraft, SegmentView } from '../model.ts'
import { saveSegment, segmentsById, segmentsOfEvents } from '../queries.ts'
import { segmentViewOf, standingFor, tripFor, tripOf, zoneOfDeadline } from '../showing/actions.ts'
import type { Trip } from '../trips/model.ts'
import { afterCancelling, afterEdit, dated, nothingHeard, type Segment, type SegmentTerms, titleOf } from './model.ts'

type Actions = ActionsFor<typeof travelContract>['segment']

const misfit = ({ path, words }: Misfit): Refused => refuse('bad-input', `${words}.`, [], path)

/** A deadline that never is: read in its own zone, else in that of the segment. */
function deadlines(terms: SegmentTerms): Misfit | null {
  const asked = [
    ['checkInBy', terms.checkInBy],
    ['cancelBy', terms.cancelBy],
    ['fare.changeableUntil', terms.fare.changeableUntil],
    ['fare.refundableUntil', terms.fare.refundableUntil],
  ] as const
  for (const [path, deadline] of asked) {
    if (deadline === null) continue
    const found = deadlineAt(deadline.local, zoneOfDeadline(deadline.zone, terms), path)
    if (isMisfit(found)) return found
  }
  return null
}

/** What it makes no sense without is there: segments and events of this desk, and never itself. */
async function missing(
  act: Act,
  id: string,
  ids: readonly string[],
  before: readonly string[],
): Promise<Refused | null> {
  if (ids.includes(id)) return refuse('bad-input', 'It cannot depend on itself.', [id], 'dependsOn')
  const fresh = ids.filter((one) => !before.includes(one))
  if (fresh.length === 0) return null
  const known = new Set([
    ...(await segmentsById(act.db, act.desk.id, fresh)).map((one) => one.id),
    ...(await eventsById(act.db, act.desk.id, fresh)).map((one) => one.id),
  ])
  const gone = fresh.filter((one) => !known.has(one))
  return gone.length === 0
    ? null
    : refuse('bad-input', 'It would depend on something that is not there.', gone, 'dependsOn')
}

type Ends = { readonly from: End; readonly to: End }

async function endsOf(
  act: Act,
  given: { from: EndDraft; to: EndDraft },
  before: Segment | null,
): Promise<Ends | Misfit> {
  const from = await endOf(act, given.from, 'from', before?.terms.from)
  if (isMisfit(from)) return from
  const to = await endOf(act, given.to, 'to', before?.terms.to)
  return isMisfit(to) ? to : { from, to }
}

/** A segment as it was given, its ends reckoned; refused where it could not be so. */
export async function reckoned(
  act: Act,
  draft: SegmentDraft,
  trip: Trip,
  before: Segment | null,
): Promise<Segment | Refused> {
  const { kind, status, eventId, from, to, ...said } = draft
  const given = await endsOf(act, { from, to }, before)
  if (isMisfit(given)) return misfit(given)
  const isKept = before?.isKept === true && eventId === before.eventId
  const ends = eventId === null || isKept ? given : await endsFromEvent(act, eventId, given)
  const heard = before ? heardOf(before) : { ...nothingHeard, changedAt: act.at.toString() }
  const terms: SegmentTerms = { ...said, dependsOn: [...new Set(said.dependsOn)], ...ends, ...heard }
  const no = outOfOrder(ends.from, ends.to, carrying.has(kind)) ?? deadlines(terms)
  if (no) return misfit(no)
  const id = before?.id ?? act.newId()
  const hanging = await missing(act, id, terms.dependsOn, before?.terms.dependsOn ?? [])
  if (hanging) return hanging
  const { label, readers } = trip
  return { id, version: before?.version ?? 0, tripId: trip.id, kind, status, eventId, isKept, terms, label, readers }
}

const heardOf = ({ terms: { waiting, confirmedBy, checkedBy, sources, remark, changedAt } }: Segment) => ({
  waiting,
  confirmedBy,
  checkedBy,
  sources,
  remark,
  changedAt,
})

/** What nobody says by filling in a form. */
function unsayable(status: SegmentState | undefined): Refused | null {
  if (status === 'confirmed')
    return refuse('bad-input', 'Say who confirmed it, and under which reference.', [], 'status')
  return status === 'cancelled' ? refuse('bad-input', 'Call it off, and say why.', [], 'status') : null
}

/** The event it is given, where that is another than before. */
async function linked(act: Act, eventId: string | null, before: Segment | null): Promise<Refused | null> {
  if (eventId === null || eventId === before?.eventId) return null
  const [taken] = await segmentsOfEvents(act.db, act.desk.id, [eventId])
  const found = await linkable(act, eventId, taken)
  return isRefused(found) ? found : null
}

/** Keeps a segment and its event, and tells who hangs on it. */
export async function keepSegment(
  act: Act,
  trip: Trip,
  segment: Segment,
  anyway: string | null,
): Promise<Segment | Refused> {
  const { segment: after, touched } = await keepOnCalendar(act, segment, trip)
  const kept = await saveSegment(act.db, act.desk.id, after, { entry: act.entry, at: act.at })
  const no = await tellOf(act, touched ? [touched] : [], anyway)
  return no ?? kept
}

/** When a segment is, as the record says it. */
export const whenOf = ({ terms: { from, to } }: Pick<Segment, 'terms'>): string =>
  [endWords(from), endWords(to)].filter((one) => one !== null).join(' to ')

export const doneWith = async (
  act: Act,
  trip: Trip,
  segment: Segment,
  more: Pick<Parameters<typeof entryOf>[2], 'values' | 'before' | 'after' | 'why'>,
): Promise<Done<{ segment: SegmentView }>> => ({
  output: { segment: await segmentViewOf(act, segment) },
  entry: entryOf(act, trip, {
    ...more,
    items: [segment.id, segment.eventId],
    values: { title: titleOf(segment), trip: trip.terms.title, ...more.values },
  }),
})

/** What the record keeps of a segment before and after. */
export const saidOf = ({ kind, status, eventId, terms }: Segment): object => ({ kind, status, eventId, ...terms })

const add: Actions['add'] = async ({ tripId, anyway, ...draft }, act) => {
  const trip = await tripFor(act, tripId)
  if (isRefused(trip)) return { refused: { ...trip.refused, path: 'tripId' } }
  if (trip.terms.cancelled) return refuse('moved-on', `“${trip.terms.title}” was called off.`, [tripId])
  const no = unsayable(draft.status) ?? (await linked(act, draft.eventId, null))
  if (no) return no
  const segment = await reckoned(act, draft, trip, null)
  if (isRefused(segment)) return segment
  const kept = await keepSegment(act, trip, segment, anyway?.reason ?? null)
  if (isRefused(kept)) return kept
  return doneWith(act, trip, kept, { values: { when: whenOf(kept) }, after: saidOf(kept), why: anyway?.reason ?? null })
}

const draftOf = ({ kind, status, eventId, isKept, terms }: Segment): SegmentDraft => {
  const { from, to, waiting: _, confirmedBy: __, checkedBy: ___, sources: ____, ...rest } = terms
  const { remark: _____, changedAt: ______, ...said } = rest
  return { ...said, kind, status, eventId: isKept ? null : eventId, from: draftOfEnd(from), to: draftOfEnd(to) }
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

const given = <T extends object>(set: T): Given<T> =>
  Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined)) as Given<T>

/** An end as it was with what was said of it; one that goes to another zone, place or day forgets an offset that was for the old. */
function endChanged(before: EndDraft, set: SegmentChanges['from']): EndDraft {
  if (!set) return before
  const said = given(set)
  const isElsewhere = 'local' in said || 'zone' in said || 'airport' in said
  const zone = 'airport' in said || 'place' in said ? null : before.zone
  return { ...before, ...(isElsewhere ? { offset: null, zone } : {}), ...said }
}

/** A segment with a change made to it, its ends reckoned anew; nothing is kept. */
export async function changed(act: Act, before: Segment, set: SegmentChanges): Promise<Segment | Refused> {
  const was = draftOf(before)
  const { from, to, ...rest } = set
  const draft: SegmentDraft = {
    ...was,
    eventId: before.eventId,
    ...given(rest),
    from: endChanged(was.from, from),
    to: endChanged(was.to, to),
  }
  const after = await reckoned(act, draft, await tripOf(act, before.tripId), before)
  return isRefused(after) ? after : dated(before, afterEdit(before, after, set.status), act.at.toString())
}

const names: Record<string, string> = {
  kind: 'what it is',
  title: 'its title',
  provider: 'the provider',
  number: 'the number',
  confirmation: 'the confirmation',
  from: 'where it begins',
  to: 'where it ends',
  checkInBy: 'the check-in deadline',
  cancelBy: 'until when it can be cancelled',
  seat: 'the seat',
  cabin: 'the cabin',
  name: 'the name on it',
  fare: 'the fare’s terms',
  cost: 'the cost',
  asked: 'what was asked',
  dependsOn: 'what it depends on',
  minimumConnection: 'the connection it needs',
  fallback: 'the fallback',
  driver: 'the driver',
  phone: 'the telephone',
  pickUp: 'the pick-up point',
  people: 'who comes',
  eventId: 'its event',
  notes: 'the notes',
}

/** What changed, as the record says it: a time by its words, the rest by its name. */
function changesOf(before: Segment, after: Segment): string[] {
  const told = [
    endChange('it begins', before.terms.from, after.terms.from),
    endChange('it ends', before.terms.to, after.terms.to),
    before.status === after.status ? null : `it is ${after.status}`,
  ]
  const [was, is] = [saidOf(before), saidOf(after)] as [Record<string, unknown>, Record<string, unknown>]
  const others = Object.keys(names).filter(
    (name) => name !== 'from' && name !== 'to' && JSON.stringify(was[name]) !== JSON.stringify(is[name]),
  )
  return [...told.filter((one) => one !== null), ...others.map((name) => names[name] ?? name)]
}

function endChange(words: string, before: End, after: End): string | null {
  if (endWords(before) !== endWords(after)) return `${words} ${endWords(after) ?? 'nobody knows when'}`
  return JSON.stringify(before) === JSON.stringify(after)
    ? null
    : `${words} at ${after.airport ?? after.place ?? 'another place'}`
}

const edit: Actions['edit'] = async ({ id, version, set, anyway }, act) => {
  const before = await standingFor(act, id, version)
  if (isRefused(before)) return before
  if (Object.keys(given(set)).length === 0) return refuse('bad-input', 'Nothing was given to change.', [], 'set')
  const no = unsayable(set.status) ?? (await linked(act, set.eventId ?? null, before))
  if (no) return no
  const after = await changed(act, before, set)
  if (isRefused(after)) return after
  const trip = await tripOf(act, before.tripId)
  const kept = await keepSegment(act, trip, after, anyway?.reason ?? null)
  if (isRefused(kept)) return kept
  const values = { title: titleOf(before), changes: changesOf(before, kept) }
  return doneWith(act, trip, kept, {
    values,
    before: saidOf(before),
    after: saidOf(kept),
    why: anyway?.reason ?? null,
  })
}

const cancel: Actions['cancel'] = async ({ id, version, why }, act) => {
  const before = await standingFor(act, id, version)
  if (isRefused(before)) return before
  const trip = await tripOf(act, before.tripId)
  const kept = await keepSegment(act, trip, afterCancelling(before), null)
  if (isRefused(kept)) return kept
  return doneWith(act, trip, kept, { values: { why }, before: saidOf(before), after: saidOf(kept), why })
}

export const segmentActions: Pick<Actions, 'add' | 'edit' | 'cancel'> = { add, edit, cancel }
