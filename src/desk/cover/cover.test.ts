import fc from 'fast-check'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type Board,
  defaultBoards,
  levels,
  mayPerform,
  narrower,
  privates,
  sends,
  wider,
} from '../authority/board/model.ts'
import { guestOf } from '../holds/page/guest.ts'
import { holdsOf } from '../holds/testing.ts'
import { areas } from '../operation.ts'
import { dueNow } from '../queue.ts'
import { keepDue } from '../routine.ts'
import { type TestDesk, testDesk } from '../testing.ts'
import { type CoverView, coverBoard, type NoteSection, type Report, spanOf } from './model.ts'

let desk: TestDesk
let noor: string
let work: string
const opened: TestDesk[] = []

beforeEach(async () => {
  desk = await testDesk()
  opened.push(desk)
  noor = await desk.sit('cover', 'Noor')
  const { calendar } = await desk.do<{ calendar: { id: string } }>('calendar.add', { name: 'Work' })
  work = calendar.id
})
afterAll(async () => {
  for (const one of opened) await one.stop()
})

/** The clock goes on to here, and what is due is done. */
const until = async (text: string) => {
  desk.at = Temporal.Instant.from(text)
  for (const due of await dueNow(desk.around.db, desk.at, 50)) await keepDue(desk.around, {}, due, desk.at)
}
const timed = (day: string, from: string, to: string) => ({
  allDay: false,
  start: `${day}T${from}:00`,
  end: `${day}T${to}:00`,
  zone: 'Europe/London',
  endZone: null,
})
const add = async (title: string, day: string, more: object = {}) =>
  (
    await desk.do<{ event: { eventId: string } }>('event.add', {
      title,
      calendarId: work,
      when: timed(day, '10:00', '11:00'),
      ...more,
    })
  ).event.eventId
const cover = async (draft: object = {}, call = {}) =>
  (
    await desk.do<{ cover: CoverView }>(
      'cover.plan',
      { away: desk.seat.member, cover: noor, fromOn: '2026-11-28', toOn: '2026-12-02', ...draft },
      call,
    )
  ).cover
const asNoor = () => ({ member: noor })
const edits = (eventId: string) => desk.try('event.edit', { eventId, set: { place: 'Larch Row' } }, asNoor())

