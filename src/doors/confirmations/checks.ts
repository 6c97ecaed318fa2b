import { airportsOf, airportTable } from '../../desk/travel/airports/airports.ts'
import type { Airport, Doubt, Field, Proposal, ReadValue } from '../../desk/travel/reading/model.ts'
import { carrying } from '../../plan/segment.ts'
import { type Zone, zoneOf } from '../../plan/zone.ts'
import { tokens } from './merge/alike.ts'
import { instantOf, instantsOf, written } from './times.ts'

export type Known = { readonly airportOf: (code: string) => Airport | null }

/** A proposal while it is checked. */
type Draft = {
  readonly kind: Proposal['kind']
  readonly fields: Partial<Record<Field, ReadValue>>
  readonly doubts: Doubt[]
}

const ends = [
  { airport: 'fromAirport', zone: 'fromZone', time: 'starts', place: 'from' },
  { airport: 'toAirport', zone: 'toZone', time: 'ends', place: 'to' },
] as const
type End = (typeof ends)[number]

/** Takes a value out: from here on it is one of those nobody chose. */
function doubted(draft: Draft, field: Field, why: string, values?: readonly ReadValue[]) {
  const value = draft.fields[field]
  const all = values ?? (value ? [value] : [])
  delete draft.fields[field]
  if (all.length > 0) draft.doubts.push({ field, why, values: [...all] })
}

const isDoubted = (draft: Draft, field: Field) => draft.doubts.some((each) => each.field === field)

/** Of an airport's name what no other of its city has: "Congonhas" of São Paulo's. */
const telling = ({ name, city }: Airport): Set<string> => {
  const usual = new Set([...tokens(city), 'airport', 'international', 'regional', 'city', 'intl', 'terminal'])
  return new Set(tokens(name).filter((word) => word.length > 3 && !usual.has(word)))
}

/** Another airport of the same city, where the place written beside a code names that one. */
function namedInstead(found: Airport, place: string | undefined): Airport | null {
  if (place === undefined) return null
  const words = new Set(tokens(place))
  const names = (airport: Airport) => [...telling(airport)].some((word) => words.has(word))
  if (names(found)) return null
  const others = airportsOf(found.city).filter(({ code, country }) => code !== found.code && country === found.country)
  return others.find(names) ?? null
}

/** The city that is written beside a code, where it has airports of its own and the code's is in another part of the world. */
function farFrom(found: Airport, place: string | undefined): Airport | null {
  const [named] = place === undefined || /^[A-Z]{3}$/.test(place) ? [] : airportsOf(place)
  const area = ({ zone }: Airport) => zone.split('/')[0]
  return named && airportsOf(place as string).every((each) => area(each) !== area(found)) ? named : null
}

function checkAirport(draft: Draft, { airportOf }: Known, { airport, zone, place }: End) {
  const code = draft.fields[airport]
  if (!code) return
  const found = airportOf(code.value)
  const written = draft.fields[place]?.value
  const other = found && (namedInstead(found, written) ?? farFrom(found, written))
  if (!found || other) {
    if (draft.fields[zone]?.origin.by === 'table') delete draft.fields[zone]
    const named = `${found?.code} is ${found?.name}, and ${other?.name} (${other?.code}) is named`
    return doubted(draft, airport, other ? named : `No airport is known by the code ${code.value}`)
  }
  const said = draft.fields[zone]
  const derived: ReadValue = {
    value: found.zone,
    origin: { by: 'table', field: airport, value: found.code, table: airportTable },
  }
  if (said && said.origin.by !== 'table' && said.value !== found.zone)
    return doubted(draft, zone, `${found.code} keeps ${found.zone}, and ${said.value} is written`, [said, derived])
  if (!isDoubted(draft, zone)) draft.fields[zone] = derived
}

const zoneAt = (draft: Draft, field: 'fromZone' | 'toZone'): Zone | null => {
  const name = draft.fields[field]?.value
  return name === undefined ? null : zoneOf(name)
}

/** Whoever stays or meets somewhere does so in one zone. */
const zoneOfEnd = (draft: Draft, end: End): Zone | null =>
  zoneAt(draft, end.zone) ?? (carrying.has(draft.kind) || end.zone === 'fromZone' ? null : zoneAt(draft, 'fromZone'))

const clock = (text: string) => text.slice(0, 16).replace('T', ' ')

