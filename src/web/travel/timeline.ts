import type { SegmentView, TripView } from '../../desk/travel/model.ts'
import { carrying } from '../../plan/segment.ts'
import { minutesWords } from '../dates.ts'
import { bedWords, minutesBetween, terminalWords } from './words.ts'

/** What is before a part; `before` is its id. */
export type GapRow = {
  readonly row: 'gap'
  readonly before: string
  readonly words: string
  readonly tone: 'plain' | 'red'
}
export type Row =
  | { readonly row: 'day'; readonly on: string; readonly until: string; readonly empty: boolean }
  | { readonly row: 'segment'; readonly on: string; readonly segment: SegmentView }
  | { readonly row: 'out'; readonly on: string; readonly segment: SegmentView }
  | {
      readonly row: 'night'
      readonly on: string
      readonly words: string
      readonly bed: boolean
      readonly nights: number
    }
  | GapRow

type Trip = Pick<TripView, 'from' | 'until' | 'segments'> & Partial<Pick<TripView, 'state'>>

/** The local day on which it begins, or ends where its begin is not known; null: nobody has said. */
export const dayOf = ({ from, to }: Pick<SegmentView, 'from' | 'to'>): string | null =>
  (from.local ?? to.local)?.slice(0, 10) ?? null
const lastDayOf = ({ from, to }: SegmentView): string | null => (to.local ?? from.local)?.slice(0, 10) ?? null

const stands = ({ status }: SegmentView): boolean => status !== 'cancelled'

/** Without a day of their own: they stand under the timeline, and are missing something. */
export const undated = (trip: Trip): readonly SegmentView[] => trip.segments.filter((one) => dayOf(one) === null)

/**
 * A trip day by day: what begins on each, how long is between, and where the night is spent. Each part stands once; a bed
 * stands last on its first day, and is left on its last.
 */
export function timelineOf(trip: Trip): readonly Row[] {
  const last = lastDay(trip)
  const rows = daysOf(trip).map((on) => {
    const begun = trip.segments.filter((one) => dayOf(one) === on)
    const parts = [...begun.filter(({ kind }) => kind !== 'stay'), ...begun.filter(({ kind }) => kind === 'stay')]
    const left = trip.segments.filter((one) => stands(one) && isLeft(one, on))
    const night =
      trip.state !== 'cancelled' && on < last && on >= trip.from && on < trip.until ? nightOf(trip, on) : null
    return { on, parts, left, night }
  })
  return folded(rows).flatMap(({ on, until, parts, left, night }) => [
    { row: 'day' as const, on, until, empty: parts.length + left.length === 0 },
    ...inOrder(parts, left).flatMap((segment): Row[] => {
      if (left.includes(segment)) return [{ row: 'out', on, segment }]
      const gap = gapBefore(trip, segment)
      return [...(gap ? [gap] : []), { row: 'segment', on, segment }]
    }),
    ...(night ? [{ ...night, nights: nightsOf(on, until) }] : []),
  ])
}

const nightsOf = (on: string, until: string): number =>
  Temporal.PlainDate.from(on).until(Temporal.PlainDate.from(until), { largestUnit: 'days' }).days + 1

type NightRow = Extract<Row, { row: 'night' }>
type DayRows = {
  readonly on: string
  readonly parts: readonly SegmentView[]
  /** The beds that are given back. */
  readonly left: readonly SegmentView[]
  readonly night: NightRow | null
}

const isLeft = (one: SegmentView, on: string): boolean =>
  one.kind === 'stay' && dayOf(one) !== on && lastDayOf(one) === on

/** A bed is left before the first thing that begins after it; where no time is known, first. */
function inOrder(parts: readonly SegmentView[], left: readonly SegmentView[]): readonly SegmentView[] {
  const all = [...parts]
  for (const bed of left) {
    const at = all.findIndex(
      ({ from }) => bed.to.at === null || (from.at !== null && minutesBetween(bed.to.at, from.at) >= 0),
    )
    all.splice(at === -1 ? all.length : at, 0, bed)
  }
  return all
}

const isBare = ({ parts, left }: DayRows): boolean => parts.length + left.length === 0

