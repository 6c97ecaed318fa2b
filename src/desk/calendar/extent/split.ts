import { rulesFrom } from '../../../plan/occurrences.ts'
import { expandSeries } from '../../../plan/recurrence/expand.ts'
import { type When, wallOf, zoneOfWhen } from '../../../plan/series.ts'
import type { Wall } from '../../../plan/time.ts'
import type { Zone } from '../../../plan/zone.ts'
import { shifted } from '../change/model.ts'
import { clockOf, type KeptEvent, masterOf, overridesOf, type Part, whenOfId } from '../series/model.ts'
import { countedDown, counts, endedBefore } from './rule.ts'

type Given = { readonly home: Zone; readonly newId: string }

/** How many times the rules produce before `until`, the start included. */
function countBefore(master: Part, rule: string, until: Wall, home: Zone): number {
  const { walls } = expandSeries({
    start: wallOf(master.start),
    isDate: master.start.form === 'date',
    zone: master.start.form === 'zoned' ? zoneOfWhen(master.start, home) : null,
    rules: rulesFrom([rule]),
    rdates: [],
    exdates: [],
    from: wallOf(master.start),
    to: until,
    most: 100_000,
  })
  return walls.length
}

/** A change for all that follow which was made before the cut goes on after it. */
function carriedOn(event: KeptEvent, cut: Wall, home: Zone): Part[] {
  const clock = clockOf(event, home)
  const before = overridesOf(event)
    .filter((part) => part.thisAndFuture && part.recurrenceId !== null && clock.wall(part.recurrenceId) < cut)
    .sort((a, b) => clock.wall(a.recurrenceId ?? a.start) - clock.wall(b.recurrenceId ?? b.start))
  const last = before.at(-1)
  if (!last?.recurrenceId) return []
  const start = shifted(last.start, cut - clock.wall(last.recurrenceId))
  return [{ ...last, imported: null, recurrenceId: clock.at(cut), start }]
}

/**
 * Cuts a series before one of its occurrences. What comes before keeps its UID and ends there; the rest is a series of its
 * own with a new UID, which begins where that occurrence was planned. Dates and changed occurrences go to the half they
 * are in. Null where there is nothing before it.
 */
export function splitAt(
  event: KeptEvent,
  recurrenceId: string,
  { home, newId }: Given,
): { before: KeptEvent; after: KeptEvent } | null {
  const master = masterOf(event)
  const first = whenOfId(event, recurrenceId, home)
  if (!master || !first) return null
  const clock = clockOf(event, home)
  const cut = clock.wall(first)
  if (cut <= wallOf(master.start)) return null
  const isAfter = (when: When | null) => when !== null && clock.wall(when) >= cut
  const old: Part = {
    ...master,
    rrules: master.rrules.map((rule) => endedBefore(rule, cut, master.start)),
    rdates: master.rdates.filter(({ start }) => !isAfter(start)),
    exdates: master.exdates.filter((when) => !isAfter(when)),
  }
  const rest: Part = {
    ...master,
    start: clock.at(cut),
    rrules: master.rrules.map((rule) =>
      counts(rule) ? countedDown(rule, countBefore(master, rule, cut, home)) : rule,
    ),
    rdates: master.rdates.filter(({ start }) => isAfter(start)),
    exdates: master.exdates.filter(isAfter),
    sequence: 0,
  }
  const later = overridesOf(event).filter((part) => isAfter(part.recurrenceId))
  const earlier = overridesOf(event).filter((part) => !isAfter(part.recurrenceId))
  const after = [rest, ...carriedOn(event, cut, home), ...later]
  return {
    before: { ...event, parts: [old, ...earlier] },
    after: {
      id: newId,
      calendarId: event.calendarId,
      uid: newId,
      parts: after.map((part) => ({ ...part, uid: newId, imported: null })),
    },
  }
}
