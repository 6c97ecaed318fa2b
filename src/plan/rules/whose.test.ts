import { describe, expect, test } from 'vitest'
import { judge } from '../judge.ts'
import type { PlanItem } from '../plan.ts'
import { guest, instant, planOf, ruleOf, said, thing } from '../testing.ts'

const tue = '2026-11-24'
const on = (title: string, from: string, to: string, more = {}) => thing(title, `${tue} ${from}`, to, more)
const judged = (kind: string, params: unknown, items: PlanItem[], scope: object) =>
  judge(planOf(items), [ruleOf(kind, params, { scope })])

describe('a rule is about the executive’s time', () => {
  const mine = on('Mine', '18:00', '19:00')
  const theirs = on('Theirs', '18:00', '19:00', { owner: 'assistant' })
  const hours = { days: { TU: [['09:00', '17:00']] } }

  test('unless its scope says that it is about the assistant’s', () => {
    expect(judged('hours', hours, [mine, theirs], {}).map((f) => f.items)).toEqual([['Mine']])
    expect(judged('hours', hours, [mine, theirs], { owner: 'assistant' }).map((f) => f.items)).toEqual([['Theirs']])
  })

  test('and one person’s time never collides with another’s', () => {
    expect(judged('overlap', {}, [mine, theirs], {})).toEqual([])
    const also = on('Also theirs', '18:30', '19:30', { owner: 'assistant' })
    expect(judged('overlap', {}, [mine, theirs, also], { owner: 'assistant' })).toHaveLength(1)
  })

  test('and the assistant’s clocks stay at home while the executive is away', () => {
    const flight = thing('Flight', `${tue} 08:00`, `${tue} 19:30`, { endZone: 'Asia/Tokyo', kind: 'travel' })
    const scope = { owner: 'assistant' }
    expect(judged('hours', hours, [flight, on('Late', '16:00', '17:00', { owner: 'assistant' })], scope)).toEqual([])
  })
})

describe('one meeting in two calendars', () => {
  const open = on('Board', '10:00', '11:00', { calendar: 'a', label: 'open' })
  const copy = { ...open, calendar: 'b', label: 'private' as const, people: [guest('Camille')] }

  test('is one meeting: it does not collide with itself and is counted once', () => {
    expect(said('overlap', {}, [open, copy])).toEqual([])
    expect(said('day-limit', { meetings: 1 }, [open, copy])).toEqual([])
  })

  test('is told by the one that says more, with the stricter label', () => {
    const [finding] = judge(planOf([open, copy]), [ruleOf('has-place')])
    expect([finding?.items, finding?.label]).toEqual([['Board'], 'private'])
  })

  test('does not collide with an old copy of itself at another time', () => {
    const old = { ...on('Board', '10:30', '11:30', { calendar: 'b' }) }
    expect(said('overlap', {}, [open, old])).toEqual([])
  })

  test('is not two occurrences of one series: those may collide', () => {
    const first = { ...on('Sync', '10:00', '11:00'), key: 'u/1', uid: 'u', recurrenceId: `${tue}T10:00:00` }
    const second = { ...on('Sync', '10:30', '11:30'), key: 'u/2', uid: 'u', recurrenceId: `${tue}T10:30:00` }
    expect(said('overlap', {}, [first, second])).toHaveLength(1)
  })
})

describe('what is told of something private', () => {
  test('carries its label, whichever rule tells it', () => {
    const secret = on('Doctor', '17:30', '19:00', { label: 'private', place: 'Clinic' })
    const next = on('Call', '19:05', '20:00', { place: 'Office' })
    const rules = [
      ruleOf('hours', { days: {} }, { scope: { kinds: ['internal'] } }),
      ruleOf('buffer', { afterMinutes: 10 }),
      ruleOf('travel'),
      ruleOf('length', { minutes: 30 }),
      ruleOf('stretch', { minutes: 60, breakMinutes: 15 }),
      ruleOf('day-limit', { meetings: 1 }),
    ]
    const travelMinutes = { Clinic: { Office: 30 } }
    const findings = judge(planOf([secret, next], { travelMinutes }), rules)
    expect(new Set(findings.map((f) => f.kind)).size).toBe(rules.length)
    for (const finding of findings) if (finding.items.includes('Doctor')) expect(finding.label).toBe('private')
  })
})

describe('a journey', () => {
  test('begins at its place and ends elsewhere: a way leads to it, none from it', () => {
    const travelMinutes = { Office: { Euston: 25 }, Euston: { Mill: 90 } }
    const train = on('Train', '17:35', '19:30', { kind: 'travel', place: 'Euston' })
    const items = [
      on('Terms', '16:00', '17:30', { place: 'Office' }),
      train,
      on('Dinner', '19:45', '21:00', { place: 'Mill' }),
    ]
    expect(said('travel', {}, items, { travelMinutes })).toEqual([
      '“Terms” ends at 17:30 in London (Office); “Train” begins at 17:35 at Euston, 25 min away',
    ])
  })

  test('is told on the clocks of where it arrives', () => {
    const flight = thing('Flight', `${tue} 16:15`, `${tue} 19:00`, { endZone: 'Europe/Zurich', kind: 'travel' })
    const dinner = thing('Dinner', `${tue} 19:30`, '22:00', { zone: 'Europe/Zurich', place: 'Kronenhalle' })
    const hours = { days: { TU: [['08:00', '22:00']] } }
    expect(said('hours', hours, [flight, dinner])).toEqual([])
    const late = { days: { TU: [['08:00', '21:30']] } }
    expect(said('hours', late, [flight, dinner])).toEqual(['“Dinner”, 19:30–22:00, is 30 min outside the hours'])
  })

  test('west over the date line costs no hours, whatever the clocks say', () => {
    const flight = thing('Flight', `${tue} 22:00`, `${tue} 10:00`, { zone: 'Asia/Tokyo', endZone: 'Pacific/Honolulu' })
    const away = {
      whereabouts: [
        { from: instant('2026-01-01T00:00:00Z'), place: null, zone: 'Asia/Tokyo' },
        { from: flight.span.end, place: null, zone: 'Pacific/Honolulu' },
      ],
    }
    expect(said('hours', { days: {} }, [flight], away)).toEqual([])
    expect(said('protected', { days: ['TU'], from: '12:00', to: '13:00' }, [flight], away)).toEqual([])
  })
})
