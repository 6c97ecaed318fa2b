import { afterAll, beforeAll, expect, test } from 'vitest'
import { at } from '../../calendar/testing.ts'
import { type TestDesk, testDesk } from '../../testing.ts'
import { holdsOf } from '../testing.ts'
import { guestOf } from './guest.ts'

let desk: TestDesk
let on: ReturnType<typeof holdsOf>
let work: string
beforeAll(async () => {
  desk = await testDesk()
  on = holdsOf(desk)
  work = await on.calendar.add('Work')
  const people = [{ address: 'priya@desk.example', name: 'Priya Anand', answer: 'accepted', required: true }]
  const when = at('2026-11-26T11:00', '12:00')
  await on.calendar.event(work, { title: 'Kestrel takeover', when, people, place: 'Vault Room' })
})
afterAll(() => desk.stop())

const guest = () => guestOf(desk.around)
const them = { who: 'Camille Aubry', note: '' }

test('shows what was offered on their clocks and the desk’s, and nothing of the desk', async () => {
  const offered = {
    people: [{ address: 'marc@desk.example', name: 'Marc Laurent', answer: 'accepted', required: true }],
  }
  const { group, address } = await on.offer(on.three(), {
    meeting: {
      title: 'Northwind intro',
      notes: 'They want the price',
      link: 'https://meet.desk.example/n',
      ...offered,
    },
  })
  expect(address).toMatch(/^http:\/\/localhost:4170\/o\/[\w-]{22}$/)
  const page = await guest().show(on.tokenOf(address), null, desk.at)
  expect(page).toMatchObject({
    state: 'open',
    from: 'Ines',
    behalf: 'Dana Okafor',
    title: 'Northwind intro',
    minutes: 30,
    zone: 'Europe/Zurich',
    link: null,
    until: 'Wed 25 Nov 2026, 18:00 (Europe/Zurich)',
    times: [
      {
        holdId: group.holds[0]?.id,
        day: 'Thursday 26 November 2026',
        clock: '10:00–10:30',
        desk: '09:00 London',
        start: '2026-11-26T10:00:00+01:00',
        take: 'Take Thursday 10:00',
      },
      {},
      {},
    ],
  })
  expect(JSON.stringify(page)).not.toMatch(/Kestrel|Priya|Vault|price|Marc|meet\.desk/)
  const tokyo = await guest().show(on.tokenOf(address), 'Asia/Tokyo', desk.at)
  expect(tokyo?.times[1]).toMatchObject({
    day: 'Thursday 26 November 2026',
    clock: '23:00–23:30',
    desk: '14:00 London',
  })
  expect(await guest().show('wrong', null, desk.at)).toBeNull()
  await guest().take(on.press(address), group.holds[1]?.id ?? '', them)
  expect(await guest().show(on.tokenOf(address), null, desk.at)).toMatchObject({
    state: 'taken',
    link: 'https://meet.desk.example/n',
    times: [],
    taken: { words: 'Thu 26 Nov 2026, 15:00–15:30 (Europe/Zurich)' },
  })
  const file = (await guest().file(on.tokenOf(address), desk.at)) ?? ''
  expect(file).toContain(`UID:${group.holds[1]?.id}`)
  expect(file).toContain('SUMMARY:Northwind intro')
  expect(file).not.toMatch(/Marc|price|Kestrel|ATTENDEE/)
})

test('an address can be closed and made anew, and what is made anew closes what was before', async () => {
  const { group, address } = await on.offer([on.span('27T16:00', '16:30')])
  const again = await desk.do<{ address: string }>('hold.page', { groupId: group.id })
  expect(await guest().show(on.tokenOf(address), null, desk.at)).toBeNull()
  expect(await guest().show(on.tokenOf(again.address), null, desk.at)).not.toBeNull()
  await desk.do('hold.shut', { groupId: group.id })
  expect(await guest().show(on.tokenOf(again.address), null, desk.at)).toBeNull()
  expect(await guest().none(on.press(again.address), them)).toMatchObject({ refused: { why: 'not-there' } })
})

test('pressing twice takes once, and both presses are answered that it is taken', async () => {
  const { group, address } = await on.offer([on.span('27T14:00', '14:30')])
  const press = () => guest().take(on.press(address), group.holds[0]?.id ?? '', them)
  expect(await Promise.all([press(), press(), press()])).toEqual(Array(3).fill({ done: true }))
  expect(await guest().take(on.press(address, 'later'), group.holds[0]?.id ?? '', them)).toEqual({ done: true })
})

