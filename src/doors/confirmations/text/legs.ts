import { Gathering, plain } from './gathering.ts'
import type { Leg, LegEnd } from './leg.ts'
import type { Part } from './parts.ts'
import type { Reading } from './reading.ts'
import { tokensOf } from './tokens.ts'

export function legsOf(reading: Reading, part: Part): Leg[] {
  const gathering = new Gathering(reading)
  for (const token of tokensOf(reading, part)) gathering.take(token)
  const all = joined(gathering.legs)
    .filter((leg) => isLeg(leg))
    .sort((a, b) => a.at - b.at)
  const isTimed = ({ ends }: Leg) => ends.some(({ time }) => time !== null)
  // Where ways have hours, a way without any is a heading or a mention.
  const legs = all.some(isTimed) ? all.filter(isTimed) : all
  legs.forEach((leg, at) => {
    if (at > 0) goOn(reading, legs[at - 1] as Leg, leg)
  })
  return legs
}

const minutes = ({ time, date }: LegEnd): number | null =>
  time && date?.days.length === 1 ? (date.days[0] as number) * 1440 + time.minutes + time.plus * 1440 : null

/** Who lands a day later goes on that day: under one date, a way on cannot leave before the last one has arrived there. */
function goOn(reading: Reading, last: Leg, next: Leg): void {
  const [there, here] = [last.ends[1], next.ends[0]]
  const words = ({ name }: LegEnd) => (name ? reading.sheet.low.slice(name.at, name.end) : null)
  const same =
    there.code && here.code ? there.code.code === here.code.code : words(there) !== null && words(there) === words(here)
  const [arrived, leaves] = [minutes(there), minutes(here)]
  if (!same || arrived === null || leaves === null || leaves >= arrived || here.date !== last.ends[0].date) return
  const later = there.time?.plus ?? 0
  if (later > 0 && leaves + later * 1440 >= arrived)
    for (const end of next.ends) if (end.date === here.date) end.later = later
}

const has = (end: LegEnd) => end.name !== null || end.code !== null

/** Enough to be told from a sentence that speaks of a way: a number with a time or both ends, or both ends with a time. */
function isLeg({ number, ends }: Leg): boolean {
  const [from, to] = ends
  const timed = from.time !== null || to.time !== null
  if (number)
    return timed
      ? has(from) || has(to) || (from.time !== null && to.time !== null)
      : has(from) && has(to) && from.date !== null
  return has(from) && has(to) && timed
}

/** The same number told twice on one day is one leg; what one telling lacks the other has. */
function joined(legs: readonly Leg[]): Leg[] {
  const kept: Leg[] = []
  for (const leg of legs) {
    const twin = leg.number
      ? kept.find(
          (each) => each.number && plain(each.number.value) === plain(leg.number?.value ?? '') && sameDay(each, leg),
        )
      : kept.find((each) => sameWay(each, leg) && sameDay(each, leg))
    if (!twin) {
      kept.push(leg)
      continue
    }
    for (const side of [0, 1] as const) {
      const [into, from] = [twin.ends[side], leg.ends[side]]
      if (side === 0 && !twin.ends[0].time && !twin.ends[1].time) twin.at = leg.at
      into.time ??= from.time
      into.date ??= from.date
      into.name ??= from.name
      into.code ??= from.code
      into.terminal ??= from.terminal
      if (into.time && from.time && into.time !== from.time && into.time.minutes !== from.time.minutes)
        twin.others = [...(twin.others ?? []), { side, end: from }]
    }
    twin.end = Math.max(twin.end, leg.end)
  }
  return kept
}

/** The same two airports, told again without a number: which of the times holds is for a person to say. */
const sameWay = (a: Leg, b: Leg): boolean =>
  [0, 1].every(
    (side) =>
      a.ends[side as 0 | 1].code !== null && a.ends[side as 0 | 1].code?.code === b.ends[side as 0 | 1].code?.code,
  )

function sameDay(a: Leg, b: Leg): boolean {
  const [x, y] = [a.ends[0].date, b.ends[0].date]
  return !x || !y || (x.month === y.month && x.date === y.date)
}
