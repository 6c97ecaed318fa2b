import * as z from 'zod'
import { minuteMs, type Span } from '../time.ts'
import { firstDate, lastDate, momentOf, planned, spanOf, troubleOf, Unreadable, zoneNamed } from '../unreadable.ts'
import type { Zone } from '../zone.ts'
import type { Day, Stop } from './day.ts'
import { farthest } from './ground.ts'

/** What a stop may be worth: thousandths of any hundred such still add up exactly. */
const mostValue = 1_000_000_000
const thousandths = (value: number): number => Math.round(value * 1000)

const name = z.string().min(1).max(200)

const stop = z.strictObject({
  id: name,
  place: name,
  open: z.array(z.tuple([z.string(), z.string()])).max(1000),
  minutes: z.int().min(1).max(44_640),
  value: z
    .number()
    .min(0)
    .max(mostValue)
    .refine((value) => Math.abs(thousandths(value) / 1000 - value) < 1e-7, 'At most three decimals')
    .default(1),
  required: z.boolean().default(false),
})

/** An object as the map it is, so that a place may be called anything. */
const mapped = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? new Map(Object.entries(value)) : value

const minutes = z.preprocess(mapped, z.map(z.string(), z.int().min(0)))

const shape = z.strictObject({
  zone: z.string().default('UTC'),
  start: z.strictObject({ place: name, at: z.string() }),
  stops: z.array(stop).max(200),
  travelMinutes: z.preprocess(mapped, z.map(z.string(), minutes)),
})
type Given = z.infer<typeof shape>

/** A day from what `equerry roadshow` is given. Throws `Unreadable` with the path of what cannot be read, or would take too long. */
export const dayFrom = (problem: unknown): { readonly day: Day; readonly zone: Zone } => {
  const read = shape.safeParse(problem)
  if (!read.success) throw troubleOf(read.error)
  const given = read.data
  const zone = zoneNamed(given.zone, 'zone')
  const at = momentOf(given.start.at, zone, 'start.at')
  within({ start: at, end: at }, 'start.at', 'start.at')
  const day: Day = {
    start: { place: given.start.place, at },
    stops: stopsOf(given, zone),
    travelMinutes: given.travelMinutes,
  }
  if (isTooLong(day)) throw new Unreadable('The openings reach too long after the start', 'stops', 'too-much')
  return { day, zone }
}

const stopsOf = ({ stops }: Given, zone: Zone): Stop[] => {
  const ids = new Set<string>()
  return stops.map(({ id, place, open, minutes, value, required }, n) => {
    const path = `stops[${n}]`
    if (ids.has(id)) throw new Unreadable(`Two stops are called "${id.slice(0, 80)}"`, `${path}.id`)
    ids.add(id)
    const spans = open.map(([from, to], k) => openingOf(from, to, zone, `${path}.open[${k}]`))
    return { id, place, open: spans, minutes, value: thousandths(value), required }
  })
}

const openingOf = (from: string, to: string, zone: Zone, path: string): Span => {
  const span = spanOf(from, to, zone, path)
  within(span, `${path}[0]`, `${path}[1]`)
  return span
}

const within = ({ start, end }: Span, first: string, last: string): void => {
  if (start < planned.start) throw new Unreadable(`Days are planned from ${firstDate} on`, first)
  if (end > planned.end) throw new Unreadable(`Days are planned until ${lastDate}`, last)
}

/** Milliseconds are counted for days, seconds for decades. */
const isTooLong = ({ start, stops }: Day): boolean => {
  const times = [start.at, ...stops.flatMap(({ open }) => open.flatMap(({ start, end }) => [start, end]))]
  const unit = times.every((at) => at % 1000 === 0) ? 1000 : 1
  return times.some((at) => (at - start.at + minuteMs) / unit > farthest)
}
