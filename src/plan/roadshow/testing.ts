import * as fc from 'fast-check'

/** Days as `equerry roadshow` reads them, and the best of them by trying every order, in the words of what is promised. */

export type StopGiven = {
  readonly id: string
  readonly place: string
  readonly open: readonly (readonly [string, string])[]
  readonly minutes: number
  readonly value?: number
  readonly required?: boolean
}
export type ProblemGiven = {
  readonly zone?: string
  readonly start: { readonly place: string; readonly at: string }
  readonly stops: readonly StopGiven[]
  readonly travelMinutes: Readonly<Record<string, Readonly<Record<string, number | undefined>>>>
}

const morning = Temporal.Instant.from('2026-03-02T08:00:00Z')

/** So many minutes after eight. */
export const clock = (minutes: number): string => morning.add({ minutes }).toString()
export const minutesAt = (text: string): number =>
  (Temporal.Instant.from(text).epochMilliseconds - morning.epochMilliseconds) / 60_000

const places = ['Quay', 'Mill', 'Park', 'Tower']

const someOpening = fc
  .tuple(fc.integer({ min: -60, max: 300 }), fc.integer({ min: 0, max: 200 }))
  .map(([from, length]) => [clock(from), clock(from + length)] as const)

const someStop = (id: string): fc.Arbitrary<StopGiven> =>
  fc.record(
    {
      id: fc.constant(id),
      place: fc.constantFrom(...places),
      open: fc.array(someOpening, { maxLength: 3 }),
      minutes: fc.integer({ min: 1, max: 60 }),
      value: fc.constantFrom(0, 1, 1, 2, 2.5, 3, 0.1, 0.2, 0.3),
      required: fc.constantFrom(false, false, false, true),
    },
    { requiredKeys: ['id', 'place', 'open', 'minutes'] },
  )

/** Often no way, and no triangle holds. */
const someWays = fc.record(
  Object.fromEntries(
    places.map((from) => [
      from,
      fc.record(
        Object.fromEntries(places.map((to) => [to, fc.integer({ min: 0, max: 90 })])),
        from === 'Quay' ? {} : { requiredKeys: [] },
      ),
    ]),
  ),
)

/** At most so many stops: of five there are 326 orders. */
export const someDay = (most: number): fc.Arbitrary<ProblemGiven> =>
  fc.record({
    start: fc.record({ place: fc.constantFrom(...places), at: fc.constantFrom(clock(0), clock(45)) }),
    stops: fc
      .integer({ min: 0, max: most })
      .chain(
        (count) => fc.tuple(...Array.from('abcdefghijkl').slice(0, count).map(someStop)) as fc.Arbitrary<StopGiven[]>,
      ),
    travelMinutes: someWays,
  })

export const someProblem = someDay(5)

/** Ends of the visits of an order, in minutes; null when one of them cannot be. */
export const endsOf = ({ start, travelMinutes }: ProblemGiven, order: readonly StopGiven[]): number[] | null => {
  let [at, place] = [minutesAt(start.at), start.place]
  const ends: number[] = []
  for (const stop of order) {
    const way = place === stop.place ? 0 : travelMinutes[place]?.[stop.place]
    if (way === undefined) return null
    const arrive = at + way
    const begins = stop.open
      .map(([from, to]) => ({ begin: Math.max(arrive, minutesAt(from)), to: minutesAt(to) }))
      .filter(({ begin, to }) => begin + stop.minutes <= to)
      .map(({ begin }) => begin)
    if (begins.length === 0) return null
    at = Math.min(...begins) + stop.minutes
    place = stop.place
    ends.push(at)
  }
  return ends
}

/** Every order of some of the stops that can be visited, the empty one too. */
export const ordersOf = (problem: ProblemGiven): StopGiven[][] => {
  const found: StopGiven[][] = []
  const goOn = (order: StopGiven[]): void => {
    if (endsOf(problem, order) === null) return
    found.push(order)
    for (const stop of problem.stops) if (!order.includes(stop)) goOn([...order, stop])
  }
  goOn([])
  return found
}

export const worthOf = (order: readonly StopGiven[]): number =>
  order.reduce((sum, { value = 1 }) => sum + Math.round(value * 1000), 0) / 1000

/** Whether some day visits all of these. */
export const canVisit = (orders: readonly StopGiven[][], ids: readonly string[]): boolean =>
  orders.some((order) => ids.every((id) => order.some((stop) => stop.id === id)))

/** The most value, and how early the last visit ends with it; null when what is required cannot be met. */
export const bestByHand = (problem: ProblemGiven): { readonly value: number; readonly end: number } | null => {
  const required = problem.stops.flatMap(({ id, required }) => (required ? [id] : []))
  const days = ordersOf(problem)
    .filter((order) => canVisit([order], required))
    .map((order) => ({ value: worthOf(order), end: endsOf(problem, order)?.at(-1) ?? minutesAt(problem.start.at) }))
  return days.sort((a, b) => b.value - a.value || a.end - b.end)[0] ?? null
}
