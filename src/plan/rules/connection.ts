import * as z from 'zod'
import { number, quoted, text } from '../found.ts'
import { lengthWords } from '../local.ts'
import type { Plan } from '../plan.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import type { PlanSegment, PlanTrip, SegmentEnd } from '../segment.ts'
import { asInstant, minuteMs } from '../time.ts'
import { wrongWayRound } from '../trips/missed.ts'
import { type Change, changesIn, minutesFrom } from '../trips/order.ts'
import { changesTerminal, isSamePlace, minutesBetween, namesOf, placeWords } from '../trips/places.ts'
import { isToCome, live, segmentThing } from '../trips/segments.ts'
import { later, moveSegment, sayMinutes } from '../trips/ways-out.ts'
import { whenWords } from '../trips/words.ts'
import type { Found, View } from '../view.ts'

const params = z.strictObject({
  minutes: z.int().min(0).max(600).default(60).describe('From one flight to the next'),
  stationMinutes: z.int().min(0).max(600).default(15).describe('From one train, bus or ferry to the next'),
  landingMinutes: z.int().min(0).max(600).default(30).describe('From landing to leaving the airport'),
  airports: z
    .string()
    .regex(/^([A-Z]{3} \d{1,3}(, [A-Z]{3} \d{1,3})*)?$/, 'Airports are written as LHR 90, ZRH 40')
    .default('')
    .describe('Minutes at certain airports: LHR 90, ZRH 40'),
})
type Params = z.infer<typeof params>

/** With so much time nobody has to ask how far it is. */
const plentyMinutes = 240

const minutesAt = (airports: string, code: string | null): number | null => {
  const said = airports.split(', ').find((one) => code !== null && one.startsWith(`${code} `))
  return said === undefined ? null : Number(said.slice(4))
}

/** Minutes that the change itself takes, without the way between two places. */
const changeMinutes = ({ first, next }: Change, params: Params): number => {
  const landing = first.kind === 'flight' ? params.landingMinutes : 0
  if (next.kind !== 'flight') return params.stationMinutes + landing
  return minutesAt(params.airports, next.from.airport) ?? params.minutes
}

/**
 * Time enough between what arrives and what leaves: what somebody said of that connection, else by its airport; with the way
 * between two terminals or places on top. Where nobody knows how long that is, it asks, unless there is plenty of time.
 */
export const connection: AnyKind = ruleKind<Params>({
  kind: 'connection',
  title: 'A connection that is too short',
  says: 'Connections are long enough, by airport and terminal',
  params,
  sentence: ({ minutes, airports }) =>
    `Connections are long enough: ${lengthWords(minutes)} between flights${airports === '' ? '' : ` (${airports})`}, and the way between terminals`,
  reach: () => ({ by: 'trip' }),
  about: (_params, { trips }) => trips.flatMap((trip) => live(trip).map((segment) => segmentThing(segment, trip))),
  *judge(params, view) {
    for (const trip of view.trips)
      for (const change of [...changesIn(trip), ...brought(view.plan, trip)]) {
        const { first, next } = change
        if (!isToCome(view.plan, next) || !(view.speaksOfSegment(first) || view.speaksOfSegment(next))) continue
        const found = judgeChange(change, params, view, trip)
        if (found) yield found
      }
  },
  words: wordsOf,
  fixes(_params, { segments, verdict, plan }) {
    const [first, next] = pairOf(segments, text(verdict.evidence, 'next'))
    if (!first?.span || !next) return []
    if (verdict.evidence.code === 'how-long') return sayFix(first.to, next.from)
    const needed = number(verdict.evidence, 'needed')
    const start = later(first.span.end + needed * minuteMs)
    return plan.at !== null && start <= plan.at ? [] : moveSegment(next, start, 'A later connection, not before then')
  },
})

/** Of two that are tied together that is said already. */
function brought(plan: Plan, trip: PlanTrip): readonly Change[] {
  const change = wrongWayRound(plan, trip)
  return change === null || change.next.dependsOn.includes(change.first.key) ? [] : [change]
}

const judgeChange = (change: Change, params: Params, { plan }: View, trip: PlanTrip): Found | null => {
  const { first, next, near } = change
  const gap = minutesFrom(first.span.end, next.span.start)
  if (gap < 0) return found(change, trip, 'missed', gap, needs(change, params, 0), 0)
  if (!near) return null
  const way = next.minimumConnection !== null ? 0 : minutesBetween(first.to, next.from, plan.travelMinutes)
  const needed = needs(change, params, way ?? 0)
  if (gap < needed) return found(change, trip, 'short', gap, needed, Math.round(way ?? 0))
  if (way !== null || gap >= plentyMinutes || !isElsewhere(first.to, next.from)) return null
  return found(change, trip, 'how-long', gap, needed, 0)
}

const needs = (change: Change, params: Params, way: number): number =>
  Math.ceil(change.next.minimumConnection ?? changeMinutes(change, params) + way)

/** Another terminal or another place, of which both are known by name. */
const isElsewhere = (a: SegmentEnd, b: SegmentEnd): boolean =>
  changesTerminal(a, b) || (isSamePlace(a, b) !== true && namesOf(a).length > 0 && namesOf(b).length > 0)

const found = (change: Change, trip: PlanTrip, code: string, gap: number, needed: number, way: number): Found => {
  const { first, next } = change
  const values = () => ({
    first: quoted(first),
    next: next.key,
    second: quoted(next),
    arrives: whenWords(first.to),
    leaves: whenWords(next.from),
    from: placeWords(first.to),
    to: placeWords(next.from),
    gap,
    needed,
    way,
  })
  const [start, end] = [Math.min(first.span.end, next.span.start), Math.max(first.span.end, next.span.start)]
  return {
    span: { start: asInstant(start), end: asInstant(Math.max(end, start + 1)) },
    items: [segmentThing(first, trip), segmentThing(next, trip)],
    about: `${first.key} ${next.key}${code === 'how-long' ? ' how long' : ''}`,
    code,
    values,
    badness: code === 'how-long' ? 1 : Math.max(1, needed - gap),
  }
}

function wordsOf(e: Parameters<AnyKind['words']>[0]): string {
  const arrives = `${text(e, 'first')} arrives ${text(e, 'arrives')}`
  if (e.code === 'missed') return `${arrives}; ${text(e, 'second')} has left by then, at ${text(e, 'leaves')}`
  const gap = lengthWords(number(e, 'gap'))
  if (e.code === 'how-long')
    return `How long does it take from ${text(e, 'from')} to ${text(e, 'to')}? There are ${gap} between ${text(e, 'first')} and ${text(e, 'second')}, ${text(e, 'leaves')}`
  const way =
    number(e, 'way') > 0 ? ` (${lengthWords(number(e, 'way'))} of it from ${text(e, 'from')} to ${text(e, 'to')})` : ''
  return `${arrives} and ${text(e, 'second')} leaves ${text(e, 'leaves')}: ${gap} to change, ${lengthWords(number(e, 'needed'))} are needed${way}`
}

const pairOf = (segments: readonly PlanSegment[], next: string) =>
  [segments.find(({ key }) => key !== next), segments.find(({ key }) => key === next)] as const

const sayFix = (from: SegmentEnd, to: SegmentEnd) => {
  const [a, b] = [placeWords(from), placeWords(to)]
  return a === null || b === null ? [] : [sayMinutes(a, b)]
}
