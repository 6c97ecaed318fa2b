import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { at, vcalendar, vevent } from '../../calendar/testing.ts'
import type { FindingView, RuleView } from '../../rules/model.ts'
import { type TestDesk, testDesk } from '../../testing.ts'
import type { GroupView } from '../model.ts'
import { guestOf } from '../page/guest.ts'
import { holdsOf } from '../testing.ts'

let desk: TestDesk
let on: ReturnType<typeof holdsOf>
let work: string
beforeAll(async () => {
  desk = await testDesk()
  on = holdsOf(desk)
  work = await on.calendar.add('Work')
})
beforeEach(async () => {
  for (const { id } of (await desk.do<{ groups: GroupView[] }>('hold.list')).groups)
    await desk.do('hold.release', { groupId: id })
})
afterAll(() => desk.stop())

const guest = () => guestOf(desk.around)
const them = { who: 'Camille Aubry', note: '' }

describe('taking', () => {
  test('reads the plan again: what came to stand there since refuses, and says what it is to the desk alone', async () => {
    const { group, address } = await on.offer([on.span('26T09:00', '09:30'), on.span('26T14:00', '14:30')])
    const lunch = await on.calendar.event(work, {
      title: 'Lunch with the chair',
      when: at('2026-11-26T14:15', '15:00'),
    })
    const second = group.holds[1]?.id
    const take = { groupId: group.id, holdId: second, who: 'Noor' }
    expect(await desk.try('hold.take', take)).toMatchObject({
      refused: { why: 'moved-on', words: expect.stringContaining('“Lunch with the chair”'), standing: [lunch.eventId] },
    })
    expect(await guest().take(on.press(address), second ?? '', them)).toEqual({
      refused: { why: 'moved-on', words: 'That time is gone.', standing: [] },
    })
    expect(await on.states(group.id)).toEqual(['out', 'out'])
    await desk.do('hold.take', { ...take, anyway: { reason: 'The chair can eat later' } })
    expect(await on.states(group.id)).toEqual(['free again: another was taken', 'taken'])
    const { rules } = await desk.do<{ rules: RuleView[] }>('rule.list')
    expect(rules.find(({ kind }) => kind === 'overlap')?.counts.overridden).toBe(1)
    await desk.do('event.cancel', { eventId: lunch.eventId })
  })

  test('what stood there when it was offered is no surprise', async () => {
    const soft = await on.calendar.event(work, { title: 'Reading', when: at('2026-12-01T10:00', '11:00') })
    const { group } = await on.offer([{ start: '2026-12-01T10:00:00Z', end: '2026-12-01T10:30:00Z' }])
    await on.take(group, 0)
    await desk.do('event.cancel', { eventId: soft.eventId })
  })

  test('a time agreed by phone is entered in one step and frees the group', async () => {
    const { group } = await on.offer(on.three())
    const time = { start: '2026-11-30T15:00:00Z', end: '2026-11-30T15:45:00Z' }
    await desk.do('hold.take', { groupId: group.id, time, who: 'Noor, by phone' })
    expect(await on.show(group.id)).toMatchObject({
      state: 'taken',
      stateWords: 'Noor, by phone took Mon 30 Nov 2026, 15:00–15:45 (Europe/London)',
    })
    expect(await on.calendar.lines('2026-11-26', '2026-11-30')).toContain(
      'Renewal terms 2026-11-30T15:00 Europe/London',
    )
    expect((await on.calendar.lines('2026-11-26', '2026-11-30')).filter((line) => line.startsWith('Hold:'))).toEqual([])
  })

  test('is undone whole: the holds are back, nothing is claimed, and it can be taken again and undone again', async () => {
    const { group } = await on.offer([on.span('24T09:00', '09:30'), on.span('24T11:00', '11:30')])
    const before = await on.calendar.lines('2026-11-24')
    const { did } = await on.take(group, 1)
    const undone = await on.calendar.undo(did.entry)
    expect(await on.calendar.lines('2026-11-24')).toEqual(before)
    expect(await on.show(group.id)).toMatchObject({ state: 'out', holds: [{ state: 'out' }, { state: 'out' }] })
    expect(await claims()).not.toContain(group.holds[1]?.id)
    await on.calendar.undo(undone.did.entry)
    expect(await on.states(group.id)).toEqual(['free again: another was taken', 'taken'])
    expect(await claims()).toContain(group.holds[1]?.id)
    const released = await on.offer([on.span('24T16:00', '16:30')])
    const free = await desk.do('hold.release', { groupId: released.group.id })
    await on.calendar.undo(free.did.entry)
    expect(await on.states(released.group.id)).toEqual(['out'])
  })
})

