import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { outside } from '../../doors/outside.ts'
import type { Board } from '../authority/board/model.ts'
import { dueNow } from '../queue.ts'
import { keepDue } from '../routine.ts'
import { surroundings } from '../surroundings.ts'
import { type TestDesk, testDesk } from '../testing.ts'
import type { DecisionView } from './model.ts'

type Asked = { decision: DecisionView; did: { entry: string; undo: boolean } }

let desk: TestDesk
let calendarId: string
let dana: string

beforeEach(async () => {
  desk = await testDesk()
  calendarId = (await desk.do<{ calendar: { id: string } }>('calendar.add', { name: 'Work' })).calendar.id
  const { members } = await desk.do<{ members: { id: string; kind: string }[] }>('member.list')
  dana = members.find(({ kind }) => kind === 'executive')?.id ?? ''
})
afterEach(() => desk.stop())

const asDana = () => ({ member: dana })
const meeting = async (title = 'Review', more: object = {}): Promise<string> => {
  const when = {
    allDay: false,
    start: '2026-11-26T10:00:00',
    end: '2026-11-26T11:00:00',
    zone: 'Europe/London',
    endZone: null,
  }
  return (await desk.do<{ event: { eventId: string } }>('event.add', { calendarId, title, when, ...more })).event
    .eventId
}
const isOn = async (eventId: string): Promise<boolean> =>
  !(await desk.do<{ event: { cancelled: boolean } }>('event.show', { eventId })).event.cancelled

const cancelling = (eventId: string) => ({ operation: 'event.cancel', input: { eventId, reason: 'As decided' } })
const hotel = {
  question: 'Zurich tonight: Quai or Seehof?',
  options: [
    { words: 'Quai', cost: 'CHF 410', gain: '8 min walk to the board', undo: 'free to cancel until 16:00' },
    { words: 'Seehof', cost: 'CHF 690', gain: 'where the Meiers stay' },
  ],
  recommended: 1,
  confidence: 'likely',
  neededBy: { on: '2026-11-23', time: '12:00' },
  onSilence: 1,
}
const ask = (draft: object = {}, call = {}) => desk.do<Asked>('decision.ask', { ...hotel, ...draft }, call)
const show = async (id: string, call = {}) => (await desk.do<Asked>('decision.show', { id }, call)).decision
const answer = (decision: DecisionView, option: number | null, call: object = asDana(), more: object = {}) =>
  desk.try('decision.answer', { id: decision.id, version: decision.version, option, ...more }, call)

/** What the sweeper would do at a time, on as many servers as are given. */
async function sweep(at: string, ...servers: TestDesk['around'][]) {
  desk.at = Temporal.Instant.from(at)
  const due = await dueNow(desk.database.app, desk.at, 100)
  const rooms = servers.length === 0 ? [desk.around] : servers
  return Promise.all(due.flatMap((one) => rooms.map((around) => keepDue(around, {}, one, desk.at))))
}

