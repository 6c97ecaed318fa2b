import type { EventPart } from '../../plan/series.ts'
import { asInstant, type Instant } from '../../plan/time.ts'
import { zoneByName } from '../ics/zone-names.ts'
import { cannot } from './trouble.ts'

/** In which zone days begin and times are told, and how that is known. */
export type Chosen = { readonly zone: string; readonly known: string }

/** The IANA zone most starts are written in; of several the first in the file. Times in UTC and without zone do not count. */
function commonest(parts: readonly EventPart[]): string | null {
  const counts = new Map<string, number>()
  for (const { start } of parts)
    if (start.form === 'zoned' && start.zone.written !== 'Z' && start.zone.name !== null)
      counts.set(start.zone.name, (counts.get(start.zone.name) ?? 0) + 1)
  let best: string | null = null
  for (const [name, number] of counts) if (best === null || number > (counts.get(best) ?? 0)) best = name
  return best
}

/** `--zone`, else the file's X-WR-TIMEZONE, else the commonest TZID, else UTC. */
export function chooseZone(told: string | undefined, ofFile: string | null, parts: readonly EventPart[]): Chosen {
  if (told !== undefined) return { zone: toldZone(told), known: 'as told' }
  if (ofFile !== null) return { zone: ofFile, known: 'the calendar’s own' }
  const common = commonest(parts)
  return common === null
    ? { zone: 'UTC', known: 'the file names none' }
    : { zone: common, known: 'the commonest in the file' }
}

/** `--zone` as an IANA name. */
export function toldZone(told: string): string {
  const zone = zoneByName(told)
  if (zone === null) throw cannot('bad-input', `--zone wants a zone like Europe/Zurich, not “${told}”`)
  return zone
}

/** `--now`: ISO with offset, or a local time in the zone; without it, the clock. */
export function nowFrom(text: string | undefined, zone: string, clock: Temporal.Instant): Instant {
  if (text === undefined) return asInstant(clock.epochMilliseconds)
  try {
    return asInstant(Temporal.Instant.from(text).epochMilliseconds)
  } catch {
    return localNow(text, zone)
  }
}

function localNow(text: string, zone: string): Instant {
  try {
    return asInstant(Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds)
  } catch {
    throw cannot('bad-input', `--now wants a time like 2026-03-02T09:00 or 2026-03-02T09:00+01:00, not “${text}”`)
  }
}
