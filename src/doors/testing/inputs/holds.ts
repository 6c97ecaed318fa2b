import type { TestDesk } from '../../../desk/testing.ts'
import type { Inputs } from '../inputs.ts'
import { type Id, span } from './calendar.ts'

/** Offers and holds, and the texts that leave with them. */
export async function holdInputs(desk: TestDesk): Promise<Inputs> {
  const draft = {
    to: { name: 'Jo Park', zone: 'Europe/London' },
    meeting: { title: 'Intro', by: 'video' },
    times: [span('2026-11-30', '10:00', '10:30'), span('2026-11-30', '11:00', '11:30')],
    expiresAt: '2026-11-29T10:00:00Z',
  }
  const { group } = await desk.do<{ group: Id }>('hold.offer', { ...draft, page: true })
  const groupId = group.id
  await desk.do('hold.propose', { groupId, who: 'Jo', times: [span('2026-12-01', '10:00', '10:30')] })
  const shown = await desk.do<{ group: { proposals: Id[] } }>('hold.show', { groupId })
  return {
    'holiday.countries': {},
    'offer.find': { from: '2026-11-30', to: '2026-12-02', minutes: 30 },
    'hold.list': {},
    'hold.show': { groupId },
    'hold.offer': { ...draft, times: [span('2026-12-01', '14:00', '14:30')], page: false },
    'hold.take': { groupId, time: span('2026-12-01', '16:00', '16:30'), who: 'Jo' },
    'hold.decline': { groupId, who: 'Jo' },
    'hold.release': { groupId },
    'hold.redirect': { groupId, through: { name: 'Luca Frei' } },
    'hold.extend': { groupId, expiresAt: '2026-11-29T12:00:00Z' },
    'hold.add': { groupId, times: [span('2026-12-01', '12:00', '12:30')] },
    'hold.nudged': { groupId },
    'hold.propose': { groupId, who: 'Jo', times: [span('2026-12-02', '10:00', '10:30')] },
    'hold.accept': { groupId, proposalId: shown.group.proposals[0]?.id },
    'hold.page': { groupId },
    'hold.shut': { groupId },
    'hold.expire': { id: groupId },
    'hold.refill': { id: groupId },
    'hold.preview': { groupId },
    'text.check': { to: 'Jo', text: 'Good day.' },
    'text.release': { to: 'Jo', text: 'Good day.', reason: 'A test' },
  }
}
