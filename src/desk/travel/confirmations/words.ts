import type { Json } from '../../act.ts'
import type { EntryWords } from '../../journal/words.ts'
import type { Field, forms, Proposal } from '../reading/model.ts'

const names: Readonly<Record<Field, string>> = {
  provider: 'With',
  number: 'Number',
  confirmation: 'Reference',
  name: 'Traveller',
  seat: 'Seat',
  cabin: 'Cabin',
  coach: 'Coach',
  from: 'From',
  fromAirport: 'From (airport)',
  fromTerminal: 'Terminal there',
  fromZone: 'Zone there',
  starts: 'Departs',
  to: 'To',
  toAirport: 'To (airport)',
  toTerminal: 'Terminal on arrival',
  toZone: 'Zone on arrival',
  ends: 'Arrives',
  place: 'Place',
  address: 'Address',
  checkInBy: 'Check in by',
  cancelBy: 'Cancel by',
  changeable: 'Can be changed',
  refundable: 'Can be refunded',
  cost: 'Cost',
  currency: 'Currency',
  pickUp: 'Pick-up point',
  driver: 'Driver',
  phone: 'Telephone',
  guests: 'How many',
}

const otherwise: Partial<Record<Proposal['kind'], Partial<Record<Field, string>>>> = {
  stay: { starts: 'Check-in', ends: 'Check-out', place: 'House', name: 'Guest', phone: 'Telephone of the house' },
  car: { starts: 'Picked up', ends: 'Returned', from: 'Picked up at', to: 'Returned to', name: 'Driver named' },
  ride: {
    starts: 'Picked up',
    ends: 'There by',
    from: 'Picked up at',
    to: 'Goes to',
    phone: 'Telephone of the driver',
  },
  meal: { starts: 'Begins', ends: 'Ends', place: 'Restaurant', name: 'Booked for' },
  meeting: { starts: 'Begins', ends: 'Ends', name: 'Booked for' },
}

/** What a field is called for a kind of segment: "Departs", "Check-in". */
export const fieldName = (kind: Proposal['kind'], field: Field): string => otherwise[kind]?.[field] ?? names[field]

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** "Tue 24 Nov 2026, 17:55" of a local time as it was read; the text itself where it is none. */
export function localWords(value: string): string {
  const parts = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d))?/.exec(value)
  if (!parts) return value
  const day = Temporal.PlainDate.from(parts[1] as string)
  const on = `${weekdays[day.dayOfWeek - 1]} ${day.day} ${months[day.month - 1]} ${day.year}`
  return parts[2] === undefined ? on : `${on}, ${parts[2]}`
}

/** "XQ 345 LCY → ZRH, Tue 24 Nov 2026, 17:55": what a part of a confirmation is, in as many words as it says. */
export function partWords({ kind, fields }: Proposal): string {
  const said = (field: Field) => fields[field]?.value
  const [from, to] = [said('fromAirport') ?? said('from'), said('toAirport') ?? said('to')]
  const way = from && to ? `${from} → ${to}` : (from ?? to)
  const what = [said('number') ?? (way ? said('provider') : undefined), way ?? said('place') ?? said('provider')]
  const words = what.filter(Boolean).join(' ') || kindNames[kind]
  const when = said('starts')
  return when === undefined ? words : `${words}, ${localWords(when)}`
}

export const kindNames: Readonly<Record<Proposal['kind'], string>> = {
  flight: 'A flight',
  train: 'A train',
  bus: 'A bus',
  ferry: 'A ferry',
  car: 'A hired car',
  ride: 'A ride',
  stay: 'A night',
  meal: 'A meal',
  meeting: 'A meeting',
  free: 'Time of their own',
}

type Mail = {
  readonly from: string | null
  readonly form: (typeof forms)[number]
  readonly sentAt: string | null
  readonly droppedAt: string
  readonly fileName: string | null
}

const clock = (zoned: string): string => zoned.slice(11, 16)
const formNames: Readonly<Record<Mail['form'], string>> = {
  mail: 'the mail',
  page: 'the page',
  document: 'the document',
  text: 'the text',
  calendar: 'the calendar file',
  pass: 'the pass',
}

/** "Crossfell Air" of a sender as a mail writes it; the address where no name stands there. */
export const senderName = (from: string): string => {
  const name = from
    .replace(/\s*<[^>]*>\s*$/, '')
    .replace(/^"|"$/g, '')
    .trim()
  return (name === '' ? from : name).slice(0, 80)
}

/** "dropped in at 06:40: the mail of 06:12 from Crossair"; with the day where it was sent on another. */
export function droppedWords({ from, form, sentAt, droppedAt, fileName }: Mail): string {
  const day =
    sentAt !== null && sentAt.slice(0, 10) !== droppedAt.slice(0, 10) ? `${localWords(sentAt.slice(0, 10))}, ` : ''
  const sent = sentAt === null ? '' : ` of ${day}${clock(sentAt)}`
  const whose = from !== null ? ` from ${senderName(from)}` : fileName === null ? '' : ` “${fileName.slice(0, 80)}”`
  const what = form === 'text' && fileName === null ? 'pasted text' : formNames[form]
  return `dropped in at ${clock(droppedAt)}: ${what}${sent}${whose}`
}

type Told = { readonly field: Field; readonly name: string; readonly before: string | null; readonly after: string }
const times: ReadonlySet<Field> = new Set(['starts', 'ends'])

/** "departs Tue 24 Nov 2026, 17:55, was 17:10": what a confirmation says otherwise than the desk had it, when it is. */
export const movedWords = (fields: readonly Told[]): string[] =>
  fields
    .filter(
      ({ field, before, after }) => times.has(field) && before !== null && before.slice(0, 16) !== after.slice(0, 16),
    )
    .map(({ name, before, after }) => {
      const [was, now] = [before ?? '', localWords(after)]
      const isSameDay = was.length > 10 && was.slice(0, 10) === after.slice(0, 10)
      return `${name.toLowerCase()} ${now}, was ${isSameDay ? was.slice(11, 16) : localWords(was)}`
    })

type Changed = { readonly title: string; readonly was: string | null; readonly now: string | null }

/** "XQ 345 LCY → ZRH: Tue 24 Nov 2026, 17:55 (Europe/London), was 17:10"; the whole old time where the day differs. */
export function changeWords({ title, was, now }: Changed): string {
  if (now === null) return title
  if (was === null || was === now) return `${title}: ${now}`
  const [day, rest] = was.split(', ')
  return `${title}: ${now}, was ${rest !== undefined && now.startsWith(`${day}, `) ? rest.slice(0, 5) : was}`
}

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '')
const whose = (v: { readonly [key: string]: Json }): string =>
  text(v.sender) === '' ? '' : ` from ${senderName(text(v.sender))}`
const taken = (words: Json | undefined): string =>
  Array.isArray(words) && words.length > 0 ? `: ${words.filter((one) => typeof one === 'string').join('; ')}` : ''

/** Sentences of confirmations for the journal. */
export const confirmationEntryWords: EntryWords = {
  'confirmation.drop': (v) =>
    v.known === true
      ? `Dropped in a confirmation${whose(v)} that was there already`
      : `Dropped in a confirmation${whose(v)}`,
  'confirmation.take': (v) => `Took a confirmation${whose(v)} into a trip${taken(v.words)}`,
  'confirmation.leave': (v) => `Put a confirmation${whose(v)} aside: ${text(v.reason)}`,
}
