import type { PlanDue } from './due.ts'
import type { Plan } from './plan.ts'
import { utc, type Zone, zoneOf } from './zone.ts'

/** The clocks by which whoever assists reads: those of the executive's home, wherever the executive is. */
export const homeOf = (plan: Pick<Plan, 'whereabouts'>): Zone => zoneOf(plan.whereabouts[0]?.zone ?? 'UTC') ?? utc

/** As names are compared: without regard to case and spaces. */
const folded = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, ' ')

/** Whether two are one name; an empty one is everybody's. */
export const isFor = (who: string, due: Pick<PlanDue, 'who'>): boolean =>
  folded(who) === '' || folded(due.who) === '' || folded(who) === folded(due.who)

/** What somebody at the desk still has to do, keep or answer; of the executive where the rule's scope names them. */
export const isAsked = (owner: PlanDue['owner'], who: string, due: PlanDue): boolean =>
  due.closedAt === null && due.owner === owner && isFor(who, due)
