type Counts = {
  readonly applied: number
  readonly kept: number
  readonly reliedOn: number
  readonly overridden: number
}

const times = (count: number) => (count === 1 ? 'once' : `${count} times`)

/** "Kept 8 of 9 times · relied on once" */
export function countsWords({ applied, kept, reliedOn, overridden }: Counts): string {
  if (applied + kept + reliedOn + overridden === 0) return 'Not tried yet: no day it is about has passed.'
  return [
    `Kept ${kept} of ${times(applied)}`,
    reliedOn > 0 && `relied on ${times(reliedOn)}`,
    overridden > 0 && `overridden ${times(overridden)}`,
  ]
    .filter(Boolean)
    .join(' · ')
}
