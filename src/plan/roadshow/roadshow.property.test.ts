import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day } from './day.ts'
import { groundOf, reachOf } from './ground.ts'
import { improved } from './improve.ts'
import { byLabels } from './labels.ts'
import { isBetter } from './order.ts'
import { dayFrom } from './problem.ts'
import { solve } from './solve.ts'
import { everySubset } from './subsets.ts'
import {
  bestByHand,
  canVisit,
  clock,
  endsOf,
  minutesAt,
  ordersOf,
  type ProblemGiven,
  someDay,
  someProblem,
  worthOf,
} from './testing.ts'

const ordered = (problem: ProblemGiven, ids: readonly string[]) =>
  ids.map((id) => problem.stops.find((stop) => stop.id === id) ?? expect.fail(`no stop ${id}`))

/** The same things, given in another order. */
const reversed = (problem: ProblemGiven): ProblemGiven => ({
  ...problem,
  stops: problem.stops.map((stop) => ({ ...stop, open: [...stop.open].reverse() })).reverse(),
  travelMinutes: Object.fromEntries(Object.entries(problem.travelMinutes).reverse()),
})

describe('a roadshow', () => {
  test('is worth most and ends earliest of all orders, or cannot be', () => {
    fc.assert(
      fc.property(someProblem, (problem) => {
        const answer = solve(problem)
        const best = bestByHand(problem)
        if (!('visits' in answer)) {
          expect([Object.keys(answer), best]).toEqual([['impossible'], null])
          return
        }
        const ends = answer.visits.at(-1)?.end ?? problem.start.at
        expect({ value: answer.value, end: minutesAt(ends) }).toEqual(best)
        expect(answer.optimal).toBe(true)
      }),
      { numRuns: 1500 },
    )
  })

  test('can be driven and visited as it says, to the minute', () => {
    fc.assert(
      fc.property(someProblem, (problem) => {
        const answer = solve(problem)
        if (!('visits' in answer)) return
        let [place, leave] = [problem.start.place, minutesAt(problem.start.at)]
        const stops = ordered(
          problem,
          answer.visits.map(({ id }) => id),
        )
        const ends = endsOf(problem, stops)
        for (const [n, visit] of answer.visits.entries()) {
          const stop = stops[n] ?? expect.fail()
          const way = place === stop.place ? 0 : (problem.travelMinutes[place]?.[stop.place] ?? Number.NaN)
          const [start, end] = [minutesAt(visit.start), minutesAt(visit.end)]
          expect([minutesAt(visit.leave), minutesAt(visit.arrive)]).toEqual([leave, leave + way])
          expect([end - start, end, start >= leave + way]).toEqual([stop.minutes, ends?.[n], true])
          expect(stop.open.some(([from, to]) => minutesAt(from) <= start && end <= minutesAt(to))).toBe(true)
          ;[place, leave] = [stop.place, end]
        }
        expect(answer.value).toBe(worthOf(stops))
      }),
      { numRuns: 500 },
    )
  })

  test('says of every stop that is left out why, and it is so', () => {
    fc.assert(
      fc.property(someProblem, (problem) => {
        const answer = solve(problem)
        if (!('visits' in answer)) return
        const orders = ordersOf(problem)
        const wide = ordersOf({ ...problem, stops: problem.stops.filter(isOpenIn(problem)).map(alwaysOpen) })
        expect([...answer.visits, ...answer.left].map(({ id }) => id).sort()).toEqual(problem.stops.map(({ id }) => id))
        for (const { id, why } of answer.left) {
          const [stop] = ordered(problem, [id])
          const isOpen = stop !== undefined && isOpenIn(problem)(stop)
          const [hasWay, isInTime] = [canVisit(wide, [id]), canVisit(orders, [id])]
          expect(why).toBe(!isOpen ? 'closed' : !hasWay ? 'no-way' : !isInTime ? 'too-far' : 'not-worth-it')
        }
      }),
      { numRuns: 500 },
    )
  })

  test('names the fewest required stops that no day visits together', () => {
    const hard = someProblem.map((problem) => ({
      ...problem,
      stops: problem.stops.map((stop, n) => ({ ...stop, required: n % 3 < 2 })),
    }))
    fc.assert(
      fc.property(hard, (problem) => {
        const answer = solve(problem)
        if (!('impossible' in answer)) return
        const ids = answer.impossible.because.map(({ id }) => id)
        const orders = ordersOf(problem)
        expect(canVisit(orders, ids)).toBe(false)
        for (const id of ids)
          expect(
            canVisit(
              orders,
              ids.filter((other) => other !== id),
            ),
          ).toBe(true)
        const required = problem.stops.flatMap(({ id, required }) => (required ? [id] : []))
        for (const id of required) if (ids.length > 1) expect(canVisit(orders, [id])).toBe(true)
        if (ids.length > 2)
          for (const a of required) for (const b of required) expect(canVisit(orders, [a, b])).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('is the same, to the word, whatever order everything is given in', () => {
    fc.assert(
      fc.property(someProblem, (problem) => {
        expect(solve(reversed(problem))).toEqual(solve(problem))
      }),
      { numRuns: 300 },
    )
  })

  test('is the same by sets and by labels, to the order of visits, whatever day is known before', () => {
    fc.assert(
      fc.property(someDay(9), (problem) => {
        const { day } = dayFrom(problem)
        const { stops, why } = withWhy(day)
        const ground = groundOf(
          day,
          stops.filter((_, i) => why[i] === null),
        )
        const required = ground.stops.flatMap(({ required }, i) => (required ? [i] : []))
        const set = required.reduce((all, i) => all | (1 << i), 0)
        const search = { required, only: false, known: null, any: false, isOver: () => false }
        const sets = everySubset(ground, set, null, search.isOver)
        const narrow = byLabels(ground, { ...search, width: 3 }).best
        const known = narrow && improved(ground, narrow, required, search.isOver)
        expect(byLabels(ground, { ...search, width: 10_000 })).toEqual({ best: sets.best, isWhole: true })
        expect(byLabels(ground, { ...search, width: 10_000, known }).best).toEqual(sets.best)
        expect(everySubset(ground, set, known, search.isOver).best).toEqual(sets.best)
        if (known && sets.best) {
          expect(isBetter(known, sets.best)).toBe(false)
          expect(required.every((stop) => known.visits.includes(stop))).toBe(true)
        }
      }),
      { numRuns: 400 },
    )
  })
})

const withWhy = (day: Day) => {
  const whole = groundOf(day, day.stops)
  return { stops: whole.stops, why: reachOf(whole).why }
}

const isOpenIn =
  ({ start }: ProblemGiven) =>
  ({ open, minutes }: ProblemGiven['stops'][number]): boolean =>
    open.some(([from, to]) => Math.max(minutesAt(from), minutesAt(start.at)) + minutes <= minutesAt(to))

const alwaysOpen = (stop: ProblemGiven['stops'][number]) => ({ ...stop, open: [[clock(0), clock(10_000)]] as const })
