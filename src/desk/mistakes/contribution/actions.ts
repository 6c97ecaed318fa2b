import type { Act } from '../../act.ts'
import { type DeskReader, maySeeOfDesk } from '../../calendar/views/model.ts'
import { type Kept, stateOf } from '../model.ts'
import { mistakes } from '../queries.ts'
import { openWords } from '../words.ts'

/** Mistakes that are open, as a reader may know them; the latest first. */
const openFor = async (act: Act, reader: DeskReader): Promise<Kept[]> =>
  (await act.asDesk(() => mistakes(act.db, act.desk.id))).filter(
    ({ progress, label }) => progress.closed === null && maySeeOfDesk(label, reader),
  )

/** What whoever covers has to know: what went wrong and is not put right yet. */
export const mistakesHandedOver = async (
  act: Act,
  reader: DeskReader,
): Promise<{ words: string; detail: string; item: string }[]> =>
  (await openFor(act, reader)).map(({ id, facts, progress }) => ({
    words: openWords(facts.title, stateOf(progress)),
    detail: progress.confirmed ? facts.putRight : `not confirmed by ${facts.askedBy.name || 'whoever asked'} yet`,
    item: id,
  }))

/** Open mistakes on the paper of a day; nobody outside the desk reads of them. */
export async function mistakesOnPaper(act: Act, reader: DeskReader): Promise<string[]> {
  if (!maySeeOfDesk('desk', reader)) return []
  const open = await openFor(act, reader)
  act.looked(open)
  return open.map(({ facts, progress }) => openWords(facts.title, stateOf(progress)))
}
