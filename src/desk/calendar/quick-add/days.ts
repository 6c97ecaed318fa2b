import {
  dateOf,
  dm,
  long,
  md,
  nextNth,
  nextWeekday,
  ranked,
  readDate,
  type Today,
  weekdayNames,
  weekdayNumber,
} from './dates.ts'
import { takeFeast } from './feasts.ts'
import type { Line } from './line.ts'
import { takeFar, takeWeeks } from './weeks.ts'

/** The day a line names, or null. A weekday beside a date is checked against it. */
export function takeDay(line: Line, today: Today): Today | null {
  const on =
    takeNamed(line, today) ??
    takeDated(line, today) ??
    takeNthBeside(line, today) ??
    takeFeast(line, today) ??
    takeWeekday(line, today)
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
  const far = takeWeeks(line, today)
  if (far) return far
  if (line.take(/\b(?:the\s+)?day after tomorrow\b/i, 'day')) return today.add({ days: 2 })
  if (line.take(/\btomorrow\b|\btmrw?\b|\btmw\b|\b2mo?ro+w?\b/i, 'day')) return today.add({ days: 1 })
  if (line.take(/\byesterday\b/i, 'day')) return today.subtract({ days: 1 })
  if (line.take(/\b(?:today|tonight|tonite|this (?:morning|afternoon|evening))\b/i, 'day')) return today
  return takeFar(line, today)
}

const dated = [
  /(?<![\w/.-])(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:T(?=\d)|(?![\w/]))/,
  /(?<![\w/.-])(\d{1,2})-(\d{1,2})-(\d{4})(?![\w/-])/,
  new RegExp(`\\b${dm}`, 'i'),
  new RegExp(`\\b${md}`, 'i'),
  /(?<![\d:.£$€/])\b(?!24\/7\b)(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?(?![\d:/])/,
  /(?<![\d:.])\b(\d{1,2})\.(\d{1,2})\.(?:(\d{4}|\d{2})\b)?/,
]

function takeDated(line: Line, today: Today): Today | null {
  for (const pattern of dated) {
    let on: Today | null = null
    const match = line.take(pattern, 'day', (m) => {
      on = byWeekday(line, m, today) ?? readDate(m[0].trim(), today)?.on ?? null
      return on !== null
    })
    if (match && on) {
      sayDated(line, match[0].trim(), on, today)
      return on
    }
  }
  return null
}

/** What a person should see about a date: which number is the day, and that it lies behind or a year ahead. */
function sayDated(line: Line, said: string, on: Today, today: Today): void {
  const numbers = /^(\d{1,2})[/.-](\d{1,2})/.exec(said)
  if (numbers && Number(numbers[1]) <= 12 && Number(numbers[2]) <= 12 && numbers[1] !== numbers[2])
    line.assume(
      `“${said}” was read as ${long(on, today)}, the ${Number(numbers[1]) === on.day ? 'day' : 'month'} first`,
    )
  if (Temporal.PlainDate.compare(on, today) < 0) line.assume('That is in the past')
  if (!/\d{4}/.test(said) && Temporal.PlainDate.compare(on, today.add({ months: 9 })) > 0)
    line.assume(`That day has passed this year, so it is ${long(on, today)}`)
}

/** "Fri 12/4" is the fourth of December where the twelfth of April is no Friday. */
function byWeekday(line: Line, m: RegExpExecArray, today: Today): Today | null {
  const numbers = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?$/.exec(m[0])
  if (!numbers) return null
  const before = new RegExp(`\\b(${weekdayNames})[\\s,]*$`, 'i').exec(line.left.slice(0, m.index))
  const after = new RegExp(`^[\\s,]*(${weekdayNames})\\b`, 'i').exec(line.left.slice(m.index + m[0].length))
  const weekday = weekdayNumber(before?.[1] ?? after?.[1] ?? '')
  const [a, b] = [Number(numbers[1]), Number(numbers[2])]
  const either = [dateOf(a, b, numbers[3], today), dateOf(b, a, numbers[3], today)]
  return weekday > 0 ? (either.find((on) => on?.dayOfWeek === weekday) ?? null) : null
}

/** "Friday 13th": the next thirteenth; that it is no Friday is said by `takeDay`. */
function takeNthBeside(line: Line, today: Today): Today | null {
  const pattern = new RegExp(
    `(?<=\\b(?:${weekdayNames}),?\\s+)(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)\\b(?!\\s+(?:${ranked}))`,
    'i',
  )
  return line.read(pattern, 'day', (m) => nextNth(Number(m[1]), today))
}

function takeWeekday(line: Line, today: Today): Today | null {
  const match = line.take(
    new RegExp(`\\b(?:(next|this|coming|on)\\s+)?(${weekdayNames})(['’]s)?\\b(?!\\s+times?\\b)`, 'i'),
    'day',
  )
  if (!match) return takeNth(line, today)
  const weekday = weekdayNumber(match[2] ?? '')
  const first = nextWeekday(weekday, today)
  if (match[3]) line.assume(`“${match[0].trim()}” was read as ${long(first, today)}`)
  if ((match[1] ?? '').toLowerCase() !== 'next') return first
  // People differ over "next Tuesday" said on a Monday: the week after is taken, and said.
  const monday = today.add({ days: 8 - today.dayOfWeek })
  const on = nextWeekday(weekday, monday)
  if (!on.equals(first)) line.assume(`“${match[0].trim()}” was read as ${long(on, today)}, the week after this one`)
  return on
}

/** "the 15th": the next one. */
const takeNth = (line: Line, today: Today): Today | null =>
  line.read(
    new RegExp(`\\b(?:on\\s+)?(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)\\b(?!\\s+(?:${ranked})\\b)`, 'i'),
    'day',
    (m) => nextNth(Number(m[1]), today),
  )
