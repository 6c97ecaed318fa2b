import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Airport, Field, Proposal } from '../../../desk/travel/reading/model.ts'
import { readText } from './read.ts'
import { sources } from './testing.ts'

const zones: Readonly<Record<string, string>> = {
  LHR: 'Europe/London',
  LGW: 'Europe/London',
  MAN: 'Europe/London',
  ZRH: 'Europe/Zurich',
  VIE: 'Europe/Vienna',
  AMS: 'Europe/Amsterdam',
  MAD: 'Europe/Madrid',
  PMI: 'Europe/Madrid',
  OSL: 'Europe/Oslo',
  JFK: 'America/New_York',
  HEL: 'Europe/Helsinki',
  ARN: 'Europe/Stockholm',
  HND: 'Asia/Tokyo',
  CTS: 'Asia/Tokyo',
  LIS: 'Europe/Lisbon',
  WAW: 'Europe/Warsaw',
  BER: 'Europe/Berlin',
}
const airportOf = (code: string): Airport | null =>
  zones[code] ? { code, name: code, city: code, country: 'XX', zone: zones[code] } : null
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

const flat = (words: string) =>
  words
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase()
const own: ReadonlySet<Field> = new Set([
  'starts',
  'ends',
  'cancelBy',
  'checkInBy',
  'refundable',
  'changeable',
  'currency',
  'cost',
  'number',
])

/** Every value stands in the source where its origin says, and says no more than its words. */
function expectSaid(text: string) {
  for (const { fields, doubts } of read(text, '2027-02-01T09:00:00Z')) {
    const values = [
      ...Object.entries(fields),
      ...doubts.flatMap(({ field, values }) => values.map((value) => [field, value] as const)),
    ]
    for (const [field, { value, origin }] of values) {
      if (origin.by !== 'words') throw new Error('a text has no other origins')
      expect(text.slice(origin.at, origin.at + origin.words.length)).toBe(origin.words)
      expect(origin.words).not.toBe('')
      if (!own.has(field as Field)) expect(flat(origin.words)).toContain(flat(value))
      if (field === 'cost') expect(origin.words.replace(/\D/g, '')).toContain(value.replace(/\D/g, ''))
      if (field === 'number') expect(flat(origin.words).replace(/0/g, '')).toBe(flat(value).replace(/0/g, ''))
    }
  }
}

const texts = Object.values(sources)

describe('whatever becomes of the lines', () => {
  const lines = fc.constantFrom(...texts).chain((text) => {
    const all = text.split('\n')
    const line = fc.nat({ max: all.length - 1 })
    return fc.record({
      all: fc.constant(all),
      how: fc.constantFrom('drop', 'double', 'swap', 'join', 'cut'),
      one: line,
      other: line,
    })
  })

  test('nothing is said that the source does not say', () => {
    fc.assert(
      fc.property(lines, ({ all, how, one, other }) => {
        const changed = [...all]
        if (how === 'drop') changed.splice(one, 1)
        if (how === 'double') changed.splice(other, 0, all[one] as string)
        if (how === 'swap') [changed[one], changed[other]] = [all[other] as string, all[one] as string]
        if (how === 'join') changed.splice(one, 2, `${all[one]} ${all[one + 1] ?? ''}`)
        if (how === 'cut') changed.length = one
        expectSaid(changed.join('\n'))
      }),
      { numRuns: 400 },
    )
  })

  test('a text whose columns have collapsed says nothing else than it said', () => {
    for (const text of texts) expectSaid(text.replace(/[ ]{2,}/g, ' '))
  })

  test('a text is read alike twice, and after another', () => {
    for (const text of texts) {
      const first = read(text)
      read(texts[0] as string)
      expect(read(text)).toEqual(first)
    }
  })
})

describe('any text at all', () => {
  const words = fc.constantFrom(
    'Booking ref: AB12CD',
    'confirmed',
    'XQ 345',
    '(LHR)',
    '→',
    '12.05.2027',
    '08:30',
    '+1',
    'Check-in:',
    '\t',
    '\n',
    '\n\n',
    '€ 1.234,56',
    'Terminal',
    'Departure',
    'was',
    'new',
    '予約番号',
    '２０２７年',
    '️',
    '\ud83d',
    'é',
    'From: a@b',
    '{2}',
    '$1',
    '\\',
  )

  test('is read without a throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => expectSaid(text)))
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ maxLength: 8 })), { maxLength: 60 }), (all) =>
        expectSaid(all.join(' ')),
      ),
      { numRuns: 300 },
    )
  })

  test('is read to its limit however long it is', () => {
    const head = confirmed('XQ 345 London (LHR) 10:00 - Zurich (ZRH) 12:00 12.05.2027\n')
    for (const piece of [
      '1',
      ' ',
      'a:',
      '(LHR) ZRH - ',
      'Aa Bb ',
      '+1 (',
      'From: a@b\n',
      'Check-in\tCheck-out\n',
      '.',
      '\n',
      '(',
      'A1-',
      '予約番号出発',
      'Dear ',
      'jan feb ',
      '€ 1.234,56 ',
    ])
      expect(read(head + piece.repeat(1_000_000 / piece.length)).length).toBeLessThan(100)
  })
})
