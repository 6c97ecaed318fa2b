import { expect, test } from 'vitest'
import type { WorkView } from '../../desk/work/tasks/model.ts'
import { groupsOf, metWords } from './groups.ts'

const work = (title: string, due: string | null, late = false) =>
  ({ title, due, late, checks: [] }) as unknown as WorkView
const today = Temporal.PlainDate.from('2026-11-25')

test('work stands by when it is due, seen from a Wednesday in London', () => {
  const groups = groupsOf(
    [
      work('late', '2026-11-25T08:00:00+00:00[Europe/London]', true),
      work('today', '2026-11-25T18:00:00+00:00[Europe/London]'),
      work('sunday', '2026-11-29T23:59:00+00:00[Europe/London]'),
      work('in a week', '2026-12-02T23:00:00+00:00[Europe/London]'),
      work('after that', '2026-12-03T09:00:00+00:00[Europe/London]'),
      work('early in Tokyo', '2026-11-26T06:00:00+09:00[Asia/Tokyo]'),
      work('some day', null),
    ],
    today,
    'Europe/London',
  )
  expect(groups.map(({ name, works }) => [name, works.map(({ title }) => title)])).toEqual([
    ['Late', ['late']],
    ['Today', ['today', 'early in Tokyo']],
    ['Within a week', ['sunday', 'in a week']],
    ['Later', ['after that']],
    ['No date', ['some day']],
  ])
})

test('checks are counted only where there are any', () => {
  expect(metWords(work('a', null))).toBe('')
  expect(metWords({ ...work('a', null), checks: [{ by: 'Ines' }, { by: null }] } as unknown as WorkView)).toBe(
    '1 of 2 checks',
  )
})
