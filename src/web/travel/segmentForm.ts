import type * as z from 'zod'
import type { endDraft, SegmentView, segmentDraft } from '../../desk/travel/model.ts'
import { carrying, type SegmentKind } from '../../plan/segment.ts'
import type { Money } from './words.ts'

export type SegmentSet = z.input<typeof segmentDraft>
type EndSet = z.input<typeof endDraft>
type Yes = 'yes' | 'no' | 'unknown'

/** One end as its fields hold it; '' where nothing is said. */
export type EndForm = {
  readonly place: string
  readonly airport: string
  readonly terminal: string
  readonly address: string
  readonly on: string
  readonly time: string
  readonly zone: string
  readonly offset: string
}
export type MomentForm = { readonly on: string; readonly time: string; readonly zone: string }
export type AskedForm = {
  readonly words: string
  readonly on: string
  readonly from: string
  readonly to: string
  readonly departAfter: string
  readonly arriveBy: string
  readonly cabin: string
  readonly seat: string
  readonly name: string
}

type Texts = Record<
  | 'title'
  | 'provider'
  | 'number'
  | 'confirmation'
  | 'seat'
  | 'cabin'
  | 'name'
  | 'fallback'
  | 'driver'
  | 'phone'
  | 'pickUp'
  | 'notes',
  string
>
export type SegmentForm = Readonly<Texts> & {
  readonly kind: SegmentKind
  readonly status: SegmentView['status']
  readonly from: EndForm
  readonly to: EndForm
  readonly checkInBy: MomentForm
  readonly cancelBy: MomentForm
  readonly changeable: Yes
  readonly changeableUntil: MomentForm
  readonly refundable: Yes
  readonly refundableUntil: MomentForm
  readonly cost: Money | null
  readonly asked: AskedForm
  readonly dependsOn: readonly string[]
  readonly minimumConnection: number | null
  readonly people: readonly { readonly address: string; readonly name: string | null }[]
  readonly eventId: string
}

const noEnd: EndForm = { place: '', airport: '', terminal: '', address: '', on: '', time: '', zone: '', offset: '' }
const noMoment: MomentForm = { on: '', time: '', zone: '' }
const noAsked: AskedForm = {
  words: '',
  on: '',
  from: '',
  to: '',
  departAfter: '',
  arriveBy: '',
  cabin: '',
  seat: '',
  name: '',
}

/** What each kind has a use for: which fields are shown. */
export const uses = (kind: SegmentKind) => ({
  carries: carrying.has(kind),
  flies: kind === 'flight',
  sleeps: kind === 'stay',
  driven: kind === 'ride' || kind === 'car',
  ticket: kind === 'flight' || kind === 'train' || kind === 'bus' || kind === 'ferry',
  guests: kind === 'meal' || kind === 'meeting',
})

/** A new part, on the first day of the trip unless its day is known. */
export const newSegment = (kind: SegmentKind, on: string): SegmentForm => ({
  kind,
  status: 'intended',
  title: '',
  provider: '',
  number: '',
  confirmation: '',
  from: { ...noEnd, on },
  to: noEnd,
  checkInBy: noMoment,
  cancelBy: noMoment,
  seat: '',
  cabin: '',
  name: '',
  changeable: 'unknown',
  changeableUntil: noMoment,
  refundable: 'unknown',
  refundableUntil: noMoment,
  cost: null,
  asked: noAsked,
  dependsOn: [],
  minimumConnection: null,
  fallback: '',
  driver: '',
  phone: '',
  pickUp: '',
  people: [],
  eventId: '',
  notes: '',
})

const text = (value: string | null): string => value ?? ''

/** An end as it is kept. A zone that an airport or a place told stays theirs to tell. */
const endOf = (end: SegmentView['from']): EndForm => ({
  place: text(end.place),
  airport: text(end.airport),
  terminal: text(end.terminal),
  address: text(end.address),
  on: text(end.local).slice(0, 10),
  time: text(end.local).slice(11, 16),
  zone: end.zoneFrom === 'hand' ? text(end.zone) : '',
  offset: text(end.offset),
})
const momentOf = (moment: { local: string; zone: string | null } | null): MomentForm =>
  moment === null
    ? noMoment
    : { on: moment.local.slice(0, 10), time: moment.local.slice(11, 16), zone: text(moment.zone) }
