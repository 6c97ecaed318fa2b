import * as z from 'zod'
import { clockOf, minuteOfDay } from '../local.ts'
import type { Plan } from '../plan.ts'
import { isNightFlight } from '../rules/rest-after-night-flight.ts'
import type { PlanSegment, PlanTrip } from '../segment.ts'
import { hourMs } from '../time.ts'
import { cabins, seats } from './comfort.ts'
import { isSameName } from './names.ts'
import { isTimed } from './order.ts'
import { minutesBetween, placeWords } from './places.ts'
import { isTimetabled, live, minuteAt, withExecutive } from './segments.ts'

type Cabin = (typeof cabins)[number]

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time is HH:MM')
const words = (most: number) => z.string().trim().min(1).max(most)

export const wished = z
  .strictObject({
    traveller: words(200).optional().describe('Whose wish it is, by name; the executive’s where nobody is named'),
    leaveFrom: clock.optional().describe('Leaves no earlier, on the clocks where it leaves from'),
    leaveBy: clock.optional().describe('Leaves no later, on the clocks where it leaves from'),
    noNights: z.boolean().optional().describe('No flight through the night'),
    seat: z.enum(seats).optional().describe('Which seat'),
    cabin: z.enum(cabins).optional().describe('At least this cabin'),
    hours: z.int().min(1).max(24).optional().describe('Seat and cabin only on flights of so many hours and more'),
    hotels: words(300).optional().describe('Hotels, by a word of their name each, with commas between'),
    within: z.int().min(1).max(600).optional().describe('Minutes at most from the hotel to where one goes from there'),
    has: words(300).optional().describe('What the hotel is asked for, with commas between'),
    food: words(120).optional().describe('What is asked for where there is a meal'),
    driver: words(120).optional().describe('Who drives'),
    car: words(120).optional().describe('What car is asked for'),
  })
  .refine(
    ({ traveller: _, hours: __, ...wishes }) => Object.values(wishes).some((one) => one !== undefined && one !== false),
    { message: 'Say what is wished', path: ['leaveFrom'] },
  )
export type Wished = z.infer<typeof wished>

/** One thing of a segment that is not as wished, as code and values; `badness` grows with it. */
export type Wrong = {
  readonly code: string
  readonly values: Readonly<Record<string, string | number>>
  readonly badness: number
}

/** What stands between commas. */
export const listed = (said: string): string[] =>
  said
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')

/** Words as they are compared: without accents and case. */
const folded = (said: string): string => said.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const has = (said: string, word: string): boolean => folded(said).includes(folded(word))

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
export function seatIn({ seat, cabin }: Pick<PlanSegment, 'seat' | 'cabin'>): string | null {
  if (seat === null) return null
  const named = seats.find((one) => folded(seat).includes(one))
  if (named) return named
  const [, letter = ''] = /^\d{1,2}([A-K])$/.exec(seat.trim().toUpperCase()) ?? []
  const rank = cabinIn(cabin)
  return rank === 'economy' || rank === 'premium economy' ? (letters[letter] ?? null) : null
}

/** Of a seat only its side is told by a letter: nothing says whether it is in front or at an exit. */
export const isOtherSeat = (sits: string, wish: string): boolean =>
  sits !== wish && !((wish === 'front' || wish === 'exit row') && (sits === 'window' || sits === 'aisle'))

/** What was asked for does not name it. Where nothing was asked, or nobody wrote down what, nothing is known. */
const notAsked = ({ asked }: PlanSegment, wanted: readonly string[]): readonly string[] =>
  asked === null ? [] : wanted.filter((word) => !has(asked.words, word))

function* ofTimes({ leaveFrom, leaveBy, noNights }: Wished, segment: PlanSegment): Generator<Wrong> {
  const [minute, { wall }] = [minuteAt(segment.from), segment.from]
  if (minute !== null && wall !== null && isTimetabled(segment)) {
    const at = clockOf(wall)
    if (leaveFrom !== undefined && minute < minuteOfDay(leaveFrom))
      yield { code: 'early', values: { at, wished: leaveFrom }, badness: minuteOfDay(leaveFrom) - minute }
    if (leaveBy !== undefined && minute > minuteOfDay(leaveBy))
      yield { code: 'late', values: { at, wished: leaveBy }, badness: minute - minuteOfDay(leaveBy) }
  }
  if (noNights && isTimed(segment) && isNightFlight(segment)) yield { code: 'night', values: {}, badness: 1 }
}

