import { availableParallelism, loadavg } from 'node:os'
import type { Day, Planned, Stop } from '../src/plan/roadshow/day.ts'
import { planDay } from '../src/plan/roadshow/plan.ts'
import { asInstant, minuteMs } from '../src/plan/time.ts'
import { median, takeTurns } from './measure.ts'
import { duration, type Section, times } from './section.ts'
import { numbers } from './year.ts'

const start = Temporal.ZonedDateTime.from('2026-03-02T08:00[Europe/Zurich]').epochMilliseconds
const at = (minutes: number) => asInstant(start + minutes * minuteMs)

type Shape = {
  readonly stops: number
  /** How long every stop is open; null for three to five hours some time of the day. */
  readonly hours: number | null
  /** Ways between points of a map, to which the triangle applies; else any. */
  readonly map?: boolean
  /** Every stop and every way alike. */
  readonly alike?: boolean
}

const dayOf = ({ stops: count, hours, map = false, alike = false }: Shape, seed: number): Day => {
  const next = numbers(seed)
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  const places = Array.from({ length: count + 1 }, (_, n) => ({ name: `${n}`, x: next() * 60, y: next() * 60 }))
  const stop = (n: number): Stop => {
    const from = hours === null ? whole(0, 7) * 60 : 0
    const span = { start: at(from), end: at(from + (hours === null ? whole(180, 300) : hours * 60)) }
    const value = alike ? 1000 : whole(1, 9) * 1000
    return { id: `${n}`, place: `${n}`, open: [span], minutes: alike ? 20 : whole(10, 30), value, required: false }
  }
  const minutes = (a: (typeof places)[number], b: (typeof places)[number]): number =>
    alike ? 15 : map ? Math.round(Math.hypot(a.x - b.x, a.y - b.y)) : whole(5, 45)
  return {
    start: { place: '0', at: at(0) },
    stops: Array.from({ length: count }, (_, n) => stop(n + 1)),
    travelMinutes: new Map(places.map((a) => [a.name, new Map(places.map((b) => [b.name, minutes(a, b)]))])),
  }
}

type Best = { value: number; end: number }

/** What one writes first: every order of every choice of stops, one after another, as far as it can be visited. */
const everyOrder = ({ start, stops, travelMinutes }: Day): Best => {
  const best: Best = { value: 0, end: start.at }
  const left = new Set(stops)
  const goOn = (place: string, leave: number, value: number): void => {
    if (value > best.value || (value === best.value && leave < best.end)) Object.assign(best, { value, end: leave })
    for (const stop of [...left]) {
      const arrive = leave + (travelMinutes.get(place)?.get(stop.place) ?? Number.NaN) * minuteMs
      const begins = stop.open.map((span) => Math.max(arrive, span.start))
      const begin = Math.min(...begins.filter((at, n) => at + stop.minutes * minuteMs <= (stop.open[n]?.end ?? 0)))
      if (begin === Number.POSITIVE_INFINITY) continue
      left.delete(stop)
      goOn(stop.place, begin + stop.minutes * minuteMs, value + stop.value)
      left.add(stop)
    }
  }
  goOn(start.place, start.at, 0)
  return best
}

const bestIn = (planned: Planned): Best => {
  if (planned === 'unknown' || !('visits' in planned) || !planned.optimal) throw new Error('A day that is not the best')
  return { value: planned.value, end: planned.visits.at(-1)?.span.end ?? start }
}

const onceOn = (day: Day): number => {
  const begun = performance.now()
  bestIn(planDay(day))
  return performance.now() - begun
}

/** The usual and the slowest of several days of a shape, each a median: what else the machine does is no matter of the day. */
const spentOn = (shape: Shape, days: number): { readonly usual: number; readonly slowest: number } => {
  const spent = Array.from({ length: days }, (_, seed) => {
    const day = dayOf(shape, seed + 1)
    return median([onceOn(day), onceOn(day), onceOn(day)])
  })
  return { usual: median(spent), slowest: Math.max(...spent) }
}

const shapes: readonly (readonly [words: string, rest: Omit<Shape, 'stops'>])[] = [
  ['open for three to five hours', { hours: null }],
  ['open for six hours, not all to be had', { hours: 6 }],
  ['the same, on a map', { hours: 6, map: true }],
  ['open for two days, all to be had', { hours: 48 }],
  ['the same, on a map', { hours: 48, map: true }],
  ['every stop and way alike, six hours', { hours: 6, alike: true }],
  ['every stop and way alike, two days', { hours: 48, alike: true }],
]

export default function roadshow(): Section {
  const small = dayOf({ stops: 8, hours: 48 }, 1)
  if (JSON.stringify(bestIn(planDay(small))) !== JSON.stringify(everyOrder(small)))
    throw new Error('The best days are not the same')
  const turns = takeTurns(
    [
      { name: 'ours', run: () => planDay(small) },
      { name: 'every order', run: () => everyOrder(small) },
    ],
    { rounds: 5 },
  )
  const [ours, naive] = [turns.get('ours') ?? Number.NaN, turns.get('every order') ?? Number.NaN]
  const rows = shapes.map(([words, rest]) => {
    const [twelve, twenty] = [spentOn({ ...rest, stops: 12 }, 9), spentOn({ ...rest, stops: 20 }, 3)]
    return { words, twelve, twenty }
  })
  const slowest = (of: 'twelve' | 'twenty'): number => Math.max(...rows.map((row) => row[of].slowest))
  return {
    title: 'Roadshow',
    about: `The best day of 12 and of 20 stops, proven, with any ways from 5 to 45 minutes unless on a map; the usual and the slowest of 9 and 3 days of every kind, each a median of three. The peer tries every order of every choice of 8 stops that are open for two days, and finds the same day. Taken on ${availableParallelism()} cores with a load of ${(loadavg()[0] ?? 0).toFixed(0)}.`,
    columns: ['', '12 stops', 'slowest', '20 stops', 'slowest'],
    rows: [
      ...rows.map(({ words, twelve, twenty }) =>
        [words, twelve.usual, twelve.slowest, twenty.usual, twenty.slowest].map((cell) =>
          typeof cell === 'number' ? duration(cell) : cell,
        ),
      ),
      [`8 stops: ours, and every order (${times(naive / ours)})`, duration(ours), '', duration(naive), ''],
    ],
    targets: [
      { words: `12 stops in 200 ms or less (slowest ${duration(slowest('twelve'))})`, met: slowest('twelve') <= 200 },
      { words: `20 stops in 5 s or less (slowest ${duration(slowest('twenty'))})`, met: slowest('twenty') <= 5000 },
      { words: `at least 20 times every order of 8 stops (${times(naive / ours)})`, met: naive / ours >= 20 },
    ],
  }
}
