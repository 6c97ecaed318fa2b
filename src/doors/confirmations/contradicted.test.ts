import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { airportOf } from '../../desk/travel/airports/airports.ts'
import type { Field, Proposal } from '../../desk/travel/reading/model.ts'
import { carrying } from '../../plan/segment.ts'
import { zoneOf } from '../../plan/zone.ts'
import { readConfirmation } from './read.ts'
import type { Expected } from './testing/expected.ts'
import { isSaid } from './testing/said.ts'
import { type Sample, samplesIn } from './testing/samples.ts'
import { instantOf, instantsOf, written } from './times.ts'

let samples: Sample[] = []
beforeAll(async () => {
  const all = await samplesIn(join(import.meta.dirname, 'samples', 'first'))
  samples = all.filter(
    ({ form, segments }) => ['txt', 'html', 'ics', 'pkpass', 'eml'].includes(form) && segments.length > 0,
  )
})

const read = (words: string, fileName: string) =>
  readConfirmation({ bytes: new TextEncoder().encode(words), fileName }, { airportOf })

type Change = { readonly how: 'drop' | 'double' | 'swap'; readonly one: number; readonly other: number }

/** The words of the fields of a sample as they stand in it. */
function wordsIn(source: string, segments: readonly Expected[]): string[] {
  const values = segments.flatMap(({ fields }) => Object.values(fields))
  const clocks = values.flatMap((value) => /T(\d\d:\d\d)/.exec(value)?.[1] ?? [])
  return [...new Set([...values, ...clocks])].filter((words) => words.length > 1 && source.includes(words))
}

/** A sample whose fields are dropped, told twice, or each told for the other. */
function changed(source: string, segments: readonly Expected[], changes: readonly Change[]): string {
  let text = source
  for (const { how, one, other } of changes) {
    const words = wordsIn(text, segments)
    const [a, b] = [words[one % words.length] ?? '', words[other % words.length] ?? '']
    if (a === '' || b === '') continue
    if (how === 'drop') text = text.replaceAll(a, '')
    if (how === 'double') text = text.replace(a, () => `${a} ${b}`)
    if (how === 'swap')
      text = text
        .replaceAll(a, '\u0000')
        .replaceAll(b, () => a)
        .replaceAll('\u0000', () => b)
  }
  return text
}

const zoneAt = ({ fields }: Proposal, field: 'fromZone' | 'toZone') => {
  const name = fields[field]?.value
  return name === undefined ? null : zoneOf(name)
}

/** What no segment may tell for sure, whatever was read. */
function holdsTogether(proposal: Proposal) {
  const { fields, doubts, kind } = proposal
  for (const { field } of doubts) expect(fields[field], `${field} is doubted and told`).toBeUndefined()
  for (const { values } of doubts) expect(values.length).toBeGreaterThan(0)
  for (const [code, zone] of [['fromAirport', 'fromZone'] as const, ['toAirport', 'toZone'] as const]) {
    const airport = fields[code] && airportOf(fields[code].value)
    if (fields[code]) expect(airport, `${fields[code].value} is no airport`).not.toBeNull()
    if (airport && fields[zone]) expect(fields[zone].value).toBe(airport.zone)
  }
  if (carrying.has(kind) && kind !== 'car' && fields.fromAirport)
    expect(fields.fromAirport.value).not.toBe(fields.toAirport?.value)
  const [from, to] = [fields.starts && written(fields.starts.value), fields.ends && written(fields.ends.value)]
  const [departs, arrives] = [zoneAt(proposal, 'fromZone'), zoneAt(proposal, 'toZone')]
  if (from?.exact && departs && from.offset === null) expect(instantsOf(from.wall, departs)).toHaveLength(1)
  const [begins, ends] = [from && instantOf(from, departs), to && instantOf(to, arrives)]
  if (begins != null && ends != null) expect(ends, 'it ends before it begins').toBeGreaterThanOrEqual(begins)
}

const change = fc.record({ how: fc.constantFrom('drop', 'double', 'swap' as const), one: fc.nat(), other: fc.nat() })

describe('whatever becomes of the fields of a confirmation', () => {
  test('dropped, told twice or for each other, nothing is told that it does not say, and nothing that contradicts the world', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.array(change, { minLength: 1, maxLength: 4 }), async (which, changes) => {
        const { given, segments, form } = samples[which % samples.length] as Sample
        const source = new TextDecoder('utf-8').decode(given.bytes)
        const bytes = form === 'pkpass' ? given.bytes : new TextEncoder().encode(changed(source, segments, changes))
        const { text, proposals } = await readConfirmation({ ...given, bytes }, { airportOf })
        for (const proposal of proposals) {
          holdsTogether(proposal)
          for (const [field, value] of Object.entries(proposal.fields)) {
            const { origin } = value
            if (origin.by === 'words') expect(text.slice(origin.at, origin.at + origin.words.length)).toBe(origin.words)
            expect(isSaid(field as Field, value), `${field}: ${value.value}`).toBe(true)
          }
        }
      }),
      { numRuns: 300 },
    )
  })
})