const askedOf = (asked: SegmentView['asked']): AskedForm =>
  asked === null
    ? noAsked
    : {
        words: asked.words,
        on: text(asked.on),
        from: text(asked.from),
        to: text(asked.to),
        departAfter: text(asked.departAfter),
        arriveBy: text(asked.arriveBy),
        cabin: text(asked.cabin),
        seat: text(asked.seat),
        name: text(asked.name),
      }
const yesOf = (known: boolean | null): Yes => (known === null ? 'unknown' : known ? 'yes' : 'no')

export const formOf = (segment: SegmentView): SegmentForm => ({
  kind: segment.kind,
  status: segment.status,
  title: text(segment.givenTitle),
  provider: text(segment.provider),
  number: text(segment.number),
  confirmation: text(segment.confirmation),
  from: endOf(segment.from),
  to: endOf(segment.to),
  checkInBy: momentOf(segment.checkInBy),
  cancelBy: momentOf(segment.cancelBy),
  seat: text(segment.seat),
  cabin: text(segment.cabin),
  name: text(segment.name),
  changeable: yesOf(segment.fare.changeable),
  changeableUntil: momentOf(segment.fare.changeableUntil),
  refundable: yesOf(segment.fare.refundable),
  refundableUntil: momentOf(segment.fare.refundableUntil),
  cost: segment.cost,
  asked: askedOf(segment.asked),
  dependsOn: segment.dependsOn,
  minimumConnection: segment.minimumConnection,
  fallback: text(segment.fallback),
  driver: text(segment.driver),
  phone: text(segment.phone),
  pickUp: text(segment.pickUp),
  people: segment.people.map(({ name, address }) => ({ name, address: address ?? name ?? '' })),
  eventId: text(segment.eventId),
  notes: segment.notes,
})

const some = (value: string): string | null => value.trim() || null
const localOf = ({ on, time }: { on: string; time: string }): string | null =>
  on === '' ? null : time === '' ? on : `${on}T${time}:00`

const endSet = (end: EndForm): EndSet => ({
  place: some(end.place),
  airport: some(end.airport.toUpperCase()),
  terminal: some(end.terminal),
  address: some(end.address),
  local: localOf(end),
  zone: some(end.zone),
  offset: some(end.offset),
})
const momentSet = (moment: MomentForm) =>
  moment.on === '' || moment.time === '' ? null : { local: `${moment.on}T${moment.time}:00`, zone: some(moment.zone) }
const askedSet = (asked: AskedForm): SegmentSet['asked'] =>
  some(asked.words) === null
    ? null
    : {
        words: asked.words,
        on: some(asked.on),
        from: some(asked.from),
        to: some(asked.to),
        departAfter: some(asked.departAfter),
        arriveBy: some(asked.arriveBy),
        cabin: some(asked.cabin),
        seat: some(asked.seat),
        name: some(asked.name),
      }
const yesSet = (yes: Yes): boolean | null => (yes === 'unknown' ? null : yes === 'yes')
const looksLikeAddress = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** What the form says, for `segment.add`. What carries nobody anywhere ends where it began, on the same clocks. */
export function draftOf(form: SegmentForm): SegmentSet {
  const { on, time, offset } = form.to
  const to = uses(form.kind).carries ? form.to : { ...form.from, on, time, offset }
  return {
    kind: form.kind,
    status: form.status,
    title: some(form.title),
    provider: some(form.provider),
    number: some(form.number),
    confirmation: some(form.confirmation),
    from: endSet(form.from),
    to: endSet(to),
    checkInBy: momentSet(form.checkInBy),
    cancelBy: momentSet(form.cancelBy),
    seat: some(form.seat),
    cabin: some(form.cabin),
    name: some(form.name),
    fare: {
      changeable: yesSet(form.changeable),
      changeableUntil: momentSet(form.changeableUntil),
      refundable: yesSet(form.refundable),
      refundableUntil: momentSet(form.refundableUntil),
    },
    cost: form.cost,
    asked: askedSet(form.asked),
    dependsOn: [...form.dependsOn],
    minimumConnection: form.minimumConnection,
    fallback: some(form.fallback),
    driver: some(form.driver),
    phone: some(form.phone),
    pickUp: some(form.pickUp),
    people: form.people.map(({ name, address }) =>
      looksLikeAddress.test(address) ? { name, address } : { name: name ?? address, address: null },
    ),
    eventId: some(form.eventId),
    notes: form.notes,
  }
}

