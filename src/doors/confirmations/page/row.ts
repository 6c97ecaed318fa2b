/** A cell of a table: what stands in it, and whether there are rows of several cells within. */
export type Cell = { readonly text: string; readonly holdsRows: boolean }

const isShort = ({ text, holdsRows }: Cell) => {
  if (holdsRows) return false
  const lines = text.split(/\n+/)
  return lines.length <= 8 && lines.every((line) => line.length <= 80)
}

/**
 * A row as it is read. Short cells stand beside each other, parted by a tab, and what stands under each other within one by two
 * spaces, so that columns stay under their heads; cells that hold much follow each other.
 */
export function rowText(cells: readonly Cell[]): string {
  const filled = cells.filter(({ text }) => text !== '')
  if (filled.length <= 1) return filled[0]?.text ?? ''
  if (!filled.every(isShort)) return filled.map(({ text }) => text).join('\n')
  return cells
    .map(({ text }) => text.split(/\n+/).join('  '))
    .join('\t')
    .trimEnd()
}
