import { expect, test } from 'vitest'
import { icsFormat } from './format.ts'
import { readFile } from './read.ts'

const event = (n: number) =>
  [
    'BEGIN:VEVENT',
    `UID:${n}@x.example`,
    'DTSTAMP:20260101T000000Z',
    'DTSTART;TZID=Own:20270111T090000',
    'DTEND;TZID=Own:20270111T100000',
    `SUMMARY:Caf\u00e9 ${n}`,
    'END:VEVENT',
  ].join('\r\n')
const zone = [
  'BEGIN:VTIMEZONE',
  'TZID:Own',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0100',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n')
const text = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  zone,
  ...Array.from({ length: 8000 }, (_, n) => event(n)),
  'END:VCALENDAR',
].join('\r\n')

/** How often others had a turn while this was under way. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let [turns, done] = [0, false]
  const count = () => {
    turns++
    if (!done) setImmediate(count)
  }
  setImmediate(count)
  await work
  done = true
  return turns
}

test('a long file leaves others a turn after every few events, whatever its letters are', async () => {
  for (const bytes of [new TextEncoder().encode(text), Buffer.from(text, 'latin1'), Buffer.from(text, 'utf16le')])
    expect(await turnsDuring(icsFormat.read(bytes))).toBeGreaterThan(20)
})

test('read in slices or in one go, a file says the same', async () => {
  const bytes = new TextEncoder().encode(text)
  const [slowly, atOnce] = [await icsFormat.read(bytes), readFile(bytes, null)]
  if ('why' in slowly || 'why' in atOnce) return expect.unreachable()
  expect(slowly.series).toEqual(atOnce.series)
  expect(slowly.remarks).toEqual(atOnce.remarks)
  expect([...slowly.timezones]).toEqual([...atOnce.timezones])
})
