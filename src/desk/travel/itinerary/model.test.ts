import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SegmentView } from '../model.ts'
import { amounts, chosenOnly, readers } from './lists/model.ts'
import { versionFor, wantedFor } from './model.ts'
import { anySegment, anyTrip, chosenBy, needed, tokens } from './testing.ts'

const asOf = 'Tue 24 Nov 2026, 14:02 (Europe/London)'
const open = { asOf, hidden: new Set<string>() }
const want = (more: object) => wantedFor.parse(more)

describe('a version of a trip', () => {
  test.each(readers)('for the %s has no value of a field that is not theirs', (reader) => {
    fc.assert(
      fc.property(anyTrip, (trip) => {
        const shown = versionFor(trip, want({ for: reader, segments: chosenBy(trip, reader) }), open)
        for (const of of tokens(shown)) expect(needed[reader]).toContain(of)
        const { entries, ...rest } = shown
        const said = JSON.stringify([rest, entries.map(({ id: _, ...entry }) => entry)]).replaceAll(
          /Q[A-Za-z]+\d+z/g,
          '',
        )
        expect(said).not.toMatch(/\d{7}|CHF|@/)
      }),
      { numRuns: 300 },
    )
  })

  test.each(readers)('with dates alone has nothing for the %s but dates and cities', (reader) => {
    fc.assert(
      fc.property(anyTrip, (trip) => {
        const chosen = {
          for: reader,
          shows: 'dates',
          segments: chosenBy(trip, reader),
          reach: 'Qreach1z',
          needs: 'Qneeds1z',
        }
        const shown = versionFor(trip, want(chosen), open)
        for (const of of tokens(shown)) expect(of).toBe('city')
        expect(shown.entries).toEqual([])
      }),
    )
  })

  test.each(readers)('that shows nothing has nothing at all for the %s', (reader) => {
    fc.assert(
      fc.property(anyTrip, (trip) => {
        const shown = versionFor(trip, want({ for: reader, shows: 'nothing', reach: 'Qreach1z' }), open)
        expect(tokens(shown).size).toBe(0)
        expect(shown).toMatchObject({ from: null, until: null, dates: null, entries: [] })
      }),
    )
  })

  test('has no word of a segment that is private', () => {
    fc.assert(
      fc.property(
        anyTrip,
        anySegment,
        fc.constantFrom(...readers),
        fc.constantFrom(...amounts),
        (trip, one, to, shows) => {
          const secret = JSON.parse(JSON.stringify(one).replaceAll(/Q([A-Za-z]+)\d+z/g, 'Qsecret1z')) as SegmentView
          const whole = { ...trip, segments: [...trip.segments, secret] }
          const chosen = chosenOnly.has(to) ? whole.segments.map(({ id }) => id) : []
          const shown = versionFor(whole, want({ for: to, shows, segments: chosen }), {
            asOf,
            hidden: new Set([one.id]),
          })
          expect(JSON.stringify(shown)).not.toContain('Qsecret')
          expect(JSON.stringify(shown)).not.toContain(one.id)
        },
      ),
    )
  })

  test('for a driver and a host is made of what was chosen for them alone', () => {
    fc.assert(
      fc.property(anyTrip, fc.constantFrom('driver', 'host'), (trip, to) => {
        const [first] = trip.segments
        const shown = versionFor(trip, want({ for: to, segments: first ? [first.id] : [] }), open)
        expect(shown.entries.every(({ id }) => id === first?.id)).toBe(true)
        expect(shown.cities).toEqual([])
      }),
    )
  })

  test('says every time with its weekday and its zone, and never guesses one', () => {
    fc.assert(
      fc.property(anyTrip, (trip) => {
        for (const { from, to } of versionFor(trip, want({ for: 'traveller' }), open).entries)
          for (const { words, clock, at } of [from, to]) {
            if (words === null) continue
            expect(words).toMatch(/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d{1,2} [A-Z][a-z]{2} \d{4}/)
            if (clock !== null) expect(words).toMatch(at === null ? /\(zone not known\)$/ : /\([A-Z][A-Za-z_/]+\)$/)
          }
      }),
    )
  })
})
