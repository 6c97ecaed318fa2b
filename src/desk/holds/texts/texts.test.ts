import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../../testing.ts'
import type { GroupView } from '../model.ts'
import { holdsOf } from '../testing.ts'
import { checkText } from './model.ts'

let desk: TestDesk
let group: GroupView
let address: string | null
beforeAll(async () => {
  desk = await testDesk()
  const on = holdsOf(desk)
  await on.calendar.add('Work')
  const to = { name: 'Zoë Brändli', address: null, zone: 'Europe/Zurich' }
  const made = await on.offer(on.three(), { to, through: { name: 'Noor Haddad' } })
  group = made.group
  address = made.address
})
afterAll(() => desk.stop())

const said = (text: string) => checkText(text, group).map(({ words }) => words)

describe('the letters', () => {
  test('say each time in both zones with its weekday, until when they are held, and where to answer', () => {
    expect(group.texts.offer).toBe(
      [
        'Dear Noor Haddad,',
        '',
        'for “Renewal terms” (30 minutes by video) between Zoë Brändli and Dana Okafor I can offer:',
        '',
        '1. Thu 26 Nov 2026, 09:00–09:30 (Europe/London) = Thu 26 Nov 2026, 10:00–10:30 (Europe/Zurich)',
        '2. Thu 26 Nov 2026, 14:00–14:30 (Europe/London) = Thu 26 Nov 2026, 15:00–15:30 (Europe/Zurich)',
        '3. Fri 27 Nov 2026, 10:00–10:30 (Europe/London) = Fri 27 Nov 2026, 11:00–11:30 (Europe/Zurich)',
        '',
        'They are held for you until Wed 25 Nov 2026, 18:00 (Europe/Zurich). Would you let me know which suits?',
        '',
        `You can take one, or propose others, here: ${address}`,
        '',
        'With kind regards,',
        'Ines',
        'for Dana Okafor',
        '',
      ].join('\n'),
    )
  })

  test('pass their own check, as they are written', () => {
    expect(said(group.texts.offer)).toEqual([])
    expect(said(group.texts.nudge)).toEqual([])
  })
})

describe('a text somebody has edited', () => {
  test('has a weekday that is not that of its date', () => {
    expect(said(group.texts.offer.replace('Thu 26 Nov 2026, 09:00', 'Friday 26 Nov 2026, 09:00'))).toEqual([
      '“Friday 26 Nov 2026”: that day is a Thursday',
    ])
    expect(said(`${group.texts.offer}\nOr Monday, November 26th?`)).toEqual([
      '“Monday, November 26th”: that day is a Thursday',
    ])
  })

  test('has a date without a weekday', () => {
    expect(said(`${group.texts.offer}\nElse on 3 December.`)).toEqual(['“3 December” has no weekday'])
  })

  test('has lost a zone', () => {
    expect(said(group.texts.offer.replaceAll('Europe/Zurich', 'your time'))).toEqual([
      'Their zone is missing: Europe/Zurich',
    ])
    expect(said(group.texts.offer.replaceAll('Europe/London', 'here'))).toEqual([
      'The zone is missing: times are in Europe/London',
    ])
    expect(said(group.texts.offer.replaceAll('Europe/Zurich', 'Zürich'))).toEqual([])
  })

  test('spells a name another way than its owner does, or names nobody', () => {
    expect(said(group.texts.offer.replace('Noor Haddad', 'Noor Hadad'))).toEqual(['“Hadad” is spelt “Haddad”'])
    expect(said(`${group.texts.offer}\nKind words to Zoe.`)).toEqual(['“Zoe” is spelt “Zoë”'])
    expect(said(group.texts.offer.replace('Dear Noor Haddad', 'Good day'))).toEqual(['Noor Haddad is not named'])
  })

  test('offers a time that is not held, or leaves one out', () => {
    expect(said(group.texts.offer.replace(/^2\..*\n/m, ''))).toEqual([
      'A time that is held is missing: Thu 26 Nov 2026, 14:00–14:30 (Europe/London)',
    ])
    expect(said(group.texts.offer.replace('14:00–14:30', '16:00–16:30'))).toEqual([
      '16:00 is none of the times that are held',
      '16:30 is none of the times that are held',
    ])
    expect(said(group.texts.offer.replace('27 Nov 2026, 10:00', '27 Nov 2026, 10:00 am'))).toEqual([])
  })
})
