import { describe, expect, test } from 'vitest'
import type { Field, Proposal } from '../../../desk/travel/reading/model.ts'
import { ahead, onRoute } from './route.ts'

const one = (values: Partial<Record<Field, string>>, action: Proposal['action'] = 'booked'): Proposal => ({
  kind: 'train',
  action,
  fields: Object.fromEntries(
    Object.entries(values).map(([field, value]) => [field, { value, origin: { by: 'words', at: 0, words: value } }]),
  ),
  doubts: [],
  missing: [],
})
const doubts = (proposals: readonly Proposal[]) => proposals.map((each) => each.doubts.map(({ field }) => field))

describe('parts of one way', () => {
  const first = {
    from: 'Cardiff Central',
    to: 'London Paddington',
    starts: '2027-01-16T08:54',
    ends: '2027-01-16T10:48',
  }

  test('that do not meet are doubted where they should', () => {
    const next = { from: 'Reading', to: 'Oxford', starts: '2027-01-16T11:30' }
    const found = onRoute([one(first), one(next)])
    expect(doubts(found)).toEqual([['to'], ['from']])
    expect(
      found.map(({ fields }) => Object.keys(fields).filter((field) => field === 'to' || field === 'from')),
    ).toEqual([['from'], ['to']])
  })

  test.each([
    [{ from: 'London', starts: '2027-01-16T11:30' }, 'that are called alike'],
    [{ from: 'Reading', starts: '2027-01-18T11:30' }, 'that follow days later'],
    [{ from: 'Reading', starts: '2027-01-16T11:30', confirmation: 'X' }, 'of another booking'],
    [{ from: 'PAD', starts: '2027-01-16T11:30' }, 'of which letters stand alone'],
  ])('are left as they are: %s %s', (next, _) => {
    expect(doubts(onRoute([one(first), one(next)]))).toEqual([[], []])
  })
})

describe('what a mail books', () => {
  const stay = { starts: '2026-11-20', ends: '2026-11-22' }
  test('is ahead of it: what is over is no booking, and what had begun is doubted', () => {
    expect(ahead([one(stay)], '2026-11-25T09:00:00+00:00[UTC]')).toEqual([])
    expect(doubts(ahead([one({ ...stay, ends: '2026-12-22' })], '2026-11-25T09:00:00+00:00[UTC]'))).toEqual([
      ['starts'],
    ])
    expect(doubts(ahead([one(stay)], '2026-11-20T09:00:00+00:00[UTC]'))).toEqual([[]])
  })

  test('but what is off may be told of afterwards', () => {
    expect(doubts(ahead([one(stay, 'cancelled')], '2026-11-25T09:00:00+00:00[UTC]'))).toEqual([[]])
  })
})