function checkTime(draft: Draft, end: End) {
  const value = draft.fields[end.time]
  if (!value) return
  const time = written(value.value)
  if (!time) return doubted(draft, end.time, `${value.value} is no time of any calendar`)
  const zone = zoneOfEnd(draft, end)
  if (!zone || !time.exact) return
  const instants = instantsOf(time.wall, zone)
  const said = clock(value.value)
  if (time.offset === null && instants.length === 0)
    doubted(draft, end.time, `${said} never comes in ${zone.id}: clocks skip it`)
  else if (time.offset === null && instants.length > 1)
    doubted(draft, end.time, `${said} comes twice in ${zone.id}, and nothing says which is meant`)
  else if (time.offset !== null && !instants.some((at) => time.wall - at === time.offset))
    doubted(draft, end.time, `${value.value} is written, and ${zone.id} has another offset then`)
}

const hour = 3_600_000
/** In hours: nothing flies longer than a day, and no way by land or sea is longer than some. */
const longest: Partial<Record<Proposal['kind'], number>> = { flight: 24, train: 96, bus: 96, ferry: 96, ride: 24 }
/** No clock is farther from another than 26 hours. */
const farthest = 26

function checkOrder(draft: Draft) {
  const { starts, ends: until } = draft.fields
  const [from, to] = [starts && written(starts.value), until && written(until.value)]
  if (!starts || !until || !from || !to) return
  const [begins, finishes] = [instantOf(from, zoneOfEnd(draft, ends[0])), instantOf(to, zoneOfEnd(draft, ends[1]))]
  const between = begins !== null && finishes !== null ? finishes - begins : null
  const lasts =
    between ??
    (from.exact && to.exact
      ? to.wall - from.wall
      : Math.floor(to.wall / 864e5) * 864e5 - Math.floor(from.wall / 864e5) * 864e5)
  const nights = draft.kind === 'stay' && Math.floor(to.wall / 864e5) <= Math.floor(from.wall / 864e5)
  if (lasts < 0 || nights)
    doubted(draft, 'ends', `It ends ${clock(until.value)}, before it begins ${clock(starts.value)}`)
  else if (lasts / hour > (longest[draft.kind] ?? Number.POSITIVE_INFINITY) + (between === null ? farthest : 0)) {
    const why = `It would take ${Math.round(lasts / hour)} hours`
    doubted(draft, 'ends', why)
    doubted(draft, 'starts', why)
  }
}

const same = (a: ReadValue | undefined, b: ReadValue | undefined) =>
  a !== undefined && b !== undefined && a.value.trim().toLowerCase() === b.value.trim().toLowerCase()

/** A hired car comes back to where it was fetched; whatever else carries somebody ends elsewhere. */
function checkEnds(draft: Draft) {
  if (!carrying.has(draft.kind) || draft.kind === 'car') return
  const { fromAirport, toAirport, from, to } = draft.fields
  if (same(fromAirport, toAirport)) {
    doubted(draft, 'toAirport', `It begins and ends at ${fromAirport?.value}`)
    delete draft.fields.toZone
  }
  if (same(from, to) && !(fromAirport && toAirport && !same(fromAirport, toAirport)))
    doubted(draft, 'to', `It begins and ends at ${from?.value}`)
}

const needed = (kind: Proposal['kind']): readonly Field[] => {
  if (kind === 'stay') return ['place', 'starts', 'ends']
  return carrying.has(kind)
    ? ['from', 'to', 'starts', ...(kind === 'ride' ? [] : (['ends'] as const))]
    : ['place', 'starts']
}

/** What nothing says: the ends, the times, and the zone of a time that has no offset. */
function missing({ kind, fields, doubts }: Draft): Field[] {
  const open = (field: Field) => !fields[field] && !doubts.some((each) => each.field === field)
  const zones = ends.filter(({ time, zone }) => {
    const value = fields[time]
    const wants = value !== undefined && written(value.value)?.offset === null
    return wants && (carrying.has(kind) || zone === 'fromZone')
  })
  const wanted = [...needed(kind), ...zones.map(({ zone }) => zone)]
  return wanted.filter(
    (field) => open(field) && !(field === 'from' && fields.fromAirport) && !(field === 'to' && fields.toAirport),
  )
}

/**
 * Holds what was read against the world: an airport nobody has, a local time that never comes or comes twice, an end before its
 * begin (by instants where zones are known, so that one may arrive before one left across the date line), an end that is the
 * begin. What fails is doubted: it leaves the fields, and stands among the doubts with a sentence. Derives the zone of each
 * end whose airport is known, and says what is still missing.
 */
export function checked(proposal: Proposal, known: Known): Proposal {
  const draft: Draft = { kind: proposal.kind, fields: { ...proposal.fields }, doubts: [...proposal.doubts] }
  for (const end of ends) checkAirport(draft, known, end)
  checkEnds(draft)
  for (const end of ends) checkTime(draft, end)
  checkOrder(draft)
  const told = missing(draft)
  return {
    ...proposal,
    fields: draft.fields,
    doubts: draft.doubts,
    missing: [...new Set([...proposal.missing.filter((field) => !draft.fields[field]), ...told])],
  }
}
