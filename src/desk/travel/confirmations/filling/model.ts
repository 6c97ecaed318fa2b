import type { SegmentDraft } from '../../model.ts'
import type { Field, Proposal } from '../../reading/model.ts'

type End = SegmentDraft['from']
type Patch = Partial<SegmentDraft>

/** Kinds whose two ends are one place. */
const atOnePlace: ReadonlySet<Proposal['kind']> = new Set(['stay', 'meal', 'meeting', 'free'])

export const isAtOnePlace = ({ kind }: Pick<Proposal, 'kind'>): boolean => atOnePlace.has(kind)

/**
 * A part of a confirmation as values of a segment: what it does not say is not in it, so that a change leaves the rest as it
 * was. A deadline without a time is left to whoever fills the form: a day has no minute by which something must be done.
 */
export function patchFrom(proposal: Proposal): Patch {
  const said = (field: Field): string | undefined => proposal.fields[field]?.value
  const patch: { -readonly [K in keyof SegmentDraft]?: SegmentDraft[K] } = {}
  for (const field of ['provider', 'number', 'confirmation', 'name', 'cabin', 'driver', 'phone', 'pickUp'] as const) {
    const value = said(field)
    if (value !== undefined) patch[field] = value
  }
  const seat = [
    said('coach') && `coach ${said('coach')}`,
    said('seat') && (said('coach') ? `seat ${said('seat')}` : said('seat')),
  ]
  if (said('seat') !== undefined || said('coach') !== undefined) patch.seat = seat.filter(Boolean).join(', ')
  for (const which of ['checkInBy', 'cancelBy'] as const) {
    const value = said(which)
    if (value?.includes('T')) patch[which] = { local: localOf(value), zone: null }
  }
  const cost = moneyFrom(said('cost'), said('currency'))
  if (cost) patch.cost = cost
  const fare = fareFrom(said)
  if (fare) patch.fare = fare
  return { ...patch, ...endsOf(proposal, said) }
}

type Said = (field: Field) => string | undefined

const yes = (value: string | undefined): boolean | null => (value === undefined ? null : value === 'yes')

function fareFrom(said: Said): SegmentDraft['fare'] | null {
  const [changeable, refundable] = [yes(said('changeable')), yes(said('refundable'))]
  if (changeable === null && refundable === null) return null
  return { changeable, changeableUntil: null, refundable, refundableUntil: null }
}

/** The local part: `2026-11-24T17:55:00` of a text with or without seconds and offset. */
export const localOf = (value: string): string => {
  const local = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?/.exec(value)?.[0] ?? value
  return local.length === 16 ? `${local}:00` : local
}

const offsetOf = (value: string | undefined): string | null =>
  value === undefined ? null : value.endsWith('Z') ? '+00:00' : (/[+-]\d\d:\d\d$/.exec(value.slice(10))?.[0] ?? null)

function endsOf(proposal: Proposal, said: Said): Patch {
  if (isAtOnePlace(proposal)) {
    const place = said('place')
    const address = said('address')
    return {
      ...endPatch('from', { place, address, local: said('starts'), zone: said('fromZone') }),
      ...endPatch('to', { place, address, local: said('ends'), zone: said('toZone') ?? said('fromZone') }),
    }
  }
  const [from, to] = [said('from'), said('to')]
  return {
    ...endPatch('from', {
      place: from,
      airport: said('fromAirport'),
      terminal: said('fromTerminal'),
      local: said('starts'),
      zone: isDerived(proposal, 'fromZone') ? undefined : said('fromZone'),
    }),
    ...endPatch('to', {
      place: to,
      airport: said('toAirport'),
      terminal: said('toTerminal'),
      local: said('ends'),
      zone: isDerived(proposal, 'toZone') ? undefined : said('toZone'),
    }),
  }
}

/** A zone that follows from an airport is reckoned from it again wherever it is kept. */
const isDerived = (proposal: Proposal, field: Field): boolean => proposal.fields[field]?.origin.by === 'table'

type EndSaid = { readonly [K in 'place' | 'address' | 'airport' | 'terminal' | 'local' | 'zone']?: string | undefined }

function endPatch(end: 'from' | 'to', { local, ...said }: EndSaid): Patch {
  const known = Object.entries(said).filter((one): one is [keyof End & string, string] => one[1] !== undefined)
  if (known.length === 0 && local === undefined) return {}
  const empty: End = {
    place: null,
    airport: null,
    terminal: null,
    address: null,
    local: null,
    zone: null,
    offset: null,
  }
  const time =
    local === undefined ? {} : { local: local.includes('T') ? localOf(local) : local, offset: offsetOf(local) }
  return { [end]: { ...empty, ...Object.fromEntries(known), ...time } }
}

/** Whole minor units, by how many places the currency has (ISO 4217, as CLDR knows them); null where it is no sum of money. */
export function moneyFrom(cost: string | undefined, currency: string | undefined): SegmentDraft['cost'] {
  if (cost === undefined || currency === undefined || !/^[A-Z]{3}$/.test(currency)) return null
  const parts = /^(\d{1,9})(?:\.(\d{1,3}))?$/.exec(cost)
  if (!parts) return null
  const places =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  const minor = (parts[2] ?? '').padEnd(places, '0')
  if (minor.length > places) return null
  return { amount: Number(`${parts[1]}${minor}`), currency }
}

/** A segment's own end, with what was read laid over it: what was not read stays, but a new place is not in the old zone. */
export function over(before: End, read: End): End {
  const moved = (read.airport ?? read.place) !== null && !isSamePlace(before, read)
  const kept: End = moved
    ? { ...before, airport: null, terminal: null, address: null, zone: null, place: null }
    : before
  const said = Object.entries(read).filter(([name, value]) => value !== null && name !== 'offset')
  const offset = read.local === null ? kept.offset : read.offset
  return { ...kept, ...Object.fromEntries(said), offset }
}

const plain = (text: string | null): string =>
  (text ?? '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')

function isSamePlace(before: End, read: End): boolean {
  if (before.airport !== null && read.airport !== null) return before.airport === read.airport
  if (before.place !== null && read.place !== null)
    return plain(before.place).includes(plain(read.place)) || plain(read.place).includes(plain(before.place))
  return before.place === null || read.place === null
}
