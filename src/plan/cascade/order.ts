import type { Finding, Fix } from '../finding.ts'
import type { PlanSegment } from '../segment.ts'

/** One thing behind a change that no longer works, and what gives way in it. */
export type Broken = { readonly finding: Finding; readonly key: string; readonly also: readonly Finding[] }

/**
 * An order in which ways out can be carried out. What hangs on how another is settled comes after it: a ride after the flight it
 * meets, and whatever says that it needs something after that. Of what can be done now, first what has to be asked of somebody
 * outside, because their answer takes time; then what nobody has a way out of yet, because a person has to think; last what the
 * desk changes itself, which is done in a moment. Within each first what cannot work as it stands, then by time. Where things hang on each other in a ring, by time too.
 */
export const inWorkableOrder = (
  all: readonly Broken[],
  segments: ReadonlyMap<string, PlanSegment>,
): readonly Broken[] => {
  const waiting = [...all].sort(byUrgency)
  const ordered: Broken[] = []
  while (waiting.length > 0) {
    const ready = waiting.findIndex((one) => !waiting.some((other) => other !== one && hangsOn(one, other, segments)))
    ordered.push(...waiting.splice(Math.max(0, ready), 1))
  }
  return ordered
}

const reachOf = (fixes: readonly Fix[]): number => (fixes.length === 0 ? 1 : fixes[0]?.reach === 'world' ? 0 : 2)

const weightOrder = { never: 0, avoid: 1, prefer: 1 } as const

const byUrgency = (a: Broken, b: Broken): number =>
  reachOf(a.finding.fixes) - reachOf(b.finding.fixes) ||
  weightOrder[a.finding.weight] - weightOrder[b.finding.weight] ||
  a.finding.span.start - b.finding.span.start ||
  b.finding.cost - a.finding.cost ||
  (a.finding.fingerprint < b.finding.fingerprint ? -1 : 1)

/** Whether how `other` is settled decides what settles `one`. */
const hangsOn = (one: Broken, other: Broken, segments: ReadonlyMap<string, PlanSegment>): boolean =>
  one.key !== other.key &&
  (one.finding.items.includes(other.key) ||
    one.finding.evidence.values.via === other.key ||
    needs(one.key, other.key, segments))

/** Whether something needs another, or needs what needs it. */
export const needs = (key: string, other: string, segments: ReadonlyMap<string, PlanSegment>): boolean => {
  const seen = new Set<string>()
  const open = [key]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const needed of segments.get(next)?.dependsOn ?? []) {
      if (needed === other) return true
      if (seen.has(needed)) continue
      seen.add(needed)
      open.push(needed)
    }
  }
  return false
}
