import type { Proposal } from '../../../desk/travel/reading/model.ts'
import { saidOf, setBit, setShared, shaped } from './booking.ts'
import { setCost } from './costs.ts'
import { endOf, nightsIn, stretchIn, timeRange, whenOf } from './ends.ts'
import { hoursIn } from './hours.ts'
import { atHouse, guestsOf, lodging, namedAgain, phoneOf, placeOf, setAddress } from './houses.ts'
import type { Part } from './parts.ts'
import { providerOf } from './providers.ts'
import { Draft, type Reading } from './reading.ts'
import type { Stretch } from './sheet.ts'
import { setDeadline } from './terms.ts'

/** "HomePerch", "TableNest": who lets others' rooms and tables is written as one word of two; a house is not. */
const isPortal = ({ sheet }: Reading, provider: Stretch | null): boolean =>
  provider !== null && /^\p{Lu}\p{Ll}+\p{Lu}\p{Ll}+(?:\.\p{L}+)?$/u.test(sheet.text.slice(provider.at, provider.end))

/** Hotels: one proposal however many nights. */
export function stayIn(reading: Reading, part: Part, action: Proposal['action']): Draft[] {
  let from = endOf(reading, part, 'checkIn', ['checkOut', 'departure'])
  let to = endOf(reading, part, 'checkOut', ['checkIn', 'arrival'])
  const stretch = from.date && to.date ? null : (stretchIn(reading, part) ?? nightsIn(reading, part))
  if (stretch) {
    from = { date: from.date ?? stretch[0].date, time: from.time }
    to = { date: to.date ?? stretch[1].date, time: to.time }
  }
  if (!from.date || !to.date) return []
  if (!from.time || !to.time) {
    const hours = hoursIn(reading, part)
    from = { ...from, time: from.time ?? hours.arrive }
    to = { ...to, time: to.time ?? hours.leave }
  }
  const draft = new Draft(reading.sheet, 'stay', action, from.date?.at ?? part.at)
  draft.moment('starts', from)
  draft.moment('ends', to)
  const house = setAddress(reading, part, draft, placeOf(reading, part, ['hotel']))
  const provider = providerOf(reading, part) ?? lodging(reading, part)
  const named = house ?? lodging(reading, part) ?? (isPortal(reading, provider) ? null : provider)
  draft.set('place', named)
  draft.set('provider', named ?? provider)
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
  const firm = providerOf(reading, part)
  const named =
    house ??
    atHouse(reading, part) ??
    namedAgain(reading) ??
    lodging(reading, part) ??
    (isPortal(reading, firm) ? null : firm)
  draft.set('place', named)
  draft.set('provider', named)
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
