import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { merge } from './merge.ts'
import { contentOf } from './property.ts'

const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:a', ...lines, 'END:VEVENT'].join('\r\n')
const stamped = (at: string, ...lines: string[]) => event(`DTSTAMP:${at}`, ...lines)
const values = (text: string, name: string) => contentOf(text).lines.get(name) ?? []

describe('an event imported again', () => {
  const base = stamped('20260101T000000Z', 'SUMMARY:Board', 'LOCATION:Room 1')

  test('keeps what only the desk changed', () => {
    const ours = stamped('20260101T000000Z', 'SUMMARY:Board meeting', 'LOCATION:Room 1')
    expect(merge(base, ours, base)).toEqual({ text: ours, conflicts: [] })
  })

  test('takes what only the file changed, to the byte', () => {
    const theirs = stamped('20260105T000000Z', 'SUMMARY:Board', 'LOCATION:Room', ' \t9', 'X-WHO:x')
    expect(merge(base, base, theirs)).toEqual({ text: theirs, conflicts: [] })
  })

  test('joins changes to different properties', () => {
    const ours = stamped('20260102T000000Z', 'SUMMARY:Board meeting', 'LOCATION:Room 1')
    const theirs = stamped('20260103T000000Z', 'SUMMARY:Board', 'LOCATION:Room 2')
    const { text, conflicts } = merge(base, ours, theirs)
    expect(values(text, 'SUMMARY')).toEqual(['SUMMARY:Board meeting'])
    expect(values(text, 'LOCATION')).toEqual(['LOCATION:Room 2'])
    expect(conflicts).toEqual([])
  })

  test.each([
    [
      'a higher sequence at the desk',
      ['SEQUENCE:2', 'DTSTAMP:20260101T000000Z'],
      ['SEQUENCE:1', 'DTSTAMP:20260109T000000Z'],
      'Ours',
    ],
    ['a later change in the file', ['LAST-MODIFIED:20260102T000000Z'], ['LAST-MODIFIED:20260103T000000Z'], 'Theirs'],
    [
      'LAST-MODIFIED rather than DTSTAMP',
      ['LAST-MODIFIED:20260104T000000Z', 'DTSTAMP:20260101T000000Z'],
      ['DTSTAMP:20260103T000000Z'],
      'Ours',
    ],
    ['the file where both are equally new', ['DTSTAMP:20260103T000000Z'], ['DTSTAMP:20260103T000000Z'], 'Theirs'],
  ])('where both changed the same, follows %s and lists the other', (_, mine, other, kept) => {
    const { text, conflicts } = merge(base, event(...mine, 'SUMMARY:Ours'), event(...other, 'SUMMARY:Theirs'))
    expect(values(text, 'SUMMARY')).toEqual([`SUMMARY:${kept}`])
    const lost = kept === 'Ours' ? 'Theirs' : 'Ours'
    expect(conflicts.filter(({ property }) => property === 'SUMMARY')).toEqual([
      { property: 'SUMMARY', kept: `SUMMARY:${kept}`, other: `SUMMARY:${lost}` },
    ])
  })

  test('never makes a time of one side’s start and the other side’s end', () => {
    const was = event('DTSTART:20260302T090000Z', 'DTEND:20260302T100000Z')
    const ours = event('DTSTART:20260303T090000Z', 'DTEND:20260303T100000Z', 'SEQUENCE:0')
    const theirs = event('DTSTART:20260302T090000Z', 'DURATION:PT2H', 'SEQUENCE:1')
    const { text, conflicts } = merge(was, ours, theirs)
    expect([values(text, 'DTSTART'), values(text, 'DTEND'), values(text, 'DURATION')]).toEqual([
      ['DTSTART:20260302T090000Z'],
      [],
      ['DURATION:PT2H'],
    ])
    expect(conflicts.map(({ property }) => property)).toEqual(['time'])
  })

  test('takes an alarm as one thing', () => {
    const alarm = (minutes: number) => ['BEGIN:VALARM', `TRIGGER:-PT${minutes}M`, 'END:VALARM']
    const { text } = merge(event(...alarm(5)), event('SUMMARY:x', ...alarm(5)), event(...alarm(15)))
    expect(text).toBe(event('SUMMARY:x', ...alarm(15)))
  })

  test('drops what one side dropped and the other left alone', () => {
    const ours = stamped('20260101T000000Z', 'SUMMARY:Board')
    const theirs = stamped('20260101T000000Z', 'SUMMARY:Board', 'LOCATION:Room 1', 'X-NEW:1')
    const { text, conflicts } = merge(base, ours, theirs)
    expect(values(text, 'LOCATION')).toEqual([])
    expect(values(text, 'X-NEW')).toEqual(['X-NEW:1'])
    expect(conflicts).toEqual([])
  })
})

describe('merging', () => {
  const line = fc.constantFrom(
    'SUMMARY:a',
    'SUMMARY:b',
    'LOCATION:a',
    'LOCATION:b',
    'X-A;B="c:d":1',
    'X-A:2',
    'ATTENDEE:mailto:a@x',
    'ATTENDEE:mailto:b@x',
    'DTSTART:20260302T090000Z',
    'DURATION:PT1H',
  )
  const side = fc
    .record({ lines: fc.uniqueArray(line, { maxLength: 6 }), sequence: fc.integer({ min: 0, max: 3 }) })
    .map(({ lines, sequence }) => event(`SEQUENCE:${sequence}`, ...lines))

  test('the same on both sides changes nothing', () => {
    fc.assert(
      fc.property(side, side, (base, ours) => {
        expect(merge(base, ours, ours)).toEqual({ text: ours, conflicts: [] })
        expect(merge(ours, ours, base).text).toBe(base)
        expect(merge(base, ours, base).text).toBe(ours)
      }),
    )
  })

  test('once more with the same file changes nothing', () => {
    fc.assert(
      fc.property(side, side, side, (base, ours, theirs) => {
        const once = merge(base, ours, theirs)
        expect(merge(theirs, once.text, theirs)).toEqual({ text: once.text, conflicts: [] })
      }),
    )
  })

  test('keeps every property from one of the sides whole, and lists each value that lost', () => {
    fc.assert(
      fc.property(side, side, side, (base, ours, theirs) => {
        const { text, conflicts } = merge(base, ours, theirs)
        for (const [name, lines] of contentOf(text).lines) {
          const sides = [ours, theirs].map((each) => [...values(each, name)].sort().join())
          expect(sides).toContain([...lines].sort().join())
        }
        for (const { kept, other } of conflicts) expect(kept).not.toBe(other)
      }),
    )
  })

  test('says the same whichever side comes first, but for what is equally new', () => {
    fc.assert(
      fc.property(side, side, side, (base, a, b) => {
        fc.pre(values(a, 'SEQUENCE')[0] !== values(b, 'SEQUENCE')[0])
        const sorted = (text: string) => [...contentOf(text).lines.values()].flat().sort()
        expect(sorted(merge(base, a, b).text)).toEqual(sorted(merge(base, b, a).text))
      }),
    )
  })
})
