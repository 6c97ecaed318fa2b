import type { Lexicon } from './lexicon.ts'
import type { Sheet, Stretch } from './sheet.ts'

/** A time of day as written; `plus` days later than the date beside it. */
export type TimeMark = Stretch & {
  /** Since midnight. */
  readonly minutes: number
  readonly plus: number
  /** `+01:00`, where the source has it. */
  readonly offset: string | null
  /** 発 and 着: leaving and arriving. */
  readonly role: 0 | 1 | null
}

const twelve = /(?<![\d.,]|\d:)(\d{1,2})(?:[:.]([0-5]\d))?\s?([ap])\.?\s?m(?![\p{L}])\.?/gu
const clock = /(?<![\d.,]|\d:)([01]?\d|2[0-4])\s?(:|h|u|時)\s?([0-5]\d)(?::[0-5]\d(?!\d))?分?(?![\d:])/g
const hours = /(?<![\d.,]|\d:)([01]?\d|2[0-4])(?:\s?(uhr|時|hrs|h|u|uur|heures|horas)(?![\p{L}\d])|\s?(時)(?!\s?間))/gu
const dotted = /(?<![\d.,:/€$£])([01]?\d|2[0-4])\.([0-5]\d)(?!\d|[.,]\d|\s?(?:%|kr|eur|usd|chf|€|zł|km|m(?!\p{L})))/gu
const shortHalves = /(?<![\d.,:])(1[0-2]|0?\d):([0-5]\d)([ap])(?![\p{L}\d])/gu
const noon = /(?<!\p{L})(?:12\s)?noon(?!\p{L})/gu
const halves = /(?<![\d.,:])([01]?\d|2[0-3])\suhr\s([0-5]\d)(?!\d|\s?[€%])/gu
const bare =
  /(?<![\d.,:/-])(?:kl\.?|klockan|klokken|klo|ore|um|godz\.|alle|a las|saat)\s?:?\s?([01]?\d|2[0-3])(?![\d.:/,]\d|\d|[ \t]?\p{L}{2})/gu
const commas =
  /(?<!\p{L})(?:ore|alle|dalle|kl\.?|klo|um|ab|a las|saat|godz\.)\s([01]?\d|2[0-3]),([0-5]\d)(?![\d,.]|\s?[€%]|\s?(?:eur|kr|chf))/gu
const four = /(?<![\d.,:/+-])([01]\d|2[0-3])([0-5]\d)(?=\s?\+\d(?!\d)|h(?!\p{L})|hrs|\s|$)(?:hrs|h)?(?!\s?[€$£]|\d)/gu

