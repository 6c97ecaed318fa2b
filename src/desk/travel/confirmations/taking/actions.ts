import { type Act, isRefused, type Refused, refuse } from '../../../act.ts'
import type { ActionsFor } from '../../../registry.ts'
import { type SegmentView, segmentDraft, type TripView } from '../../model.ts'
import type { Proposal } from '../../reading/model.ts'
import { changed, keepSegment, reckoned } from '../../segments/actions.ts'
import { afterReading, type Segment, titleOf } from '../../segments/model.ts'
import { segmentFor, tripFor, tripOf } from '../../showing/actions.ts'
import type { Trip } from '../../trips/model.ts'
import type { confirmationsContract } from '../contract.ts'
import { corrected, isAlike, misread } from '../correcting/model.ts'
import { privateTripOf } from '../following/actions.ts'
import { segmentsKnown } from '../known/actions.ts'
import type { PartView, TakenPart, TakePart } from '../model.ts'
import { partOf } from '../parts/model.ts'
import { type Confirmation, saveConfirmation } from '../queries.ts'
import { confirmationFor, lineOf } from '../showing/actions.ts'
import { kindNames, movedWords, senderName } from '../words.ts'

type Take = ActionsFor<typeof confirmationsContract>['confirmation']['take']

/** Changes the trip as it was corrected, one entry for all of it. What is taken is held against what was asked, and says so. */
export const take: Take = async ({ id, version, parts, newTrip }, act) => {
  const found = await confirmationFor(act, id)
  if (isRefused(found)) return found
  const no = misfit(found, version, parts)
  if (no) return no
  const trip = newTrip ? await act.run('trip.add', newTrip) : null
  if (trip && isRefused(trip)) return trip
  const made = trip ? (trip.output as { trip: TripView }).trip : null
  const taken: TakenPart[] = [...found.taken]
  for (const [n, part] of parts.entries()) {
    const done = await takeOne(act, found, part, made?.id ?? null, `parts.${n}`)
    if (isRefused(done)) return done
    taken.push(done)
  }
  return kept(act, found, taken)
}

function misfit(found: Confirmation, version: number | undefined, parts: readonly TakePart[]): Refused | null {
  if (version !== undefined && version !== found.version)
    return refuse('moved-on', 'Somebody has dealt with it meanwhile: look at it again.', [found.id])
  if (found.state === 'left') return refuse('moved-on', 'It was put aside.', [found.id])
  const done = new Set(found.taken.map(({ index }) => index))
  for (const [n, { index }] of parts.entries()) {
    if (index >= found.reading.proposals.length)
      return refuse('bad-input', 'It has no such part.', [], `parts.${n}.index`)
    if (done.has(index)) return refuse('moved-on', 'That part was taken already.', [found.id], `parts.${n}.index`)
    done.add(index)
  }
  return null
}

async function takeOne(
  act: Act,
  found: Confirmation,
  part: TakePart,
  newTrip: string | null,
  path: string,
): Promise<TakenPart | Refused> {
  const wrong = misread(part.fields)
  if (wrong)
    return refuse(
      'bad-input',
      'A time is written as 2026-11-24T17:55, a day as 2026-11-24.',
      [],
      `${path}.fields.${wrong}`,
    )
  const proposal = corrected(found.reading.proposals[part.index] as Proposal, part.fields)
  const segment = part.segmentId === null ? null : (await segmentsKnown(act)).find(({ id }) => id === part.segmentId)
  if (segment === undefined) return refuse('not-there', 'There is no such segment.', [], `${path}.segmentId`)
  const whole = segment && (await segmentFor(act, segment.id))
  if (whole && isRefused(whole)) return whole
  if (segment && !isAlike(segment.kind, proposal.kind)) return otherKind(segment, proposal, path)
  const match = { how: 'same booking' as const, segment, why: '', candidates: [] }
  const view = partOf(part.index, proposal, match, segment, { own: null, newest: null })
  const done =
    segment === null || whole === null
      ? await addNew(act, part, view, found, newTrip)
      : await change(act, part, view, found, whole)
  return isRefused(done) ? under(done, path) : done
}

