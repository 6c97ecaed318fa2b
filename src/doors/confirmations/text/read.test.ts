import { describe, expect, test } from 'vitest'
import type { Proposal } from '../../../desk/travel/reading/model.ts'
import { readText } from './read.ts'
import { airportOf, sources } from './testing.ts'

const read = (text: string, sentAt: string | null = null): Proposal[] => readText(text, { airportOf, sentAt })

const told = (text: string, sentAt: string | null = null) =>
  read(text, sentAt).map(({ kind, action, fields }) => ({
    is: `${kind} ${action}`,
    ...Object.fromEntries(Object.entries(fields).map(([field, { value }]) => [field, value])),
  }))
const doubts = (text: string, sentAt: string | null = null) =>
  read(text, sentAt).flatMap((each) =>
    each.doubts.map(({ field, values }) => `${field}: ${values.map(({ value }) => value).join(' or ')}`),
  )
const confirmed = (words: string) => `Your booking is confirmed. Booking reference: R4T7PL\n${words}`

describe('a flight', () => {
  test('is read leg by leg, with one reference and one total for all', () => {
    const [out, back] = told(sources.flight)
    expect(out).toMatchObject({
      is: 'flight booked',
      number: 'KW 1023',
      confirmation: 'R4T7PL',
      name: 'JULIA STONE',
      from: 'Manchester',
      fromAirport: 'MAN',
      fromTerminal: '3',
      to: 'Amsterdam Schiphol',
      toAirport: 'AMS',
      starts: '2027-03-15T06:45',
      ends: '2027-03-15T09:00',
      seat: '12C',
      cost: '211.38',
      currency: 'GBP',
      refundable: 'no',
      changeable: 'yes',
    })
    expect(back).toMatchObject({
      number: 'KW 1030',
      confirmation: 'R4T7PL',
      starts: '2027-03-17T19:20',
      toTerminal: '3',
    })
    expect(back).not.toHaveProperty('cost')
  })

  test('is read from the rows of a table, by the heads of its columns', () => {
    expect(told(sources.table)).toMatchObject([
      { number: 'AX 311', from: 'Zürich', to: 'Wien', starts: '2027-05-12T07:10', ends: '2027-05-12T08:30' },
      { number: 'AX 318', from: 'Wien', to: 'Zürich', starts: '2027-05-13T19:45', ends: '2027-05-13T21:10' },
    ])
  })

  test('arrives a day later where a +1 stands behind the time', () => {
    expect(told(confirmed('XQ 77  New York (JFK) 21:30 - London (LHR) 09:40 (+1)  15 May 2027'))[0]).toMatchObject({
      starts: '2027-05-15T21:30',
      ends: '2027-05-16T09:40',
    })
  })

  test('is numbered by its own number, not by that of who flies it', () => {
    expect(
      told(confirmed('XQ 456 operated by ZV 8812\n12 June 2027\nMadrid MAD 10:05\nLisboa LIS 12:40'))[0],
    ).toMatchObject({ number: 'XQ 456' })
  })

  test('whose schedule changed has the times that are called new', () => {
    expect(told(sources.change)).toMatchObject([
      { is: 'flight changed', number: 'VX 2291', starts: '2027-05-21T13:40', ends: '2027-05-21T15:00' },
    ])
  })

  test('whose times are told twice, with nothing that says which is new, is doubted', () => {
    const text = `${confirmed('Your flight has been changed')}\nFlight KW 88 on Friday 9 April 2027\nLondon (LGW) 09:10 - Oslo (OSL) 12:20\nLondon (LGW) 10:25 - Oslo (OSL) 13:35`
    expect(doubts(text)).toEqual([
      'starts: 2027-04-09T09:10 or 2027-04-09T10:25',
      'ends: 2027-04-09T12:20 or 2027-04-09T13:35',
    ])
    expect(told(text)[0]).not.toHaveProperty('starts')
  })

  test('of a letter that cancels it is cancelled', () => {
    expect(
      told(
        confirmed('It has been cancelled.\nFlight XQ 12, Mon 17 May 2027\nLondon (LHR) 07:30 to Zurich (ZRH) 10:10'),
      ),
    ).toMatchObject([{ is: 'flight cancelled', number: 'XQ 12' }])
  })
})

describe('what runs on the ground and the sea', () => {
  test('a train has its coach, its seat and its class', () => {
    expect(told(sources.train)).toMatchObject([
      {
        is: 'train booked',
        number: 'RJX 73',
        from: 'Praha hl.n.',
        to: 'Brno hl.n.',
        starts: '2027-03-12T07:52',
        ends: '2027-03-12T10:22',
        coach: '23',
        seat: '61',
        cabin: '2. třída',
        cost: '389',
        currency: 'CZK',
      },
    ])
  })

  test('a coach through the night arrives the day after', () => {
    expect(told(sources.coach)).toMatchObject([
      {
        is: 'bus booked',
        from: 'München ZOB',
        to: 'Hamburg ZOB',
        starts: '2027-06-11T22:45',
        ends: '2027-06-12T06:10',
        seat: '12A',
      },
    ])
  })

  test('a ferry says until when one checks in', () => {
    expect(told(sources.ferry)).toMatchObject([
      {
        is: 'ferry booked',
        from: 'Portsmouth',
        to: 'Caen',
        starts: '2027-04-23T22:45',
        ends: '2027-04-24T06:45',
        checkInBy: '2027-04-23T22:00',
      },
    ])
  })

  test('a hired car comes back elsewhere', () => {
    expect(told(sources.car)).toMatchObject([
      {
        is: 'car booked',
        from: 'Denver International Airport',
        fromAirport: 'DEN',
        to: 'Salt Lake City International Airport',
        starts: '2027-04-02T13:30',
        ends: '2027-04-06T10:00',
        confirmation: 'RR-20441-B',
        cost: '412.77',
        currency: 'USD',
      },
    ])
  })

  test('a taxi has its driver', () => {
    expect(told(sources.taxi)).toMatchObject([
      { is: 'ride booked', starts: '2027-03-18T05:30', to: 'Heathrow Terminal 5', driver: 'Amir', guests: '1' },
    ])
  })
})

