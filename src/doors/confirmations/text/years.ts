import { dayFrom, daysInMonth } from '../../../plan/civil.ts'
import { type Day, weekdayOf, weekdays } from '../../../plan/time.ts'
import type { DateMark } from './dates.ts'
import type { Sheet } from './sheet.ts'

export const isDate = (year: number, month: number, date: number) =>
  month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month)
export const possible = (month: number, date: number) => isDate(2024, month, date)

const weekdayNumber = (day: Day) => weekdays.indexOf(weekdayOf(day)) + 1

export const numeric =
  /(?<![\d./-])(\d{1,4})([./-])[ ]?(\d{1,2})\2[ ]?(\d{4}|\d{2})(?![\d]|[./:h-]\d|\s?(?:uhr|uur|h|hrs)(?!\p{L}))/gu

const rangeStart = /(?<![\d.,:/-])(\d{1,2})(?:\.|st|nd|rd|th)?\s?(?:-|au|al|to|bis|til|till|tot)\s?(?:le |il )?$/
const upTo = /^\s?-\s?(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})(?!\d)/

/** "4 - 6 December 2026" and "Dec 4-6, 2026": the other end of a stretch whose month and year stand once. */
export function stretched(sheet: Sheet, marks: DateMark[]): DateMark[] {
  const more: DateMark[] = []
  for (const mark of marks) {
    const before = mark.weekday === null ? rangeStart.exec(sheet.low.slice(Math.max(0, mark.at - 12), mark.at)) : null
    const others = before && !marks.some((each) => each.end > mark.at - before[0].length && each.at < mark.at)
    if (before && others && possible(mark.month, Number(before[1])) && Number(before[1]) < mark.date)
      more.push({
        ...mark,
        at: mark.at - before[0].length,
        end: mark.at - before[0].length + (before[1] as string).length,
        date: Number(before[1]),
        swapped: null,
      })
    const after = mark.year === null ? upTo.exec(sheet.low.slice(mark.end, mark.end + 14)) : null
    if (after && possible(mark.month, Number(after[1])) && Number(after[1]) > mark.date) {
      mark.year = Number(after[2])
      const at = mark.end + after[0].indexOf(after[1] as string)
      more.push({ ...mark, at, end: mark.end + after[0].length, date: Number(after[1]), weekday: null })
    }
  }
  return more
}

/** A day and month without its year: the year of the date it runs up to, of the same day elsewhere, or the one its weekday fits. */
export function yearFor(
  sheet: Sheet,
  mark: DateMark,
  marks: readonly DateMark[],
  sentYear: number | null,
): number | null {
  const next = marks.find((each) => each.at >= mark.end)
  if (
    next?.year &&
    next.at - mark.end <= 12 &&
    /^\s*(?:-|to|bis|au|al|a|tot|til|till|do|ate|hasta el|~|から)\s*(?:\p{L}{2,3}\.?,?)?\s*$/u.test(
      sheet.low.slice(mark.end, next.at),
    )
  )
    return mark.month > next.month ? next.year - 1 : next.year
  const near = marks.filter((each) => each.year !== null && each.end <= mark.at && mark.at - each.end < 250).at(-1)
  if (near?.year && !near.swapped && !mark.swapped && isDate(near.year, near.month, near.date))
    for (const year of [near.year, near.year + 1]) {
      const apart = isDate(year, mark.month, mark.date)
        ? dayFrom(year, mark.month, mark.date) - dayFrom(near.year, near.month, near.date)
        : -1
      if (apart >= 0 && apart <= 2) return year
    }
  const like = marks.filter((each) => each.year !== null && each.month === mark.month && each.date === mark.date)
  const years = new Set(like.map(({ year }) => year as number))
  if (years.size === 1) return [...years][0] as number
  if (sentYear === null || mark.weekday === null) return null
  const fitting = [sentYear - 1, sentYear, sentYear + 1].filter(
    (year) =>
      isDate(year, mark.month, mark.date) && weekdayNumber(dayFrom(year, mark.month, mark.date)) === mark.weekday,
  )
  return fitting.length === 1 ? (fitting[0] as number) : null
}

export function daysOf(mark: DateMark, order: 'european' | 'american' | null): Day[] {
  if (mark.year === null) return []
  const year = mark.year
  const ways = [{ month: mark.month, date: mark.date }, ...(mark.swapped ? [mark.swapped] : [])]
  const days = ways
    .filter(({ month, date }) => isDate(year, month, date))
    .map(({ month, date }) => dayFrom(year, month, date))
  if (days.length < 2) return days
  const fitting = mark.weekday === null ? [] : days.filter((day) => weekdayNumber(day) === mark.weekday)
  if (fitting.length === 1) return fitting
  if (order) return [days[order === 'european' ? 0 : 1] as Day]
  return days
}

/** Whether slashes put the day or the month first, as other dates of the same text show; null: nothing shows it. */
export function orderOf(marks: readonly DateMark[]): 'european' | 'american' | null {
  let [european, american] = [0, 0]
  const plain = marks.filter(({ swapped, year }) => !swapped && year !== null)
  for (const mark of marks) {
    if (!mark.swapped) continue
    const same = (month: number, date: number) =>
      plain.some((each) => each.month === month && each.date === date && each.year === mark.year)
    if (same(mark.month, mark.date)) european++
    if (same(mark.swapped.month, mark.swapped.date)) american++
    if (mark.weekday === null || mark.year === null) continue
    const fits = (month: number, date: number) =>
      isDate(mark.year as number, month, date) &&
      weekdayNumber(dayFrom(mark.year as number, month, date)) === mark.weekday
    if (fits(mark.month, mark.date) && !fits(mark.swapped.month, mark.swapped.date)) european++
    if (!fits(mark.month, mark.date) && fits(mark.swapped.month, mark.swapped.date)) american++
  }
  return european > 0 && american === 0 ? 'european' : american > 0 && european === 0 ? 'american' : null
}

/** A slashed date whose parts can only be one way round shows how this text writes the others. */
export function orderOfSlashes(sheet: Sheet): 'european' | 'american' | null {
  let [european, american] = [0, 0]
  for (const match of sheet.low.matchAll(numeric)) {
    if (match[2] === '.' || (match[1] as string).length > 2) continue
    const [a, b] = [Number(match[1]), Number(match[3])]
    if (a > 12 && b <= 12) european++
    if (b > 12 && a <= 12) american++
  }
  return european > 0 && american === 0 ? 'european' : american > 0 && european === 0 ? 'american' : null
}
