import { dayFromText } from '../../../plan/text.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const two = (n: number) => `${n}`.padStart(2, '0')

/** The day some words write in full: `24 NOV 2026`, `2026-11-24`, `24.11.2026`. Slashes are read by nobody alike. */
function dayIn(words: string): string | null {
  const named = /\b(\d{1,2})[ .-]*([a-z]{3})[a-z]*[ .,-]*(\d{4})\b/i.exec(words)
  const month = named ? months.indexOf((named[2] as string).toLowerCase()) + 1 : 0
  if (named && month > 0) return `${named[3]}-${two(month)}-${two(Number(named[1]))}`
  const dotted = /\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b/.exec(words)
  if (dotted) return `${dotted[3]}-${two(Number(dotted[2]))}-${two(Number(dotted[1]))}`
  return /\b\d{4}-\d\d-\d\d\b/.exec(words)?.[0] ?? null
}

/** Whether words name that day, however they order it: its number, and its year where one stands there. */
function couldBe(words: string, day: string): boolean {
  const numbers = (words.match(/\d+/g) ?? []).map(Number)
  const [year, , date] = day.split('-').map(Number) as [number, number, number]
  const years = numbers.filter((each) => each > 1900)
  return (
    numbers.length > 0 &&
    numbers.length <= 3 &&
    numbers.includes(date) &&
    years.every((each) => each === year) &&
    /\p{L}{3}|[/.-]/u.test(words)
  )
}

/** The day a pass is for: the one it shows in full, or its `relevantDate` where a shorter one stands on it and agrees. */
export function passDay(shown: readonly string[], relevant: string | null): string | null {
  const short = shown.filter((words) => words.length <= 30)
  const full = [...new Set(short.map(dayIn).filter((day) => day !== null && dayFromText(day) !== null))]
  if (full.length === 1) return full[0] as string
  const day = relevant?.slice(0, 10) ?? ''
  if (full.length > 0 || dayFromText(day) === null) return null
  return short.some((words) => couldBe(words, day)) ? day : null
}
