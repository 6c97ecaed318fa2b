import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { dueNow } from '../../queue.ts'
import { keepDue } from '../../routine.ts'
import { type TestDesk, testDesk } from '../../testing.ts'
import { defaultBoards, levels } from '../board/model.ts'
import type { ProposalView } from './model.ts'

let desk: TestDesk
let agent: string
const opened: TestDesk[] = []
let work: string

type Event = { event: { eventId: string; version: number; start: string; title: string } }
type Asked = { proposed: { id: string; until: string; words: string } }

beforeEach(async () => {
  desk = await testDesk()
  opened.push(desk)
  agent = await desk.sit('agent', 'Quill')
  const { calendar } = await desk.do<{ calendar: { id: string } }>('calendar.add', { name: 'Work' })
  work = calendar.id
})
afterAll(async () => {
  for (const one of opened) await one.stop()
})

const timed = (day: string, from: string, to: string) => ({
  allDay: false,
  start: `${day}T${from}:00`,
  end: `${day}T${to}:00`,
  zone: 'Europe/London',
  endZone: null,
})
const add = async (title: string, day: string, from: string, to: string, more = {}) =>
  (await desk.do<Event>('event.add', { title, calendarId: work, when: timed(day, from, to), ...more })).event
const asAgent = () => ({ member: agent, door: 'api' as const })
const waiting = async (call = {}) => (await desk.do<{ proposals: ProposalView[] }>('proposal.list', {}, call)).proposals
const decided = async () =>
  (await desk.do<{ proposals: ProposalView[] }>('proposal.list', { decided: 'true' })).proposals
const show = async (eventId: string) => (await desk.do<Event>('event.show', { eventId })).event

