import { describe, expect, test } from 'vitest'
import { airportOf } from '../../../desk/travel/airports/airports.ts'
import { readConfirmation } from '../read.ts'

const calendar = (lines: readonly string[], product = '-//Tripfolder//EN') =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${product}`,
    'BEGIN:VEVENT',
    'UID:1',
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n')
const told = async (...given: Parameters<typeof calendar>) => {
  const bytes = new TextEncoder().encode(calendar(...given))
  const { proposals } = await readConfirmation({ bytes, fileName: 'a.ics' }, { airportOf })
  return proposals.map(({ kind, action, fields }) => ({
    kind,
    action,
    ...Object.fromEntries(Object.entries(fields).map(([field, { value }]) => [field, value])),
  }))
}

describe('what some sender put into a calendar', () => {
  test('is a flight where codes or a number say so, on the clocks of its airports', async () => {
    const lines = [
      'DTSTART:20270520T063500Z',
      'DTEND:20270520T123000Z',
      'SUMMARY:✈ LIM → MIA • Flight XQ 12 • conf K0PWSD',
      'DESCRIPTION:Inca Norte Airlines XQ 12\\nLima (LIM) – Miami (MIA)\\nSeat 16C\\, Economy',
    ]
    expect(await told(lines)).toEqual([
      {
        kind: 'flight',
        action: 'booked',
        provider: 'Inca Norte Airlines',
        number: 'XQ 12',
        confirmation: 'K0PWSD',
        seat: '16C',
        cabin: 'Economy',
        from: 'Lima',
        fromAirport: 'LIM',
        fromZone: 'America/Lima',
        starts: '2027-05-20T01:35-05:00',
        to: 'Miami',
        toAirport: 'MIA',
        toZone: 'America/New_York',
        ends: '2027-05-20T08:30-04:00',
      },
    ])
  })

  test('is a train between the zones it is written in, whose firm keeps the calendar', async () => {
    const lines = [
      'DTSTART;TZID=Europe/Vienna:20270308T063000',
      'DTEND;TZID=Europe/Budapest:20270308T091900',
      'SUMMARY:Zug DS 61: Wien Hbf – Budapest-Keleti',
      'DESCRIPTION:Buchungsnummer 9981 2040\\nWagen 25 Sitzplatz 63',
    ]
    expect(await told(lines, '-//Donauschiene//Reiseplan//DE')).toEqual([
      expect.objectContaining({
        kind: 'train',
        provider: 'Donauschiene',
        number: 'DS 61',
        confirmation: '9981 2040',
        coach: '25',
        seat: '63',
        from: 'Wien Hbf',
        to: 'Budapest-Keleti',
        starts: '2027-03-08T06:30',
        fromZone: 'Europe/Vienna',
      }),
    ])
  })

  test('is a stay of whole days from the day one comes to the day one leaves', async () => {
    const lines = ['DTSTART;VALUE=DATE:20270327', 'DTEND;VALUE=DATE:20270330', 'SUMMARY:Stay at Hotel Seeblick']
    expect(await told(lines)).toEqual([
      expect.objectContaining({ kind: 'stay', place: 'Hotel Seeblick', starts: '2027-03-27', ends: '2027-03-30' }),
    ])
  })

  test.each([
    'Flight simulator review',
    'Train the new hosts',
    'Hotel brand workshop',
    'Supplier review – Q1',
    'Call re: bus depot',
    'Flight booking AB 12 discussion – Marketing',
    'CEO-CFO sync',
    '1:1 Anna → Ben',
    'Train to win',
  ])('is a meeting where its words say nothing plain: %s', async (title) => {
    const lines = [
      'DTSTART;TZID=Europe/Dublin:20270119T100000',
      'DTEND;TZID=Europe/Dublin:20270119T113000',
      `SUMMARY:${title}`,
    ]
    expect((await told(lines)).map(({ kind }) => kind)).toEqual(['meeting'])
  })

  test('says where it goes and leaves from in the way that calendars make of mails', async () => {
    const lines = [
      'DTSTART:20270312T133000Z',
      'DTEND:20270312T194500Z',
      'SUMMARY:Flight to Toronto (XQ 331)',
      'LOCATION:Reykjavik KEF',
    ]
    expect(await told(lines)).toEqual([
      expect.objectContaining({
        kind: 'flight',
        number: 'XQ 331',
        from: 'Reykjavik',
        fromAirport: 'KEF',
        to: 'Toronto',
      }),
    ])
  })

  test('each event is one of its own, however alike they are', async () => {
    const event = (uid: string, day: string, way: string) =>
      `UID:${uid}\r\nDTSTART;TZID=Europe/Paris:${day}T070400\r\nDTEND;TZID=Europe/Paris:${day}T090200\r\nSUMMARY:🚄 ${way}\r\nDESCRIPTION:Dossier : QWERTY`
    const lines = [
      event('1', '20270312', 'Paris → Lyon'),
      'END:VEVENT',
      'BEGIN:VEVENT',
      event('2', '20270313', 'Lyon → Paris'),
    ]
    expect((await told(lines)).map((each) => [each.kind, Reflect.get(each, 'from')])).toEqual([
      ['train', 'Paris'],
      ['train', 'Lyon'],
    ])
  })

  test('of some days is over on the last of them', async () => {
    const lines = ['DTSTART;VALUE=DATE:20270327', 'DTEND;VALUE=DATE:20270330', 'SUMMARY:Sales days']
    expect(await told(lines)).toEqual([expect.objectContaining({ kind: 'meeting', ends: '2027-03-29' })])
  })
})
