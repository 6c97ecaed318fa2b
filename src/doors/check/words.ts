import { stripVTControlCharacters } from 'node:util'
import type { Weight } from '../../plan/finding.ts'
import type { Instant } from '../../plan/time.ts'
import type { Answer, Told } from './answer.ts'

/** What a weight means to a reader. */
export const weightWords: Record<Weight, string> = {
  never: 'cannot work',
  avoid: 'should not be',
  prefer: 'could be better',
}

export const count = (number: number, one: string, many = `${one}s`) =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`

const at = (instant: Instant, zone: string) => Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone)

const dayWords = (day: Temporal.PlainDate | Temporal.ZonedDateTime) =>
  day.toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).replace(',', '')

export const dateWords = (date: string) => dayWords(Temporal.PlainDate.from(date))

const hour = (time: Temporal.ZonedDateTime) => time.toPlainTime().toString({ smallestUnit: 'minute' })

/** `09:30–10:00`, with the weekday of the end where that is another day. */
export function spanWords({ start, end }: Pick<Told, 'start' | 'end'>, zone: string): string {
  const [from, to] = [at(start, zone), at(end, zone)]
  if (from.toPlainDate().equals(to.toPlainDate())) return start === end ? hour(from) : `${hour(from)}–${hour(to)}`
  const day = to.toLocaleString('en-GB', { weekday: 'short', day: 'numeric', month: 'short' }).replace(',', '')
  return `${hour(from)} – ${day} ${hour(to)}`
}

/** Findings by the day of their start, in the answer's zone and order. */
export function byDay(answer: Answer): { day: string; findings: Told[] }[] {
  const days: { day: string; findings: Told[] }[] = []
  for (const finding of answer.findings) {
    const day = dayWords(at(finding.start, answer.zone))
    const last = days.at(-1)
    if (last?.day === day) last.findings.push(finding)
    else days.push({ day, findings: [finding] })
  }
  return days
}

export function whoseWords({ whose }: Answer): string {
  const who = whose.addresses.join(', ')
  if (whose.known === 'unknown') return 'Nobody is named as the owner; nothing was taken as declined'
  if (whose.known === 'told') return `The calendar of ${who}`
  return `The calendar of ${who} (${whose.known === 'named' ? 'so it is named' : 'in most of its events; --me says otherwise'})`
}

export const windowWords = ({ window }: Answer) => `${dateWords(window.from)} to ${dateWords(window.to)}`

export const sizeWords = (answer: Answer) =>
  `${count(answer.events, 'event')} in the file, ${answer.occurrences.toLocaleString('en')} in these days`

/** The last line: how many findings of which weight. */
export function totalWords(answer: Answer): string {
  if (answer.findings.length === 0) return 'Nothing wrong found.'
  const parts = (['never', 'avoid', 'prefer'] as const)
    .map((weight) => ({ weight, number: answer.findings.filter((each) => each.weight === weight).length }))
    .filter(({ number }) => number > 0)
    .map(({ weight, number }) => `${number} ${weightWords[weight]}`)
  return `${count(answer.findings.length, 'finding')}: ${parts.join(', ')}.`
}

export const timesWords = (times: number) => (times > 1 ? `${times} times in these days; this is the first` : '')

/** Said on stderr, because it is about what could not be judged. */
export const waysWords = ({ unknownWays }: Answer) =>
  `${count(unknownWays, 'pair')} of places follow each other with nothing known of the way between; “travelMinutes” in the rules file can say`

/** A title must not be able to steer the terminal: control characters become spaces. */
export const tame = (text: string) =>
  stripVTControlCharacters(text).replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ')
