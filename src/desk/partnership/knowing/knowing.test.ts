import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Board, defaultBoards } from '../../authority/board/model.ts'
import type { Refusal } from '../../refusal.ts'
import type { RuleView } from '../../rules/model.ts'
import { type TestDesk, testDesk } from '../../testing.ts'
import type { LookBack, QuestionView } from './model.ts'

let desk: TestDesk
let dana: string
let calendarId: string
beforeAll(async () => {
  desk = await testDesk()
  const owner = new pg.Client(desk.database.connections.migrator)
  await owner.connect()
  const { rows } = await owner.query(
    "update desk.member set login_id = 'login-dana' where kind = 'executive' and desk_id = $1 returning id",
    [desk.seat.desk],
  )
  dana = rows[0].id
  await owner.end()
  calendarId = (await desk.do<{ calendar: { id: string } }>('calendar.add', { name: 'Work' })).calendar.id
  // Nine mornings of the last sixty days begin before ten, three do not.
  for (const day of ['05', '06', '07', '08', '09', '12', '13', '14', '15'])
    await add(`Early ${day}`, `2026-10-${day}`, '09:15')
  for (const day of ['16', '19', '20']) await add(`Late ${day}`, `2026-10-${day}`, '11:00')
})
afterAll(() => desk.stop())

const add = (title: string, day: string, from: string, more: object = {}) =>
  desk.do('event.add', {
    title,
    calendarId,
    when: {
      allDay: false,
      start: `${day}T${from}:00`,
      end: `${day}T${from.slice(0, 2)}:45:00`,
      zone: 'Europe/London',
      endZone: null,
    },
    kind: 'internal',
    ...more,
  })

type Shown = { questions: QuestionView[]; day: string | null; mayKeep: boolean }
type Tried = { becomes: { as: string; words: string }; lookBack: LookBack | null; against: string | null }
const byDana = () => ({ member: dana })
const show = (member = dana) => desk.do<Shown>('knowing.show', {}, { member })
const shown = async (key: string, member = dana) =>
  (await show(member)).questions.find((one) => one.key === key) as QuestionView
const tried = (question: string, values: object) => desk.do<Tried>('knowing.try', { question, values }, byDana())
const keep = (question: string, values?: object, more: object = {}) =>
  desk.do<{ question: QuestionView }>('knowing.keep', { question, ...(values && { values }), ...more }, byDana())
const refusal = async (operation: string, input: object, member = dana) =>
  ((await desk.try(operation, input, { member })) as { refused?: Refusal }).refused
const undo = (entry: string) => desk.do('journal.undo', { entry }, byDana())
const rules = async () => (await desk.do<{ rules: RuleView[] }>('rule.list')).rules
const boardOf = async (member: string): Promise<Board> =>
  (await desk.do<{ rows: { member: { id: string }; board: Board }[] }>('board.show', {}, byDana())).rows.find(
    (row) => row.member.id === member,
  )?.board as Board

const week = ['MO', 'TU', 'WE', 'TH', 'FR']
const mornings = (from: string, more: object = {}) => ({ from, days: week, firm: 'never', ...more })
const evenings = (to: string) => ({ to, days: week, firm: 'never' })

