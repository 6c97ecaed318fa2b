import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Solution, solve } from './solve.ts'
import { answerByHand, forbiddenAt, type ProblemGiven, someProblem } from './testing.ts'

type Found = Exclude<Solution, { readonly error: unknown }>

const solved = (problem: ProblemGiven): Found => {
  const solution = solve(problem)
  if (!('error' in solution)) return solution
  // A local span from a time that clocks skip can end before it begins.
  fc.pre(solution.error.words !== 'It ends before it begins')
  throw new Error(solution.error.words)
}

/** Everything but the words. */
const plainly = ({ offers, removed, standsInTheWay }: Found) => ({
  offers: offers.map(({ start, end, cost, findings }) => ({
    start,
    end,
    cost,
    findings: findings.map(({ rule, weight, cost, person }) => `${rule} ${weight} ${cost} ${person}`).sort(),
  })),
  removed,
  standsInTheWay,
})

/** The same things, given in another order. */
const reversed = (problem: ProblemGiven): ProblemGiven => ({
  ...problem,
  people: problem.people
    .map((person) => ({ ...person, busy: [...person.busy].reverse(), rules: [...person.rules].reverse() }))
    .reverse(),
  rules: [...problem.rules].reverse(),
})

const all = (problem: ProblemGiven): ProblemGiven => ({ ...problem, limit: null, spread: null })

/** Every problem that has one rule less, with the weight of that rule. */
const withOneLess = (problem: ProblemGiven): { readonly weight: string; readonly rest: ProblemGiven }[] => [
  ...problem.rules.map(({ weight }, n) => ({
    weight,
    rest: { ...problem, rules: problem.rules.filter((_, i) => i !== n) },
  })),
  ...problem.people.flatMap((person, p) =>
    person.rules.map(({ weight }, n) => ({
      weight,
      rest: {
        ...problem,
        people: problem.people.map((other, i) =>
          i === p ? { ...person, rules: person.rules.filter((_, k) => k !== n) } : other,
        ),
      },
    })),
  ),
]

describe('offers', () => {
  test('are what filtering every minute by hand finds', () => {
    fc.assert(
      fc.property(someProblem, (problem) => {
        expect(plainly(solved(problem))).toEqual(answerByHand(problem))
      }),
      { numRuns: 150 },
    )
  })

  test('break no rule that removes, and clash with nobody required', () => {
    fc.assert(
      fc.property(someProblem, (problem) => {
        for (const offer of solved(problem).offers.slice(0, 20)) expect(forbiddenAt(problem, offer)).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  test('are the same, to the word, whatever order everything is given in', () => {
    fc.assert(
      fc.property(someProblem, (problem) => {
        expect(JSON.stringify(solve(reversed(problem)))).toBe(JSON.stringify(solve(problem)))
      }),
      { numRuns: 100 },
    )
  })

  test('only grow in number without a rule that removes, and only get cheaper without any rule', () => {
    fc.assert(
      fc.property(someProblem, (problem) => {
        const before = solved(all(problem)).offers
        for (const { weight, rest } of withOneLess(all(problem))) {
          const after = new Map(solved(rest).offers.map(({ start, cost }) => [start, cost]))
          if (weight === 'never') expect(before.filter(({ start }) => !after.has(start))).toEqual([])
          for (const { start, cost } of before) expect(after.get(start) ?? 0).toBeLessThanOrEqual(cost)
        }
      }),
      { numRuns: 100 },
    )
  })

  test('cost what their findings say, with words for each', () => {
    fc.assert(
      fc.property(someProblem, (problem) => {
        for (const { cost, findings } of solved(problem).offers) {
          expect(findings.reduce((sum, finding) => sum + finding.cost, 0)).toBe(cost)
          expect(findings.every(({ words }) => words.length > 10)).toBe(true)
        }
      }),
      { numRuns: 100 },
    )
  })
})