describe('a time that is taken', () => {
  test('cannot be claimed twice, unless somebody says why', async () => {
    const { group: first } = await on.offer([on.span('25T09:00', '10:00')])
    const { group: second } = await on.offer([on.span('25T11:00', '12:00')])
    await on.take(first, 0)
    await on.take(second, 0)
    const onto = { eventId: second.holds[0]?.id, when: at('2026-11-25T09:30', '10:30') }
    expect(await desk.try('event.move', onto)).toMatchObject({
      refused: { why: 'moved-on', standing: [first.holds[0]?.id] },
    })
    await desk.do('event.move', { ...onto, anyway: { reason: 'Both know' } })
    const { did } = await desk.do('event.move', { ...onto, when: at('2026-11-25T12:00', '13:00') })
    await on.calendar.undo(did.entry)
  })

  test('follows its meeting: moved, it claims the new time; cancelled, none', async () => {
    const { group } = await on.offer([on.span('25T14:00', '14:30')])
    await on.take(group, 0)
    const eventId = group.holds[0]?.id ?? ''
    await desk.do('event.move', { eventId, when: at('2026-11-25T16:00', '16:30') })
    expect(await spansClaimed(eventId)).toEqual(['2026-11-25T16:00:00Z'])
    const { did } = await desk.do('event.cancel', { eventId })
    expect(await spansClaimed(eventId)).toEqual([])
    await on.calendar.undo(did.entry)
    expect(await spansClaimed(eventId)).toEqual(['2026-11-25T16:00:00Z'])
  })

  test('follows its meeting where a file moves it', async () => {
    const { group } = await on.offer([on.span('30T16:00', '16:30')])
    await on.take(group, 0)
    const uid = group.holds[0]?.id ?? ''
    const times = ['DTSTART:20261130T170000Z', 'DTEND:20261130T173000Z', 'SEQUENCE:9', 'SUMMARY:Renewal terms']
    await on.calendar.bring(work, vcalendar(vevent(`UID:${uid}`, 'DTSTAMP:20261123T100000Z', ...times)))
    expect(await spansClaimed(uid)).toEqual(['2026-11-30T17:00:00Z'])
  })

  test('the database itself keeps two from claiming overlapping times at the same instant', async () => {
    const pair = await Promise.all([client(), client()])
    const claim = (one: pg.Client, id: string, from: string, to: string) =>
      one.query(`insert into desk.claim values ($1, $2, '', 'executive', $3, $4, false)`, [
        desk.seat.desk,
        id,
        `2026-12-20T${from}Z`,
        `2026-12-20T${to}Z`,
      ])
    for (const one of pair)
      await one.query(
        `begin; set local equerry.desk = '${desk.seat.desk}'; set local equerry.member = '${desk.seat.member}'`,
      )
    const ids = [desk.around.newId(desk.at), desk.around.newId(desk.at)] as const
    await claim(pair[0], ids[0], '09:00', '10:00')
    const late = claim(pair[1], ids[1], '09:30', '10:30').then(
      () => 'claimed',
      (error) => error.constraint,
    )
    await pair[0].query('commit')
    expect(await late).toBe('claim_once')
    for (const one of pair) await one.end()
  })
})

describe('two groups that were offered some of the same time', () => {
  test('are told as the second is made, and settled by who answers first; the other has fresh times and a letter', async () => {
    const { group: first } = await on.offer([on.span('26T10:00', '10:30'), on.span('27T15:00', '15:30')])
    const harlan = { to: { name: 'Harlan Voss', address: null, zone: 'Europe/London' } }
    const { group: second, address } = await on.offer([on.span('26T10:15', '10:45')], harlan)
    expect(second.holds[0]?.collides).toMatchObject([{ groupId: first.id, name: 'Camille Aubry' }])
    await on.take(first, 0)
    const after = await on.show(second.id)
    expect(after.state).toBe('out')
    expect(after.holds.map(({ stateWords }) => stateWords)[0]).toBe('somebody else took it')
    expect(after.holds.filter(({ state }) => state === 'out')).toHaveLength(1)
    expect(after.needs.map(({ code }) => code)).toContain('lost')
    expect(after.texts.apology).toContain('I am sorry: Thu 26 Nov 2026, 10:15–10:45 (Europe/London)')
    const page = await guest().show(on.tokenOf(address), null, desk.at)
    expect(page).toMatchObject({ state: 'open', lost: true, times: [{}] })
    expect(JSON.stringify(page)).not.toMatch(/Camille|Renewal terms with/)
    await desk.do('hold.nudged', { groupId: second.id })
    expect((await on.show(second.id)).texts.apology).toBeNull()
  })
})

