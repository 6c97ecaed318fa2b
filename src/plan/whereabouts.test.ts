import { describe, expect, test } from 'vitest'
import { planOf, thing } from './testing.ts'
import { dayFromText } from './text.ts'
import type { Day } from './time.ts'
import { standingAt, travels, zonesOn } from './whereabouts.ts'

const flight = (title: string, start: string, end: string, zone: string, endZone: string) =>
  thing(title, start, end, { zone, endZone, kind: 'travel' })
const out = flight('Out', '2026-11-24 16:15', '2026-11-24 19:00', 'Europe/London', 'Europe/Zurich')
const back = flight('Back', '2026-11-26 07:00', '2026-11-26 07:40', 'Europe/Zurich', 'Europe/London')
const plan = planOf([out, back])
const day = (text: string) => dayFromText(text) as Day

describe('where the executive is', () => {
  test('changes when a journey arrives, and again when it brings them home', () => {
    expect(plan.whereabouts.map(({ zone, place }) => [zone, place])).toEqual([
      ['Europe/London', 'Home'],
      ['Europe/Zurich', null],
      ['Europe/London', 'Home'],
    ])
    expect(standingAt(plan, out.span.start)?.zone).toBe('Europe/London')
    expect(standingAt(plan, out.span.end)?.zone).toBe('Europe/Zurich')
  })

  test('is not changed by an end that a program wrote in UTC, nor by a journey that takes none of their time', () => {
    expect(travels({ zone: 'Europe/London', endZone: 'UTC' })).toBe(false)
    expect(planOf([{ ...out, busy: false }]).whereabouts).toHaveLength(1)
    expect(planOf([{ ...out, owner: 'assistant' }]).whereabouts).toHaveLength(1)
  })

  test('gives a day the zones they pass through, in order', () => {
    expect(zonesOn(plan, day('2026-11-23'))).toEqual(['Europe/London'])
    expect(zonesOn(plan, day('2026-11-24'))).toEqual(['Europe/London', 'Europe/Zurich'])
    expect(zonesOn(plan, day('2026-11-25'))).toEqual(['Europe/Zurich'])
    expect(zonesOn(plan, day('2026-11-26'))).toEqual(['Europe/Zurich', 'Europe/London'])
  })
})
