import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Sheet, SheetRow } from '../../desk/briefing/sheet/model.ts'
import { printed } from './print.ts'
import { pagesOf } from './testing.ts'
import { missing, settable } from './words.ts'

const hash = '53a751b33d04e0c9147ff85ba76a37be56ab21e9504b8619a580bfdf214b39b1'
const row = (title: string, more: Partial<SheetRow> = {}): SheetRow => ({
  row: 'event',
  times: ['08:30–09:30', '09:30–10:30'],
  title,
  detail: 'Harbour House',
  people: 'Jo Park, Camille and 3 more',
  private: false,
  wrong: [],
  ...more,
})
const sheet = (rows: readonly SheetRow[], more: Partial<Sheet> = {}): Sheet => ({
  on: '2026-11-24',
  title: 'Tuesday 24 November 2026',
  executive: 'Dana Okafor',
  audience: 'executive',
  audienceWords: 'For Dana Okafor',
  summary: 'London until 17:55, then Zurich (+1 h)',
  zones: ['London', 'Zurich, from 20:35'],
  allDay: [],
  rows: [...rows],
  findings: [],
  waiting: [],
  sections: [],
  printed: 'Monday 23 November 2026, 20:15 London',
  record: { number: 1234, hash },
  back: null,
  ...more,
})
const words = async (one: Sheet) => (await pagesOf(printed(one))).map((page) => page.replace(/\s+/g, ' '))

test('a sheet says the day, both clocks, and the journal it was printed from', async () => {
  const [page = '', ...more] = await words(sheet([row('Pre-read'), row('Dinner', { wrong: ['Two things at once'] })]))
  expect(more).toEqual([])
  for (const said of [
    'Tuesday 24 November 2026',
    'Zurich, from 20:35',
    '08:30–09:30',
    'Pre-read',
    'Two things at once',
  ])
    expect(page).toContain(said)
  expect(page).toContain('Journal entry 1234: 53a7 51b3')
  expect(page.replaceAll(' ', '')).toContain(hash)
})

test('markup in a title is only letters', async () => {
  const title = '*bold* #read("/etc/passwd") $x$ = head \\ @ref `code` [a](b) // no /* no */ <label> ~ "q"'
  const [page] = await words(sheet([row(title)]))
  expect(page).toContain('*bold* #read("/etc/passwd") $x$ = head \\ @ref `code` [a](b) // no /* no */ <label> ~ "q"')
})

test('names in other letters are set, and what no font has is a box that is counted', async () => {
  const [page = ''] = await words(sheet([row('Łódź, Встреча, Ελληνικά 🎉 → 1'), row('פגישה'), row('東京')]))
  expect(page).toContain('Łódź, Встреча, Ελληνικά 🎉 → 1')
  expect(page).toContain(missing.repeat(2))
  expect(page).toContain('2 characters that the printer has no letters for')
})

test('forty things fit on one page; what does not is on several, with the foot on each', async () => {
  const many = (count: number, title = 'Event') => sheet([...Array(count).keys()].map((i) => row(`${title} ${i}`)))
  expect(await words(many(40))).toHaveLength(1)
  const pages = await words(many(40, `${'a long title of many words '.repeat(18)}x`))
  expect(pages.length).toBeGreaterThan(1)
  for (const [i, page] of pages.entries()) expect(page).toContain(`Page ${i + 1} of ${pages.length}`)
  expect(pages.at(-1)).toContain('39')
})

test('a word of 500 letters stays in its column', async () => {
  const [page = ''] = await words(sheet([row('x'.repeat(500))]))
  expect(page.replace(/[^x]/g, '').length).toBeGreaterThanOrEqual(500)
})

test('whatever anybody writes is printed', { timeout: 60_000 }, () => {
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 60 }))
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (titles) => {
      const rows = titles.map((title) => row(title, { detail: title, people: title, wrong: [title] }))
      expect(
        printed(sheet(rows, { allDay: [...titles], summary: titles[0] ?? '' }))
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-')
    }),
    { numRuns: 60 },
  )
})

test('marks that turn the direction do not reach the next title', () => {
  const has = () => true
  expect(settable('\u202eevil', has)).toEqual({ words: 'evil', lost: 0 })
  expect(settable('פגישה', has).words).toBe('\u2068פגישה\u2069')
})
