import type { ActionsFor } from '../registry.ts'
import { checkText, readText } from './checking/actions.ts'
import type { textsContract } from './contract.ts'
import { letGo } from './releasing/actions.ts'

export const textsActions: ActionsFor<typeof textsContract> = {
  text: {
    check: ({ text, ...addressed }, act) => checkText(act, text, addressed),
    release: async ({ text, reason, ...addressed }, act) =>
      letGo(act, await readText(act, text, addressed), addressed.to, reason),
  },
}
