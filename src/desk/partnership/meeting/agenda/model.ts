import type { AgendaLine, Carried, Drawn, Line, Meeting, Section } from '../model.ts'

/**
 * The agenda as it stands: what was talked through last time and needs no answer is gone, and what was left then is marked.
 */
export function arranged(drawn: readonly Drawn[], last: Meeting | null, running: Meeting | null): Section[] {
  const done = new Set(last?.settled.map(({ key }) => key))
  const times = new Map(last?.carried.map((one) => [one.key, one.times]))
  const said = new Map(running?.settled.map((one) => [one.key, one.said]))
  const marked = ({ told: _, entry: _entry, ...line }: Line): AgendaLine => ({
    ...line,
    carried: times.get(line.key) ?? 0,
    settled: said.get(line.key) ?? null,
  })
  return drawn
    .map((one) => ({
      ...one,
      lines: one.lines.filter(({ key, settles }) => settles === null || !done.has(key)).map(marked),
    }))
    .filter(({ lines, more }) => lines.length + more > 0)
}

/** Ids of what was left last time, of those whose keys begin so. */
export const leftBefore = (last: Meeting | null, what: string): string[] =>
  (last?.carried ?? []).flatMap(({ key }) => (key.startsWith(`${what}:`) ? [key.slice(what.length + 1)] : []))

const mostCarried = 200

/** What is left of an agenda when a one-to-one ends. What is private keeps no words. */
export const leftOf = (sections: readonly Section[]): Carried[] =>
  sections
    .flatMap(({ lines }) =>
      lines
        .filter(({ settled }) => settled === null)
        .map(({ key, written, label, carried }) => ({
          key,
          words: label === 'private' ? null : written,
          times: carried + 1,
        })),
    )
    .slice(0, mostCarried)

/** A line of an agenda by its key. */
export const lineBy = (sections: readonly Section[], key: string): AgendaLine | null =>
  sections.flatMap(({ lines }) => lines).find((line) => line.key === key) ?? null
