import { describe, expect, test } from 'vitest'
import { airportOf as known } from '../../../desk/travel/airports/airports.ts'
import { readText } from './read.ts'

const told = (text: string, sentAt: string | null = null) =>
  readText(text, { airportOf: known, sentAt }).map(({ kind, action, fields }) => ({
    is: `${kind} ${action}`,
    ...Object.fromEntries(Object.entries(fields).map(([field, { value }]) => [field, value])),
  }))
const confirmed = (words: string) => `Your booking is confirmed. Booking reference: R4T7PL\n${words}`
const flight = (words: string) => confirmed(`Flight XQ 12, 17 May 2027\n${words}`)

describe('a place', () => {
  test('ends where its sentence goes on', () => {
    const [train] = told(
      'Kiitos tilauksestasi. Tilausnumero: PJ-6112\n15.3.2027\nHelsinki klo 15.19 – Oulu klo 21.02\nJuna IC 51',
    )
    expect(train).toMatchObject({ from: 'Helsinki', to: 'Oulu' })
  })

  test('keeps the small words that names have', () => {
    const [train] = told(
      'Ihre Buchung ist bestätigt. Buchungscode: R4T7PL\nZug RE 1\n17.05.2027\n10:05 Frankfurt an der Oder\n11:30 Berlin Hbf',
    )
    expect(train).toMatchObject({ from: 'Frankfurt an der Oder', to: 'Berlin Hbf' })
  })

  test('is no aircraft, no bed and no class', () => {
    const [leg] = told(flight('LHR 10:05 - ZRH 12:40\nAirbus A321neo - Main'))
    expect(leg).toMatchObject({ fromAirport: 'LHR', toAirport: 'ZRH' })
    expect(JSON.stringify(leg)).not.toContain('Airbus')
  })

  test('may be told by its city and its state', () => {
    expect(told(flight('Austin, TX (AUS) 06:10 to Los Angeles, CA (LAX) 07:32'))[0]).toMatchObject({
      from: 'Austin, TX',
      to: 'Los Angeles, CA',
    })
  })
})

describe('three capitals', () => {
  test('that are a word are an airport behind its own name', () => {
    expect(told(flight('MARSEILLE MRS 17:20 - PARIS CDG 18:50'))[0]).toMatchObject({
      from: 'MARSEILLE',
      fromAirport: 'MRS',
    })
  })

  test('that are a title are none', () => {
    const [leg] = told(flight('London (LHR) 10:05 - Zurich (ZRH) 12:40\nPassenger: STONE JULIA MRS'))
    expect(leg).toMatchObject({ fromAirport: 'LHR', toAirport: 'ZRH', name: 'STONE JULIA' })
  })

  test('in brackets behind a label are none where nobody flies', () => {
    const [train] = told(
      'Je reis is geboekt\nBoekingscode (DNR): SLB7XQ2\n09:01 Amersfoort Centraal 19 maart 2027\nTrein IC 147\n14:48 Berlin Hbf 19 maart 2027',
    )
    expect(train).not.toHaveProperty('fromAirport')
  })
})

describe('a number', () => {
  test.each([
    ['a model of a car', 'Toyota RAV4 or similar'],
    ['a parcel', 'Parcel 6A 1188 4021'],
  ])('is not %s', (_, words) => {
    expect(JSON.stringify(told(flight(`London (LHR) 10:05 - Zurich (ZRH) 12:40\n${words}`)))).not.toMatch(/RAV|6A 1188/)
  })
})

describe('what became of it', () => {
  const way = 'Flight XQ 12, 17 May 2027\nLondon (LHR) 10:05 - Zurich (ZRH) 12:40'

  test.each([
    ['Changes are possible for a fee.', 'flight booked'],
    ['Nothing has changed since you booked.', 'flight booked'],
    ['We have had to move your flight.', 'flight changed'],
    ['Your flight has been cancelled.', 'flight cancelled'],
    ['Tickets are refunded only if the flight is cancelled or rescheduled.', 'flight booked'],
  ])('%s', (words, is) => {
    expect(told(`Booking reference: R4T7PL\nDear Ms Stone, your booking:\n${words}\n${way}`)[0]).toMatchObject({ is })
  })

  test('a time that holds no more is left out', () => {
    const [leg] = told(
      confirmed('It has changed.\nFlight XQ 12, 17 May 2027\nLondon (LHR) 11:40 instead of 10:15 - Zurich (ZRH) 14:15'),
    )
    expect(leg).toMatchObject({ is: 'flight changed', starts: '2027-05-17T11:40', ends: '2027-05-17T14:15' })
  })
})

describe('a way that goes on', () => {
  test('the next morning leaves the next morning', () => {
    const legs = told(
      confirmed(
        '22 April 2027\nXQ 991  Johannesburg (JNB) 19:15 - Paris (CDG) 06:00 +1\nXQ 601  Paris (CDG) 07:45 - Marseille (MRS) 09:10',
      ),
    )
    expect(legs).toMatchObject([{ ends: '2027-04-23T06:00' }, { starts: '2027-04-23T07:45', ends: '2027-04-23T09:10' }])
  })
})

