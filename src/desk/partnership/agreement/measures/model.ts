import { lengthWords } from '../../../../plan/local.ts'
import { type MeasureView, type Part, parts, type Side, sides } from '../model.ts'

/**
 * How a number is made of what happened: `median` of minutes; `share`, how many of them all were so; `count`; `last`, how long
 * ago the newest was.
 */
export type Measure =
  | { readonly by: 'median' | 'count' | 'last'; readonly title: string }
  /** `so`: what is said of each that is so, and of each that is not. */
  | { readonly by: 'share'; readonly title: string; readonly so: readonly [yes: string, no: string] }

const both = (measure: Measure): Readonly<Record<Side, Measure>> => ({ executive: measure, assistant: measure })

export const measures: Readonly<Record<Part, Readonly<Record<Side, Measure>>>> = {
  communication: both({
    by: 'share',
    title: 'Asked with a date and a standard',
    so: ['with both', 'without one of them'],
  }),
  honesty: both({
    by: 'share',
    title: 'Said before it was late',
    so: ['said before its date', 'not said before its date'],
  }),
  feedback: both({ by: 'last', title: 'Feedback last given' }),
  connection: both({ by: 'count', title: 'One-to-ones held' }),
  room: both({ by: 'share', title: 'Mistakes owned that did not come back', so: ['did not come back', 'came back'] }),
  growth: {
    executive: { by: 'count', title: 'Stretch work given' },
    assistant: { by: 'count', title: 'Stretch work finished' },
  },
  picture: {
    executive: { by: 'count', title: 'Changes inside what was delegated' },
    assistant: { by: 'share', title: 'Work that names the goal it serves', so: ['names its goal', 'names no goal'] },
  },
  decisions: both({ by: 'median', title: 'Median wait for a decision' }),
  boundaries: both({
    by: 'share',
    title: 'Asked outside the other’s hours',
    so: ['outside the hours', 'within the hours'],
  }),
  accountability: both({
    by: 'share',
    title: 'Promises kept by their date',
    so: ['kept by its date', 'not kept by its date'],
  }),
}

/** What happened, counted: `good` how many were so, `median` of the values; months from 0, the oldest; null: all of them. */
export type Tally = {
  readonly part: Part
  readonly side: Side
  readonly month: number | null
  readonly count: number
  readonly good: number
  readonly median: number | null
  /** Milliseconds of the newest, where that is what is told. */
  readonly last?: number
}

/** One thing that was counted, at an instant in milliseconds, and the entry it stands in. */
export type Fact = { readonly at: number; readonly entry: string; readonly side: Side; readonly good: boolean | null }

/** `starts`: when each month begins, and when the last ends; `bounds` in milliseconds. */
export type Months = { readonly names: readonly string[]; readonly bounds: readonly number[] }

const shown = 12

/** The last twelve months by the clock of a zone, this one the last. */
export function monthsTo(now: Temporal.ZonedDateTime): Months {
  const first = now
    .toPlainDate()
    .with({ day: 1 })
    .subtract({ months: shown - 1 })
  const starts = Array.from({ length: shown + 1 }, (_, n) => first.add({ months: n }))
  return {
    names: starts.slice(0, shown).map((day) => day.toString().slice(0, 7)),
    bounds: starts.map((day) => day.toZonedDateTime(now.timeZoneId).epochMilliseconds),
  }
}

type Sum = { count: number; good: number; last: number }

/** Tallies of facts some of which are so; by side, each month and all together. There may be tens of thousands: they are read once. */
export function tallied(part: Part, facts: readonly Fact[], isSo: (fact: Fact) => boolean, months: Months): Tally[] {
  // The first of a side’s sums is that of all months.
  const sums = { executive: [] as Sum[], assistant: [] as Sum[] }
  for (const fact of facts) {
    const [mine, good] = [sums[fact.side], isSo(fact) ? 1 : 0]
    for (const place of [0, monthOf(months, fact.at) + 1]) {
      const sum = mine[place] ?? { count: 0, good: 0, last: -Infinity }
      mine[place] = sum
      sum.count += 1
      sum.good += good
      sum.last = Math.max(sum.last, fact.at)
    }
  }
  return sides.flatMap((side) =>
    [...sums[side].entries()].flatMap(([place, sum]): Tally[] =>
      sum ? [{ part, side, month: place === 0 ? null : place - 1, median: null, ...sum }] : [],
    ),
  )
}

/** What parts come to, by side and month; and everything one asked of the other. */
export type Counted = { readonly tallies: readonly Tally[]; readonly asks: readonly Fact[] }

const monthOf = ({ bounds }: Months, at: number): number => bounds.findLastIndex((bound) => bound <= at)

/** What was counted before, with some months of it counted again. */
export function renewed(before: Counted, fresh: Counted, span: { from: number; to: number }, months: Months): Counted {
  const [first, last] = [monthOf(months, span.from), monthOf(months, span.to - 1)]
  const stays = (month: number | null) => month !== null && (month < first || month > last)
  return {
    tallies: [...before.tallies.filter(({ month }) => stays(month)), ...fresh.tallies],
    asks: [...before.asks.filter(({ at }) => at < span.from || at >= span.to), ...fresh.asks],
  }
}