describe('what an agent may only propose', () => {
  test('is not done but waits, with what it would do and what would come of it', async () => {
    const review = await add('Quarterly review', '2026-11-26', '10:00', '11:00')
    await add('Legal', '2026-11-26', '14:00', '15:00')
    const answer = (await desk.try(
      'event.move',
      { eventId: review.eventId, when: timed('2026-11-26', '14:30', '15:30') },
      { ...asAgent(), why: 'Tomás is late' },
    )) as Asked
    expect(answer.proposed.words).toMatch(/^Asked for a yes: Move “Quarterly review”/)
    expect((await show(review.eventId)).start).toBe(review.start)
    const [one] = await waiting()
    expect(one).toMatchObject({
      by: { name: 'Quill', kind: 'agent', sponsor: 'Ines' },
      why: 'Tomás is late',
      because: 'Quill proposes in calendar; somebody else says yes.',
      mayDecide: true,
      mine: false,
      gone: [],
    })
    expect(one?.come.map(({ words }) => words).join()).toContain('Legal')
  })

  test('is done exactly so by a yes, and can be taken back', async () => {
    const review = await add('Quarterly review', '2026-11-26', '10:00', '11:00')
    const answer = (await desk.try(
      'event.move',
      { eventId: review.eventId, version: review.version, when: timed('2026-11-27', '14:30', '15:30') },
      asAgent(),
    )) as Asked
    const { did, words } = await desk.do<{ words: string }>('proposal.yes', { id: answer.proposed.id })
    expect(words).toMatch(/^Moved “Quarterly review”/)
    expect((await show(review.eventId)).start).toContain('2026-11-27T14:30')
    expect(await waiting()).toEqual([])
    expect((await decided())[0]).toMatchObject({ state: 'done', decided: { by: 'Ines' } })
    await desk.do('journal.undo', { entry: did.entry })
    expect((await show(review.eventId)).start).toBe(review.start)
  })

  test('is not done by a yes when the world has moved; what changed is said, and who saw it may still say yes', async () => {
    const review = await add('Quarterly review', '2026-11-26', '10:00', '11:00')
    const { proposed } = (await desk.try(
      'event.move',
      { eventId: review.eventId, when: timed('2026-11-27', '14:30', '15:30') },
      asAgent(),
    )) as Asked
    desk.at = desk.at.add({ minutes: 5 })
    await desk.do('event.move', { eventId: review.eventId, when: timed('2026-11-26', '12:00', '13:00') })
    const no = (await desk.try('proposal.yes', { id: proposed.id })) as {
      refused: { why: string; words: string; standing: string[] }
    }
    expect(no.refused.why).toBe('moved-on')
    expect(no.refused.words).toMatch(/Since then: Ines: Moved “Quarterly review”/)
    expect((await show(review.eventId)).start).toContain('2026-11-26T12:00')
    await desk.do('proposal.yes', { id: proposed.id, seen: no.refused.standing[1] })
    expect((await show(review.eventId)).start).toContain('2026-11-27T14:30')
  })

  test('is not done by a yes that would break what nothing broke when it was asked', async () => {
    const review = await add('Quarterly review', '2026-11-26', '10:00', '11:00')
    const { proposed } = (await desk.try(
      'event.move',
      { eventId: review.eventId, when: timed('2026-11-27', '14:30', '15:30') },
      asAgent(),
    )) as Asked
    await add('Legal', '2026-11-27', '14:00', '15:00')
    const no = (await desk.try('proposal.yes', { id: proposed.id })) as { refused: { why: string; words: string } }
    expect(no.refused).toMatchObject({ why: 'moved-on' })
    expect(no.refused.words).toContain('Legal')
  })

  test('closes by itself when it was done by somebody else, or cannot be done any more', async () => {
    const review = await add('Quarterly review', '2026-11-26', '10:00', '11:00')
    const dinner = await add('Dinner', '2026-11-26', '19:00', '21:00')
    await desk.try('event.cancel', { eventId: review.eventId }, asAgent())
    await desk.try(
      'event.move',
      { eventId: dinner.eventId, version: dinner.version, when: timed('2026-11-27', '19:00', '21:00') },
      asAgent(),
    )
    expect(await waiting()).toHaveLength(2)
    await desk.do('event.cancel', { eventId: review.eventId })
    await desk.do('event.edit', { eventId: dinner.eventId, set: { place: 'Larch Row' } })
    expect(await waiting()).toEqual([])
    expect((await decided()).map(({ state }) => state)).toEqual(['overtaken', 'overtaken'])
  })

  test('is overtaken by what the same agent asks instead', async () => {
    const review = await add('Quarterly review', '2026-11-26', '10:00', '11:00')
    for (const hour of ['14', '16'])
      await desk.try(
        'event.move',
        { eventId: review.eventId, when: timed('2026-11-26', `${hour}:00`, `${hour}:45`) },
        asAgent(),
      )
    const open = await waiting()
    expect(open).toHaveLength(1)
    expect(open[0]?.words).toContain('16:00')
  })

  test('waits no longer than three days, nor beyond what it is about, and then closes by the clock', async () => {
    const late = await add('Late', '2026-12-20', '10:00', '11:00')
    const soon = await add('Soon', '2026-11-23', '15:00', '16:00')
    for (const { eventId } of [late, soon]) await desk.try('event.cancel', { eventId }, asAgent())
    const open = await waiting()
    expect(open.map(({ until }) => until.slice(0, 16))).toEqual(['2026-11-23T15:00', '2026-11-26T09:00'])
    desk.at = desk.at.add({ hours: 7 })
    expect((await waiting()).map(({ words }) => words)).toEqual([
      'Cancel “Late” on Sunday 20 December 2026, 10:00–11:00 Europe/London',
    ])
    expect(await desk.try('proposal.yes', { id: open[0]?.id })).toMatchObject({ refused: { why: 'moved-on' } })
    for (const due of await dueNow(desk.around.db, desk.at, 10)) await keepDue(desk.around, {}, due, desk.at)
    expect((await decided()).map(({ state }) => state)).toEqual(['expired'])
  })

  test('is refused at once where nobody could do it', async () => {
    const gone = '00000000-0000-7000-8000-000000000000'
    expect(await desk.try('event.cancel', { eventId: gone }, asAgent())).toMatchObject({
      refused: { why: 'not-there' },
    })
    expect(await waiting()).toEqual([])
  })

  test('is asked once under one key', async () => {
    const review = await add('Quarterly review', '2026-11-26', '10:00', '11:00')
    const call = { ...asAgent(), key: 'once' }
    const first = await desk.try('event.cancel', { eventId: review.eventId }, call)
    expect(await desk.try('event.cancel', { eventId: review.eventId }, call)).toEqual(first)
    expect(await waiting()).toHaveLength(1)
  })

  test('cannot be a file', async () => {
    const file = new File(['BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'], 'a.ics')
    const answer = await desk.try('calendar.import', { calendarId: work, fileName: 'a.ics', file }, asAgent())
    expect(answer).toMatchObject({ refused: { why: 'not-yours' } })
  })

  test('gets no yes from whoever asked, from another agent, or from somebody who may not do it alone', async () => {
    const review = await add('Quarterly review', '2026-11-26', '10:00', '11:00')
    const { proposed } = (await desk.try('event.cancel', { eventId: review.eventId }, asAgent())) as Asked
    const acting = Object.fromEntries(Object.keys(defaultBoards.agent.areas).map((area) => [area, 'act']))
    const other = await desk.sit('agent', 'Reed', { areas: acting as never, move: [], send: 'anyone' })
    const observer = await desk.sit('observer', 'Noor')
    const cover = await desk.sit('cover', 'Ravi', { areas: { ...defaultBoards.cover.areas, calendar: 'propose' } })
    expect(await desk.try('proposal.yes', { id: proposed.id }, asAgent())).toMatchObject({
      refused: { why: 'not-yours' },
    })
    expect(await desk.try('proposal.yes', { id: proposed.id }, { member: other })).toMatchObject({
      refused: { why: 'not-yours' },
    })
    // Whoever may not know of it is told that it is not there.
    for (const member of [observer, cover])
      expect(await desk.try('proposal.yes', { id: proposed.id }, { member })).toMatchObject({
        refused: { why: 'not-there' },
      })
  })

  test('gets a no with a reason, and can be taken back by whoever asked', async () => {
    const review = await add('Quarterly review', '2026-11-26', '10:00', '11:00')
    const first = (await desk.try('event.cancel', { eventId: review.eventId }, asAgent())) as Asked
    await desk.do('proposal.no', { id: first.proposed.id, reason: 'They came from Oslo for it' })
    const second = (await desk.try('event.cancel', { eventId: review.eventId }, asAgent())) as Asked
    await desk.do('proposal.withdraw', { id: second.proposed.id }, asAgent())
    expect((await decided()).map(({ state, decided: by }) => [state, by?.why])).toEqual([
      ['withdrawn', null],
      ['refused', 'They came from Oslo for it'],
    ])
  })
})

