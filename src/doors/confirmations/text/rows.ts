import type { Bit } from './marks.ts'
import type { Reading } from './reading.ts'
import { lineAt, type Stretch } from './sheet.ts'

const word = "\\p{Lu}[\\p{L}'’.-]{1,30}"
const seated = new RegExp(
  `^(?:\\d{1,2}[.)]\\s{0,3})?(?:(?:Mr|Mrs|Ms|Mstr|Herr|Frau|Sr|Sra|Sig|Mme|Dhr|Mevr)\\.?\\s)?(${word}(?:\\s${word}){1,3}?)(?:\\s(?:ADT|CHD|INF))?(?:\\s[-–—]\\s|:?\\s{1,8}(?:(?:Seat|Sitz|Place|Posto|Asiento|Lugar|Stoel|Plats|Sæde|Sete|Miejsce|Koltuk)\\s)?)(\\d{1,2}[A-K])(?![\\p{L}\\p{N}])`,
  'u',
)

const eachSeat = /(?<![\p{L}\p{N}])\d{1,2}[A-K](?![\p{L}\p{N}])/gu

/** "Kyle Brandvold - 17A": who sits where, by itself in a line. */
export function seatedIn(
  reading: Reading,
  { at, end }: Stretch,
): { readonly name: Stretch; readonly seats: readonly Bit[] } | null {
  const { sheet, letterheads } = reading
  for (const line of sheet.lines) {
    const cell = line.cells[0]
    if (!cell || line.at < at || line.end > end || letterheads.lines.has(line.index)) continue
    const match = seated.exec(sheet.text.slice(cell.at, Math.min(line.end, cell.at + 90)))
    if (!match || reading.labels.some((label) => label.at === cell.at)) continue
    const name = match[1] as string
    const from = cell.at + match[0].indexOf(name)
    const until = cell.at + match[0].length - (match[2] as string).length
    const seats = [...sheet.text.slice(until, line.end).matchAll(eachSeat)].map(
      ({ 0: value, index }): Bit => ({ at: until + index, end: until + index + value.length, value }),
    )
    return { name: { at: from, end: from + name.length }, seats }
  }
  return null
}

const slashed =
  /(?<![\p{L}\p{N}/])([A-Z][A-Z'’-]{1,30}(?: [A-Z'’-]{1,30})?\/[A-Z][A-Z'’-]{1,30}(?: [A-Z][A-Z'’-]{1,30}){0,2}?)(\s?(?:MR|MRS|MS|MISS|MSTR|DR))?(?=$|\s{2}|\n|\t|[,;(]|\s\p{Ll})/gmu

const called =
  /(?<!\p{L})(?:for|fur|pour|para|per|voor|for|passenger\p{L}*|traveller|traveler|pax|name|nom|nome|nombre|reisend\p{L}*|voyageur|passeggero|pasajero|naam|navn|namn)\W{0,6}$/u

/** "SULLIVAN/DEIRDRE": a name as tickets have it. */
export function ticketName({ sheet, letterheads }: Reading, { at, end }: Stretch): Stretch | null {
  const headed = (mark: number) => letterheads.lines.has(lineAt(sheet, mark).index)
  for (const match of sheet.text.slice(at, end).matchAll(slashed)) {
    const name = match[1] as string
    const [surname = '', given = ''] = name.split('/')
    const before = sheet.low.slice(Math.max(0, at + match.index - 24), at + match.index)
    if (match[2] === undefined && !called.test(before)) continue
    if (name.length < 8 || surname.length < 3 || given.length < 3 || headed(at + match.index)) continue
    return { at: at + match.index, end: at + match.index + name.length }
  }
  return null
}
