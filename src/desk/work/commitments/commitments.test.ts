import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { at, calendarOf } from '../../calendar/testing.ts'
import type { FindingView } from '../../rules/model.ts'
import { type TestDesk, testDesk } from '../../testing.ts'
import type { CommitmentView, Letter } from './model.ts'

let desk: TestDesk
/** Time at a desk never runs backwards: each test has its own. */
beforeEach(async () => {
  desk = await testDesk()
  desk.at = Temporal.Instant.from('2026-11-24T09:00:00Z')
})
afterEach(() => desk.stop())

type One = { commitment: CommitmentView; did: { entry: string } }
const dana = { name: 'Dana Okafor' }
const marc = { name: 'Marc Laurent', address: 'marc.laurent@meridian-glass.example', zone: 'Europe/Zurich' }
const camille = { name: 'Camille Aubry' }
const promise = (more: object = {}) =>
  desk.do<One>('commitment.add', {
    what: 'the price sheet',
    side: 'theirs',
    by: marc,
    to: dana,
    dueOn: '2026-11-27',
    time: '16:00',
    words: 'We will send you the price sheet by Friday at four',
    saidWhere: { by: 'call' },
    ...more,
  })
const ours = (more: object = {}) => promise({ what: 'the redlines', side: 'ours', by: dana, to: camille, ...more })
const shown = (id: string) =>
  desk.do<{ commitment: CommitmentView; letter: Letter | null; hanging: { id: string }[] }>('commitment.show', { id })
const history = ({ facts }: CommitmentView) => facts.map(({ words }) => words)
const findings = async (kind: string) => {
  const days = { from: '2026-11-20', to: '2026-12-20' }
  const { findings: all } = await desk.do<{ findings: FindingView[] }>('finding.list', days)
  return all.filter(({ rule }) => rule.kind === kind)
}
const later = (on: string) => {
  desk.at = Temporal.Instant.from(`${on}T10:00:00Z`)
}

describe('a promise', () => {
  test('says who owes what to whom, by when, said where, in which words, and when it is next asked after', async () => {
    const { commitment } = await promise()
    expect(commitment).toMatchObject({
      words: 'Marc Laurent owes us the price sheet',
      dueWords: 'Fri 27 Nov 16:00',
      saidWords: 'Marc Laurent said it today, on a call',
      quote: 'We will send you the price sheet by Friday at four',
      chaseOn: '2026-11-27',
      state: 'open',
    })
    expect(history(commitment)).toEqual(['Tue 24 Nov 09:00: written down by Ines'])
  })

  test('always has a day to ask after it, also where no day was said', async () => {
    const { commitment } = await promise({ dueOn: null, time: null })
    expect(commitment).toMatchObject({ dueWords: 'no day said', chaseOn: '2026-12-01' })
  })

  test('of the executive to the assistant is one too', async () => {
    const { commitment } = await promise({ what: 'answer on leave dates', by: dana, to: { name: 'Ines' } })
    expect(commitment).toMatchObject({ words: 'Dana owes you: answer on leave dates', owner: 'executive' })
  })

  test.each([
    ['a date that has passed', { dueOn: '2026-11-20', time: null }, 'dueOn'],
    ['both sides the same', { to: { name: 'marc  laurent' } }, 'to'],
    ['nobody named', { by: { name: ' ' } }, 'by.name'],
    ['a time without a day', { dueOn: null }, 'dueOn'],
    ['a zone there is not', { zone: 'Europe/Atlantis' }, 'zone'],
    ['what is not there to hang on', { hangsOn: ['01a00000-0000-7000-8000-000000000000'] }, 'hangsOn'],
  ])('is refused with %s', async (_, more, path) => {
    const draft = { what: 'x', side: 'theirs', by: marc, to: dana, dueOn: '2026-11-27', time: '16:00', ...more }
    expect(await desk.try('commitment.add', draft)).toMatchObject({ refused: { why: 'bad-input', path } })
  })

  test('may have been due already, if that is said', async () => {
    const { commitment } = await promise({ dueOn: '2026-11-20', time: null, wasDue: true })
    expect(commitment).toMatchObject({ dueWords: '4 days late', isLate: true, chaseOn: '2026-11-24' })
  })

  test('does not hang on itself, through others', async () => {
    const { commitment: a } = await promise()
    const { commitment: b } = await promise({ hangsOn: [a.id] })
    const { commitment: c } = await promise({ hangsOn: [b.id] })
    expect(await desk.try('commitment.edit', { id: a.id, hangsOn: [c.id] })).toMatchObject({
      refused: { why: 'bad-input', path: 'hangsOn' },
    })
  })
})