describe('what goes and comes with it', () => {
  type Come = { come: { words: string; label: string }[] }
  const outcomes = async (call: object) =>
    (await desk.do<{ proposals: Come[] }>('proposal.list', {}, call)).proposals.flatMap(({ come }) => come)

  test('is told in words of work to whoever reads the desk’s own matters, and to nobody else', async () => {
    const due = { owner: 'executive', effort: 690, dueOn: '2026-11-24', dueTime: '12:00' }
    await desk.do('work.add', { title: 'Read the merger file', ...due })
    const areas = { ...defaultBoards.assistant.areas, desk: 'none' as const }
    const asks = await desk.sit('assistant', 'Reed', { areas: { ...areas, calendar: 'propose' } })
    const decides = await desk.sit('assistant', 'Wren', { areas: { ...areas, calendar: 'act' } })
    const fair = { title: 'Fair', calendarId: work, when: timed('2026-11-23', '13:00', '16:00') }
    const { proposed } = (await desk.try('event.add', fair, { member: asks })) as Asked
    expect((await outcomes({})).map(({ words }) => words).join()).toContain('merger file')
    for (const member of [asks, decides]) {
      const [one] = await outcomes({ member })
      expect(one).toMatchObject({ words: 'Something private at this time', label: 'private' })
      for (const [name, input] of [
        ['proposal.list', {}],
        ['proposal.show', { id: proposed.id }],
      ] as const)
        expect(JSON.stringify(await desk.try(name, input, { member }))).not.toContain('merger file')
    }
  })

  test('nor is what happened since in another area told with a yes that is not what was asked', async () => {
    const review = await add('Quarterly review', '2026-11-26', '10:00', '11:00')
    const decides = await desk.sit('assistant', 'Wren', { areas: { ...defaultBoards.assistant.areas, desk: 'none' } })
    const when = timed('2026-11-27', '14:30', '15:30')
    const { proposed } = (await desk.try('event.move', { eventId: review.eventId, when }, asAgent())) as Asked
    await desk.do('work.add', { title: 'Read the merger file', dueOn: '2026-11-25', hangsOn: [review.eventId] })
    await desk.do('note.add', { eventId: review.eventId, title: 'Merger file', lines: [] })
    await desk.do('event.edit', { eventId: review.eventId, set: { place: 'Larch Row' } })
    const no = await desk.try('proposal.yes', { id: proposed.id }, { member: decides })
    expect(no).toMatchObject({ refused: { why: 'moved-on', words: expect.stringContaining('Larch Row') } })
    expect(JSON.stringify(no).toLowerCase()).not.toContain('merger file')
  })
})

