import { weekdayNames } from '../../../plan/names.ts'
import type { GroupView } from '../model.ts'
import { checkWords } from './words.ts'

/** Something a text gets wrong, before it leaves. */
export type TextFinding = {
  readonly code: 'weekday' | 'no-weekday' | 'no-zone' | 'name' | 'no-name' | 'clock' | 'no-time'
  readonly words: string
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const

const monthName =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const dayName = '(?:(mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,?\\s+)?'
const dated = new RegExp(
  `\\b${dayName}(?:the\\s+)?(?:(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${monthName}|${monthName}\\s+(\\d{1,2})(?:st|nd|rd|th)?)(?:,?\\s+(\\d{4}))?\\b`,
  'gi',
)

type Offered = Pick<GroupView, 'to' | 'through' | 'holds' | 'expiresAt' | 'behalf'>

/**
 * Reads a text again before it leaves: each weekday is that of its date, both zones are there, names are spelt as their
 * owners spell them, and the times are those that are held. An assistant may have changed every word of it.
 */
export function checkText(text: string, group: Offered): TextFinding[] {
  const held = group.holds.filter((hold) => hold.state !== 'freed').map(timesOf)
  return [
    ...datesIn(text, group),
    ...zonesIn(text, group, held.length > 0),
    ...namesIn(text, group),
    ...clocksIn(text, group, held),
  ]
}

const zonedOf = (at: string) => Temporal.ZonedDateTime.from(at)

type Times = { readonly start: Temporal.ZonedDateTime; readonly end: Temporal.ZonedDateTime; readonly words: string }
const timesOf = ({ start, end, words }: Offered['holds'][number]): Times => ({
  start: zonedOf(start),
  end: zonedOf(end),
  words,
})

/** A date as it stands in a text, and where. */
type Dated = {
  readonly at: number
  readonly said: string
  readonly weekday: string | null
  readonly date: Temporal.PlainDate
}

function datedIn(text: string, group: Offered): Dated[] {
  const near = zonedOf(group.holds[0]?.start ?? group.expiresAt)
  return [...text.matchAll(dated)].flatMap((match): Dated[] => {
    const [said, weekday = null, dayBefore, monthAfter, monthBefore, dayAfter, year] = match
    const month = months.indexOf((monthAfter ?? monthBefore ?? '').slice(0, 3).toLowerCase() as 'jan') + 1
    const date = dateNear(Number(dayBefore ?? dayAfter), month, year === undefined ? null : Number(year), near)
    return date ? [{ at: match.index, said: said.trim(), weekday, date }] : []
  })
}

const datesIn = (text: string, group: Offered): TextFinding[] =>
  datedIn(text, group).flatMap(({ said, weekday, date }): TextFinding[] => {
    if (weekday === null) return [{ code: 'no-weekday', words: checkWords.noWeekday(said) }]
    const is = weekdayNames[date.dayOfWeek - 1] as string
    const isRight = is.slice(0, 3).toLowerCase() === weekday.toLowerCase()
    return isRight ? [] : [{ code: 'weekday', words: checkWords.weekday(said, is) }]
  })

/** Without a year, the date of that name nearest to what was offered; null where the month has no such day. */
function dateNear(day: number, month: number, year: number | null, near: Temporal.ZonedDateTime) {
  const years = year === null ? [near.year - 1, near.year, near.year + 1] : [year]
  const dates = years.flatMap((each) => {
    const first = Temporal.PlainDate.from({ year: each, month, day: 1 })
    return day >= 1 && day <= first.daysInMonth ? [first.with({ day })] : []
  })
  const far = (date: Temporal.PlainDate) => Math.abs(date.until(near.toPlainDate()).days)
  return dates.toSorted((a, b) => far(a) - far(b))[0] ?? null
}

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const cityOf = (zone: string) => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
const names = (text: string, zone: string) =>
  text.includes(zone) || folded(text).includes(folded(cityOf(zone))) || (zone === 'UTC' && /\bUTC\b/.test(text))

function zonesIn(text: string, { holds, to }: Offered, isHeld: boolean): TextFinding[] {
  const [first] = holds
  if (!first || !isHeld || !/\d{1,2}[:.]\d\d/.test(text)) return []
  const ours = zonedOf(first.start).timeZoneId
  const found: TextFinding[] = []
  if (!names(text, ours)) found.push({ code: 'no-zone', words: checkWords.noZone(ours) })
  const differs = holds.some(({ theirs }) => theirs !== null)
  if (to.zone !== null && differs && !names(text, to.zone))
    found.push({ code: 'no-zone', words: checkWords.noTheirZone(to.zone) })
  return found
}

const wordsIn = (text: string) => text.match(/[\p{L}][\p{L}\p{M}’'-]*/gu) ?? []

/** Whom the text is for is named as they spell it; a word that is nearly one of their names is misspelt. */
function namesIn(text: string, { to, through, behalf }: Offered): TextFinding[] {
  const written = new Set(wordsIn(text.normalize('NFC')))
  const people = [to.name, ...(through ? [through.name] : []), behalf].map((name) => name.normalize('NFC'))
  const known = new Set(people.flatMap(wordsIn))
  const found: TextFinding[] = []
  for (const name of known) {
    if (name.length < 3) continue
    // Written rightly once, a word that is nearly it may be another; with other accents it is the same name.
    const isIt = written.has(name) ? isUnaccented : isNearly
    const near = [...written].find((word) => !known.has(word) && isIt(word, name))
    if (near) found.push({ code: 'name', words: checkWords.name(near, name) })
  }
  const reader = through?.name ?? to.name
  if (found.length === 0 && !wordsIn(reader.normalize('NFC')).some((name) => written.has(name)))
    found.push({ code: 'no-name', words: checkWords.noName(reader) })
  return found
}

/** The same name, written as a name, with other accents. */
const isUnaccented = (word: string, name: string): boolean =>
  /^\p{Lu}/u.test(word) && word !== word.toUpperCase() && folded(word) === folded(name)

/** The same letters with other accents or case, or one letter more, less or other in a name long enough to tell. */
function isNearly(word: string, name: string): boolean {
  const [a, b] = [folded(word), folded(name)]
  if (a === b) return true
  if (!/^\p{Lu}/u.test(word) || b.length < 5 || Math.abs(a.length - b.length) > 1) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  const [restA, restB] = [a.slice(at), b.slice(at)]
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  )
}

const clocks = /(?<![\d:.])(\d{1,2})[:.](\d\d)(?![\d:])(?:\s*([ap])\.?m\b)?/gi

/** Each clock of a text with the date before it: "2026-11-26 15:00", or "15:00" where no date is before it. */
function timesIn(text: string, group: Offered): string[] {
  const dates = datedIn(text, group)
  return [...text.matchAll(clocks)].map((match) => {
    const [, hour = '', minute = '', half] = match
    const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
    const date = dates.findLast(({ at }) => at < match.index)?.date
    return `${date ? `${date} ` : ''}${String(hours).padStart(2, '0')}:${minute}`
  })
}

/** The times are those that are held, each of them, on its date in one of the two zones. */
function clocksIn(text: string, group: Offered, held: readonly Times[]): TextFinding[] {
  const zones = [held[0]?.start.timeZoneId, group.to.zone].filter((zone) => zone !== null && zone !== undefined)
  const written = (at: Temporal.ZonedDateTime) => zones.map((zone) => momentOf(at.withTimeZone(zone)))
  const right = new Set([...held.flatMap(({ start, end }) => [start, end]), zonedOf(group.expiresAt)].flatMap(written))
  const said = timesIn(text, group)
  if (held.length === 0 || said.length === 0) return []
  const known = (time: string) => [...right].some((moment) => moment === time || moment.endsWith(` ${time}`))
  const wrong = [...new Set(said.filter((time) => !known(time)).map((time) => time.slice(-5)))]
  const missing = held.filter(({ start }) => !written(start).some((moment) => said.includes(moment)))
  return [
    ...wrong.map((clock) => ({ code: 'clock' as const, words: checkWords.clock(clock) })),
    ...missing.map(({ words }) => ({ code: 'no-time' as const, words: checkWords.noTime(words) })),
  ]
}

const momentOf = (at: Temporal.ZonedDateTime): string =>
  `${at.toPlainDate()} ${String(at.hour).padStart(2, '0')}:${String(at.minute).padStart(2, '0')}`