describe('what becomes of it', () => {
  test('is facts with dates: asked after, a new date, kept', async () => {
    const { commitment } = await promise()
    const { id } = commitment
    later('2026-11-27')
    await desk.do('commitment.chase', { id, text: 'How is it coming along?' })
    await desk.do('commitment.renegotiate', { id, dueOn: '2026-12-04', who: 'Marc Laurent' })
    later('2026-12-03')
    const { commitment: kept } = await desk.do<One>('commitment.keep', { id })
    expect(kept.state).toBe('kept')
    expect(history(kept)).toEqual([
      'Tue 24 Nov 09:00: written down by Ines',
      'Fri 27 Nov 10:00: asked after by Ines',
      'Fri 27 Nov 10:00: a new date was agreed with Marc Laurent, in the place of Fri 27 Nov 2026, 16:00 (Europe/London)',
      'Thu 3 Dec 10:00: kept',
    ])
    expect(await desk.try('commitment.chase', { id })).toMatchObject({ refused: { why: 'moved-on' } })
  })

  test('broken needs its reason; what was let go can be opened again', async () => {
    const { commitment: a } = await promise()
    expect(await desk.try('commitment.break', { id: a.id, why: '' })).toMatchObject({ refused: { path: 'why' } })
    const broken = await desk.do<One>('commitment.break', { id: a.id, why: 'They withdrew the offer' })
    expect(history(broken.commitment).at(-1)).toBe('Tue 24 Nov 09:00: broken: They withdrew the offer')
    const { commitment: b } = await ours()
    await desk.do('commitment.forgive', { id: b.id })
    expect(await desk.try('commitment.keep', { id: b.id })).toMatchObject({ refused: { why: 'moved-on' } })
    expect((await desk.do<One>('commitment.reopen', { id: b.id })).commitment.state).toBe('open')
  })

  test('each step is taken back whole', async () => {
    const { commitment } = await promise()
    const { id } = commitment
    const { did } = await desk.do<One>('commitment.renegotiate', { id, dueOn: '2026-12-04' })
    await desk.do('journal.undo', { entry: did.entry })
    const again = (await shown(id)).commitment
    expect(again).toMatchObject({ dueOn: '2026-11-27', chaseOn: '2026-11-27', state: 'open' })
    expect(history(again)).toHaveLength(1)
  })

  test('a new date lies ahead and is another one', async () => {
    const { commitment } = await promise()
    for (const dueOn of ['2026-11-20', '2026-11-27'])
      expect(await desk.try('commitment.renegotiate', { id: commitment.id, dueOn, time: '16:00' })).toMatchObject({
        refused: { path: 'dueOn' },
      })
  })
})

describe('asking after it', () => {
  test('grows firmer each time, says the day on both clocks, and sets the next day sooner', async () => {
    const { commitment } = await promise()
    const { id } = commitment
    const bodies: string[] = []
    const next: string[] = []
    later('2026-11-30')
    for (let n = 0; n < 4; n++) {
      bodies.push((await shown(id)).letter?.body ?? '')
      next.push((await desk.do<One>('commitment.chase', { id })).commitment.chaseOn)
    }
    expect(bodies[0]).toContain(
      'which was due Fri 27 Nov 2026, 16:00 (Europe/London) = Fri 27 Nov 2026, 17:00 (Europe/Zurich). When may we expect it?',
    )
    expect(bodies[1]).toContain('Would you tell me by which day we can count on it?')
    expect(bodies[2]).toContain('I have asked twice')
    expect(bodies[3]).toContain('this is the fourth time')
    expect(next).toEqual(['2026-12-03', '2026-12-02', '2026-12-01', '2026-12-01'])
  })

  test('was not done at a time that has not come', async () => {
    const { commitment } = await promise()
    expect(await desk.try('commitment.chase', { id: commitment.id, askedAt: '2027-01-01T00:00:00Z' })).toMatchObject({
      refused: { why: 'bad-input', path: 'askedAt' },
    })
  })

  test('is a finding on its day, whose fix is the letter; asked, it is gone until the next', async () => {
    const { commitment } = await promise({ what: 'the chased thing' })
    const mine = async () => (await findings('chase-due')).find(({ words }) => words.includes('the chased thing'))
    expect(await mine()).toBeUndefined()
    later('2026-11-30')
    const found = await mine()
    expect(found?.words).toBe('Marc Laurent owes “the chased thing”, 2 days late')
    const [ask] = found?.fixes ?? []
    expect(ask).toMatchObject({ reach: 'world', operation: 'commitment.chase', message: { to: [marc.address] } })
    await desk.do('commitment.chase', ask?.input)
    expect(await mine()).toBeUndefined()
    expect((await shown(commitment.id)).commitment.chaseWords).toBe('asked once; next on Thu 3 Dec')
  })

  test('a promise of ours that passes its date is never silent', async () => {
    const { commitment } = await ours({ what: 'the late redlines' })
    later('2026-11-30')
    const found = (await findings('promise-late')).find(({ words }) => words.includes('the late redlines'))
    expect(found).toMatchObject({
      words: 'Dana Okafor promised “the late redlines” to Camille Aubry: 2 days late',
      items: [{ due: { what: 'commitment', id: commitment.id } }],
    })
    const letter = found?.fixes.find(({ reach }) => reach === 'world')
    expect(letter?.message?.body).toContain('it is late: I am sorry')
    const kept = found?.fixes.find(({ reach }) => reach === 'desk')
    await desk.do('finding.fix', kept?.input)
    expect((await shown(commitment.id)).commitment.state).toBe('kept')
  })
})