describe('limits', () => {
  const acts = (more: object) => ({ areas: { ...defaultBoards.agent.areas, calendar: 'act' as const }, ...more })

  test('a meeting of a kind that may not be moved is asked for, another is moved', async () => {
    const board = await add('Board meeting', '2026-11-26', '10:00', '12:00', { kind: 'board' })
    const other = await add('Budget', '2026-11-26', '14:00', '15:00', { kind: 'internal' })
    const member = await desk.sit('agent', 'Reed', acts({ move: ['board'] }))
    const when = timed('2026-11-27', '10:00', '11:00')
    expect(await desk.try('event.move', { eventId: board.eventId, when }, { member })).toHaveProperty('proposed')
    expect(await desk.try('event.edit', { eventId: board.eventId, set: { when } }, { member })).toHaveProperty(
      'proposed',
    )
    expect(await desk.try('event.cancel', { eventId: board.eventId }, { member })).toHaveProperty('proposed')
    expect(await desk.try('calendar.remove', { id: work }, { member })).toHaveProperty('proposed')
    expect(await desk.try('event.move', { eventId: other.eventId, when }, { member })).toHaveProperty('did')
    expect(
      await desk.try('event.edit', { eventId: board.eventId, set: { place: 'Larch Row' } }, { member }),
    ).toHaveProperty('did')
  })

  test('an undo that would move such a meeting is asked for too', async () => {
    const board = await add('Board meeting', '2026-11-26', '10:00', '12:00', { kind: 'board' })
    const when = timed('2026-11-27', '10:00', '12:00')
    const { did } = await desk.do('event.move', { eventId: board.eventId, when })
    const areas = { ...acts({}).areas, desk: 'act' as const }
    const member = await desk.sit('agent', 'Reed', { areas, move: ['board'] })
    expect(await desk.try('journal.undo', { entry: did.entry }, { member })).toHaveProperty('proposed')
    expect((await show(board.eventId)).start).toContain('2026-11-27')
  })

  test('an address that leaves the desk is made for known people, asked for others, or never', async () => {
    const make = { name: 'For Noor' }
    const drafts = await desk.sit('agent', 'Reed', acts({ send: 'drafts' }))
    const known = await desk.sit('agent', 'Wren', acts({ send: 'known' }))
    const never = await desk.sit('agent', 'Lark', acts({ send: 'never' }))
    expect(await desk.try('feed.make', make, { member: drafts })).toHaveProperty('proposed')
    expect(await desk.try('feed.make', make, { member: known })).toHaveProperty('proposed')
    expect(await desk.try('feed.make', make, { member: never })).toMatchObject({ refused: { why: 'not-yours' } })
  })

  test('an agent never does more than the human who answers for it', async () => {
    const member = await desk.sit('agent', 'Reed', acts({ move: [], send: 'anyone' }))
    const review = await add('Quarterly review', '2026-11-26', '10:00', '11:00', { kind: 'internal' })
    expect(await desk.try('event.cancel', { eventId: review.eventId }, { member })).toHaveProperty('did')
    const dana = (await desk.do<{ members: { id: string; kind: string }[] }>('member.list')).members.find(
      ({ kind }) => kind === 'executive',
    )
    const set = { areas: { calendar: 'see' } }
    await desk.do('board.change', { member: desk.seat.member, set, reason: 'A test' }, { member: dana?.id ?? '' })
    expect(await desk.try('event.restore', { eventId: review.eventId }, { member })).toMatchObject({
      refused: { why: 'not-yours' },
    })
  })
})

