import { monthNames, weekdayNames } from '../../../plan/names.ts'
import { dayFromText, offsetText, wallFromText } from '../../../plan/text.ts'
import { asInstant, type Day, hourMs, type Instant, type Wall } from '../../../plan/time.ts'
import { type Zone, zoneOf } from '../../../plan/zone.ts'
import type { Misfit } from '../../calendar/change/model.ts'
import type { EndDraft } from '../model.ts'

/** An end as it is kept: its zone, wherever that is from, and the country of its airport. */
export type End = EndDraft & {
  /** 'hand', 'airport LCY', 'place Finsbury Sq'; null: no zone. */
  readonly zoneFrom: string | null
  /** ISO 3166; null: no airport, or nobody knows. */
  readonly country: string | null
}

export const noEnd: End = {
  place: null,
  airport: null,
  terminal: null,
  address: null,
  local: null,
  zone: null,
  offset: null,
  zoneFrom: null,
  country: null,
}

const noZone = 'no zone: when it is, nobody can say'
const [firstYear, lastYear] = [1000, 9000]

/** "Tue 24 Nov 2026, 17:55"; a date alone without its time. */
export const localWords = (local: string): string => {
  const on = Temporal.PlainDate.from(local.slice(0, 10))
  const [day, month] = [weekdayNames[on.dayOfWeek - 1], monthNames[on.month - 1]]
  const date = `${day?.slice(0, 3)} ${on.day} ${month?.slice(0, 3)} ${on.year}`
  return local.length === 10 ? date : `${date}, ${local.slice(11, 16)}`
}

/** "Tue 24 Nov 2026, 17:55 (Europe/London)"; null where no time and no date is known. */
export const endWords = ({ local, zone }: Pick<EndDraft, 'local' | 'zone'>): string | null => {
  if (local === null) return null
  if (local.length === 10) return localWords(local)
  return `${localWords(local)} (${zone ?? noZone})`
}

type Timed = Pick<EndDraft, 'local' | 'zone' | 'offset'>

/** Every instant at which a clock in a zone shows a time: none, one, or two where it happens twice. */
export const instantsOf = (wall: Wall, zone: Zone): Instant[] => {
  const near = zone.toInstant(wall)
  const offsets = [-26, -3, 0, 3, 26].map((hours) => zone.offsetAt(asInstant(near + hours * hourMs)))
  const found = [...new Set(offsets)].map((offset) => asInstant(wall - offset))
  return found.filter((at) => zone.toWall(at) === wall).sort((a, b) => a - b)
}

const offsetsOf = (found: readonly Instant[], zone: Zone): string[] => found.map((at) => offsetText(zone.offsetAt(at)))

function whichOf(wall: Wall, { local, offset }: Timed, zone: Zone, path: string): { readonly at: Instant } | Misfit {
  const found = instantsOf(wall, zone)
  const [said, offsets] = [localWords(local ?? ''), offsetsOf(found, zone)]
  const [first] = found
  if (first === undefined)
    return { path: `${path}.local`, words: `${said} never happens in ${zone.id}: the clocks are put forward over it` }
  if (offset === null)
    return found.length === 1
      ? { at: first }
      : { path: `${path}.offset`, words: `${said} happens twice in ${zone.id}: say ${offsets.join(' or ')}` }
  const at = found[offsets.indexOf(offset)]
  return at === undefined
    ? { path: `${path}.offset`, words: `${said} in ${zone.id} is ${offsets.join(' or ')}, not ${offset}` }
    : { at }
}

/**
 * The instant of an end; null where no time or no zone is known. Misfits: what is no time or no zone, an hour that the clocks
 * skip, one that happens twice without its offset, and an offset that is none of that time.
 */
export function instantOf(end: Timed, path: string): { readonly at: Instant | null } | Misfit {
  if (end.zone !== null && !zoneOf(end.zone))
    return { path: `${path}.zone`, words: `There is no zone called ${end.zone}` }
  if (end.local === null) return { at: null }
  const day = dayFromText(end.local.slice(0, 10))
  const year = Number(end.local.slice(0, 4))
  if (day === null || year < firstYear || year > lastYear)
    return { path: `${path}.local`, words: `${end.local} is on no day the desk knows` }
  if (end.local.length === 10) return { at: null }
  const wall = wallFromText(end.local)
  if (wall === null) return { path: `${path}.local`, words: `${end.local} is not a local time` }
  const zone = end.zone === null ? null : zoneOf(end.zone)
  return zone ? whichOf(wall, end, zone, path) : { at: null }
}

/** The same of an end that was looked at when it was kept. */
export const atOf = (end: Timed): Instant | null => {
  const found = instantOf(end, '')
  return 'at' in found ? found.at : null
}

export const dayOfEnd = ({ local }: Pick<EndDraft, 'local'>): Day | null =>
  local === null ? null : dayFromText(local.slice(0, 10))

export const wallOfEnd = ({ local }: Pick<EndDraft, 'local'>): Wall | null =>
  local === null || local.length === 10 ? null : wallFromText(local)

/** How far behind its departure the date of an arrival can lie: the date line, and no more. */
const dateLine = 1

/**
 * The order of two ends, by instants where both are known: a local arrival before a local departure is right across the date
 * line. Else by dates.
 */
export function outOfOrder(from: End, to: End, carries: boolean): Misfit | null {
  const [start, end] = [atOf(from), atOf(to)]
  const said = `${endWords(to)} is before ${endWords(from)}`
  if (start !== null && end !== null)
    return end < start ? { path: 'to.local', words: `It would end before it begins: ${said}` } : null
  const [first, last] = [dayOfEnd(from), dayOfEnd(to)]
  if (first === null || last === null) return null
  const [a, b] = [wallOfEnd(from), wallOfEnd(to)]
  const sameZone = from.zone !== null && from.zone === to.zone
  const isBefore =
    last < first - (carries && !sameZone ? dateLine : 0) || (!carries && a !== null && b !== null && b < a)
  return isBefore ? { path: 'to.local', words: `It would end before it begins: ${said}` } : null
}

/** A local time of a deadline: the first pass of an hour that happens twice, which is the careful one. Null: no zone. */
export function deadlineAt(local: string, zone: string | null, path: string): { readonly at: Instant | null } | Misfit {
  const found = zone === null ? null : zoneOf(zone)
  if (zone !== null && !found) return { path: `${path}.zone`, words: `There is no zone called ${zone}` }
  const wall = wallFromText(local)
  if (wall === null) return { path: `${path}.local`, words: `${local} is not a local time` }
  if (!found) return { at: null }
  const [first] = instantsOf(wall, found)
  return first === undefined ? whichNever(local, found, path) : { at: first }
}

const whichNever = (local: string, zone: Zone, path: string): Misfit => ({
  path: `${path}.local`,
  words: `${localWords(local)} never happens in ${zone.id}: the clocks are put forward over it`,
})
