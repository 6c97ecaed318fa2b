import { describe, expect, test } from 'vitest'
import type { EmergencyView } from '../../desk/travel/emergency/model.ts'
import { type Reader, readers } from '../../desk/travel/itinerary/lists/model.ts'
import type { ItineraryView } from '../../desk/travel/itinerary/model.ts'
import { readPage } from '../confirmations/page/page.ts'
import { readConfirmation } from '../confirmations/reader.ts'
import { mailOf } from '../confirmations/testing/files.ts'
import { entryFile, fileOf } from './calendar.ts'
import { itineraryPage } from './page.ts'
import { printedEmergency, printedItinerary } from './print.ts'

const asOf = 'Tue 24 Nov 2026, 14:02 (Europe/London)'
const end = (clock: string, zone: string, at: string, place: string) => ({
  ...{ at, on: '2026-12-01', clock, day: 'Tue 1 Dec 2026', zone, elsewhere: null },
  words: `Tue 1 Dec 2026, ${clock} (${zone})`,
  places: [place],
})
const flight = {
  ...{ id: '018f0000-0000-7000-8000-000000000001', kind: 'flight', kindName: 'Flight', title: 'XQ 345 LCY → ZRH' },
  ...{ version: 4, state: 'sure', stateName: 'Confirmed', on: '2026-12-01' },
  from: end('17:10', 'Europe/London', '2026-12-01T17:10:00+00:00[Europe/London]', 'London City (LCY)'),
  to: end('19:50', 'Europe/Zurich', '2026-12-01T19:50:00+01:00[Europe/Zurich]', 'Zurich (ZRH)'),
  facts: [{ name: 'Booking reference', words: 'K7Q2MD' }],
}
const view = (reader: Reader, shows: 'full' | 'dates' = 'full') =>
  ({
    ...{ for: reader, shows, title: 'Zurich', dates: 'Tue 1 Dec 2026', from: '2026-12-01', until: '2026-12-01' },
    ...{ travellers: ['Dana Okafor'], cities: ['Zurich'], purpose: '', needs: null, reach: null },
    ...{ off: false, keptBack: false, entries: [flight], asOf },
  }) as unknown as ItineraryView
const filed = (page: ItineraryView) => ({
  ...{ page, home: 'Europe/London' },
  at: Temporal.Instant.from('2026-11-24T14:02:00Z'),
})
const file = entryFile(filed(view('traveller')), flight.id) ?? ''

const read = (given: Uint8Array | string) =>
  readConfirmation({ bytes: typeof given === 'string' ? new TextEncoder().encode(given) : given, fileName: null })
const reason = 'and confirms nothing: drop in the booking itself'
const words = `This is an itinerary that Equerry gave out, as of ${asOf}, ${reason}`
const place = { base: '/i/token', query: '', emergency: false }

describe('what the desk gave out is no booking when it is dropped in', () => {
  test.each(readers)('as it is for the %s: its page, its paper, its calendar files', async (reader) => {
    const page = view(reader)
    const onDay = `This is an itinerary that Equerry gave out, as of Tue 24 Nov 2026, ${reason}`
    const all: [Uint8Array | string, string][] = [
      [`${await itineraryPage(page, place)}`, words],
      [new Uint8Array(printedItinerary(page)), words],
      [entryFile(filed(page), flight.id) ?? '', onDay],
      [fileOf(filed(page), flight.id) ?? '', onDay],
      [fileOf(filed(view(reader, 'dates')), flight.id) ?? '', onDay],
    ]
    for (const [given, own] of all) expect(await read(given)).toMatchObject({ proposals: [], own, remarks: [own] })
  })

  test('nor is the sheet for an emergency', async () => {
    const sheet = {
      ...{ title: 'Zurich', dates: 'Tue 1 Dec 2026', desk: { reach: null, hours: null, zone: 'Europe/London' } },
      ...{ kin: [], travellers: [], insurance: null, stays: [], embassies: [], asOf },
      bookings: [{ title: 'XQ 345', when: 'Tue 1 Dec 2026, 17:10', provider: 'Air', reference: 'K7Q2MD', phone: null }],
    } as unknown as EmergencyView
    const own = `This is a paper that Equerry printed, ${reason}`
    expect(await read(new Uint8Array(printedEmergency(sheet)))).toMatchObject({ proposals: [], own })
  })

  test('nor is an event of it that another calendar kept and wrote anew', async () => {
    const own = `This is an itinerary that Equerry gave out, ${reason}`
    expect(await read(file.replace(/^PRODID.*$/m, 'PRODID:-//Other//EN\r'))).toMatchObject({ proposals: [], own })
  })
})

describe('what was copied from it', () => {
  const copied = async () => readPage(`${await itineraryPage(view('traveller'), place)}`).text
  const quoted = async () => (await copied()).replace(/^/gm, '> ')
  const booking = `Thank you, your flight is booked. Booking reference PQT81N.
Flight XQ 77, Wednesday 2 December 2026
Zurich (ZRH) 09:10 - London City (LCY) 10:00`

  test('is none either, quoted and with its lines broken anew', async () => {
    expect(await read((await quoted()).replace('newest; what', 'newest;\n> what'))).toMatchObject({
      proposals: [],
      own: words,
    })
    const mail = mailOf([{ type: 'text/plain', body: `FYI\n\n${await copied()}` }])
    expect(await read(mail)).toMatchObject({ proposals: [], own: words })
  })

  test('leaves the booking that was written above it to be read', async () => {
    const reading = await read(`${booking}\n\n${await quoted()}`)
    expect(reading).not.toHaveProperty('own')
    expect(reading.remarks).toEqual([words])
    expect(reading.proposals.map(({ fields }) => [fields.number?.value, fields.confirmation?.value])).toEqual([
      ['XQ 77', 'PQT81N'],
    ])
  })

  test('leaves the booking it is enclosed with to be read', async () => {
    const calendar = { type: 'text/calendar', body: file, name: 'a.ics', attached: true }
    const reading = await read(mailOf([{ type: 'text/plain', body: booking }, calendar]))
    expect(reading.proposals.map(({ fields }) => fields.number?.value)).toEqual(['XQ 77'])
  })
})
