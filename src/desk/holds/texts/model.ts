import type { GroupView } from '../model.ts'
import { checkWords } from './words.ts'

/** Something a text gets wrong, before it leaves. */
export type TextFinding = {
  readonly code: 'weekday' | 'no-weekday' | 'no-zone' | 'name' | 'no-name' | 'clock' | 'no-time'
  readonly words: string
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
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

function datesIn(text: string, group: Offered): TextFinding[] {
  const near = zonedOf(group.holds[0]?.start ?? group.expiresAt)
  return [...text.matchAll(dated)].flatMap((match): TextFinding[] => {
    const [said, weekday, dayBefore, monthAfter, monthBefore, dayAfter, year] = match
    const month = months.indexOf((monthAfter ?? monthBefore ?? '').slice(0, 3).toLowerCase() as 'jan') + 1
    const date = dateNear(Number(dayBefore ?? dayAfter), month, year === undefined ? null : Number(year), near)
    if (!date) return []
    const is = weekdays[date.dayOfWeek - 1] as string
    if (weekday === undefined) return [{ code: 'no-weekday', words: checkWords.noWeekday(said.trim()) }]
    const isRight = is.slice(0, 3).toLowerCase() === weekday.toLowerCase()
    return isRight ? [] : [{ code: 'weekday', words: checkWords.weekday(said.trim(), is) }]
  })
}

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
    if (name.length < 3 || written.has(name)) continue
    const near = [...written].find((word) => !known.has(word) && isNearly(word, name))
    if (near) found.push({ code: 'name', words: checkWords.name(near, name) })
  }
  const reader = through?.name ?? to.name
  if (found.length === 0 && !wordsIn(reader.normalize('NFC')).some((name) => written.has(name)))
    found.push({ code: 'no-name', words: checkWords.noName(reader) })
  return found
}

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

function clocksIn(text: string, { to, expiresAt }: Offered, held: readonly Times[]): TextFinding[] {
  const zones = [held[0]?.start.timeZoneId, to.zone].filter((zone) => zone !== null && zone !== undefined)
  const moments = [...held.flatMap(({ start, end }) => [start, end]), zonedOf(expiresAt)]
  const right = new Set(moments.flatMap((at) => zones.map((zone) => clockOf(at.withTimeZone(zone)))))
  const said = [...text.matchAll(/(?<![\d:.])(\d{1,2})[:.](\d\d)(?![\d:])/g)].map(
    ([, hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`,
  )
  const wrong = [...new Set(said)].filter((clock) => !right.has(clock))
  const missing = held.filter(({ start }) => !zones.some((zone) => said.includes(clockOf(start.withTimeZone(zone)))))
  if (held.length === 0 || said.length === 0) return []
  return [
    ...wrong.map((clock) => ({ code: 'clock' as const, words: checkWords.clock(clock) })),
    ...missing.map(({ words }) => ({ code: 'no-time' as const, words: checkWords.noTime(words) })),
  ]
}

const clockOf = (at: Temporal.ZonedDateTime): string =>
  `${String(at.hour).padStart(2, '0')}:${String(at.minute).padStart(2, '0')}`
