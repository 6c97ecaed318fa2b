import type { TestDesk } from '../../../desk/testing.ts'
import type { Inputs } from '../inputs.ts'
import type { Id, Things } from './calendar.ts'

type Owned = { readonly mistake: { readonly id: string; readonly version: number; readonly steps: Id[] } }

/** What went wrong, and what keeps it from coming back. */
export async function mistakeInputs(desk: TestDesk, { review }: Things): Promise<Inputs> {
  const own = async (title: string) =>
    (await desk.do<Owned>('mistake.own', { title, item: review.event.eventId })).mistake
  const { id, version } = await own('Wrong')
  const make = { as: 'work', title: 'Look again', dueOn: '2026-12-01' }
  const stepped = (await desk.do<Owned>('mistake.step', { id: (await own('Stepped')).id, make })).mistake
  const noMeetings = { kind: 'no-meetings', params: { days: ['SU'] }, weight: 'avoid' }
  return {
    'mistake.list': {},
    'mistake.show': { id },
    'mistake.own': { title: 'Another' },
    'mistake.edit': { id, version, set: { title: 'Quite wrong' } },
    'mistake.confirm': { id, who: 'Dana' },
    'mistake.contain': { id, putRight: 'All is well' },
    'mistake.said': { id, to: 'Dana', audience: 'executive', text: 'I am sorry.' },
    'mistake.check': { id, text: 'I am sorry.' },
    'mistake.replay': { id, draft: JSON.stringify(noMeetings) },
    'mistake.offers': { id },
    'mistake.step': { id, make: { as: 'work', title: 'Read it again', dueOn: '2026-12-02' } },
    'mistake.drop': { id: stepped.id, step: stepped.steps[0]?.id, reason: 'A test' },
    'mistake.close': { id },
    'mistake.reopen': { id, reason: 'A test' },
    'mistake.look': { id },
    'mistake.review': {},
  }
}
