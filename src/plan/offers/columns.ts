import type { PlanItem } from '../plan.ts'
import type { Span } from '../time.ts'

/** What takes somebody's time, in the plan's order (by start, then end, then key), in columns: spans are asked about millions of times. */
export type Columns = {
  readonly count: number
  readonly start: Float64Array
  readonly end: Float64Array
  /** The latest end of this one and all before it. */
  readonly latest: Float64Array
  /** Which of them ends latest, the first of equals. */
  readonly holder: Int32Array
  /** After which nothing is on until the next begins, if only for a moment; -1 is before the first. */
  readonly gaps: Int32Array
  /** Nothing lasts longer, in milliseconds. */
  readonly longest: number
  /** When anything at all is on: pieces of the time line, in order, that do not touch. */
  readonly blocks: Blocks
}

export type Blocks = { readonly count: number; readonly start: Float64Array; readonly end: Float64Array }

/** From starts and ends in the plan's order. */
export const columnsOf = (start: Float64Array, end: Float64Array): Columns => {
  const count = start.length
  const [latest, holder, gaps] = [new Float64Array(count), new Int32Array(count), new Int32Array(count + 1)]
  let [most, who, apart, longest] = [Number.NEGATIVE_INFINITY, 0, 0, 0]
  for (let i = 0; i < count; i++) {
    if (most <= (start[i] as number)) gaps[apart++] = i - 1
    const ends = end[i] as number
    longest = Math.max(longest, ends - (start[i] as number))
    if (ends > most) {
      most = ends
      who = i
    }
    latest[i] = most
    holder[i] = who
  }
  gaps[apart++] = count - 1
  return { count, start, end, latest, holder, gaps: gaps.slice(0, apart), longest, blocks: blocksOf(start, end) }
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