test('whoever has one address cannot touch another’s times', async () => {
  const mine = await on.offer([on.span('30T09:00', '09:30')])
  const theirs = await on.offer([on.span('30T11:00', '11:30')])
  expect(await guest().take(on.press(mine.address), theirs.group.holds[0]?.id ?? '', them)).toEqual({
    refused: { why: 'not-there', words: 'That time was not offered here.', standing: [], path: 'holdId' },
  })
})

test('none works frees all; times they propose are judged when the desk looks, and taken in one step', async () => {
  const { group, address } = await on.offer([on.span('30T13:00', '13:30')])
  expect(await guest().none(on.press(address), { who: '', note: 'Away that week' })).toEqual({ done: true })
  expect(await on.states(group.id)).toEqual(['free again: it does not suit them'])
  const times = [
    { start: '2026-11-26T12:15:00+01:00', end: '2026-11-26T12:45:00+01:00' },
    { start: '2026-12-02T16:00:00+01:00', end: '2026-12-02T16:30:00+01:00' },
  ]
  await guest().propose(on.press(address, 'p'), times, { who: 'Camille Aubry', note: 'Either' })
  await guest().propose(on.press(address, 'q'), times, { who: 'Camille Aubry', note: 'Either' })
  const { proposals, needs } = await on.show(group.id)
  expect(needs).toMatchObject([{ code: 'proposal', words: 'Camille Aubry proposes other times' }])
  expect(proposals.map(({ words, cost }) => [words, cost])).toEqual([
    ['Thu 26 Nov 2026, 11:15–11:45 (Europe/London)', 1000],
    ['Wed 2 Dec 2026, 15:00–15:30 (Europe/London)', 0],
  ])
  expect(proposals[0]?.findings).toMatchObject([{ title: 'Two things at once', weight: 'never' }])
  expect((await guest().show(on.tokenOf(address), null, desk.at))?.proposed).toHaveLength(2)
  const [clash, free] = proposals.map(({ id }) => id)
  expect(await desk.try('hold.accept', { groupId: group.id, proposalId: clash })).toMatchObject({
    refused: { why: 'moved-on' },
  })
  await desk.do('hold.accept', { groupId: group.id, proposalId: free })
  expect(await on.calendar.lines('2026-12-02')).toEqual(['Renewal terms 2026-12-02T15:00 Europe/London'])
  expect(await on.show(group.id)).toMatchObject({ state: 'taken', proposals: [] })
})

test('two outsiders take overlapping times at the same instant: exactly one wins', async () => {
  for (let round = 0; round < 5; round++) {
    const [hour, day] = [String(9 + round).padStart(2, '0'), '10']
    const first = await on.offer([{ start: `2026-12-${day}T${hour}:00:00Z`, end: `2026-12-${day}T${hour}:40:00Z` }])
    const second = await on.offer([{ start: `2026-12-${day}T${hour}:20:00Z`, end: `2026-12-${day}T${hour}:59:00Z` }])
    // Two processes at one desk: neither waits for the other before the database does.
    const apart = guestOf({ ...desk.around, inTurn: (_, work) => work() })
    const answers = await Promise.all([
      apart.take(on.press(first.address), first.group.holds[0]?.id ?? '', them),
      apart.take(on.press(second.address), second.group.holds[0]?.id ?? '', them),
    ])
    expect(answers.filter((answer) => 'done' in answer)).toHaveLength(1)
    const lost = answers.find((answer) => 'refused' in answer)
    expect(lost).toEqual({ refused: { why: 'moved-on', words: 'That time is gone.', standing: [] } })
    const states = [await on.show(first.group.id), await on.show(second.group.id)].map(({ state }) => state)
    expect(states.toSorted()).toEqual(['out', 'taken'])
  }
})

test('fifty at once for one time: one has it, everybody is answered, and the journal is whole', async () => {
  const time = { start: '2026-12-15T10:00:00Z', end: '2026-12-15T10:30:00Z' }
  const offers = []
  for (let n = 0; n < 50; n++) offers.push(await on.offer([time]))
  const answers = await Promise.all(
    offers.map(({ group, address }) => guest().take(on.press(address), group.holds[0]?.id ?? '', them)),
  )
  expect(answers.filter((answer) => 'done' in answer)).toHaveLength(1)
  expect(new Set(answers.flatMap((answer) => ('refused' in answer ? answer.refused.words : [])))).toEqual(
    new Set(['That time is gone.']),
  )
  const lines = await on.calendar.lines('2026-12-15')
  expect(lines.filter((line) => line.startsWith('Renewal terms'))).toHaveLength(1)
  expect(await desk.do('journal.verify')).toMatchObject({ whole: true })
})
