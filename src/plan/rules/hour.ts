import type { Plan } from '../plan.ts'
import { clockText } from '../text.ts'
import type { Instant } from '../time.ts'
import { standingAt } from '../whereabouts.ts'
import { utc, zoneOf } from '../zone.ts'

/** `17:30` on the executive's own clock. */
export const hourAt = (plan: Pick<Plan, 'whereabouts'>, at: Instant): string => {
  const zone = zoneOf(standingAt(plan, at)?.zone ?? 'UTC') ?? utc
  return clockText(zone.toWall(at)).slice(0, 5)
}
