import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FindingView } from '../rules/model.ts'
import { type TestDesk, testDesk } from '../testing.ts'
import type { TripView } from './model.ts'
import { flight, travelOf } from './testing.ts'

let desk: TestDesk
let the: ReturnType<typeof travelOf>
let trip: TripView

/** A trip with a flight and nothing else, looked at while check-in is about to close. */
beforeAll(async () => {
  desk = await testDesk()
  the = travelOf(desk)
  await desk.do('calendar.add', { name: 'Work' })
  desk.at = Temporal.Instant.from('2026-12-01T08:00:00Z')
  trip = await the.trip()
  await the.add(trip.id, {
    ...flight,
    status: 'booked',
    checkInBy: { local: '2026-12-01T17:10' },
    fare: { changeable: false, refundable: false },
  })
})
afterAll(() => desk.stop())

const show = () => desk.do<{ trip: TripView; findings: FindingView[] }>('trip.show', { id: trip.id })
const found = async (kind: string) => (await show()).findings.filter(({ rule }) => rule.kind === kind)
const first = async (kind: string): Promise<FindingView> => {
  const [one] = await found(kind)
  if (!one) throw new Error(`nothing found by ${kind}`)
  return one
}
const perform = async (kind: string, which = 0) => {
  const fix = (await first(kind)).fixes[which]
  if (!fix) throw new Error(`no way out of ${kind}`)
  const { did } = await desk.do<{ did: { entry: string } }>(fix.operation, fix.input)
  return { words: fix.words, undo: () => the.undo(did.entry) }
}

describe('a way out the desk takes by itself', () => {
  test('of nights without a bed is the wish for one, and goes back', async () => {
    const { words, undo } = await perform('bed-every-night')
    expect(words).toBe('Note that a bed is wanted from Tue 1 Dec to Thu 3 Dec')
    expect(await found('bed-every-night')).toEqual([])
    expect((await show()).trip.segments).toMatchObject([
      { kind: 'flight' },
      { kind: 'stay', status: 'intended', own: true, from: { local: '2026-12-01' }, to: { local: '2026-12-03' } },
    ])
    await undo()
    expect(await found('bed-every-night')).toHaveLength(1)
  })

  test('of a visa is that somebody has looked', async () => {
    const none = await perform('visa-looked-at')
    expect(none.words).toBe('No visa is needed for Switzerland')
    expect(await found('visa-looked-at')).toEqual([])
    await none.undo()
    const needed = await perform('visa-looked-at', 1)
    expect(await first('visa-looked-at')).toMatchObject({
      words: expect.stringContaining('needs a visa for Switzerland, and there is none yet'),
      fixes: [{ words: 'Open a point: Get the visa for Switzerland' }, { words: 'The visa for Switzerland is there' }],
    })
    await perform('visa-looked-at', 1)
    expect(await found('visa-looked-at')).toEqual([])
    expect((await show()).trip.entries).toMatchObject([{ country: 'CH', visa: 'held' }])
    expect(needed.words).toBe('A visa is needed for Switzerland')
  })

  test.each([
    ['papers-valid', 'Find out until when the passport of Dana Okafor is valid', '2026-12-01'],
    ['deadline-ahead', 'Check in for “XQ 345 LCY → ZRH”', '2026-12-01'],
  ])('of %s opens a point that whoever took it sees to, once', async (kind, words, dueOn) => {
    const { words: said } = await perform(kind)
    expect(said).toBe(`Open a point: ${words}`)
    expect((await show()).trip.points).toEqual(
      expect.arrayContaining([expect.objectContaining({ words, ownerName: 'Ines', dueOn, settled: null })]),
    )
    expect((await first(kind)).fixes).toEqual([])
    expect(await found('points-owned')).toEqual([])
  })
})
