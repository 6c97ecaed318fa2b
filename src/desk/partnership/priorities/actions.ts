import type { Reaction } from '../../act.ts'
import type { ActionsFor } from '../../registry.ts'
import type { prioritiesContract } from './contract.ts'
import { protect } from './protecting/actions.ts'
import { hideTies } from './queries.ts'
import { showingActions } from './showing/actions.ts'
import { trend } from './trending/actions.ts'
import { tyingActions } from './tying/actions.ts'
import { writingActions } from './writing/actions.ts'

export const prioritiesActions: ActionsFor<typeof prioritiesContract> = {
  priority: { ...showingActions, trend, ...writingActions, ...tyingActions, protect },
}

/** What becomes private takes with it what was said of it by hand. */
export const followTied: Reaction = async ({ events }, act) => {
  if (events.length > 0)
    await hideTies(
      act.db,
      act.desk.id,
      events.map(({ id }) => id),
    )
  return null
}