describe('a table of stops', () => {
  test('is read row by row, each stop where one leaves or arrives', () => {
    const legs = told(
      'Ihre Buchung ist bestätigt. Auftragsnummer: XKD007\nHalt  Datum  Zeit  Produkte\nBerlin Hbf  03.11.2027  ab 07:49  ICE 954\nKöln Hbf  03.11.2027  an 12:09\nKöln Hbf  03.11.2027  ab 12:17  RE 10\nAachen Hbf  03.11.2027  an 12:45',
    )
    expect(legs).toMatchObject([
      { from: 'Berlin Hbf', to: 'Köln Hbf', starts: '2027-11-03T07:49', ends: '2027-11-03T12:09' },
      { from: 'Köln Hbf', to: 'Aachen Hbf', starts: '2027-11-03T12:17', ends: '2027-11-03T12:45' },
    ])
  })

  test('has no way from what a machine wrote when it printed it', () => {
    const legs = told(
      'Confirmation of Booking\nMR John Doe  23.04.2027 | 11:10:45 Uhr\nReservation code: ABC123\n\nFlight: 15.06.2027 | 4U 8462\nDeparture: 12:55 Berlin-Tegel\nArrival: 13:50 London Heathrow',
    )
    expect(legs).toMatchObject([{ number: '4U 8462', starts: '2027-06-15T12:55', from: 'Berlin-Tegel' }])
  })
})

describe('a house', () => {
  const stay = 'Hotel Anker\nBooking confirmation R-1182\nArrival: Monday 3 May 2027\nDeparture: Wednesday 5 May 2027\n'

  test('has the hours its sentences say, not those of its kitchen', () => {
    expect(
      told(`${stay}You may check in from 15:00. Breakfast is served until 09:30. Please check out by 11:00.`)[0],
    ).toMatchObject({ starts: '2027-05-03T15:00', ends: '2027-05-05T11:00' })
  })

  test('is not where the letter is sent to', () => {
    const [told1] = told(
      `Frau\nAnna Wolters\nHansaring 60\n48155 Münster\n\nHotel Anker\nReservierungsbestätigung Nr. 2026-1187\nAnreise: 20.01.2027\nAbreise: 22.01.2027`,
    )
    expect(told1).toMatchObject({ place: 'Hotel Anker' })
    expect(told1).not.toHaveProperty('address')
  })

  test('is known by its nights', () => {
    expect(
      told(
        'Your stay is confirmed. Booking number: BH1907\nHotel Anker\nWe welcome you on Monday 3rd May 2027 for 2 nights, until Wednesday 5th May 2027.',
      )[0],
    ).toMatchObject({ is: 'stay booked', starts: '2027-05-03', ends: '2027-05-05' })
  })

  test('is left alone until the day a sentence says', () => {
    expect(told(`${stay}You can cancel free of charge until 1 May 2027.`)[0]).toMatchObject({ cancelBy: '2027-05-01' })
    expect(told(`${stay}If you cancel before 1 May 2027 a fee of 50% is charged.`)[0]).not.toHaveProperty('cancelBy')
  })
})

describe('a mail that was sent on', () => {
  const head =
    'From: Nordbahn <tickets@nordbahn.example>\nSent: Monday, 2 November 2026 09:41\nTo: Jonas Weil\nSubject: Your booking'
  const train = 'Train IC 51, 15 March 2027\n15:19 Helsinki - 21:02 Oulu'

  test('names nobody who is greeted above it', () => {
    const [leg] = told(`Hello Ines,\n\nplease enter this.\n\n${head}\n\nBooking reference: R4T7PL\n${train}`)
    expect(leg).toMatchObject({ number: 'IC 51', confirmation: 'R4T7PL' })
    expect(leg).not.toHaveProperty('name')
  })

  test('names whom it greets itself, and so does one with a question quoted beneath', () => {
    const letter = `Dear Jonas Weil,\n\nBooking reference: R4T7PL\n${train}`
    expect(told(`Hello Ines,\n\n${head}\n\n${letter}`)[0]).toMatchObject({ name: 'Jonas Weil' })
    expect(told(`${letter}\n\n${head}\n\nCould you book this?`)[0]).toMatchObject({ name: 'Jonas Weil' })
  })
})

describe('a sender', () => {
  const from = (sender: string, words: string) => told(`From: ${sender}\nSubject: Booking\n\n${words}`)[0]

  test('is not the town its name begins with', () => {
    const leg = from('Zürich Air <post@za.example>', flight('Zürich (ZRH) 10:05 - London (LHR) 10:55'))
    expect(leg).toMatchObject({ from: 'Zürich', fromAirport: 'ZRH' })
    expect(leg).not.toHaveProperty('provider')
  })

  test('is not the beginning of a longer name, and a house has the street above its town', () => {
    const house = confirmed(
      'Merriton Chicago River North\n88 West Calloway Street\nChicago, IL 60654\n\nCheck-in: 1 May 2027\nCheck-out: 3 May 2027',
    )
    expect(from('Merriton Hotels <stay@merriton.example>', house)).toMatchObject({
      provider: 'Merriton Chicago River North',
      place: 'Merriton Chicago River North',
      address: '88 West Calloway Street, Chicago, IL 60654',
    })
  })

  test('is as much of its name as the letter says by itself', () => {
    const words = `${flight('London (LHR) 10:05 - Zurich (ZRH) 12:40')}\nYour team at Alpennacht`
    expect(from('Alpennacht Kundenservice <a@b.example>', words)).toMatchObject({ provider: 'Alpennacht' })
  })
})

describe('nothing is booked', () => {
  test('by a letter about a parcel', () => {
    expect(
      told(
        'Votre colis est confirmé. Livraison : référence 88120\nDépart : Lyon, mercredi 10 mars 2027 à 19h40\nArrivée : Paris (CDG), jeudi 11 mars 2027 à 05h10',
      ),
    ).toEqual([])
  })

  test('that was over when the letter was sent', () => {
    const text =
      'Hotel Anker\nYour stay (confirmation 83390021)\nArrival: 20 November 2026\nDeparture: 22 November 2026'
    expect(told(text, '2026-12-01T09:00:00Z')).toEqual([])
    expect(told(text, '2026-11-01T09:00:00Z')).toHaveLength(1)
  })
})
