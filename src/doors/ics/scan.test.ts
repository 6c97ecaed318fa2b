import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decode as decoding } from './decode.ts'
import { fold, unfold } from './lines.ts'
import { isUnusable, limits, type Scan, scan, type Unusable } from './scan.ts'
import { atOnce } from './slices.ts'

const decode = (bytes: Uint8Array) => atOnce(decoding(bytes))

const utf8 = (text: string) => new TextEncoder().encode(text)
const event = (uid: string) => `BEGIN:VEVENT\r\nUID:${uid}\r\nDTSTART:20260302T090000Z\r\nEND:VEVENT\r\n`
const calendar = (body: string) => `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${body}END:VCALENDAR\r\n`

function scanned(bytes: Uint8Array): Scan {
  const result = scan(bytes)
  if (isUnusable(result)) throw new Error(result.words)
  return result
}

function refused(bytes: Uint8Array): Unusable {
  const result = scan(bytes)
  if (!isUnusable(result)) throw new Error('was not refused')
  return result
}

const lines = (result: Scan) => result.components.map(({ name, line, trouble }) => [name, line, trouble])

const utf16 = (text: string, bigEndian: boolean, mark: boolean) => {
  const bytes = Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}

describe('the text of a file', () => {
  const text = calendar('BEGIN:VEVENT\r\nSUMMARY:Zürich, 東京\r\nEND:VEVENT\r\n')

  test.each([
    ['UTF-8', utf8(text)],
    ['UTF-8 with byte order mark', utf8(`\uFEFF${text}`)],
    ['UTF-16 little-endian with mark', utf16(text, false, true)],
    ['UTF-16 little-endian without', utf16(text, false, false)],
    ['UTF-16 big-endian with mark', utf16(text, true, true)],
    ['UTF-16 big-endian without', utf16(text, true, false)],
  ])('is read from %s', (_, bytes) => {
    expect(decode(bytes)).toEqual({ text, remarks: [] })
  })

  test('in Latin-1 costs only the lines that are Latin-1', () => {
    const bytes = Buffer.concat([utf8('SUMMARY:東京\r\n'), Buffer.from('LOCATION:Zürich\r\n', 'latin1')])
    const { text: read, remarks } = decode(bytes)
    expect(read).toBe('SUMMARY:東京\r\nLOCATION:Zürich\r\n')
    expect(remarks).toHaveLength(1)
  })

  test('may be folded inside a character of several octets', () => {
    const whole = utf8('SUMMARY:Zürich 東京 🎻 end')
    for (let at = 9; at < whole.length; at++) {
      const bytes = Buffer.concat([whole.subarray(0, at), utf8('\r\n '), whole.subarray(at), utf8('\r\n')])
      const { text: read, remarks } = decode(bytes)
      expect(unfold(read)).toEqual(['SUMMARY:Zürich 東京 🎻 end'])
      expect(remarks).toEqual([])
    }
  })

  test('is folded at 75 octets and unfolds to what it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
        const line = `X:${given.replace(/[\r\n]/g, '').replace(/[\uD800-\uDFFF]/gu, '')}`
        const folded = fold(line)
        for (const each of folded.split('\r\n')) expect(utf8(each).length).toBeLessThanOrEqual(75)
        expect(unfold(folded)).toEqual([line])
      }),
    )
  })
})