const lasting =
  /(?:dauer|duration|duree|durata|duracion|duracao|duur|varaktighet|varighed|varighet|sure|suresi|kesto|restid|rejsetid|reisetid|reistijd|fahrzeit|flugzeit|reisezeit|umsteigezeit|flight time|journey time|travel time|layover|czas|doba|所要時間|所要)\s*[:,.(]?\s*(?:ca\.?|circa|approx\.?|about|of|von|env\.?|de)?\s*$/
/** "Direct (3:05)", and not what stands in the next column. */
const direct =
  /(?:connection|overstap|direto|direct|directo|diretto|in total|non-stop|nonstop|byte|przesiadka) ?[:,.(-]? ?$/
const long =
  /^\s?(?:std|stunden|hrs|hours|hour|timmar|tim\.?(?!\p{L})|timer|tuntia|ore(?!\p{L})|horas de|heures de|h\b(?!\s?\d)|min(?!\p{L})|godziny|hodin|saat (?:sur)|時間|分間)/u

const plusDays =
  /^\s?(?:uhr\s?)?(?:\(\s?)?(?:[+⁺]\s?([12¹²])|([12])\s?(?:day|tag)s? later)(?![\d:]|\s?\(?\d{3})(?:\s?(?:days?|d|tage?|jours?|j|dias?|giorno|giorni|dagar?|dage?n?|dager?|gun|dni|dzien|den|dny|日|vrk|paiva[a]?)(?!\p{L}))?\s?\)?/u
const minusDay = /^\s?(?:\(\s?)?-\s?1\s?(?:day|d|tag|jour|dia|giorno|dag|gun|日)(?!\p{L})\s?\)?/u
const offset =
  /^\s?\(?(?:(?:utc|gmt)\s?([+-])\s?(\d{1,2})(?::?([0-5]\d))?|([+-])(\d\d):([0-5]\d)|(utc)(?!\p{L}))(?!\d)\)?/u

/** Behind it a dash begins an offset; behind any other time it goes on to the end. */
const isoTime = /t\d\d:\d\d(?::\d\d)?$/

const two = (n: number) => (n < 10 ? `0${n}` : `${n}`)

function suffix(
  sheet: Sheet,
  end: number,
  nextDay: readonly string[],
): Pick<TimeMark, 'plus' | 'offset' | 'role' | 'end'> {
  let stop = end
  let zone: string | null = null
  let rest = sheet.low.slice(stop, stop + 60)
  const off = offset.exec(rest)
  const isSpan =
    off?.[4] !== undefined &&
    (off[4] === '-' || Number(off[5]) > 14) &&
    !isoTime.test(sheet.low.slice(Math.max(0, end - 9), end))
  if (off && !isSpan) {
    zone = off[7] ? '+00:00' : `${off[1] ?? off[4]}${two(Number(off[2] ?? off[5]))}:${off[3] ?? off[6] ?? '00'}`
    stop += off[0].length
    rest = sheet.low.slice(stop, stop + 40)
  }
  const role = /^\s?(?:分)?発/.test(rest) ? 0 : /^\s?(?:分)?着/.test(rest) ? 1 : null
  if (role !== null) rest = rest.replace(/^\s?[発着]/, '')
  const plus = plusDays.exec(rest)
  if (plus) {
    const count = plus[1] ?? plus[2]
    const skip = role === null ? 0 : 1
    return { plus: count === '2' || count === '²' ? 2 : 1, offset: zone, role, end: stop + skip + plus[0].length }
  }
  const minus = minusDay.exec(rest)
  if (minus) return { plus: -1, offset: zone, role, end: stop + minus[0].length }
  const lead = /^\s?(?:uhr)?\s?[(,]?\s?/.exec(rest)?.[0].length ?? 0
  const far = role === null ? /^[^\n\t\d()]{2,40}\(\+\s?([12])\)/.exec(rest) : null
  if (far) return { plus: Number(far[1]), offset: zone, role, end: stop }
  const next = nextDay.find((phrase) => phrase !== '' && rest.startsWith(phrase, lead))
  return next
    ? { plus: 1, offset: zone, role, end: stop + lead + next.length }
    : { plus: 0, offset: zone, role, end: stop }
}

const dotLanguages = new Set(['sv', 'da', 'nb', 'fi', 'it', 'pl', 'cs', 'nl'])
const beforeDot =
  /(?:kl\.?|klockan|klokken|klo|ore|om|um|alle|godz\.?|at|o|v|fra|til|-|from|until|till|by|saat|ab|bis|von|den|vanaf|tot)\s?$/
const afterDot = /^\s?(?:uhr|uur|h(?!\p{L})|hod|-\s?\d{1,2}\.\d\d)/u

/** Every time of day in the text, in order; durations are none. */
export function timesIn(sheet: Sheet, lexicon: Lexicon, nextDay: readonly string[]): TimeMark[] {
  const found: { at: number; end: number; minutes: number; mark: string }[] = []
  const add = (at: number, length: number, hour: number, minute: number, mark: string) => {
    if (hour < 24 || (hour === 24 && minute === 0))
      found.push({ at, end: at + length, minutes: hour * 60 + minute, mark })
  }
  const low = sheet.low
  for (const match of low.matchAll(twelve)) {
    const hour = Number(match[1])
    if (hour >= 1 && hour <= 12)
      add(match.index, match[0].length, (hour % 12) + (match[3] === 'p' ? 12 : 0), Number(match[2] ?? 0), 'm')
  }
  for (const match of low.matchAll(clock)) {
    const before = low.slice(Math.max(0, match.index - 4), match.index)
    const late = /午後\s?$/.test(before)
    const early = /午前\s?$/.test(before)
    const hour = Number(match[1])
    // To the second only machines write, when they did something.
    if (/:[0-5]\d:(?!00)[0-5]\d$/.test(match[0])) continue
    if (late || early) add(match.index - 2, match[0].length + 2, (hour % 12) + (late ? 12 : 0), Number(match[3]), ':')
    else add(match.index, match[0].length, hour, Number(match[3]), match[2] as string)
  }
  for (const match of low.matchAll(shortHalves))
    add(match.index, match[0].length, (Number(match[1]) % 12) + (match[3] === 'p' ? 12 : 0), Number(match[2]), 'm')
  for (const match of low.matchAll(noon)) add(match.index, match[0].length, 12, 0, 'noon')
  for (const match of low.matchAll(halves)) add(match.index, match[0].length, Number(match[1]), Number(match[2]), 'uhr')
  for (const match of low.matchAll(hours)) add(match.index, match[0].length, Number(match[1]), 0, match[2] ?? '時')
  const colons = found.some(({ mark }) => mark === ':')
  for (const match of low.matchAll(dotted)) {
    const before = low.slice(Math.max(0, match.index - 10), match.index)
    const after = low.slice(match.index + match[0].length, match.index + match[0].length + 12)
    if (beforeDot.test(before) || afterDot.test(after) || (dotLanguages.has(lexicon.language) && !colons))
      add(match.index, match[0].length, Number(match[1]), Number(match[2]), '.')
  }
  for (const match of low.matchAll(bare)) {
    const at = match.index + match[0].length - (match[1] as string).length
    add(at, (match[1] as string).length, Number(match[1]), 0, 'bare')
  }
  for (const match of low.matchAll(commas)) {
    const length = (match[1] as string).length + 3
    add(match.index + match[0].length - length, length, Number(match[1]), Number(match[2]), ',')
  }
  for (const match of low.matchAll(four))
    if (isGrid(low, match.index))
      add(match.index, match[0].trimEnd().length, Number(match[1]), Number(match[2]), 'four')
  return settled(sheet, found.slice(0, 600), colons, nextDay, lexicon.language)
}

/** Four figures are a time only in a line that says so: beside another four, a label, or a code. */
function isGrid(low: string, at: number): boolean {
  const from = low.lastIndexOf('\n', at) + 1
  const line = low.slice(from, Math.max(at + 4, low.indexOf('\n', at) === -1 ? at + 60 : low.indexOf('\n', at)))
  const before = line.slice(0, at - from)
  if (/(?:dep|arr|std|sta|etd|eta|time|departs?|arrives?)\s*:?\s*$/.test(before)) return true
  return (
    /\d{1,2}\s?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mai|okt|dez)/.test(line) &&
    !/(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.?,?\s*$/u.test(before)
  )
}

function settled(
  sheet: Sheet,
  found: { at: number; end: number; minutes: number; mark: string }[],
  colons: boolean,
  nextDay: readonly string[],
  language: string,
): TimeMark[] {
  const times: TimeMark[] = []
  found.sort((a, b) => a.at - b.at || b.end - a.end)
  for (const { at, end, minutes, mark } of found) {
    const last = times.at(-1)
    if (last && last.end > at) continue
    const before = sheet.low.slice(Math.max(0, at - 30), at)
    if (
      lasting.test(before) ||
      direct.test(before) ||
      (long.test(sheet.low.slice(end, end + 16)) &&
        !(mark === ':' && hourly.has(language) && /^\s?h(?!\p{L})/u.test(sheet.low.slice(end, end + 4))))
    )
      continue
    if ((mark === 'h' || mark === 'hrs') && colons && !/^(?:\d\d)/.test(sheet.low.slice(at, at + 2))) continue
    if (mark === '時' && /^\s?間/.test(sheet.low.slice(end))) continue
    if (/(?:within|innerhalb von|sous|binnen|entro|dans les|inom|inden for|w ciagu|innen)\s?$/.test(before)) continue
    if (
      mark === 'h' &&
      /(?:hasta|up to|bis zu|jusqu'a|fino a|tot|ate)\s?$/.test(before) &&
      /^\s?(?:h\s)?(?:antes|before|vor|avant|prima|voor)/.test(sheet.low.slice(end, end + 8))
    )
      continue
    if (
      (mark === 'h' || mark === 'hrs') &&
      /^\s?(?:antes|before|vor |avant|prima|voor|previas|de)/.test(sheet.low.slice(end, end + 8))
    )
      continue
    times.push({ at, minutes: minutes % 1440, ...withLate(suffix(sheet, end, nextDay), minutes) })
  }
  return times
}

/** Where "22:00 h" is a time of day; elsewhere it is how long something takes. */
const hourly = new Set(['es', 'pt', 'fr', 'it'])

/** 24:00 is midnight at the end of its day. */
const withLate = (tail: Pick<TimeMark, 'plus' | 'offset' | 'role' | 'end'>, minutes: number) =>
  minutes === 1440 ? { ...tail, plus: tail.plus + 1 } : tail