describe('moving a meeting by offering new times', () => {
  test('moves it and never creates it again: UID, id and moves follow; cancelling it frees what hangs on it', async () => {
    const meeting = await on.calendar.event(work, { title: 'Press lunch', when: at('2026-12-02T12:00', '13:00') })
    const times = ['03', '04'].map((day) => ({ start: `2026-12-${day}T12:00:00Z`, end: `2026-12-${day}T13:00:00Z` }))
    const { group } = await on.offer(times, { eventId: meeting.eventId })
    await on.take(group, 1)
    expect(await on.calendar.show(meeting.eventId)).toMatchObject({
      uid: meeting.uid,
      title: 'Press lunch',
      moves: 1,
      start: '2026-12-04T12:00:00+00:00[Europe/London]',
    })
    expect(await on.calendar.lines('2026-12-02', '2026-12-04')).toEqual(['Press lunch 2026-12-04T12:00 Europe/London'])
    const { group: again } = await on.offer(times.slice(0, 1), { eventId: meeting.eventId })
    const { did } = await desk.do('event.cancel', { eventId: meeting.eventId })
    expect(await on.show(again.id)).toMatchObject({ state: 'cancelled', holds: [{ state: 'freed' }] })
    await on.calendar.undo(did.entry)
    expect(await on.show(again.id)).toMatchObject({ state: 'out', holds: [{ state: 'out' }] })
  })

  test('keeps the zone it was written in, and tells an outsider nothing of why it cannot be', async () => {
    const when = at('2026-12-14T18:00', '19:00', 'Europe/Zurich')
    const { eventId } = await on.calendar.event(work, { title: 'Dinner', when })
    const times = ['15', '16'].map((day) => ({ start: `2026-12-${day}T18:00:00Z`, end: `2026-12-${day}T19:00:00Z` }))
    const { group, address } = await on.offer(times, { eventId })
    await desk.do('calendar.change', { id: work, readOnly: true })
    expect(await guest().take(on.press(address), group.holds[0]?.id ?? '', them)).toEqual({
      refused: { why: 'moved-on', words: 'That time is gone.', standing: [] },
    })
    await desk.do('calendar.change', { id: work, readOnly: false })
    expect(await guest().take(on.press(address), group.holds[1]?.id ?? '', them)).toEqual({ done: true })
    expect((await on.calendar.show(eventId)).start).toBe('2026-12-16T19:00:00+01:00[Europe/Zurich]')
  })

  test('is counted against whom it is moved: the limit of moves speaks of what was moved by holds too', async () => {
    const people = [{ address: 'tess@the-ledger.example', name: 'Tess Quill', answer: 'accepted', required: true }]
    const { eventId } = await on.calendar.event(work, { title: 'Press', people, when: at('2026-12-08T12:00', '13:00') })
    await desk.do('rule.add', { kind: 'move-limit', params: { moves: 1 }, weight: 'avoid' })
    const titles = async () =>
      (
        await desk.do<{ findings: FindingView[] }>('finding.list', { from: '2026-12-07', to: '2026-12-12' })
      ).findings.map(({ title, words }) => `${title}: ${words}`)
    for (const day of ['09', '10']) {
      expect(await titles()).toEqual([])
      const time = { start: `2026-12-${day}T12:00:00Z`, end: `2026-12-${day}T13:00:00Z` }
      const { group } = await on.offer([time], { eventId })
      await on.take(group, 0)
    }
    expect(await titles()).toEqual(['Moved too often: Tess Quill was moved 2 times; 1 is the most'])
  })

  test('a hold is not moved by hand, and cancelling it frees it', async () => {
    const { group } = await on.offer([on.span('28T09:00', '09:30'), on.span('28T11:00', '11:30')])
    const eventId = group.holds[0]?.id
    expect(await desk.try('event.move', { eventId, when: at('2026-11-28T10:00', '10:30') })).toMatchObject({
      refused: { why: 'moved-on', standing: [group.id] },
    })
    await desk.do('event.cancel', { eventId })
    expect(await on.states(group.id)).toEqual(['free again: the desk freed it', 'out'])
  })
})

const client = async () => {
  const one = new pg.Client(desk.database.connections.app)
  await one.connect()
  return one
}
const rows = async <T>(sql: string): Promise<T[]> => {
  const one = new pg.Client(desk.database.connections.migrator)
  await one.connect()
  const found = await one.query(sql)
  await one.end()
  return found.rows as T[]
}
const claims = async () =>
  (await rows<{ event_id: string }>('select event_id from desk.claim')).map((row) => row.event_id)
const spansClaimed = async (id: string) =>
  (
    await rows<{ at: string }>(
      `select to_char(starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at from desk.claim where event_id = '${id}'`,
    )
  ).map((row) => row.at)