/** The whole months that a span touches, within those that are counted; null: it touches none. */
export function wholeMonths({ from, to }: { from: number; to: number }, months: Months) {
  const { bounds } = months
  const [begin = 0, end = 0] = [bounds[0], bounds.at(-1)]
  if (to <= begin || from >= end) return null
  const first = bounds[Math.max(0, monthOf(months, from))] ?? begin
  return { from: first, to: bounds.find((bound) => bound >= to) ?? end }
}

/** Of parts without a middle value all months together: their months added up. */
export function totalled(tallies: readonly Tally[]): Tally[] {
  const whole = new Set(tallies.filter(({ month }) => month === null).map(({ part, side }) => `${part} ${side}`))
  const open = tallies.filter(({ part, side }) => !whole.has(`${part} ${side}`))
  return [...Map.groupBy(open, ({ part, side }) => `${part} ${side}`).values()].flatMap((those) => {
    const [first] = those
    const sum = (of: 'count' | 'good') => those.reduce((all, one) => all + one[of], 0)
    return first ? [{ ...first, month: null, count: sum('count'), good: sum('good') }] : []
  })
}

/** "45 min", "3 h 20 min", "2 d 4 h": how long somebody waited. */
export function waitWords(minutes: number): string {
  if (minutes < 1) return 'under a minute'
  if (minutes < 24 * 60) return lengthWords(Math.round(minutes))
  const hours = Math.round(minutes / 60)
  return `${Math.floor(hours / 24)} d${hours % 24 === 0 ? '' : ` ${hours % 24} h`}`
}

const worthOf = (by: Measure['by'], { count, good, median }: Tally): number =>
  by === 'median' ? (median ?? 0) : by === 'share' ? good / count : count

/** "today", "yesterday", "12 days ago" */
export function agoWords(at: number, now: Temporal.ZonedDateTime): string {
  const on = Temporal.Instant.fromEpochMilliseconds(Math.floor(at)).toZonedDateTimeISO(now.timeZoneId).toPlainDate()
  const { days } = on.until(now.toPlainDate(), { largestUnit: 'day' })
  return days <= 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`
}

/** "3 h 20 min", "14 of 17", "5"; null of nothing. */
export function tallyWords(by: Measure['by'], tally: Tally | undefined): string | null {
  if (!tally || tally.count === 0) return null
  if (by === 'median') return tally.median === null ? null : waitWords(tally.median)
  return by === 'share' ? `${tally.good} of ${tally.count}` : `${tally.count}`
}

/** What is said of the things that were counted in one entry: "with both", "2 with both, 1 without one of them"; null: nothing. */
export function soWords(measure: Measure, goods: readonly (boolean | null)[]): string | null {
  const several = goods.length > 1
  if (measure.by !== 'share') return several ? `counted ${goods.length} times` : null
  const said = [true, false]
    .flatMap((good) => {
      const n = goods.filter((one) => one === good).length
      const so = measure.so[good ? 0 : 1]
      return n === 0 ? [] : [several ? `${n} ${so}` : so]
    })
    .join(', ')
  return said === '' ? null : said
}

/** Nothing of the kind happened in these months. */
export const nothingYet = 'Nothing of the kind is on record in the last twelve months.'

type Told = {
  readonly tallies: readonly Tally[]
  readonly months: Months
  readonly why: string | null
  readonly now: Temporal.ZonedDateTime
}

/** One side of a part as it is shown; `why` where it cannot be counted though its kind could be. */
export function measureOf(part: Part, side: Side, { tallies, months, why, now }: Told): MeasureView {
  const measure = measures[part][side]
  const mine = why === null ? tallies.filter((one) => one.part === part && one.side === side) : []
  const all = mine.find(({ month }) => month === null)
  const values = mine.filter(({ month }) => month !== null).map((one) => worthOf(measure.by, one))
  const most = measure.by === 'share' ? 1 : Math.max(0, ...values)
  const words = measure.by === 'last' && all?.last !== undefined ? agoWords(all.last, now) : tallyWords(measure.by, all)
  return {
    side,
    title: measure.title,
    words,
    why: words === null ? (why ?? nothingYet) : null,
    count: all?.count ?? 0,
    months: months.names.map((month, n) => {
      const one = mine.find((tally) => tally.month === n)
      const said = tallyWords(measure.by, one)
      const share = one && said !== null ? (most === 0 ? 0 : worthOf(measure.by, one) / most) : null
      return { month, words: said, count: one?.count ?? 0, share }
    }),
  }
}

/** Where what is counted is kept: what was written to one of them changes nothing of the others. */
export const sources = ['work', 'decisions', 'promises', 'mistakes', 'record'] as const
export type Source = (typeof sources)[number]

/** Parts that are counted by what one asked of the other: those are read once, and counted here. */
const askedParts: readonly Part[] = ['communication', 'boundaries']
/** Parts that are between the two alone: they are counted for whoever reads, from what they may read. */
export const pairParts = ['feedback', 'connection'] as const satisfies readonly Part[]
export const isPairPart = (part: Part): part is (typeof pairParts)[number] => pairParts.some((one) => one === part)

const by = (part: Part, ...ways: Measure['by'][]) => sides.some((side) => ways.includes(measures[part][side].by))

/** Parts that SQL counts, and of those the ones of which it also seeks the middle. */
export const countedParts: readonly Part[] = parts.filter(
  (part) => !askedParts.includes(part) && !isPairPart(part) && by(part, 'share', 'count'),
)
export const medianParts: readonly Part[] = parts.filter((part) => by(part, 'median'))
