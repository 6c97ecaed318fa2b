import { refuse } from '../../act.ts'
import type { ActionsFor } from '../../registry.ts'
import type { travelContract } from '../contract.ts'

export const cascade: ActionsFor<typeof travelContract>['segment']['cascade'] = async ({ id }) =>
  refuse('not-there', 'What stands behind a change is not known yet.', [id])
