import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { capture } from './model.ts'

const now = Temporal.ZonedDateTime.from('2026-11-24T09:00[Europe/London]')
const typing = { now, me: 'Ines Duarte', executive: 'Dana Okafor' }
const read = (text: string) => capture(text, typing)
const line = (text: string) => {
  const { draft } = read(text)
  return (
    draft &&
    [draft.side, draft.by.name, draft.to.name, draft.what, draft.dueOn, draft.time, draft.zone]
      .filter(Boolean)
      .join(' | ')
  )
}

test.each([
  ['Marc owes us the price sheet by Fri', 'theirs | Marc | Dana Okafor | the price sheet | 2026-11-27'],
  ['I owe Camille the redlines tomorrow 16:00', 'ours | Ines Duarte | Camille | the redlines | 2026-11-25 | 16:00'],
  [
    'Dana owes me an answer on leave dates by Thu',
    'theirs | Dana Okafor | Ines Duarte | an answer on leave dates | 2026-11-26',
  ],
  ['we owe Harlan Voss: the volumes by end of the week', 'ours | Dana Okafor | Harlan Voss | the volumes | 2026-11-27'],
  ['I promised Priya to read the draft tonight', 'ours | Ines Duarte | Priya | read the draft | 2026-11-24'],
  ['I owe the redlines to Camille by 3 Dec', 'ours | Ines Duarte | Camille | the redlines | 2026-12-03'],
  [
    'Camille will send us the copy by 3 Dec 3pm Zurich time',
    'theirs | Camille | Dana Okafor | send the copy | 2026-12-03 | 15:00 | Europe/Zurich',
  ],
  ['Marc owes us the price sheet', 'theirs | Marc | Dana Okafor | the price sheet'],
  ['Dana owes Marc van der Berg the deck by Tue', 'ours | Dana Okafor | Marc van der Berg | the deck | 2026-12-01'],
])('“%s”', (text, meant) => {
  expect(line(text)).toBe(meant)
})

describe('what is not understood is asked, never guessed', () => {
  test.each([
    ['lunch Thu', 'Say who owes what to whom'],
    ['I owe the redlines', 'To whom?'],
    ['Marc owes Jo a dinner', 'Neither Marc nor Jo is at this desk'],
    ['Marc owes us the numbers next week', '“next week” is no day'],
    ['Marc owes us the numbers soon', '“soon” is no day'],
    ['Marc owes us the numbers on Tursday', 'Is “Tursday” Tuesday or Thursday?'],
    ['Marc owes us the numbers by 30 Feb', 'There is no 30 Feb'],
    ['Marc owes us the numbers by yesterday', 'Mon 23 Nov has passed'],
    ['I owe me a rest', 'Both sides are Ines Duarte'],
  ])('“%s”', (text, asked) => {
    expect(read(text)).toMatchObject({ draft: null, words: expect.stringContaining(asked) })
  })
})

test('what is typed in its plainest form is understood as it was meant', () => {
  const name = fc.constantFrom('Marc', 'Camille Aubry', 'Zoë Brändli', 'Harlan Voss', 'João Prado')
  const what = fc.constantFrom(
    'the price sheet',
    'the signed copy',
    'two slides',
    'an answer on the lease',
    'the Kiln Yard drawings',
  )
  const days = fc.integer({ min: 0, max: 300 })
  const clock = fc.option(fc.record({ hour: fc.integer({ min: 10, max: 23 }), minute: fc.constantFrom(0, 15, 30, 45) }))
  fc.assert(
    fc.property(name, what, days, clock, fc.boolean(), (who, thing, ahead, at, isOurs) => {
      const on = now.toPlainDate().add({ days: ahead })
      const time = at === null ? null : `${at.hour}:${String(at.minute).padStart(2, '0')}`
      const day = `${on.day} ${on.toLocaleString('en-GB', { month: 'long' })} ${on.year}${time === null ? '' : ` ${time}`}`
      const text = isOurs ? `we owe ${who} ${thing} by ${day}` : `${who} owes us ${thing} by ${day}`
      const { draft } = read(text)
      expect(draft, text).toMatchObject({
        side: isOurs ? 'ours' : 'theirs',
        [isOurs ? 'to' : 'by']: { name: who },
        what: thing,
        dueOn: on.toString(),
        time,
      })
    }),
    { numRuns: 300 },
  )
})

test('whatever is typed, it answers with a promise or a question', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (text) => {
      const { draft, words } = read(text)
      expect(draft === null ? words : draft.what).not.toBe('')
    }),
  )
})
