import type { Plan } from '../../plan/plan.ts'
import { legs, wayBetween } from '../../plan/ways.ts'

/** Pairs of places that follow each other with nothing known of the way between, each pair once, whichever comes first. */
export function unknownWays(plan: Plan): number {
  const unknown = new Set<string>()
  for (const { from, to } of legs(plan))
    if (!wayBetween(from.place, to.place, plan.travelMinutes))
      unknown.add(JSON.stringify([from.place.name, to.place.name].sort()))
  return unknown.size
}
