import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Proposal } from '../../../desk/travel/reading/model.ts'
import { readPage } from '../page/page.ts'
import { dataOf } from './data.ts'
import { amountOf } from './draft.ts'
import { lenient } from './lenient.ts'

const script = (json: string) => `<script type="application/ld+json">${json}</script>`
const said = (data: unknown) => dataOf(readPage(script(JSON.stringify(data))))
const values = ({ fields }: Proposal) =>
  Object.fromEntries(Object.entries(fields).map(([field, { value }]) => [field, value]))

const flight = {
  '@type': 'FlightReservation',
  reservationNumber: 'PQT81N',
  reservationStatus: 'https://schema.org/ReservationConfirmed',
  underName: { '@type': 'Person', name: 'Marcus Oyelaran' },
  reservationFor: {
    '@type': 'Flight',
    flightNumber: '418',
    airline: { '@type': 'Airline', name: 'Skylark Pacific', iataCode: 'XQ' },
    departureAirport: { '@type': 'Airport', name: 'Denver International', iataCode: 'den' },
    departureTime: '2027-01-08T10:45:00-07:00',
    departureTerminal: '2',
    arrivalAirport: { '@type': 'Airport', name: 'Phoenix', iataCode: 'PHX' },
    arrivalTime: '2027-01-08T12:40:00',
  },
  airplaneSeat: '9C',
  bookingClass: 'Y',
  totalPrice: '1,517.35',
  priceCurrency: 'USD',
}

