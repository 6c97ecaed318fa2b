import type { Proposal } from '../../../desk/travel/reading/model.ts'
import { saidOf, setBit, setShared, shaped } from './booking.ts'
import { setCost } from './costs.ts'
import { endOf, stretchIn, timeRange, whenOf } from './ends.ts'
import { atHouse, guestsOf, lodging, phoneOf, placeOf, setAddress } from './houses.ts'
import type { Part } from './parts.ts'
import { providerOf } from './providers.ts'
import { Draft, type Reading } from './reading.ts'
import { setDeadline } from './terms.ts'

/** Hotels: one proposal however many nights. */
export function stayIn(reading: Reading, part: Part, action: Proposal['action']): Draft[] {
  let from = endOf(reading, part, 'checkIn', ['checkOut', 'departure'])
  let to = endOf(reading, part, 'checkOut', ['checkIn', 'arrival'])
  const stretch = from.date && to.date ? null : stretchIn(reading, part)
  if (stretch) {
    from = { date: from.date ?? stretch[0].date, time: from.time }
    to = { date: to.date ?? stretch[1].date, time: to.time }
  }
  if (!from.date || !to.date) return []
  const draft = new Draft(reading.sheet, 'stay', action, from.date.at)
  draft.moment('starts', from)
  draft.moment('ends', to)
  const house = setAddress(reading, part, draft, placeOf(reading, part, ['hotel']))
  const provider = providerOf(reading, part) ?? lodging(reading, part)
  draft.set('place', house ?? lodging(reading, part) ?? provider)
  draft.set('provider', house ?? lodging(reading, part) ?? provider)
  setBit(draft, 'guests', guestsOf(reading, part))
  setBit(draft, 'phone', phoneOf(reading, part, null))
  setDeadline(reading, part, draft, 'cancelBy', null)
  setShared(reading, part, draft)
  setCost(reading, part, draft)
  return draft.fields.place || draft.fields.confirmation ? [draft] : []
}

/** A table at a restaurant. */
export function mealIn(reading: Reading, part: Part, action: Proposal['action']): Draft[] {
  const when = whenOf(reading, part)
  if (!when.date || !when.time) return []
  const draft = new Draft(reading.sheet, 'meal', action, when.date.at)
  draft.moment('starts', when)
  const house = setAddress(reading, part, draft, placeOf(reading, part, ['restaurant', 'venue']))
  const provider = house ?? atHouse(reading, part) ?? lodging(reading, part) ?? providerOf(reading, part)
  draft.set('place', provider)
  draft.set('provider', provider)
  setBit(draft, 'guests', guestsOf(reading, part))
  setBit(draft, 'phone', phoneOf(reading, part, null))
  setDeadline(reading, part, draft, 'cancelBy', null)
  setShared(reading, part, draft)
  return draft.fields.place ? [draft] : []
}

/** A concert, a conference, a meeting. */
export function meetingIn(reading: Reading, part: Part, action: Proposal['action']): Draft[] {
  const when = whenOf(reading, part)
  if (!when.date || !when.time) return []
  const place = placeOf(reading, part, ['venue', 'hotel'])
  const draft = new Draft(reading.sheet, 'meeting', action, when.date.at)
  draft.moment('starts', when)
  const until = timeRange(reading, when)
  if (until) draft.moment('ends', until)
  const house = setAddress(reading, part, draft, place)
  draft.set('place', house)
  const seats = shaped(reading, 'seat', part, /^\s?([A-Z]?\d{1,3}[A-Z]?(?:\s?[-–,]\s?[A-Z]?\d{1,3})*)(?![\p{L}\d])/u)
  setBit(draft, 'seat', seats)
  setShared(reading, part, draft)
  setCost(reading, part, draft)
  return draft.fields.place && (draft.fields.confirmation || saidOf(reading, 'venue', part).some(({ firm }) => firm))
    ? [draft]
    : []
}
