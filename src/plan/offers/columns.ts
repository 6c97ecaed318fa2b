import type { PlanItem } from '../plan.ts'
import type { Span } from '../time.ts'

/** What takes somebody's time, in the plan's order (by start, then end, then key), in columns: spans are asked about millions of times. */
export type Columns = {
  readonly count: number
  readonly start: Float64Array
  readonly end: Float64Array
  /** The latest end of this one and all before it. */
  readonly latest: Float64Array
  readonly gaps: Gaps
  /** Nothing lasts longer, in milliseconds. */
  readonly longest: number
  /** When anything at all is on: pieces of the time line, in order, that do not touch. */
  readonly blocks: Blocks
}

/** Where nothing is on until the next thing begins, if only for a moment, in order; the first is before everything, the last after it. */
export type Gaps = {
  readonly count: number
  readonly from: Float64Array
  readonly to: Float64Array
  /** What ended last before it, the first of equals; -1 where nothing did. */
  readonly last: Int32Array
  /** What begins next; -1 where nothing does. */
  readonly next: Int32Array
}

export type Blocks = { readonly count: number; readonly start: Float64Array; readonly end: Float64Array }

/** From starts and ends in the plan's order. */
export const columnsOf = (start: Float64Array, end: Float64Array): Columns => {
  const count = start.length
  const latest = new Float64Array(count)
  let [most, longest] = [Number.NEGATIVE_INFINITY, 0]
  for (let i = 0; i < count; i++) {
    longest = Math.max(longest, (end[i] as number) - (start[i] as number))
    most = Math.max(most, end[i] as number)
    latest[i] = most
  }
  return { count, start, end, latest, gaps: gapsOf(start, end), longest, blocks: blocksOf(start, end) }
}

const gapsOf = (start: Float64Array, end: Float64Array): Gaps => {
  const room = start.length + 1
  const [from, to] = [new Float64Array(room), new Float64Array(room)]
  const [last, next] = [new Int32Array(room), new Int32Array(room)]
  let [count, most, holder] = [0, Number.NEGATIVE_INFINITY, -1]
  for (let i = 0; i < room; i++) {
    const begins = i < start.length ? (start[i] as number) : Number.POSITIVE_INFINITY
    if (most <= begins) {
      from[count] = most
      to[count] = begins
      last[count] = holder
      next[count++] = i < start.length ? i : -1
    }
    if (i < start.length && (end[i] as number) > most) {
      most = end[i] as number
      holder = i
    }
  }
  return { count, from, to, last, next }
}

const blocksOf = (start: Float64Array, end: Float64Array): Blocks => {
  const blocks = { start: new Float64Array(start.length), end: new Float64Array(start.length) }
  let count = 0
  for (let i = 0; i < start.length; i++) {
    const [from, to] = [start[i] as number, end[i] as number]
    if (from === to) continue
    if (count > 0 && from <= (blocks.end[count - 1] as number))
      blocks.end[count - 1] = Math.max(blocks.end[count - 1] as number, to)
    else {
      blocks.start[count] = from
      blocks.end[count++] = to
    }
  }
  return { count, start: blocks.start.slice(0, count), end: blocks.end.slice(0, count) }
}

export const noColumns: Columns = columnsOf(new Float64Array(0), new Float64Array(0))

/** Of items in the plan's order. */
export const columnsFrom = (items: readonly Pick<PlanItem, 'span'>[]): Columns =>
  columnsOf(
    Float64Array.from(items, ({ span }) => span.start),
    Float64Array.from(items, ({ span }) => span.end),
  )

/** Of spans in any order; those without length are nothing. */
export const columnsFromSpans = (spans: readonly Span[]): Columns =>
  columnsFrom(
    spans
      .filter(({ start, end }) => start < end)
      .sort((a, b) => a.start - b.start || a.end - b.end)
      .map((span) => ({ span })),
  )
