import * as z from 'zod'
import { troubleOf, Unreadable } from '../unreadable.ts'
import type { City, Journey } from './journey.ts'

/** No set of more cities is a whole number of bits. */
const mostCities = 30
/** Nobody is away for longer. */
const mostDays = 100_000

const name = z.string().min(1).max(200)
const day = z.int().min(1).max(mostDays)

const city = z.strictObject({ name, days: day, window: z.tuple([day, day]).nullish() })
const pair = z.union([z.tuple([name, name]), z.tuple([name, name, z.literal('oneWay')])], {
  error: 'It is ["A", "B"], or ["A", "B", "oneWay"] where nothing goes back',
})

const shape = z.strictObject({
  days: day,
  cities: z.array(city).min(1).max(200),
  direct: z.array(pair).max(10_000),
})
type Given = z.infer<typeof shape>

/** A journey from what `equerry journey` is given. Throws `Unreadable` with the path of what cannot be read, or would take too long. */
export const journeyFrom = (problem: unknown): Journey => {
  const read = shape.safeParse(problem)
  if (!read.success) throw troubleOf(read.error)
  const cities = citiesIn(read.data)
  if (cities.length > mostCities)
    throw new Unreadable(`No more than ${mostCities} cities are put in order`, 'cities', 'too-much')
  return { days: read.data.days, cities, direct: directIn(read.data, new Set(cities.map(({ name }) => name))) }
}

const citiesIn = ({ cities }: Given): City[] => {
  const names = new Set<string>()
  return cities.map(({ name, days, window }, n) => {
    if (names.has(name)) throw new Unreadable(`Two cities are called "${name.slice(0, 80)}"`, `cities[${n}].name`)
    names.add(name)
    if (window && window[1] < window[0]) throw new Unreadable('It ends before it begins', `cities[${n}].window[1]`)
    return { name, days, window: window ?? null }
  })
}

const directIn = ({ direct }: Given, names: ReadonlySet<string>): (readonly [string, string])[] =>
  direct.flatMap(([from, to, oneWay], n): (readonly [string, string])[] => {
    for (const [k, name] of [from, to].entries())
      if (!names.has(name)) throw new Unreadable(`No city is called "${name.slice(0, 80)}"`, `direct[${n}][${k}]`)
    if (from === to) throw new Unreadable('Nobody travels from a city to itself', `direct[${n}][1]`)
    return oneWay
      ? [[from, to]]
      : [
          [from, to],
          [to, from],
        ]
  })
