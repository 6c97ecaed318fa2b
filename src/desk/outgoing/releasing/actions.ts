import { type Act, type Done, type Refused, refuse } from '../../act.ts'
import { final } from '../../registry.ts'
import type { Read } from '../checking/actions.ts'
import { maySeeAll } from '../model.ts'
import { addRelease } from '../queries.ts'
import { releasedWords } from '../words.ts'

/** Lets a text that was read go to those it is for. Refuses where nothing is in it, and whoever may not see all that is. */
export async function letGo(act: Act, read: Read, to: string, reason: string): Promise<Done<object> | Refused> {
  const { leaks, seen, hash } = read
  // Whoever may not see it is told the same whether something is in it or not.
  if (leaks.length === 0 && act.member.board.private === 'all')
    return refuse('moved-on', 'Nothing private is in this text; it may go as it is.')
  if (leaks.length === 0 || !maySeeAll(leaks, seen))
    return refuse('not-yours', 'Only somebody who may see what is private in a text may let it go.')
  await addRelease(act.db, act.desk.id, { entry: act.entry, hash, member: act.member.id, at: act.at })
  return {
    output: {},
    entry: {
      items: [...seen.keys()],
      private: [...seen].flatMap(([id, { isEvent }]) => (isEvent ? [] : [id])),
      values: { to, words: releasedWords(leaks.map((leak) => leak.words)), reason },
      why: reason,
      undo: final('text.release'),
    },
  }
}