describe('a question', () => {
  test('says what it asks, what is recommended, by when, and what happens on silence', async () => {
    const { decision } = await ask()
    expect(decision).toMatchObject({
      state: 'open',
      neededBy: '2026-11-23T12:00:00+00:00[Europe/London]',
      silenceWords: 'If I hear nothing by Mon 23 Nov 2026, 12:00 (Europe/London), I go with 1, Quai.',
      decider: { id: dana, name: 'Dana Okafor' },
      mine: false,
    })
    expect(decision.options.map(({ recommended }) => recommended)).toEqual([true, false])
    expect((await show(decision.id, asDana())).mine).toBe(true)
  })

  test('is due in another zone where that is said', async () => {
    const { decision } = await ask({ neededBy: { on: '2026-11-23', time: '23:00', zone: 'Asia/Tokyo' } })
    expect(decision.neededBy).toBe('2026-11-23T23:00:00+09:00[Asia/Tokyo]')
  })

  test.each([
    [{ neededBy: { on: '2026-11-23', time: '08:59' } }, 'neededBy', /passed/],
    [{ neededBy: { on: '2026-11-23', time: '12:00', zone: 'Europe/Nowhere' } }, 'neededBy.zone', /no zone/],
    [{ options: [hotel.options[0]] }, 'options', /./],
    [{ recommended: 3 }, 'recommended', /2 options/],
    [{ onSilence: 3 }, 'onSilence', /2 options/],
    [{ options: [{ words: 'Quai' }, { words: 'quai ' }] }, 'options.1.words', /what is the choice/],
    [{ recommended: null, confidence: 'sure' }, 'recommended', /how sure/],
    [{ reviewOn: '2026-11-22' }, 'reviewOn', /passed/],
    [{ neededBy: { on: '2200-01-01', time: '12:00' } }, 'neededBy.on', /2199/],
    [{ neededBy: { on: '9999-12-31', time: '12:00' } }, 'neededBy.on', /from the year 1000 to the year 9000/],
    [{ decider: '01a00000-0000-7000-8000-000000000000' }, 'decider', /Nobody/],
    [{ hangsOn: ['01a00000-0000-7000-8000-000000000000'] }, 'hangsOn', /not there/],
  ])('%j is refused with its place', async (draft, path, words) => {
    const no = await desk.try('decision.ask', { ...hotel, ...draft })
    expect(no).toMatchObject({ refused: { path, words: expect.stringMatching(words) } })
  })

  test('is changed all the same when what it hung on has gone, and never hung on nothing', async () => {
    const eventId = await meeting()
    const { decision } = await ask({ hangsOn: [eventId] })
    const { id, version } = decision
    expect(await desk.try('decision.edit', { id, version, hangsOn: [eventId, dana] })).toMatchObject({
      refused: { why: 'bad-input', path: 'hangsOn', standing: [dana] },
    })
    const { entries } = await desk.do<{ entries: { id: string; operation: string }[] }>('journal.list', { limit: 10 })
    await desk.do('journal.undo', { entry: entries.find(({ operation }) => operation === 'event.add')?.id })
    const edited = await desk.do<Asked>('decision.edit', { id, version, question: 'Which hotel?', hangsOn: [eventId] })
    expect(edited.decision.question).toBe('Which hotel?')
  })

  test('cannot carry who may do what, the record, or another decision', async () => {
    for (const operation of [
      'board.change',
      'journal.erase',
      'decision.answer',
      'member.remove',
      'proposal.yes',
      'nothing.there',
    ]) {
      const options = [{ words: 'Yes', does: { operation, input: {} } }, { words: 'No' }]
      expect(await desk.try('decision.ask', { ...hotel, options })).toMatchObject({
        refused: { why: 'bad-input', path: 'options.0.does.operation' },
      })
    }
  })

  test('that would do something is tried first, and says in the desk’s words what it would do', async () => {
    const eventId = await meeting()
    const options = [{ words: 'Rather not', does: cancelling(eventId) }, { words: 'Keep it' }]
    const { decision } = await ask({ options })
    expect(decision.options[0]?.deedWords).toMatch(/^Cancel “Review”/)
    expect(await isOn(eventId)).toBe(true)
    const gone = [
      { words: 'Rather not', does: cancelling('01a00000-0000-7000-8000-000000000000') },
      { words: 'Keep it' },
    ]
    expect(await desk.try('decision.ask', { ...hotel, options: gone })).toMatchObject({
      refused: { path: 'options.0.does' },
    })
  })

  test('is changed as long as it is open, and an answer to what it was before is refused', async () => {
    const { decision } = await ask()
    await desk.do('decision.edit', { id: decision.id, version: decision.version, recommended: 2 })
    expect(await answer(decision, 1)).toMatchObject({ refused: { why: 'moved-on', path: 'version' } })
    const now = await show(decision.id)
    expect(now.options.map(({ recommended }) => recommended)).toEqual([false, true])
    expect(now.silenceWords).toBe(decision.silenceWords)
  })
})

