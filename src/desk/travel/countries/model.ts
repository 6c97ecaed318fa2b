import { carrying } from '../../../plan/segment.ts'
import { dayMs } from '../../../plan/time.ts'
import { atOf, dayOfEnd } from '../ends/model.ts'
import type { Segment } from '../segments/model.ts'
import type { Trip } from '../trips/model.ts'

/** So long at most somebody who flies on stays at an airport without entering the country. */
const longestTransit = dayMs

/** What leaves by a timetable, and not with whoever is late. */
const departs = ({ kind }: Segment): boolean => carrying.has(kind) && kind !== 'ride' && kind !== 'car'

/** The departure from the airport at which a part arrives, within a day. */
function onwardOf({ terms: { to } }: Segment, all: readonly Segment[]): Segment | undefined {
  const arrives = atOf(to)
  if (to.airport === null || arrives === null) return undefined
  return all.find((one) => {
    const leaves = atOf(one.terms.from)
    if (!departs(one) || one.terms.from.airport !== to.airport || leaves === null) return false
    return leaves >= arrives && leaves - arrives <= longestTransit
  })
}

/** Whether something between an arrival and the departure from there takes its traveller out of the airport. */
function leavesAirport(arriving: Segment, onward: Segment, all: readonly Segment[]): boolean {
  const [from, until] = [atOf(arriving.terms.to) ?? 0, atOf(onward.terms.from) ?? 0]
  const [first, last] = [dayOfEnd(arriving.terms.to) ?? 0, dayOfEnd(onward.terms.from) ?? 0]
  return all.some((one) => {
    if (one === arriving || one === onward || departs(one)) return false
    const [at, day] = [atOf(one.terms.from), dayOfEnd(one.terms.from)]
    if (at !== null) return at >= from && at < until
    return day !== null && day >= first && day < last
  })
}

/**
 * Countries of a trip: those somebody has looked at, and those of the airports it arrives at, as unknown. Not the country its desk is
 * at home in, nor one where a traveller only changes: who leaves the same airport within a day, and has no ride, bed or meeting there.
 */
export function entriesOf(trip: Trip, segments: readonly Segment[], home: string | null): Trip['terms']['entries'] {
  const said = new Set(trip.terms.entries.map(({ country }) => country))
  const all = segments.filter(({ status }) => status !== 'cancelled')
  const reached = all.flatMap((one) => {
    const { country } = one.terms.to
    if (country === null || country === home || said.has(country)) return []
    const onward = onwardOf(one, all)
    return onward && !leavesAirport(one, onward, all) ? [] : [country]
  })
  const fresh = [...new Set(reached)].sort()
  return [...trip.terms.entries, ...fresh.map((country) => ({ country, visa: 'unknown' as const }))]
}
