import { type Act, type Done, isRefused, type Refused, refuse } from '../../act.ts'
import type { ActionsFor } from '../../registry.ts'
import type { travelContract } from '../contract.ts'
import { entryOf } from '../entering/actions.ts'
import type { PointView } from '../model.ts'
import { savePoint, segmentById } from '../queries.ts'
import { ownersOf, pointFor, pointViewOf, tripFor, tripOf } from '../showing/actions.ts'
import type { Trip } from '../trips/model.ts'
import type { Point } from './model.ts'

type Actions = ActionsFor<typeof travelContract>['point']

/** Whoever sees to it sits here and can know of the trip; a part it is about is of that trip. */
async function misfit(act: Act, trip: Trip, point: Point): Promise<Refused | null> {
  if (point.ownerId !== null && !(await act.memberBy(point.ownerId)))
    return refuse('not-there', 'Nobody like that sits at this desk.', [], 'ownerId')
  if (point.segmentId === null) return null
  const segment = await segmentById(act.db, act.desk.id, point.segmentId)
  return segment?.tripId === trip.id ? null : refuse('not-there', 'That trip has no such part.', [], 'segmentId')
}

async function done(act: Act, trip: Trip, point: Point, before: Point | null): Promise<Done<{ point: PointView }>> {
  const owners = await ownersOf(act)
  const { words, settled } = point.terms
  act.looked([point])
  return {
    output: { point: pointViewOf(act, point, owners) },
    entry: entryOf(act, trip, {
      items: [point.id, point.segmentId],
      values: {
        trip: trip.terms.title,
        title: words,
        words,
        owner: point.ownerId === null ? '' : (owners.get(point.ownerId) ?? ''),
        how: settled?.how ?? '',
      },
      ...(before ? { before: saidOf(before) } : {}),
      after: saidOf(point),
    }),
  }
}

const saidOf = ({ terms, ownerId, dueOn, segmentId }: Point): object => ({ ...terms, ownerId, dueOn, segmentId })

const keep = (act: Act, point: Point): Promise<Point> =>
  savePoint(act.db, act.desk.id, point, { entry: act.entry, at: act.at })

/** Notes what is open about a trip, for an action that finds it out. */
export const notePoint = (
  act: Act,
  trip: Trip,
  draft: Pick<Point, 'segmentId' | 'ownerId' | 'dueOn'> & { readonly words: string },
): Promise<Point> => keep(act, pointOf(act, trip, draft))

const pointOf = (
  act: Act,
  { id: tripId, label, readers }: Trip,
  { words, ...said }: Pick<Point, 'segmentId' | 'ownerId' | 'dueOn'> & { readonly words: string },
): Point => ({ id: act.newId(), version: 0, tripId, ...said, terms: { words, settled: null }, label, readers })

const add: Actions['add'] = async ({ tripId, ...draft }, act) => {
  const trip = await tripFor(act, tripId)
  if (isRefused(trip)) return { refused: { ...trip.refused, path: 'tripId' } }
  const point = pointOf(act, trip, draft)
  const no = await misfit(act, trip, point)
  return no ?? done(act, trip, await keep(act, point), null)
}

/** A point that is still open. */
async function openFor(act: Act, id: string): Promise<Point | Refused> {
  const point = await pointFor(act, id)
  if (isRefused(point)) return point
  const { settled } = point.terms
  return settled ? refuse('moved-on', `${settled.who} settled it already: ${settled.how}`, [id]) : point
}

const edit: Actions['edit'] = async ({ id, set }, act) => {
  const before = await openFor(act, id)
  if (isRefused(before)) return before
  const said = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined))
  if (Object.keys(said).length === 0) return refuse('bad-input', 'Nothing was given to change.', [], 'set')
  const { words = before.terms.words, ...rest } = said as Partial<Point> & { words?: string }
  const after: Point = { ...before, ...rest, terms: { ...before.terms, words } }
  const trip = await tripOf(act, before.tripId)
  const no = await misfit(act, trip, after)
  return no ?? done(act, trip, await keep(act, after), before)
}

const settle: Actions['settle'] = async ({ id, how }, act) => {
  const before = await openFor(act, id)
  if (isRefused(before)) return before
  const settled = { who: act.member.name, at: act.at.toString(), how }
  const after = await keep(act, { ...before, terms: { ...before.terms, settled } })
  return done(act, await tripOf(act, before.tripId), after, before)
}

export const pointActions: Actions = { add, edit, settle }
