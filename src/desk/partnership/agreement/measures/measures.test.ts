import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parts, sides } from '../model.ts'
import {
  agoWords,
  type Fact,
  measureOf,
  measures,
  monthsTo,
  renewed,
  soWords,
  type Tally,
  tallied,
  tallyWords,
  totalled,
  waitWords,
  wholeMonths,
} from './model.ts'

const now = Temporal.ZonedDateTime.from('2026-03-31T23:30:00+02:00[Europe/Berlin]')

describe('months', () => {
  test('are the last twelve by the clock of the desk, this one the last', () => {
    const { names, bounds } = monthsTo(now)
    expect(names[0]).toBe('2025-04')
    expect(names.at(-1)).toBe('2026-03')
    expect(bounds).toHaveLength(13)
    expect(bounds.at(-1)).toBe(Temporal.Instant.from('2026-03-31T22:00:00Z').epochMilliseconds)
  })

  test('follow each other without a gap in any zone at any time', () => {
    const zone = fc.constantFrom('UTC', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Apia', 'Africa/Cairo')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3e12 }), zone, (ms, zoneId) => {
        const at = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zoneId)
        const { names, bounds } = monthsTo(at)
        expect(new Set(names).size).toBe(12)
        expect([...bounds].sort((a, b) => a - b)).toEqual(bounds)
        expect(ms >= (bounds[11] ?? 0) && ms < (bounds[12] ?? 0)).toBe(true)
      }),
    )
  })
})

describe('a number', () => {
  const months = monthsTo(now)
  const [from = 0, to = 0] = [months.bounds[0], months.bounds.at(-1)]
  const fact = fc.record({
    at: fc.integer({ min: from, max: to - 1 }),
    entry: fc.uuid(),
    side: fc.constantFrom(...sides),
    good: fc.boolean(),
  })

  test('is that of its months together, whatever happened', () => {
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 60 }), (facts) => {
        const tallies = tallied('boundaries', facts, ({ good }: Fact) => good === true, months)
        for (const side of sides) {
          const view = measureOf('boundaries', side, { tallies, months, why: null, now })
          const mine = facts.filter((one) => one.side === side)
          expect(view.count).toBe(mine.length)
          expect(view.months.reduce((sum, { count }) => sum + count, 0)).toBe(mine.length)
          expect(view.words === null).toBe(mine.length === 0)
          for (const { count, words, share } of view.months) {
            expect(words === null).toBe(count === 0)
            expect(share === null || (share >= 0 && share <= 1)).toBe(true)
          }
        }
      }),
    )
  })

  test('is the same whether everything is counted again, or only the months that something was written to', () => {
    const isSo = ({ good }: Fact) => good === true
    const countedIn = (facts: readonly Fact[], span: { from: number; to: number }) => {
      const asks = facts.filter(({ at }) => at >= span.from && at < span.to)
      return { tallies: tallied('picture', asks, isSo, months).filter(({ month }) => month !== null), asks }
    }
    const sorted = (tallies: readonly Tally[]) =>
      tallies.map(({ side, month, count, good }) => JSON.stringify([side, month, count, good])).sort()
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 40 }), fc.array(fact, { minLength: 1, maxLength: 5 }), (old, written) => {
        const ats = written.map(({ at }) => at)
        const span = wholeMonths({ from: Math.min(...ats), to: Math.max(...ats) + 1 }, months)
        if (!span) throw new Error('it lies in these months')
        const all = [...old, ...written]
        const again = renewed(countedIn(old, { from, to }), countedIn(all, span), span, months)
        const whole = countedIn(all, { from, to })
        expect(sorted(again.tallies)).toEqual(sorted(whole.tallies))
        expect(sorted(totalled(again.tallies))).toEqual(
          sorted(tallied('picture', all, isSo, months).filter(({ month }) => month === null)),
        )
        expect(again.asks).toHaveLength(all.length)
      }),
    )
  })

  test('of nothing is no number, for any part', () => {
    for (const part of parts)
      for (const side of sides) {
        const view = measureOf(part, side, { tallies: [], months, why: null, now })
        expect(view.words).toBe(null)
        expect(view.why).toMatch(/^[A-Z].*\.$/)
        expect(view.months.every(({ share }) => share === null)).toBe(true)
      }
    expect(tallyWords('median', undefined)).toBe(null)
  })

  test('of the newest says how many days ago by the clock of the desk', () => {
    const ago = (text: string) => agoWords(Temporal.Instant.from(text).epochMilliseconds, now)
    expect(ago('2026-03-31T21:29:00Z')).toBe('today')
    expect(ago('2026-03-30T21:59:00Z')).toBe('yesterday')
    expect(agoWords(now.epochMilliseconds - 0.25, now)).toBe('today')
    expect(ago('2026-03-19T12:00:00Z')).toBe('12 days ago')
  })

  test('of several things in one entry says how many of them were so', () => {
    const { executive: asked } = measures.communication
    expect(soWords(asked, [true])).toBe('with both')
    expect(soWords(asked, [true, false, true])).toBe('2 with both, 1 without one of them')
    expect(soWords(asked, [false, false])).toBe('2 without one of them')
    expect(soWords(asked, [null])).toBe(null)
    expect(soWords(measures.growth.executive, [null])).toBe(null)
    expect(soWords(measures.growth.executive, [null, null])).toBe('counted 2 times')
  })

  test('says how long as people do', () => {
    expect([0.4, 45, 200, 1440, 3000].map(waitWords)).toEqual([
      'under a minute',
      '45 min',
      '3 h 20 min',
      '1 d',
      '2 d 2 h',
    ])
  })
})