const two = (n: number) => `${n}`.padStart(2, '0')
const clock = fc
  .tuple(fc.integer({ min: 5, max: 11 }), fc.integer({ min: 0, max: 59 }))
  .map(([h, m]) => `${two(h)}:${two(m)}`)
const later = fc
  .tuple(fc.integer({ min: 14, max: 22 }), fc.integer({ min: 0, max: 59 }))
  .map(([h, m]) => `${two(h)}:${two(m)}`)
const code = fc.constantFrom('LIS', 'ZRH', 'GVA', 'LHR', 'CDG', 'VIE')

const flight = (from: string, to: string, starts: string, ends: string) => ({
  '@type': 'FlightReservation',
  reservationNumber: 'PQT81N',
  reservationFor: {
    '@type': 'Flight',
    flightNumber: 'XQ418',
    departureAirport: { iataCode: from },
    arrivalAirport: { iataCode: to },
    departureTime: starts,
    arrivalTime: ends,
  },
})
const page = (data: unknown, body: string) =>
  `<html><head><script type="application/ld+json">${JSON.stringify(data)}</script></head><body>${body}</body></html>`
const fieldsOf = (proposals: readonly Proposal[]) => proposals.flatMap(({ fields }) => Object.keys(fields))
const doubtsOf = (proposals: readonly Proposal[]) => proposals.flatMap(({ doubts }) => doubts.map(({ field }) => field))

describe('values that contradict each other are marked, and none is chosen', () => {
  test('an arrival before the departure', async () => {
    await fc.assert(
      fc.asyncProperty(clock, later, async (early, late) => {
        const data = flight('ZRH', 'VIE', `2027-03-05T${late}`, `2027-03-05T${early}`)
        const { proposals } = await read(page(data, '<p>Your flight is booked: PQT81N</p>'), 'a.html')
        expect(doubtsOf(proposals)).toContain('ends')
        expect(fieldsOf(proposals)).not.toContain('ends')
      }),
      { numRuns: 30 },
    )
  })

  test('a departure that is shown otherwise than it stands in the data', async () => {
    await fc.assert(
      fc.asyncProperty(clock, clock, later, async (shown, hidden, until) => {
        fc.pre(shown !== hidden)
        const data = flight('ZRH', 'VIE', `2027-03-05T${hidden}`, `2027-03-05T${until}`)
        const body = `<p>Your flight is booked. Booking reference: PQT81N</p><p>Flight XQ 418</p><p>5 March 2027</p><p>Departs: ${shown} Zurich (ZRH)</p><p>Arrives: ${until} Vienna (VIE)</p>`
        const { proposals } = await read(page(data, body), 'a.html')
        expect(doubtsOf(proposals)).toEqual(['starts'])
        expect(proposals[0]?.doubts[0]?.values.map(({ value }) => value.slice(11)).sort()).toEqual(
          [shown, hidden].sort(),
        )
      }),
      { numRuns: 30 },
    )
  })

  test('a place that is not on the route', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(code, { minLength: 4, maxLength: 4 }), clock, async ([a, b, c, d], at) => {
        const name = (iata = '') => ({ name: `${airportOf(iata)?.city}`, iataCode: iata })
        const leg = (
          from: string | undefined,
          to: string | undefined,
          starts: string,
          ends: string,
          number: string,
        ) => {
          const { reservationFor, ...rest } = flight('', '', starts, ends)
          const ends2 = { departureAirport: name(from), arrivalAirport: name(to), flightNumber: number }
          return { ...rest, reservationFor: { ...reservationFor, ...ends2 } }
        }
        const legs = [
          leg(a, b, `2027-03-05T${at}`, '2027-03-05T13:00', 'XQ1'),
          leg(c, d, '2027-03-05T15:00', '2027-03-05T18:40', 'XQ2'),
        ]
        const { proposals } = await read(page(legs, '<p>Booked: PQT81N</p>'), 'a.html')
        expect(proposals.map(({ doubts }) => doubts.map(({ field }) => field))).toEqual([['to'], ['from']])
      }),
      { numRuns: 20 },
    )
  })
})