describe('before the yes', () => {
  test('an answer says what it becomes, and what it would have done to the last sixty days, down to the events', async () => {
    const { becomes, lookBack, against } = await tried('mornings', mornings('10:00'))
    expect(becomes).toEqual({ as: 'rule', words: 'No meetings before 10:00 on weekdays' })
    expect(against).toBeNull()
    expect(lookBack).toMatchObject({ flagged: 9, count: 9, days: 12, from: '2026-09-24', to: '2026-11-22' })
    expect(lookBack?.says).toBe(
      'In the last 60 days it would have flagged 9 mornings. That is more than every other day there was: perhaps it asks too much.',
    )
    expect(lookBack?.findings[0]?.items[0]).toMatchObject({ title: 'Early 05' })
    expect(lookBack?.findings[0]?.items[0]?.eventId).toMatch(/^[0-9a-f-]{36}$/)
    expect(await rules()).not.toContainEqual(expect.objectContaining({ kind: 'protected' }))
  })

  test('a line does nothing by itself, and says so', async () => {
    const { becomes, lookBack } = await tried('news', { soon: 'once', how: 'voice' })
    expect(becomes).toEqual({ as: 'line', words: 'Bad news: at once, before it is understood, by voice' })
    expect(lookBack).toBeNull()
  })

  test('a level says what of the last sixty days would have waited for a yes', async () => {
    const { lookBack, becomes } = await tried('alone', { member: desk.seat.member, level: 'propose' })
    expect(becomes.words).toBe('Ines asks before changing the calendar')
    expect(lookBack?.count).toBe(13)
    expect(lookBack?.says).toBe('In the last 60 days 13 changes of Ines’s would have waited for a yes.')
    const [newest] = lookBack?.entries ?? []
    expect(newest?.words).toContain('Late 20')
    const { entries } = await desk.do<{ entries: { id: string }[] }>('journal.list', { item: newest?.about })
    expect(entries.map(({ id }) => id)).toContain(newest?.id)
  })

  test('a rule may be narrowed to some meetings and some time, and says so', async () => {
    const narrow = { onlyKinds: ['board'], since: '2026-12-01', until: '2026-12-24' }
    const { becomes, lookBack } = await tried('mornings', { ...mornings('10:00'), ...narrow })
    expect(becomes.words).toBe(
      'No meetings before 10:00 on weekdays, for what is board, from 1 Dec 2026, until 24 Dec 2026',
    )
    expect(lookBack?.count).toBe(0)
    const kept = await keep('length', { minutes: 60, firm: 'prefer', onlyPeople: ['priya@okafor.example'] })
    expect(kept.question.kept?.words).toContain('with priya@okafor.example')
    await undo(kept.did.entry)
    expect(
      await refusal('knowing.try', {
        question: 'mornings',
        values: { ...mornings('10:00'), since: '2026-12-24', until: '2026-12-01' },
      }),
    ).toMatchObject({ path: 'values.until', words: 'It would end before it begins.' })
  })

  test('what does not fit is refused with its path', async () => {
    for (const [question, values, path] of [
      ['mornings', { from: '25:00', days: week, firm: 'never' }, 'values.from'],
      ['mornings', { from: '00:00', days: week, firm: 'never' }, 'values.from'],
      ['mornings', { from: '09:00', days: [], firm: 'never' }, 'values.days'],
      ['mornings', { days: week, firm: 'never' }, 'values.from'],
      ['mornings', { ...mornings('09:00'), more: 1 }, 'values.more'],
      ['lunch', { minutes: 200, from: '12:00', to: '14:00', days: week, firm: 'avoid' }, 'values.minutes'],
      ['focus', { days: week, from: '14:00', to: '12:00', firm: 'avoid' }, 'values.to'],
      ['family', { dates: ['2026-02-30'], every: 'year', firm: 'never' }, 'values.dates.0'],
      ['fixed', { people: ['Priya'], firm: 'avoid' }, 'values.people.0'],
    ] as const)
      expect
        .soft(await refusal('knowing.try', { question, values }), question)
        .toMatchObject({ why: 'bad-input', path })
    expect(await refusal('knowing.try', { question: 'weather', values: {} })).toMatchObject({ why: 'not-there' })
  })

  test('on a desk with nothing behind it there is a sentence and no number', async () => {
    const young = await testDesk()
    const values = mornings('10:00')
    const { lookBack } = await young.do<Tried>('knowing.try', { question: 'mornings', values })
    expect(lookBack).toMatchObject({ days: 0, flagged: 0 })
    expect(lookBack?.says).toBe('Nothing lies on the calendar of the last 60 days that it could be tried on.')
    await young.stop()
  })
})