describe('away from Saturday to Wednesday', () => {
  test('gives access that begins and ends by itself, to the minute, and is told in words', async () => {
    const eventId = await add('Review', '2026-12-01')
    expect((await cover()).words).toBe('Noor will cover for Ines from Sat 28 Nov to Wed 2 Dec')
    expect(await edits(eventId)).toMatchObject({ refused: { why: 'not-yours' } })
    await until('2026-11-27T23:59:59Z')
    expect(await edits(eventId)).toMatchObject({ refused: { why: 'not-yours' } })
    await until('2026-11-28T00:00:00Z')
    expect(await edits(eventId)).toHaveProperty('did')
    await until('2026-12-02T23:59:59Z')
    expect(await desk.try('today.show', {}, asNoor())).not.toHaveProperty('refused')
    await until('2026-12-03T00:00:00Z')
    expect(await desk.try('today.show', {}, asNoor())).toMatchObject({ refused: { why: 'not-yours' } })
    const { covers } = await desk.do<{ covers: CoverView[] }>('cover.list', { past: 'true' })
    expect(covers.map(({ state, words }) => [state, words])).toEqual([
      ['over', 'Noor covered for Ines from Sat 28 Nov to Wed 2 Dec'],
    ])
  })

  test('is over at its end even where nobody has swept yet', async () => {
    await cover()
    await until('2026-11-28T00:00:00Z')
    desk.at = Temporal.Instant.from('2026-12-03T00:00:00Z')
    expect(await desk.try('today.show', {}, asNoor())).toMatchObject({ refused: { why: 'not-yours' } })
  })

  test('shows what it lets be done from its first moment to its last, though nobody swept at either', async () => {
    const eventId = await add('Review', '2026-12-01')
    const { id } = await cover()
    const at = async (text: string) => {
      desk.at = Temporal.Instant.from(text)
      const seen = JSON.stringify(await desk.try('event.list', { from: '2026-12-01', to: '2026-12-01' }, asNoor()))
      return [seen.includes('Review'), 'did' in (await edits(eventId))]
    }
    expect(await at('2026-11-27T23:59:59Z')).toEqual([false, false])
    expect(await at('2026-11-28T00:00:00Z')).toEqual([true, true])
    expect(await at('2026-12-02T23:59:59Z')).toEqual([true, true])
    expect(await at('2026-12-03T00:00:00Z')).toEqual([false, false])
    const { covers } = await desk.do<{ covers: CoverView[] }>('cover.list')
    expect(covers).toEqual([])
    await until('2026-12-03T00:00:10Z')
    const { covers: past } = await desk.do<{ covers: CoverView[] }>('cover.list', { past: 'true' })
    expect(past.map((one) => [one.id, one.state])).toEqual([[id, 'over']])
  })

  test('allows by area what was agreed, and nothing beside it', async () => {
    await cover({ set: { areas: { calendar: 'propose', desk: 'none' } } })
    const eventId = await add('Review', '2026-12-01')
    await until('2026-11-29T09:00:00Z')
    expect(await edits(eventId)).toHaveProperty('proposed')
    expect(await desk.try('journal.list', {}, asNoor())).toMatchObject({ refused: { why: 'not-yours' } })
  })

  test('asks before moving what may not be moved, and sees nothing private', async () => {
    await cover()
    const board = await add('Board meeting', '2026-12-01', { kind: 'board' })
    const doctor = await add('Larkspur clinic', '2026-12-01', { label: 'private' })
    await until('2026-11-29T09:00:00Z')
    const when = timed('2026-12-02', '10:00', '11:00')
    expect(await desk.try('event.move', { eventId: board, when }, asNoor())).toHaveProperty('proposed')
    expect(await desk.do('event.show', { eventId: doctor }, asNoor())).toMatchObject({ event: { title: 'Private' } })
  })

  test('is told afterwards, each thing with its undo', async () => {
    await cover()
    const eventId = await add('Review', '2026-12-01')
    await until('2026-11-29T09:00:00Z')
    await edits(eventId)
    const { told } = await desk.do<{ told: { words: string; by: { name: string } }[] }>('told.list')
    expect(told).toMatchObject([{ by: { name: 'Noor' }, words: expect.stringContaining('Review') }])
  })

  test('ends early when somebody is back, and can be called off before it begins', async () => {
    const first = await cover()
    await until('2026-11-29T09:00:00Z')
    expect((await desk.do<{ cover: CoverView }>('cover.end', { id: first.id })).cover.state).toBe('over')
    expect(await desk.try('today.show', {}, asNoor())).toMatchObject({ refused: { why: 'not-yours' } })
    const second = await cover({ fromOn: '2026-12-07', toOn: '2026-12-08' })
    expect((await desk.do<{ cover: CoverView }>('cover.end', { id: second.id })).cover.state).toBe('called off')
    await until('2026-12-07T12:00:00Z')
    expect(await desk.try('today.show', {}, asNoor())).toMatchObject({ refused: { why: 'not-yours' } })
  })

  test('days that are past, turned round, too long, twice, or for oneself are refused with a reason', async () => {
    const refused = async (draft: object) =>
      (await desk.try('cover.plan', {
        away: desk.seat.member,
        cover: noor,
        fromOn: null,
        toOn: '2026-11-24',
        ...draft,
      })) as {
        refused?: { why: string; path?: string }
      }
    expect((await refused({ toOn: '2026-11-20' })).refused?.path).toBe('toOn')
    expect((await refused({ fromOn: '2026-12-05', toOn: '2026-12-01' })).refused?.path).toBe('toOn')
    expect((await refused({ toOn: '2027-11-20' })).refused?.path).toBe('toOn')
    expect((await refused({ cover: desk.seat.member })).refused?.path).toBe('cover')
    const agent = await desk.sit('agent', 'Quill')
    expect((await refused({ cover: agent })).refused?.path).toBe('cover')
    await cover()
    expect((await refused({ fromOn: '2026-12-01', toOn: '2026-12-05' })).refused?.why).toBe('moved-on')
  })

  test('nobody lends what they could not give, and nobody prolongs their own cover', async () => {
    const lend = { away: desk.seat.member, cover: noor, toOn: '2026-11-24', set: { private: 'all' } }
    expect(await desk.try('cover.plan', lend)).toMatchObject({
      refused: { why: 'not-yours', words: expect.stringContaining('Only the executive') },
    })
    const { id } = await cover({ fromOn: null, toOn: '2026-11-24' })
    expect(await desk.try('cover.change', { id, toOn: '2026-12-24', reason: 'More' }, asNoor())).toMatchObject({
      refused: { why: 'not-yours' },
    })
    const later = { away: desk.seat.member, cover: noor, toOn: '2026-12-24' }
    expect(await desk.try('cover.plan', later, asNoor())).toMatchObject({ refused: { why: 'not-yours' } })
  })
})

