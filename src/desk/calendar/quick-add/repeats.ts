import { dm, md, nextNth, nextWeekday, readDate, type Today, weekdayNames, weekdayNumber } from './dates.ts'
import type { Line } from './line.ts'

/** How a line repeats: rule parts of RFC 5545 without an end, and the first day the rule itself names. */
export type Repeats = {
  readonly parts: readonly string[]
  readonly first: Today | null
  readonly until: Today | null
  /** "for 6 weeks": how long it goes on. */
  readonly weeks: number | null
}

const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const nths: Record<string, number> = {
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
  last: -1,
}
const everies: Record<string, number> = { other: 2, second: 2, third: 3, fourth: 4 }
const numbers = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')
const some = `${Object.keys(everies).join('|')}|${numbers.join('|')}|\\d{1,2}(?:st|nd|rd|th)?`

/** How many apart: "every second", "every 6", "every 3rd"; 1 where it does not say. */
const apart = (said: string | undefined): number =>
  said === undefined
    ? 1
    : (everies[said.toLowerCase()] ?? (Number.parseInt(said, 10) || numbers.indexOf(said.toLowerCase()) + 1 || 1))

const list = `(?:${weekdayNames})(?:\\s*(?:,|and|&|\\+|/)\\s*(?:${weekdayNames}))*`

/** What repeats in a line: "every second friday", "weekly", "first monday of the month", "every weekday until 18 dec". */
export function takeRepeats(line: Line, today: Today): Repeats | null {
  const found =
    nthOfMonth(line, today) ?? monthlyOn(line, today) ?? everyWeekday(line, today) ?? every(line) ?? adverb(line)
  if (!found) return null
  const times = line.take(/(?<!\w)(?:for\s+)?(?:(\d{1,3})\s+times|x\s?(\d{1,3}))(?!\w)/i, 'until')
  const count = Number(times?.[1] ?? times?.[2] ?? 0)
  const weeks = line.take(/\bfor (?:the next )?(\d{1,2}) weeks\b/i, 'until')
  return {
    ...found,
    parts: count > 0 ? [...found.parts, `COUNT=${count}`] : found.parts,
    until: count > 0 ? null : takeUntil(line, today),
    weeks: weeks ? Number(weeks[1]) : null,
  }
}

type Found = Pick<Repeats, 'parts' | 'first'>

function nthOfMonth(line: Line, today: Today): Found | null {
  const m = line.take(
    new RegExp(
      `\\b(?:every\\s+|on\\s+)?(?:the\\s+)?(${Object.keys(nths).join('|')})\\s+(${weekdayNames})\\s+(?:of\\s+)?(?:the|every|each|a)?\\s*month\\b`,
      'i',
    ),
    'repeat',
  )
  if (!m) return null
  const [nth, weekday] = [nths[(m[1] ?? '').toLowerCase()] ?? 1, weekdayNumber(m[2] ?? '')]
  for (let ahead = 0; ; ahead++) {
    const month = today.with({ day: 1 }).add({ months: ahead })
    const on =
      nth > 0
        ? nextWeekday(weekday, month).add({ weeks: nth - 1 })
        : nextWeekday(weekday, month.with({ day: month.daysInMonth }).subtract({ days: 6 }))
    if (Temporal.PlainDate.compare(on, today) >= 0)
      return { parts: ['FREQ=MONTHLY', `BYDAY=${nth}${codes[weekday - 1]}`], first: on }
  }
}

const isMonthday = (day: number) => day >= 1 && day <= 31

function monthlyOn(line: Line, today: Today): Found | null {
  const m = line.take(
    /\b(?:monthly|every month)\s+on\s+(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)?\b|\b(?:every|each)\s+(\d{1,2})(?:st|nd|rd|th)\b(?:\s+of\s+the\s+month)?|\b(?:on\s+)?(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)\s+(?:(?:of\s+)?(?:each|every)\s+month|monthly)\b/i,
    'repeat',
    (one) => isMonthday(Number(one[1] ?? one[2] ?? one[3])),
  )
  if (!m) return null
  const day = Number(m[1] ?? m[2] ?? m[3])
  return { parts: ['FREQ=MONTHLY', `BYMONTHDAY=${day}`], first: nextNth(day, today) }
}

const often = '(weekly|fortnightly|bi-?weekly)'
const sayTwice = (line: Line, adverb: string) => {
  if (/^bi/i.test(adverb)) line.assume(`“${adverb}” was read as every second week`)
}

