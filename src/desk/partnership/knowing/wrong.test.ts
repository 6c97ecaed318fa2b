import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { defaultBoards } from '../../authority/board/model.ts'
import type { Refusal } from '../../refusal.ts'
import { type TestDesk, testDesk } from '../../testing.ts'
import type { LookBack, QuestionView } from './model.ts'

let desk: TestDesk
let dana: string
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
})
afterAll(() => desk.stop())

type Tried = { becomes: { words: string }; lookBack: LookBack | null; against: string | null }
const week = ['MO', 'TU', 'WE', 'TH', 'FR']
const byDana = () => ({ member: dana })
const tried = (question: string, values: object) => desk.do<Tried>('knowing.try', { question, values }, byDana())
const keep = (question: string, values: object, more: object = {}) =>
  desk.do<{ question: QuestionView }>('knowing.keep', { question, values, ...more }, byDana())
const takeBack = (question: string) => desk.do('knowing.takeBack', { question }, byDana())
const refusal = async (operation: string, input: object, member = dana) =>
  ((await desk.try(operation, input, { member })) as { refused?: Refusal }).refused
const shown = async (key: string, member = dana) =>
  (await desk.do<{ questions: QuestionView[] }>('knowing.show', {}, { member })).questions.find(
    (one) => one.key === key,
  ) as QuestionView

describe('an answer that cannot be', () => {
  test.each([
    ['breath', { minutes: 1000, firm: 'never' }, 'values.minutes', 'Free after each: 10 h is the most'],
    ['breaks', { minutes: 1, break: 15, firm: 'never' }, 'values.minutes', 'At most: 15 min is the least'],
    ['breaks', { minutes: 180, break: 1440, firm: 'never' }, 'values.break', 'A break is: 4 h is the most'],
    ['length', { minutes: -5, firm: 'never' }, 'values.minutes', 'At most: 5 min is the least'],
    ['length', { minutes: 2.5, firm: 'never' }, 'values.minutes', 'At most: Say how many minutes'],
    ['load', { meetings: 1000, firm: 'never' }, 'values.meetings', 'At most: 50 meetings is the most'],
    ['load', { meetings: 0, firm: 'never' }, 'values.meetings', 'At most: 1 meeting is the least'],
    ['clear', { days: ['XX'], firm: 'never' }, 'values.days.0', 'On: It has to be MO, TU, WE, TH, FR, SA or SU'],
    ['fixed', { people: ['Priya'], firm: 'never' }, 'values.people.0', null],
    ['fixed', { people: [`${'a'.repeat(400)}@okafor.example`], firm: 'never' }, 'values.people.0', null],
    [
      'family',
      { dates: ['2027-02-30'], every: 'year', firm: 'never' },
      'values.dates.0',
      'Dates: There is no such day; a day is written as 2026-11-24',
    ],
    [
      'emergency',
      { words: 'x'.repeat(5000), reach: 'call' },
      'values.words',
      'It is one when: That is too long: 300 characters at the most',
    ],
  ])('is refused at its part, in words a person would use: %s', async (question, values, path, words) => {
    const no = await refusal('knowing.try', { question, values })
    expect(no).toMatchObject({ why: 'bad-input', path, ...(words !== null && { words }) })
    expect(no?.words).not.toMatch(/expected|Invalid|pattern|string|array/)
  })

  test('is one about an amount of no currency, or below nothing', async () => {
    for (const [limit, path] of [
      [{ amount: -5, currency: 'GBP' }, 'values.limit.amount'],
      [{ amount: 500, currency: 'pounds' }, 'values.limit.currency'],
    ] as const) {
      const no = await refusal('knowing.try', { question: 'spending', values: { member: desk.seat.member, limit } })
      expect(no).toMatchObject({ why: 'bad-input', path })
      expect(no?.words).not.toMatch(/expected|Invalid|pattern/)
    }
  })

  test('is one for a time that has passed', async () => {
    const values = { from: '10:00', days: week, firm: 'never', until: '2020-01-01' }
    const words = 'Only until: That day has passed, and it would do nothing any more.'
    for (const operation of ['knowing.try', 'knowing.fill', 'knowing.keep'])
      expect(await refusal(operation, { question: 'mornings', values }), operation).toMatchObject({
        why: 'bad-input',
        path: 'values.until',
        words,
      })
    const once = { dates: ['2020-01-01', '2021-05-05'], every: 'once', firm: 'never' }
    expect(await refusal('knowing.keep', { question: 'family', values: once })).toMatchObject({
      path: 'values.dates',
      words: 'Dates: All of them have passed: name one that is still to come, or let them come every year.',
    })
    expect((await tried('family', { ...once, every: 'year' })).becomes.words).toBe('2 private dates are kept')
  })

  test('is one about the board of somebody who does not assist here', async () => {
    const quill = await desk.sit('agent', 'Quill')
    for (const member of [dana, quill, '01a00000-0000-7000-8000-000000000000'])
      for (const operation of ['knowing.fill', 'knowing.keep'])
        expect(
          await refusal(operation, { question: 'alone', values: { member, level: 'act' } }),
          operation,
        ).toMatchObject({ why: 'bad-input', path: 'values.member' })
    expect(await shown('alone')).toMatchObject({ state: 'open' })
  })
})

