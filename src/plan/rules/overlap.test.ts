import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judge } from '../judge.ts'
import type { PlanItem } from '../plan.ts'
import { guest, instant, planOf, ruleOf, said, thing } from '../testing.ts'
import { overlaps } from '../time.ts'

const board = thing('Board', '2026-11-24 09:00', '10:30')

describe('two things at once', () => {
  test('are told with how long both are on', () => {
    expect(said('overlap', {}, [board, thing('Call', '2026-11-24 10:00', '11:00')])).toEqual([
      '“Board” is on until 10:30 and “Call” begins at 10:00 in London: 30 min at once',
    ])
  })

  test('are fine when one begins as the other ends', () => {
    expect(said('overlap', {}, [board, thing('Call', '2026-11-24 10:30', '11:00')])).toEqual([])
  })

  test.each<[string, Partial<PlanItem>]>([
    ['takes no time', { busy: false }],
    ['was cancelled', { cancelled: true }],
    ['is the assistant’s', { owner: 'assistant' }],
    ['is the same thing in another calendar', { key: 'Board' }],
  ])('are not two when one %s', (_why, more) => {
    const other = { ...thing('Call', '2026-11-24 10:00', '11:00'), ...more }
    expect(said('overlap', {}, [board, other])).toEqual([])
  })

  test('are never an all-day thing and a timed one', () => {
    const off = {
      ...thing('Fair', '2026-11-24 00:00', '2026-11-25 00:00'),
      allDay: { from: 0 as never, to: 1 as never },
    }
    expect(said('overlap', {}, [board, off])).toEqual([])
  })

  test('are judged by the time line, not by two clocks: 12:00 in Zurich is 11:00 in London', () => {
    const zurich = thing('Zurich call', '2026-11-24 11:30', '12:00', { zone: 'Europe/Zurich' })
    expect(said('overlap', {}, [thing('Lunch', '2026-11-24 11:00', '12:00'), zurich])).toEqual([])
    expect(said('overlap', {}, [thing('Early', '2026-11-24 10:30', '11:00'), zurich])).toHaveLength(1)
  })

  test('are told even where they share only seconds', () => {
    const call = thing('Call', '2026-11-24 10:29:40', '11:00')
    const [finding] = judge(planOf([board, call]), [ruleOf('overlap')])
    expect([finding?.badness, finding?.words.slice(-13)]).toEqual([1, '1 min at once'])
  })

  test('keep their finding when they move within the trouble, and get worse with it', () => {
    const find = (end: string) => judge(planOf([board, thing('Call', '2026-11-24 10:00', end)]), [ruleOf('overlap')])[0]
    expect(find('10:15')?.fingerprint).toBe(find('11:00')?.fingerprint)
    expect([find('10:15')?.badness, find('11:00')?.badness]).toEqual([15, 30])
  })

  test('carry the strictest label of the two', () => {
    const secret = thing('Doctor', '2026-11-24 10:00', '11:00', { label: 'private' })
    expect(judge(planOf([board, secret]), [ruleOf('overlap')])[0]?.label).toBe('private')
  })
})

describe('a flight that lands after what it leads to has begun', () => {
  const flight = thing('Flight', '2026-11-24 17:55', '2026-11-24 20:35', { endZone: 'Europe/Zurich' })
  const dinner = thing('Dinner', '2026-11-24 20:30', '22:00', {
    zone: 'Europe/Zurich',
    place: 'Seehof',
    people: [guest('Rosa')],
  })
  const home = thing('Home', '2026-11-25 14:30', '2026-11-25 15:10', {
    zone: 'Europe/Zurich',
    endZone: 'Europe/London',
  })
  const [found] = judge(planOf([flight, dinner, home], { at: instant('2026-11-24T06:00:00Z') }), [ruleOf('overlap')])

  test('is told by the clocks where it lands', () => {
    expect(found?.words).toBe('“Flight” is on until 20:35 and “Dinner” begins at 20:30 in Zurich: 5 min at once')
  })

  test('may move what is there only while the executive is there', () => {
    expect(found?.fixes.map((fix) => fix.words)).toEqual(['Ask for 20:35–22:05'])
  })
})

describe('a way out', () => {
  const plan = (call: Partial<PlanItem> = {}) =>
    judge(
      planOf(
        [
          board,
          { ...thing('Call', '2026-11-24 10:00', '11:00'), ...call },
          thing('Review', '2026-11-24 11:00', '11:45'),
        ],
        { at: instant('2026-11-24T06:00:00Z') },
      ),
      [ruleOf('overlap')],
    )[0]?.fixes

  test('is the next free time, which the desk moves where nobody else is invited', () => {
    expect(plan()?.[0]).toEqual({
      reach: 'desk',
      operation: 'event.move',
      input: {
        key: 'Call',
        when: {
          allDay: false,
          start: '2026-11-24T11:45:00',
          end: '2026-11-24T12:45:00',
          zone: 'Europe/London',
          endZone: 'Europe/London',
        },
      },
      words: 'Move “Call” to 11:45–12:45',
    })
  })

  test('asks those who are invited', () => {
    const fix = plan({ people: [guest('Camille')] })?.[0]
    expect(fix).toMatchObject({ reach: 'world', operation: 'finding.asked', words: 'Ask for 11:45–12:45' })
  })

  test('never moves a journey', () => {
    const keys = plan({ kind: 'travel' })?.map((fix) => fix.input.key)
    expect(keys).not.toContain('Call')
  })

  test('is not sought for what is past', () => {
    const past = judge(
      planOf([board, thing('Call', '2026-11-24 10:00', '11:00')], { at: instant('2026-11-25T06:00:00Z') }),
      [ruleOf('overlap')],
    )
    expect(past[0]?.fixes).toEqual([])
  })
})

test('every pair that shares time is found once, and no other', () => {
  const start = fc.integer({ min: 0, max: 500 })
  const length = fc.integer({ min: 1, max: 120 })
  const base = instant('2026-11-24T00:00:00Z')
  fc.assert(
    fc.property(fc.array(fc.tuple(start, length), { maxLength: 12 }), (spans) => {
      const items = spans.map(([s, l], i) =>
        thing(`t${i}`, '2026-11-24 00:00', '01:00', {
          span: { start: (base + s * 60_000) as never, end: (base + (s + l) * 60_000) as never },
        }),
      )
      const pairs = items.flatMap((a, i) => items.slice(i + 1).filter((b) => overlaps(a.span, b.span)))
      expect(judge(planOf(items), [ruleOf('overlap')])).toHaveLength(pairs.length)
    }),
  )
})
