import type { Label, Said } from './labels.ts'
import type { Cell, Line, Sheet } from './sheet.ts'

/** Whether a line holds nothing but labels, two of them at least: the head of a table. */
export function isHead(line: Line, labels: readonly Label[], sheet: Sheet): boolean {
  if (line.cells.length < 2) return false
  let filled = 0
  for (const cell of line.cells) {
    const first = labels.find((label) => label.cell === cell && label.starts)
    const rest = first ? sheet.low.slice(first.end, cell.end) : ''
    if (first && first.at - cell.at <= 2 && rest.length <= 24 && !/\d|:/.test(rest)) filled++
  }
  return (
    filled >= 2 &&
    filled >= line.cells.length - (line.cells.length > 3 ? 2 : 0) &&
    !/:\s*\S/.test(sheet.low.slice(line.at, line.end))
  )
}

/** The head over a cell: of the same number where a row has as many cells, else the one it lies under most. */
function headOver(head: Line, row: Line, cell: Cell, sheet: Sheet): Cell | null {
  const tabbed = sheet.low.slice(row.at, row.end).includes('\t') || sheet.low.slice(head.at, head.end).includes('\t')
  if (tabbed || row.cells.length === head.cells.length)
    return head.cells.find(({ index }) => index === cell.index) ?? null
  // A row that is named itself has one cell more than the heads over its values.
  if (row.cells.length === head.cells.length + 1 && row.cells[0]?.column === head.cells[0]?.column)
    return head.cells.find(({ index }) => index === cell.index - 1) ?? null
  let [best, most] = [null as Cell | null, 0]
  for (let at = 0; at < head.cells.length; at++) {
    const each = head.cells[at] as Cell
    const width = each.end - each.at
    const next = head.cells[at + 1]?.column ?? Number.MAX_SAFE_INTEGER
    const over =
      Math.min(
        cell.column + (cell.end - cell.at),
        Math.max(each.column + width, Math.min(next - 1, each.column + width + 2)),
      ) - Math.max(cell.column, each.column)
    if (over > most) [best, most] = [each, over]
  }
  return best
}

const ruled = (sheet: Sheet, line: Line) =>
  line.end > line.at && /^[\s\-_=+|.*]+$/.test(sheet.low.slice(line.at, line.end))

/** What stands in the rows under the head of a table, said by the head of its column. */
export function tableSaid(
  sheet: Sheet,
  head: Line,
  labels: readonly Label[],
  firmAt: (line: Line) => boolean,
  heads: ReadonlySet<number>,
): Said[] {
  const said: Said[] = []
  let blanks = 0
  for (const row of sheet.lines.slice(head.index + 1, head.index + 40)) {
    if (ruled(sheet, row)) continue
    if (row.cells.length === 0) {
      if (++blanks > 1 || said.length > 0) break
      continue
    }
    if (heads.has(row.index) || firmAt(row)) break
    if (row.cells.length === 1 && head.cells.length > 2) {
      if (said.length > 0 && (row.cells[0] as Cell).end - row.at > 60) break
      if (!sheet.low.slice(row.at, row.end).includes('\t')) continue
    }
    for (const cell of row.cells) {
      const over = headOver(head, row, cell, sheet)
      const label = over && labels.find((each) => each.cell === over && each.starts)
      if (label) said.push({ at: cell.at, end: cell.end, concepts: label.concepts, label, firm: true })
    }
  }
  return said
}
