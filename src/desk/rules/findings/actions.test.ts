import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../../testing.ts'
import type { FindingView, RuleView } from '../model.ts'

let desk: TestDesk
let calendarId: string
beforeAll(async () => {
  desk = await testDesk()
  const { calendar } = await desk.do<{ calendar: { id: string } }>('calendar.add', { name: 'Work' })
  calendarId = calendar.id
})
afterAll(() => desk.stop())

let day = 0
let on = ''
/** Each test has a day of its own, so that none sees another's trouble. */
beforeEach(() => {
  on = Temporal.PlainDate.from('2026-11-24').add({ days: day++ }).toString()
})

type Event = { eventId: string; version: number }
const add = async (title: string, from: string, to: string, more: object = {}): Promise<Event> => {
  const when = { allDay: false, start: `${on}T${from}:00`, end: `${on}T${to}:00`, zone: 'Europe/London', endZone: null }
  return (await desk.do<{ event: Event }>('event.add', { calendarId, title, when, ...more })).event
}
const findings = async () => (await desk.do<{ findings: FindingView[] }>('finding.list', { from: on, to: on })).findings
const only = async (): Promise<FindingView> => {
  const all = await findings()
  if (all.length !== 1 || !all[0]) throw new Error(`not one finding but ${all.length}`)
  return all[0]
}
const lastEntry = async () =>
  (await desk.do<{ entries: { id: string; words: string }[] }>('journal.list', { limit: 1 })).entries[0]
const undoLast = async () => desk.do('journal.undo', { entry: (await lastEntry())?.id })
const counts = async (kind: string) =>
  (await desk.do<{ rules: RuleView[] }>('rule.list')).rules.find((rule) => rule.kind === kind)?.counts

describe('a finding', () => {
  test('is told with its rule, its words, its items and its zone', async () => {
    const board = await add('Board', '09:00', '10:30')
    await add('Call', '10:00', '11:00')
    expect(await only()).toMatchObject({
      title: 'Two things at once',
      weight: 'never',
      words: '“Board” is on until 10:30 and “Call” begins at 10:00 in London: 30 min at once',
      start: `${on}T10:00:00+00:00[Europe/London]`,
      rule: { kind: 'overlap', source: 'physics' },
      items: [{ title: 'Board', eventId: board.eventId }, { title: 'Call' }],
      state: 'open',
    })
  })

  test('on a time that somebody was offered offers to move what clashes with it, and never the offer', async () => {
    await desk.do('hold.offer', {
      to: { name: 'Harlan Voss', address: 'harlan@tallow.example' },
      meeting: { title: 'Spring volumes', by: 'video' },
      times: [{ start: `${on}T10:00:00+00:00`, end: `${on}T10:30:00+00:00` }],
      page: false,
      calendarId,
      expiresAt: desk.at.add({ hours: 3 }).toString(),
    })
    await add('Call', '10:00', '10:30')
    const clash = (await findings()).find(({ title }) => title === 'Two things at once')
    const moves = clash?.fixes.filter(({ reach }) => reach === 'desk').map(({ words }) => words)
    expect(moves?.length).toBeGreaterThan(0)
    for (const words of moves ?? []) expect(words).toMatch(/^Move “Call”/)
  })

  test('goes when one of its things goes', async () => {
    const board = await add('Board', '09:00', '10:30')
    await add('Call', '10:00', '11:00')
    await desk.do('event.cancel', { eventId: board.eventId })
    expect(await findings()).toEqual([])
  })

  test('is not told of a rule that is off', async () => {
    await add('Board', '09:00', '10:30')
    await add('Call', '10:00', '11:00')
    const { rule } = await only()
    await desk.do('rule.switch', { id: rule.id, on: false })
    expect(await findings()).toEqual([])
    await undoLast()
    expect(await findings()).toHaveLength(1)
  })
})

