import type { Proposal } from '../../../desk/travel/reading/model.ts'
import type { SegmentKind } from '../../../plan/segment.ts'
import { addressOf, Draft, setCost } from './draft.ts'
import type { Thing, Words } from './thing.ts'

type Fill = (draft: Draft, trip: Thing, reservation: Thing) => void

const code = (place: Thing | null): Words | null => {
  const said = place?.words('iataCode') ?? null
  return said && /^[A-Za-z]{3}$/.test(said.words) ? said : null
}

/** Where somebody leaves or arrives: the name of the place and, of an airport, its code. */
function setPlace(draft: Draft, field: 'from' | 'to', place: Thing | null, named: Words | null) {
  const airport = code(place)
  if (airport) draft.set(`${field}Airport`, airport, airport.words.toUpperCase())
  const name = place?.words('name') ?? named
  const coded = name && draft.kind === 'flight' ? /^(\p{Lu}.+?) ?[([]([A-Z]{3})[)\]]$/u.exec(name.words) : null
  if (name && coded) {
    draft.set(`${field}Airport`, name, coded[2])
    draft.set(field, name, coded[1])
  } else if (name && draft.kind === 'flight' && /^[A-Z]{3}$/.test(name.words)) draft.set(`${field}Airport`, name)
  draft.set(field, name ?? addressOf(place, draft.seen)?.said ?? null)
}

/** "XQ 418" of airline and digits; as written where the letters are there already. */
function setNumber(draft: Draft, number: Words | null, prefix: Words | null) {
  if (!number) return
  const bare = number.words.replace(/\s+/g, ' ')
  const isBare = /^\d+[A-Za-z]?$/.test(bare)
  draft.set(
    'number',
    number,
    isBare && prefix && /^[A-Z0-9]{2,3}$/i.test(prefix.words) ? `${prefix.words} ${bare}` : bare,
  )
}

const fillFlight: Fill = (draft, flight, reservation) => {
  const airline = flight.thing('airline', 'provider', 'carrier', 'seller') ?? reservation.thing('provider', 'airline')
  draft.set('provider', airline?.words('name') ?? flight.words('airline', 'provider'))
  setNumber(draft, flight.words('flightNumber'), airline?.words('iataCode') ?? flight.words('airlineCode'))
  setPlace(draft, 'from', flight.thing('departureAirport'), flight.words('departureAirport'))
  setPlace(draft, 'to', flight.thing('arrivalAirport'), flight.words('arrivalAirport'))
  draft.set('fromTerminal', flight.words('departureTerminal'))
  draft.set('toTerminal', flight.words('arrivalTerminal'))
  draft.time('starts', flight.words('departureTime'))
  draft.time('ends', flight.words('arrivalTime'))
  draft.set('seat', reservation.words('airplaneSeat', 'seatNumber'))
  draft.set('cabin', cabinOf(reservation))
}

/** A class by its name; a letter alone is a fare's, which nobody sits in. */
const cabinOf = (from: Thing | null): Words | null => {
  const said = from?.words('airplaneSeatClass', 'seatingType', 'bookingClass') ?? null
  return said && said.words.length > 1 ? said : null
}

const fillRide =
  (names: { from: string[]; to: string[]; number: string[]; line: string[]; firm: string[] }): Fill =>
  (draft, trip, reservation) => {
    draft.set('provider', trip.words(...names.firm, 'provider') ?? reservation.words('provider'))
    const line = trip.words(...names.line)
    setNumber(draft, trip.words(...names.number), line && line.words.length <= 5 ? line : null)
    setPlace(draft, 'from', trip.thing(...names.from), trip.words(...names.from))
    setPlace(draft, 'to', trip.thing(...names.to), trip.words(...names.to))
    draft.time('starts', trip.words('departureTime'))
    draft.time('ends', trip.words('arrivalTime'))
    draft.set('cabin', cabinOf(reservation))
  }

const fillStay: Fill = (draft, house, reservation) => {
  draft.set('place', house.words('name'))
  draft.set('provider', reservation.words('provider') ?? house.words('brand') ?? house.words('name'))
  setHouse(draft, house)
  setNight(draft, 'starts', reservation, house, 'checkin')
  setNight(draft, 'ends', reservation, house, 'checkout')
  draft.set('guests', reservation.words('numAdults', 'numberOfAdults', 'partySize'))
}

const clock = /^(?:T)?([01]\d|2[0-3]):([0-5]\d)(?::\d\d)?$/

/** A day of arriving or leaving, at the hour that the booking or the house tells apart from it. */
function setNight(draft: Draft, field: 'starts' | 'ends', reservation: Thing, house: Thing, name: string) {
  const [time, date] = [reservation.words(`${name}Time`), reservation.words(`${name}Date`)]
  const alone = [time, house.words(`${name}Time`)].find((each) => each && clock.test(each.words)) ?? null
  const day = [date, time].find((each) => each && isDay(each.words)) ?? null
  if (day && alone) {
    const words = `${day.words.slice(0, 10)}T${alone.words.replace(/^T/, '').slice(0, 5)}`
    draft.time(field, { path: day.path, words })
  } else draft.time(field, time && !clock.test(time.words) ? time : date, true)
}

