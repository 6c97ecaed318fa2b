import type { TestDesk } from '../../../desk/testing.ts'
import type { Inputs } from '../inputs.ts'
import type { Things } from './calendar.ts'

/** The record, and what has to be told from it. */
export async function journalInputs(desk: TestDesk, { review }: Things): Promise<Inputs> {
  const { did } = await desk.do('desk.change', { home: 'Larch Row' })
  return {
    'journal.list': {},
    'journal.show': { entry: did.entry },
    'journal.undo': { entry: did.entry },
    'journal.erase': { entry: review.did.entry, reason: 'A test' },
    'journal.verify': {},
    'told.list': {},
    'told.seen': { entries: [did.entry] },
    'told.unseen': { entries: [did.entry] },
  }
}
