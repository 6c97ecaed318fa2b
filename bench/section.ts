/** What a benchmark promises, and whether it kept it in this run. */
export type Target = { readonly words: string; readonly met: boolean }

/** What one benchmark has to say: a part of `README.md`. */
export type Section = {
  readonly title: string
  /** What was measured, on what, in a sentence or two. */
  readonly about: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly targets: readonly Target[]
}

/** A table as Biome formats it: the first column to the left, the others to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, n) => Math.max(3, ...rows.map((row) => (row[n] ?? '').length)))
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const padded = (row: readonly string[]): string =>
    line(widths.map((width, n) => (n === 0 ? (row[n] ?? '').padEnd(width) : (row[n] ?? '').padStart(width))))
  const rule = line(widths.map((width, n) => (n === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)))
  const [head = [], ...body] = rows
  return [padded(head), rule, ...body.map(padded)]
}

/** The section as Markdown. */
export function asMarkdown({ title, about, columns, rows, targets }: Section): string {
  const kept = targets.map(({ words, met }) => `- ${met ? 'met' : '**missed**'}: ${words}`)
  return [`## ${title}`, '', about, '', ...table([columns, ...rows]), '', ...kept].join('\n').trimEnd()
}

/** Puts a section between its marks; one that is not there yet goes to the end. */
export function withSection(page: string, name: string, section: string): string {
  const [begin, end] = [`<!-- ${name} begins -->`, `<!-- ${name} ends -->`]
  const marked = `${begin}\n${section}\n${end}`
  const [from, to] = [page.indexOf(begin), page.indexOf(end)]
  return from < 0 || to < from
    ? `${page.trimEnd()}\n\n${marked}\n`
    : page.slice(0, from) + marked + page.slice(to + end.length)
}

/** `1.23 ms`, `45.6 µs`, `7.8 ns`, from milliseconds. */
export function duration(ms: number): string {
  const [value, unit] = ms >= 1 ? [ms, 'ms'] : ms >= 0.001 ? [ms * 1e3, 'µs'] : [ms * 1e6, 'ns']
  return `${value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)} ${unit}`
}

/** `12.3×` */
export const times = (ratio: number): string => `${ratio >= 10 ? ratio.toFixed(0) : ratio.toFixed(1)}×`