describe('living with a finding', () => {
  test('makes it quiet, counts against its rule, and undo takes it back', async () => {
    await add('Board', '09:00', '10:30')
    await add('Call', '10:00', '11:00')
    const before = await counts('overlap')
    const { fingerprint } = await only()
    await desk.do('finding.accept', { fingerprint, reason: 'He dials in late' })
    expect(await only()).toMatchObject({ state: 'accepted', stateWords: 'He dials in late' })
    expect((await counts('overlap'))?.overridden).toBe((before?.overridden ?? 0) + 1)
    expect((await lastEntry())?.words).toBe('Chose to live with “Two things at once”: He dials in late')
    await undoLast()
    expect(await only()).toMatchObject({ state: 'open', stateWords: null })
    expect(await counts('overlap')).toEqual(before)
  })

  test('ends when it gets worse', async () => {
    await add('Board', '09:00', '10:30')
    const call = await add('Call', '10:00', '11:00')
    const { fingerprint } = await only()
    await desk.do('finding.accept', { fingerprint, reason: 'Half an hour is fine' })
    const when = { allDay: false, start: `${on}T09:30:00`, end: `${on}T10:30:00`, zone: 'Europe/London', endZone: null }
    await desk.do('event.move', { eventId: call.eventId, when })
    expect(await only()).toMatchObject({ fingerprint, state: 'open' })
  })

  test('ends when its last day has passed, and not before', async () => {
    await add('Board', '09:00', '10:30')
    await add('Call', '10:00', '11:00')
    const { fingerprint } = await only()
    const past = { fingerprint, reason: 'Too late', until: '2026-11-22' }
    expect(await desk.try('finding.accept', past)).toMatchObject({ refused: { why: 'bad-input', path: 'until' } })
    await desk.do('finding.accept', { fingerprint, reason: 'Until tomorrow', until: '2026-11-24' })
    expect((await only()).state).toBe('accepted')
    const start = desk.at
    desk.at = Temporal.Instant.from('2026-11-25T00:00:01Z')
    expect((await only()).state).toBe('open')
    desk.at = start
  })

  test('is refused for what is not wrong any more', async () => {
    expect(await desk.try('finding.accept', { fingerprint: 'gone', reason: 'x' })).toMatchObject({
      refused: { why: 'not-there', standing: ['gone'] },
    })
  })

  test('goes on through a new story of its rule, and ends with a new meaning', async () => {
    const { rule } = await desk.do<{ rule: RuleView }>('rule.add', {
      kind: 'length',
      params: { minutes: 45 },
      weight: 'prefer',
    })
    await add('Long', '14:00', '15:00')
    const { fingerprint } = await only()
    await desk.do('finding.accept', { fingerprint, reason: 'Once' })
    const edited = await desk.do<{ rule: RuleView }>('rule.edit', { id: rule.id, version: 1, story: 'Because' })
    expect((await only()).state).toBe('accepted')
    await desk.do('rule.edit', { id: rule.id, version: edited.rule.version, params: { minutes: 30 } })
    expect((await only()).state).toBe('open')
    await desk.do('rule.remove', { id: rule.id })
  })
})

describe('a fix the desk can do', () => {
  test('is performed as the button has it, and the finding is gone; its rule was relied on', async () => {
    await add('Board', '09:00', '10:30')
    await add('Call', '10:00', '11:00')
    const before = await counts('overlap')
    const [fix] = (await only()).fixes
    expect(fix).toMatchObject({ reach: 'desk', operation: 'finding.fix', words: 'Move “Call” to 10:30–11:30' })
    await desk.do(fix?.operation ?? '', fix?.input)
    expect(await findings()).toEqual([])
    expect((await counts('overlap'))?.reliedOn).toBe((before?.reliedOn ?? 0) + 1)
    expect((await lastEntry())?.words).toContain('because of “Two things at once”')
    await undoLast()
    expect(await findings()).toHaveLength(1)
    expect(await counts('overlap')).toEqual(before)
  })

  test('is refused when the plan has changed since it was offered', async () => {
    await add('Board', '09:00', '10:30')
    await add('Call', '10:00', '11:00')
    const [fix] = (await only()).fixes
    await add('In the way', '10:30', '11:30')
    expect(await desk.try('finding.fix', fix?.input)).toMatchObject({ refused: { why: 'moved-on' } })
  })

  test('cannot be made up', async () => {
    const board = await add('Board', '09:00', '10:30')
    await add('Call', '10:00', '11:00')
    const { fingerprint } = await only()
    const input = { eventId: board.eventId }
    expect(await desk.try('finding.fix', { fingerprint, operation: 'event.cancel', input })).toMatchObject({
      refused: { why: 'moved-on' },
    })
  })
})

describe('asking somebody outside', () => {
  const camille = { address: 'camille@guests.example', name: 'Camille', answer: 'accepted', required: true }
  const clash = async () => {
    await add('Board', '09:00', '10:30', { people: [camille] })
    await add('Call', '10:00', '11:00', { people: [camille] })
    return only()
  }

  test('has the letter ready, with weekday and zone', async () => {
    const [fix] = (await clash()).fixes
    expect(fix).toMatchObject({ reach: 'world', operation: 'finding.asked', message: { to: [camille.address] } })
    expect(fix?.message?.body).toMatch(/Would \w{3} \d+ \w{3} 2026, 10:30–11:30 \(Europe\/London\) suit you instead\?/)
    await desk.do(fix?.operation ?? '', fix?.input)
    expect((await only()).state).toBe('asked')
  })

  test('leaves it amber until a person records a yes, who said it and under which reference', async () => {
    const { fingerprint } = await clash()
    const { askId } = await desk.do<{ askId: string }>('finding.asked', { fingerprint, to: 'Camille' })
    expect(await only()).toMatchObject({ state: 'asked', stateWords: 'asked 09:00, no answer', askId })
    await desk.do('finding.answered', { askId, answer: 'yes', who: 'Camille', reference: 'K7' })
    expect(await only()).toMatchObject({ state: 'accepted', stateWords: 'Camille said yes, 09:00 (K7)' })
    expect((await lastEntry())?.words).toBe('Camille said yes about “Two things at once” (K7)')
    expect(await desk.try('finding.answered', { askId, answer: 'no', who: 'Camille' })).toMatchObject({
      refused: { why: 'moved-on' },
    })
    await undoLast()
    expect((await only()).state).toBe('asked')
  })

  test('leaves it open after a no', async () => {
    const { fingerprint } = await clash()
    const { askId } = await desk.do<{ askId: string }>('finding.asked', { fingerprint, to: 'Camille' })
    await desk.do('finding.answered', { askId, answer: 'no', who: 'Camille' })
    expect(await only()).toMatchObject({ state: 'open', stateWords: 'Camille said no, 09:00' })
  })

  test('can be taken back before they answer', async () => {
    const { fingerprint } = await clash()
    await desk.do('finding.asked', { fingerprint, to: 'Camille' })
    await undoLast()
    expect(await only()).toMatchObject({ state: 'open', stateWords: null })
  })

  test('a yes can be looked at again', async () => {
    const { fingerprint } = await clash()
    const { askId } = await desk.do<{ askId: string }>('finding.asked', { fingerprint, to: 'Camille' })
    await desk.do('finding.answered', { askId, answer: 'yes', who: 'Camille' })
    await desk.do('finding.reopen', { fingerprint })
    expect((await only()).state).toBe('asked')
  })
})

