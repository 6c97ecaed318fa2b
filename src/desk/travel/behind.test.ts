import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { FindingView } from '../rules/model.ts'
import { type TestDesk, testDesk } from '../testing.ts'
import type { CascadeView } from './contract.ts'
import type { SegmentView, TripView } from './model.ts'
import { flight, travelOf } from './testing.ts'

/* What the rules of travel say of a trip, and what is done about it: the desk's own is changed, others are asked. */

let desk: TestDesk
let the: ReturnType<typeof travelOf>
let trip: TripView
let [plane, car, table]: SegmentView[] = []
beforeAll(async () => {
  desk = await testDesk()
  the = travelOf(desk)
  await desk.do('calendar.add', { name: 'Work' })
})
const zone = 'Europe/Zurich'
beforeEach(async () => {
  trip = await the.trip({ until: '2026-12-02' })
  plane = await the.add(trip.id, { ...flight, provider: 'XQ Air', status: 'booked', confirmation: 'ABC123' })
  car = await the.add(trip.id, {
    kind: 'ride',
    provider: 'Alder Cars',
    status: 'booked',
    from: { airport: 'ZRH', local: '2026-12-01T21:30' },
    to: { place: 'Seehof', local: '2026-12-01T22:00', zone },
    dependsOn: [plane.id],
  })
  table = await the.add(trip.id, {
    kind: 'meal',
    title: 'Late supper',
    from: { place: 'Seehof', local: '2026-12-01T23:00', zone },
    to: { place: 'Seehof', local: '2026-12-01T23:45', zone },
  })
  await the.add(trip.id, {
    kind: 'ride',
    title: 'Ride home',
    from: { place: 'Seehof', local: '2026-12-02T11:00', zone },
    to: { airport: 'ZRH', local: '2026-12-02T11:30' },
  })
  await the.add(trip.id, {
    kind: 'stay',
    provider: 'Seehof',
    status: 'booked',
    from: { local: '2026-12-01T15:00', zone },
    to: { local: '2026-12-02T11:00', zone },
  })
  return () => desk.do('trip.cancel', { id: trip.id })
})
afterAll(() => desk.stop())

const later = { from: { local: '2026-12-01T19:25' }, to: { local: '2026-12-01T22:10' } }
const titles = ({ steps }: CascadeView) => [...new Set(steps.map(({ about }) => about.title))]
const findings = async (): Promise<FindingView[]> =>
  (await desk.do<{ findings: FindingView[] }>('trip.show', { id: trip.id })).findings
const of = async (kind: string) => (await findings()).find(({ rule }) => rule.kind === kind)