describe('an answer', () => {
  test('is kept with who gave it, and does what its option says', async () => {
    const eventId = await meeting()
    const options = [{ words: 'Cancel it', does: cancelling(eventId) }, { words: 'Keep it' }]
    const { decision } = await ask({ options, onSilence: null })
    expect(await answer(decision, 1)).toMatchObject({
      did: { undo: true },
      decision: { state: 'chosen', outcome: { option: 1, by: 'Dana Okafor', byDefault: false, trouble: null } },
    })
    expect(await isOn(eventId)).toBe(false)
  })

  test('given twice from two phones counts once; the second is told who was first', async () => {
    const { decision } = await ask()
    const [one, two] = await Promise.all([answer(decision, 1), answer(decision, 2)])
    const refused = [one, two].filter((each) => 'refused' in each)
    expect(refused).toHaveLength(1)
    expect(refused[0]).toMatchObject({
      refused: { why: 'moved-on', words: expect.stringMatching(/^Dana Okafor chose (Quai|Seehof), Mon 23 Nov 2026/) },
    })
  })

  test('is the decider’s; whoever records it says who said so, and an agent never does', async () => {
    const { decision } = await ask()
    expect(await answer(decision, 1, {})).toMatchObject({ refused: { why: 'not-yours', path: 'saidBy' } })
    const agent = await desk.sit('agent', 'Reed', { areas: { ...(await areasOf()), desk: 'act' } })
    const said = { saidBy: 'Dana, by phone' }
    expect(await answer(decision, 1, { member: agent }, said)).toMatchObject({ refused: { why: 'not-yours' } })
    expect(await answer(decision, 1, {}, said)).toMatchObject({ decision: { outcome: { by: 'Dana, by phone' } } })
  })

  test('whose deed cannot be done any more is kept with the trouble', async () => {
    const eventId = await meeting()
    const options = [{ words: 'Cancel it', does: cancelling(eventId) }, { words: 'Keep it' }]
    const { decision } = await ask({ options, onSilence: null })
    await desk.do('calendar.remove', { id: calendarId })
    expect(await answer(decision, 1)).toMatchObject({
      decision: { state: 'chosen', outcome: { option: 1, trouble: expect.stringMatching(/./) } },
    })
  })

  test('is taken back with what was done because of it', async () => {
    const eventId = await meeting()
    const options = [{ words: 'Cancel it', does: cancelling(eventId) }, { words: 'Keep it' }]
    const { decision } = await ask({ options, onSilence: null })
    const done = (await answer(decision, 1)) as unknown as Asked
    await desk.do('journal.undo', { entry: done.did.entry })
    expect(await isOn(eventId)).toBe(true)
    expect(await show(decision.id)).toMatchObject({ state: 'open', outcome: null })
  })

  test('can be a question back, which waits for whoever asked', async () => {
    const { decision } = await ask()
    await desk.do('decision.more', { id: decision.id, question: 'Is the lake view extra?' }, asDana())
    expect(await show(decision.id)).toMatchObject({ wantsMore: true, state: 'open' })
    await desk.do('decision.tell', { id: decision.id, words: 'No' })
    expect(await show(decision.id)).toMatchObject({
      wantsMore: false,
      talk: [{ kind: 'more' }, { kind: 'told', words: 'No' }],
    })
  })

  test('can be “you decide”, or somebody else', async () => {
    const { decision } = await ask()
    await desk.do('decision.leave', { id: decision.id, version: decision.version }, asDana())
    const left = await show(decision.id)
    expect(left).toMatchObject({ mine: true, decider: { name: 'Ines' } })
    const marta = await desk.sit('assistant', 'Marta')
    await desk.do('decision.hand', { id: decision.id, to: marta })
    expect(await answer(await show(decision.id), 2, { member: marta })).toMatchObject({ decision: { state: 'chosen' } })
    const agent = await desk.sit('agent', 'Reed')
    const other = (await ask()).decision
    expect(await desk.try('decision.hand', { id: other.id, to: agent }, asDana())).toMatchObject({
      refused: { path: 'to' },
    })
  })

  test('none of them is an answer too', async () => {
    const { decision } = await ask()
    expect(await answer(decision, null)).toMatchObject({ decision: { state: 'none', outcome: { option: null } } })
  })
})

