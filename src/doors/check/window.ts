import { occurrencesOf } from '../../plan/occurrences.ts'
import { mostKept } from '../../plan/recurrence/expand.ts'
import { type EventPart, instantOf, type Series } from '../../plan/series.ts'
import { dayFromText, dayText } from '../../plan/text.ts'
import { asDay, asInstant, type Day, dayOf, type Instant, midnight, type Span } from '../../plan/time.ts'
import type { Zone } from '../../plan/zone.ts'
import { cannot } from './trouble.ts'

/** Dates, both inclusive. */
export type Days = { readonly from: Day; readonly to: Day }

/** How far a check looks when nobody says otherwise. */
export const usualDays = 90

/** No week is planned further ahead, and judging longer stretches helps nobody. */
const mostDays = 3700

function date(option: '--from' | '--to', text: string | undefined): Day | null {
  if (text === undefined) return null
  const day = dayFromText(text)
  if (day === null) throw cannot('bad-input', `${option} wants a date like 2026-03-02, not “${text}”`)
  return day
}

/** From `--from` and `--to`, dates both inclusive; a missing one is 90 days from the other, or today. Null where neither is given. */
export function daysAsked(from: string | undefined, to: string | undefined, today: Day): Days | null {
  const [first, last] = [date('--from', from), date('--to', to)]
  if (first === null && last === null) return null
  const start = first ?? (last !== null && last < today ? asDay(last - usualDays) : today)
  const days = { from: start, to: last ?? asDay(start + usualDays) }
  if (days.from > days.to) throw cannot('bad-input', '--from is later than --to')
  if (days.to - days.from > mostDays) throw cannot('too-much', 'At most ten years can be checked at once')
  return days
}

/** Today and the 90 days that follow. */
export const comingDays = (today: Day): Days => ({ from: today, to: asDay(today + usualDays) })

/** From midnight to midnight in the zone. */
export const spanOf = ({ from, to }: Days, zone: Zone): Span => ({
  start: zone.toInstant(midnight(from)),
  end: zone.toInstant(midnight(asDay(to + 1))),
})

export const daysText = ({ from, to }: Days) => ({ from: dayText(from), to: dayText(to) })

const endless = (part: EventPart) => part.rrules.some((rule) => !/UNTIL|COUNT/i.test(rule))

/** The last day on which anything begins; of a series without end, the first 90 days count. */
function lastDay(series: readonly Series[], zone: Zone): Day | null {
  let last: Instant | null = null
  const reach = (at: Instant) => {
    if (last === null || at > last) last = at
  }
  for (const { master, overrides } of series)
    for (const part of [...(master ? [master] : []), ...overrides]) {
      reach(lastStart({ uid: part.uid, master: part, overrides: [] }, part, zone))
    }
  return last === null ? null : dayOf(zone.toWall(last))
}

function lastStart(series: Series, part: EventPart, zone: Zone): Instant {
  const start = instantOf(part.start, zone)
  const ninety = asInstant(start + usualDays * 86_400_000)
  if (endless(part)) return ninety
  if (part.rrules.length === 0 && part.rdates.length === 0) return start
  const all = { start, end: zone.toInstant(midnight(asDay(dayOf(zone.toWall(start)) + mostDays))) }
  const found = occurrencesOf(series, all, zone, all.end).occurrences
  return found.length >= mostKept ? ninety : (found.at(-1)?.span.start ?? start)
}

/** The 90 days up to the file's last. Null for a file without events. */
export function lastDays(series: readonly Series[], zone: Zone): Days | null {
  const last = lastDay(series, zone)
  return last === null ? null : { from: asDay(last - usualDays), to: last }
}
