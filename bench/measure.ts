/** One way to do a job; what it answers is thrown away, the time is not. */
export type Contender = { readonly name: string; readonly run: () => unknown }

const now = (): number => performance.now()

function timed(run: () => unknown, times: number): number {
  const start = now()
  for (let n = 0; n < times; n++) run()
  return (now() - start) / times
}

/** Runs until the machine has warmed to it, and finds how many runs fill one measurement. */
function calibrated(run: () => unknown, fillMs: number): number {
  let times = 1
  let spent = timed(run, 1)
  for (let total = spent; total < 10 * fillMs && total < 2000; total += spent * times) {
    if (spent * times < fillMs) times *= 2
    spent = timed(run, times)
  }
  return Math.max(1, Math.round(fillMs / spent))
}

export const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2
}

/**
 * Median milliseconds of one run, by contender. They take turns, round by round, so that what else the machine does falls on
 * all of them alike: read the ratios, not the times.
 */
export function takeTurns(contenders: readonly Contender[], { rounds = 11, fillMs = 20 } = {}): Map<string, number> {
  const repeats = contenders.map(({ run }) => calibrated(run, fillMs))
  const spent = contenders.map((): number[] => [])
  for (let round = 0; round < rounds; round++) {
    for (const [n, { run }] of contenders.entries()) spent[n]?.push(timed(run, repeats[n] ?? 1))
  }
  return new Map(contenders.map(({ name }, n) => [name, median(spent[n] ?? [])]))
}
