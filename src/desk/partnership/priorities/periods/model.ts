import { monthNames, weekdayNames } from '../../../../plan/names.ts'

export const horizons = ['year', 'quarter', 'week'] as const
export type Horizon = (typeof horizons)[number]

/** A year, a quarter or a week: its first day, and the first that is no longer in it. Weeks begin on Mondays. */
export type Period = { readonly horizon: Horizon; readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate }

export const mondayOf = (on: Temporal.PlainDate): Temporal.PlainDate => on.subtract({ days: on.dayOfWeek - 1 })

/** The period of a horizon that a day lies in. */
export function periodOf(horizon: Horizon, on: Temporal.PlainDate): Period {
  if (horizon === 'week') {
    const from = mondayOf(on)
    return { horizon, from, to: from.add({ days: 7 }) }
  }
  const month = horizon === 'year' ? 1 : on.month - ((on.month - 1) % 3)
  const from = Temporal.PlainDate.from({ year: on.year, month, day: 1 })
  return { horizon, from, to: from.add(horizon === 'year' ? { years: 1 } : { months: 3 }) }
}

/** The periods a week belongs to: those its Thursday lies in, as ISO 8601 numbers weeks. */
export const periodsOfWeek = (monday: Temporal.PlainDate): readonly Period[] =>
  horizons.map((horizon) => periodOf(horizon, monday.add({ days: 3 })))

/** The period before. */
export const before = ({ horizon, from }: Period): Period => periodOf(horizon, from.subtract({ days: 1 }))

/** The Mondays of the weeks that belong to a period. */
export function mondaysIn({ from, to }: Pick<Period, 'from' | 'to'>): Temporal.PlainDate[] {
  const found: Temporal.PlainDate[] = []
  let monday = mondayOf(from)
  if (Temporal.PlainDate.compare(monday.add({ days: 3 }), from) < 0) monday = monday.add({ days: 7 })
  for (; Temporal.PlainDate.compare(monday.add({ days: 3 }), to) < 0; monday = monday.add({ days: 7 }))
    found.push(monday)
  return found
}

const quarters = ['first', 'second', 'third', 'fourth'] as const

/** "Mon 23 Nov" */
export const dayWords = (on: Temporal.PlainDate): string =>
  `${weekdayNames[on.dayOfWeek - 1]?.slice(0, 3)} ${on.day} ${monthNames[on.month - 1]?.slice(0, 3)}`

/** "2026", "the fourth quarter of 2026", "the week of Mon 23 Nov" */
export function periodWords({ horizon, from }: Pick<Period, 'horizon' | 'from'>): string {
  if (horizon === 'year') return String(from.year)
  if (horizon === 'quarter') return `the ${quarters[(from.month - 1) / 3]} quarter of ${from.year}`
  return `the week of ${dayWords(from)}`
}

/** A week as somebody says it who knows what day it is: "last week", "this week", "the week of Mon 2 Nov". */
export function weekWords(monday: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const weeks = mondayOf(today).until(monday, { largestUnit: 'days' }).days / 7
  if (weeks === -1) return 'last week'
  if (weeks === 0) return 'this week'
  if (weeks === 1) return 'next week'
  return periodWords({ horizon: 'week', from: monday })
}
