import { long, monthNames, nextWeekday, readDate, type Today, weekdayNames, weekdayNumber } from './dates.ts'
import type { Line } from './line.ts'

type Range = { from: Today; to: Today }

const nth = '\\d{1,2}(?:st|nd|rd|th)?'
const sep = '\\s*(?:-|–|—|to|until|till|through)\\s*'
const year = '(?:,?\\s+\\d{4})?'
const full = `(?:${nth}\\s+(?:of\\s+)?(?:${monthNames})\\b${year}|(?:${monthNames})\\s+${nth}\\b(?!:|\\s*[ap]m)${year})`
const numbers = '(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}-\\d{1,2}-\\d{4}|\\d{1,2}[/.]\\d{1,2}(?:[/.](?:\\d{4}|\\d{2})?)?)'

/** Each way to write two days, and its first and last day as dates that stand alone. */
const ways: readonly (readonly [string, (m: RegExpExecArray) => readonly [string, string]])[] = [
  [`\\b(?:from\\s+)?(${full})${sep}(${full})`, (m) => [m[1] ?? '', m[2] ?? '']],
  [
    `\\b(?:from\\s+)?(${nth})${sep}(${nth})\\s+(?:of\\s+)?((?:${monthNames})\\b${year})`,
    (m) => [`${m[1]} ${m[3]}`, `${m[2]} ${m[3]}`],
  ],
  [
    `(?<!\\d(?:st|nd|rd|th)?\\s+(?:of\\s+)?)\\b(${monthNames})\\s+(${nth})\\s*[-–]\\s*(${nth})\\b(?!:|\\s*[ap]m)(${year})`,
    (m) => [`${m[2]} ${m[1]}${m[4]}`, `${m[3]} ${m[1]}${m[4]}`],
  ],
  [`(?<![\\w/.:-])(?:from\\s+)?(${numbers})${sep}(${numbers})(?![\\w/:-])`, (m) => [m[1] ?? '', m[2] ?? '']],
]

/** `23 dec to 3 jan`, `21-24 dec`, `dec 21-24`, `27/12 to 31/12`, `mon-wed`: first and last day. */
export function takeRange(line: Line, today: Today): Range | null {
  for (const [pattern, halves] of ways) {
    const found = line.read(new RegExp(pattern, 'i'), 'days', (m) => ordered(...halves(m), today))
    if (found) return found
  }
  return takeWeekdayRange(line, today)
}

function ordered(first: string, last: string, today: Today): Range | null {
  // `9.30-10.30` are times.
  if (/^\d{1,2}\.\d{2}$/.test(first) && /^\d{1,2}\.\d{2}$/.test(last)) return null
  const from = readDate(first, today)?.on
  const to = from && readDate(last, Temporal.PlainDate.compare(from, today) > 0 ? from : today)?.on
  return from && to && Temporal.PlainDate.compare(from, to) <= 0 ? { from, to } : null
}

/** `mon-wed`: whole days, unless the line has a time. */
function takeWeekdayRange(line: Line, today: Today): Range | null {
  const pattern = new RegExp(
    `\\b(?:next\\s+)?(${weekdayNames})\\s*(?:-|–|—|to|until|till|through)\\s*(${weekdayNames})\\b`,
    'i',
  )
  if (!pattern.test(line.left) || /\d\s*(?:[ap]\.?m|:\d\d)/i.test(line.left)) return null
  return line.read(pattern, 'days', (m) => {
    const week = /^next/i.test(m[0]) ? today.add({ days: 8 - today.dayOfWeek }) : today
    const from = nextWeekday(weekdayNumber(m[1] ?? ''), week)
    const to = nextWeekday(weekdayNumber(m[2] ?? ''), from)
    line.assume(`“${m[0].trim()}” was read as ${long(from, today)} to ${long(to, today)}`)
    return { from, to }
  })
}
