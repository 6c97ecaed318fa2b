/** A cell of a table: what stands in it, and whether there are rows of several cells within. */
export type Cell = { readonly text: string; readonly holdsRows: boolean }

const linesOf = ({ text }: Cell): string[] => text.split(/\n+/)

const isShort = (cell: Cell) => {
  if (cell.text.length > 700) return false
  const lines = linesOf(cell)
  return !cell.holdsRows && lines.length <= 8 && lines.every((line) => line.length <= 80)
}

const clock = /^\d{1,2}[:.h]\d\d(?:\s*[ap]\.?m\.?)?$/i

/** A column of clocks or of labels: each line of it belongs to the line beside it, not to the one beneath. */
const isColumn = (cell: Cell) =>
  linesOf(cell).every((line) => clock.test(line)) || linesOf(cell).every((line) => line.endsWith(':'))

function sideBySide(cells: readonly Cell[]): string | null {
  const [first, ...others] = cells.map(linesOf)
  if (!first || first.length < 2 || !others.every(({ length }) => length === first.length) || !cells.some(isColumn))
    return null
  return first.map((line, at) => [line, ...others.map((lines) => lines[at])].join('\t')).join('\n')
}

/**
 * A row as it is read. Short cells stand beside each other, parted by a tab, and what stands under each other within one by two
 * spaces, so that columns stay under their heads; lines that belong to a clock or a label beside them stay with it. Cells that hold
 * much follow each other.
 */
export function rowText(cells: readonly Cell[]): string {
  const filled = cells.filter(({ text }) => text !== '')
  if (filled.length <= 1) return filled[0]?.text ?? ''
  if (!filled.every(isShort)) return filled.map(({ text }) => text).join('\n')
  return (
    sideBySide(filled) ??
    cells
      .map((cell) => linesOf(cell).join('  '))
      .join('\t')
      .trimEnd()
  )
}
