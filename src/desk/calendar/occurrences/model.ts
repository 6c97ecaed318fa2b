import { type Occurrence, occurrencesOf } from '../../../plan/occurrences.ts'
import { wallFromText, wallText } from '../../../plan/text.ts'
import {
  asDay,
  asInstant,
  asWall,
  type Day,
  dayMs,
  dayOf,
  type Instant,
  midnight,
  type Span,
} from '../../../plan/time.ts'
import { travels } from '../../../plan/whereabouts.ts'
import { utc, type Zone } from '../../../plan/zone.ts'
import { type KeptEvent, type Part, partTimes, seriesOf, takesTime } from '../series/model.ts'

/** A stretch of dates, the last not in it. */
export type Horizon = { readonly from: Day; readonly to: Day }

const twoYears = 731
/** So that the rows need not be made anew each day. */
const ahead = 62

/** Two years back to two years on, and a little more. */
export const horizonAt = (today: Day): Horizon => ({
  from: asDay(today - twoYears),
  to: asDay(today + twoYears + ahead),
})

/** What rows must reach over at least. */
export const leastHorizon = (today: Day): Horizon => ({
  from: asDay(today - twoYears + ahead),
  to: asDay(today + twoYears),
})

export const isEnough = (horizon: Horizon, today: Day): boolean => {
  const least = leastHorizon(today)
  return horizon.from <= least.from && horizon.to >= least.to
}

export const spanOfHorizon = ({ from, to }: Horizon): Span => ({
  start: asInstant(midnight(from)),
  end: asInstant(midnight(to)),
})

/** One occurrence as it is kept in a row: instants only where a zone gives them. */
export type Kept = {
  readonly recurrenceId: string
  readonly part: number
  readonly span: Span | null
  readonly wallStart: string
  readonly wallEnd: string
  readonly allDay: boolean
  readonly zone: string | null
  readonly endZone: string | null
  readonly travels: boolean
  readonly busy: boolean
}

/**
 * The rows of an event: each occurrence in the horizon, and every time of an event that does not repeat, wherever it lies.
 * `cut`: a series had more than 5,000, of which those nearest to `near` were kept.
 */
export function rowsOf(
  event: KeptEvent,
  horizon: Horizon,
  near: Instant,
  addresses: readonly string[],
): { rows: Kept[]; cut: boolean } {
  const single = event.parts.length === 1 && event.parts[0]?.rrules.length === 0 && event.parts[0].rdates.length === 0
  const window = single ? always : spanOfHorizon(horizon)
  // What names no zone is kept by its clock, so any zone does here; UTC reads a clock as it is written.
  const { occurrences, cut } = occurrencesOf(seriesOf(event), window, utc, near)
  return { rows: occurrences.map((one) => rowOf(event, one, addresses)), cut }
}

const always: Span = { start: asInstant(-Number.MAX_SAFE_INTEGER), end: asInstant(Number.MAX_SAFE_INTEGER) }

function rowOf(event: KeptEvent, one: Occurrence, addresses: readonly string[]): Kept {
  const part = one.part as Part
  return {
    recurrenceId: one.recurrenceId ?? '',
    part: event.parts.indexOf(part),
    span: part.start.form === 'zoned' ? one.span : null,
    wallStart: wallText(one.wallStart),
    wallEnd: wallText(one.wallEnd),
    allDay: one.allDay !== null,
    zone: one.zone,
    endZone: one.endZone,
    travels: part.start.form === 'zoned' && travels(one),
    busy: takesTime(partTimes(part, addresses)),
  }
}

/** When a kept occurrence is, where clocks are read in `home`. */
export function timesOfRow(
  row: Omit<Kept, 'recurrenceId' | 'part' | 'travels' | 'busy'>,
  home: Zone,
): Pick<Occurrence, 'span' | 'allDay' | 'zone' | 'endZone' | 'wallStart' | 'wallEnd'> {
  const [wallStart, wallEnd] = [wallOfText(row.wallStart), wallOfText(row.wallEnd)]
  return {
    span: row.span ?? { start: home.toInstant(wallStart), end: home.toInstant(wallEnd) },
    allDay: row.allDay ? { from: dayOf(wallStart), to: dayOf(wallEnd) } : null,
    zone: row.zone,
    endZone: row.endZone,
    wallStart,
    wallEnd,
  }
}

const wallOfText = (text: string) => {
  const wall = wallFromText(text.length === 16 ? `${text}:00` : text.slice(0, 19))
  if (wall === null) throw new Error(`not a local time: ${text}`)
  return wall
}

/** Spans on the wall that a window of instants can touch in any zone. */
export const wallsAround = ({ start, end }: Span): { from: string; to: string } => ({
  from: wallText(asWall(Math.max(start - dayMs, firstWall))),
  to: wallText(asWall(Math.min(end + dayMs, lastWall))),
})
const firstWall = midnight(asDay(-719_162))
const lastWall = midnight(asDay(2_932_896))
