/** Numbers as they are said. */
export const numbers: ReadonlyMap<string, number> = new Map(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
  eighteen nineteen twenty`
    .split(/\s+/)
    .map((word, n) => [word, n] as const)
    .concat([
      ['thirty', 30],
      ['forty', 40],
      ['fifty', 50],
      ['sixty', 60],
      ['hundred', 100],
      ['thousand', 1000],
      ['dozen', 12],
      ['half', 30],
      ['quarter', 15],
      ['noon', 12],
      ['midday', 12],
      ['midnight', 0],
      ['first', 1],
      ['second', 2],
      ['third', 3],
    ]),
)
