import type { Finding, Fix } from '../finding.ts'
import type { PlanSegment } from '../segment.ts'

/** One thing behind a change that no longer works, and what gives way in it. */
export type Broken = { readonly finding: Finding; readonly key: string; readonly also: readonly Finding[] }

/**
 * An order in which ways out can be carried out. What hangs on how another is settled comes after it: a ride after the flight it
 * meets, and whatever says that it needs something after that. Of what can be done now, first what has to be asked of somebody
 * outside, because their answer takes time; then what nobody has a way out of yet, because a person has to think; last what the
 * desk changes itself, which is done in a moment. Within each first what cannot work as it stands, then by time. Where things hang on each other in a ring, by time too, and what hangs on the ring comes after all of it.
 */
export const inWorkableOrder = (
  all: readonly Broken[],
  segments: ReadonlyMap<string, PlanSegment>,
): readonly Broken[] => {
  const waiting = [...all].sort(byUrgency)
  const ordered: Broken[] = []
  const before = new Map(all.map((one) => [one, all.filter((other) => other !== one && hangsOn(one, other, segments))]))
  while (waiting.length > 0) {
    const left = new Set(waiting)
    const ready = waiting.findIndex((one) => {
      const first = settledBefore(one, before, left)
      return [...first].every((other) => settledBefore(other, before, left).has(one))
    })
    ordered.push(...waiting.splice(Math.max(0, ready), 1))
  }
  return ordered
}

/** What is left that has to be settled before one is, through others too; in a ring that is itself as well. */
function settledBefore(
  one: Broken,
  before: ReadonlyMap<Broken, readonly Broken[]>,
  left: ReadonlySet<Broken>,
): ReadonlySet<Broken> {
  const found = new Set<Broken>()
  const open = [one]
  for (let next = open.pop(); next !== undefined; next = open.pop())
    for (const other of before.get(next) ?? []) {
      if (!left.has(other) || found.has(other)) continue
      found.add(other)
      open.push(other)
    }
  return found
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
