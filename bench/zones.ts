import { asInstant, asWall, type Instant, type Wall } from '../src/plan/time.ts'
import { type Zone, zoneOf } from '../src/plan/zone.ts'
import { type Contender, takeTurns } from './measure.ts'
import { duration, type Section, times } from './section.ts'

const ids = [
  'Europe/Zurich',
  'America/New_York',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/St_Johns',
]
const utcMs = (text: string): number => Temporal.Instant.from(text).epochMilliseconds

type Conversion = {
  readonly zone: Zone
  readonly wall: Wall
  readonly local: Temporal.PlainDateTime
  readonly text: string
}

/** Wall-clock times all over the years 1970 to 2070, a third of them within an hour of a change of clocks. */
function conversions(): Conversion[] {
  const made: Conversion[] = []
  const [from, to] = [utcMs('1970-01-02T00:00Z'), utcMs('2070-01-01T00:00Z')]
  for (let n = 0; n < 2000; n++) {
    const id = ids[n % ids.length] as string
    let at = from + ((n * 0.6180339887) % 1) * (to - from)
    if (n % 3 === 0) {
      const change = Temporal.Instant.fromEpochMilliseconds(Math.floor(at))
        .toZonedDateTimeISO(id)
        .getTimeZoneTransition('next')
      if (change) at = change.epochMilliseconds + change.offsetNanoseconds / 1e6 + ((n % 7) - 3) * 1_200_000
    }
    const wall = asWall(Math.floor(at / 1000) * 1000)
    const local = Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO('UTC').toPlainDateTime()
    made.push({ zone: zoneOf(id) as Zone, wall, local, text: `${local.toString()}[${id}]` })
  }
  return made
}

/** How many edges of all zones, 1970 to 2070, were compared with Temporal on both sides; every one must agree. */
function edgesThatAgree(): { edges: number; wrong: number } {
  let [edges, wrong] = [0, 0]
  for (const id of Intl.supportedValuesOf('timeZone')) {
    const zone = zoneOf(id) as Zone
    let next = Temporal.Instant.from('1969-12-31T00:00Z').toZonedDateTimeISO(id).getTimeZoneTransition('next')
    for (; next && next.epochMilliseconds < utcMs('2071-01-01T00:00Z'); next = next.getTimeZoneTransition('next')) {
      edges++
      const at = next.epochMilliseconds
      const offsets = [zone.offsetAt(asInstant(at - 1)), zone.offsetAt(asInstant(at))]
      const walls = offsets.flatMap((offset) => [-1000, -1, 0, 1, 1000].map((near) => asWall(at + offset + near)))
      if (!walls.every((wall) => zone.toInstant(wall) === temporalInstant(wall, id))) wrong++
    }
  }
  return { edges, wrong }
}

function temporalInstant(wall: Wall, id: string): Instant {
  const local = Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO('UTC').toPlainDateTime()
  return asInstant(local.toZonedDateTime(id).epochMilliseconds)
}

/** Each has its input ready in the form it likes best. */
function contenders(all: readonly Conversion[]): Contender[] {
  const walls = Float64Array.from(all, ({ wall }) => wall)
  const inZone = all.map(({ zone }) => zone)
  const locals = all.map(({ local }) => local)
  const texts = all.map(({ text }) => text)
  // A loop for each, so that no contender pays for a call that serves all.
  const ours = (): number => {
    let total = 0
    for (let n = 0; n < walls.length; n++) total += (inZone[n] as Zone).toInstant(asWall(walls[n] as number))
    return total
  }
  const from = (): number => {
    let total = 0
    for (const text of texts) total += Temporal.ZonedDateTime.from(text).epochMilliseconds
    return total
  }
  const toZoned = (): number => {
    let total = 0
    for (let n = 0; n < locals.length; n++)
      total += (locals[n] as Temporal.PlainDateTime).toZonedDateTime((inZone[n] as Zone).id).epochMilliseconds
    return total
  }
  return [
    { name: 'our table', run: ours },
    { name: 'Temporal.ZonedDateTime.from', run: from },
    { name: 'PlainDateTime.toZonedDateTime', run: toZoned },
  ]
}

export default function zones(): Section {
  const { edges, wrong } = edgesThatAgree()
  const all = conversions()
  for (const { zone, wall } of all) {
    if (zone.toInstant(wall) !== temporalInstant(wall, zone.id)) throw new Error(`${zone.id} ${wall}`)
  }
  const spent = takeTurns(contenders(all))
  const ours = spent.get('our table') ?? Number.NaN
  const ratio = (spent.get('Temporal.ZonedDateTime.from') ?? Number.NaN) / ours
  return {
    title: 'Wall-clock time to instant',
    about: `${all.length} times of 1970 to 2070 in ${ids.length} zones, a third of them at a change of clocks.`,
    columns: ['', 'one conversion', 'against ours'],
    rows: [...spent].map(([name, ms]) => [name, duration(ms / all.length), times(ms / ours)]),
    targets: [
      { words: `at least 50 times native \`Temporal.ZonedDateTime.from\` (${times(ratio)})`, met: ratio >= 50 },
      { words: `equal on every one of ${edges} edges of every zone, 1970 to 2070 (${wrong} differ)`, met: wrong === 0 },
    ],
  }
}
