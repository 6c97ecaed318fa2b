import type * as z from 'zod'
import type { eventDraft } from '../../calendar/model.ts'
import type { offerDraft } from '../../holds/model.ts'
import type { ruleDraft } from '../../rules/model.ts'
import { type Answerable, answerableFor } from './answerable/model.ts'
import {
  camille,
  from,
  harlan,
  jonah,
  keller,
  laurent,
  london,
  marta,
  newYork,
  next,
  person,
  priya,
  rosalind,
  weekday,
  zurich,
} from './cast/model.ts'
import { agreedSentences, filledIn } from './partnership/model.ts'
import { assistedFor, type SampleAssisted } from './people/model.ts'
import { prioritiesFor, type SamplePriority } from './priorities/model.ts'
import { type SampleSeats, seatsFor } from './seats/model.ts'
import { type SampleTrip, tripFor } from './travel/model.ts'

/** A week of an invented executive in London, as inputs of operations. Every name, company and place in it is made up. */
export type Sample = Answerable & {
  readonly zone: string
  readonly home: string
  readonly calendars: readonly { readonly name: Calendar; readonly label: 'desk' | 'private' }[]
  readonly minutes: readonly { readonly from: string; readonly to: string; readonly minutes: number }[]
  readonly events: readonly SampleEvent[]
  /** Occurrences that give way to the journey, by title and original start. */
  readonly cancelled: readonly { readonly title: string; readonly recurrenceId: string }[]
  readonly rules: readonly z.input<typeof ruleDraft>[]
  readonly offers: readonly SampleOffer[]
  /** Who assists whom among those it waits for. */
  readonly assisted: readonly SampleAssisted[]
  /** What the two have begun to agree, and to tell each other. */
  readonly agreed: typeof agreedSentences
  readonly answers: typeof filledIn
  /** Who else works here, and what waits for a yes. */
  readonly seats: SampleSeats
  /** What comes first. */
  readonly priorities: readonly SamplePriority[]
  /** The journey, of an executive by their name. */
  readonly trip: (executive: string) => SampleTrip
}
/** Plainly what they are, and not the name of a calendar that somebody made. */
type Calendar = 'Work (sample)' | 'Private (sample)'
export type SampleEvent = { readonly calendar: Calendar; readonly draft: z.input<typeof eventDraft> }

const home = '14 Larch Row'
const office = 'Finsbury Sq'
const client = 'Kiln Yard'
const airport = 'City Airport'
const lake = 'Seehof, Zurich'

/** What was offered to somebody outside, seen from the hour the sample is laid out. */
export type SampleOffer = {
  readonly draft: Omit<z.input<typeof offerDraft>, 'expiresAt' | 'nudgeAt'>
  readonly expiresInHours: number
  readonly isNudgeDue: boolean
}

type More = Omit<Partial<z.input<typeof eventDraft>>, 'title' | 'when'>
type Clock = { readonly on: Temporal.PlainDate; readonly from: string; readonly to: string; readonly zone?: string }

const timed = (title: string, { on, from, to, zone = london }: Clock, more: More = {}): SampleEvent => ({
  calendar: more.label === 'private' ? 'Private (sample)' : 'Work (sample)',
  draft: {
    title,
    when: { allDay: false, start: `${on}T${from}:00`, end: `${on}T${to}:00`, zone, endZone: zone },
    ...more,
  },
})