describe('a preview', () => {
  const nights = { kind: 'night', params: { minutes: 660 }, weight: 'avoid' }
  const preview = (input: object) =>
    desk.do<{
      words: string
      count: number
      never: string | null
      flaggedDays: number
      days: number
      findings: FindingView[]
    }>('rule.preview', input)

  test('shows what a draft would flag, and saves nothing', async () => {
    const before = await counts('overlap')
    await add('Late', '22:00', '23:00')
    on = Temporal.PlainDate.from(on).add({ days: 1 }).toString()
    await add('Early', '07:00', '08:00')
    day++
    const seen = await preview({ draft: JSON.stringify(nights), to: on })
    expect(seen).toMatchObject({ words: '11 h of rest between one day and the next', count: 1, flaggedDays: 1 })
    expect(seen.findings[0]?.items.map((item) => item.title)).toEqual(['Late', 'Early'])
    expect(await counts('night')).toBeUndefined()
    expect(await counts('overlap')).toEqual(before)
  })

  test('of a rule that is there shows what it is keeping, switched off too', async () => {
    await add('Board', '09:00', '10:30')
    await add('Call', '10:00', '11:00')
    const { rule } = await only()
    const seen = await preview({ id: rule.id, from: on, to: on })
    expect(seen).toMatchObject({ count: 1, flaggedDays: 1, days: 1 })
    await desk.do('rule.switch', { id: rule.id, on: false })
    expect(await preview({ id: rule.id, from: on, to: on })).toEqual(seen)
    await undoLast()
  })

  test('of a rule that would flag every day with a meeting says that it says nothing', async () => {
    const { from, to } = { from: on, to: Temporal.PlainDate.from(on).add({ days: 13 }).toString() }
    const inDays = (n: number) => Temporal.PlainDate.from(from).add({ days: n }).toString()
    for (const n of [0, 1, 2, 3, 4]) {
      on = inDays(n)
      await add('Board', '09:00', '10:00')
    }
    for (const n of [5, 6]) {
      on = inDays(n)
      await add('Reading', '09:00', '10:00', { kind: 'focus' })
    }
    day += 13
    const rule = (days: readonly string[]) => JSON.stringify({ kind: 'no-meetings', params: { days }, weight: 'avoid' })
    const every = await preview({ draft: rule(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']), from, to })
    expect(every).toMatchObject({ flaggedDays: 5, never: expect.stringContaining('every one of 5 days') })
    const some = Temporal.PlainDate.from(from).dayOfWeek
    const one = await preview({ draft: rule([['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'][some - 1] ?? '']), from, to })
    expect(one).toMatchObject({ never: null })
  })

  test('is refused with the path of what does not fit', async () => {
    const no = (draft: string) => desk.try('rule.preview', { draft })
    expect(await no(JSON.stringify({ ...nights, params: { minutes: 0 } }))).toMatchObject({
      refused: { why: 'bad-input', path: 'params.minutes' },
    })
    expect(await no('{')).toMatchObject({ refused: { why: 'bad-input', path: 'draft' } })
    expect(await desk.try('rule.preview', {})).toMatchObject({ refused: { why: 'bad-input' } })
  })
})

test('the counts of a rule grow as days pass, and only then', async () => {
  await add('Board', '09:00', '10:30')
  await add('Call', '10:00', '11:00')
  const start = desk.at
  const before = await counts('overlap')
  desk.at = Temporal.PlainDate.from(on).add({ days: 1 }).toZonedDateTime('Europe/London').toInstant()
  const after = await counts('overlap')
  expect(after?.applied).toBeGreaterThan(before?.applied ?? 0)
  expect(after?.kept).toBeLessThan(after?.applied ?? 0)
  expect(await counts('overlap')).toEqual(after)
  desk.at = start
  expect(await counts('overlap')).toEqual(before)
})
