import { long, monthNames, monthNumber, nextWeekday, type Today, weekdayNames, weekdayNumber } from './dates.ts'
import type { Line } from './line.ts'

const WD = `(?<day>${weekdayNames})`
const counts: Record<string, number> = {
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
}
const count = `(?<count>\\d{1,2}|${Object.keys(counts).join('|')})`
const numberOf = (said: string | undefined) => (said === undefined ? 1 : (counts[said.toLowerCase()] ?? Number(said)))

const nths: Record<string, number> = {
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
}
const nth = `(?<nth>${Object.keys(nths).join('|')}|last)`

const anyDay = new RegExp(
  `\\b(?:${weekdayNames}|today|tomorrow|tmrw?|\\d{1,2}(?:st|nd|rd|th)?\\s+(?:${monthNames})|\\d{1,2}/\\d{1,2})\\b`,
  'i',
)

type Said = Record<string, string | undefined>
const weekday = (said: Said, from: Today) => nextWeekday(weekdayNumber(said.day ?? ''), from)
const monday = (today: Today) => today.subtract({ days: today.dayOfWeek - 1 })
const weeksIn = (said: Said) => numberOf(said.count) * (/^fortnight/i.test(said.unit ?? '') ? 2 : 1)
const near = (said: Said, today: Today) =>
  said.day ? weekday(said, today) : today.add({ days: said.near?.toLowerCase() === 'tomorrow' ? 1 : 0 })
const whichWeek = (words = '') => (/after/i.test(words) ? 2 : /next|following/i.test(words) ? 1 : 0)

/** Phrases that count weeks or months, and the day each means. */
const phrases: readonly (readonly [pattern: string, (said: Said, today: Today) => Today | null])[] = [
  [
    `\\b(?:on\\s+)?(?:the\\s+)?${nth}\\s+${WD}\\s+(?:in|of)\\s+(?:(?<month>${monthNames})\\b(?:\\s+(?<year>\\d{4}))?|(?<which>this|next)\\s+month\\b)`,
    (said, today) => nthIn(said, today),
  ],
  [
    `\\b(?:on\\s+)?${WD}\\s+(?<unit>week|fortnight)\\b`,
    (said, today) => weekday(said, today).add({ weeks: weeksIn(said) }),
  ],
  [
    `\\b(?:in\\s+)?(?:${count}\\s+)?(?<unit>weeks?|fortnights?)\\s+(?:(?:on|from|this|next)\\s+${WD}|(?:from\\s+)?(?<near>today|tomorrow))\\b`,
    (said, today) => near(said, today).add({ weeks: weeksIn(said) }),
  ],
  [
    '\\b(?<near>today|tomorrow)\\s+(?<unit>week|fortnight)\\b',
    (said, today) => near(said, today).add({ weeks: weeksIn(said) }),
  ],
  [
    `\\b(?:on\\s+)?${WD},?\\s+(?:of\\s+|in\\s+)?(?:the\\s+)?(?<which>week after next|(?:next|this|following)\\s+week)\\b`,
    (said, today) => weekday(said, monday(today).add({ weeks: whichWeek(said.which) })),
  ],
  [
    `\\b(?:the\\s+)?(?<which>week after next|(?:next|this|following)\\s+week)\\s*,?\\s+(?:on\\s+)?${WD}\\b`,
    (said, today) => weekday(said, monday(today).add({ weeks: whichWeek(said.which) })),
  ],
]

/** Only where the line names no other day: in "Fri 3pm call about next week" it is what the call is about. */
const alone: typeof phrases = [
  [
    '\\b(?:the\\s+)?(?<which>week after next|next week)\\b',
    (said, today) => monday(today).add({ weeks: whichWeek(said.which) }),
  ],
  ['\\bnext month\\b', (_, today) => firstWorkday(today.with({ day: 1 }).add({ months: 1 }))],
]

const firstWorkday = (on: Today) => (on.dayOfWeek > 5 ? nextWeekday(1, on) : on)

/** "first Monday in December", "last Friday of next month". */
function nthIn(said: Said, today: Today): Today | null {
  const month = said.month
    ? nextMonth(monthNumber(said.month), said.year, today)
    : today.with({ day: 1 }).add({ months: said.which?.toLowerCase() === 'next' ? 1 : 0 })
  const n = nths[(said.nth ?? '').toLowerCase()]
  if (n) return weekday(said, month).add({ weeks: n - 1 })
  return weekday(said, month.with({ day: month.daysInMonth }).subtract({ days: 6 }))
}

const nextMonth = (month: number, year: string | undefined, today: Today): Today =>
  Temporal.PlainDate.from({
    year: year ? Number(year) : month < today.month ? today.year + 1 : today.year,
    month,
    day: 1,
  })

/** The day a phrase that counts weeks means, said because people differ; null where there is none. */
export function takeWeeks(line: Line, today: Today): Today | null {
  const isOnly = !anyDay.test(line.left)
  for (const [pattern, dayOf] of isOnly ? [...phrases, ...alone] : phrases) {
    const found = line.take(new RegExp(pattern, 'i'), 'day')
    const on = found && dayOf(found.groups ?? {}, today)
    if (!found || !on) continue
    line.assume(`“${found[0].trim()}” was read as ${long(on, today)}`)
    return on
  }
  return null
}

const far = new RegExp(`\\bin ${count} (?<unit>day|week|fortnight|month|year)s?\\b(?:\\s+(?:on\\s+)?${WD}\\b)?`, 'i')

/** "in 3 weeks", "in ten days", "in two weeks on Friday". */
export function takeFar(line: Line, today: Today): Today | null {
  const found = line.take(far, 'day')
  if (!found) return null
  const said: Said = found.groups ?? {}
  const [many, unit] = [numberOf(said.count), (said.unit ?? '').toLowerCase()]
  const on = unit === 'fortnight' ? today.add({ weeks: 2 * many }) : today.add({ [`${unit}s`]: many })
  if (!said.day) return on
  const meant = weekday(said, monday(on))
  line.assume(`“${found[0].trim()}” was read as ${long(meant, today)}`)
  return meant
}
