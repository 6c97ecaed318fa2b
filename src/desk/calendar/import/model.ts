import type { EventPart } from '../../../plan/series.ts'

const isAddress = (text: string) => /^[^\s@<>"]+@[^\s@<>"]+$/.test(text)

/** Below this share of the events with people in them an address is somebody the executive meets often. */
const mostly = 0.6

/**
 * Whose calendar a file is: its name where that is an address, else the address found in most events that have people in
 * them. Empty where nothing says so clearly: what is declined there then still takes time.
 */
export function whoseFile(name: string | null, parts: readonly EventPart[]): string[] {
  const said =
    name
      ?.trim()
      .replace(/^mailto:/i, '')
      .toLowerCase() ?? ''
  if (isAddress(said)) return [said]
  const counts = new Map<string, number>()
  let met = 0
  for (const { organizer, people } of parts) {
    const addresses = new Set([...(organizer ? [organizer] : []), ...people.map(({ address }) => address)])
    if (addresses.size > 1) met++
    if (addresses.size > 1) for (const one of addresses) counts.set(one, (counts.get(one) ?? 0) + 1)
  }
  const [first] = [...counts].sort((a, b) => b[1] - a[1])
  return first && met >= 5 && first[1] >= met * mostly ? [first[0]] : []
}

/** A component but for the stamp of when the file was written, which says nothing of the event (RFC 5545 §3.8.7.2). */
export const unstamped = (text: string): string => text.replace(/^DTSTAMP[;:].*\r?\n/m, '')

/** Properties the desk may have said itself, by what it calls them. */
export const ownOf: Readonly<Record<string, 'notes' | 'link'>> = {
  DESCRIPTION: 'notes',
  CONFERENCE: 'link',
  'X-GOOGLE-CONFERENCE': 'link',
}
