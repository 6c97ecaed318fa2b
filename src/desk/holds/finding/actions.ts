import { refuse } from '../../act.ts'
import type { ActionsFor } from '../../registry.ts'
import type { holdsContract } from '../contract.ts'

export const find: ActionsFor<typeof holdsContract>['offer']['find'] = async () => refuse('not-there', 'x')
