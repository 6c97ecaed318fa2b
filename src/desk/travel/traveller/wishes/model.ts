import * as z from 'zod'
import { weights } from '../../../../plan/finding.ts'
import { cabins, seats } from '../../../../plan/trips/comfort.ts'
import { listed } from '../../../../plan/trips/wished.ts'
import type { RuleDraft } from '../../../rules/model.ts'
import { dayGiven } from '../../../shapes.ts'
import { airportCode } from '../../model.ts'

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time is HH:MM')
const words = (most: number) => z.string().trim().min(1).max(most)
const few = z
  .array(words(40).refine((one) => !one.includes(','), 'One at a time, without commas'))
  .max(7)
  .default([])

/** What somebody wishes of their journeys, one thing at a time. Each becomes a rule. */
export const wishShape = z.discriminatedUnion('is', [
  /** On the clocks where one leaves from. */
  z.object({ is: z.literal('earliest'), at: clock }),
  z.object({ is: z.literal('latest'), at: clock }),
  /** Between landing and the next departure, and where it differs at certain airports. */
  z.object({
    is: z.literal('connection'),
    minutes: z.int().min(0).max(600),
    airports: z
      .array(z.object({ airport: airportCode, minutes: z.int().min(0).max(600) }))
      .max(20)
      .default([]),
  }),
  /** Between landing and whatever follows. */
  z.object({ is: z.literal('margin'), minutes: z.int().min(0).max(1440) }),
  z.object({ is: z.literal('seat'), seat: z.enum(seats) }),
  /** On flights of so many hours and more. */
  z.object({ is: z.literal('cabin'), cabin: z.enum(cabins), hours: z.int().min(0).max(24).default(0) }),
  z
    .object({
      is: z.literal('hotel'),
      chains: few,
      withinMinutes: z.int().min(1).max(600).nullable().default(null),
      has: few,
    })
    .refine(({ chains, withinMinutes, has }) => chains.length > 0 || withinMinutes !== null || has.length > 0, {
      message: 'Say which hotels, how near, or what they must have',
      path: ['chains'],
    }),
  /** As it is said to whoever cooks: "vegetarian". */
  z.object({ is: z.literal('food'), words: words(120) }),
  z
    .object({
      is: z.literal('rides'),
      who: z.string().trim().max(120).default(''),
      car: z.string().trim().max(120).default(''),
    })
    .refine(({ who, car }) => who !== '' || car !== '', { message: 'Say who drives, or what car', path: ['who'] }),
  z.object({ is: z.literal('no-nights') }),
  /** Free after a flight through the night. */
  z.object({ is: z.literal('rest'), hours: z.int().min(1).max(48) }),
])
export type WishShape = z.infer<typeof wishShape>
export type WishIs = WishShape['is']

export const wishSet = z.object({
  wish: wishShape,
  /** As firm as it was unless told; `prefer` where it is new. */
  weight: z.enum(weights).optional(),
  /** Who said it; whoever writes it down unless told. `on`: today unless told. */
  saidBy: z.string().trim().max(200).default(''),
  on: dayGiven.nullable().default(null),
  note: z.string().trim().max(500).default(''),
})

/** In the order in which they are offered. */
export const wishKinds = [
  'earliest',
  'latest',
  'connection',
  'margin',
  'seat',
  'cabin',
  'hotel',
  'food',
  'rides',
  'no-nights',
  'rest',
] as const satisfies readonly WishIs[]

/** One wish as it stands: what it says comes from its rule as that now is. */
export const wishView = z.object({
  id: z.uuid(),
  version: z.int(),
  is: z.enum(wishKinds),
  /** "Leaves no earlier than" */
  title: z.string(),
  /** Null where its rule was changed by hand into something the form does not know. */
  wish: wishShape.nullable(),
  /** "said by Dana on Mon 23 Nov 2026: …" */
  said: z.string(),
  note: z.string(),
  /** The rule, as it now is; null: it was removed. */
  rule: z
    .object({
      id: z.uuid(),
      version: z.int(),
      words: z.string(),
      weight: z.enum(weights),
      on: z.boolean(),
      counts: z.object({ applied: z.int(), kept: z.int(), reliedOn: z.int(), overridden: z.int() }),
    })
    .nullable(),
  /** "In force", or why not. */
  stands: z.string(),
})
export type WishView = z.infer<typeof wishView>

