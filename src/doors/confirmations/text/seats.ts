import type { Said } from './labels.ts'
import type { Leg } from './leg.ts'
import type { Bit } from './marks.ts'
import type { Part } from './parts.ts'
import type { Reading } from './reading.ts'
import { seatedIn } from './rows.ts'
import { lineAt, type Stretch } from './sheet.ts'
import type { Concept } from './vocabulary/concepts.ts'

export const seatShape =
  /^(?:n[°º]\.?|nr\.?|no\.?|#)?\s?:?\s?(\d{1,3}\s?[A-Z]?|[A-Z]\d{1,3}|\d{1,3}番[A-Z]席|\d{1,2}-?[A-Z])(?![\p{L}\p{N}])/u
export const coachShape = /^(?:n[°º]\.?|nr\.?|no\.?|#)?\s?:?\s?(\d{1,3}|[A-Z])(?![\p{L}\p{N}])/u

const easternSeat = /\d{1,2}番[A-Z]席/
const easternCoach = /\d{1,2}号車/

/** What is said of a concept within a stretch, though the head of its column stands above. */
const valuesIn = (reading: Reading, concept: Concept, { at, end }: Stretch): Said[] =>
  reading.said.filter((each) => each.concepts.includes(concept) && each.at >= at && each.at < end)

/** Seats and coaches of a leg: behind their labels within it, or behind its number elsewhere. */
export function bitOf(reading: Reading, range: Stretch, concept: 'seat' | 'coach', shape: RegExp): Bit | null {
  const eastern = (concept === 'seat' ? easternSeat : easternCoach).exec(reading.sheet.text.slice(range.at, range.end))
  if (eastern)
    return { at: range.at + eastern.index, end: range.at + eastern.index + eastern[0].length, value: eastern[0] }
  for (const said of valuesIn(reading, concept, range)) {
    const inRange = said.at >= range.at && said.at < range.end
    const match = inRange ? shape.exec(reading.sheet.text.slice(said.at, Math.min(said.end, said.at + 30))) : null
    if (
      !match ||
      /^[\s]?(?:x|pers|place|%)/.test(reading.sheet.low.slice(said.at + match[0].length, said.at + match[0].length + 5))
    )
      continue
    const value = match[1] as string
    const at = said.at + match[0].lastIndexOf(value)
    return { at, end: at + value.length, value: value.replace(/\s/g, '') }
  }
  return null
}

const seatList = /(?<![\p{L}\p{N}])\d{1,2}[A-K](?:\s?[/·|]\s?\d{1,2}[A-K])+(?![\p{L}\p{N}])/gu

/** "4D / 5D" of two ways: as many seats beside each other as there are ways, each for its own, of whom is named first. */
export function seatInList(reading: Reading, part: Stretch, index: number, count: number): Bit | null {
  for (const match of reading.sheet.text.slice(part.at, part.end).matchAll(seatList)) {
    const seats = [...match[0].matchAll(/\d{1,2}[A-K]/g)]
    const seat = seats[index]
    if (count < 2 || seats.length !== count || !seat) continue
    const at = part.at + match.index + seat.index
    return { at, end: at + seat[0].length, value: seat[0] }
  }
  return null
}

export function seatByNumber(reading: Reading, leg: Leg): Bit | null {
  if (!leg.number) return null
  const number = leg.number.value
  for (const label of reading.labels) {
    if (!label.concepts.includes('seat')) continue
    const rest = reading.sheet.text.slice(label.end, label.end + 30).replace(/\u00a0/g, ' ')
    const match = new RegExp(
      `^\\s{0,2}${number.replace(' ', '\\s?')}\\s?:?\\s{1,3}(\\d{1,2}[A-Z])(?![\\p{L}\\p{N}])`,
      'u',
    ).exec(rest)
    if (!match) continue
    const at = label.end + match[0].length - (match[1] as string).length
    return { at, end: at + (match[1] as string).length, value: match[1] as string }
  }
  return null
}

/** From the beginning of the line a leg begins on to the line before the next one. */
export function rangeOf(reading: Reading, legs: readonly Leg[], index: number, part: Part): Stretch {
  const leg = legs[index] as Leg
  const next = legs[index + 1]
  const last = lineAt(reading.sheet, leg.end)
  let end = next ? Math.max(leg.end, next.at) : part.end
  if (!next) {
    let gaps = 0
    for (const line of reading.sheet.lines.slice(last.index + 1)) {
      if (line.at >= part.end) break
      if (line.cells.length === 0) gaps++
      if (gaps > 1 || line.index - last.index > 8) {
        end = line.at
        break
      }
    }
  }
  const previous = legs[index - 1]
  const start = lineAt(reading.sheet, leg.at).at
  return {
    at: previous && start < previous.end ? leg.at : start,
    end: Math.max(end, last.end <= part.end && !next ? last.end : leg.end),
  }
}

/** Seats beside the names of those who sit there: one a way in a row for all, or a row under each way. */
export function seatsOfRows(reading: Reading, part: Part, legs: readonly Leg[]): (Bit | null)[] {
  const all = seatedIn(reading, part)?.seats ?? []
  if (all.length === legs.length && legs.length > 1) return [...all]
  const own = legs.map((_, index) => seatedIn(reading, rangeOf(reading, legs, index, part))?.seats ?? [])
  return own.every((seats) => seats.length === 1) ? own.map(([seat]) => seat ?? null) : legs.map(() => null)
}
