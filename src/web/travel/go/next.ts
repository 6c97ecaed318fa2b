import type { FindingView } from '../../../desk/rules/model.ts'
import type { SegmentView, TripView } from '../../../desk/travel/model.ts'
import { carrying } from '../../../plan/segment.ts'
import { dayOf } from '../timeline.ts'
import { minutesBetween } from '../words.ts'
import type { Amiss } from './kept.ts'

export type Day = { readonly on: string; readonly parts: readonly SegmentView[] }

/** What a traveller has to know now: what they are in, or what comes next; then the rest, day by day. */
export type OnTheWay = {
  /** Under way: it ends before anything else is to be done. */
  readonly now: SegmentView | null
  readonly next: SegmentView | null
  /** Where they sleep next. */
  readonly bed: SegmentView | null
  readonly days: readonly Day[]
}

const before = (one: string, other: string): boolean => minutesBetween(one, other) > 0

/** `now`: RFC 9557 text. A part without an instant is never next, and stands on its day. */
export function onTheWay(trip: Pick<TripView, 'segments'>, now: string): OnTheWay {
  const parts = trip.segments.filter(({ status }) => status !== 'cancelled')
  const moving = parts.filter(({ kind }) => kind !== 'stay' && kind !== 'free')
  const under = moving.filter(
    ({ from, to }) => from.at !== null && to.at !== null && !before(now, from.at) && before(now, to.at),
  )
  const current = under.find(({ kind }) => carrying.has(kind)) ?? under[0] ?? null
  const next = moving.find(({ from }) => from.at !== null && before(now, from.at)) ?? null
  const bed = parts.find(({ kind, to }) => kind === 'stay' && to.at !== null && before(now, to.at)) ?? null
  const shown = new Set([current?.id, next?.id])
  const rest = parts.filter((one) => !shown.has(one.id) && !isOver(one, now))
  const days = [...new Set(rest.map(dayOf))].filter((on) => on !== null).sort()
  return {
    now: current,
    next,
    bed,
    days: days.map((on) => ({ on, parts: rest.filter((one) => dayOf(one) === on) })),
  }
}

/** Past its end, or past its beginning where no end is known; on its day while no time is. */
function isOver({ from, to }: SegmentView, now: string): boolean {
  const end = to.at ?? from.at
  if (end !== null) return !before(now, end)
  const day = to.local ?? from.local
  return day !== null && day.slice(0, 10) < now.slice(0, 10)
}

/** What cannot work as it is planned, the desk's own yes to it apart; that for which an answer is awaited comes last. */
export const amissIn = (findings: readonly FindingView[]): readonly Amiss[] =>
  findings
    .filter(({ weight, state }) => weight === 'never' && state !== 'accepted')
    .sort((a, b) => Number(a.state === 'asked') - Number(b.state === 'asked') || b.cost - a.cost)
    .map(({ fingerprint, title, words, state }) => ({ fingerprint, title, words, state }))
