import { isNamed } from './airportnames.ts'
import { roleOf, type Token } from './leg.ts'
import { type Code, overlaps } from './marks.ts'
import type { Part } from './parts.ts'
import type { Reading } from './reading.ts'
import { cellAt, type Line, lineAt, type Stretch } from './sheet.ts'
import { chunksOf, isPlaceName, waysIn } from './spots.ts'
import { parting } from './tokens.ts'

export function spotTokens(
  reading: Reading,
  part: Part,
  cuts: readonly Stretch[],
  codes: readonly Code[],
  aside: readonly Stretch[],
): Token[] {
  const tokens: Token[] = []
  const usedCodes = new Set<Code>()
  const hasTime = (line: Stretch) => reading.times.some((time) => overlaps(time, line))
  for (const line of reading.sheet.lines) {
    if (line.end < part.at || line.at >= part.end || line.cells.length === 0) continue
    const ways = waysIn(reading, line)
    const inLine = codes.filter((code) => overlaps(code, line))
    if (reading.letterheads.lines.has(line.index)) continue
    const timed = hasTime(line)
    const close = nearWay(reading, line)
    const named = line.cells
      .flatMap((cell) => chunksOf(reading, cell, [...cuts, ...codes, ...aside]))
      .filter((chunk) => isPlaceName(reading, chunk))
    for (const cell of line.cells) {
      const said = reading.said.filter(
        (each) => each.at < cell.end && each.end > cell.at && roleOf(each.concepts) !== null && each.firm,
      )
      const routed = reading.said.filter(
        (each) => each.at < cell.end && each.end > cell.at && each.concepts.includes('route') && each.firm,
      )
      const labels = reading.labels.filter(
        (label) =>
          label.line === line.index &&
          overlaps(label, cell) &&
          (label.firm || (label.starts && label.concepts.some((each) => parting.has(each)))) &&
          !isNameLabel(reading, label, cell),
      )
      const chunks = chunksOf(reading, cell, [...cuts, ...codes, ...labels, ...aside])
      for (const chunk of joinedByRole(reading, chunks, said, inLine)) {
        if (aside.some((each) => overlaps(each, chunk)) || !isPlaceName(reading, chunk)) continue
        const code = inLine.find(
          (each) =>
            !usedCodes.has(each) &&
            each.at >= chunk.end &&
            each.at - chunk.end <= 3 &&
            !/\n/.test(reading.sheet.low.slice(chunk.end, each.at)),
        )
        const role = said.find((each) => overlaps(each, chunk))
        const way = ways.some((each) => {
          const ahead = each.at >= chunk.end - 1 && each.at - chunk.end <= 14 && within(reading, chunk.end, each.at)
          const behind = chunk.at >= each.end - 1 && chunk.at - each.end <= 14 && within(reading, each.end, chunk.at)
          const other = ahead
            ? named.find((one) => one.at >= each.end - 1 && one.at - each.end <= 24)
            : behind
              ? named.find((one) => one.end <= each.at + 1 && each.at - one.end <= 24)
              : null
          return (
            Boolean(other) ||
            ((ahead || behind) &&
              inLine.some((code) =>
                ahead
                  ? code.at >= each.end - 1 && code.at - each.end < 40
                  : code.end <= each.at + 1 && each.at - code.end < 40,
              ))
          )
        })
        const strict = words(reading, chunk) <= 5 && close
        const beside = timed && cell.end - cell.at <= 130 && !isProse(reading, cell) && nearTime(reading, line, chunk)
        if (
          !code &&
          !role &&
          !beside &&
          !(way && (timed || routed.length > 0 || (strict && cell.end - cell.at <= 80)) && !isProse(reading, cell)) &&
          routed.length === 0
        )
          continue
        if (code) usedCodes.add(code)
        tokens.push({
          is: 'spot',
          at: chunk.at,
          end: code ? code.end : chunk.end,
          name: chunk,
          code: code ?? null,
          role: role ? roleOf(role.concepts) : null,
        })
      }
    }
  }
  for (const code of codes)
    if (
      !usedCodes.has(code) &&
      code.at >= part.at &&
      code.end <= part.end &&
      !aside.some((each) => overlaps(each, code))
    ) {
      const role = reading.said.findLast((each) => overlaps(each, code) && roleOf(each.concepts) !== null)
      tokens.push({
        is: 'spot',
        at: code.at,
        end: code.end,
        name: nameAfter(reading, code),
        code,
        role: role ? roleOf(role.concepts) : null,
      })
    }
  return tokens.filter(
    (token, index) =>
      !tokens.some(
        (each, other) =>
          other !== index &&
          each.is === 'spot' &&
          each.at <= token.at &&
          each.end >= token.end &&
          (each.end > token.end || each.at < token.at || other < index),
      ),
  )
}

