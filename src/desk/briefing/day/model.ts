import type { Whereabouts } from '../../../plan/plan.ts'
import { asInstant, type Instant, type Span } from '../../../plan/time.ts'
import type { Brief } from '../../rules/views/model.ts'
import type { SummaryPiece, Today } from '../model.ts'
import { allDayOf, clockAt, dayRows, type Line, linesOf, type Sight, travels, type Way, waysOf } from '../rows/model.ts'
import { cityOf, clockWords, countedWords, dayWords, laterWords } from '../words.ts'

/** A stretch of the day during which the executive reads clocks in one zone. */
type Stretch = { readonly from: Instant; readonly until: Instant; readonly zone: string; readonly place: string | null }

export type Change = Today['sinceLastNight'][number]

/** Today, whole: pure, so that a screen, a printed sheet and a test see the same day. */
export const dayFor = (
  sight: Sight,
  changes: readonly Change[],
  coming: readonly Brief[],
  waiting: Today['waiting'] = [],
  promises: Today['promises'] = [],
  arrived: Today['arrived'] = [],
): Today => {
  const zoneAt = (at: Instant): string => standingAt(sight, at)?.zone ?? sight.zone
  const span = spanOf(sight.on, sight.zone, zoneAt)
  const lines = linesOf(sight, span.start, span.end)
  const stretches = stretchesOf(sight, span, lines)
  const zones = zonesOf(stretches, span, sight.zone)
  const ways = waysOf(sight, lines, stretches[0]?.place ?? (stretches[0]?.zone === sight.zone ? sight.home : null))
  const zoneNames = zones.map(({ zone }) => zone)
  const now = sight.at.toZonedDateTimeISO(zoneAt(asInstant(sight.at.epochMilliseconds)))
  return {
    on: sight.on.toString(),
    title: dayWords(sight.on),
    isToday: now.toPlainDate().equals(sight.on),
    now: now.toString({ smallestUnit: 'second' }),
    zones,
    summary: summaryOf(sight, lines, ways, stretches, zoneAt),
    sinceLastNight: [...changes],
    arrived: [...arrived],
    allDay: allDayOf(sight, span.start, span.end),
    rows: dayRows(sight, lines, ways, zoneNames, zoneAt),
    findings: [...sight.findings],
    waiting: [...waiting],
    promises: [...promises],
    unknownMinutes: unknownPairs(ways),
    ahead: aheadOf(coming),
  }
}

/** Midnight to midnight where the executive is at each end: 23 or 25 hours when clocks change, more or fewer after a flight. */
export const spanOf = (on: Temporal.PlainDate, deskZone: string, zoneAt: (at: Instant) => string): Span => {
  const edge = (day: Temporal.PlainDate): Instant => {
    const guess = asInstant(day.toZonedDateTime(deskZone).epochMilliseconds)
    return asInstant(day.toZonedDateTime(zoneAt(guess)).epochMilliseconds)
  }
  return { start: edge(on), end: edge(on.add({ days: 1 })) }
}

const standingAt = (sight: Sight, at: Instant): Whereabouts | undefined =>
  sight.plan.whereabouts.findLast((w) => w.from <= at) ?? sight.plan.whereabouts[0]

/** The zone changes on arrival; a person says it changed when the journey began, so a stretch ends where its journey starts. */
const stretchesOf = (sight: Sight, span: Span, lines: readonly Line[]): Stretch[] => {
  const within = sight.plan.whereabouts.filter((w) => w.from > span.start && w.from < span.end)
  const first = standingAt(sight, span.start)
  const points = [{ from: span.start, zone: first?.zone ?? sight.zone, place: first?.place ?? null }, ...within]
  const changes = points.filter((p, i) => i === 0 || points[i - 1]?.zone !== p.zone)
  return changes.map((p, i) => {
    const next = changes[i + 1]
    const journey = next && lines.find((line) => travels(line) && line.item.span.end === next.from)
    return { ...p, until: journey?.item.span.start ?? next?.from ?? span.end }
  })
}

/** Each zone once; whoever is away all day is still spoken to by a desk on its own clock, unless that reads the same. */
const zonesOf = (stretches: readonly Stretch[], span: Span, home: string): Today['zones'] => {
  const lived = stretches
    .filter((s, i) => stretches.findIndex((t) => t.zone === s.zone) === i)
    .map((s) => ({ zone: s.zone, place: cityOf(s.zone), fromWords: fromWords(s, span), lived: true }))
  const readsAsHome = ({ zone }: Today['zones'][number]) =>
    [span.start, span.end].every((at) => clockAt(at, zone).offset === clockAt(at, home).offset)
  return lived.some(readsAsHome) ? lived : [...lived, { zone: home, place: cityOf(home), fromWords: '', lived: false }]
}

