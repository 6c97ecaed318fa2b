import type { ActionsFor } from '../registry.ts'
import { closingActions } from './closing/actions.ts'
import type { workContract } from './contract.ts'
import { understandWork } from './line/model.ts'
import { record } from './record/actions.ts'
import { standardActions } from './standards/actions.ts'
import { taskActions } from './tasks/actions.ts'

export const workActions: ActionsFor<typeof workContract> = {
  work: {
    ...taskActions,
    ...closingActions,
    record,
    understand: async ({ text }, act) =>
      understandWork(text, { now: act.at.toZonedDateTimeISO(act.desk.zone), executive: act.desk.executive }),
  },
  standard: standardActions,
}
