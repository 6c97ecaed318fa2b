import type { Airport, Proposal, ReadValue } from '../../../desk/travel/reading/model.ts'
import { type Zone, zoneOf } from '../../../plan/zone.ts'
import { instantOf, instantsOf, timeText, type Written, written } from '../times.ts'

export type Known = { readonly airportOf: (code: string) => Airport | null }

const ends = [
  { time: 'starts', airport: 'fromAirport', zone: 'fromZone' },
  { time: 'ends', airport: 'toAirport', zone: 'toZone' },
] as const

/** The zone of an end that an airport tells, of either of two proposals. */
export function zoneBy(field: 'starts' | 'ends', known: Known, ...proposals: readonly Proposal[]): Zone | null {
  for (const { fields } of proposals) {
    const code = fields[field === 'starts' ? 'fromAirport' : 'toAirport']?.value
    const airport = code === undefined ? null : known.airportOf(code)
    if (airport) return zoneOf(airport.zone)
  }
  return null
}

/** Calendars write times in UTC or in the zone of whoever keeps them; `Z` is UTC wherever it stands. */
const isElsewhere = ({ origin }: ReadValue) =>
  origin.by === 'data' && (/Z$/.test(origin.words) || /^DT(?:START|END)$/.test(origin.path))

function there(value: ReadValue, zone: Zone): ReadValue {
  const time = written(value.value)
  const at = time && isElsewhere(value) ? instantOf(time, null) : null
  return at === null
    ? value
    : { ...value, value: timeText({ wall: zone.toWall(at), exact: true, offset: zone.offsetAt(at) }) }
}

/** Times that data writes in another zone, on the clocks of the airport they are about. */
export function localised(proposal: Proposal, known: Known, beside: Proposal = proposal): Proposal {
  const fields = { ...proposal.fields }
  for (const { time, zone } of ends) {
    const value = fields[time]
    const place = zoneBy(time, known, proposal, beside)
    const zoned = fields[zone]
    if (value && place) fields[time] = there(value, place)
    if (place && zoned?.origin.by === 'data' && /^DT/.test(zoned.origin.path)) delete fields[zone]
    else if (value && zoned?.origin.by === 'data') fields[time] = unlessTwice(value, zoned.value)
  }
  return { ...proposal, fields }
}

/** Where the zone is said, an offset says more only in the hour that comes twice. */
function unlessTwice(value: ReadValue, name: string): ReadValue {
  const [time, zone] = [written(value.value), zoneOf(name)]
  if (!time?.exact || time.offset === null || !zone || instantsOf(time.wall, zone).length !== 1) return value
  return { ...value, value: timeText({ ...time, offset: null }) }
}

/** Whether some zone shows the one while UTC shows the other. */
const couldBeThere = (elsewhere: Written, there: Written): boolean => {
  const east = there.wall - (elsewhere.wall - (elsewhere.offset ?? 0))
  return east % (15 * 60_000) === 0 && east >= -12 * 3_600_000 && east <= 14 * 3_600_000
}

const sameDay = (a: Written, b: Written) => Math.floor(a.wall / 864e5) === Math.floor(b.wall / 864e5)

/** One time of two that mean the same, the more exact one; null where they contradict each other. */
export function oneTime(one: ReadValue, other: ReadValue, zone: Zone | null): ReadValue | null {
  const [data, text] = one.origin.by === 'words' && other.origin.by === 'data' ? [other, one] : [one, other]
  const [a, b] = [written(data.value), written(text.value)]
  if (!a || !b) return data.value === text.value ? text : null
  if (a.exact !== b.exact) return sameDay(a, b) ? (a.exact ? data : text) : null
  if (a.wall === b.wall) {
    if (a.offset === null || b.offset === a.offset) return text
    if (b.offset !== null) return null
    const fits = zone === null || instantsOf(a.wall, zone).some((at) => a.wall - at === a.offset)
    return fits ? { ...text, value: data.value } : text
  }
  if (zone === null && isElsewhere(data) && b.offset === null && couldBeThere(a, b)) return text
  const face = data.origin.by === 'data' ? written(data.origin.words) : null
  const isFace = face?.exact === true && face.wall === b.wall
  const [at, also] = [instantOf(a, zone), instantOf(b, zone)]
  return isFace || (at !== null && at === also) ? text : null
}