const fromWords = (s: Stretch, span: Span): string =>
  s.from === span.start ? '' : `from ${clockWords(clockAt(s.from, s.zone))}`

const unknownPairs = (ways: ReadonlyMap<Line, Way>): Today['unknownMinutes'] => {
  const pairs = [...ways.values()].filter((way) => way.minutes === null)
  const same = (a: Way, b: Way) => (a.from === b.from && a.to === b.to) || (a.from === b.to && a.to === b.from)
  return pairs.filter((way, i) => pairs.findIndex((w) => same(w, way)) === i).map(({ from, to }) => ({ from, to }))
}

const plain = (words: string): SummaryPiece => ({ words, strong: false })
const strong = (words: string): SummaryPiece => ({ words, strong: true })

const summaryOf = (
  sight: Sight,
  lines: readonly Line[],
  ways: ReadonlyMap<Line, Way>,
  stretches: readonly Stretch[],
  zoneAt: (at: Instant) => string,
): SummaryPiece[] => {
  const busy = lines.filter(({ item }) => item.busy)
  const clock = (at: Instant) => clockWords(clockAt(at, zoneAt(at)))
  const parts = [zonesPart(stretches), ...startPart(sight, busy, ways, clock), eveningPart(sight, busy, zoneAt, clock)]
  return parts.flatMap((part, i) => (i === 0 ? part : [plain(' · '), ...part]))
}

/** "**London** until 17:55, then **Zurich** (+1 h)" */
const zonesPart = (stretches: readonly Stretch[]): SummaryPiece[] =>
  stretches.flatMap((s, i) => {
    const before = stretches[i - 1]
    const last = i === stretches.length - 1
    const until = last ? '' : ` until ${clockWords(clockAt(s.until, s.zone))}, then `
    if (!before) return [strong(cityOf(s.zone)), plain(last ? ' all day' : until)]
    const later = (clockAt(s.from, s.zone).offsetNanoseconds - clockAt(s.from, before.zone).offsetNanoseconds) / 60e9
    return [strong(cityOf(s.zone)), plain(` (${laterWords(later)})${until}`)]
  })

/** When to leave for the first place, where its minutes are known; else when the first thing starts. */
const startPart = (
  sight: Sight,
  busy: readonly Line[],
  ways: ReadonlyMap<Line, Way>,
  clock: (at: Instant) => string,
): SummaryPiece[][] => {
  const first = busy[0]
  if (!first) return []
  const way = ways.values().next().value
  const begins = [plain('first thing '), strong(clock(first.item.span.start))]
  if (way?.minutes == null || ways.get(first) !== way) return [begins]
  const where = way.from === sight.home ? 'home' : way.from
  return [[plain(`leave ${where} by `), strong(clock(way.leaveBy))]]
}

/** What the evening holds: what is on from 19:00 wherever the executive is then. */
const eveningPart = (
  sight: Sight,
  busy: readonly Line[],
  zoneAt: (at: Instant) => string,
  clock: (at: Instant) => string,
): SummaryPiece[] => {
  if (busy.length === 0) return [plain('nothing on')]
  const evening = busy.filter(({ item }) => {
    const end = clockAt(item.span.end, zoneAt(item.span.end))
    return Temporal.PlainDateTime.compare(end.toPlainDateTime(), sight.on.toPlainDateTime('19:00')) > 0
  })
  const [only] = evening
  if (evening.length === 1 && only) return [plain(`${only.view.title} is the only thing after 19:00`)]
  if (evening.length > 1) return [plain(`${evening.length} things after 19:00`)]
  const last = busy.reduce((a, b) => (b.item.span.end > a.item.span.end ? b : a))
  return [plain('last thing ends '), strong(clock(last.item.span.end))]
}

/** The coming days with something open, each with what is wrong and how heavy it is. */
export const aheadOf = (coming: readonly Brief[]): Today['ahead'] => {
  const days = Map.groupBy(
    coming.filter((finding) => finding.state !== 'accepted'),
    (finding) => finding.on,
  )
  return [...days].sort().map(([on, findings]) => ({
    on,
    words: countedWords(findings.map((f) => f.title)),
    never: findings.filter((f) => f.weight === 'never').length,
    avoid: findings.filter((f) => f.weight === 'avoid').length,
    prefer: findings.filter((f) => f.weight === 'prefer').length,
  }))
}
