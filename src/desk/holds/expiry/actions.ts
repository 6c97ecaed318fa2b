import { isRefused, refuse } from '../../act.ts'
import { type ActionsFor, final } from '../../registry.ts'
import type { holdsContract } from '../contract.ts'
import { expire as expired, heldIn } from '../group/model.ts'
import { groupFor, keep, now } from '../keeping/actions.ts'
import { silenceWords } from '../texts/words.ts'

/** Frees what nobody took in time; asked for by the one sweeper, which may come late but never too early. */
export const expire: ActionsFor<typeof holdsContract>['hold']['expire'] = async ({ id }, act) => {
  const before = await groupFor(act, id)
  if (isRefused(before)) return before
  const after = expired(before, now(act))
  const freed = heldIn(before).length - heldIn(after).length
  if (freed === 0 && after.state === before.state && after.terms.silentAt === before.terms.silentAt)
    return refuse('moved-on', 'Nothing of this is due yet.', [id])
  await keep(act, before, after)
  const { to, meeting, onSilence } = after.terms
  return {
    output: { freed },
    entry: {
      items: [id, ...before.holds.map((hold) => hold.id)],
      values: {
        to: to.name,
        title: meeting.title,
        freed,
        silent: after.terms.silentAt !== before.terms.silentAt,
        choice: silenceWords[onSilence],
      },
      undo: final('hold.expire'),
    },
  }
}
