import type { Plan, PlanItem } from './plan.ts'

const wholes = new WeakMap<Plan, Plan>()

/** Some of a plan's items, for a rule to be asked about; what is free is still looked up in the whole. */
export const partOf = (plan: Plan, wanted: (item: PlanItem) => boolean): Plan => {
  const part = { ...plan, items: plan.items.filter(wanted) }
  wholes.set(part, plan)
  return part
}

/** The plan that a part was taken from; a whole plan is its own. */
export const wholeOf = (plan: Plan): Plan => wholes.get(plan) ?? plan
