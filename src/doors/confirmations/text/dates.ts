import type { Day } from '../../../plan/time.ts'
import type { Lexicon } from './lexicon.ts'
import type { Sheet, Stretch } from './sheet.ts'
import { daysOf, isDate, numeric, orderOf, orderOfSlashes, possible, stretched, yearFor } from './years.ts'

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