/** "Departure: 07:20 São Paulo - Congonhas (GRU)": under one label a dash parts no way, but belongs to the name. */
function joinedByRole(
  reading: Reading,
  chunks: readonly Stretch[],
  said: readonly Stretch[],
  codes: readonly Code[],
): Stretch[] {
  const found: Stretch[] = []
  for (const chunk of chunks) {
    const last = found.at(-1)
    const one =
      last &&
      said.some(
        (each) =>
          each.at <= last.at &&
          chunk.end <= each.end &&
          codes.filter((code) => code.at >= each.at && code.end <= each.end).length === 1,
      )
    if (
      last &&
      one &&
      /^\s-\s$/.test(reading.sheet.low.slice(last.end, chunk.at)) &&
      isPlaceName(reading, last) &&
      isPlaceName(reading, chunk)
    )
      found[found.length - 1] = { at: last.at, end: chunk.end }
    else found.push(chunk)
  }
  return found
}

export const words = (reading: Reading, { at, end }: Stretch) => reading.sheet.text.slice(at, end).split(/\s+/).length

/** Whether a time or a number of the trade stands within three lines: a way without either is a heading. */
function nearWay(reading: Reading, line: Line): boolean {
  const lines = reading.sheet.lines
  const [from, to] = [
    lines[Math.max(0, line.index - 2)]?.at ?? 0,
    lines[Math.min(lines.length - 1, line.index + 3)]?.end ?? line.end,
  ]
  return [...reading.times, ...reading.numbers].some((mark) => mark.at >= from && mark.end <= to)
}

/** Letters without brackets are an airport's where a time stands in their line, beside another, or alone in their cell. */
export function bareCode(reading: Reading, code: Code): boolean {
  if (code.bracketed) return true
  const line = lineAt(reading.sheet, code.at)
  if (reading.times.some((time) => overlaps(time, line))) return true
  const cell = cellAt(line, code.at)
  if (cell && cell.end - cell.at === 3) return true
  return (
    reading.codes.some((each) => each !== code && Math.abs(each.at - code.at) <= 12 && overlaps(each, line)) &&
    nearWay(reading, line)
  )
}

/** Between a chunk and an arrow: nothing but times, codes, terminals and punctuation. */
const within = (reading: Reading, from: number, to: number): boolean =>
  from >= to || !/\p{L}{4,}/u.test(reading.sheet.low.slice(from, to).replace(/terminal|termin/g, ''))

/** "JFK New York Kennedy": a name that follows its code. */
function nameAfter(reading: Reading, code: Code): Stretch | null {
  if (code.bracketed) return null
  const line = lineAt(reading.sheet, code.at)
  const match =
    /^\s{1,2}(\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]+){0,3}?)(?=\s{2}|\s*$|,|\t|\s\(?T\d|\s\(?[Tt]erminal)/u.exec(
      reading.sheet.text.slice(code.end, line.end),
    )
  if (!match) return nameBelow(reading, code, line)
  const at = code.end + match[0].indexOf(match[1] as string)
  const stretch = { at, end: at + (match[1] as string).length }
  return isPlaceName(reading, stretch) ? stretch : null
}

/** The airport's own name in the line below a code that stands alone. */
function nameBelow(reading: Reading, code: Code, line: Line): Stretch | null {
  const cell = reading.sheet.lines[line.index + 1]?.cells[0]
  if (!cell || line.cells.length > 1 || line.end - line.at > 12 || cell.end - cell.at > 40) return null
  const name = { at: cell.at, end: cell.end }
  return isNamed(code.airport, reading.sheet.text.slice(name.at, name.end)) && isPlaceName(reading, name) ? name : null
}

const isNameLabel = (reading: Reading, label: Stretch, cell: Stretch) =>
  /^\s\p{Lu}/u.test(reading.sheet.text.slice(label.end, label.end + 2)) &&
  label.at > cell.at &&
  !/^\s*$/.test(reading.sheet.text.slice(cell.at, label.at))

/** Sentences: many words that begin small. */
function isProse(reading: Reading, { at, end }: Stretch): boolean {
  const words = reading.sheet.text.slice(at, end).split(/\s+/)
  return words.filter((word) => /^\p{Ll}{2,}[,.]?$/u.test(word)).length > 6
}

function nearTime(reading: Reading, line: Stretch, chunk: Stretch): boolean {
  return reading.times.some((time) => {
    if (!overlaps(time, line)) return false
    const gap =
      time.at >= chunk.end
        ? reading.sheet.low.slice(chunk.end, time.at)
        : time.end <= chunk.at
          ? reading.sheet.low.slice(time.end, chunk.at)
          : 'x'.repeat(30)
    const between = gap.replace(/\d{1,2}[:.h]\d\d/g, '').replace(/\s+/g, ' ')
    return !/\p{L}{5,}/u.test(between) && between.length <= 20
  })
}
