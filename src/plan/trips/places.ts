import type { TravelMinutes } from '../plan.ts'
import type { SegmentEnd } from '../segment.ts'
import { wayBetween } from '../ways.ts'

/**
 * By what names minutes are remembered: a terminal is "LHR terminal 5", an airport its code, anything else the name of its
 * place. The most exact first.
 */
export const namesOf = ({ airport, terminal, place }: SegmentEnd): string[] => [
  ...(airport !== null && terminal !== null ? [`${airport} terminal ${terminal}`] : []),
  ...(airport === null ? [] : [airport]),
  ...(place === null ? [] : [place]),
]

const plain = (name: string): string => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()

/** Terminals that two bookings of one airport both name, and differently. */
export const changesTerminal = (a: SegmentEnd, b: SegmentEnd): boolean =>
  a.airport !== null &&
  a.airport === b.airport &&
  a.terminal !== null &&
  b.terminal !== null &&
  plain(a.terminal) !== plain(b.terminal)

/** The same airport, or where no two airports are known the same place; null: nobody can say. */
export const isSamePlace = (a: SegmentEnd, b: SegmentEnd): boolean | null => {
  if (a.airport !== null && b.airport !== null) return a.airport === b.airport
  if (a.place !== null && b.place !== null && plain(a.place) === plain(b.place)) return true
  const codes = [a, b].flatMap(({ airport }) => (airport === null ? [] : [plain(airport)]))
  const places = [a, b].flatMap(({ place }) => (place === null ? [] : [plain(place)]))
  if (codes.some((code) => places.includes(code))) return true
  return a.airport === null && b.airport === null && a.place !== null && b.place !== null ? false : null
}

/** Minutes from one end to another as somebody once said; 0 at the same place; null where nobody has said. */
export const minutesBetween = (a: SegmentEnd, b: SegmentEnd, said: TravelMinutes): number | null => {
  if (isSamePlace(a, b) && !changesTerminal(a, b)) return 0
  for (const from of namesOf(a))
    for (const to of namesOf(b)) {
      if (plain(from) === plain(to)) continue
      const way = wayBetween({ name: from, geo: null }, { name: to, geo: null }, said)
      if (way !== null) return way.minutes
    }
  return null
}

/** How a place is said: "LHR terminal 5", "LCY", "Finsbury Sq"; null where nobody has said. */
export const placeWords = (end: SegmentEnd): string | null => namesOf(end)[0]?.slice(0, 80) ?? null