describe('reservations of schema.org', () => {
  test('a flight, with where each value stands', () => {
    const [proposal] = said(flight) as [Proposal]
    expect(values(proposal)).toEqual({
      provider: 'Skylark Pacific',
      number: 'XQ 418',
      confirmation: 'PQT81N',
      name: 'Marcus Oyelaran',
      from: 'Denver International',
      fromAirport: 'DEN',
      fromTerminal: '2',
      starts: '2027-01-08T10:45-07:00',
      to: 'Phoenix',
      toAirport: 'PHX',
      ends: '2027-01-08T12:40',
      seat: '9C',
      cost: '1517.35',
      currency: 'USD',
    })
    expect(proposal.fields.number?.origin).toEqual({ by: 'data', path: 'reservationFor.flightNumber', words: '418' })
  })

  test('in a list, in a graph, by reference, in a package', () => {
    const other = { ...flight, reservationNumber: 'ZZT81N' }
    expect(said([flight, other])).toHaveLength(2)
    expect(said({ '@graph': [{ '@type': 'Organization' }, flight] })).toHaveLength(1)
    const { reservationFor, ...rest } = flight
    const byId = said({
      '@graph': [
        { ...rest, reservationFor: { '@id': '#f' } },
        { ...reservationFor, '@id': '#f' },
      ],
    })
    expect(byId.map(({ fields }) => fields.number?.value)).toEqual(['XQ 418'])
    const { reservationNumber, ...nameless } = flight
    const packed = said({ '@type': 'ReservationPackage', reservationNumber: 'PACK', subReservation: [nameless] })
    expect(packed.map(({ fields }) => fields.confirmation?.value)).toEqual(['PACK'])
  })

  test('a booking of two legs is two segments, and its price stands with the first', () => {
    const back = { ...flight.reservationFor, flightNumber: '27' }
    const legs = said({ ...flight, reservationFor: [flight.reservationFor, back] })
    expect(legs.map(({ fields }) => [fields.number?.value, fields.cost?.value])).toEqual([
      ['XQ 418', '1517.35'],
      ['XQ 27', undefined],
    ])
  })

  test('what was told again later holds', () => {
    const changed = { ...flight, modifiedTime: '2026-12-01T10:00:00Z', airplaneSeat: '10A' }
    const before = { ...flight, modifiedTime: '2026-11-01T10:00:00Z' }
    expect(said([changed, before]).map(({ fields }) => fields.seat?.value)).toEqual(['10A'])
  })

  test.each([
    ['ReservationConfirmed', 'booked'],
    ['http://schema.org/ReservationCancelled', 'cancelled'],
    ['https://schema.org/ReservationHold', 'requested'],
    ['Pending', 'requested'],
  ])('%s is %s', (reservationStatus, action) => {
    expect(said({ ...flight, reservationStatus })[0]?.action).toBe(action)
  })

  test('trains, buses and ferries with coach, seat and class', () => {
    const ticketedSeat = { '@type': 'Seat', seatNumber: '62', seatSection: '07', seatingType: '1re classe' }
    const [train, bus, ferry] = said([
      {
        '@type': 'TrainReservation',
        reservedTicket: { ticketedSeat, underName: { name: 'Claire Vasseur' } },
        reservationFor: {
          '@type': 'TrainTrip',
          trainNumber: '6604',
          trainName: 'TX',
          departureStation: { name: 'Lyon Part Dieu' },
          arrivalStation: { name: 'Paris Gare de Lyon' },
          departureTime: '2026-12-18T07:58',
        },
      },
      {
        '@type': 'BusReservation',
        reservationFor: {
          '@type': 'BusTrip',
          busNumber: '5104',
          departureBusStop: { name: 'Madrid' },
          arrivalBusStop: { name: 'Granada' },
        },
      },
      {
        '@type': 'BoatReservation',
        reservationFor: {
          '@type': 'BoatTrip',
          departureBoatTerminal: { name: 'Aarhus' },
          arrivalBoatTerminal: 'Odden',
        },
      },
    ]) as [Proposal, Proposal, Proposal]
    expect(values(train)).toEqual({
      number: 'TX 6604',
      from: 'Lyon Part Dieu',
      to: 'Paris Gare de Lyon',
      starts: '2026-12-18T07:58',
      seat: '62',
      coach: '07',
      cabin: '1re classe',
      name: 'Claire Vasseur',
    })
    expect([bus.kind, values(bus)]).toEqual(['bus', { number: '5104', from: 'Madrid', to: 'Granada' }])
    expect([ferry.kind, values(ferry)]).toEqual(['ferry', { from: 'Aarhus', to: 'Odden' }])
  })

  test('houses: nights at midnight are dates, addresses are as they are written there', () => {
    const address = {
      '@type': 'PostalAddress',
      streetAddress: 'Uferpromenade 12',
      postalCode: '88709',
      addressLocality: 'Meersburg',
    }
    const [stay, meal, event] = said([
      {
        '@type': 'LodgingReservation',
        checkinTime: '2026-12-03T00:00:00',
        checkoutTime: '2026-12-06T11:00',
        numAdults: 2,
        reservationFor: { '@type': 'LodgingBusiness', name: 'Hotel Seeblick', address, telephone: '+49 7532 000' },
      },
      {
        '@type': 'FoodEstablishmentReservation',
        startTime: '2027-01-16T19:30',
        partySize: '6',
        reservationFor: { '@type': 'FoodEstablishment', name: 'The Copper Fig', address: '14 Sluice Lane, Bristol' },
      },
      {
        '@type': 'EventReservation',
        reservationFor: {
          '@type': 'Event',
          name: 'Summit',
          startDate: '2027-04-20',
          location: {
            '@type': 'Place',
            name: 'Pavilion',
            address: {
              streetAddress: '900 Smallman Row',
              addressLocality: 'Pittsburgh',
              addressRegion: 'PA',
              postalCode: '15222',
              addressCountry: 'US',
            },
          },
        },
      },
    ]) as [Proposal, Proposal, Proposal]
    expect(values(stay)).toEqual({
      place: 'Hotel Seeblick',
      provider: 'Hotel Seeblick',
      address: 'Uferpromenade 12, 88709 Meersburg',
      phone: '+49 7532 000',
      starts: '2026-12-03',
      ends: '2026-12-06T11:00',
      guests: '2',
    })
    expect(values(meal)).toMatchObject({ place: 'The Copper Fig', address: '14 Sluice Lane, Bristol', guests: '6' })
    expect(values(event)).toMatchObject({
      place: 'Pavilion',
      address: '900 Smallman Row, Pittsburgh, PA 15222',
      starts: '2027-04-20',
    })
  })

  test('cars and taxis', () => {
    const [car, taxi] = said([
      {
        '@type': 'RentalCarReservation',
        pickupTime: '2026-12-05T10:30',
        dropoffTime: '2026-12-09T18:00',
        pickupLocation: { '@type': 'Airport', name: 'Málaga', iataCode: 'AGP' },
        dropoffLocation: { name: 'Sevilla' },
        reservationFor: { '@type': 'RentalCar', rentalCompany: { name: 'AutoVega' } },
      },
      {
        '@type': 'TaxiReservation',
        pickupTime: '2026-11-24T14:15',
        partySize: { value: 2 },
        pickupLocation: { name: 'Oxford' },
        provider: { name: 'Meridian' },
      },
    ]) as [Proposal, Proposal]
    expect(values(car)).toEqual({
      provider: 'AutoVega',
      from: 'Málaga',
      fromAirport: 'AGP',
      to: 'Sevilla',
      starts: '2026-12-05T10:30',
      ends: '2026-12-09T18:00',
    })
    expect(values(taxi)).toMatchObject({ provider: 'Meridian', from: 'Oxford', starts: '2026-11-24T14:15' })
  })

  test('JSON is read as senders write it', () => {
    const json =
      '{"@type": "FlightReservation", // ours\n "reservationNumber": "A1", "note": "two\nlines",\n "reservationFor": {"@type":"Flight","flightNumber":"XQ1",},}'
    expect(dataOf(readPage(script(json))).map(values)).toEqual([{ confirmation: 'A1', number: 'XQ1' }])
    expect(dataOf(readPage(script(`<!-- ${JSON.stringify(flight)} -->`)))).toHaveLength(1)
    expect(
      dataOf(readPage(script(`${JSON.stringify(flight)}${JSON.stringify({ ...flight, reservationNumber: 'B2' })}`))),
    ).toHaveLength(2)
    expect(lenient('no json at all')).toBeNull()
  })

  test('and whatever it is, it ends', () => {
    const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`
    expect(dataOf(readPage(script(deep)))).toEqual([])
    const loop = { '@graph': [{ '@id': '#a', '@type': 'FlightReservation', reservationFor: { '@id': '#a' } }] }
    expect(said(loop).length).toBeLessThan(2)
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 6 }),
        (value) => said({ '@type': 'FlightReservation', reservationFor: value, underName: value }).length >= 0,
      ),
    )
    fc.assert(fc.property(fc.string(), (json) => dataOf(readPage(script(json))).length >= 0))
  })

  test('amounts are read however thousands are parted', () => {
    const amounts = [
      ['$517.35', '517.35'],
      ['1.184,70', '1184.70'],
      ['1,184.70', '1184.70'],
      ["CHF 3'630.00", '3630.00'],
      ['18460', '18460'],
      ['12,5', '12.50'],
      ['free', null],
    ] as const
    for (const [words, value] of amounts) expect(amountOf(words), words).toBe(value)
  })
})