describe('answers that exclude everything', () => {
  test('are said to, with whatever else takes part in it', async () => {
    const days = Object.fromEntries(week.map((day) => [day, [['09:00', '17:00']]]))
    const hours = { kind: 'hours', params: { days }, scope: {}, weight: 'never', source: 'preference', story: '' }
    const { rule } = await desk.do<{ rule: { id: string } }>('rule.add', hours)
    expect((await tried('mornings', { from: '18:00', days: week, firm: 'never' })).against).toBe(
      '“No meetings before 18:00 on weekdays” (your answer to “How early may the first thing of a day begin?”), together with the rule “Hours are Mon–Fri 09:00–17:00”, leaves no half hour from Monday to Friday in which anybody could be met.',
    )
    // Air that is longer than the day: nothing could ever follow anything.
    expect((await tried('breath', { minutes: 480, firm: 'never' })).against).toBe(
      '“8 h free after” (your answer to “How much air do you want between one thing and the next?”), together with the rule “Hours are Mon–Fri 09:00–17:00”, is longer than any day there is: nothing could ever follow anything.',
    )
    expect(
      await refusal('knowing.keep', { question: 'breath', values: { minutes: 480, firm: 'never' } }),
    ).toMatchObject({ why: 'bad-input', standing: [rule.id] })
    expect((await tried('breath', { minutes: 400, firm: 'never' })).against).toBeNull()
    expect((await tried('breath', { minutes: 480, firm: 'prefer' })).against).toBeNull()
    expect((await tried('breath', { minutes: 480, firm: 'never', kinds: ['board'] })).against).toBeNull()
    await desk.do('rule.remove', { id: rule.id })
  })

  test('one that lets nobody sit for half an hour is one', async () => {
    expect((await tried('breaks', { minutes: 15, break: 240, firm: 'never' })).against).toBe(
      '“A break of 4 h at least every 15 min” (your answer to “How long can you go without a break?”) leaves no half hour from Monday to Friday in which anybody could be met.',
    )
  })

  test('every day of the week is said as somebody would say it', async () => {
    const { becomes, against } = await tried('clear', { days: [...week, 'SA', 'SU'], firm: 'avoid' })
    expect(becomes.words).toBe('No meetings on any day')
    expect(against).toContain('leaves no half hour')
  })
})

describe('a desk with little behind it', () => {
  test('of a single day it is said what would have been flagged, and nothing is made of that', async () => {
    const young = await testDesk()
    const { calendar } = await young.do<{ calendar: { id: string } }>('calendar.add', { name: 'Work' })
    const when = { start: '2026-11-20T08:15:00', end: '2026-11-20T08:45:00', zone: 'Europe/London', endZone: null }
    await young.do('event.add', { title: 'Early', calendarId: calendar.id, when: { allDay: false, ...when } })
    const values = { from: '10:00', days: week, firm: 'never' }
    const { lookBack } = await young.do<Tried>('knowing.try', { question: 'mornings', values })
    expect(lookBack?.says).toBe('In the last 60 days it would have flagged 1 morning.')
    await young.stop()
  })
})

describe('two at once', () => {
  test('what was filled in against what is not there any more is refused, and nothing is lost', async () => {
    const news = (soon: string, version?: number) => ({ question: 'news', values: { soon, how: 'voice' }, version })
    const { version } = await shown('news')
    await desk.do('knowing.fill', news('once', version))
    expect(await refusal('knowing.fill', news('end', version), desk.seat.member)).toMatchObject({
      why: 'moved-on',
      path: 'version',
    })
    expect(await refusal('knowing.drop', { question: 'news', version })).toMatchObject({ why: 'moved-on' })
    expect((await shown('news')).waits?.values).toMatchObject({ soon: 'once' })
    await keep('news', { soon: 'end', how: 'voice' }, { version: (await shown('news')).version })
    expect(await refusal('knowing.takeBack', { question: 'news', version: 1 })).toMatchObject({ why: 'moved-on' })
    await takeBack('news')
  })
})

describe('what is private', () => {
  test('stays private when it is taken back and that is undone, and is told to nobody who may not know', async () => {
    const kit = await desk.sit('assistant', 'Kit', { private: 'none' })
    await keep('disagree', { objecting: 'private' }, { label: 'private' })
    expect(await shown('disagree', kit)).toMatchObject({ state: 'hidden', label: 'private', kept: null })
    expect(await refusal('knowing.fill', { question: 'disagree', values: { objecting: 'once' } }, kit)).toMatchObject({
      why: 'not-yours',
    })
    const { did } = await takeBack('disagree')
    await desk.do('journal.undo', { entry: did.entry }, byDana())
    expect(await shown('disagree')).toMatchObject({ state: 'kept', label: 'private' })
    expect(await shown('disagree', kit)).toMatchObject({ state: 'hidden', kept: null })
    await takeBack('disagree')
  })
})

describe('somebody who has left', () => {
  test('is named in what was answered about them; it waits for nobody’s yes, and the form is about who is here', async () => {
    const areas = { ...defaultBoards.assistant.areas }
    const lou = await desk.sit('assistant', 'Lou Reyes', { areas })
    await keep('name', { member: lou, send: 'drafts' })
    await desk.do('knowing.fill', { question: 'alone', values: { member: lou, level: 'act' } })
    await desk.do('member.remove', { member: lou, reason: 'Moved on' }, byDana())
    expect(await shown('name')).toMatchObject({
      kept: { words: 'Lou Reyes writes drafts, and sends nothing', stands: 'Lou Reyes has left' },
    })
    const { waits, start } = await shown('alone')
    expect(waits?.words).toBe('Lou Reyes changes the calendar')
    expect(start).toEqual({ level: 'act' })
    expect(await refusal('knowing.keep', { question: 'alone' })).toMatchObject({
      why: 'bad-input',
      path: 'values.member',
      words: 'Whose board: Lou Reyes has left. Choose somebody who assists here.',
    })
    await takeBack('name')
    await desk.do('knowing.drop', { question: 'alone' })
  })
})