describe('where one stays, eats and meets', () => {
  test('a hotel is one stay, with its hours, its address and until when it is cancelled free', () => {
    expect(told(sources.hotel)).toMatchObject([
      {
        is: 'stay booked',
        place: 'Hotel Puerta del Sol Azul',
        address: 'Calle Mayor 3, 04001 Almería',
        starts: '2027-05-14T14:00',
        ends: '2027-05-16T12:00',
        cancelBy: '2027-05-12T23:59',
        cost: '238.00',
        currency: 'EUR',
        name: 'Carmen Ortega',
      },
    ])
  })

  test('an inn in Japan', () => {
    expect(told(sources.inn)).toMatchObject([
      {
        is: 'stay booked',
        place: 'グランド海浜ホテル',
        starts: '2027-03-12T15:00',
        ends: '2027-03-14T11:00',
        name: '山田 太郎',
        guests: '2',
        cost: '45800',
        currency: 'JPY',
        confirmation: '88120-3',
      },
    ])
  })

  test('a table for some', () => {
    expect(told(sources.table4)).toMatchObject([
      {
        is: 'meal booked',
        place: 'Brasserie De Kade',
        address: 'Havenkade 12, 1011 AB Amsterdam',
        starts: '2027-03-12T19:00',
        guests: '4',
      },
    ])
  })

  test('a concert begins when it begins, not when its doors open', () => {
    expect(told(sources.concert)).toMatchObject([
      { is: 'meeting booked', place: 'Stadthalle Seetal', starts: '2027-05-29T19:30', cost: '96.00', currency: 'CHF' },
    ])
  })
})

describe('what a text does not say', () => {
  test('which is day and which is month is doubted in English, with both', () => {
    expect(doubts(sources.ambiguous)).toEqual(['starts: 2027-04-03 or 2027-03-04', 'ends: 2027-07-03 or 2027-03-07'])
  })

  test('one date that can only be read one way shows how the others are', () => {
    expect(told(`${sources.ambiguous}\nBooked on: 02/25/2027`)[0]).toMatchObject({
      starts: '2027-03-04',
      ends: '2027-03-07',
    })
  })

  test('a weekday beside it tells as well', () => {
    expect(told(sources.ambiguous.replace('03/04/2027', 'Thu 03/04/2027'))[0]).toMatchObject({
      starts: '2027-03-04',
      ends: '2027-03-07',
    })
  })

  test('a year that stands nowhere is missing', () => {
    const text = confirmed('Flight XQ 12, 17 May\nLondon (LHR) 07:30 to Zurich (ZRH) 10:10')
    expect(told(text, '2027-02-01T09:00:00Z')[0]).not.toHaveProperty('starts')
    expect(read(text)[0]?.missing).toEqual(expect.arrayContaining(['starts', 'ends']))
  })

  test('a weekday and when the mail was sent tell the year', () => {
    const text = confirmed('Flight XQ 12, Mon 17 May\nLondon (LHR) 07:30 to Zurich (ZRH) 10:10')
    expect(told(text, '2027-02-01T09:00:00Z')[0]).toMatchObject({ starts: '2027-05-17T07:30' })
    expect(told(text)[0]).not.toHaveProperty('starts')
  })

  test('a dollar sign alone tells no currency', () => {
    const [stay] = told(`${sources.ambiguous}\nTotal: $641.12`)
    expect(stay).toMatchObject({ cost: '641.12' })
    expect(stay).not.toHaveProperty('currency')
  })

  test.each([
    [
      'an advertisement',
      'Spring Sale! Book now.\nFlights from £19.99: Manchester (MAN) 07:10 - Lisbon (LIS) 09:55, 4 May 2027\nUnsubscribe | View in browser. Special offer ends 14 February 2027.',
    ],
    [
      'an invoice',
      'Rechnung Nr. 2027-118\nRechnungsdatum: 03.02.2027\nKundennummer: 4471\nGesamtbetrag 24,90 EUR, zahlbar bis 17.02.2027',
    ],
    ['a letter', 'Dear Ann, it was good to see you on 3 March 2027. Shall we have lunch at 12:30 some day?'],
    ['nothing', ''],
  ])('%s confirms nothing', (_, text) => {
    expect(read(text)).toEqual([])
  })
})
