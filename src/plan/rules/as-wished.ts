import * as z from 'zod'
import type { Thing } from '../due.ts'
import type { Evidence } from '../finding.ts'
import { number, quoted, text } from '../found.ts'
import { clockOf, lengthWords, minuteOfDay } from '../local.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import type { PlanSegment, PlanTrip } from '../segment.ts'
import { dayMs, hourMs, minuteMs } from '../time.ts'
import type { Found, View } from '../view.ts'
import { wayBetween } from '../ways.ts'

export const seats = ['window', 'aisle', 'front', 'exit row'] as const
export const cabins = ['economy', 'premium economy', 'business', 'first'] as const
type Cabin = (typeof cabins)[number]

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time is HH:MM')
const words = (most: number) => z.string().trim().min(1).max(most)

const params = z
  .strictObject({
    traveller: words(200).optional().describe('Whose wish it is, by name; the executive’s where nobody is named'),
    leaveFrom: clock.optional().describe('Leaves no earlier, on the clocks where it leaves from'),
    leaveBy: clock.optional().describe('Leaves no later, on the clocks where it leaves from'),
    noNights: z.boolean().optional().describe('No flight through the night'),
    seat: z.enum(seats).optional().describe('Which seat'),
    cabin: z.enum(cabins).optional().describe('At least this cabin'),
    hours: z.int().min(1).max(24).optional().describe('Only on flights of so many hours and more'),
    hotels: z.array(words(60)).min(1).max(10).optional().describe('Hotels, by a word of their name'),
    within: z.int().min(1).max(600).optional().describe('Minutes at most from the hotel to where one goes from there'),
    has: z.array(words(60)).min(1).max(10).optional().describe('What the hotel is asked for'),
    food: words(120).optional().describe('What is asked for where there is a meal'),
    driver: words(120).optional().describe('Who drives'),
    car: words(120).optional().describe('What car is asked for'),
  })
  .refine(
    ({ traveller: _, hours: __, ...wishes }) => Object.values(wishes).some((one) => one !== undefined && one !== false),
    {
      message: 'Say what is wished',
      path: ['leaveFrom'],
    },
  )
type Wished = z.infer<typeof params>

type Wrong = {
  readonly code: string
  readonly values: Readonly<Record<string, string | number>>
  readonly badness: number
}

/** Words as they are compared: without accents and case. */
const folded = (said: string): string => said.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const ranks: readonly (readonly [RegExp, Cabin])[] = [
  [/\bpremium\b/, 'premium economy'],
  [/\bfirst\b/, 'first'],
  [/\b(?:business|club)\b/, 'business'],
  [/\b(?:economy|eco|coach|tourist)\b/, 'economy'],
]
/** The cabin that a booking's words name; null where they name none that is known. */
const cabinIn = (said: string | null): Cabin | null =>
  ranks.find(([pattern]) => said !== null && pattern.test(folded(said)))?.[1] ?? null

/** In economy the letters mean the same everywhere: A and K at a window, C at an aisle. In front they do not. */
const letters: Readonly<Record<string, (typeof seats)[number]>> = { A: 'window', K: 'window', C: 'aisle' }

/** Where a seat is, by its own words or its letter; null where that cannot be told. */
function seatIn({ seat, cabin }: PlanSegment): string | null {
  if (seat === null) return null
  const named = seats.find((one) => folded(seat).includes(one))
  if (named) return named
  const [, letter = ''] = /^\d{1,2}([A-K])$/.exec(seat.trim().toUpperCase()) ?? []
  const rank = cabinIn(cabin)
  return rank === 'economy' || rank === 'premium economy' ? (letters[letter] ?? null) : null
}

const has = (said: string, word: string): boolean => folded(said).includes(folded(word))
/** What was asked for does not name it. Where nothing was asked, or nobody wrote down what, nothing is known. */
const notAsked = ({ asked }: PlanSegment, wanted: readonly string[]): readonly string[] =>
  asked === null ? [] : wanted.filter((word) => !has(asked.words, word))

