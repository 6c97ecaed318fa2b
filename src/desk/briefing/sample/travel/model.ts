import type * as z from 'zod'
import type { pointDraft, segmentDraft, tripDraft } from '../../../travel/model.ts'

/** The journey of the sample: the trip, its parts beside what is on the calendar already, and the airline's mail of a new time. */
export type SampleTrip = {
  readonly draft: z.input<typeof tripDraft>
  /** `event`: the title of what stands on the calendar for it already. */
  readonly segments: readonly { readonly event?: string; readonly draft: z.input<typeof segmentDraft> }[]
  readonly points: readonly z.input<typeof pointDraft>[]
  readonly minutes: readonly { readonly from: string; readonly to: string; readonly minutes: number }[]
  /** As it was dropped in: written under half an hour before. */
  readonly mail: (now: Temporal.ZonedDateTime, id: string) => string
}

const [london, zurich] = ['Europe/London', 'Europe/Zurich']

type Clock = { readonly on: Temporal.PlainDate; readonly at: string }
const local = ({ on, at }: Clock) => `${on}T${at}:00`

const there = (leaves: Temporal.PlainDate, name: string): SampleTrip['segments'] => [
  {
    event: 'Car to City Airport',
    draft: {
      kind: 'ride',
      title: 'Car to City Airport',
      provider: 'Alder Cars',
      confirmation: 'AL-20931',
      from: { place: 'Finsbury Sq' },
      to: { place: 'City Airport', airport: 'LCY' },
      status: 'booked',
      pickUp: 'The Wilson Street door, not the square',
      driver: 'Tom Ashby',
      phone: '+44 20 7946 0131',
      asked: { words: 'There an hour before the flight, from the office', on: `${leaves}` },
    },
  },
  {
    event: 'XQ 345 London City to Zurich',
    draft: {
      kind: 'flight',
      provider: 'Crossfell Air',
      number: 'XQ 345',
      confirmation: 'K7Q2MD',
      from: { place: 'London City', airport: 'LCY' },
      to: { place: 'Zurich', airport: 'ZRH' },
      status: 'booked',
      seat: '3A',
      cabin: 'Business',
      name,
      checkInBy: { local: local({ on: leaves, at: '16:40' }), zone: london },
      fare: { changeable: true, refundable: false },
      cost: { amount: 41_250, currency: 'GBP' },
      asked: {
        words: 'The late afternoon flight, in front',
        on: `${leaves}`,
        from: 'LCY',
        to: 'ZRH',
        cabin: 'Business',
      },
      fallback: 'The last flight out, XQ 349 at 19:40 from Heathrow',
    },
  },
  {
    draft: {
      kind: 'ride',
      title: 'Car to the Seehof',
      provider: 'Limmat Cars',
      confirmation: 'LC-4418',
      from: { place: 'Zurich Airport', airport: 'ZRH', local: local({ on: leaves, at: '20:00' }), zone: zurich },
      to: { place: 'Seehof, Zurich', local: local({ on: leaves, at: '20:15' }), zone: zurich },
      status: 'booked',
      pickUp: 'Arrivals 1, a board with the name',
      driver: 'Reto Amsler',
      phone: '+41 44 000 00 18',
    },
  },
  {
    event: 'Dinner, Seehof',
    draft: {
      kind: 'meal',
      title: 'Dinner, Seehof',
      provider: 'Seehof',
      from: { place: 'Seehof, Zurich' },
      to: { place: 'Seehof, Zurich' },
      status: 'booked',
    },
  },
]

type Days = { readonly leaves: Temporal.PlainDate; readonly returns: Temporal.PlainDate; readonly isBoard: boolean }

const nightAndBack = ({ leaves, returns, isBoard }: Days, name: string): SampleTrip['segments'] => [
  {
    draft: {
      kind: 'stay',
      title: 'The night: Quai or Seehof',
      from: { place: 'Zurich', local: local({ on: leaves, at: '15:00' }), zone: zurich },
      to: { place: 'Zurich', local: local({ on: returns, at: '11:00' }), zone: zurich },
      asked: { words: 'A short walk from the board', on: `${leaves}` },
    },
  },
  ...(isBoard
    ? [
        {
          event: 'Harbour & Vale board',
          draft: {
            kind: 'meeting' as const,
            title: 'Harbour & Vale board',
            from: { place: 'Harbour & Vale, Zurich' },
            to: { place: 'Harbour & Vale, Zurich' },
            status: 'booked' as const,
          },
        },
      ]
    : []),
  {
    event: 'XQ 346 Zurich to London City',
    draft: {
      kind: 'flight',
      provider: 'Crossfell Air',
      number: 'XQ 346',
      confirmation: 'K7Q2MD',
      from: { place: 'Zurich', airport: 'ZRH' },
      to: { place: 'London City', airport: 'LCY' },
      status: 'booked',
      seat: '3A',
      cabin: 'Business',
      name,
    },
  },
]

/** The airline's own words, with what a program reads of them. */
const mailOf = (leaves: Temporal.PlainDate, name: string) => (now: Temporal.ZonedDateTime, id: string) => {
  const day = leaves.toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const sent = now.subtract({ minutes: 28 })
  const date = sent.toLocaleString('en-GB', { weekday: 'short', day: '2-digit', month: 'short', year: 'numeric' })
  const clock = sent.toPlainTime().toString({ smallestUnit: 'second' })
  return [
    'From: Crossfell Air <changes@crossfell.example>',
    'Subject: A new time for your flight XQ 345',
    `Date: ${date.replace(/,? (\d)/, ', $1').replace('Sept', 'Sep')} ${clock} ${sent.offset.replace(':', '')}`,
    `Message-ID: <${id}@crossfell.example>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    `Dear ${name},`,
    '',
    `we have had to change the time of your flight on ${day}.`,
    '',
    'Booking reference: K7Q2MD',
    'Flight: XQ 345',
    `Date: ${day}`,
    'From: London City (LCY)',
    'To: Zurich (ZRH)',
    'New departure time: 17:55',
    'New arrival time: 20:35',
    'Check-in closes: 17:25',
    'Old departure time: 17:10',
    '',
    'Your seat 3A is kept. We are sorry for the trouble.',
    'Crossfell Air',
  ].join('\r\n')
}

export const tripFor = ({ leaves, returns, isBoard }: Days, name: string): SampleTrip => ({
  draft: {
    title: 'Zurich: Harbour & Vale',
    purpose: 'Dinner with the chair, and the board the morning after',
    success: 'The chair knows before the board what we will say about the lease',
    why: 'Twice a year the board meets where its chair lives',
    travellers: [{ name, executive: true }],
    from: `${leaves}`,
    until: `${returns}`,
    cities: ['Zurich'],
    approvals: [{ of: 'Priya Anand', state: 'given', words: 'within the board’s budget' }],
    budget: { amount: 140_000, currency: 'GBP' },
    entries: [{ country: 'CH', visa: 'not needed' }],
  },
  segments: [...there(leaves, name), ...nightAndBack({ leaves, returns, isBoard }, name)],
  points: [{ words: 'Who meets the flight home?', dueOn: `${leaves}` }],
  minutes: [{ from: 'Zurich Airport', to: 'Seehof, Zurich', minutes: 15 }],
  mail: mailOf(leaves, name),
})
