import { type Act, type AskedOf, isRefused } from '../../act.ts'
import type { Asked } from '../../authority/board/model.ts'
import { isKnown } from '../../calendar/marks/actions.ts'
import { maySee, readerOf } from '../../calendar/views/model.ts'
import { groupFor } from '../keeping/actions.ts'
import type { OfferDraft } from '../model.ts'

/** An offer of something private is not there for whoever may not see it. */
async function aboutGroup({ groupId }: { groupId: string }, act: Act): Promise<Asked> {
  const group = await groupFor(act, groupId)
  if (isRefused(group)) return {}
  if (!maySee(group.label, readerOf(act))) return { unknown: true }
  return toKnown(act, group.terms.to.address)
}

/** Looked up only where it matters. */
const toKnown = async (act: Act, address: string | null): Promise<Asked> =>
  act.member.board.send === 'known' ? { toKnown: await isKnown(act, address) } : {}

const changed = [
  'take',
  'decline',
  'release',
  'extend',
  'redirect',
  'add',
  'nudged',
  'propose',
  'accept',
  'page',
  'shut',
]
const byId: AskedOf = ({ id }: { id: string }, act) => aboutGroup({ groupId: id }, act)

/** What limits need to know of offers: a page of their own leaves the desk. */
export const holdsAsked: { readonly [operation: string]: AskedOf } = {
  ...Object.fromEntries(changed.map((verb) => [`hold.${verb}`, aboutGroup as AskedOf])),
  'hold.expire': byId,
  'hold.refill': byId,
  'hold.offer': async ({ page, to }: OfferDraft & { page: boolean }, act) =>
    page ? { sends: true, ...(await toKnown(act, to.address)) } : {},
}
