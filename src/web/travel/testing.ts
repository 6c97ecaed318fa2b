import type { SegmentView } from '../../desk/travel/model.ts'

type End = SegmentView['from']

const noEnd: End = {
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
}

/** An end at a local time in a zone, as the desk shows it to somebody in London. */
export function endAt(local: string, zone: string, more: Partial<End> = {}): End {
  const at = Temporal.PlainDateTime.from(local).toZonedDateTime(zone)
  return {
    ...noEnd,
    local,
    zone,
    zoneFrom: 'hand',
    at: at.toString({ smallestUnit: 'second' }),
    home: at.withTimeZone('Europe/London').toString({ smallestUnit: 'second' }),
    words: local,
    ...more,
  }
}

/** A part of a trip with nothing known of it but what is told. */
export const part = (id: string, more: Partial<SegmentView> = {}): SegmentView => ({
  id,
  tripId: 'trip',
  version: 1,
  kind: 'flight',
  title: id,
  givenTitle: null,
  provider: null,
  number: null,
  confirmation: null,
  from: noEnd,
  to: noEnd,
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
  dependsOn: [],
  minimumConnection: null,
  fallback: null,
  driver: null,
  phone: null,
  pickUp: null,
  people: [],
  eventId: null,
  notes: '',
  waiting: null,
  confirmedBy: null,
  checkedBy: null,
  needs: [],
  neededBy: [],
  sources: [],
  ...more,
})
