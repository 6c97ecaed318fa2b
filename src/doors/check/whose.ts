import type { EventPart } from '../../plan/series.ts'

/** Whose calendar it is, and how that is known. `addresses` is empty where nothing says. */
export type Whose = {
  readonly addresses: readonly string[]
  readonly known: 'told' | 'named' | 'most events' | 'unknown'
}

const isAddress = (text: string) => /^[^\s@<>"]+@[^\s@<>"]+$/.test(text)
const plain = (address: string) =>
  address
    .trim()
    .replace(/^mailto:/i, '')
    .toLowerCase()

/** The address that organises or is invited to most events; of several the first in the file. Null where none is. */
function commonest(parts: readonly EventPart[]): string | null {
  const counts = new Map<string, number>()
  for (const { organizer, people } of parts)
    for (const address of new Set([...(organizer ? [organizer] : []), ...people.map((person) => person.address)]))
      if (isAddress(address)) counts.set(address, (counts.get(address) ?? 0) + 1)
  let best: string | null = null
  for (const [address, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = address
  return best
}

/** `told` is what `--me` gave, `name` the file's X-WR-CALNAME. */
export function whoseCalendar(told: readonly string[], name: string | null, parts: readonly EventPart[]): Whose {
  if (told.length > 0) return { addresses: [...new Set(told.map(plain))], known: 'told' }
  if (name !== null && isAddress(plain(name))) return { addresses: [plain(name)], known: 'named' }
  const found = commonest(parts)
  return found ? { addresses: [found], known: 'most events' } : { addresses: [], known: 'unknown' }
}