/** Days without anything, one after another and with the same bed, are one line. */
function folded(days: readonly DayRows[]): readonly (DayRows & { readonly until: string })[] {
  const kept: (DayRows & { until: string })[] = []
  for (const day of days) {
    const before = kept.at(-1)
    const same = before && isBare(before) && isBare(day) && before.night?.words === day.night?.words
    if (same) before.until = day.on
    else kept.push({ ...day, until: day.on })
  }
  return kept
}

const lastDay = (trip: Trip): string =>
  trip.segments.reduce(
    (last, one) => (stands(one) && (lastDayOf(one) ?? '') > last ? (lastDayOf(one) ?? '') : last),
    trip.until,
  )

const longest = 400

/** Every day of the trip, and those outside it on which something begins. */
function daysOf(trip: Trip): readonly string[] {
  const days = new Set(trip.segments.flatMap((one) => dayOf(one) ?? []))
  const last = Temporal.PlainDate.from(trip.until)
  for (let day = Temporal.PlainDate.from(trip.from), count = 0; count < longest; day = day.add({ days: 1 }), count++) {
    if (Temporal.PlainDate.compare(day, last) > 0) break
    days.add(day.toString())
  }
  return [...days].sort()
}

/** Where the night after a day is spent: in a bed, on the way, or nobody knows where. */
function nightOf(trip: Trip, on: string): NightRow {
  const over = trip.segments.filter((one) => stands(one) && (dayOf(one) ?? '9') <= on && (lastDayOf(one) ?? '') > on)
  const beds = over.filter(({ kind }) => kind === 'stay').map(bedWords)
  const ways = over.filter(({ kind }) => carrying.has(kind)).map(({ title }) => title)
  if (beds.length > 1) return { row: 'night', on, nights: 1, bed: false, words: `two beds: ${beds.join(' and ')}` }
  if (beds[0] !== undefined) return { row: 'night', on, nights: 1, bed: true, words: beds[0] }
  if (ways[0] !== undefined) return { row: 'night', on, nights: 1, bed: true, words: `on the way: ${ways[0]}` }
  return { row: 'night', on, nights: 1, bed: false, words: 'no bed' }
}

const moves = ({ kind, from, to }: SegmentView): boolean =>
  kind !== 'stay' && kind !== 'free' && from.at !== null && to.at !== null

/** What is between a part and the last one before it that ends on the same day. */
function gapBefore(trip: Trip, segment: SegmentView): GapRow | null {
  if (!stands(segment) || !moves(segment)) return null
  const before = trip.segments
    .slice(0, trip.segments.indexOf(segment))
    .findLast((one) => stands(one) && moves(one) && lastDayOf(one) === dayOf(segment))
  if (!before?.to.at || !segment.from.at) return null
  const minutes = minutesBetween(before.to.at, segment.from.at)
  const gap = { row: 'gap' as const, before: segment.id }
  if (minutes < 0) return { ...gap, tone: 'red', words: `begins ${minutesWords(-minutes)} before ${before.title} ends` }
  const needed = segment.minimumConnection
  const short = needed !== null && minutes < needed
  const words = [changeWords(before, segment, minutes), ...(short ? [`${minutesWords(needed)} needed`] : [])]
  return { ...gap, tone: short ? 'red' : 'plain', words: words.join(', ') }
}

const ticketed = ({ kind }: SegmentView): boolean => carrying.has(kind) && kind !== 'ride' && kind !== 'car'

function changeWords(before: SegmentView, next: SegmentView, minutes: number): string {
  const span = minutesWords(minutes)
  if (before.kind === 'flight' && next.kind === 'flight')
    return before.to.airport === next.from.airport
      ? `${span} to change, ${terminals(before.to.terminal, next.from.terminal)}`
      : `${span} from ${before.to.airport ?? 'there'} to ${next.from.airport ?? 'the next'}`
  if (ticketed(before) && ticketed(next)) return `${span} to change`
  if (before.kind === 'flight' && carrying.has(next.kind)) return `${span} from landing to leaving`
  return carrying.has(next.kind) ? `${span} before it leaves` : `${span} between`
}

const terminals = (from: string | null, to: string | null): string => {
  if (from === null && to === null) return 'terminals unknown'
  return from === to ? terminalWords(to) : `${terminalWords(from)} to ${terminalWords(to)}`
}