/** What repeats, begun a quarter ago: the look back has something to say about it. */
const habits = (today: Temporal.PlainDate): SampleEvent[] => {
  const begun = today.subtract({ days: 100 })
  const on = (dayOfWeek: number, weeks = 0) => from(begun, (d) => d.dayOfWeek === dayOfWeek).add({ weeks })
  const byDay = ['MO', 'TU', 'WE', 'TH', 'FR']
  const weekly = (dayOfWeek: number, every = 1) => `FREQ=WEEKLY;INTERVAL=${every};BYDAY=${byDay[dayOfWeek - 1]}`
  const series = (title: string, day: number, at: readonly [string, string], more: More & { every?: number } = {}) => {
    const { every = 1, ...rest } = more
    const clock = { on: on(day), from: at[0], to: at[1] }
    return timed(title, clock, { rrule: weekly(day, every), kind: 'internal', ...rest })
  }
  return [
    series('Leadership team', 1, ['09:30', '10:30'], { place: office, people: [priya, marta] }),
    series('Tallow Foods: weekly numbers', 1, ['10:40', '11:30'], {
      place: client,
      people: [harlan],
      kind: 'external',
      every: 3,
    }),
    series('Budget round: operations', 2, ['09:00', '10:30'], { place: office, people: [priya], every: 2 }),
    series('Budget round: markets', 2, ['10:30', '11:45'], { place: office, people: [marta], every: 2 }),
    series('Budget round: people', 2, ['11:45', '13:00'], { place: office, people: [priya, marta], every: 2 }),
    series('Pipeline review', 3, ['12:00', '13:00'], { place: office, people: [marta] }),
    series('Hiring panel', 3, ['13:00', '13:45'], { place: office, people: [priya], kind: 'interview', every: 2 }),
    timed(
      'One-to-one with Jonah',
      { on: on(4), from: '09:30', to: '10:15', zone: newYork },
      { rrule: weekly(4), kind: 'one-to-one', people: [jonah], link: 'https://meet.desk.example/jonah' },
    ),
    series('One-to-one with Marta', 4, ['11:00', '11:45'], { kind: 'one-to-one', people: [marta], place: office }),
    series('Investors in Singapore', 4, ['21:30', '22:30'], {
      kind: 'external',
      link: 'https://meet.desk.example/investors',
      every: 4,
    }),
    series('Breakfast with the chamber', 5, ['07:30', '08:30'], { kind: 'external', place: 'Guild Hall', every: 4 }),
    series('Writing', 5, ['09:00', '11:00'], { kind: 'focus' }),
    series('Choir', 2, ['19:30', '21:00'], { kind: 'personal', label: 'private', place: 'St Anselm’s' }),
  ]
}

/** The day of the journey: a morning that is too tight, and a flight as it was before the airline moved it behind the dinner. */
const journey = (on: Temporal.PlainDate): SampleEvent[] => [
  timed('Audit committee pre-read', { on, from: '08:30', to: '09:30' }, { kind: 'focus', place: office }),
  timed(
    'Meridian Glass: renewal terms',
    { on, from: '10:30', to: '11:30' },
    {
      kind: 'external',
      place: client,
      people: [laurent, camille],
      notes: 'We want 24 months, they want the price.',
    },
  ),
  timed('Board papers', { on, from: '11:40', to: '12:30' }, { kind: 'internal', place: office, people: [marta] }),
  timed('Doctor', { on, from: '13:30', to: '14:15' }, { kind: 'personal', label: 'private' }),
  timed('Car to City Airport', { on, from: '15:30', to: '16:15' }, { kind: 'travel' }),
  {
    calendar: 'Work (sample)',
    draft: {
      title: 'XQ 345 London City to Zurich',
      kind: 'travel',
      place: airport,
      when: { allDay: false, start: `${on}T17:10:00`, end: `${on}T19:50:00`, zone: london, endZone: zurich },
    },
  },
  timed('Call home', { on, from: '20:15', to: '20:25', zone: zurich }, { kind: 'call' }),
  timed(
    'Dinner, Seehof',
    { on, from: '20:30', to: '22:30', zone: zurich },
    {
      kind: 'external',
      place: lake,
      people: [rosalind, keller],
    },
  ),
]

/** The day after: the board where there is one on that day of the week, and the way home. */
const wayHome = (on: Temporal.PlainDate): SampleEvent[] => {
  const board = { kind: 'board', place: 'Harbour & Vale, Zurich', people: [rosalind, keller, priya] }
  const meeting = timed('Harbour & Vale board', { on, from: '09:00', to: '12:00', zone: zurich }, board)
  const flight: SampleEvent = {
    calendar: 'Work (sample)',
    draft: {
      title: 'XQ 346 Zurich to London City',
      kind: 'travel',
      place: 'Zurich Airport',
      when: { allDay: false, start: `${on}T14:30:00`, end: `${on}T15:10:00`, zone: zurich, endZone: london },
    },
  }
  return weekday(on) ? [meeting, flight] : [flight]
}