describe('ill today', () => {
  test('begins at once with everything filled in, and ends with the day', async () => {
    const made = await cover({ fromOn: null, toOn: '2026-11-23' })
    expect(made.state).toBe('on')
    expect(await desk.try('today.show', {}, asNoor())).not.toHaveProperty('refused')
    await until('2026-11-24T00:00:00Z')
    expect(await desk.try('today.show', {}, asNoor())).toMatchObject({ refused: { why: 'not-yours' } })
  })

  test('is begun by the cover themselves only where that was allowed, for today, with the usual board', async () => {
    const today = { away: desk.seat.member, cover: noor, toOn: '2026-11-23' }
    expect(await desk.try('cover.plan', today, asNoor())).toMatchObject({ refused: { why: 'not-yours' } })
    await desk.do('cover.settings', { self: true, told: 'never', reach: null })
    const tomorrow = { ...today, toOn: '2026-11-24' }
    expect(await desk.try('cover.plan', tomorrow, asNoor())).toMatchObject({ refused: { why: 'not-yours' } })
    const more = { ...today, set: { areas: { money: 'see' } } }
    expect(await desk.try('cover.plan', more, asNoor())).toMatchObject({ refused: { why: 'not-yours' } })
    expect(await desk.try('cover.plan', today, asNoor())).toHaveProperty('did')
  })
})

describe('the handover note', () => {
  test('writes itself from the record, as whoever covers may see it, and is kept as it was handed over', async () => {
    await add('Larkspur clinic', '2026-11-30', { label: 'private' })
    await add('Budget', '2026-11-30', {
      people: [{ address: 'marta@silva.example', name: 'Marta Silva', answer: 'accepted', required: true }],
    })
    const offer = (title: string, label: string | null) =>
      desk.do('hold.offer', {
        to: { name: 'Harlan Voss', zone: 'Europe/London' },
        meeting: { title, by: 'video', label },
        times: [{ start: '2026-12-01T15:00:00Z', end: '2026-12-01T15:30:00Z' }],
        expiresAt: '2026-11-30T17:00:00Z',
        page: false,
      })
    await offer('Harlan intro', null)
    await offer('Larkspur again', 'private')
    const { id } = await cover()
    await until('2026-11-28T00:00:00Z')
    const {
      sections,
      handed,
      cover: shown,
    } = await desk.do<{
      sections: NoteSection[]
      handed: NoteSection[]
      cover: CoverView
    }>('cover.note', { id }, asNoor())
    const text = JSON.stringify(sections)
    expect(text).not.toContain('Larkspur')
    const of = (part: string) => JSON.stringify(sections.find((one) => one.part === part))
    expect(of('held')).toContain('Harlan intro')
    expect(of('held')).toContain('offered by Ines')
    expect(of('due')).toContain('Frees itself Mon 30 Nov')
    expect(of('people')).toContain('Marta Silva')
    expect(handed).toEqual(sections)
    expect(shown.may.join()).toContain('act in calendar and desk, and it is told afterwards')
    expect(shown.mustAsk.join()).toContain('moving or cancelling what is marked board and personal')
    expect(shown.mustNot.join()).toContain('private items')
    await until('2026-12-01T09:00:00Z')
    const later = await desk.do<{ sections: NoteSection[]; handed: NoteSection[] }>('cover.note', { id }, asNoor())
    expect(later.handed).toEqual(handed)
    expect(JSON.stringify(later.sections)).not.toContain('Harlan intro')
  })

  test('is nobody’s who neither covers, nor is away, nor runs the desk', async () => {
    const { id } = await cover()
    const observer = await desk.sit('observer', 'Tomás')
    expect(await desk.try('cover.note', { id }, { member: observer })).toMatchObject({ refused: { why: 'not-there' } })
  })

  test('is said to be theirs to read, and the reason told, to nobody else', async () => {
    await cover({ reason: 'A week at the clinic', fromOn: '2026-12-07', toOn: '2026-12-08' })
    const observer = await desk.sit('observer', 'Tomás')
    const seen = async (member: string) => {
      const { covers } = await desk.do<{ covers: CoverView[] }>('cover.list', {}, { member })
      return covers.map(({ reason, mayRead, noteWords, mayReport }) => ({ reason, mayRead, noteWords, mayReport }))[0]
    }
    const reason = 'A week at the clinic'
    expect(await seen(observer)).toEqual({ reason: '', mayRead: false, noteWords: '', mayReport: false })
    const noteWords = 'The note is yours to read from Mon 30 Nov on.'
    expect(await seen(noor)).toEqual({ reason, mayRead: false, noteWords, mayReport: false })
    expect(await seen(desk.seat.member)).toEqual({ reason, mayRead: true, noteWords: '', mayReport: true })
    await until('2026-12-01T09:00:00Z')
    expect(await seen(noor)).toEqual({ reason, mayRead: true, noteWords: '', mayReport: false })
  })
})

