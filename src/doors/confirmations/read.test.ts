import fc from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { airportOf } from '../../desk/travel/airports/airports.ts'
import type { Proposal, Reading } from '../../desk/travel/reading/model.ts'
import { limits } from './limits.ts'
import { readConfirmation } from './read.ts'
import { japanesePdf, lockedPdf, mailOf } from './testing/files.ts'
import { pdfOf } from './testing/pdf.ts'

const bytesOf = (words: string) => new TextEncoder().encode(words)
const read = (bytes: Uint8Array | string, fileName = '') =>
  readConfirmation({ bytes: typeof bytes === 'string' ? bytesOf(bytes) : bytes, fileName }, { airportOf })

const flight = (more: Record<string, unknown> = {}) => ({
  '@type': 'FlightReservation',
  reservationNumber: 'PQT81N',
  reservationFor: {
    '@type': 'Flight',
    flightNumber: 'XQ418',
    departureAirport: { iataCode: 'DEN', name: 'Denver International' },
    arrivalAirport: { iataCode: 'PHX', name: 'Phoenix' },
    departureTime: '2027-01-08T10:45',
    arrivalTime: '2027-01-08T12:40',
    ...more,
  },
})
const page = (data: unknown, body = '<p>Your flight XQ 418 is booked. Reference PQT81N.</p>') =>
  `<html><head><script type="application/ld+json">${JSON.stringify(data)}</script></head><body>${body}</body></html>`