const isDay = (words: string) => /^\d{4}-\d\d-\d\d(?:[T ]00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/.test(words)

function setHouse(draft: Draft, house: Thing | null) {
  const address = addressOf(house, draft.seen)
  if (address) draft.set('address', address.said, address.value)
  draft.set('phone', house?.words('telephone') ?? null)
}

const fillCar: Fill = (draft, car, reservation) => {
  draft.set('provider', car.words('rentalCompany', 'provider') ?? reservation.words('provider'))
  setPlace(draft, 'from', reservation.thing('pickupLocation'), reservation.words('pickupLocation'))
  setPlace(draft, 'to', reservation.thing('dropoffLocation'), reservation.words('dropoffLocation'))
  draft.time('starts', reservation.words('pickupTime'))
  draft.time('ends', reservation.words('dropoffTime'))
  draft.set('phone', reservation.thing('pickupLocation')?.words('telephone') ?? null)
}

const fillTaxi: Fill = (draft, taxi, reservation) => {
  draft.set('provider', reservation.words('provider') ?? taxi.words('provider'))
  setPlace(draft, 'from', reservation.thing('pickupLocation'), reservation.words('pickupLocation'))
  setPlace(draft, 'to', reservation.thing('dropoffLocation'), reservation.words('dropoffLocation'))
  draft.time('starts', reservation.words('pickupTime'))
  draft.set('guests', reservation.words('partySize'))
  draft.set('driver', taxi.words('driver'))
}

const fillMeal: Fill = (draft, house, reservation) => {
  draft.set('place', house.words('name'))
  draft.set('provider', house.words('name') ?? reservation.words('provider'))
  setHouse(draft, house)
  draft.time('starts', reservation.words('startTime'))
  draft.time('ends', reservation.words('endTime'))
  draft.set('guests', reservation.words('partySize'))
}

const fillMeeting: Fill = (draft, event, reservation) => {
  const place = event.thing('location')
  draft.set('place', place?.words('name') ?? event.words('location'))
  draft.set('provider', event.words('organizer') ?? reservation.words('provider'))
  setHouse(draft, place)
  draft.time('starts', event.words('startDate'), true)
  draft.time('ends', event.words('endDate'), true)
  draft.set('seat', reservation.words('venueSeat'))
  draft.set('guests', reservation.words('numSeats'))
}

const kinds: readonly (readonly [type: RegExp, kind: SegmentKind, fill: Fill])[] = [
  [/FlightReservation/, 'flight', fillFlight],
  [
    /TrainReservation/,
    'train',
    fillRide({
      from: ['departureStation'],
      to: ['arrivalStation'],
      number: ['trainNumber'],
      line: ['trainName'],
      firm: ['trainCompany'],
    }),
  ],
  [
    /BusReservation/,
    'bus',
    fillRide({
      from: ['departureBusStop', 'departureStation'],
      to: ['arrivalBusStop', 'arrivalStation'],
      number: ['busNumber'],
      line: ['busName'],
      firm: ['busCompany'],
    }),
  ],
  [
    /BoatReservation|FerryReservation/,
    'ferry',
    fillRide({
      from: ['departureBoatTerminal'],
      to: ['arrivalBoatTerminal'],
      number: ['boatNumber'],
      line: ['boatName'],
      firm: ['boatCompany'],
    }),
  ],
  [/LodgingReservation/, 'stay', fillStay],
  [/RentalCarReservation/, 'car', fillCar],
  [/TaxiReservation/, 'ride', fillTaxi],
  [/FoodEstablishmentReservation/, 'meal', fillMeal],
  [/EventReservation/, 'meeting', fillMeeting],
]

/** Confirmed unless it says otherwise. */
function actionOf(reservation: Thing): Proposal['action'] {
  const event = reservation.thing('reservationFor')?.words('eventStatus')?.words ?? ''
  const said = `${reservation.words('reservationStatus', 'status')?.words ?? ''} ${event}`
  if (/cancel/i.test(said)) return 'cancelled'
  if (/chang|modif|reschedul|updated/i.test(said)) return 'changed'
  return /pending|hold/i.test(said) ? 'requested' : 'booked'
}

function setTicket(draft: Draft, reservation: Thing) {
  draft.set('confirmation', reservation.words('reservationNumber', 'reservationId', 'confirmationNumber'))
  draft.set('name', reservation.words('underName'))
  const ticket = reservation.thing('reservedTicket')
  const seat = ticket?.thing('ticketedSeat') ?? reservation.thing('ticketedSeat', 'reservedSeat')
  draft.set('name', ticket?.words('underName') ?? null)
  draft.set('seat', seatOf(seat))
  if (draft.kind !== 'flight' && draft.kind !== 'meeting') draft.set('coach', seat?.words('seatSection') ?? null)
  draft.set('cabin', cabinOf(seat))
  setCost(draft, reservation, reservation.thing('priceSpecification', 'totalPaymentDue'), ticket)
}

/** "12A", whether row and letter are one or two. */
const seatOf = (seat: Thing | null): Words | null => {
  const [row, number] = [seat?.words('seatRow') ?? null, seat?.words('seatNumber') ?? null]
  if (!row || !number || !/^[A-Z]$/i.test(number.words)) return number
  return { path: number.path, words: `${row.words}${number.words}` }
}

/** The segments of one reservation: one for each leg it is for. */
export function segmentsOf(reservation: Thing, seen: string): Proposal[] {
  const found = kinds.find(([type]) => type.test(reservation.type))
  if (!found) return []
  const [, kind, fill] = found
  const legs = reservation.things('reservationFor')
  return (legs.length > 0 ? legs : [reservation]).slice(0, 20).map((leg, at) => {
    const draft = new Draft(kind, actionOf(reservation), seen)
    fill(draft, leg, reservation)
    setTicket(draft, reservation)
    // One price is for all of it, and stands with the first leg alone.
    if (at > 0) for (const field of ['cost', 'currency', 'seat'] as const) delete draft.fields[field]
    return draft.proposal()
  })
}
