import type { SegmentView } from '../model.ts'
import type { Field, Proposal } from '../reading/model.ts'

/** A part of a confirmation for tests: `read('flight', { number: 'XQ 345' })`, each value with its own words. */
export const read = (
  kind: Proposal['kind'],
  values: Partial<Record<Field, string>>,
  more: Partial<Proposal> = {},
): Proposal => ({
  kind,
  action: 'booked',
  fields: Object.fromEntries(
    Object.entries(values).map(([field, value]) => [field, { value, origin: { by: 'words', at: 0, words: value } }]),
  ),
  doubts: [],
  missing: [],
  ...more,
})

const end = (more: Partial<SegmentView['from']> = {}): SegmentView['from'] => ({
  place: null,
  airport: null,
  terminal: null,
  address: null,
  local: null,
  zone: null,
  offset: null,
  at: null,
  home: null,
  words: null,
  zoneFrom: null,
  ...more,
})

type More = Partial<Omit<SegmentView, 'from' | 'to'>> & {
  readonly from?: Partial<SegmentView['from']>
  readonly to?: Partial<SegmentView['to']>
}

/** A segment as the desk has it: a flight that is booked unless told. */
export const segment = (id: string, { from = {}, to = {}, ...more }: More = {}): SegmentView => ({
  id,
  tripId: 'trip',
  version: 1,
  kind: 'flight',
  title: id,
  givenTitle: null,
  provider: null,
  number: null,
  confirmation: null,
  from: end(from),
  to: end(to),
  checkInBy: null,
  cancelBy: null,
  seat: null,
  cabin: null,
  name: null,
  fare: { changeable: null, changeableUntil: null, refundable: null, refundableUntil: null },
  cost: null,
  status: 'booked',
  statusWords: 'booked',
  own: false,
  asked: null,
  waiting: null,
  confirmedBy: null,
  checkedBy: null,
  dependsOn: [],
  needs: [],
  neededBy: [],
  minimumConnection: null,
  fallback: null,
  driver: null,
  phone: null,
  pickUp: null,
  people: [],
  eventId: null,
  notes: '',
  sources: [],
  ...more,
})