/** What tells a wish from others of the same person: another of the same slot takes its place. */
export const slotOf = (wish: WishShape): string => (wish.is === 'cabin' ? `cabin ${wish.hours}` : wish.is)

type Ruled = Pick<RuleDraft, 'kind' | 'params'>
/** Of whom a rule speaks; null: the executive. */
export type Who = string | null

/** The rule that a wish becomes. */
export function ruledBy(wish: WishShape, who: Who): Ruled {
  const wished = (params: object): Ruled => ({
    kind: 'as-wished',
    params: { ...(who !== null && { traveller: who }), ...params },
  })
  switch (wish.is) {
    case 'earliest':
      return wished({ leaveFrom: wish.at })
    case 'latest':
      return wished({ leaveBy: wish.at })
    case 'connection': {
      const airports = wish.airports.map(({ airport, minutes }) => `${airport} ${minutes}`).join(', ')
      return { kind: 'connection', params: { minutes: wish.minutes, airports } }
    }
    case 'margin':
      return { kind: 'arrive-in-time', params: { marginMinutes: wish.minutes } }
    case 'seat':
      return wished({ seat: wish.seat })
    case 'cabin':
      return wished({ cabin: wish.cabin, ...(wish.hours > 0 && { hours: wish.hours }) })
    case 'hotel':
      return wished({
        ...(wish.chains.length > 0 && { hotels: wish.chains.join(', ') }),
        ...(wish.withinMinutes !== null && { within: wish.withinMinutes }),
        ...(wish.has.length > 0 && { has: wish.has.join(', ') }),
      })
    case 'food':
      return wished({ food: wish.words })
    case 'rides':
      return wished({ ...(wish.who !== '' && { driver: wish.who }), ...(wish.car !== '' && { car: wish.car }) })
    case 'no-nights':
      return wished({ noNights: true })
    case 'rest':
      return { kind: 'rest-after-night-flight', params: { minutes: wish.hours * 60 } }
  }
}

/** What the desk has one rule of for everybody who travels: it is the executive’s wish alone, and their rule becomes it. */
export const executives: readonly WishIs[] = ['connection', 'margin', 'rest']

type Params = Readonly<Record<string, unknown>>
const airportsIn = (said: unknown): readonly object[] =>
  typeof said !== 'string' || said === ''
    ? []
    : said.split(', ').map((one) => ({ airport: one.slice(0, 3), minutes: Number(one.slice(4)) }))

const partsOf = (said: unknown): string[] => (typeof said === 'string' ? listed(said) : [])

const readers: { readonly [is in WishIs]: (params: Params) => object } = {
  earliest: ({ leaveFrom }) => ({ at: leaveFrom }),
  latest: ({ leaveBy }) => ({ at: leaveBy }),
  connection: ({ minutes, airports }) => ({ minutes, airports: airportsIn(airports) }),
  margin: ({ marginMinutes }) => ({ minutes: marginMinutes }),
  seat: ({ seat }) => ({ seat }),
  cabin: ({ cabin, hours }) => ({ cabin, hours: hours ?? 0 }),
  hotel: ({ hotels, within, has }) => ({ chains: partsOf(hotels), withinMinutes: within ?? null, has: partsOf(has) }),
  food: ({ food }) => ({ words: food }),
  rides: ({ driver, car }) => ({ who: driver ?? '', car: car ?? '' }),
  'no-nights': () => ({}),
  rest: ({ minutes }) => ({ hours: Number(minutes) / 60 }),
}

/** A wish as its rule now says it; null where the rule says something else by now. */
export function wishIn(is: WishIs, rule: Ruled, who: Who): WishShape | null {
  const read = wishShape.safeParse({ is, ...readers[is](rule.params) })
  if (!read.success) return null
  const again = ruledBy(read.data, who)
  // A rule that the desk has for everybody says more than the wish does.
  const named = executives.includes(is) ? Object.keys(again.params) : Object.keys({ ...rule.params, ...again.params })
  const same = named.every((name) => JSON.stringify(rule.params[name]) === JSON.stringify(again.params[name]))
  return again.kind === rule.kind && same ? read.data : null
}
