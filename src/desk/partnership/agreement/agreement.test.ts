import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../../testing.ts'
import type { AgreementView, Part, Side } from './model.ts'

let desk: TestDesk
let dana: string
let observer: string

beforeAll(async () => {
  desk = await testDesk()
  const { members } = await desk.do<{ members: { id: string; kind: string }[] }>('member.list')
  dana = members.find(({ kind }) => kind === 'executive')?.id ?? ''
  observer = await desk.sit('observer', 'Jonah')
})
afterAll(() => desk.stop())

const asDana = () => ({ member: dana })
const goTo = (text: string) => {
  desk.at = Temporal.Instant.from(text)
}
const show = (member = desk.seat.member) => desk.do<AgreementView>('agreement.show', {}, { member })
const partOf = async (part: Part, member?: string) => {
  const found = (await show(member)).parts.find((one) => one.part === part)
  if (!found) throw new Error(part)
  return found
}
const measure = async (part: Part, side: Side) => {
  const found = (await partOf(part)).measures.find((one) => one.side === side)
  if (!found) throw new Error(part)
  return found
}
type Counted = { entries: { id: string; words: string; as: string | null }[]; more: boolean }
const opened = (part: Part, side: Side, more: object = {}) =>
  desk.do<Counted>('agreement.counted', { part, side, ...more })

describe('before anything has happened', () => {
  test('every part says that it is not measured yet, and nothing says nought', async () => {
    const { parts } = await show()
    expect(parts).toHaveLength(10)
    for (const { measures } of parts)
      for (const one of measures) {
        expect(one).toMatchObject({ words: null, count: 0 })
        expect(one.why).not.toBe('')
        expect(one.months.map(({ words }) => words)).toEqual(Array(12).fill(null))
      }
    expect((await measure('feedback', 'executive')).why).toMatch(/Nothing of the kind is on record/)
    expect((await measure('boundaries', 'executive')).why).toMatch(/No hours of the assistant are agreed/)
    expect((await measure('decisions', 'executive')).why).toMatch(/Nothing of the kind is on record/)
  })
})

describe('the words', () => {
  test('are signed by whoever writes them, and agreed once the other has signed the very same', async () => {
    const sentence = 'What is urgent is said by phone.'
    await desk.do('agreement.write', { part: 'communication', sentence })
    const written = await partOf('communication', dana)
    expect(written).toMatchObject({ sentence, stateWords: 'Waits for Dana Okafor', agreed: false, maySign: true })
    expect((await partOf('communication')).maySign).toBe(false)
    await desk.do('agreement.sign', { part: 'communication', version: written.version }, asDana())
    const both = await partOf('communication')
    expect(both).toMatchObject({ stateWords: 'Signed by both', agreed: true })
    expect(both.signatures.map(({ name, side }) => [name, side])).toEqual([
      ['Ines', 'assistant'],
      ['Dana Okafor', 'executive'],
    ])
  })

  test('when changed need both again; whoever read the old ones signs nothing', async () => {
    const before = await partOf('communication')
    await desk.do(
      'agreement.write',
      { part: 'communication', sentence: 'We write.', version: before.version },
      asDana(),
    )
    expect(await partOf('communication')).toMatchObject({ stateWords: 'Waits for Ines', agreed: false })
    for (const operation of ['agreement.sign', 'agreement.write'])
      expect(
        await desk.try(operation, { part: 'communication', version: before.version, sentence: 'Old' }),
      ).toMatchObject({ refused: { why: 'moved-on', path: 'version' } })
  })

  test('are nobody else’s to sign or write, and a signature is given once', async () => {
    const input = { part: 'honesty', sentence: 'x', version: null }
    expect(await desk.try('agreement.write', input, { member: observer })).toMatchObject({
      refused: { why: 'not-yours' },
    })
    expect(await desk.try('agreement.show', {}, { member: observer })).toMatchObject({ refused: { why: 'not-yours' } })
    const { version } = await partOf('communication')
    await desk.do('agreement.sign', { part: 'communication', version })
    expect(await desk.try('agreement.sign', { part: 'communication', version })).toMatchObject({
      refused: { why: 'moved-on' },
    })
    expect(await desk.try('agreement.sign', { part: 'growth', version: 1 })).toMatchObject({
      refused: { why: 'not-there' },
    })
  })
})

