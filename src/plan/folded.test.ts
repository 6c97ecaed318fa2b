import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { folded, partsOf } from './folded.ts'
import { judge } from './judge.ts'
import { guest, planOf, ruleOf, thing } from './testing.ts'
import { end, flight, part, planFor, tripOf } from './trips/testing.ts'

const zurich = 'Europe/Zurich'
const out = flight('XQ 345', 'LCY', '2026-11-24 17:55', 'ZRH', '2026-11-24 20:35')
const rules = [
  { ...ruleOf('overlap'), weight: 'never' as const },
  ...['ride-fits', 'arrive-in-time', 'nothing-in-the-air', 'travel', 'buffer'].map((kind) =>
    ruleOf(kind, kind === 'buffer' ? { beforeMinutes: 15 } : {}),
  ),
]
const dinner = (from: string, more = {}) =>
  thing('Dinner', `2026-11-24 ${from}`, '23:00', { zone: zurich, kind: 'external', people: [guest('Harlan')], ...more })
const ride = (from: string, to: string, place = 'ZRH') =>
  part('ride', 'Car', end(place, `2026-11-24 ${from}`, zurich), end('Seehof', `2026-11-24 ${to}`, zurich), {
    dependsOn: [out.key],
  })

describe('one trouble of a trip', () => {
  const plan = planFor(tripOf('2026-11-24', '2026-11-25', [out]), [dinner('20:30')])
  const all = judge(plan, rules)

  test('is told once, by the rule about trips with a way out, as strictly as any rule says it', () => {
    expect(all.map(({ kind }) => kind).sort()).toEqual(['arrive-in-time', 'overlap'])
    const [one, ...others] = folded(all, plan)
    expect(others).toEqual([])
    expect(one).toMatchObject({ kind: 'arrive-in-time', weight: 'never', cost: 1000 })
    expect(one && partsOf(one).map(({ kind }) => kind)).toEqual(['arrive-in-time', 'overlap'])
  })

  test('is two where one rule has two things to say of the same things', () => {
    const wrong = planFor(tripOf('2026-11-24', '2026-11-25', [out, ride('20:05', '20:25', 'CDG')]))
    const told = folded(judge(wrong, rules), wrong)
    expect(told.map((one) => partsOf(one).map(({ kind }) => kind))).toContainEqual(['ride-fits', 'overlap'])
    expect(told.filter(({ kind }) => kind === 'ride-fits')).toHaveLength(2)
  })
})

test('a desk without trips is told everything as it was', () => {
  const plan = planOf([thing('Board', '2026-11-24 09:00', '10:30'), thing('Call', '2026-11-24 10:00', '11:00')])
  const all = judge(plan, rules)
  expect(all).toHaveLength(1)
  expect(folded(all, plan)).toBe(all)
})

test('nothing is lost or told twice, and the order stays', () => {
  const clock = (minute: number) =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  const minute = fc.integer({ min: 18 * 4, max: 22 * 4 }).map((quarter) => quarter * 15)
  fc.assert(
    fc.property(minute, minute, minute, (rides, dines, meets) => {
      const more = [dinner(clock(dines)), thing('Call', `2026-11-24 ${clock(meets)}`, '23:30')]
      const plan = planFor(tripOf('2026-11-24', '2026-11-25', [out, ride(clock(rides), clock(rides + 20))]), more)
      const all = judge(plan, rules)
      const told = folded(all, plan)
      expect(
        told
          .flatMap(partsOf)
          .map(({ fingerprint }) => fingerprint)
          .sort(),
      ).toEqual(all.map(({ fingerprint }) => fingerprint).sort())
      const places = told.map(({ fingerprint }) => all.findIndex((one) => one.fingerprint === fingerprint))
      expect(places).toEqual(places.toSorted((a, b) => a - b))
      for (const one of told)
        expect(['never', 'avoid', 'prefer'].indexOf(one.weight)).toBe(
          Math.min(...partsOf(one).map(({ weight }) => ['never', 'avoid', 'prefer'].indexOf(weight))),
        )
    }),
  )
})