function* ofSeats({ seat, cabin, hours = 0 }: Wished, segment: PlanSegment): Generator<Wrong> {
  if (segment.kind !== 'flight') return
  const long = segment.span === null ? null : (segment.span.end - segment.span.start) / hourMs
  if (hours > 0 && (long === null || long < hours)) return
  const [sits, flown] = [seatIn(segment), cabinIn(segment.cabin)]
  if (seat !== undefined && sits !== null && isOtherSeat(sits, seat))
    yield { code: 'seat', values: { has: segment.seat ?? '', wished: seat }, badness: 1 }
  const below = cabin === undefined || flown === null ? 0 : cabins.indexOf(cabin) - cabins.indexOf(flown)
  if (below > 0) yield { code: 'cabin', values: { has: segment.cabin ?? '', wished: cabin ?? '' }, badness: below }
}

function* ofStays(wish: Wished, segment: PlanSegment, trip: PlanTrip, plan: Plan): Generator<Wrong> {
  if (segment.kind !== 'stay') return
  const { within } = wish
  const [hotels, wants] = [listed(wish.hotels ?? ''), listed(wish.has ?? '')]
  const name = segment.provider ?? segment.to.place ?? segment.from.place
  if (hotels.length > 0 && name !== null && !hotels.some((one) => has(name, one)))
    yield { code: 'hotel', values: { has: name, wished: hotels.join(' or ') }, badness: 1 }
  const missing = notAsked(segment, wants)
  if (missing.length > 0) yield { code: 'not-asked', values: { wished: missing.join(', ') }, badness: missing.length }
  const far = within === undefined ? null : furthest(segment, trip, plan)
  if (far !== null && within !== undefined && far.minutes > within)
    yield { code: 'far', values: { minutes: far.minutes, to: far.to, wished: within }, badness: far.minutes - within }
}

type Far = { readonly to: string; readonly minutes: number }

/** The furthest place of a meeting or a meal within the nights of a stay, of those whose way somebody has said. */
function furthest(stay: PlanSegment, trip: PlanTrip, { travelMinutes }: Plan): Far | null {
  const from = stay.from.place === null ? stay.to : stay.from
  if (stay.span === null) return null
  const { start, end } = stay.span
  return live(trip)
    .filter(
      ({ kind, span }) =>
        (kind === 'meeting' || kind === 'meal') && span !== null && span.start >= start && span.start < end,
    )
    .flatMap((there): Far[] => {
      const minutes = minutesBetween(from, there.from, travelMinutes)
      return minutes === null ? [] : [{ to: placeWords(there.from) ?? there.title, minutes: Math.ceil(minutes) }]
    })
    .reduce<Far | null>((most, one) => (most && most.minutes >= one.minutes ? most : one), null)
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

/** What of a segment is not as wished. What its booking does not say is not guessed. */
export const notAsWished = (wish: Wished, segment: PlanSegment, trip: PlanTrip, plan: Plan): readonly Wrong[] => [
  ...ofTimes(wish, segment),
  ...ofSeats(wish, segment),
  ...ofStays(wish, segment, trip, plan),
  ...ofRest(wish, segment),
]

/** Whether somebody’s wish speaks of a trip at all; nobody named: the executive’s. */
export const travelsOn = (trip: PlanTrip, { traveller }: Wished): boolean =>
  traveller === undefined ? withExecutive(trip) : trip.travellers.some(({ name }) => folded(name) === folded(traveller))

/** A booking in the name of another traveller of the trip is theirs. */
export function isOf({ name }: PlanSegment, { travellers }: PlanTrip, { traveller }: Wished): boolean {
  if (name === null) return true
  const isSelf = (one: PlanTrip['travellers'][number]) =>
    traveller === undefined ? one.executive : folded(one.name) === folded(traveller)
  const named = (one: PlanTrip['travellers'][number]) => isSameName(one.passportName ?? one.name, name)
  return travellers.some((one) => isSelf(one) && named(one)) || !travellers.some((one) => !isSelf(one) && named(one))
}
