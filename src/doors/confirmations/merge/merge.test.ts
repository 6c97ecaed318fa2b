import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { airportOf } from '../../../desk/travel/airports/airports.ts'
import type { Field, Proposal } from '../../../desk/travel/reading/model.ts'
import { distinct, merged } from './merge.ts'
import { localised } from './times.ts'

const known = { airportOf }
type Values = Partial<Record<Field, string>>
const one = (
  by: 'data' | 'words',
  values: Values,
  kind: Proposal['kind'] = 'flight',
  action: Proposal['action'] = 'booked',
): Proposal => ({
  kind,
  action,
  fields: Object.fromEntries(
    Object.entries(values).map(([field, value]) => [
      field,
      { value, origin: by === 'data' ? { by, path: field, words: value } : { by, at: 0, words: value } },
    ]),
  ),
  doubts: [],
  missing: [],
})
const said = (proposals: readonly Proposal[]) =>
  proposals.map(({ fields }) => Object.fromEntries(Object.entries(fields).map(([field, { value }]) => [field, value])))
const both = (data: Values, text: Values, kind: Proposal['kind'] = 'flight') =>
  merged([one('data', data, kind)], [one('words', text, kind)], { apart: true, known })
const doubts = (proposals: readonly Proposal[]) =>
  proposals.flatMap((each) => each.doubts.map(({ field, values }) => [field, values.map(({ value }) => value)]))

