import { foldAlike } from './fold.ts'

/** A stretch of the text: UTF-16 units from `at` up to, not with, `end`. */
export type Stretch = { readonly at: number; readonly end: number }

/** `column` counts from the beginning of its line. */
export type Cell = Stretch & { readonly column: number; readonly index: number }
export type Line = Stretch & { readonly index: number; readonly cells: readonly Cell[] }

/** The text as it lies on the table: lines, and in them what stands apart from each other. */
export type Sheet = {
  readonly text: string
  /** Folded, position by position. */
  readonly low: string
  readonly lines: readonly Line[]
}

/** Longer than any confirmation; what comes after it is not read. */
const longest = 60_000
const longestLine = 2000

const parted = /\t|\||[ ]{2,}/g
const ruledOff = /\t/g
const blank = /^[\s>*_=~.·•|-]*$/

function cellsOf(low: string, at: number, end: number): Cell[] {
  const cells: Cell[] = []
  const line = low.slice(at, end)
  let from = 0
  let index = 0
  const add = (until: number) => {
    let [begin, stop] = [from, until]
    while (begin < stop && /[\s>*|]/.test(line.charAt(begin))) begin++
    while (stop > begin && /[\s|]/.test(line.charAt(stop - 1))) stop--
    if (stop > begin) cells.push({ at: at + begin, end: at + stop, column: begin, index })
  }
  for (const gap of line.matchAll(line.includes('\t') ? ruledOff : parted)) {
    if (/\S/.test(line.slice(from, gap.index))) {
      add(gap.index)
      index++
    } else if (gap[0] === '\t' || gap[0] === '|') index++
    from = gap.index + gap[0].length
  }
  add(line.length)
  return cells
}

export function sheetOf(whole: string): Sheet {
  const text = whole.slice(0, longest)
  const low = foldAlike(text)
  const lines: Line[] = []
  let at = 0
  while (at <= low.length) {
    const found = low.indexOf('\n', at)
    const end = Math.min(found === -1 ? low.length : found, at + longestLine)
    lines.push({ at, end, index: lines.length, cells: blank.test(low.slice(at, end)) ? [] : cellsOf(low, at, end) })
    if (found === -1) break
    at = found + 1
  }
  return { text, low, lines }
}

export function lineAt(sheet: Sheet, at: number): Line {
  let [low, high] = [0, sheet.lines.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((sheet.lines[middle] as Line).at <= at) low = middle
    else high = middle - 1
  }
  return sheet.lines[low] as Line
}

export const cellAt = (line: Line, at: number): Cell | null =>
  line.cells.find((cell) => cell.at <= at && at < cell.end) ?? null

/** Without the white space and punctuation around it. */
export function trimmed(sheet: Sheet, { at, end }: Stretch): Stretch {
  let [from, until] = [at, end]
  while (from < until && /[\s:;,.•·|*>"'„“”»«【】\-–—/=■□◆●※]/.test(sheet.text.charAt(from))) from++
  while (until > from && /[\s:;,•·|*"'„“”»«【】\-–—/=(（]/.test(sheet.text.charAt(until - 1))) until--
  return { at: from, end: until }
}

const _wordsOf = (sheet: Sheet, { at, end }: Stretch): string => sheet.text.slice(at, end)
