import type { PlanPaper, PlanTraveller } from '../../../../plan/segment.ts'
import { dayFromText } from '../../../../plan/text.ts'
import type { Act } from '../../../act.ts'
import { people } from '../../../people/queries.ts'
import type { Named, Paper } from '../model.ts'
import { papers, passports } from '../queries.ts'

/** What is on file of a traveller, as a plan knows it: no number, no name as in a paper. */
export type OnFile = Pick<PlanTraveller, 'name' | 'passportName' | 'papers'>

const planPaper = ({ kind, country, until }: Paper): PlanPaper => ({
  ...{ kind, country },
  until: until === null ? null : dayFromText(until),
})

/**
 * What is on file of travellers, as it is or as it was known: for plans and rules, which know everything, and for what is told
 * of it to nobody who may not read papers. Read as the desk itself.
 */
export const papersFor = (act: Act, asOf: Temporal.Instant | null = null): Promise<(traveller: Named) => OnFile> =>
  act.asDesk(async () => {
    const names = await passports(act.db, act.desk.id, undefined, asOf)
    const all = await papers(act.db, act.desk.id, undefined, asOf)
    // What somebody private is called now may be told to nobody who reads the trip.
    const open = (await people(act.db, act.desk.id)).filter(({ label }) => label !== 'private')
    const called = new Map(open.map(({ id, name }) => [id, name]))
    return ({ name, personId, executive }) => {
      // Somebody who is only a name has nothing on file.
      if (personId === null && !executive) return { name, passportName: null, papers: null }
      const whose = executive ? null : personId
      const own = all.filter((paper) => paper.personId === whose)
      return {
        // Trips keep what somebody was called when they were planned.
        name: (personId === null ? null : called.get(personId)) ?? name,
        passportName: names.find((one) => one.personId === whose)?.passportName ?? null,
        papers: own.length === 0 ? null : own.map(planPaper),
      }
    }
  })