const event = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Europe/Dublin:20270119T100000\r\nDTEND;TZID=Europe/Dublin:20270119T113000\r\nSUMMARY:Supplier review\r\nLOCATION:Tallboat House\\, 40 Sandhollow Quay\\, Dublin 2\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`
const pass = {
  organizationName: 'Northwold Air',
  boardingPass: {
    transitType: 'PKTransitTypeAir',
    primaryFields: [
      { label: 'LONDON', value: 'LHR' },
      { label: 'ZURICH', value: 'ZRH' },
    ],
    auxiliaryFields: [{ key: 'seat', label: 'SEAT', value: '18D' }],
  },
}

const holds = ({ text, proposals }: Reading) => {
  for (const { fields, doubts } of proposals)
    for (const { origin } of [...Object.values(fields), ...doubts.flatMap(({ values }) => values)])
      if (origin.by === 'words') expect(text.slice(origin.at, origin.at + origin.words.length)).toBe(origin.words)
}
const values = ({ fields }: Proposal) =>
  Object.fromEntries(Object.entries(fields).map(([field, { value }]) => [field, value]))

describe('what comes in is recognised by itself, whatever it is called', () => {
  test.each([
    ['a mail', mailOf([{ type: 'text/plain', body: 'Hello' }]), 'mail'],
    ['a page', bytesOf(page(flight())), 'page'],
    ['a calendar file', bytesOf(event), 'calendar'],
    ['a pass', zipSync({ 'pass.json': bytesOf(JSON.stringify(pass)) }), 'pass'],
    ['pasted text', bytesOf('Da: Aeritalica\nOggetto: Variazione\n\nIl suo volo'), 'text'],
    [
      'a mail pasted whole, with lines above it',
      bytesOf('\n\n  \nFrom: A <a@b.example>\nDate: Mon, 23 Nov 2026 06:12:00 +0100\nSubject: Flug\n\nBestätigt'),
      'mail',
    ],
    [
      'the head of a mail as a program shows it',
      bytesOf('From: A <a@b.example>\nDate: Mon, 23 Nov 2026 at 06:12\nTo: Ines\nSubject: Flight\n\nConfirmed'),
      'text',
    ],
    ['text of UTF-16', new Uint8Array([0xff, 0xfe, 0x48, 0, 0x69, 0]), 'text'],
  ])('%s', async (_, bytes, form) => {
    expect((await read(bytes, 'whatever.bin')).form).toBe(form)
  })

  test('a PDF, its lines and columns in reading order', async () => {
    const reading = await read(
      await pdfOf('Flight    Date        From\nXQ 418    08 JAN 2027 Denver (DEN)\fPage two: Łódź – Kraków'),
      'x',
    )
    expect(reading.form).toBe('document')
    expect(reading.text).toMatch(
      /^Flight {3,}Date {5,}From\nXQ 418 {3,}08 JAN 2027 Denver \(DEN\)\n\f\nPage two: Łódź – Kraków$/,
    )
  })
})

test('a PDF of Japan, whose letters stand in a table of their own', async () => {
  expect((await read(japanesePdf('東京駅 10:25'))).text).toMatch(/^東京駅 +10:25$/)
})

describe('a mail is read with all that is in it', () => {
  test('who sent it, about what and when stand in the reading, and above its text', async () => {
    const reading = await read(mailOf([{ type: 'text/plain', body: 'Line\n> quoted' }]))
    expect(reading).toMatchObject({
      subject: 'Your booking',
      from: 'Northwold Air <no-reply@northwoldair.example>',
      sentAt: '2026-10-12T08:14:33+00:00[UTC]',
    })
    expect(reading.text).toBe(
      'From: Northwold Air <no-reply@northwoldair.example>\nSubject: Your booking\n\nLine\nquoted',
    )
  })

  test('pasted whole with empty lines above, its letters as they were written', async () => {
    const reading = await read(
      '\n\nFrom: Zürich Air <a@b.example>\nDate: Mon, 23 Nov 2026 06:12:00 +0100\nSubject: Flug\n\nBestätigt für Jürg',
    )
    expect(reading).toMatchObject({ subject: 'Flug', sentAt: '2026-11-23T05:12:00+00:00[UTC]' })
    expect(reading.text).toContain('Bestätigt für Jürg')
  })

  test('the same flight in its page, its calendar file and its ticket is one segment', async () => {
    const reading = await read(
      mailOf([
        { type: 'text/html', body: page(flight()) },
        { type: 'text/html', body: page(flight({ departureTerminal: 'B' })), name: 'ticket.html', attached: true },
      ]),
    )
    expect(reading.proposals).toHaveLength(1)
    expect(values(reading.proposals[0] as Proposal)).toMatchObject({
      number: 'XQ418',
      fromTerminal: 'B',
      fromZone: 'America/Denver',
    })
    holds(reading)
  })

  test('two parts that contradict each other are a doubt with both, and neither is chosen', async () => {
    const reading = await read(
      mailOf([
        { type: 'text/html', body: page(flight()) },
        {
          type: 'text/html',
          body: page(flight({ departureTime: '2027-01-08T11:45' })),
          name: 'ticket.html',
          attached: true,
        },
      ]),
    )
    const [proposal] = reading.proposals as [Proposal]
    expect(proposal.fields.starts).toBeUndefined()
    expect(proposal.doubts.map(({ field, values: all }) => [field, all.map(({ value }) => value)])).toEqual([
      ['starts', ['2027-01-08T10:45', '2027-01-08T11:45']],
    ])
    holds(reading)
  })

  test('mails within mails are read, with what is attached there', async () => {
    const inner = mailOf([
      { type: 'text/plain', body: 'See the ticket' },
      {
        type: 'application/vnd.apple.pkpass',
        body: zipSync({ 'pass.json': bytesOf(JSON.stringify(pass)) }),
        name: 'p.pkpass',
        attached: true,
      },
    ])
    const reading = await read(
      mailOf(
        [
          { type: 'text/plain', body: 'FYI' },
          { type: 'message/rfc822', body: inner },
        ],
        { Subject: 'Fwd' },
      ),
    )
    expect(reading.subject).toBe('Fwd')
    expect(reading.text).toContain('See the ticket')
    expect(reading.proposals.map(values)).toEqual([
      {
        provider: 'Northwold Air',
        from: 'LONDON',
        fromAirport: 'LHR',
        fromZone: 'Europe/London',
        to: 'ZURICH',
        toAirport: 'ZRH',
        toZone: 'Europe/Zurich',
        seat: '18D',
      },
    ])
    holds(reading)
  })

  test('and no deeper than anybody forwards', async () => {
    let bytes = mailOf([{ type: 'text/plain', body: 'deep' }])
    for (let depth = 0; depth < 8; depth++)
      bytes = mailOf([{ type: 'message/rfc822', body: bytes }], { Subject: `Fwd ${depth}` })
    expect((await read(bytes)).remarks.join()).toMatch(/nest too deep/)
  })
})

describe('a calendar event', () => {
  test('is a meeting in its own zone where its words say nothing else', async () => {
    const reading = await read(event)
    expect(
      reading.proposals.map(({ kind, fields }) => [
        kind,
        fields.starts?.value,
        fields.fromZone?.value,
        fields.place?.value,
        fields.address?.value,
      ]),
    ).toEqual([['meeting', '2027-01-19T10:00', 'Europe/Dublin', 'Tallboat House', '40 Sandhollow Quay, Dublin 2']])
    holds(reading)
  })
})

describe('what cannot be read is said', () => {
  const remark = async (bytes: Uint8Array | string, name = '') => (await read(bytes, name)).remarks.join(' ')

  test.each<[string, () => Uint8Array | string | Promise<Uint8Array>, RegExp]>([
    ['a picture', () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), /picture/],
    ['a locked PDF', lockedPdf, /locked with a password/],
    ['a damaged PDF', () => '%PDF-1.7 and nothing', /damaged/],
    ['a PDF without words', () => pdfOf(' '), /pictures and no words/],
    [
      'a mail with nothing but a picture',
      () => mailOf([{ type: 'image/png', body: new Uint8Array([0x89, 0x50, 0x4e, 0x47]), name: 'a.png' }]),
      /picture/,
    ],
    ['an archive of something else', () => zipSync({ 'word/document.xml': bytesOf('<x/>') }), /holds no pass/],
    ['a pass that is none', () => zipSync({ 'pass.json': bytesOf('[') }), /damaged/],
    ['a file of Outlook', () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /\.eml/],
    ['a program', () => new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0]), /no kind/],
    ['a calendar of the last century', () => 'BEGIN:VCALENDAR\nVERSION:1.0\nEND:VCALENDAR', /1\.0/],
    [
      'a mail torn into endless parts',
      () =>
        bytesOf(
          `From: a@b.example\nContent-Type: multipart/mixed; boundary="b"\n\n${'--b\n\nx\n'.repeat(limits.partings + 1)}`,
        ),
      /damaged/,
    ],
    [
      'a mail of endless lines',
      () => bytesOf(`From: a@b.example\nContent-Type: text/plain\n\n${'a\n'.repeat(limits.lines + 1)}`),
      /damaged/,
    ],
    ['what is too large', () => new Uint8Array(limits.bytes + 1), /25 MB/],
  ])('%s', async (_, bytes, words) => {
    expect(await remark(await bytes())).toMatch(words)
  })

  test('an archive that swells is left before it fills the memory', async () => {
    const swollen = zipSync({ 'pass.json': new Uint8Array(limits.unpacked * 3) }, { level: 9 })
    expect(swollen.length).toBeLessThan(200_000)
    expect(await remark(swollen)).toMatch(/holds no pass/)
  })

  test('what is long for the sake of it ends as well', async () => {
    const run = (words: string, times: number) => words.repeat(times)
    const long = [
      `<p>${run('&nbsp;', 300_000)}x`,
      `${run(' ', 390_000)}x`,
      run('\n', 400_000),
      run('<table><tr><td>', 30_000),
      run('<td>a<br>', 50_000),
      `<script type="application/ld+json">{}${run(' ', 500_000)}x</script>`,
      `<script type="application/ld+json">${run('{"a":', 100_000)}</script>`,
      run('> ', 200_000),
      `From: a\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n${run('--b\n\nx\n', 20_000)}--b--`,
      `BEGIN:VCALENDAR\nVERSION:2.0\n${run('BEGIN:VEVENT\nDTSTART:20270101T100000Z\nSUMMARY:x\nEND:VEVENT\n', 3000)}END:VCALENDAR`,
      `As of${run(' ', 390_000)}x`,
      run('As of x. A print may be older than the ', 9000),
      run('XQ 418 LHR 10:45 24 Nov 2026 ', 14_000),
    ]
    for (const words of long) holds(await read(words))
  })

  test('whatever the bytes are, they are read or refused, and never thrown at anybody', async () => {
    const seeds = [
      mailOf([{ type: 'text/html', body: page(flight()) }]),
      bytesOf(page([flight(), flight()])),
      bytesOf(event),
      zipSync({ 'pass.json': bytesOf(JSON.stringify(pass)) }),
      lockedPdf(),
    ]
    const broken = fc
      .tuple(
        fc.constantFrom(...seeds),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 20 }),
        fc.nat(),
      )
      .map(([seed, flips, cut]) => {
        const bytes = new Uint8Array(seed)
        for (const [at, value] of flips) bytes[at % bytes.length] = value
        return cut % 3 === 0 ? bytes.subarray(0, cut % bytes.length) : bytes
      })
    const any = fc.oneof(fc.uint8Array({ maxLength: 300 }), broken, fc.string({ unit: 'binary' }).map(bytesOf))
    const name = fc.constantFrom('', 'a.eml', 'a.pdf', 'a.html', 'a.ics', 'a.pkpass', 'a.txt')
    await fc.assert(
      fc.asyncProperty(any, name, async (bytes, fileName) => holds(await read(bytes, fileName))),
      { numRuns: 300 },
    )
  })
})