/** The evening of the late call. */
const lateOn = (home: Temporal.PlainDate) => from(next(home), (d) => weekday(d) && weekday(next(d)))
const interviewOn = (home: Temporal.PlainDate) => next(lateOn(home))

/** The rest of the week: a late call before an early breakfast, a clash, an invitation nobody answered. */
const rest = (home: Temporal.PlainDate): SampleEvent[] => {
  const late = lateOn(home)
  const people = [harlan, person('Odile Brandt', 'tallow-foods', 'declined')]
  return [
    timed(
      'Investors in Singapore: closing call',
      { on: late, from: '22:00', to: '23:00' },
      {
        kind: 'external',
        link: 'https://meet.desk.example/closing',
      },
    ),
    timed(
      'Breakfast, Tallow Foods',
      { on: next(late), from: '07:30', to: '08:30' },
      {
        kind: 'external',
        place: client,
        people,
      },
    ),
    timed(
      'Final interview',
      { on: next(late), from: '15:00', to: '16:00' },
      {
        kind: 'interview',
        place: office,
        people: [person('Noor Haddad', 'applicant', 'needs-action'), priya],
      },
    ),
    timed(
      'Press: annual results',
      { on: next(late), from: '15:30', to: '16:15' },
      {
        kind: 'external',
        people: [person('Tess Quill', 'the-ledger')],
      },
    ),
    timed('School concert', { on: late, from: '18:00', to: '19:30' }, { kind: 'personal', label: 'private' }),
  ]
}

const rules: Sample['rules'] = [
  {
    kind: 'protected',
    params: { days: ['MO', 'TU', 'WE', 'TH', 'FR'], from: '12:00', to: '14:00', minutes: 45 },
    weight: 'avoid',
    source: 'boundary',
    story: 'Agreed in September: three quarters of an hour to eat, any time between twelve and two.',
  },
  {
    kind: 'night',
    params: { minutes: 660 },
    weight: 'avoid',
    source: 'boundary',
    story: 'Eleven hours between the last thing and the first, as the law asks for everybody else.',
  },
  {
    kind: 'stretch',
    params: { minutes: 180, breakMinutes: 10 },
    weight: 'avoid',
    source: 'preference',
    story: 'After three hours without a break nobody decides well. Noticed in the spring budget round.',
  },
  {
    kind: 'buffer',
    params: { beforeMinutes: 15 },
    weight: 'prefer',
    scope: { kinds: ['external'] },
    source: 'mistake',
    story: 'On 3 June the guests were in the lobby before we had read the note. A quarter of an hour, since then.',
  },
  {
    kind: 'unanswered',
    params: { minutes: 1440 },
    weight: 'prefer',
    source: 'preference',
    story: 'A day before, we ask those who have not said whether they come.',
  },
  {
    kind: 'has-place',
    params: {},
    weight: 'prefer',
    scope: { kinds: ['external', 'interview', 'board'] },
    source: 'preference',
    story: 'Guests should never have to ask where.',
  },
]

/** Half an hour on the clocks of London, as an instant with its offset. */
const slot = (on: Temporal.PlainDate, clock: string) => {
  const start = on.toZonedDateTime({ timeZone: london, plainTime: clock })
  const text = (at: Temporal.ZonedDateTime) => at.toString({ timeZoneName: 'never', smallestUnit: 'second' })
  return { start: text(start), end: text(start.add({ minutes: 30 })) }
}