function everyWeekday(line: Line, today: Today): Found | null {
  const work = line.take(
    /\b(?:every|each)\s+(?:week\s?day|working day|workday|business day)s?(?:\s+(?:morning|afternoon|evening))?\b|\bon weekdays\b|\bweekdays\b/i,
    'repeat',
  )
  if (work)
    return {
      parts: ['FREQ=WEEKLY', 'BYDAY=MO,TU,WE,TH,FR'],
      first: today.dayOfWeek > 5 ? nextWeekday(1, today) : today,
    }
  const m = line.take(
    new RegExp(
      `\\b(?:every|each)\\s+(?:(${some})\\s+)?(${list})s?\\b|\\b${often}(?:\\s+on)?\\s+(${list})s?\\b|\\b(${list})s?\\s+${often}\\b|\\b(mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays)\\b`,
      'i',
    ),
    'repeat',
  )
  if (!m) return null
  const adverb = m[3] ?? m[6]
  if (adverb) sayTwice(line, adverb)
  const days = [
    ...new Set(
      [...(m[2] ?? m[4] ?? m[5] ?? m[7] ?? '').matchAll(new RegExp(weekdayNames, 'gi'))].map((one) =>
        weekdayNumber(one[0]),
      ),
    ),
  ].sort()
  const interval = adverb && !/^weekly$/i.test(adverb) ? 2 : apart(m[1])
  const first = days.map((day) => nextWeekday(day, today)).sort(Temporal.PlainDate.compare)[0] ?? null
  return {
    parts: [
      'FREQ=WEEKLY',
      ...(interval > 1 ? [`INTERVAL=${interval}`] : []),
      `BYDAY=${days.map((day) => codes[day - 1]).join(',')}`,
    ],
    first,
  }
}

const units: Record<string, string> = {
  day: 'DAILY',
  week: 'WEEKLY',
  month: 'MONTHLY',
  year: 'YEARLY',
  quarter: 'MONTHLY',
}

function every(line: Line): Found | null {
  const m = line.take(
    new RegExp(`\\b(?:every|each)\\s+(?:(${some})\\s+)?(day|week|month|year|quarter)s?\\b`, 'i'),
    'repeat',
  )
  if (!m) return null
  const unit = (m[2] ?? '').toLowerCase()
  const interval = apart(m[1]) * (unit === 'quarter' ? 3 : 1)
  return { parts: [`FREQ=${units[unit]}`, ...(interval > 1 ? [`INTERVAL=${interval}`] : [])], first: null }
}

const adverbs: Record<string, readonly string[]> = {
  daily: ['FREQ=DAILY'],
  weekly: ['FREQ=WEEKLY'],
  fortnightly: ['FREQ=WEEKLY', 'INTERVAL=2'],
  biweekly: ['FREQ=WEEKLY', 'INTERVAL=2'],
  'bi-weekly': ['FREQ=WEEKLY', 'INTERVAL=2'],
  monthly: ['FREQ=MONTHLY'],
  quarterly: ['FREQ=MONTHLY', 'INTERVAL=3'],
  yearly: ['FREQ=YEARLY'],
  annually: ['FREQ=YEARLY'],
}

/** A day of a month that is not where a series begins or ends. */
const aDate = new RegExp(`(?<!\\b(?:until|till|til|through|ending|from|starting)\\s+)(?<!\\d)(?:${dm}|${md})`, 'i')

/** "daily", "weekly": said where no day or time stands beside it, because "weekly report" may be its name; on a date of its own it is. */
function adverb(line: Line): Found | null {
  const m = new RegExp(`\\b(${Object.keys(adverbs).join('|')})\\b`, 'i').exec(line.left)
  if (!m) return null
  const said = (m[1] ?? '').toLowerCase()
  const [ahead, behind] = [line.text.slice(0, m.index), line.text.slice(m.index + m[0].length)]
  const isBeside =
    /(?:\d|[ap]m|day|\bon)[\s,]*$/i.test(ahead) || behind.trim() === '' || /^[\s,]*(?:at\s+)?\d/.test(behind)
  if (!isBeside && aDate.test(line.left)) {
    line.assume(`“${m[0]}” was left in the name: without “every” it happens once`)
    return null
  }
  line.blank(m.index, m.index + m[0].length, 'repeat')
  if (said.startsWith('bi')) line.assume('“biweekly” was read as every second week')
  else if (!isBeside) line.assume(`“${m[0]}” was read as repeating ${said}`)
  return { parts: adverbs[said] ?? [], first: null }
}

function takeUntil(line: Line, today: Today): Today | null {
  const m = /\b(?:until|till|til|through|ending)\s+/i.exec(line.left)
  const date = m && readDate(line.left.slice(m.index + m[0].length), today)
  if (m && date) {
    line.blank(m.index, m.index + m[0].length + date.length, 'until')
    return date.on
  }
  return null
}
