import type { EventPart, Series, When } from '../../plan/series.ts'

import type { Steps } from './slices.ts'

export type Skipped = { readonly line: number; readonly reason: string }

/** The newer of two: higher SEQUENCE, then later LAST-MODIFIED, else DTSTAMP. Positive where `a` is newer. */
export function compareAge(a: Age, b: Age): number {
  return a.sequence - b.sequence || (changedAt(a) === changedAt(b) ? 0 : changedAt(a) - changedAt(b))
}

export type Age = Pick<EventPart, 'sequence' | 'lastModified' | 'dtstamp'>

const changedAt = (part: Age): number => part.lastModified ?? part.dtstamp ?? Number.NEGATIVE_INFINITY

/** Where in its series a part stands: the master, or the occurrence it replaces as written. */
function placeInSeries(when: When | null): string {
  if (!when) return ''
  if (when.form === 'date') return `date ${when.day}`
  return when.form === 'floating' ? `${when.wall}` : `${when.wall} ${when.zone.name ?? when.zone.written}`
}

type Chosen = { parts: Map<string, EventPart> }

function choose(chosen: Chosen, part: EventPart, skipped: Skipped[]) {
  const place = placeInSeries(part.recurrenceId)
  const other = chosen.parts.get(place)
  const older = other && compareAge(part, other) >= 0 ? other : part
  if (other)
    skipped.push({
      line: older.line,
      reason: `The same event stands in the file again, in line ${(older === part ? other : part).line}, which is newer or later`,
    })
  if (older !== part || !other) chosen.parts.set(place, part)
}

/**
 * Everything under one UID together, in the file's order. Of two parts for the same occurrence the newer is used,
 * of two that are equally new the later in the file; the other is listed. Overrides come by line.
 */
export function* groupSeries(parts: readonly EventPart[]): Steps<{ series: Series[]; skipped: Skipped[] }> {
  const byUid = new Map<string, Chosen>()
  const skipped: Skipped[] = []
  for (const part of parts) {
    const chosen = byUid.get(part.uid) ?? { parts: new Map() }
    byUid.set(part.uid, chosen)
    choose(chosen, part, skipped)
    yield 10
  }
  const series = [...byUid].map(([uid, { parts }]) => ({
    uid,
    master: parts.get('') ?? null,
    overrides: [...parts.values()].filter((part) => part.recurrenceId !== null).sort((a, b) => a.line - b.line),
  }))
  return { series, skipped }
}
