import type { TestDesk } from '../../../desk/testing.ts'
import type { Inputs } from '../inputs.ts'
import type { Id } from './calendar.ts'

/** Work, and the standards it is held to. */
export async function workInputs(desk: TestDesk): Promise<Inputs> {
  const work = async (title: string) => (await desk.do<{ work: Id }>('work.add', { title, kind: 'Papers' })).work.id
  const papers = { kind: 'Papers', checks: [{ words: 'Two people have read it' }] }
  const { standard } = await desk.do<{ standard: { checks: Id[] } }>('standard.save', papers)
  const check = standard.checks[0]?.id ?? ''
  const ended = await work('Ended')
  await desk.do('work.cancel', { id: ended })
  const [shown, closing, off] = [await work('Shown'), await work('Closing'), await work('Off')]
  return {
    'work.list': {},
    'work.show': { id: shown },
    'work.understand': { text: 'Papers by Thu' },
    'work.add': { title: 'Another' },
    'work.edit': { id: shown, set: { goal: 'A test' } },
    'work.tick': { id: shown, check },
    'work.close': { id: closing, reasons: { [check]: 'A test' } },
    'work.reopen': { id: ended },
    'work.cancel': { id: off },
    'work.record': {},
    'standard.list': {},
    'standard.save': { kind: 'Minutes', checks: [{ words: 'Sent' }] },
    'standard.remove': { kind: 'Papers' },
  }
}