const halves = (path: string, { on, time }: { on: string; time: string }, dayAlone: boolean) =>
  on === '' && time !== ''
    ? { [`${path}.local`]: 'A time needs its day.' }
    : !dayAlone && on !== '' && time === ''
      ? { [`${path}.local`]: 'Until what time that day?' }
      : {}

/** Half a moment, by its field: what somebody typed is never left out without a word. A day alone is enough for an end. */
export const wrongInSegment = (form: SegmentForm): Readonly<Record<string, string>> => ({
  ...halves('from', form.from, true),
  ...halves('to', form.to, true),
  ...halves('checkInBy', form.checkInBy, false),
  ...halves('cancelBy', form.cancelBy, false),
  ...(form.changeable === 'yes' && halves('fare.changeableUntil', form.changeableUntil, false)),
  ...(form.refundable === 'yes' && halves('fare.refundableUntil', form.refundableUntil, false)),
})

/** Only what differs from how the form began, so that saving one field never touches the others. */
export function changesBetween(start: SegmentForm, form: SegmentForm): Partial<SegmentSet> {
  const [was, now] = [draftOf(start), draftOf(form)]
  return Object.fromEntries(
    Object.entries(now).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(was[key as keyof SegmentSet]),
    ),
  )
}

/** The offsets of a local time that happens twice in its zone, the earlier first; none where it happens once. */
export function twiceIn({ on, time, zone }: Pick<EndForm, 'on' | 'time' | 'zone'>): readonly string[] {
  if (on === '' || time === '' || zone === '') return []
  try {
    const local = Temporal.PlainDateTime.from(`${on}T${time}`)
    const both = (['earlier', 'later'] as const).map((disambiguation) =>
      local.toZonedDateTime(zone, { disambiguation }),
    )
    // A time that never happens has two answers too, and neither of them shows it.
    const shown = both.filter((at) => at.toPlainDateTime().equals(local)).map(({ offset }) => offset)
    return new Set(shown).size === 2 ? shown : []
  } catch (error) {
    if (error instanceof RangeError) return []
    throw error
  }
}

/** The fields in which a booking is not what was asked, each with both; what nobody asked for is not compared. */
export function differences(segment: SegmentView): readonly { of: string; asked: string; is: string }[] {
  const { asked, from, to } = segment
  if (asked === null) return []
  const lines: readonly { of: string; asked: string | null; is: string | null; fits: boolean }[] = [
    {
      of: 'Day',
      asked: asked.on,
      is: text(from.local).slice(0, 10) || null,
      fits: from.local?.slice(0, 10) === asked.on,
    },
    { of: 'From', asked: asked.from, is: from.airport ?? from.place, fits: isPlace(asked.from, from) },
    { of: 'To', asked: asked.to, is: to.airport ?? to.place, fits: isPlace(asked.to, to) },
    {
      of: 'Leaves after',
      asked: asked.departAfter,
      is: clockOf(from),
      fits: (clockOf(from) ?? '') >= (asked.departAfter ?? ''),
    },
    {
      of: 'Arrives by',
      asked: asked.arriveBy,
      is: clockOf(to),
      fits: clockOf(to) !== null && (clockOf(to) ?? '') <= (asked.arriveBy ?? ''),
    },
    { of: 'Cabin', asked: asked.cabin, is: segment.cabin, fits: same(asked.cabin, segment.cabin) },
    {
      of: 'Seat',
      asked: asked.seat,
      is: segment.seat,
      fits: !/\d/.test(text(asked.seat)) || same(asked.seat, segment.seat),
    },
    { of: 'Name', asked: asked.name, is: segment.name, fits: same(asked.name, segment.name) },
  ]
  return lines.flatMap(({ of, asked: wanted, is, fits }) =>
    wanted === null || is === null || fits ? [] : [{ of, asked: wanted, is }],
  )
}

const clockOf = ({ local }: SegmentView['from']): string | null => text(local).slice(11, 16) || null
const folded = (value: string | null): string => text(value).trim().toLowerCase()
const same = (one: string | null, other: string | null): boolean => folded(one) === folded(other)
const isPlace = (wanted: string | null, { airport, place }: SegmentView['from']): boolean =>
  same(wanted, airport) || (place !== null && folded(place).includes(folded(wanted)))
