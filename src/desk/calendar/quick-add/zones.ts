import { monthNames } from './dates.ts'
import type { Line } from './line.ts'

/** Abbreviations assistants type. One that several parts of the world use is read as the commonest, and said. */
const short: Record<string, { readonly zone: string; readonly several?: true }> = {
  utc: { zone: 'UTC' },
  gmt: { zone: 'Europe/London' },
  bst: { zone: 'Europe/London' },
  uk: { zone: 'Europe/London' },
  cet: { zone: 'Europe/Paris' },
  cest: { zone: 'Europe/Paris' },
  eet: { zone: 'Europe/Helsinki' },
  wet: { zone: 'Europe/Lisbon' },
  et: { zone: 'America/New_York' },
  est: { zone: 'America/New_York' },
  edt: { zone: 'America/New_York' },
  eastern: { zone: 'America/New_York' },
  ct: { zone: 'America/Chicago' },
  cdt: { zone: 'America/Chicago' },
  cst: { zone: 'America/Chicago', several: true },
  central: { zone: 'America/Chicago' },
  mt: { zone: 'America/Denver' },
  mst: { zone: 'America/Denver' },
  mdt: { zone: 'America/Denver' },
  pt: { zone: 'America/Los_Angeles' },
  pst: { zone: 'America/Los_Angeles' },
  pdt: { zone: 'America/Los_Angeles' },
  pacific: { zone: 'America/Los_Angeles' },
  brt: { zone: 'America/Sao_Paulo' },
  ist: { zone: 'Asia/Kolkata', several: true },
  jst: { zone: 'Asia/Tokyo' },
  sgt: { zone: 'Asia/Singapore' },
  hkt: { zone: 'Asia/Hong_Kong' },
  aest: { zone: 'Australia/Sydney' },
  aedt: { zone: 'Australia/Sydney' },
  nzt: { zone: 'Pacific/Auckland' },
}

/** Cities people name that no IANA zone is called after. */
const cities: Record<string, string> = {
  ny: 'America/New_York',
  nyc: 'America/New_York',
  'san francisco': 'America/Los_Angeles',
  sf: 'America/Los_Angeles',
  la: 'America/Los_Angeles',
  seattle: 'America/Los_Angeles',
  boston: 'America/New_York',
  washington: 'America/New_York',
  miami: 'America/New_York',
  atlanta: 'America/New_York',
  austin: 'America/Chicago',
  dallas: 'America/Chicago',
  houston: 'America/Chicago',
  geneva: 'Europe/Zurich',
  zürich: 'Europe/Zurich',
  basel: 'Europe/Zurich',
  munich: 'Europe/Berlin',
  frankfurt: 'Europe/Berlin',
  hamburg: 'Europe/Berlin',
  milan: 'Europe/Rome',
  barcelona: 'Europe/Madrid',
  edinburgh: 'Europe/London',
  manchester: 'Europe/London',
  beijing: 'Asia/Shanghai',
  mumbai: 'Asia/Kolkata',
  delhi: 'Asia/Kolkata',
  bangalore: 'Asia/Kolkata',
  'são paulo': 'America/Sao_Paulo',
  rio: 'America/Sao_Paulo',
  'abu dhabi': 'Asia/Dubai',
  melbourne: 'Australia/Melbourne',
  'tel aviv': 'Asia/Jerusalem',
  'the hague': 'Europe/Amsterdam',
}

let known: Map<string, string> | null = null

/** Every zone by its city in lower case, "new york"; made when the first line is read. */
function byCity(): Map<string, string> {
  known ??= new Map([
    ...Intl.supportedValuesOf('timeZone').map(
      (zone) => [(zone.split('/').at(-1) ?? zone).replaceAll('_', ' ').toLowerCase(), zone] as const,
    ),
    ...Object.entries(cities),
  ])
  return known
}

const isMonth = new RegExp(`^(?:${monthNames})$`, 'i')

/** A zone the line names behind its time: `CET`, `London time`, `3pm london`, `Europe/Zurich`; null: none. */
export function takeZone(line: Line): string | null {
  const written = line.read(/\b([A-Z][A-Za-z]+\/[A-Z][A-Za-z_]+(?:\/[A-Z][A-Za-z_]+)?)\b/, 'zone', (m) =>
    iana(m[1] ?? ''),
  )
  const zone = written ?? line.read(/\b([\p{L}]+(?: [\p{L}]+)?) time\b/iu, 'zone', (m) => named(m[1] ?? '', line))
  if (zone) return zone
  const time = line.parts.find((part) => part.meaning === 'time')
  if (!time) return null
  return behind(line, time.to)
}

/** "3pm London office": the office is in London, the time may not be. */
const ofCity =
  /^(?:office|team|trip|visit|site|branch|marathon|road|street|bridge|flight|hotel|school|university|conference|summit|client|partners?|train)$/i

/** One or two words directly behind the time. */
function behind(line: Line, at: number): string | null {
  const match = /^\s*\(?(\p{L}+)(?:\s(\p{L}+))?\)?/u.exec(line.left.slice(at))
  if (!match) return null
  const [whole = '', first = '', second] = match
  const two = second ? cityZone(`${first} ${second}`) : null
  if (two) {
    line.blank(at, at + whole.length, 'zone')
    return two
  }
  const isOfCity = second !== undefined && ofCity.test(second)
  const one = abbreviation(first, line) ?? (isOfCity ? null : cityZone(first))
  if (!one) return null
  line.blank(at, at + whole.indexOf(first) + first.length, 'zone')
  return one
}

const iana = (name: string) => (Intl.supportedValuesOf('timeZone').includes(name) ? name : null)
const cityZone = (name: string) => (isMonth.test(name) ? null : (byCity().get(name.toLowerCase()) ?? null))

function abbreviation(name: string, line: Line): string | null {
  const found = short[name.toLowerCase()]
  // "et", "pt" and the like are words too; as zones they are written in capitals or in full.
  if (!found || (name.length < 3 && name !== name.toUpperCase())) return null
  if (found.several) line.assume(`“${name}” was read as ${found.zone}; it stands for other zones too`)
  return found.zone
}

function named(words: string, line: Line): string | null {
  const last = words.split(' ').at(-1) ?? ''
  return cityZone(words) ?? abbreviation(last, line) ?? (words.includes(' ') ? null : cityZone(last))
}

/**
 * "8am ET / 1pm UK": the same moment said twice is taken once. Where they differ the second stays in the name and is
 * asked about, as any time that was not read.
 */
export function takeSameTime(line: Line, minute: number, zone: string, on: Temporal.PlainDate): void {
  line.take(
    /(?:\/|=|\()\s*(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?\s+(\p{L}+(?: \p{L}+)?)(?: time)?\)?(?=\s|$|,)/iu,
    'zone',
    ([, hour, minutes, half, words = '']) => {
      const other = abbreviation(words, line) ?? cityZone(words)
      const twelve = half ? (Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0) : Number(hour)
      if (!other || twelve > 23 || Number(minutes ?? 0) > 59 || minute >= 1440) return false
      const first = on.toZonedDateTime({ timeZone: zone, plainTime: timeAt(minute) })
      const second = on.toZonedDateTime({ timeZone: other, plainTime: timeAt(twelve * 60 + Number(minutes ?? 0)) })
      return first.withTimeZone(other).toPlainTime().equals(second.toPlainTime())
    },
  )
}

const timeAt = (minute: number) => Temporal.PlainTime.from('00:00').add({ minutes: minute })
