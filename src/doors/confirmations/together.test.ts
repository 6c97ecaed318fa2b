import { describe, expect, test } from 'vitest'
import { airportOf } from '../../desk/travel/airports/airports.ts'
import type { Reading } from '../../desk/travel/reading/model.ts'
import { readConfirmation } from './read.ts'

const bytesOf = (words: string) => new TextEncoder().encode(words)
const read = (bytes: Uint8Array | string, fileName = '') =>
  readConfirmation({ bytes: typeof bytes === 'string' ? bytesOf(bytes) : bytes, fileName }, { airportOf })

const flight = (more: Record<string, unknown> = {}) => ({
  '@type': 'FlightReservation',
  reservationNumber: 'PQT81N',
  reservationFor: {
    '@type': 'Flight',
    flightNumber: 'XQ418',
    departureAirport: { iataCode: 'DEN', name: 'Denver International' },
    arrivalAirport: { iataCode: 'PHX', name: 'Phoenix' },
    departureTime: '2027-01-08T10:45',
    arrivalTime: '2027-01-08T12:40',
    ...more,
  },
})
const page = (data: unknown, body = '<p>Your flight XQ 418 is booked. Reference PQT81N.</p>') =>
  `<html><head><script type="application/ld+json">${JSON.stringify(data)}</script></head><body>${body}</body></html>`

const holds = ({ text, proposals }: Reading) => {
  for (const { fields, doubts } of proposals)
    for (const { origin } of [...Object.values(fields), ...doubts.flatMap(({ values }) => values)])
      if (origin.by === 'words') expect(text.slice(origin.at, origin.at + origin.words.length)).toBe(origin.words)
}

describe('what data says and what is seen', () => {
  test('times that data tells point at the clock that is seen, where the day is seen as well', async () => {
    const body = '<p>Your flight XQ 418 is booked. Reference PQT81N.</p><p>8 January 2027</p><p>Leaves at 10:45 am</p>'
    const reading = await read(page(flight(), body))
    const { starts, ends } = reading.proposals[0]?.fields ?? {}
    expect(starts).toMatchObject({ value: '2027-01-08T10:45', origin: { by: 'words', words: '10:45 am' } })
    expect(ends?.origin.by).toBe('data')
    holds(reading)
    const undated = await read(page(flight(), body.replace('8 January 2027', 'Soon')))
    expect(undated.proposals[0]?.fields.starts?.origin.by).toBe('data')
  })

  test('words of a page that data tells otherwise were read for something else', async () => {
    const body =
      '<p>Your flight XQ 418 is booked. Reference PQT81N.</p><p>Denver International to Phoenix</p><p>Fri 8 January 2027, 10:45</p>'
    const [proposal] = (await read(page(flight({ departureAirport: { name: 'Denver International' } }), body)))
      .proposals
    expect(proposal?.fields.from?.value).toBe('Denver International')
    expect(proposal?.doubts).toEqual([])
  })

  test('what is struck out is what is off, where a letter says so', async () => {
    const legs = 'Flight XQ 12 Lisbon (LIS) to Miami (MIA)<br>24 Nov 2026<br>Departs 17:55<br>Arrives 22:10'
    const off = await read(
      `<html><body><p>Your booking is cancelled. Reference ABC123</p><p><s>${legs}</s></p></body></html>`,
    )
    expect(off.proposals.map(({ action, fields }) => [action, fields.starts?.value])).toEqual([
      ['cancelled', '2026-11-24T17:55'],
    ])
    const booked = await read(
      `<html><body><p>Your booking is confirmed. Reference ABC123</p><p><s>${legs}</s></p></body></html>`,
    )
    expect(booked.proposals.filter(({ fields }) => fields.starts)).toEqual([])
  })
})
