import type { TestDesk } from '../../../desk/testing.ts'
import type { Inputs } from '../inputs.ts'
import type { Id, Things } from './calendar.ts'

/** What is promised, what is noted, and what to know before a meeting. */
export async function commitmentInputs(desk: TestDesk, { review }: Things): Promise<Inputs> {
  const promise = {
    what: 'the price sheet',
    side: 'theirs',
    by: { name: 'Marc Laurent' },
    to: { name: 'Dana Okafor' },
    dueOn: '2026-12-04',
  }
  const promised = async () => (await desk.do<{ commitment: Id }>('commitment.add', promise)).commitment.id
  const [open, kept] = [await promised(), await promised()]
  await desk.do('commitment.keep', { id: kept })
  const lines = [{ id: '01a00000-0000-7000-8000-0000000000aa', text: 'Renewal: 24 months' }]
  const { note } = await desk.do<{ note: Id }>('note.add', { title: 'Renewal', lines })
  return {
    'commitment.list': {},
    'commitment.show': { id: open },
    'commitment.understand': { text: 'Marc owes us the deck by Fri' },
    'commitment.capture': { text: 'Marc owes us the deck by Fri' },
    'commitment.add': promise,
    'commitment.edit': { id: open, what: 'the price list' },
    'commitment.keep': { id: open },
    'commitment.break': { id: open, why: 'A test' },
    'commitment.renegotiate': { id: open, dueOn: '2026-12-11' },
    'commitment.forgive': { id: open },
    'commitment.reopen': { id: kept },
    'commitment.chase': { id: open },
    'note.list': {},
    'note.show': { id: note.id },
    'note.add': { title: 'Another', lines: [] },
    'note.edit': { id: note.id, lines: [] },
    'brief.show': { eventId: review.event.eventId },
  }
}
