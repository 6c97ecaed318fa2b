import type { ActionsFor } from '../../registry.ts'
import type { confirmationsContract } from './contract.ts'
import { drop, leaveAside } from './dropping/actions.ts'
import { confirmationFor, list, original, show } from './showing/actions.ts'
import { take } from './taking/actions.ts'

export const confirmationsActions: ActionsFor<typeof confirmationsContract> = {
  confirmation: { list, show, original, drop, take, leave: leaveAside(confirmationFor) },
}
