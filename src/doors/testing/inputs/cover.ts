import type { TestDesk } from '../../../desk/testing.ts'
import type { Inputs } from '../inputs.ts'
import type { Id } from './calendar.ts'

/** Who covers whom, and what is handed over and told on return. */
export async function coverInputs(desk: TestDesk): Promise<Inputs> {
  const { cover } = await desk.do<{ cover: Id }>('cover.plan', {
    away: desk.seat.member,
    cover: await desk.sit('cover', 'Jonah'),
    fromOn: '2026-12-10',
    toOn: '2026-12-11',
  })
  const { id } = cover
  return {
    'cover.change': { id, toOn: '2026-12-12', reason: 'A test' },
    'cover.end': { id },
    'cover.begin': { id },
    'cover.finish': { id },
    'cover.report': { id },
    'cover.seen': { id },
    'cover.settings': { self: false, told: 'away', reach: null },
  }
}