describe('the numbers', () => {
  test('of decisions are the median wait, by whoever decided, and open the answers', async () => {
    for (const [asked, answered] of [
      ['2026-11-23T10:00:00Z', '2026-11-23T12:00:00Z'],
      ['2026-11-23T13:00:00Z', '2026-11-23T17:00:00Z'],
    ] as const) {
      goTo(asked)
      const { decision } = await desk.do<{ decision: { id: string; version: number } }>('decision.ask', {
        question: 'Which?',
        options: [{ words: 'This' }, { words: 'That' }],
        neededBy: { on: '2026-11-26', time: '12:00' },
        decider: dana,
      })
      goTo(answered)
      await desk.do('decision.answer', { id: decision.id, version: decision.version, option: 1 }, asDana())
    }
    expect(await measure('decisions', 'executive')).toMatchObject({ words: '3 h', count: 2, why: null })
    expect(await measure('decisions', 'assistant')).toMatchObject({ words: null, count: 0 })
    const { entries } = await opened('decisions', 'executive')
    expect(entries.map(({ words }) => words)).toEqual(['Chose This for “Which?”', 'Chose This for “Which?”'])
    const { months } = await measure('decisions', 'executive')
    expect(months.at(-1)).toMatchObject({ month: '2026-11', words: '3 h', count: 2, share: 1 })
    expect(months.slice(0, -1).every(({ words, share }) => words === null && share === null)).toBe(true)
    expect((await opened('decisions', 'executive', { month: '2026-10' })).entries).toEqual([])
    expect(
      await desk.try('agreement.counted', { part: 'decisions', side: 'executive', month: '2020-01' }),
    ).toMatchObject({ refused: { why: 'not-there', path: 'month' } })
  })

  test('of promises are kept by their date of all that came to their end, both ways', async () => {
    goTo('2026-11-24T09:00:00Z')
    const promise = async (by: string, dueOn: string, side: 'ours' | 'theirs') =>
      (
        await desk.do<{ commitment: { id: string } }>('commitment.add', {
          what: 'the leave dates',
          side,
          by: { name: by },
          to: { name: by === 'Ines' ? 'Dana Okafor' : 'Ines' },
          dueOn,
        })
      ).commitment.id
    const [kept, late, hers] = [
      await promise('Ines', '2026-11-27', 'ours'),
      await promise('Ines', '2026-11-24', 'ours'),
      await promise('Dana Okafor', '2026-11-27', 'theirs'),
    ]
    await desk.do('commitment.keep', { id: kept })
    await desk.do('commitment.renegotiate', { id: hers, dueOn: '2026-12-04' }, asDana())
    goTo('2026-11-25T09:00:00Z')
    expect(await measure('accountability', 'assistant')).toMatchObject({ words: '1 of 2' })
    expect(await measure('accountability', 'executive')).toMatchObject({ words: null })
    expect(await measure('honesty', 'executive')).toMatchObject({ words: '1 of 1' })
    expect(await measure('honesty', 'assistant')).toMatchObject({ words: '0 of 1' })
    const { entries } = await opened('accountability', 'assistant')
    expect(entries.map(({ as }) => as).sort()).toEqual(['kept by its date', 'not kept by its date'])
    await desk.do('commitment.keep', { id: late })
    expect(await measure('accountability', 'assistant')).toMatchObject({ words: '1 of 2' })
  })

  test('of asks, work and mistakes are counted for the side that made them', async () => {
    goTo('2026-11-25T10:00:00Z')
    await desk.do('work.add', { title: 'Board pack', goal: 'The board decides' }, asDana())
    await desk.do('work.add', { title: 'Sign the lease', owner: 'executive', dueOn: '2026-11-30' })
    await desk.do('work.add', { title: 'Her own', owner: 'executive' }, asDana())
    await desk.do('work.add', { title: 'Learn the forecast', askedBy: 'Dana Okafor', stretch: true })
    // Two decisions asked, each with a date and its options.
    expect(await measure('communication', 'assistant')).toMatchObject({ words: '2 of 3' })
    expect(await measure('communication', 'executive')).toMatchObject({ words: '0 of 2' })
    expect(await measure('picture', 'assistant')).toMatchObject({ words: '1 of 2' })
    expect(await measure('growth', 'executive')).toMatchObject({ words: '1' })
    await desk.do('mistake.own', { title: 'The car was not moved' })
    expect(await measure('room', 'assistant')).toMatchObject({ words: '1 of 1' })
    expect(await measure('room', 'executive')).toMatchObject({ words: null })
  })

  test('of what was delegated counts what the executive changed there, and nothing that was undone', async () => {
    expect(await measure('picture', 'executive')).toMatchObject({ words: null })
    const { calendar } = await desk.do<{ calendar: { id: string } }>('calendar.add', { name: 'Work' })
    const when = {
      allDay: false,
      start: '2026-11-26T10:00:00',
      end: '2026-11-26T11:00:00',
      zone: 'Europe/London',
      endZone: null,
    }
    const add = async (title: string) => desk.do('event.add', { title, calendarId: calendar.id, when }, asDana())
    await add('Review')
    const { did } = await add('Review again')
    expect(await measure('picture', 'executive')).toMatchObject({ words: '2' })
    await desk.do('journal.undo', { entry: did.entry }, asDana())
    expect(await measure('picture', 'executive')).toMatchObject({ words: '1' })
    expect((await opened('picture', 'executive')).entries.map(({ words }) => words)[0]).toMatch(/Review/)
  })

  test('of what was delegated go by the board as it was then', async () => {
    const set = (calendar: string) =>
      desk.do('board.change', { member: desk.seat.member, set: { areas: { calendar } }, reason: 'For now' }, asDana())
    goTo('2026-11-25T11:00:00Z')
    await set('propose')
    const { did } = await desk.do('calendar.add', { name: 'Hers' }, asDana())
    expect(await measure('picture', 'executive')).toMatchObject({ words: '1' })
    goTo('2026-11-25T12:00:00Z')
    await set('act')
    // What she did while nothing of it was delegated is none of it now either; and what was delegated before, still is.
    expect(await measure('picture', 'executive')).toMatchObject({ words: '1' })
    expect((await opened('picture', 'executive')).entries.map(({ id }) => id)).not.toContain(did.entry)
  })

  test('of asks outside the hours go by the hours that were in force then', async () => {
    goTo('2026-11-25T13:00:00Z')
    const ask = (title: string) => desk.do('work.add', { title, owner: 'assistant' }, asDana())
    await ask('Before any hours were agreed')
    goTo('2026-11-25T13:30:00Z')
    const late = { kind: 'due-in-hours', params: { from: '14:00', to: '18:00' }, weight: 'avoid', source: 'boundary' }
    const { rule } = await desk.do<{ rule: { id: string; version: number } }>('rule.add', late, asDana())
    await ask('Too early')
    goTo('2026-11-25T14:30:00Z')
    await ask('In the hours')
    expect(await measure('boundaries', 'executive')).toMatchObject({ words: '1 of 2', count: 2 })
    const { id, version } = rule
    await desk.do('rule.edit', { id, version, params: { from: '08:00', to: '18:00' } }, asDana())
    expect(await measure('boundaries', 'executive')).toMatchObject({ words: '1 of 2' })
    const { entries } = await opened('boundaries', 'executive')
    expect(entries.map(({ as }) => as)).toEqual(['within the hours', 'outside the hours'])
    goTo('2026-11-25T15:00:00Z')
    await desk.do('rule.remove', { id }, asDana())
    expect(await measure('boundaries', 'executive')).toMatchObject({ words: '1 of 2' })
  })

  test('of feedback and one-to-ones are read by the two alone, and open their entries', async () => {
    const told = { to: desk.seat.member, well: 'The brief was short.' }
    await desk.do('feedback.give', told, asDana())
    const { meeting } = await desk.do<{ meeting: { id: string } }>('oneToOne.begin')
    await desk.do('oneToOne.end', { id: meeting.id })
    goTo('2026-11-26T09:00:00Z')
    expect(await measure('feedback', 'executive')).toMatchObject({ words: 'yesterday', count: 1 })
    expect(await measure('feedback', 'assistant')).toMatchObject({ words: null })
    expect(await measure('connection', 'assistant')).toMatchObject({ words: '1' })
    const { entries } = await opened('feedback', 'executive')
    expect(entries).toHaveLength(1)
    expect(JSON.stringify(entries)).not.toContain('short')
    const another = await desk.sit('assistant', 'Ravi', { private: 'all' })
    const seen = (await show(another)).parts.filter(({ part }) => ['feedback', 'connection'].includes(part))
    for (const { measures } of seen) for (const { words } of measures) expect(words).toBe(null)
    const theirs = { part: 'feedback', side: 'executive' }
    const none = await desk.do<Counted>('agreement.counted', theirs, { member: another })
    expect(none.entries).toEqual([])
    await desk.do('member.remove', { member: another, reason: 'Only for a day' }, asDana())
  })

  test('every number is as many as the entries it opens', async () => {
    const { parts } = await show()
    for (const { part, measures } of parts)
      for (const { side, count } of measures)
        expect((await opened(part, side)).entries, `${part} ${side}`).toHaveLength(count)
  })
})

describe('when one of the two leaves', () => {
  test('the words stay as they were signed, bind nobody, and leave as text that says what stays', async () => {
    goTo('2026-11-26T17:00:00Z')
    await desk.do('member.remove', { member: desk.seat.member, reason: 'A new place' }, asDana())
    const { note, parts } = await show(dana)
    expect(note).toMatch(/Ines left on Thu 26 Nov 2026\. When one of the two leaves/)
    expect(parts[0]).toMatchObject({ agreed: false, stateWords: 'Waits for the assistant' })
    const { text } = await desk.do<{ text: string }>('agreement.export', {}, asDana())
    expect(text).toContain('“We write.”')
    expect(text).toContain('Signed by Ines')
    expect(text).toContain('What stays with whom')
    expect(text).toContain('not measured yet')
  })
})
