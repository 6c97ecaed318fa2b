import { WINDOWS_TO_IANA_MAP } from 'windows-iana'
import { zoneOf } from '../../plan/zone.ts'

/** CLDR's table: a Windows name in small letters, and the zone it stands for in the whole world (territory 001). */
const windows = new Map<string, string>()
for (const { windowsName, territory, iana } of WINDOWS_TO_IANA_MAP)
  if (territory === '001' && iana[0]) windows.set(windowsName.toLowerCase(), iana[0])

/** The IANA name in its own spelling, whatever the case it is given in; null where there is no such zone. */
const ianaName = (name: string): string | null => zoneOf(name)?.id ?? null

/** `/mozilla.org/20050126_1/Europe/Zurich` and its like end in an IANA name of one to three parts. */
function atTheEnd(name: string): string | null {
  const parts = name.replaceAll(' ', '_').split('/').slice(-3)
  for (let from = 0; from < parts.length; from++) {
    const found = ianaName(parts.slice(from).join('/'))
    if (found) return found
  }
  return null
}

/** A zone by its name alone: IANA's, with or without a vendor's prefix, else the CLDR Windows table's. */
export function zoneByName(written: string): string | null {
  const name = written.trim().replace(/^"|"$/g, '').slice(0, 200)
  const direct = ianaName(name)
  if (direct) return direct
  const fromWindows = windows.get(name.toLowerCase().replace(/ \d+$/, ''))
  return fromWindows ?? atTheEnd(name)
}

const plain = (name: string) => name.toLowerCase().replace(/[_-]/g, ' ')

/** Whether a written name mentions the zone's city (`custom_America/New_York`), or the Windows name's first word (`Eastern`). */
const mentions = (written: string, zone: string, windowsName: string | undefined) => {
  const city = plain(zone.slice(zone.lastIndexOf('/') + 1))
  const word = windowsName?.split(' ')[0] ?? ''
  return plain(written).includes(city) || (word.length > 3 && plain(written).includes(word))
}

/** Every IANA zone there is: those that a written name mentions first, then the ones people live in. */
export function likelyZones(written: string): string[] {
  const mentioned = [...windows].filter(([name, zone]) => mentions(written, zone, name)).map(([, zone]) => zone)
  const all = Intl.supportedValuesOf('timeZone')
  const named = all.filter((zone) => mentions(written, zone, undefined))
  return [...new Set([...named, ...mentioned, 'UTC', ...windows.values(), ...all])]
}
