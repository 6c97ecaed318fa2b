import type { ActionsFor } from '../registry.ts'
import { askingActions } from './asking/actions.ts'
import { cascade } from './cascade/actions.ts'
import type { travelContract } from './contract.ts'
import { letter } from './letter/actions.ts'
import { pointActions } from './points/actions.ts'
import { segmentActions } from './segments/actions.ts'
import { tripActions } from './trips/actions.ts'

/** Everything that can be done with trips, their parts and what is open about them. */
export const travelActions: ActionsFor<typeof travelContract> = {
  trip: tripActions,
  point: pointActions,
  segment: { ...segmentActions, ...askingActions, letter, cascade },
}
