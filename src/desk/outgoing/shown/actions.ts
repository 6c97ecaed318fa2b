import { type Known, leaksIn } from '../../../plan/leak/find.ts'
import type { Act } from '../../act.ts'
import { type Group, readerOf } from '../../holds/group/model.ts'
import { onPage } from '../../holds/page/model.ts'
import { atDesk, type Where } from '../keeping/actions.ts'
import type { Addressed } from '../model.ts'
import { isReleased } from '../queries.ts'

type Hashing = Where & Pick<Act, 'hash'>

/** What a release is bound to: this text, for them, about this. */
export const boundTo = ({ desk, hash }: Hashing, text: string, { to, ...about }: Addressed): string => {
  const thing = about.offer ?? about.finding ?? about.commitment ?? about.segment ?? null
  return hash(JSON.stringify([desk.id, thing, thing === null ? to : null, text]))
}

/** What those an offer is for know without its page: who they are, what they wrote, the times they were offered. */
export const knownByOffer = ({ terms, holds, eventId }: Group): Known => ({
  names: [terms.to.name, ...(terms.through ? [terms.through.name] : []), terms.behalf, terms.by],
  // Whoever arranges it for somebody was not there when they were invited.
  reader: [terms.through?.name ?? terms.to.name],
  wrote: [...terms.proposals.map(({ note }) => note), terms.settled?.note ?? ''].filter((note) => note !== ''),
  told: [],
  own: [[terms.meeting.title, terms.meeting.place ?? '', terms.meeting.notes].join('\n')],
  items: [...holds.map((hold) => hold.id), ...(eventId === null ? [] : [eventId])],
})

/**
 * Whether somebody outside may be shown what their page says of the meeting, each time they open it: what was clean when the
 * page was made may have become private since. Call as the desk.
 */
export async function pageMayShow(where: Hashing, group: Group): Promise<boolean> {
  const text = onPage(group.terms.meeting)
  const known = knownByOffer(group)
  if ((await atDesk(where, (clues) => leaksIn(text, clues, known))).length === 0) return true
  // Let go for the page of this offer, or when it was made with one.
  const bound = [readerOf(group), group.terms.to.name].flatMap((to) => [
    boundTo(where, text, { to, offer: group.id }),
    boundTo(where, text, { to }),
  ])
  for (const hash of new Set(bound)) if (await isReleased(where.db, where.desk.id, hash)) return true
  return false
}