const flies = ({ kind }: PlanSegment): boolean => kind === 'flight'
const leaves = ({ kind }: PlanSegment): boolean =>
  kind === 'flight' || kind === 'train' || kind === 'bus' || kind === 'ferry'

const lengthOf = ({ span }: PlanSegment): number | null => (span === null ? null : (span.end - span.start) / hourMs)

/** In the air at two in the morning, on the clocks where it left from. */
export function isNightFlight({ kind, from, span }: PlanSegment): boolean {
  if (kind !== 'flight' || span === null || from.wall === null) return false
  const [begin, end] = [from.wall, from.wall + (span.end - span.start)]
  const two = 2 * hourMs
  return (Math.floor((end - two) / dayMs) as number) * dayMs + two >= begin
}

function* ofTimes({ leaveFrom, leaveBy, noNights }: Wished, segment: PlanSegment): Generator<Wrong> {
  const { wall } = segment.from
  if (wall !== null && leaves(segment)) {
    const minute = (((wall % dayMs) + dayMs) % dayMs) / minuteMs
    const at = clockOf(wall)
    if (leaveFrom !== undefined && minute < minuteOfDay(leaveFrom))
      yield { code: 'early', values: { at, wished: leaveFrom }, badness: minuteOfDay(leaveFrom) - minute }
    if (leaveBy !== undefined && minute > minuteOfDay(leaveBy))
      yield { code: 'late', values: { at, wished: leaveBy }, badness: minute - minuteOfDay(leaveBy) }
  }
  if (noNights && isNightFlight(segment)) yield { code: 'night', values: {}, badness: 1 }
}

function* ofSeats({ seat, cabin, hours = 0 }: Wished, segment: PlanSegment): Generator<Wrong> {
  if (!flies(segment)) return
  const long = lengthOf(segment)
  if (hours > 0 && (long === null || long < hours)) return
  const [sits, flown] = [seatIn(segment), cabinIn(segment.cabin)]
  if (seat !== undefined && sits !== null && sits !== seat)
    yield { code: 'seat', values: { has: segment.seat ?? '', wished: seat }, badness: 1 }
  const below = cabin === undefined || flown === null ? 0 : cabins.indexOf(cabin) - cabins.indexOf(flown)
  if (below > 0) yield { code: 'cabin', values: { has: segment.cabin ?? '', wished: cabin ?? '' }, badness: below }
}

function* ofStays(wished: Wished, segment: PlanSegment, trip: PlanTrip, view: View): Generator<Wrong> {
  if (segment.kind !== 'stay') return
  const { hotels, within, has: wants = [] } = wished
  const name = segment.provider ?? segment.to.place ?? segment.from.place
  if (hotels !== undefined && name !== null && !hotels.some((one) => has(name, one)))
    yield { code: 'hotel', values: { has: name, wished: hotels.join(' or ') }, badness: 1 }
  const missing = notAsked(segment, wants)
  if (missing.length > 0) yield { code: 'not-asked', values: { wished: missing.join(', ') }, badness: missing.length }
  const far = within === undefined ? null : furthest(segment, trip, view)
  if (far !== null && within !== undefined && far.minutes > within)
    yield { code: 'far', values: { minutes: far.minutes, to: far.to, wished: within }, badness: far.minutes - within }
}

/** The furthest place of a meeting within the nights of a stay, of those whose way is known. */
function furthest(stay: PlanSegment, { segments }: PlanTrip, { plan }: View) {
  const from = stay.from.place ?? stay.to.place
  if (from === null || stay.span === null) return null
  const { start, end } = stay.span
  const there = segments.flatMap(({ kind, status, span, from: { place } }) =>
    kind === 'meeting' &&
    status !== 'cancelled' &&
    span !== null &&
    place !== null &&
    span.start >= start &&
    span.start < end
      ? [place]
      : [],
  )
  return there
    .flatMap((to) => {
      const way = wayBetween({ name: from, geo: null }, { name: to, geo: null }, plan.travelMinutes)
      return way?.known === 'said' ? [{ to, minutes: Math.ceil(way.minutes) }] : []
    })
    .reduce<{ to: string; minutes: number } | null>(
      (most, one) => (most && most.minutes >= one.minutes ? most : one),
      null,
    )
}

