import { rulesFrom } from '../../plan/occurrences.ts'
import { expandSeries } from '../../plan/recurrence/expand.ts'
import type { OwnOffsets } from '../../plan/series.ts'
import { asInstant, type Instant, type Wall } from '../../plan/time.ts'
import { zoneFromOffsets } from '../../plan/zone.ts'
import { unfold } from './lines.ts'
import { all, contentOf, first, textOf } from './property.ts'
import { whenFrom } from './when.ts'

/** One STANDARD or DAYLIGHT part: from its onsets on, the clock is `to` ahead of UTC instead of `from` (ms). */
type Observance = {
  readonly from: number
  readonly to: number
  readonly start: Wall
  readonly rules: string[]
  readonly dates: Wall[]
}

/** `+0100` or `-043000` in milliseconds (RFC 5545 §3.3.14). */
function offset(raw: string): number | null {
  const parts = /^\s*([+-])?(\d\d)(\d\d)(\d\d)?\s*$/.exec(raw)
  if (!parts) return null
  const seconds = Number(parts[2]) * 3600 + Number(parts[3]) * 60 + Number(parts[4] ?? 0)
  return (parts[1] === '-' ? -1 : 1) * seconds * 1000 || 0
}

function observanceOf(text: string): Observance | null {
  const content = contentOf(text)
  const start = whenFrom(first(content, 'DTSTART')?.values[0], '', () => null)
  const from = offset(first(content, 'TZOFFSETFROM')?.raw ?? '')
  const to = offset(first(content, 'TZOFFSETTO')?.raw ?? '')
  if (!start || start.form === 'date' || to === null) return null
  const dates = all(content, 'RDATE')
    .flatMap(({ values }) => values.map((value) => whenFrom(value, '', () => null)))
    .flatMap((when) => (when && when.form !== 'date' ? [when.wall] : []))
  return { from: from ?? to, to, start: start.wall, rules: all(content, 'RRULE').map(({ raw }) => raw.trim()), dates }
}

/** The texts of the STANDARD and DAYLIGHT parts of a VTIMEZONE. */
function observanceTexts(text: string): string[] {
  const texts: string[] = []
  let open: string[] | null = null
  for (const line of unfold(text)) {
    const upper = line.trim().toUpperCase()
    if (upper === 'BEGIN:STANDARD' || upper === 'BEGIN:DAYLIGHT') open = []
    if (open) open.push(line)
    if (open && (upper === 'END:STANDARD' || upper === 'END:DAYLIGHT')) {
      if (texts.length < 500) texts.push(open.join('\n'))
      open = null
    }
  }
  return texts
}

/** Clocks that change more often than this in the years of a file are nobody's. */
const mostOnsets = 400

/** UNTIL in UTC is an instant, which the offset before the onset turns into its wall-clock time. */
function onsets({ start, from: offsetBefore, rules, dates }: Observance, from: Wall, to: Wall): readonly Wall[] {
  const zone = zoneFromOffsets('before', { before: offsetBefore, changes: [] })
  const series = { start, isDate: false, zone, rules: rulesFrom(rules), rdates: dates, exdates: [] }
  return expandSeries({ ...series, from, to, most: mostOnsets }).walls
}

/** What a VTIMEZONE calls itself, and the IANA name libical writes beside it. */
export function namesOf(text: string): { tzid: string; location: string } {
  const content = contentOf(text)
  return { tzid: textOf(first(content, 'TZID')), location: textOf(first(content, 'X-LIC-LOCATION')) }
}

/**
 * The offsets a VTIMEZONE gives between two walls (RFC 5545 §3.6.5); an onset is a wall-clock time in the
 * offset before it. Null where it defines nothing readable.
 */
export function offsetsOf(text: string, from: Wall, to: Wall): OwnOffsets | null {
  const observances = observanceTexts(text)
    .map(observanceOf)
    .filter((each) => each !== null)
  const earliest = observances.reduce<Observance | null>((a, b) => (a && a.start <= b.start ? a : b), null)
  if (!earliest) return null
  const changes = observances.flatMap((each) =>
    [each.start, ...onsets(each, from, to)].map((wall): readonly [Instant, number] => [
      asInstant(wall - each.from),
      each.to,
    ]),
  )
  changes.sort((a, b) => a[0] - b[0])
  return { before: earliest.from, changes: changes.filter(([at], index) => at !== changes[index + 1]?.[0]) }
}