describe('a change of a flight', () => {
  test('is seen with everything behind it before it is made, and nothing is kept', async () => {
    const seen = await desk.do<CascadeView>('segment.cascade', { id: plane?.id, set: later })
    expect(seen.changed).toEqual({
      title: 'XQ 345 LCY → ZRH',
      was: 'Tue 1 Dec 2026, 17:55 (Europe/London)',
      now: 'Tue 1 Dec 2026, 19:25 (Europe/London)',
      at: '2026-12-01T19:25:00+00:00[Europe/London]',
    })
    expect(seen.steps.map(({ order }) => order)).toEqual([1, 2])
    expect(titles(seen)).toEqual(['Alder Cars ZRH → Seehof', 'Late supper'])
    expect(seen.stands).toEqual(['Ride home'])
    expect(await of('ride-fits')).toBeUndefined()
  })

  test('leaves a car behind: whoever drives is asked, it stays amber, and turns green by who confirmed it', async () => {
    await the.edit(plane?.id ?? '', { ...later, status: 'changed' })
    const behind = await desk.do<CascadeView>('segment.cascade', { id: plane?.id })
    expect(titles(behind)).toEqual(['Alder Cars ZRH → Seehof', 'Late supper'])
    const open = await of('ride-fits')
    expect(open).toMatchObject({ state: 'open' })
    expect(open?.items.map(({ segment }) => segment)).toContainEqual({ tripId: trip.id, id: car?.id })
    const today = await desk.do<{ findings?: FindingView[] }>('today.show', { on: '2026-12-01' })
    expect(JSON.stringify(today)).toContain(open?.fingerprint)
    const ask = open?.fixes.find(({ reach }) => reach === 'world')
    expect(ask).toMatchObject({ operation: 'segment.ask', input: { id: car?.id, to: 'Alder Cars' }, may: 'yes' })
    expect(ask?.message?.body).toContain('Alder Cars ZRH → Seehof')
    await desk.do('segment.ask', ask?.input)
    expect(await of('ride-fits')).toMatchObject({ state: 'asked', stateWords: 'asked 09:00, no answer' })
    expect(open).toMatchObject({ weight: 'never' })
    expect(await of('overlap')).toBeUndefined()
    await desk.do('segment.confirm', { id: car?.id, who: 'Jo, Alder Cars', reference: 'AL-20931' })
    expect(await of('ride-fits')).toBeUndefined()
  })

  test('after somebody was asked is nothing they were asked about', async () => {
    await desk.do('segment.ask', { id: car?.id, to: 'Alder Cars', wanted: { words: 'two bags' } })
    await desk.do('segment.edit', { id: plane?.id, set: later }, { at: desk.at.add({ minutes: 1 }) })
    expect(await of('ride-fits')).toMatchObject({ state: 'open' })
  })

  test('moves what the desk owns, and is read back', async () => {
    await the.edit(plane?.id ?? '', later)
    const late = (await findings()).find(({ items }) => items.some(({ segment }) => segment?.id === table?.id))
    const own = late?.fixes.find(({ reach }) => reach === 'desk')
    expect(own).toMatchObject({ operation: 'finding.fix', input: { operation: 'segment.edit' } })
    await desk.do('finding.fix', own?.input)
    expect((await findings()).some(({ fingerprint }) => fingerprint === late?.fingerprint)).toBe(false)
    const [said] = await the.said()
    expect(said).toContain('Late supper')
  })
})

test('a point that is nobody’s is somebody’s by one way out', async () => {
  await the.point(trip.id, { words: 'Who holds the tickets?' })
  const found = await of('points-owned')
  const [fix] = found?.fixes ?? []
  await desk.do('finding.fix', fix?.input)
  expect((await the.show(trip.id)).trip.points).toMatchObject([{ ownerName: 'Ines' }])
})

test('a time without a zone is an open thing of its trip', async () => {
  await the.add(trip.id, { kind: 'meal', title: 'Lunch', from: { place: 'Zurich', local: '2026-12-02T12:00' } })
  expect(await of('zone-known')).toMatchObject({ state: 'open' })
  const { trips } = await desk.do<{ trips: { id: string; findings: number }[] }>('trip.list')
  expect(trips.find(({ id }) => id === trip.id)?.findings).toBeGreaterThan(0)
})

test('whoever may not read travel is told that something is there, and nothing of it but what is on the calendar', async () => {
  await the.edit(plane?.id ?? '', later)
  const areas = { calendar: 'act', travel: 'none', desk: 'act', people: 'act', mail: 'act', money: 'none' } as const
  const member = await desk.sit('assistant', 'Noor', { areas: { ...areas, partnership: 'none' }, private: 'all' })
  const days = { from: '2026-12-01', to: '2026-12-01' }
  const told = await desk.do<{ findings: FindingView[] }>('finding.list', days, { member })
  const found = (kind: string) => told.findings.filter(({ rule }) => rule.kind === kind)
  expect(found('visa-looked-at')).toMatchObject([{ words: 'Something private at this time', items: [], fixes: [] }])
  expect(found('ride-fits')).toEqual([])
  expect(found('overlap').flatMap(({ items }) => items)).toMatchObject([
    { title: 'XQ 345 LCY → ZRH', segment: null },
    { title: 'Alder Cars ZRH → Seehof', segment: null },
  ])
  expect(await desk.try('trip.list', {}, { member })).toMatchObject({ refused: { why: 'not-yours' } })
})
