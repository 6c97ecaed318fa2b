import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Refusal } from '../../refusal.ts'
import { type TestDesk, testDesk } from '../../testing.ts'
import type { SetView, WeekView } from './model.ts'

let desk: TestDesk
let dana: string
let work: string
beforeAll(async () => {
  desk = await testDesk()
  dana = await desk.sit('executive', 'Dana')
  work = (await desk.do<{ calendar: { id: string } }>('calendar.add', { name: 'Work' })).calendar.id
})
afterAll(() => desk.stop())

type Listed = { week: WeekView; sets: SetView[] }
type Trend = {
  weeks: { isPast: boolean; isKnown: boolean }[]
  priorities: { words: string; shares: (number | null)[] }[]
}
const zone = 'Europe/London'
const event = (title: string, day: string) =>
  desk.do('event.add', {
    title,
    calendarId: work,
    when: { allDay: false, start: `${day}T10:00:00`, end: `${day}T12:00:00`, zone, endZone: null },
  })
const trend = (horizon: 'year' | 'quarter', on: string) =>
  desk.do<Trend>('priority.trend', { horizon, on }, { member: dana })
/** No number that nobody counted, anywhere in an answer. */
const isHonest = (answer: object) => {
  const text = JSON.stringify(answer, (_, value) => {
    if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true)
    return value
  })
  expect(text).not.toMatch(/NaN|Infinity|undefined/)
}

describe('a desk of which nothing is known', () => {
  test('has no shares, and says so in a sentence', async () => {
    await desk.do(
      'priority.add',
      { horizon: 'quarter', on: '2026-11-23', title: 'The board', meant: 20 },
      { member: dana },
    )
    const { sets, week } = await desk.do<Listed>('priority.list', {}, { member: dana })
    const quarter = sets.find(({ horizon }) => horizon === 'quarter')
    expect(week.isKnown).toBe(false)
    expect(quarter?.sentence).toBe('The board comes first this quarter; nothing is known of last week.')
    expect(quarter?.priorities).toMatchObject([{ words: 'nothing is known, 20 % meant', isShort: false }])
    const { priorities } = await trend('quarter', '2026-11-23')
    expect(priorities).toMatchObject([{ words: 'The board: nothing is known yet' }])
    expect(priorities[0]?.shares.every((share) => share === null)).toBe(true)
    isHonest(sets)
  })
})

describe('a year with gaps', () => {
  test('is the mean of the weeks that were lived; what is planned is no part of it, and a gap is no nought', async () => {
    await desk.do(
      'priority.add',
      { horizon: 'year', on: '2026-11-23', title: 'Renewals', rules: [{ words: ['renewal'] }] },
      { member: dana },
    )
    // Two weeks of January, one of June, and much that is only planned.
    for (const day of ['2026-01-06', '2026-01-13', '2026-06-02']) await event('Renewal', day)
    for (const day of ['2026-12-01', '2026-12-02', '2026-12-08', '2026-12-15']) await event('Something else', day)
    const { priorities, weeks } = await trend('year', '2026-11-23')
    const [renewals] = priorities
    expect(weeks.filter(({ isKnown, isPast }) => isKnown && isPast)).toHaveLength(3)
    expect(renewals?.shares.filter((share) => share === null).length).toBeGreaterThan(40)
    expect(renewals?.words).toBe('Renewals: 5 % a week over 3 weeks; nothing is known of 44 weeks')
    isHonest(priorities)
  })
})

describe('days that nobody means', () => {
  test.each(['0000-01-01', '0001-01-01', '9999-12-31'])('%s is refused with what the desk can count to', async (on) => {
    for (const [operation, input, path] of [
      ['priority.list', { on }, 'on'],
      ['priority.counted', { horizon: 'week', on }, 'on'],
      ['priority.trend', { horizon: 'quarter', on }, 'on'],
      ['priority.add', { horizon: 'week', on, title: 'Never' }, 'on'],
      ['today.show', { on }, 'on'],
      ['finding.list', { from: on, to: on }, 'from'],
    ] as const) {
      const { refused } = (await desk.try(operation, input, { member: dana })) as { refused?: Refusal }
      expect(refused, operation).toMatchObject({ why: 'bad-input', path })
      expect(refused?.words).toContain('The desk knows days from the year 1000 to the year 9000')
    }
  })

  test.each(['soon', '2027-01-04T09:00:00', '2027-01-04T09:00:00+00:00[Europe/Nowhere]'])(
    'time is not kept from “%s” on',
    async (start) => {
      const { id } = await desk.do<{ id: string }>(
        'priority.add',
        { horizon: 'week', on: '2026-11-23', title: `From ${start}` },
        { member: dana },
      )
      const answer = await desk.try('priority.protect', { id, start, minutes: 30 }, { member: dana })
      expect(answer).toMatchObject({ refused: { why: 'bad-input', path: 'start' } })
    },
  )
})
