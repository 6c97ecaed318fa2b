import { type Act, type AskedOf, isRefused } from '../../act.ts'
import { isKnown } from '../../calendar/marks/actions.ts'
import { groupFor } from '../keeping/actions.ts'
import type { OfferDraft } from '../model.ts'

const toGroup = async ({ groupId }: { groupId: string }, act: Act) => {
  const group = await groupFor(act, groupId)
  return isRefused(group) ? {} : { toKnown: await isKnown(act, group.terms.to.address) }
}

/** What limits need to know of offers: a page of their own leaves the desk. */
export const holdsAsked: { readonly [operation: string]: AskedOf } = {
  'hold.page': toGroup,
  'hold.offer': async ({ page, to }: OfferDraft & { page: boolean }, act) =>
    page ? { sends: true, toKnown: await isKnown(act, to.address) } : {},
}
