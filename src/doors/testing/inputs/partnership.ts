import type { TestDesk } from '../../../desk/testing.ts'
import type { Inputs } from '../inputs.ts'
import type { Id, Things } from './calendar.ts'

/** What the two told each other, agreed, put first and talk about. */
export const partnershipInputs = async (desk: TestDesk, things: Things): Promise<Inputs> => ({
  ...(await ofPriorities(desk, things)),
  ...(await ofKnowing(desk)),
  ...ofTheTwo,
})

async function ofPriorities(desk: TestDesk, { review }: Things): Promise<Inputs> {
  const quarter = { horizon: 'quarter', on: '2026-11-26' }
  const add = async (title: string) => (await desk.do<Id>('priority.add', { ...quarter, title })).id
  const [first, second] = [await add('Review of the year'), await add('Renewal')]
  const tied = { what: 'event', id: review.event.eventId }
  await desk.do('priority.tie', { ...tied, priority: second })
  return {
    'priority.list': {},
    'priority.counted': quarter,
    'priority.trend': quarter,
    'priority.preview': { rules: [{ words: ['review'] }] },
    'priority.choices': tied,
    'priority.add': { horizon: 'week', on: '2026-11-26', title: 'Another' },
    'priority.edit': { id: first, version: 1, set: { meant: 20 } },
    'priority.order': { ...quarter, ids: [second, first] },
    'priority.remove': { id: first },
    'priority.carry': { horizon: 'quarter', on: '2027-01-07' },
    'priority.tie': { ...tied, priority: first },
    'priority.untie': { ...tied, priority: second },
    'priority.protect': { id: first, start: '2026-11-28T14:00:00+00:00[Europe/London]', minutes: 60 },
  }
}

async function ofKnowing(desk: TestDesk): Promise<Inputs> {
  const news = { question: 'news', values: { soon: 'once', how: 'voice' } }
  await desk.do('knowing.fill', { question: 'disagree', values: { objecting: 'once' } })
  const answered = { question: 'promises', values: { reminded: 'day' } }
  await desk.do('knowing.keep', answered, { member: await executive(desk) })
  return {
    'knowing.show': {},
    'knowing.day': {},
    'knowing.try': news,
    'knowing.fill': news,
    'knowing.keep': { question: 'length', values: { minutes: 45, firm: 'prefer' } },
    'knowing.drop': { question: 'disagree' },
    'knowing.takeBack': { question: 'promises' },
  }
}

/** Who says yes. */
async function executive(desk: TestDesk): Promise<string> {
  const { members } = await desk.do<{ members: { id: string; kind: string }[] }>('member.list')
  return members.find(({ kind }) => kind === 'executive')?.id ?? ''
}

const ofTheTwo: Inputs = {
  'agreement.show': {},
  'agreement.counted': { part: 'decisions', side: 'executive' },
  'agreement.export': {},
  'boundary.weigh': { operation: 'work.add', input: { title: 'Another' } },
  'oneToOne.show': {},
  'oneToOne.due': {},
  'oneToOne.list': {},
  'feedback.list': {},
}
