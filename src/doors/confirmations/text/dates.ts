import { dayFrom, daysInMonth } from '../../../plan/civil.ts'
import { type Day, weekdayOf, weekdays } from '../../../plan/time.ts'
import type { Lexicon } from './lexicon.ts'
import type { Sheet, Stretch } from './sheet.ts'

/** A date as written. `days` are the dates it can mean: none where no year is known, two where day and month could be either. */
export type DateMark = Stretch & {
  month: number
  date: number
  year: number | null
  /** 1 is Monday. */
  weekday: number | null
  days: readonly Day[]
  /** Day and month the other way round. */
  swapped: { month: number; date: number } | null
}

const isDate = (year: number, month: number, date: number) =>
  month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month)
const possible = (month: number, date: number) => isDate(2024, month, date)

export const weekdayNumber = (day: Day) => weekdays.indexOf(weekdayOf(day)) + 1

const fullYear = (digits: string): number => (digits.length === 4 ? Number(digits) : 2000 + Number(digits))
const usualYear = (year: number) => year >= 2000 && year <= 2099

type Found = Omit<DateMark, 'days' | 'weekday'>

const dayBefore =
  /(?<![\d.,:/-])(\d{1,2})(?:st|nd|rd|th|er|re|eme|e|\.|º|°|ª|:e|:a|:nde)?\s*(?:de|of|di|den|d')?[\s\-/.]{0,2}$/
const yearAfter = /^\.?,?[\s\-/.']{0,2}\s?(?:de|del|di|r\.)?\s?(\d{4})(?![\d:])/
const shortYear = /^\.?[ '\-/]?(\d{2})(?![\d:.h%]|\s?(?:uhr|h|am|pm|kg|x|eur|usd|gbp)(?!\p{L})|\s?[€$£])/u
const dayAfter =
  /^\.?\s?(\d{1,2})(?:st|nd|rd|th)?(?![\d:.h]|\s?[ap]\.?m)(?:(?:,|\s)\s?'?(\d{4}|\d{2}(?!\d|:|\s?[ap]m)))?(?!\d)/

function named(sheet: Sheet, lexicon: Lexicon, sentYear: number | null): Found[] {
  const found: Found[] = []
  for (const match of sheet.low.matchAll(lexicon.monthWords)) {
    const month = lexicon.months.get(match[0]) as number
    const stop = match.index + match[0].length
    const rest = sheet.low.slice(stop, stop + 30)
    const before = dayBefore.exec(sheet.low.slice(Math.max(0, match.index - 14), match.index))
    const near = (digits: string) => sentYear === null || Math.abs(2000 + Number(digits) - sentYear) <= 2
    if (before && possible(month, Number(before[1]))) {
      const long = yearAfter.exec(rest)
      const short = long ? null : shortYear.exec(rest)
      const year =
        long && usualYear(Number(long[1]))
          ? long
          : short && Number(short[1]) > 19 && near(short[1] as string)
            ? short
            : null
      found.push({
        at: match.index - before[0].length,
        end: stop + (year ? year[0].length : 0),
        month,
        date: Number(before[1]),
        year: year ? fullYear(year[1] as string) : null,
        swapped: null,
      })
      continue
    }
    const after = dayAfter.exec(rest)
    if (after && possible(month, Number(after[1]))) {
      const year = after[2] === undefined ? null : fullYear(after[2])
      found.push({ at: match.index, end: stop + after[0].length, month, date: Number(after[1]), year, swapped: null })
    }
  }
  return found
}

const numeric =
  /(?<![\d./-])(\d{1,4})([./-])[ ]?(\d{1,2})\2[ ]?(\d{4}|\d{2})(?![\d]|[./:h-]\d|\s?(?:uhr|uur|h|hrs)(?!\p{L}))/gu
const dotted = /(?<![\d.,:/-])(\d{1,2})\.[ ]?(\d{1,2})\.(?![ ]?\d{2,4}(?!\d|[:.]\d\d))/g
const slashed = /(?<![\d./-])(\d{1,2})\/(\d{1,2})(?![\d/])/g
const eastern = /(?:(\d{4})\s?年\s?)?(\d{1,2})\s?月\s?(\d{1,2})\s?日/g

/** Day and month of `a.b`: those it can be, the usual order of the language first. */
function orders(a: number, b: number, mark: string, language: string): { month: number; date: number }[] {
  const [european, american] = [
    { month: b, date: a },
    { month: a, date: b },
  ]
  const all =
    mark === '/' && language === 'en'
      ? [european, american]
      : mark === '-' && language === 'en'
        ? [european, american]
        : [european]
  const able = all.filter(({ month, date }) => possible(month, date))
  return a === b ? able.slice(0, 1) : able
}

function figured(sheet: Sheet, language: string): Found[] {
  const found: Found[] = []
  for (const match of sheet.low.matchAll(numeric)) {
    const [whole, first, mark, second, last] = match as unknown as [string, string, string, string, string]
    const stretch = { at: match.index, end: match.index + whole.length }
    if (first.length === 4) {
      if (usualYear(Number(first)) && last.length === 2 && isDate(Number(first), Number(second), Number(last)))
        found.push({ ...stretch, year: Number(first), month: Number(second), date: Number(last), swapped: null })
      continue
    }
    if (first.length === 3 || (last.length === 2 && Number(last) < 20)) continue
    const able = orders(Number(first), Number(second), mark, language)
    const year = fullYear(last)
    if (able[0] && usualYear(year)) found.push({ ...stretch, ...able[0], year, swapped: able[1] ?? null })
  }
  for (const match of sheet.low.matchAll(dotted)) {
    const [date, month] = [Number(match[1]), Number(match[2])]
    if (possible(month, date))
      found.push({ at: match.index, end: match.index + match[0].length, month, date, year: null, swapped: null })
  }
  for (const match of sheet.low.matchAll(slashed)) {
    const able = orders(Number(match[1]), Number(match[2]), '/', language)
    if (able[0])
      found.push({
        at: match.index,
        end: match.index + match[0].length,
        ...able[0],
        year: null,
        swapped: able[1] ?? null,
      })
  }
  for (const match of sheet.low.matchAll(eastern)) {
    const [month, date] = [Number(match[2]), Number(match[3])]
    const year = match[1] === undefined ? null : Number(match[1])
    if (possible(month, date))
      found.push({ at: match.index, end: match.index + match[0].length, month, date, year, swapped: null })
  }
  return found
}

function withWeekday(sheet: Sheet, lexicon: Lexicon, found: Found): DateMark {
  const before = lexicon.weekdayBefore.exec(sheet.low.slice(Math.max(0, found.at - 24), found.at))
  const after = before ? null : lexicon.weekdayAfter.exec(sheet.low.slice(found.end, found.end + 24))
  const name = before?.[1] ?? after?.[1]
  const at = before ? found.at - before[0].length : found.at
  return {
    ...found,
    at,
    end: found.end + (after ? after[0].length : 0),
    weekday: name === undefined ? null : (lexicon.weekdays.get(name) ?? null),
    days: [],
  }
}

const rangeStart = /(?<![\d.,:/-])(\d{1,2})(?:\.|st|nd|rd|th)?\s?(?:-|au|al|to|bis|til|till|tot)\s?(?:le |il )?$/
const upTo = /^\s?-\s?(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})(?!\d)/

/** "4 - 6 December 2026" and "Dec 4-6, 2026": the other end of a stretch whose month and year stand once. */
function stretched(sheet: Sheet, marks: DateMark[]): DateMark[] {
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
function yearFor(sheet: Sheet, mark: DateMark, marks: readonly DateMark[], sentYear: number | null): number | null {
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

function daysOf(mark: DateMark, order: 'european' | 'american' | null): Day[] {
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
function orderOf(marks: readonly DateMark[]): 'european' | 'american' | null {
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
function orderOfSlashes(sheet: Sheet): 'european' | 'american' | null {
  let [european, american] = [0, 0]
  for (const match of sheet.low.matchAll(numeric)) {
    if (match[2] === '.' || (match[1] as string).length > 2) continue
    const [a, b] = [Number(match[1]), Number(match[3])]
    if (a > 12 && b <= 12) european++
    if (b > 12 && a <= 12) american++
  }
  return european > 0 && american === 0 ? 'european' : american > 0 && european === 0 ? 'american' : null
}

/** Every date of the text, in order; none of them lie upon each other. */
export function datesIn(sheet: Sheet, lexicon: Lexicon, sentYear: number | null): DateMark[] {
  const found = [...named(sheet, lexicon, sentYear), ...figured(sheet, lexicon.language)].slice(0, 400)
  const marks = found.map((each) => withWeekday(sheet, lexicon, each)).sort((a, b) => a.at - b.at || b.end - a.end)
  const apart = marks.filter((mark, at) => !marks.slice(Math.max(0, at - 4), at).some((each) => each.end > mark.at))
  const slashYearless = (mark: DateMark) =>
    mark.year === null && mark.weekday === null && /^\d{1,2}\/\d{1,2}$/.test(sheet.low.slice(mark.at, mark.end))
  const all = [...apart, ...stretched(sheet, apart)].sort((a, b) => a.at - b.at)
  for (const mark of all) if (mark.year === null) mark.year = yearFor(sheet, mark, all, sentYear)
  const order = orderOfSlashes(sheet) ?? orderOf(all)
  for (const mark of all) mark.days = daysOf(mark, order)
  return all.filter((mark) => !slashYearless(mark) || mark.days.length > 0)
}