const otherKind = ({ id, title }: SegmentView, { kind }: Proposal, path: string): Refused =>
  refuse('bad-input', `It is about ${kindNames[kind].toLowerCase()}, and ${title} is not.`, [id], `${path}.segmentId`)

/** The trip's own no, at the part it is about. */
const under = ({ refused }: Refused, path: string): Refused =>
  refused.path?.startsWith(path)
    ? { refused }
    : {
        refused: {
          ...refused,
          path: refused.path === undefined ? path : `${path}.${refused.path.replace(/^set\./, '')}`,
        },
      }

const wordsOf = (title: string, view: PartView): string =>
  view.action === 'cancelled'
    ? `${title} is cancelled`
    : view.statusAfter === 'changed'
      ? `${title} has changed`
      : title

async function addNew(
  act: Act,
  part: TakePart,
  view: PartView,
  found: Confirmation,
  made: string | null,
): Promise<TakenPart | Refused> {
  const tripId = part.tripId ?? made
  if (tripId === null) return refuse('bad-input', 'Say which trip it belongs to, or make one.', [], 'tripId')
  if (view.action === 'cancelled')
    return refuse(
      'bad-input',
      'It cancels something the desk does not have: say which, or put it aside.',
      [],
      'segmentId',
    )
  const trip = await tripFor(act, tripId)
  if (isRefused(trip)) return trip
  const draft = segmentDraft.parse({ ...view.suggested, kind: view.kind, status: view.statusAfter })
  const segment = await reckoned(act, draft, trip, null)
  return isRefused(segment) ? segment : keptAs(act, trip, segment, { part, view, found })
}

async function change(
  act: Act,
  part: TakePart,
  view: PartView,
  found: Confirmation,
  before: Segment,
): Promise<TakenPart | Refused> {
  const trip = await tripOf(act, before.tripId)
  if (view.action === 'cancelled') return keptAs(act, trip, before, { part, view, found })
  const after = await changed(act, before, { ...view.suggested, status: view.statusAfter })
  return isRefused(after) ? after : keptAs(act, trip, after, { part, view, found })
}

type Taking = { readonly part: TakePart; readonly view: PartView; readonly found: Confirmation }

/** Kept with the confirmation it was read from, and who sent it where that confirms what was meant. */
async function keptAs(
  act: Act,
  trip: Trip,
  segment: Segment,
  { part, view, found }: Taking,
): Promise<TakenPart | Refused> {
  const { from } = found.reading
  const who = from === null ? (found.fileName ?? 'the confirmation') : senderName(from)
  const by = { who, at: act.at.toString(), reference: segment.terms.confirmation }
  const broken = view.asked.filter((one) => !one.kept).map(({ words }) => words)
  const apart = broken.length > 0 ? broken : movedWords(view.fields)
  const read = afterReading(segment, view.statusAfter, found.id, by, apart)
  const kept = await keepSegment(act, trip, read, null)
  if (isRefused(kept)) return kept
  const { id, tripId } = kept
  return { index: part.index, segmentId: id, tripId, words: wordsOf(titleOf(kept), view) }
}

async function kept(act: Act, found: Confirmation, taken: TakenPart[]) {
  const [first] = taken.slice(found.taken.length)
  const secret = await privateTripOf(act, taken)
  const tripId = secret?.id ?? first?.tripId ?? found.tripId
  const label = secret ? ('private' as const) : found.label
  const saved = await saveConfirmation(
    act.db,
    act.desk.id,
    { ...found, state: 'taken', label, tripId, taken },
    { at: act.at, entry: act.entry },
  )
  const parts = taken.slice(found.taken.length)
  return {
    output: { confirmation: await lineOf(act, saved) },
    entry: {
      items: [...new Set([found.id, ...parts.flatMap((one) => [one.segmentId, one.tripId])])],
      values: { sender: found.reading.from, sentAt: found.reading.sentAt, words: parts.map(({ words }) => words) },
      ...(label === 'private' && { private: [found.id] }),
      undo: { operation: 'calendar.reinstate', input: { entry: act.entry } },
    },
  }
}
