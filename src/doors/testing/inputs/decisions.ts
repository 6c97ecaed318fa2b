import type { TestDesk } from '../../../desk/testing.ts'
import type { Inputs } from '../inputs.ts'

type Asked = { readonly decision: { readonly id: string; readonly version: number } }

const question = {
  question: 'Which?',
  options: [{ words: 'This' }, { words: 'That' }],
  neededBy: { on: '2026-11-30', time: '12:00' },
}

/** What has to be decided, and what was. */
export async function decisionInputs(desk: TestDesk): Promise<Inputs> {
  const { id, version } = (await desk.do<Asked>('decision.ask', question)).decision
  const settled = (await desk.do<Asked>('decision.ask', question)).decision
  await desk.do('decision.answer', { id: settled.id, version: settled.version, option: 1, saidBy: 'Dana' })
  return {
    'decision.list': {},
    'decision.log': {},
    'decision.show': { id },
    'decision.ask': question,
    'decision.edit': { id, version, recommended: 1 },
    'decision.answer': { id, version, option: 1, saidBy: 'Dana' },
    'decision.more': { id, question: 'Why?' },
    'decision.tell': { id, words: 'So' },
    'decision.leave': { id, version },
    'decision.hand': { id, to: desk.seat.member },
    'decision.withdraw': { id },
    'decision.lapse': { id },
    'decision.reopen': { id: settled.id },
    'decision.review': { id: settled.id, verdict: 'right' },
  }
}
