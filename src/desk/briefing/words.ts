import { monthNames, weekdayNames } from '../../plan/names.ts'
import type { EntryWords } from '../journal/words.ts'

/** "Tuesday 24 November" */
export const dayWords = (on: Temporal.PlainDate): string =>
  `${weekdayNames[on.dayOfWeek - 1]} ${on.day} ${monthNames[on.month - 1]}`

/** The city an IANA zone is named after: "New York" for America/New_York, "UTC" for UTC. */
export const cityOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')

/** `08:30` */
export const clockWords = (at: Temporal.ZonedDateTime): string =>
  `${String(at.hour).padStart(2, '0')}:${String(at.minute).padStart(2, '0')}`

/** `08:30`, with `+1 d` where the clock's date is not `on`. */
export const clockOn = (at: Temporal.ZonedDateTime, on: Temporal.PlainDate): string => {
  const days = on.until(at.toPlainDate(), { largestUnit: 'days' }).days
  return days === 0 ? clockWords(at) : `${clockWords(at)} ${signed(days)} d`
}

/** "45 min", "2 h", "1 h 30 min" */
export const lengthWords = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `${rest} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`
}

/** How much later clocks read there than here: "+1 h", "−5 h 30 min", "same time". */
export const laterWords = (minutes: number): string =>
  minutes === 0 ? 'same time' : `${minutes > 0 ? '+' : '−'}${lengthWords(Math.abs(minutes))}`

const signed = (n: number): string => (n > 0 ? `+${n}` : `−${-n}`)

export const gapWords = (minutes: number): string => `${lengthWords(minutes)} free`

export const travelWords = (to: string, minutes: number | null, leaveBy: string): string =>
  minutes === null ? `How long to ${to}?` : `${lengthWords(minutes)} to ${to}, leave by ${leaveBy}`

/** "A", "A and B", "A, B and 3 more" */
export const namesWords = (names: readonly string[], most = 3): string => {
  if (names.length <= 1) return names[0] ?? ''
  const left = names.length - most
  if (left > 0) return `${names.slice(0, most).join(', ')} and ${left} more`
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** The first letter small, unless the word is an abbreviation. */
export const inSentence = (title: string): string =>
  /^\p{Lu}(?!\p{Lu})/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title

/** "2 × two things at once, short night" */
export const countedWords = (titles: readonly string[]): string => {
  const counts = new Map<string, number>()
  for (const title of titles) counts.set(title, (counts.get(title) ?? 0) + 1)
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([title, n]) => (n > 1 ? `${n} × ${inSentence(title)}` : inSentence(title)))
    .join(', ')
    .replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
}

/** "Ines: moved …": what somebody else did, in a sentence of the journal. */
export const changedBy = (name: string, sentence: string): string =>
  sentence.startsWith(`${name} `) ? sentence : `${name}: ${inSentence(sentence)}`

/** Sentences for the journal. */
export const briefingWords: EntryWords = {
  'desk.sample': ({ events }) => `Filled the empty desk with a sample week, ${events} events and series`,
  'sheet.release': ({ to, words, reason }) => `Let ${to} go with ${words} in it: ${reason}`,
}