function* ofRest({ food, driver, car }: Wished, segment: PlanSegment): Generator<Wrong> {
  const { kind, provider, driver: drives } = segment
  if (food !== undefined && (kind === 'meal' || kind === 'flight') && notAsked(segment, [food]).length > 0)
    yield { code: 'not-asked', values: { wished: food }, badness: 1 }
  if (kind !== 'ride') return
  const who = [provider, drives].filter((one) => one !== null)
  if (driver !== undefined && who.length > 0 && !who.some((one) => has(one, driver)))
    yield { code: 'driver', values: { has: who.join(', '), wished: driver }, badness: 1 }
  if (car !== undefined && notAsked(segment, [car]).length > 0)
    yield { code: 'not-asked', values: { wished: car }, badness: 1 }
}

/** Whether a wish of this person speaks of a trip at all. */
const travels = ({ travellers }: PlanTrip, traveller: string | undefined): boolean =>
  traveller === undefined
    ? travellers.length === 0 || travellers.some(({ executive }) => executive)
    : travellers.some(({ name }) => folded(name) === folded(traveller))

/** Bookings in somebody else's name are theirs. */
const isTheirs = ({ name }: PlanSegment, { travellers }: PlanTrip, traveller: string | undefined): boolean => {
  if (name === null) return true
  const others = travellers.filter((one) =>
    traveller === undefined ? !one.executive : folded(one.name) !== folded(traveller),
  )
  const named = (one: PlanTrip['travellers'][number]) =>
    [one.name, one.passportName].some((known) => known !== null && folded(known) === folded(name))
  return !others.some(named)
}

const spoken = (wished: Wished, { plan }: View) =>
  (plan.trips ?? [])
    .filter((trip) => travels(trip, wished.traveller))
    .flatMap((trip) =>
      trip.segments
        .filter((segment) => segment.status !== 'cancelled' && isTheirs(segment, trip, wished.traveller))
        .map((segment) => ({ trip, segment })),
    )

const thingOf = ({ trip, segment }: { trip: PlanTrip; segment: PlanSegment }): Thing => ({
  key: segment.key,
  span: segment.span ?? trip.span,
  label: segment.label,
})

/** What somebody wishes of their journeys, held against what is booked. What the booking does not say is not guessed: silence. */
export const asWished: AnyKind = ruleKind<Wished>({
  kind: 'as-wished',
  title: 'Not as wished',
  says: 'Journeys are as somebody wishes: when they leave, seat, cabin, hotel, food and rides',
  params,
  sentence: (wished) => `${whose(wished)}${capital(wishWords(wished).join('; '))}`,
  reach: () => ({ by: 'plan' }),
  about: (wished, view) => spoken(wished, view).map(thingOf),
  *judge(wished, view) {
    for (const one of spoken(wished, view)) {
      const { segment, trip } = one
      const wrongs = [
        ...ofTimes(wished, segment),
        ...ofSeats(wished, segment),
        ...ofStays(wished, segment, trip, view),
        ...ofRest(wished, segment),
      ]
      for (const wrong of wrongs) yield foundIn(thingOf(one), segment, wrong)
    }
  },
  words: (e) => `${text(e, 'what')}: ${wrongWords[e.code]?.(e) ?? ''}`,
  fixes(wished, { plan, verdict }) {
    const segment = plan.trips?.flatMap(({ segments }) => segments).find(({ key }) => key === verdict.items[0])
    if (!segment) return []
    const wish = wishWords(wished).join('; ')
    const wanted = { starts: null, startZone: null, ends: null, endZone: null, words: wish.slice(0, 500) }
    return [
      {
        reach: 'world',
        operation: 'segment.ask',
        input: { key: segment.key, wanted },
        words: `Ask for it as wished: ${wish}`,
      },
    ]
  },
})