describe('cutting a file into components', () => {
  test('says in which line each begins, whatever ends the lines', () => {
    const text = calendar(event('a') + event('b'))
    for (const ending of ['\r\n', '\n', '\r'])
      expect(lines(scanned(utf8(text.replaceAll('\r\n', ending))))).toEqual([
        ['VEVENT', 3, null],
        ['VEVENT', 7, null],
      ])
  })

  test('finds them in several calendars of one file', () => {
    const result = scanned(utf8(calendar(event('a')) + calendar(event('b'))))
    expect(result.components.map(({ calendar: n }) => n)).toEqual([0, 1])
    expect(result.calendars.map(({ line }) => line)).toEqual([1, 8])
  })

  test('reads small letters and folded BEGIN lines', () => {
    expect(lines(scanned(utf8('begin:vcalendar\nBEGIN:VEV\n ENT\nend:vevent\nend:vcalendar')))).toEqual([
      ['VEVENT', 2, null],
    ])
  })

  test('keeps what is nested with its component', () => {
    const text = 'BEGIN:VEVENT\r\nBEGIN:VALARM\r\nEND:VALARM\r\nEND:VEVENT'
    expect(scanned(utf8(calendar(`${text}\r\n`))).components.map((each) => each.text)).toEqual([text])
  })

  test('loses only the event whose END is missing', () => {
    const body = `BEGIN:VEVENT\r\nUID:a\r\n${event('b')}`
    expect(lines(scanned(utf8(calendar(body))))).toEqual([
      ['VEVENT', 3, 'It has no END:VEVENT'],
      ['VEVENT', 5, null],
    ])
  })

  test('reads what is whole of a file that was cut off', () => {
    const result = scanned(utf8(`${calendar(event('a')).replace('END:VCALENDAR\r\n', '')}BEGIN:VEVENT\r\nUID:b`))
    expect(lines(result)).toEqual([
      ['VEVENT', 3, null],
      ['VEVENT', 7, 'The file ends before END:VEVENT'],
    ])
    expect(result.remarks).toHaveLength(1)
  })

  test('skips a component that is nested deeper than anybody nests', () => {
    const deep = (depth: number) => `${'BEGIN:X-A\n'.repeat(depth)}${'END:X-A\n'.repeat(depth)}`
    const result = scanned(utf8(calendar(`BEGIN:VEVENT\n${deep(100_000)}END:VEVENT\n${event('b')}`)))
    expect(lines(result)).toEqual([
      ['VEVENT', 3, `It is nested deeper than ${limits.depth}`],
      ['VEVENT', 200_005, null],
    ])
  })

  test('ignores an END that nothing began, however many there are', () => {
    const body = `BEGIN:VEVENT\n${'BEGIN:X-A\n'.repeat(50_000)}${'END:X-B\n'.repeat(50_000)}END:VEVENT\n`
    expect(scanned(utf8(calendar(body))).components).toHaveLength(1)
  })

  test('never throws and never counts a line wrongly', () => {
    const piece = fc.constantFrom(
      'BEGIN:VCALENDAR',
      'END:VCALENDAR',
      'BEGIN:VEVENT',
      'END:VEVENT',
      'BEGIN:VALARM',
      'UID:a',
      ' x',
      '',
      'END:VALARM',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.constantFrom('\r\n', '\n', '\r'), (pieces, ending) => {
        const result = scan(utf8(pieces.join(ending)))
        if (isUnusable(result)) return
        for (const { name, line } of result.components)
          expect(`BEGIN:${name}`.startsWith(pieces[line - 1] ?? '-')).toBe(true)
      }),
    )
  })
})

describe('a file that cannot be used', () => {
  test('is refused where it is no calendar', () => {
    expect(refused(utf8('')).why).toBe('bad-input')
    expect(refused(utf8('%PDF-1.7')).why).toBe('bad-input')
    expect(refused(utf8(event('a'))).words).toContain('BEGIN:VCALENDAR')
    expect(refused(crypto.getRandomValues(new Uint8Array(60_000))).why).toBe('bad-input')
  })

  test('is refused as vCalendar 1.0, and the line is said', () => {
    const { words, line } = refused(utf8(`\n${calendar(event('a')).replace('2.0', '1.0')}`))
    expect(words).toContain('vCalendar 1.0')
    expect(line).toBe(2)
  })

  test('is refused past 200,000 components, and not before', () => {
    const of = (count: number) => utf8(calendar('BEGIN:VEVENT\nEND:VEVENT\n'.repeat(count)))
    expect(scanned(of(200_000)).components).toHaveLength(200_000)
    expect(refused(of(200_001)).why).toBe('too-much')
  })

  test('is refused past 50 MB', () => {
    expect(refused(new Uint8Array(50_000_001)).why).toBe('too-much')
  })

  test('loses the event with a line longer than anything, and nothing else', () => {
    const huge = `BEGIN:VEVENT\nDESCRIPTION:${'x'.repeat(12_000_000)}\nEND:VEVENT\n`
    expect(lines(scanned(utf8(calendar(huge + event('b'))))).map((each) => each[2])).toEqual([
      'It is longer than 10 million characters',
      null,
    ])
  })
})
