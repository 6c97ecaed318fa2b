/** The day a line is typed on. */
export type Today = Temporal.PlainDate

export const monthNames =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
export const weekdayNames =
  'mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?'
const ordinal = '(?:st|nd|rd|th)?'
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

export const weekdayNumber = (name: string): number => weekdays.indexOf(name.slice(0, 3).toLowerCase()) + 1
export const monthNumber = (name: string) => months.indexOf(name.slice(0, 3).toLowerCase()) + 1

/** A date that exists; without a year the next one that is not past. */
export function dateOf(day: number, month: number, year: string | undefined, today: Today): Today | null {
  const on = (y: number) => {
    const month1 = Temporal.PlainDate.from({ year: y, month: Math.min(Math.max(month, 1), 12), day: 1 })
    return month < 1 || month > 12 || day < 1 || day > month1.daysInMonth ? null : month1.with({ day })
  }
  if (year !== undefined) return on(year.length === 2 ? 2000 + Number(year) : Number(year))
  for (let y = today.year; y < today.year + 9; y++) {
    const found = on(y)
    if (found && Temporal.PlainDate.compare(found, today) >= 0) return found
    // 29 February waits for its year; any other date that does not exist never will.
    if (!found && !(day === 29 && month === 2)) return null
  }
  return null
}

export const nextWeekday = (weekday: number, from: Today): Today =>
  from.add({ days: (weekday - from.dayOfWeek + 7) % 7 })

export const dm = `(\\d{1,2})${ordinal}\\s+(?:of\\s+)?(${monthNames})\\b\\.?(?:,?\\s+(\\d{4}))?`
export const md = `(${monthNames})\\.?\\s+(\\d{1,2})${ordinal}(?!\\d|:|\\s*[ap]m)(?:,?\\s+(\\d{4}))?`

/** A date as it may stand inside another phrase, "until 18 dec"; null where none begins there. */
export function readDate(text: string, today: Today): { on: Today; length: number } | null {
  const tries: readonly [RegExp, (m: RegExpExecArray) => Today | null][] = [
    [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/, (m) => dateOf(Number(m[3]), Number(m[2]), m[1], today)],
    [/^(\d{1,2})-(\d{1,2})-(\d{4})(?!\d)/, (m) => dayFirst(m, today)],
    [new RegExp(`^${dm}`, 'i'), (m) => dateOf(Number(m[1]), monthNumber(m[2] ?? ''), m[3], today)],
    [new RegExp(`^${md}`, 'i'), (m) => dateOf(Number(m[2]), monthNumber(m[1] ?? ''), m[3], today)],
    [/^(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d{2}))?\.?(?![\d:])/, (m) => dayFirst(m, today)],
    [/^tomorrow\b/i, () => today.add({ days: 1 })],
    [/^today\b/i, () => today],
    [new RegExp(`^(${weekdayNames})\\b`, 'i'), (m) => nextWeekday(weekdayNumber(m[1] ?? ''), today)],
    [/^(?:christmas)\b/i, () => dateOf(25, 12, undefined, today)],
  ]
  for (const [pattern, make] of tries) {
    const match = pattern.exec(text)
    const on = match && make(match)
    if (match && on) return { on, length: match[0].length }
  }
  return null
}

/** 3/12 is the third of December here; 12/25 can only be the other way round. */
export function dayFirst(match: RegExpExecArray, today: Today): Today | null {
  const [a, b] = [Number(match[1]), Number(match[2])]
  return b > 12 ? dateOf(b, a, match[3], today) : dateOf(a, b, match[3], today)
}

/** The next date that is this day of its month. */
export function nextNth(day: number, today: Today): Today | null {
  for (let ahead = 0; ahead < 13; ahead++) {
    const month = today.with({ day: 1 }).add({ months: ahead })
    if (day >= 1 && day <= month.daysInMonth && Temporal.PlainDate.compare(month.with({ day }), today) >= 0)
      return month.with({ day })
  }
  return null
}

/** "Thursday 26 November", with its year where that is not this one. */
export const long = (on: Today, today: Today): string =>
  `${on.toLocaleString('en-GB', { weekday: 'long' })} ${on.day} ${on.toLocaleString('en-GB', { month: 'long' })}${on.year === today.year ? '' : ` ${on.year}`}`

/** What "5th" may count that is no day. */
export const ranked =
  'floor|birthday|anniversary|street|st|ave|avenue|century|edition|annual|round|grade|party|form|draft|version|time|quarter|half|generation|place|interview|year|week|month'
