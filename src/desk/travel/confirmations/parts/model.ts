import type { SegmentDraft, SegmentView } from '../../model.ts'
import type { Field, Proposal } from '../../reading/model.ts'
import { fields } from '../../reading/model.ts'
import { over, patchFrom } from '../filling/model.ts'
import { heldAgainst, isSameTime, statusAfter } from '../intention/model.ts'
import type { Match } from '../matching/model.ts'
import type { PartView } from '../model.ts'
import { fieldName, partWords } from '../words.ts'

/** What the desk has of a field; null where it has nothing. */
export function deskValue(segment: SegmentView, field: Field): string | null {
  const ends: Partial<Record<Field, string | null>> = {
    from: segment.from.place,
    fromAirport: segment.from.airport,
    fromTerminal: segment.from.terminal,
    fromZone: segment.from.zone,
    starts: segment.from.local,
    to: segment.to.place,
    toAirport: segment.to.airport,
    toTerminal: segment.to.terminal,
    toZone: segment.to.zone,
    ends: segment.to.local,
    place: segment.from.place,
    address: segment.from.address,
    checkInBy: segment.checkInBy?.local ?? null,
    cancelBy: segment.cancelBy?.local ?? null,
    changeable: yesNo(segment.fare.changeable),
    refundable: yesNo(segment.fare.refundable),
    cost: segment.cost && costText(segment.cost),
    currency: segment.cost?.currency ?? null,
  }
  if (field in ends) return ends[field] ?? null
  if (field === 'coach' || field === 'guests') return null
  return segment[
    field as 'provider' | 'number' | 'confirmation' | 'name' | 'seat' | 'cabin' | 'driver' | 'phone' | 'pickUp'
  ]
}

const yesNo = (known: boolean | null): string | null => (known === null ? null : known ? 'yes' : 'no')

function costText({ amount, currency }: NonNullable<SegmentDraft['cost']>): string {
  const places =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  const text = `${amount}`.padStart(places + 1, '0')
  return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')

const timed: ReadonlySet<Field> = new Set(['starts', 'ends', 'checkInBy', 'cancelBy'])

const isChange = (field: Field, before: string | null, after: string): boolean =>
  before === null ? true : timed.has(field) ? !isSameTime(before, after) : plain(before) !== plain(after)

/** Fields whose value was said of the segment in words of another form: they are no change by themselves. */
const beside: ReadonlySet<Field> = new Set(['coach', 'guests'])

/** When a mail was sent beside the newest one the segment was read from. */
export type Sent = { readonly own: string | null; readonly newest: string | null }

function newsOf(
  proposal: Proposal,
  segment: SegmentView | null,
  changes: boolean,
  { own, newest }: Sent,
): PartView['news'] {
  if (segment === null) return 'new'
  const isOlder =
    own !== null &&
    newest !== null &&
    Temporal.Instant.compare(Temporal.Instant.from(own), Temporal.Instant.from(newest)) < 0
  if (proposal.action === 'cancelled')
    return segment.status === 'cancelled' ? 'nothing new' : isOlder ? 'older' : 'changes'
  if (isOlder) return 'older'
  return changes || segment.status === 'cancelled' ? 'changes' : 'nothing new'
}

const notes: Readonly<Record<PartView['news'], string | null>> = {
  new: null,
  changes: null,
  'nothing new': 'The desk has all of this already.',
  older: 'It was sent before the newest the desk has of this segment: taken, it would put the old back.',
}

function noteOf(news: PartView['news'], proposal: Proposal, segment: SegmentView | null): string | null {
  if (segment?.status !== 'cancelled' || proposal.action === 'cancelled') return notes[news]
  return news === 'older'
    ? 'The desk has it as cancelled by a newer mail than this: taken, it would be on again.'
    : 'The desk has it as cancelled; this says that it is on.'
}

/** One part of a confirmation beside what the desk has: values before and after, doubts, what is missing, what was asked. */
export function partOf(
  index: number,
  proposal: Proposal,
  match: Match,
  segment: SegmentView | null,
  sent: Sent,
): PartView {
  const read = fields.flatMap((field) => {
    const value = proposal.fields[field]
    if (!value) return []
    const before = segment && deskValue(segment, field)
    const changed = isChange(field, before, value.value) && !(beside.has(field) && segment !== null)
    return [{ field, name: fieldName(proposal.kind, field), before, after: value.value, changed, origin: value.origin }]
  })
  const news = newsOf(
    proposal,
    segment,
    read.some(({ changed }) => changed),
    sent,
  )
  return {
    index,
    kind: proposal.kind,
    action: proposal.action,
    says: partWords(proposal),
    match: {
      how: match.how,
      segmentId: match.segment?.id ?? null,
      tripId: match.segment?.tripId ?? null,
      why: match.why,
      candidates: match.candidates.map(({ id, tripId, title }) => ({ segmentId: id, tripId, title })),
    },
    news,
    note: noteOf(news, proposal, segment),
    fields: read,
    doubts: proposal.doubts.map((one) => ({ ...one, name: fieldName(proposal.kind, one.field) })),
    missing: proposal.missing.map((field) => ({ field, name: fieldName(proposal.kind, field) })),
    asked: segment ? heldAgainst(segment, proposal) : [],
    statusAfter: statusAfter(segment, proposal),
    suggested: suggestedFor(proposal, segment),
  }
}

/** What taking the part would set: of a known segment its ends with what was read laid over them, so that nothing known is lost. */
export function suggestedFor(proposal: Proposal, segment: SegmentView | null): Partial<SegmentDraft> {
  const patch = { ...patchFrom(proposal), kind: proposal.kind }
  if (segment === null) return patch
  const laid = (end: 'from' | 'to') => (patch[end] ? { [end]: over(endOf(segment[end]), patch[end]) } : {})
  const fare = patch.fare && { fare: { ...segment.fare, ...known(patch.fare) } }
  const { kind: _, ...rest } = patch
  return { ...rest, ...laid('from'), ...laid('to'), ...fare, ...endLeft(patch, segment) }
}

/**
 * The end of what has another beginning and no end said: what somebody was asked for; else what it was, unless that is over before
 * it begins now, which nobody knows.
 */
function endLeft(patch: Partial<SegmentDraft>, segment: SegmentView): Partial<SegmentDraft> {
  const starts = patch.from?.local ?? null
  if (starts === null || patch.to?.local || segment.to.local === null) return {}
  const wanted = segment.waiting?.wanted.ends
  const to = over(endOf(segment.to), { ...noEnd, ...patch.to })
  if (typeof wanted === 'string') return { to: { ...to, local: wanted } }
  return segment.to.local > starts || segment.from.zone !== segment.to.zone ? {} : { to: { ...to, local: null } }
}

const noEnd = { place: null, airport: null, terminal: null, address: null, local: null, zone: null, offset: null }

const endOf = ({
  place,
  airport,
  terminal,
  address,
  local,
  zone,
  offset,
  zoneFrom,
}: SegmentView['from']): SegmentDraft['from'] => ({
  place,
  airport,
  terminal,
  address,
  local,
  zone: zoneFrom === 'hand' ? zone : null,
  offset,
})

const known = <T extends object>(values: T): Partial<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as Partial<T>