const foundIn = (thing: Thing, segment: PlanSegment, { code, values, badness }: Wrong): Found => ({
  span: thing.span,
  items: [thing],
  code,
  values: () => ({ what: quoted(segment), ...cut(values) }),
  about: code === 'not-asked' ? `${code} ${values.wished}` : code,
  badness,
})

/** Words of bookings come from outside. */
const cut = (values: Wrong['values']) =>
  Object.fromEntries(
    Object.entries(values).map(([name, one]) => [name, typeof one === 'string' ? one.slice(0, 120) : one]),
  )

const capital = (said: string): string => `${said.charAt(0).toUpperCase()}${said.slice(1)}`

const whose = ({ traveller }: Wished): string => (traveller === undefined ? '' : `For ${traveller}: `)

const wrongWords: Readonly<Record<string, (e: Evidence) => string>> = {
  early: (e) => `leaves at ${text(e, 'at')}, and ${text(e, 'wished')} is the earliest that is wished`,
  late: (e) => `leaves at ${text(e, 'at')}, and ${text(e, 'wished')} is the latest that is wished`,
  night: () => 'is in the air through the night, and no flight through the night is wished',
  seat: (e) => `seat ${text(e, 'has')}, and ${seatWords(text(e, 'wished'))} is wished`,
  cabin: (e) => `booked in “${text(e, 'has')}”, and ${text(e, 'wished')} is wished`,
  hotel: (e) => `booked at “${text(e, 'has')}”, and ${text(e, 'wished')} is wished`,
  far: (e) =>
    `${lengthWords(number(e, 'minutes'))} from ${text(e, 'to')}, and at most ${lengthWords(number(e, 'wished'))} is wished`,
  driver: (e) => `driven by “${text(e, 'has')}”, and ${text(e, 'wished')} is wished`,
  'not-asked': (e) => `what was asked for does not say “${text(e, 'wished')}”, which is wished`,
}

const seatWords = (seat: string): string =>
  seat === 'front'
    ? 'a seat in front'
    : seat === 'exit row'
      ? 'an exit row'
      : `${seat === 'aisle' ? 'an' : 'a'} ${seat} seat`

/** A wish in words, one part each: "leaves no earlier than 08:00". */
function wishWords({
  leaveFrom,
  leaveBy,
  noNights,
  seat,
  cabin,
  hours,
  hotels,
  within,
  has: wants,
  food,
  driver,
  car,
}: Wished): string[] {
  const long = hours === undefined ? '' : ` on flights of ${lengthWords(hours * 60)} and more`
  return [
    ...(leaveFrom === undefined ? [] : [`leaves no earlier than ${leaveFrom}`]),
    ...(leaveBy === undefined ? [] : [`leaves no later than ${leaveBy}`]),
    ...(noNights ? ['no flight through the night'] : []),
    ...(seat === undefined ? [] : [`${seatWords(seat)}${cabin === undefined ? long : ''}`]),
    ...(cabin === undefined ? [] : [`flies ${cabin}${cabin === 'first' ? '' : ' or better'}${long}`]),
    ...(hotels === undefined ? [] : [`stays at ${hotels.join(' or ')}`]),
    ...(within === undefined ? [] : [`stays within ${lengthWords(within)} of where one goes`]),
    ...(wants === undefined ? [] : [`the hotel is asked for ${wants.join(', ')}`]),
    ...(food === undefined ? [] : [`eats ${food}`]),
    ...(driver === undefined ? [] : [`is driven by ${driver}`]),
    ...(car === undefined ? [] : [`rides in ${car}`]),
  ]
}