describe('act and tell', () => {
  test('is done, and told until somebody else has seen it', async () => {
    const areas = { ...defaultBoards.agent.areas, calendar: 'tell' as const, desk: 'act' as const }
    const member = await desk.sit('agent', 'Reed', { areas, move: [] })
    const review = await add('Quarterly review', '2026-11-26', '10:00', '11:00')
    await desk.do('event.cancel', { eventId: review.eventId }, { member })
    type Told = { told: { entry: string; words: string; by: { name: string } }[] }
    const { told } = await desk.do<Told>('told.list')
    expect(told).toMatchObject([{ words: expect.stringContaining('Quarterly review'), by: { name: 'Reed' } }])
    const entries = told.map(({ entry }) => entry)
    expect(await desk.try('told.seen', { entries }, { member })).toMatchObject({ refused: { why: 'not-yours' } })
    await desk.do('told.seen', { entries })
    expect((await desk.do<Told>('told.list')).told).toEqual([])
  })
})

describe('the stop button', () => {
  test('stops one agent or every agent at once, whatever they hold, until a human lets them go on with a reason', async () => {
    const other = await desk.sit('agent', 'Reed')
    await desk.do('agent.freeze', { agent })
    expect(await desk.try('today.show', {}, asAgent())).toMatchObject({ refused: { why: 'not-yours' } })
    expect(await desk.try('today.show', {}, { member: other })).not.toHaveProperty('refused')
    expect(await desk.do('agent.freeze', {})).toMatchObject({ stopped: ['Reed'] })
    expect(await desk.try('agent.thaw', { reason: 'Please' }, asAgent())).toMatchObject({
      refused: { why: 'not-yours' },
    })
    expect(await desk.try('agent.thaw', {})).toMatchObject({ refused: { why: 'bad-input' } })
    await desk.do('agent.thaw', { reason: 'It was a misunderstanding' })
    expect(await desk.try('today.show', {}, asAgent())).not.toHaveProperty('refused')
  })
})

describe('a board', () => {
  test('is changed with a reason, told in words, refused where somebody changed it meanwhile, and put back by an undo', async () => {
    const set = { areas: { calendar: 'act' } }
    expect(await desk.try('board.change', { member: agent, set })).toMatchObject({ refused: { why: 'bad-input' } })
    const from = { areas: { calendar: 'propose' } }
    const { did } = await desk.do('board.change', { member: agent, set, from, reason: 'It has been right for a month' })
    expect(await desk.try('board.change', { member: agent, set, from, reason: 'Again' })).toMatchObject({
      refused: { why: 'moved-on' },
    })
    const { entries } = await desk.do<{ entries: { words: string; why: string }[] }>('journal.list', { limit: 1 })
    expect(entries[0]).toMatchObject({
      words: 'Changed what Quill may do: calendar: propose → act',
      why: 'It has been right for a month',
    })
    await desk.do('journal.undo', { entry: did.entry })
    const { rows } = await desk.do<{ rows: { member: { id: string }; board: typeof defaultBoards.agent }[] }>(
      'board.show',
    )
    expect(rows.find((row) => row.member.id === agent)?.board).toEqual(defaultBoards.agent)
  })

  test('has money, partnership and private things raised by the executive alone', async () => {
    for (const set of [
      { areas: { money: 'see' } },
      { areas: { partnership: 'see' } },
      { private: 'named' },
      { spend: { amount: 100, currency: 'GBP' } },
    ])
      expect(await desk.try('board.change', { member: agent, set, reason: 'A test' })).toMatchObject({
        refused: { why: 'not-yours', words: expect.stringContaining('Only the executive') },
      })
    expect(levels).toContain('act')
  })
})
