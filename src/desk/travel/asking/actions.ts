import { carrying } from '../../../plan/segment.ts'
import { type Act, isRefused, refuse } from '../../act.ts'
import { isMisfit } from '../../calendar/change/model.ts'
import type { ActionsFor } from '../../registry.ts'
import type { travelContract } from '../contract.ts'
import { endWords, instantOf, localWords, outOfOrder } from '../ends/model.ts'
import type { Wanted } from '../model.ts'
import { doneWith, keepSegment, saidOf } from '../segments/actions.ts'
import {
  afterAsking,
  afterCallingOffOutside,
  afterConfirming,
  dated,
  endsWanted,
  type Segment,
} from '../segments/model.ts'
import { standingFor, tripOf } from '../showing/actions.ts'

type Actions = ActionsFor<typeof travelContract>['segment']

/** What is wanted, in words: its times on the clocks there, the day once, and whatever else was said. */
export const wantedWords = ({ starts, ends, off, words }: Wanted): string => {
  if (off) return ['call it off', words].filter((one) => one !== '').join('; ')
  const isSameDay = starts !== null && ends !== null && starts.slice(0, 10) === ends.slice(0, 10)
  const times = [
    ...(starts === null ? [] : [localWords(starts)]),
    ...(ends === null ? [] : [isSameDay ? ends.slice(11, 16) : localWords(ends)]),
  ]
  return (
    [`${starts === null && ends !== null ? 'until ' : ''}${times.join(' to ')}`, words]
      .filter((one) => one !== '')
      .join('; ') || 'as it stands'
  )
}

const byNow = (act: Act) => ({ who: act.member.name, at: act.at.toString() })

/** The ends as wanted, refused where no clock ever shows them so. */
function wantable(segment: Segment, wanted: Wanted) {
  const ends = endsWanted(segment, wanted)
  const [from, to] = [instantOf(ends.from, 'wanted.from'), instantOf(ends.to, 'wanted.to')]
  const order = outOfOrder(ends.from, ends.to, carrying.has(segment.kind))
  const no = isMisfit(from) ? from : isMisfit(to) ? to : wanted.starts !== null && wanted.ends !== null ? order : null
  return no ? refuse('bad-input', `${no.words}.`, [], 'wanted') : ends
}

const ask: Actions['ask'] = async ({ id, version, to, wanted, message }, act) => {
  const before = await standingFor(act, id, version)
  if (isRefused(before)) return before
  const ends = wantable(before, wanted)
  if (isRefused(ends)) return ends
  const no = message === '' ? null : await act.mayLeave(message, { to, segment: id }, 'message')
  if (no) return no
  const trip = await tripOf(act, before.tripId)
  const words = wantedWords(wanted)
  const waiting = { words, of: to, since: act.at.toString(), wanted }
  const kept = await keepSegment(act, trip, afterAsking(before, waiting), null)
  if (isRefused(kept)) return kept
  return doneWith(act, trip, kept, {
    values: { to, wanted: words },
    before: saidOf(before),
    after: { ...saidOf(kept), message },
  })
}

/** What was asked for is what it is now, because somebody said so and it is known who: that it is off, where that was asked. */
const confirm: Actions['confirm'] = async ({ id, version, who, reference }, act) => {
  const before = await standingFor(act, id, version)
  if (isRefused(before)) return before
  const { waiting } = before.terms
  const ends = waiting ? wantable(before, waiting.wanted) : { from: before.terms.from, to: before.terms.to }
  if (isRefused(ends)) return ends
  const trip = await tripOf(act, before.tripId)
  const by = { who, at: act.at.toString(), reference: reference === '' ? null : reference }
  const off = waiting?.wanted.off === true
  const after = off ? afterCallingOffOutside(before, by) : dated(before, afterConfirming(before, ends, by), by.at)
  const kept = await keepSegment(act, trip, after, null)
  if (isRefused(kept)) return kept
  const values = { who, reference, off, when: endWords(kept.terms.from) ?? '' }
  return doneWith(act, trip, kept, { values, before: saidOf(before), after: saidOf(kept) })
}

const check: Actions['check'] = async ({ id, version }, act) => {
  const before = await standingFor(act, id, version)
  if (isRefused(before)) return before
  if (before.status === 'intended')
    return refuse('bad-input', 'Nobody holds it yet: there is no booking to hold against what was asked.', [id])
  const trip = await tripOf(act, before.tripId)
  const kept = await keepSegment(act, trip, { ...before, terms: { ...before.terms, checkedBy: byNow(act) } }, null)
  if (isRefused(kept)) return kept
  return doneWith(act, trip, kept, { values: {}, before: saidOf(before), after: saidOf(kept) })
}

export const askingActions: Pick<Actions, 'ask' | 'confirm' | 'check'> = { ask, confirm, check }