describe('closing a thing closes what hangs on it', () => {
  test('a meeting that is cancelled, and it stands again when the meeting does', async () => {
    const calendar = calendarOf(desk)
    const work = await calendar.add('Work')
    const meeting = await calendar.event(work, { title: 'Board', when: at('2026-12-02T10:00', '11:00') })
    const { commitment } = await ours({ hangsOn: [meeting.eventId] })
    const { did } = await desk.do('event.cancel', { eventId: meeting.eventId })
    const fell = (await shown(commitment.id)).commitment
    expect(fell.state).toBe('fell')
    expect(history(fell).at(-1)).toBe('Tue 24 Nov 09:00: fell with “Board”')
    await desk.do('journal.undo', { entry: did.entry })
    expect((await shown(commitment.id)).commitment.state).toBe('open')
    await desk.do('event.cancel', { eventId: meeting.eventId })
    await desk.do('event.restore', { eventId: meeting.eventId })
    expect((await shown(commitment.id)).commitment.state).toBe('open')
  })

  test('a promise that is kept, through others, and taken back with it', async () => {
    const { commitment: a } = await promise()
    const { commitment: b } = await ours({ hangsOn: [a.id] })
    const { commitment: c } = await ours({ hangsOn: [b.id] })
    const { did } = await desk.do<One>('commitment.keep', { id: a.id })
    const { entries } = await desk.do<{ entries: { words: string }[] }>('journal.list', { limit: 1 })
    expect(entries[0]?.words).toBe('Kept: “Marc Laurent owes us the price sheet”; 2 more fell with it')
    expect((await shown(c.id)).commitment.state).toBe('fell')
    await desk.do('journal.undo', { entry: did.entry })
    for (const { id } of [a, b, c]) expect((await shown(id)).commitment.state).toBe('open')
  })
})

test('a plan as it stood has the promises as they were known then', async () => {
  const { commitmentsAround } = await import('./queries.ts')
  const { settle } = await import('../../begin.ts')
  const { commitment } = await promise()
  const then = desk.at
  later('2026-11-25')
  await desk.do('commitment.renegotiate', { id: commitment.id, dueOn: '2026-12-04' })
  const window = { start: 0, end: Number.MAX_SAFE_INTEGER / 2 } as never
  const known = (asOf: Temporal.Instant | null) =>
    desk.around.db.transaction().execute(async (db) => {
      await settle(db, desk.seat.desk, desk.seat.desk)
      const span = asOf ? { start: then.epochMilliseconds, end: then.epochMilliseconds + 9e8 } : window
      return (await commitmentsAround(db, desk.seat.desk, span as never, asOf)).find(({ id }) => id === commitment.id)
    })
  expect((await known(then))?.terms.dueOn).toBe('2026-11-27')
})

test('one line is understood or asked about, and kept with its words', async () => {
  const { commitment } = await desk.do<One>('commitment.capture', { text: 'Jo Park owes us the volumes by Thu 3 Dec' })
  expect(commitment).toMatchObject({
    words: 'Jo Park owes us the volumes',
    dueOn: '2026-12-03',
    quote: 'Jo Park owes us the volumes by Thu 3 Dec',
  })
  expect(await desk.try('commitment.capture', { text: 'Jo Park owes us the volumes next week' })).toMatchObject({
    refused: { why: 'bad-input', path: 'text', words: '“next week” is no day: say which, for example “by Fri”' },
  })
  const { commitments } = await desk.do<{ commitments: CommitmentView[] }>('commitment.list', { person: 'jo' })
  expect(commitments.map(({ words }) => words)).toEqual(['Jo Park owes us the volumes'])
})