describe('silence', () => {
  test('does what was announced at its time and not before, tells everybody, and can be taken back', async () => {
    const eventId = await meeting()
    const options = [{ words: 'Cancel it', does: cancelling(eventId) }, { words: 'Keep it' }]
    const { decision } = await ask({ options })
    await sweep('2026-11-23T11:59:00Z')
    expect(await isOn(eventId)).toBe(true)
    await sweep('2026-11-23T12:00:00Z')
    expect(await isOn(eventId)).toBe(false)
    const after = await show(decision.id)
    expect(after).toMatchObject({ state: 'chosen', outcome: { byDefault: true, option: 1 } })
    const { told } = await desk.do<{ told: { entry: string; words: string }[] }>('told.list', {}, asDana())
    expect(told).toMatchObject([{ words: expect.stringMatching(/^Nobody answered .*Cancel it/) }])
    await desk.do('journal.undo', { entry: after.outcome?.entry })
    expect(await isOn(eventId)).toBe(true)
    expect(await show(decision.id)).toMatchObject({
      state: 'open',
      silenceWords: expect.stringMatching(/nothing happens by itself/),
    })
    await sweep('2026-11-24T12:00:00Z')
    expect(await show(decision.id)).toMatchObject({ state: 'open' })
  })

  test('is kept once by two servers', async () => {
    const eventId = await meeting()
    const options = [{ words: 'Cancel it', does: cancelling(eventId) }, { words: 'Keep it' }]
    await ask({ options })
    const second = surroundings(desk.database.app, () => {}, {
      ...outside,
      url: 'http://localhost:4171',
      sealing: desk.around.sealing,
    })
    await sweep('2026-11-23T12:00:30Z', desk.around, second)
    const { entries } = await desk.do<{ entries: { operation: string }[] }>('journal.list')
    expect(entries.filter(({ operation }) => operation === 'decision.lapse')).toHaveLength(1)
  })

  test('with nothing announced is said, and nothing is done', async () => {
    const { decision } = await ask({ onSilence: null })
    expect(decision.silenceWords).toMatch(/nothing happens: it is not done/)
    await sweep('2026-11-23T12:00:00Z')
    expect(await show(decision.id)).toMatchObject({ state: 'lapsed', outcome: { option: null, byDefault: true } })
  })

  test('cannot do what whoever asked may not do alone, neither when it is asked nor by the time', async () => {
    const eventId = await meeting()
    const options = [{ words: 'Cancel it', does: cancelling(eventId) }, { words: 'Keep it' }]
    const areas = { ...(await areasOf()), calendar: 'propose', desk: 'act' } as const
    const ravi = await desk.sit('assistant', 'Ravi', { areas })
    expect(await desk.try('decision.ask', { ...hotel, options }, { member: ravi })).toMatchObject({
      refused: { why: 'not-yours', path: 'onSilence', words: expect.stringMatching(/^That cannot happen by itself/) },
    })
    const { decision } = await ask({ options })
    await desk.do(
      'board.change',
      { member: desk.seat.member, set: { areas: { calendar: 'propose' } }, reason: 'A test' },
      asDana(),
    )
    await sweep('2026-11-23T12:00:00Z')
    expect(await isOn(eventId)).toBe(true)
    expect(await show(decision.id, asDana())).toMatchObject({
      state: 'lapsed',
      outcome: { trouble: expect.stringMatching(/Ines/) },
    })
  })

  test('after an answer, a withdrawal or an undo of the asking does nothing', async () => {
    const first = await ask()
    await answer(first.decision, 2)
    const second = await ask()
    await desk.do('decision.withdraw', { id: second.decision.id })
    const third = await ask()
    await desk.do('journal.undo', { entry: third.did.entry })
    await sweep('2026-11-23T12:30:00Z')
    const { entries } = await desk.do<{ entries: { operation: string }[] }>('journal.list')
    expect(entries.filter(({ operation }) => operation === 'decision.lapse')).toEqual([])
  })
})

describe('the log', () => {
  test('has the alternatives, how long answers took, and how it turned out', async () => {
    const { decision } = await ask({ reviewOn: '2026-12-01' })
    desk.at = Temporal.Instant.from('2026-11-23T10:30:00Z')
    await answer(decision, 2)
    const late = { id: decision.id, verdict: 'wrong', on: '2026-11-22' }
    expect(await desk.try('decision.review', late)).toMatchObject({ refused: { why: 'bad-input', path: 'on' } })
    await desk.do('decision.review', { id: decision.id, verdict: 'wrong', words: 'Too far from the board' })
    const log = await desk.do<{ decisions: DecisionView[]; wait: { median: number; answered: string[] } }>(
      'decision.log',
    )
    expect(log.wait).toMatchObject({
      median: 90,
      answered: [decision.id],
      months: [{ month: '2026-11', median: 90, ids: [decision.id] }],
    })
    expect(log.decisions).toMatchObject([
      { outcome: { option: 2, review: { verdict: 'wrong' } }, options: [{ words: 'Quai' }, { words: 'Seehof' }] },
    ])
  })

  test('keeps what is private from those who may not know of it', async () => {
    const eventId = await meeting('Larkspur clinic', { label: 'private' })
    const options = [{ words: 'Cancel it', does: cancelling(eventId) }, { words: 'Keep it' }]
    const { decision } = await ask({ question: 'Larkspur: still?', options })
    expect(decision.label).toBe('private')
    const tomas = await desk.sit('assistant', 'Tomás', { private: 'none' })
    const call = { member: tomas }
    expect(await desk.do('decision.list', {}, call)).toEqual({ decisions: [] })
    expect(await desk.try('decision.show', { id: decision.id }, call)).toMatchObject({ refused: { why: 'not-there' } })
    expect(await desk.try('decision.more', { id: decision.id, question: 'What?' }, call)).toMatchObject({
      refused: { why: 'not-there' },
    })
    expect(JSON.stringify(await desk.do('journal.list', {}, call))).not.toContain('Larkspur')
  })
})

const areasOf = async () => (await desk.do<{ member: { board: Board } }>('desk.me')).member.board.areas