describe('outsiders on their page', () => {
  test('are told of an absence as much as the settings allow, and only while it lasts', async () => {
    const on = holdsOf(desk)
    const token = on.tokenOf((await on.offer(on.three())).address)
    const absence = async () => (await guestOf(desk.around).show(token, null, desk.at))?.absence
    const allow = (told: string) =>
      desk.do('cover.settings', { self: false, told, reach: 'noor@desk.example, until 18:00 London' })
    await cover({ fromOn: '2026-11-24', toOn: '2026-11-25' })
    await allow('name')
    expect(await absence()).toBeNull()
    await until('2026-11-24T00:00:00Z')
    expect(await absence()).toBe(
      'Ines is away until Wed 25 Nov. Noor answers meanwhile: noor@desk.example, until 18:00 London',
    )
    await allow('away')
    expect(await absence()).toBe('Ines is away until Wed 25 Nov; answers may take longer.')
    await allow('never')
    expect(await absence()).toBeNull()
    await allow('name')
    // The end by the clock counts, whether anybody has swept yet or not.
    desk.at = Temporal.Instant.from('2026-11-26T00:00:00Z')
    expect(await absence()).toBeNull()
  })
})

test('on return: what was done, refused and put off meanwhile, and what waits; until it was seen', async () => {
  const [review, other] = [
    await add('Review', '2026-12-01'),
    await add('Board meeting', '2026-12-01', { kind: 'board' }),
  ]
  const { id } = await cover()
  await until('2026-11-29T09:00:00Z')
  await edits(review)
  const asked = (await desk.try('event.cancel', { eventId: other }, asNoor())) as { proposed: { id: string } }
  await desk.do('proposal.no', { id: asked.proposed.id, reason: 'They fly in for it' })
  await desk.try('event.move', { eventId: other, when: timed('2026-12-02', '12:00', '13:00') }, asNoor())
  await until('2026-12-03T00:00:00Z')
  const report = await desk.do<Report>('cover.report', { id })
  expect(report.done.map(({ words, undo, by }) => [words, undo, by.name])).toEqual([
    [expect.stringContaining('Review'), true, 'Noor'],
  ])
  expect(report.notGiven.map(({ detail }) => detail).join()).toContain('They fly in for it')
  expect(JSON.stringify([report.waiting, report.notGiven])).toContain('Move “Board meeting”')
  await desk.do('cover.seen', { id })
  expect(await desk.try('cover.seen', { id })).toMatchObject({ refused: { why: 'moved-on' } })
})

test('what was done before anybody swept at either end counts as the clock says', async () => {
  const [review, other] = [await add('Review', '2026-12-01'), await add('Board dinner', '2026-12-08')]
  const tomas = await desk.sit('assistant', 'Tomás')
  const { id } = await cover({ cover: tomas })
  const place = (eventId: string) => desk.do('event.edit', { eventId, set: { place: 'Elm Row' } }, { member: tomas })
  desk.at = Temporal.Instant.from('2026-11-28T00:00:01Z')
  await place(review)
  await until('2026-11-28T00:00:05Z')
  desk.at = Temporal.Instant.from('2026-12-03T00:00:01Z')
  await place(other)
  await until('2026-12-03T00:00:05Z')
  const report = await desk.do<Report>('cover.report', { id })
  expect(report.done.map(({ words }) => words)).toEqual([expect.stringContaining('Review')])
})

describe('boards, wider and narrower', () => {
  const level = fc.constantFrom(...levels)
  const boards: fc.Arbitrary<Board> = fc.record({
    areas: fc.record({
      calendar: level,
      mail: level,
      travel: level,
      people: level,
      money: level,
      partnership: level,
      desk: level,
    }),
    send: fc.constantFrom(...sends),
    spend: fc.option(fc.record({ amount: fc.nat(1000), currency: fc.constant('GBP') })),
    move: fc.subarray(['board', 'personal']),
    private: fc.constantFrom(...privates),
  })

  test('a cover never takes away what somebody may do anyway', () => {
    fc.assert(
      fc.property(boards, boards, fc.constantFrom(...areas), (own, added, area) => {
        const given = wider(own, added)
        const rank = (board: Board) =>
          ['no', 'propose', 'yes'].indexOf(
            mayPerform({ kind: 'assistant', board, frozen: false }, { area, effect: 'change' }).may,
          )
        expect(rank(given)).toBeGreaterThanOrEqual(rank(own))
        expect(narrower(given, own).areas).toEqual(own.areas)
        expect(wider(own, defaultBoards.cover).areas).toEqual(own.areas)
      }),
    )
  })

  test('days are counted by the desk’s own clock, also where clocks change', () => {
    const now = Temporal.ZonedDateTime.from('2026-10-23T18:00:00[Europe/London]')
    const { from, until: end } = spanOf({ fromOn: '2026-10-24', toOn: '2026-10-25' }, now)
    expect([from.toString(), end.toString()]).toEqual(['2026-10-23T23:00:00Z', '2026-10-26T00:00:00Z'])
    expect(coverBoard.spend).toBeNull()
  })
})
