import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { finishingBySteps, finishingByTable, goneOf } from './finishing.ts'
import { citiesOf, netOf, reasonsOf } from './net.ts'
import { journeyFrom } from './problem.ts'
import { type Solution, solve } from './solve.ts'
import { fitting, onlyWith, type ProblemGiven, reasonsIn, someProblem } from './testing.ts'

const because = (answer: Solution) => ('impossible' in answer ? answer.impossible.because : expect.fail())
const isPossible = (problem: ProblemGiven): boolean => fitting(problem).length > 0

/** The same things, given in another order. */
const reversed = (problem: ProblemGiven): ProblemGiven => ({
  ...problem,
  cities: [...problem.cities].reverse(),
  direct: problem.direct.map((pair) => (pair.length === 3 ? pair : ([pair[1], pair[0]] as const))).reverse(),
})

describe('a journey', () => {
  test('is one of the orders that fit, or impossible when there is none', () => {
    fc.assert(
      fc.property(someProblem(6), (problem) => {
        const fits = fitting(problem)
        const answer = solve(problem)
        if (fits.length === 0) expect(Object.keys(answer)).toEqual(['impossible'])
        else expect('stays' in answer && fits).toContainEqual('stays' in answer && answer.stays)
      }),
      { numRuns: 400 },
    )
  })

  test('is all of them when all are wanted, and as many as are wanted', () => {
    fc.assert(
      fc.property(someProblem(5), fc.integer({ min: 1, max: 9 }), (problem, few) => {
        const fits = fitting(problem)
        const [all, some] = [solve(problem, 1000), solve(problem, few)]
        if (!('all' in all && 'all' in some)) {
          expect([fits, Object.keys(all), Object.keys(some)]).toEqual([[], ['impossible'], ['impossible']])
          return
        }
        const sorted = (stays: readonly unknown[]) => stays.map((one) => JSON.stringify(one)).sort()
        expect(sorted(all.all.map(({ stays }) => stays))).toEqual(sorted(fits))
        expect(some.all).toEqual(all.all.slice(0, few))
        expect(all.all[0]).toEqual(solve(problem))
      }),
      { numRuns: 400 },
    )
  })

  test('that is impossible names reasons that are enough, and none that is not needed', () => {
    fc.assert(
      fc.property(someProblem(5), (problem) => {
        if (isPossible(problem)) return
        const reasons = because(solve(problem))
        expect(isPossible(onlyWith(problem, reasons))).toBe(false)
        for (const reason of reasons)
          expect(
            isPossible(
              onlyWith(
                problem,
                reasons.filter((other) => other !== reason),
              ),
            ),
          ).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  test('that is impossible names whatever would make it fit by being given up alone', () => {
    fc.assert(
      fc.property(someProblem(5), (problem) => {
        if (isPossible(problem)) return
        const reasons = because(solve(problem))
        if (isTotal(reasons)) return
        const all = reasonsIn(problem)
        for (const one of all) {
          const isNamed = reasons.some(({ city, pair }) => city === one.city && isSamePair(pair, one.pair))
          const rest = all.filter((other) => other !== one)
          expect(isPossible(onlyWith(problem, rest)) && !isNamed).toBe(false)
        }
      }),
      { numRuns: 400 },
    )
  })

  test('that is impossible names the fewest reasons there are', () => {
    fc.assert(
      fc.property(someProblem(4), (problem) => {
        if (isPossible(problem)) return
        const reasons = because(solve(problem))
        if (isTotal(reasons)) {
          expect(reasons).toHaveLength(1)
          return
        }
        const smaller = subsetsOf(reasonsIn(problem)).filter((some) => some.length < reasons.length)
        for (const some of smaller) expect(isPossible(onlyWith(problem, some))).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('is the same, to the word, whatever order everything is given in', () => {
    fc.assert(
      fc.property(someProblem(6), (problem) => {
        expect(solve(reversed(problem))).toEqual(solve(problem))
        expect(solve(reversed(problem), 5)).toEqual(solve(problem, 5))
      }),
      { numRuns: 200 },
    )
  })

  test('can be finished from the same cities by a table and by steps', () => {
    fc.assert(
      fc.property(someProblem(6), (problem) => {
        const journey = journeyFrom(problem)
        const cities = citiesOf(journey)
        const net = netOf(journey, cities, reasonsOf(journey, cities))
        const never = () => false
        const byTable = finishingByTable(net, goneOf(net), never)
        const bySteps = finishingBySteps(net, never)
        for (let been = 1; been < 2 ** cities.length; been++)
          for (const last of cities.keys())
            if (((been >> last) & 1) === 1) expect(bySteps(been, last)).toBe(byTable(been, last))
      }),
      { numRuns: 200 },
    )
  })
})

const isTotal = (reasons: ReturnType<typeof because>): boolean => reasons.some(({ city, pair }) => !city && !pair)

const isSamePair = (a?: readonly string[], b?: readonly string[]): boolean =>
  a === undefined || b === undefined ? a === b : a.every((name) => b.includes(name))

const subsetsOf = <T>([one, ...rest]: readonly T[]): T[][] => {
  if (one === undefined) return [[]]
  const sets = subsetsOf(rest)
  return [...sets, ...sets.map((set) => [one, ...set])]
}
