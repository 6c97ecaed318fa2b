import { isNamed } from './airportnames.ts'
import type { Leg, LegEnd } from './leg.ts'
import { overlaps } from './marks.ts'
import type { Reading } from './reading.ts'
import { lineAt, type Stretch } from './sheet.ts'

const wordsOf = ({ sheet }: Reading, { at, end }: Stretch) => sheet.low.slice(at, end)

/** The one date of a line goes with the one time of it. */
export function isAlone({ sheet, times, dates }: Reading, time: number, date: number): boolean {
  const line = lineAt(sheet, date)
  if (lineAt(sheet, time - 1).index !== line.index) return false
  return [times, dates].every((marks) => marks.filter((mark) => overlaps(mark, line)).length === 1)
}

type Place = Pick<LegEnd, 'name' | 'code'>

/** The same place by its code, its name, or the name its airport has. */
export function isSamePlace(reading: Reading, { name, code }: Place, end: Place): boolean {
  if (code && end.code) return end.code.code === code.code
  return (
    (name !== null && end.name !== null && wordsOf(reading, name) === wordsOf(reading, end.name)) ||
    (name !== null && end.code !== null && isNamed(end.code.airport, wordsOf(reading, name))) ||
    (code !== null && end.name !== null && isNamed(code.airport, wordsOf(reading, end.name)))
  )
}

/** A mention ("seat ZV 760: 31K") is followed by no way of its own. */
export function startsWay({ times, codes }: Reading, at: number): boolean {
  const stop = at + 160
  return times.some((time) => time.at > at && time.at < stop) || codes.some((code) => code.at > at && code.at < stop)
}

export function isUntimed({ sheet, times }: Reading, at: number): boolean {
  const line = lineAt(sheet, at)
  return !times.some((time) => overlaps(time, line))
}

/** The end whose name stands before a terminal in its line; none where another name does. */
export function endNamed({ sheet }: Reading, leg: Leg, at: number, last: 0 | 1): 0 | 1 | 'none' | null {
  const { text } = sheet
  const before = /(\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){0,2}),? \(?$/u.exec(
    text.slice(Math.max(lineAt(sheet, at).at, at - 40), at),
  )
  if (!before) return null
  const words = before[1] as string
  const hit = leg.ends.findIndex(
    ({ name, code }) =>
      isNamed(code?.airport ?? null, words) || (name && text.slice(name.at, name.end).endsWith(words)),
  )
  return hit === -1 ? (/ /.test(words) || leg.ends[last].name ? null : 'none') : (hit as 0 | 1)
}

/** The place of the line a time begins a way in goes with it. */
export function takeAlong({ sheet }: Reading, last: LegEnd, end: LegEnd, at: number): void {
  const place = last.name ?? last.code
  if (!place || lineAt(sheet, place.at).index !== lineAt(sheet, at).index) return
  if (last.time && lineAt(sheet, last.time.at).index === lineAt(sheet, at).index) return
  Object.assign(end, { name: last.name, code: last.code, loose: last.loose })
  Object.assign(last, { name: null, code: null })
}

/** A leg that is told in full before a free line takes no number from behind it. */
export const isClosed = ({ sheet }: Reading, { ends, end }: Leg, at: number): boolean =>
  Boolean(ends[0].time && ends[1].time && /\n[ \t]*\n/.test(sheet.low.slice(end, at)))
