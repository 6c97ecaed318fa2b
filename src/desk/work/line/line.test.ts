import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { understandWork } from './model.ts'

const now = Temporal.ZonedDateTime.from('2026-11-23T09:00:00+00:00[Europe/London]')
const read = (text: string) => understandWork(text, { now, executive: 'Dana Okafor' })

describe('one typed line of work', () => {
  test.each([
    [
      'Board pack by Thu 4pm 3h #board-papers',
      { title: 'Board pack', dueOn: '2026-11-26', dueTime: '16:00', effort: 180, kind: 'board papers' },
    ],
    ['Send the minutes tomorrow', { title: 'Send the minutes', dueOn: '2026-11-24', dueTime: null }],
    ['Tidy the shared folder', { title: 'Tidy the shared folder', dueOn: null, owner: 'assistant' }],
    ['Menu from the caterer by fri @Larch_Catering', { owner: 'theirs', who: 'Larch Catering', dueOn: '2026-11-27' }],
    ['Sign the lease by 1 dec @dana', { title: 'Sign the lease', owner: 'executive', dueOn: '2026-12-01' }],
    [
      'Minutes every friday at 4pm 45m',
      { title: 'Minutes', repeat: 'FREQ=WEEKLY;BYDAY=FR', dueOn: '2026-11-27', dueTime: '16:00', effort: 45 },
    ],
    ['private: Birthday card for Marc by 3 dec', { label: 'private', dueOn: '2026-12-03' }],
    [
      'Read https://papers.example/board.pdf by wed',
      { links: ['https://papers.example/board.pdf'], dueOn: '2026-11-25' },
    ],
  ])('“%s”', (text, draft) => {
    expect(read(text).draft).toMatchObject(draft)
  })

  test('says what it understood, and what it had to assume', () => {
    expect(read('Board pack by Thu 4pm 3h').words).toBe('Board pack · by Thursday 26 November, 16:00 · 3 h')
    expect(read('Call Jo 8am').draft).toMatchObject({ dueOn: '2026-11-24', dueTime: '08:00' })
    expect(read('Call Jo 8am').assumed).toContain('That has passed, so the next one is meant')
  })

  test('without anything to do is no work', () => {
    expect(read('by Thu 4pm').draft).toBeNull()
    expect(read('  ').draft).toBeNull()
  })

  test('whatever is typed, it answers, and what it answers is work', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc
            .array(fc.constantFrom('by', 'Thu', '4pm', '3h', '#a', '@Dana', 'every', 'friday', 'x', '-', '2 dec'))
            .map((w) => w.join(' ')),
        ),
        (text) => {
          const { draft, parts } = read(text)
          expect(draft === null || draft.title.length > 0).toBe(true)
          for (const { from, to } of parts) expect(from).toBeLessThanOrEqual(to)
        },
      ),
    )
  })
})