describe('a yes', () => {
  test('is the executive’s: what the assistant fills in waits, and becomes a rule with it that removes an offer', async () => {
    const find = async () =>
      (
        await desk.do<{ offers: { start: string }[] }>('offer.find', {
          from: '2026-11-24',
          to: '2026-11-24',
          minutes: 30,
        })
      ).offers.map(({ start }) => start.slice(11, 16))
    expect((await find()).some((at) => at < '10:00')).toBe(true)
    await desk.do('knowing.fill', { question: 'mornings', values: mornings('10:00'), note: 'The school run.' })
    expect(await shown('mornings')).toMatchObject({
      state: 'waits',
      waits: { by: { name: 'Ines' }, note: 'The school run.' },
    })
    expect((await find()).some((at) => at < '10:00')).toBe(true)
    expect((await rules()).filter(({ kind }) => kind === 'protected')).toEqual([])
    const { question } = await keep('mornings')
    expect(question).toMatchObject({
      state: 'kept',
      waits: null,
      kept: { as: 'rule', stands: 'In force', by: { name: 'Dana Okafor' } },
    })
    const [rule] = (await rules()).filter(({ kind }) => kind === 'protected')
    expect(rule).toMatchObject({ weight: 'never', source: 'preference', on: true, id: question.kept?.rule })
    expect(rule?.story).toBe('The school run. (Asked: How early may the first thing of a day begin?)')
    expect((await find()).some((at) => at < '10:00')).toBe(false)
  })

  test('of the assistant waits for the executive’s, whatever their board says', async () => {
    const answer = await desk.try('knowing.keep', { question: 'length', values: { minutes: 50, firm: 'prefer' } })
    expect(answer).toMatchObject({ proposed: { words: expect.stringContaining('How long may a meeting last') } })
    expect(await shown('length')).toMatchObject({ state: 'open' })
    const { id } = (answer as unknown as { proposed: { id: string } }).proposed
    await desk.do('proposal.yes', { id }, byDana())
    expect(await shown('length')).toMatchObject({ state: 'kept', kept: { words: 'Meetings last 50 min at most' } })
  })

  test('is nobody’s who assists, from the first day: they fill in, and whoever they invite does not even that', async () => {
    const news = { question: 'disagree', values: { objecting: 'once' } }
    expect(await desk.do('knowing.fill', news)).toMatchObject({ question: { state: 'waits', kept: null } })
    const { id } = ((await desk.try('knowing.keep', news)) as unknown as { proposed: { id: string } }).proposed
    expect(await desk.try('proposal.yes', { id })).toMatchObject({ refused: { why: 'not-yours' } })
    const { member } = await desk.do<{ member: { id: string } }>('member.invite', {
      name: 'Bo Lind',
      kind: 'assistant',
    })
    const by = { member: member.id }
    expect(await desk.try('knowing.fill', news, by)).toMatchObject({ refused: { why: 'not-yours' } })
    const raise = { member: member.id, set: { areas: { partnership: 'act' } }, reason: 'She helps' }
    expect(await desk.try('board.change', raise)).toMatchObject({ refused: { why: 'not-yours' } })
    await desk.do('board.change', raise, byDana())
    expect(await desk.do('knowing.fill', news, by)).toMatchObject({ question: { state: 'waits' } })
    expect(await desk.try('knowing.keep', news, by)).toMatchObject({ proposed: {} })
    await desk.do('member.remove', { member: member.id, reason: 'Only a test' }, byDana())
    await desk.do('knowing.drop', { question: 'disagree' })
    // Whoever has left is told of by a sentence, and with no number.
    const { lookBack } = await tried('alone', { member: member.id, level: 'act' })
    expect(lookBack).toMatchObject({ count: 0, says: expect.stringContaining('does not sit here any more') })
  })

  test('given again changes the rule it had made, and taken back leaves the one before', async () => {
    const before = (await rules()).filter(({ kind }) => kind === 'length')
    const again = await keep('length', { minutes: 40, firm: 'avoid' })
    const after = (await rules()).filter(({ kind }) => kind === 'length')
    expect(after).toMatchObject([{ id: before[0]?.id, params: { minutes: 40 }, weight: 'avoid' }])
    await undo(again.did.entry)
    expect((await rules()).filter(({ kind }) => kind === 'length')).toMatchObject([{ params: { minutes: 50 } }])
    expect(await shown('length')).toMatchObject({ state: 'kept', kept: { values: { minutes: 50 } } })
  })

  test('raises or lowers a level of the board, and undo puts it back', async () => {
    const { did } = await keep('alone', { member: desk.seat.member, level: 'propose' })
    expect((await boardOf(desk.seat.member)).areas.calendar).toBe('propose')
    expect(await shown('alone')).toMatchObject({ kept: { as: 'level', stands: 'So it is on the board' } })
    await undo(did.entry)
    expect((await boardOf(desk.seat.member)).areas.calendar).toBe(defaultBoards.assistant.areas.calendar)
    expect(await shown('alone')).toMatchObject({ state: 'open' })
    await keep('spending', { member: desk.seat.member, limit: { amount: 5000, currency: 'GBP' } })
    expect(await boardOf(desk.seat.member)).toMatchObject({
      spend: { amount: 5000, currency: 'GBP' },
      areas: { money: 'act' },
    })
    // What is so already is kept, and nothing is changed.
    expect(await keep('name', { member: desk.seat.member, send: 'anyone' })).toMatchObject({
      question: { state: 'kept' },
    })
  })

  test('keeps a line of how this person works as versions, each of them undone by itself', async () => {
    await keep('news', { soon: 'once', how: 'voice' })
    const second = await keep('news', { soon: 'end', how: 'written' })
    expect((await shown('news')).kept?.words).toBe('Bad news: at the end of the same day, in writing')
    await undo(second.did.entry)
    expect((await shown('news')).kept?.words).toBe('Bad news: at once, before it is understood, by voice')
  })

  test('is taken back with what came of it; what was gone already is no hindrance', async () => {
    const { question } = await keep('load', { meetings: 5, firm: 'avoid' })
    await desk.do('rule.remove', { id: question.kept?.rule })
    expect((await shown('load')).kept?.stands).toBe('The rule was removed since')
    const back = await desk.do('knowing.takeBack', { question: 'load' }, byDana())
    expect(await shown('load')).toMatchObject({ state: 'open', kept: null })
    await undo(back.did.entry)
    expect(await shown('load')).toMatchObject({ state: 'kept', kept: { stands: 'In force' } })
    expect(await refusal('knowing.takeBack', { question: 'clear' })).toMatchObject({ why: 'moved-on' })
  })

  test('of what was answered otherwise meanwhile is refused', async () => {
    await desk.do('knowing.fill', { question: 'breath', values: { minutes: 10, firm: 'prefer' } })
    const { version } = await shown('breath')
    await desk.do('knowing.fill', { question: 'breath', values: { minutes: 20, firm: 'prefer' } })
    expect(await refusal('knowing.keep', { question: 'breath', version })).toMatchObject({
      why: 'moved-on',
      path: 'version',
    })
    const { did } = await desk.do('knowing.drop', { question: 'breath' })
    expect(await refusal('knowing.keep', { question: 'breath' })).toMatchObject({ why: 'moved-on' })
    await desk.do('journal.undo', { entry: did.entry })
    expect(await shown('breath')).toMatchObject({ state: 'waits', waits: { values: { minutes: 20 } } })
  })
})

