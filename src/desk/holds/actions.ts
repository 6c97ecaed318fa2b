import type { ActionsFor } from '../registry.ts'
import type { holdsContract } from './contract.ts'
import { expire } from './expiry/actions.ts'
import { find } from './finding/actions.ts'
import { countriesKnown } from './finding/holidays.ts'
import { add, extend, nudged, offer, propose, redirect, release } from './offering/actions.ts'
import { page, preview, shut } from './page/actions.ts'
import { refill } from './refilling/actions.ts'
import { accept, decline, take } from './settling/actions.ts'
import { list, show } from './showing/actions.ts'

export const holdsActions: ActionsFor<typeof holdsContract> = {
  holiday: { countries: async () => ({ countries: await countriesKnown() }) },
  offer: { find },
  hold: {
    list,
    show,
    offer,
    take,
    decline,
    release,
    extend,
    redirect,
    add,
    nudged,
    propose,
    accept,
    page,
    shut,
    expire,
    refill,
    preview,
  },
}