describe('data and words of one source', () => {
  test('are one segment, and what both say points at the words', () => {
    const found = both(
      { number: 'XQ418', starts: '2027-01-08T10:45', seat: '9C' },
      { number: 'XQ 418', starts: '2027-01-08T10:45', cabin: 'Economy' },
    )
    expect(said(found)).toEqual([{ number: 'XQ 418', starts: '2027-01-08T10:45', seat: '9C', cabin: 'Economy' }])
    expect(found[0]?.fields.starts?.origin.by).toBe('words')
  })

  test('where they contradict each other, neither is chosen and both are told', () => {
    const found = both(
      { number: 'CQ521', starts: '2027-05-14T11:20', seat: '9C', cost: '100' },
      { number: 'CQ 521', starts: '2027-05-14T12:50', seat: '9D', cost: '100.00' },
    )
    expect(doubts(found)).toEqual([
      ['seat', ['9C', '9D']],
      ['starts', ['2027-05-14T11:20', '2027-05-14T12:50']],
    ])
    expect(said(found)).toEqual([{ number: 'CQ 521', cost: '100' }])
    expect(found[0]?.doubts[1]?.why).toBe(
      'What is shown and what is in the data behind it differ on when it begins: 2027-05-14T11:20 and 2027-05-14T12:50',
    )
  })

  test('the only two of a kind are the same though their numbers are not', () => {
    expect(doubts(both({ number: 'XQ 418', fromAirport: 'DEN' }, { number: 'XQ 481', fromAirport: 'DEN' }))).toEqual([
      ['number', ['XQ 418', 'XQ 481']],
    ])
  })

  test('a time in UTC is the same as the clock of its airport, also where its Z is not meant', () => {
    const zoned = both(
      { number: 'BQ1', toAirport: 'YYZ', ends: '2027-03-12T19:45Z' },
      { number: 'BQ1', toAirport: 'YYZ', ends: '2027-03-12T14:45' },
    )
    expect([doubts(zoned), zoned[0]?.fields.ends?.value]).toEqual([[], '2027-03-12T14:45-05:00'])
    const face = both(
      { number: 'BQ1', toAirport: 'YYZ', ends: '2027-03-12T14:45Z' },
      { number: 'BQ1', toAirport: 'YYZ', ends: '2027-03-12T14:45' },
    )
    expect([doubts(face), face[0]?.fields.ends?.value]).toEqual([[], '2027-03-12T14:45'])
    const alone = localised(one('data', { toAirport: 'YYZ', ends: '2027-03-12T19:45Z' }), known)
    expect(alone.fields.ends?.value).toBe('2027-03-12T14:45-05:00')
  })

  test('a date and the hour of it are no contradiction, nor are a place and more of its name', () => {
    expect(
      said(
        both(
          { place: 'Hotel Seeblick', starts: '2026-12-03' },
          { place: 'Hotel Seeblick Meersburg', starts: '2026-12-03T15:00' },
          'stay',
        ),
      ),
    ).toEqual([{ place: 'Hotel Seeblick Meersburg', starts: '2026-12-03T15:00' }])
    expect(doubts(both({ place: 'Hotel Seeblick' }, { place: 'Gasthof Adler' }, 'stay'))).toEqual([
      ['place', ['Hotel Seeblick', 'Gasthof Adler']],
    ])
  })

  test('flights out and back stay two, and what only one source has stays where it stood', () => {
    const out = { number: 'QJ 712', fromAirport: 'LHR', toAirport: 'ZRH', starts: '2026-11-24T17:55' }
    const back = { number: 'QJ 719', fromAirport: 'ZRH', toAirport: 'LHR', starts: '2026-11-29T08:05' }
    const stay = { place: 'Hotel', starts: '2026-11-24' }
    const found = merged(
      [one('data', out), one('data', stay, 'stay'), one('data', back)],
      [one('words', out), one('words', back)],
      { apart: true, known },
    )
    expect(found.map(({ kind, fields }) => fields.number?.value ?? kind)).toEqual(['QJ 712', 'stay', 'QJ 719'])
  })

  test('two travellers on one flight are one segment, and the first is named', () => {
    const flight = { number: 'QJ 712', starts: '2026-11-24T17:55', confirmation: 'HK7Q2M' }
    const found = distinct(
      [one('data', { ...flight, name: 'Helen', seat: '1A' }), one('data', { ...flight, name: 'Peter', seat: '1B' })],
      { apart: false, known },
    )
    expect([said(found), doubts(found)]).toEqual([[{ ...flight, name: 'Helen', seat: '1A' }], []])
  })

  test('what is changed holds against what was booked in a mail below it', () => {
    const found = merged(
      [one('words', { number: 'QJ 712', starts: '2026-11-24T18:55' }, 'flight', 'changed')],
      [one('words', { number: 'QJ 712', starts: '2026-11-24T17:55' })],
      { apart: true, known },
    )
    expect([found[0]?.action, said(found), doubts(found)]).toEqual([
      'changed',
      [{ number: 'QJ 712', starts: '2026-11-24T18:55' }],
      [],
    ])
  })

  test('nothing is told that neither says, and what both say alike is told', () => {
    const value = fc.record(
      {
        number: fc.constantFrom('QJ 712', 'QJ0712', 'XQ 1'),
        fromAirport: fc.constantFrom('LHR', 'DEN'),
        starts: fc.constantFrom('2026-11-24', '2026-11-24T17:55', '2026-11-24T18:55'),
        seat: fc.constantFrom('1A', '1B'),
        confirmation: fc.constantFrom('HK7Q2M', 'ZZZZZZ'),
      },
      { requiredKeys: [] },
    )
    const list = (by: 'data' | 'words') =>
      fc.array(
        value.map((values) => one(by, values as Values)),
        { maxLength: 4 },
      )
    fc.assert(
      fc.property(list('data'), list('words'), (data, text) => {
        const given = new Set(
          [...data, ...text].flatMap(({ fields }) =>
            Object.entries(fields).map(([field, each]) => `${field} ${each.value}`),
          ),
        )
        const found = merged(distinct(data, { apart: false, known }), text, { apart: true, known })
        for (const { fields, doubts: told } of found) {
          for (const [field, each] of Object.entries(fields)) expect(given.has(`${field} ${each.value}`)).toBe(true)
          for (const { field, values } of told) {
            expect(fields[field]).toBeUndefined()
            expect(new Set(values.map((each) => each.value)).size).toBeGreaterThan(1)
          }
        }
        expect(found.length).toBeLessThanOrEqual(data.length + text.length)
      }),
    )
    fc.assert(
      fc.property(value, (values) => {
        const found = both(values as Values, values as Values)
        expect([said(found), doubts(found)]).toEqual([[values], []])
      }),
    )
  })
})