describe('answers that contradict each other', () => {
  test('are named, both of them, and the second is not kept', async () => {
    const values = evenings('10:15')
    const words =
      '“No meetings after 10:15 on weekdays” (your answer to “By when is a day over?”), together with ' +
      '“No meetings before 10:00 on weekdays” (your answer to “How early may the first thing of a day begin?”), ' +
      'leaves no half hour from Monday to Friday in which anybody could be met.'
    expect((await tried('evenings', values)).against).toBe(words)
    expect(await refusal('knowing.keep', { question: 'evenings', values })).toMatchObject({ why: 'bad-input', words })
    expect((await tried('evenings', evenings('10:30'))).against).toBeNull()
    expect(await shown('evenings')).toMatchObject({ state: 'open' })
  })

  test('one that excludes everything by itself says so', async () => {
    expect((await tried('clear', { days: week, firm: 'avoid' })).against).toBe(
      '“No meetings on weekdays” (your answer to “Is there a day of the week that stays clear of meetings?”) leaves no half hour from Monday to Friday in which anybody could be met.',
    )
  })
})

describe('what is private', () => {
  test('is kept with the label, the rule says only that a date is kept, and whoever sees nothing private sees none of it', async () => {
    const values = { dates: ['2026-12-05'], every: 'year', words: 'Noor is seven', firm: 'never' }
    const { did } = await keep('family', values, { note: 'Cake at four' })
    expect(await shown('family')).toMatchObject({
      state: 'kept',
      label: 'private',
      kept: { words: 'One private date is kept' },
    })
    const rule = (await rules()).find(({ kind }) => kind === 'private-dates')
    expect(rule).toMatchObject({ params: { dates: ['12-05'] }, story: 'Something private was answered.' })
    const kit = await desk.sit('assistant', 'Kit', { private: 'none' })
    expect(await shown('family', kit)).toMatchObject({ state: 'hidden', kept: null, start: { dates: [] } })
    const seen = JSON.stringify([
      await show(kit),
      await desk.do('rule.list', {}, { member: kit }),
      await desk.do('journal.list', {}, { member: kit }),
    ])
    for (const secret of ['Noor', 'Cake']) expect(seen).not.toContain(secret)
    expect(await refusal('knowing.fill', { question: 'family', values }, kit)).toMatchObject({ why: 'not-yours' })
    const quill = await desk.sit('agent', 'Quill', { areas: defaultBoards.executive.areas, private: 'all' })
    expect(await shown('family', quill)).toMatchObject({ state: 'hidden', kept: null })
    expect(await refusal('knowing.fill', { question: 'family', values }, quill)).toMatchObject({ why: 'not-yours' })
    await undo(did.entry)
    expect((await rules()).some(({ kind }) => kind === 'private-dates')).toBe(false)
  })

  test('is parked as private where it has to be asked for', async () => {
    const areas = { ...defaultBoards.assistant.areas, partnership: 'propose' as const }
    const lou = await desk.sit('assistant', 'Lou', { areas })
    const kit = await desk.sit('assistant', 'Kit', { private: 'none' })
    const values = { dates: ['2026-12-05'], every: 'year', words: 'Noor is seven', firm: 'never' }
    expect(await desk.try('knowing.fill', { question: 'family', values }, { member: lou })).toHaveProperty('proposed')
    const seen = JSON.stringify([
      await desk.do('proposal.list', {}, { member: kit }),
      await desk.do('journal.list', {}, { member: kit }),
    ])
    expect(seen).not.toContain('Noor')
  })
})

test('the question of the day is the first that is open, and none once one was answered today', async () => {
  const young = await testDesk()
  type Day = { question: { key: string } | null; waiting: number; of: number }
  const day = () => young.do<Day>('knowing.day')
  expect(await day()).toMatchObject({ question: { key: 'mornings' }, waiting: 0 })
  await young.do('knowing.fill', { question: 'mornings', values: mornings('09:00') })
  expect(await day()).toMatchObject({ question: null, waiting: 1 })
  young.at = young.at.add({ hours: 24 })
  expect(await day()).toMatchObject({ question: { key: 'evenings' } })
  await young.stop()
})