/** Two that wait for an answer: one whose times are nearly freed, one whom a nudge would help. */
const offers = (home: Temporal.PlainDate): SampleOffer[] => {
  const days = [4, 5, 6].map((days) => from(home.add({ days }), weekday))
  const [first, second, third] = [days[0] ?? home, next(days[1] ?? home), next(next(days[2] ?? home))].map((on) =>
    from(on, weekday),
  ) as [Temporal.PlainDate, Temporal.PlainDate, Temporal.PlainDate]
  return [
    {
      draft: {
        to: { name: 'Harlan Voss', address: harlan.address, zone: 'America/Chicago' },
        meeting: { title: 'Tallow Foods: spring volumes', by: 'video', link: 'https://meet.desk.example/tallow' },
        times: [slot(first, '15:00'), slot(second, '16:30'), slot(third, '15:30')],
      },
      expiresInHours: 3,
      isNudgeDue: false,
    },
    {
      draft: {
        to: { name: 'Rosalind Meier', address: rosalind.address, zone: zurich },
        through: { name: 'Luca Frei', address: 'luca.frei@harbour-vale.example' },
        meeting: { title: 'Harbour & Vale: before the board', by: 'phone' },
        times: [slot(second, '14:00'), slot(third, '14:30')],
        onSilence: 'nudge',
      },
      expiresInHours: 30,
      isNudgeDue: true,
    },
  ]
}

/** The sample as of `today` in London: the journey is today, or the next working day when today is at a weekend. */
export const sampleFor = (today: Temporal.PlainDate): Sample => {
  const leaves = from(today, weekday)
  const returns = next(leaves)
  const series = habits(today)
  const answerable = answerableFor(today, leaves, returns)
  const once = atOnce(returns, answerable.nearMiss)
  const events = [...series, ...journey(leaves), ...wayHome(returns), ...rest(returns), ...once]
  return {
    zone: london,
    home,
    calendars: [
      { name: 'Work (sample)', label: 'desk' },
      { name: 'Private (sample)', label: 'private' },
    ],
    minutes: [
      { from: home, to: office, minutes: 35 },
      { from: home, to: client, minutes: 40 },
      { from: home, to: airport, minutes: 50 },
      { from: office, to: client, minutes: 20 },
      { from: office, to: airport, minutes: 40 },
      { from: client, to: airport, minutes: 45 },
      { from: lake, to: 'Harbour & Vale, Zurich', minutes: 12 },
      { from: 'Harbour & Vale, Zurich', to: 'Zurich Airport', minutes: 25 },
    ],
    events,
    cancelled: [leaves, returns].flatMap((day) => series.flatMap((s) => givesWay(s, day))),
    rules,
    offers: offers(returns),
    assisted: assistedFor(today),
    agreed: agreedSentences,
    answers: filledIn,
    seats: seatsFor(today, interviewOn(returns)),
    priorities: prioritiesFor(today),
    trip: (executive) => tripFor({ leaves, returns, isBoard: weekday(returns) }, executive),
    ...answerable,
  }
}

/** Two that were put at the same hour of a quiet morning; one of them gives way as the sample is laid out. */
const atOnce = (home: Temporal.PlainDate, nearMiss: string): SampleEvent[] => {
  const on = from(home.add({ days: 3 }), (day) => day.dayOfWeek === 4)
  return [
    timed('Lease: call with the agents', { on, from: '09:00', to: '09:45' }, { kind: 'call', people: [keller] }),
    timed(nearMiss, { on, from: '09:30', to: '10:00' }, { kind: 'focus', place: office }),
  ]
}

/** On the days of the journey the usual week gives way: the occurrence of a weekly series on that day, if it has one. */
const givesWay = ({ draft }: SampleEvent, day: Temporal.PlainDate): Sample['cancelled'] => {
  const start = Temporal.PlainDateTime.from(draft.when.start)
  const every = Number(/INTERVAL=(\d+)/.exec(draft.rrule ?? '')?.[1] ?? 1)
  const days = start.toPlainDate().until(day).days
  if (days < 0 || days % (7 * every) !== 0) return []
  return [
    { title: draft.title, recurrenceId: day.toPlainDateTime(start.toPlainTime()).toString({ smallestUnit: 'second' }) },
  ]
}
