import type { Line } from './line.ts'

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
const monthNumber = (name: string) => months.indexOf(name.slice(0, 3).toLowerCase()) + 1

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

const dm = `(\\d{1,2})${ordinal}\\s+(?:of\\s+)?(${monthNames})\\b\\.?(?:,?\\s+(\\d{4}))?`
const md = `(${monthNames})\\.?\\s+(\\d{1,2})${ordinal}(?!\\d|:|\\s*[ap]m)(?:,?\\s+(\\d{4}))?`

/** A date as it may stand inside another phrase, "until 18 dec"; null where none begins there. */
export function readDate(text: string, today: Today): { on: Today; length: number } | null {
  const tries: readonly [RegExp, (m: RegExpExecArray) => Today | null][] = [
    [/^(\d{4})-(\d{2})-(\d{2})(?!\d)/, (m) => dateOf(Number(m[3]), Number(m[2]), m[1], today)],
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
function dayFirst(match: RegExpExecArray, today: Today): Today | null {
  const [a, b] = [Number(match[1]), Number(match[2])]
  return b > 12 ? dateOf(b, a, match[3], today) : dateOf(a, b, match[3], today)
}

/** `23 dec to 3 jan`, `21-24 dec`, `dec 21-24`: first and last day. */
export function takeRange(line: Line, today: Today): { from: Today; to: Today } | null {
  const sep = '\\s*(?:-|–|—|to|until|till|through)\\s*'
  const two = line.take(
    new RegExp(
      `\\b(?:from\\s+)?(\\d{1,2})${ordinal}\\s+(${monthNames})\\b${sep}(\\d{1,2})${ordinal}\\s+(${monthNames})\\b(?:\\s+(\\d{4}))?`,
      'i',
    ),
    'days',
  )
  if (two)
    return ordered(
      dateOf(Number(two[1]), monthNumber(two[2] ?? ''), undefined, today),
      Number(two[3]),
      monthNumber(two[4] ?? ''),
      today,
    )
  const one = line.take(
    new RegExp(`\\b(?:from\\s+)?(\\d{1,2})${ordinal}${sep}(\\d{1,2})${ordinal}\\s+(${monthNames})\\b`, 'i'),
    'days',
  )
  if (one)
    return ordered(
      dateOf(Number(one[1]), monthNumber(one[3] ?? ''), undefined, today),
      Number(one[2]),
      monthNumber(one[3] ?? ''),
      today,
    )
  const us = line.take(
    new RegExp(
      `(?<!\\d(?:st|nd|rd|th)?\\s+(?:of\\s+)?)\\b(${monthNames})\\s+(\\d{1,2})\\s*[-–]\\s*(\\d{1,2})\\b(?!:)`,
      'i',
    ),
    'days',
  )
  if (us)
    return ordered(
      dateOf(Number(us[2]), monthNumber(us[1] ?? ''), undefined, today),
      Number(us[3]),
      monthNumber(us[1] ?? ''),
      today,
    )
  return takeNumberRange(line, today) ?? takeWeekdayRange(line, today)
}

/** `27/12 to 31/12`, `27.12.-2.1.`, `2026-12-27 to 2026-12-31`. */
function takeNumberRange(line: Line, today: Today): { from: Today; to: Today } | null {
  const one = '(\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[/.]\\d{1,2}(?:[/.](?:\\d{4}|\\d{2})?)?)'
  const pattern = new RegExp(`(?<![\\w/.:-])(?:from\\s+)?${one}\\s*(?:-|–|—|to|until|till)\\s*${one}(?![\\w/:-])`, 'i')
  return line.read(pattern, 'days', (m) => {
    // `9.30-10.30` are times.
    if (/^\d{1,2}\.\d{2}$/.test(m[1] ?? '') && /^\d{1,2}\.\d{2}$/.test(m[2] ?? '')) return null
    const from = readDate(m[1] ?? '', today)?.on
    const to = from && readDate(m[2] ?? '', Temporal.PlainDate.compare(from, today) > 0 ? from : today)?.on
    return from && to && Temporal.PlainDate.compare(from, to) <= 0 ? { from, to } : null
  })
}

/** `mon-wed`: whole days, unless the line has a time. */
function takeWeekdayRange(line: Line, today: Today): { from: Today; to: Today } | null {
  const pattern = new RegExp(
    `\\b(?:next\\s+)?(${weekdayNames})\\s*(?:-|–|—|to|until|till|through)\\s*(${weekdayNames})\\b`,
    'i',
  )
  if (!pattern.test(line.left) || /\d\s*(?:[ap]\.?m|:\d\d)/i.test(line.left)) return null
  return line.read(pattern, 'days', (m) => {
    const week = /^next/i.test(m[0]) ? today.add({ days: 8 - today.dayOfWeek }) : today
    const from = nextWeekday(weekdayNumber(m[1] ?? ''), week)
    const to = nextWeekday(weekdayNumber(m[2] ?? ''), from)
    line.assume(`“${m[0].trim()}” was read as ${long(from)} to ${long(to)}`)
    return { from, to }
  })
}

function ordered(from: Today | null, day: number, month: number, today: Today): { from: Today; to: Today } | null {
  const to = from && dateOf(day, month, undefined, Temporal.PlainDate.compare(from, today) > 0 ? from : today)
  return from && to && Temporal.PlainDate.compare(from, to) <= 0 ? { from, to } : null
}

/** The day a line names, or null. A weekday beside a date is checked against it. */
export function takeDay(line: Line, today: Today): Today | null {
  const on = takeNamed(line, today) ?? takeDated(line, today) ?? takeWeekday(line, today)
  const beside = on && line.take(new RegExp(`\\b(${weekdayNames})\\b`, 'i'), 'weekday', (m) => besideAPart(line, m))
  if (on && beside && weekdayNumber(beside[1] ?? '') !== on.dayOfWeek)
    line.assume(
      `The date is a ${on.toLocaleString('en-GB', { weekday: 'long' })}, not a ${beside[1]}; the date was taken`,
    )
  return on
}

/** Only blanks, or a comma, between this and something already understood as a day. */
function besideAPart(line: Line, match: RegExpExecArray): boolean {
  const [from, to] = [match.index, match.index + match[0].length]
  return line.parts.some(
    (part) =>
      part.meaning === 'day' &&
      ((/^[\s,]*$/.test(line.text.slice(to, part.from)) && to <= part.from) ||
        (part.to <= from && /^[\s,]*$/.test(line.text.slice(part.to, from)))),
  )
}

function takeNamed(line: Line, today: Today): Today | null {
  if (line.take(/\b(?:the\s+)?day after tomorrow\b/i, 'day')) return today.add({ days: 2 })
  if (line.take(/\btomorrow\b|\btmrw?\b|\btmw\b/i, 'day')) return today.add({ days: 1 })
  if (line.take(/\byesterday\b/i, 'day')) return today.subtract({ days: 1 })
  if (line.take(/\b(?:today|tonight|this (?:morning|afternoon|evening))\b/i, 'day')) return today
  const inSome = line.take(
    new RegExp(
      `\\bin (\\d{1,2}|a|two|three|four) (day|week|fortnight|month)s?\\b(?:\\s+(?:on\\s+)?(${weekdayNames})\\b)?`,
      'i',
    ),
    'day',
  )
  if (!inSome) return null
  const count = { a: 1, two: 2, three: 3, four: 4 }[(inSome[1] ?? '').toLowerCase()] ?? Number(inSome[1])
  const unit = (inSome[2] ?? '').toLowerCase()
  const far = unit === 'fortnight' ? today.add({ weeks: 2 * count }) : today.add({ [`${unit}s`]: count })
  if (!inSome[3]) return far
  const monday = far.subtract({ days: far.dayOfWeek - 1 })
  const on = nextWeekday(weekdayNumber(inSome[3]), monday)
  line.assume(`“${inSome[0].trim()}” was read as ${long(on)}`)
  return on
}

function takeDated(line: Line, today: Today): Today | null {
  for (const pattern of [
    /\b(\d{4})-(\d{2})-(\d{2})(?:T(?=\d)|(?!\w))/,
    new RegExp(`\\b${dm}`, 'i'),
    new RegExp(`\\b${md}`, 'i'),
    /(?<![\d:.£$€])\b(?!24\/7\b)(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?(?![\d:/])/,
    /(?<![\d:.])\b(\d{1,2})\.(\d{1,2})\.(?:(\d{4}|\d{2})\b)?/,
  ]) {
    let on: Today | null = null
    const match = line.take(pattern, 'day', (m) => {
      on = readDate(m[0].trim(), today)?.on ?? null
      return on !== null
    })
    if (match && on) {
      const numbers = /^(\d{1,2})[/.](\d{1,2})/.exec(match[0])
      if (numbers && Number(numbers[1]) <= 12 && Number(numbers[2]) <= 12 && numbers[1] !== numbers[2])
        line.assume(`“${match[0].trim()}” was read as ${long(on)}, the day first`)
      return on
    }
  }
  return null
}

/** "friday week", "a week on friday", "thursday fortnight": so many weeks after the next such day. */
function takeWeeksOn(line: Line, today: Today): Today | null {
  const patterns = [
    new RegExp(`\\b(?:on\\s+)?(?<day>${weekdayNames})\\s+(?<far>week|fortnight)\\b`, 'i'),
    new RegExp(`\\b(?:a\\s+)?(?<far>week|fortnight)\\s+(?:on|from|this|next)\\s+(?<day>${weekdayNames})\\b`, 'i'),
  ]
  for (const pattern of patterns) {
    const found = line.take(pattern, 'day')
    if (!found) continue
    const weeks = found.groups?.far?.toLowerCase() === 'fortnight' ? 2 : 1
    const on = nextWeekday(weekdayNumber(found.groups?.day ?? ''), today).add({ weeks })
    line.assume(`“${found[0].trim()}” was read as ${long(on)}`)
    return on
  }
  const next = line.take(/\bnext (week|month)\b/i, 'day')
  if (!next) return null
  const monday = today.add({ days: 8 - today.dayOfWeek })
  const first = today.with({ day: 1 }).add({ months: 1 })
  const on = next[1]?.toLowerCase() === 'week' ? monday : first.dayOfWeek > 5 ? nextWeekday(1, first) : first
  line.assume(`“${next[0]}” was read as ${long(on)}`)
  return on
}

function takeWeekday(line: Line, today: Today): Today | null {
  const far = takeWeeksOn(line, today)
  if (far) return far
  const match = line.take(
    new RegExp(`\\b(?:(next|this|coming|on)\\s+)?(${weekdayNames})\\b(?!\\s+times?\\b)`, 'i'),
    'day',
  )
  if (!match) return takeNth(line, today)
  const weekday = weekdayNumber(match[2] ?? '')
  const first = nextWeekday(weekday, today)
  if ((match[1] ?? '').toLowerCase() !== 'next') return first
  // People differ over "next Tuesday" said on a Monday: the week after is taken, and said.
  const monday = today.add({ days: 8 - today.dayOfWeek })
  const on = nextWeekday(weekday, monday)
  if (!on.equals(first)) line.assume(`“${match[0].trim()}” was read as ${long(on)}, the week after this one`)
  return on
}

/** "the 15th": the next one. */
function takeNth(line: Line, today: Today): Today | null {
  let on: Today | null = null
  line.take(
    /\b(?:on\s+)?(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)\b(?!\s+(?:floor|birthday|anniversary|street|st|ave|avenue|century|edition|annual|round|grade|party|form|draft|version))/i,
    'day',
    (m) => {
      on = nextNth(Number(m[1]), today)
      return on !== null
    },
  )
  return on
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

/** "Thursday 26 November" */
export const long = (on: Today): string =>
  `${on.toLocaleString('en-GB', { weekday: 'long' })} ${on.day} ${on.toLocaleString('en-GB', { month: 'long' })}`
