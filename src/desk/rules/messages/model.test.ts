import { describe, expect, test } from 'vitest'
import type { Fix } from '../../../plan/finding.ts'
import { guest, thing } from '../../../plan/testing.ts'
import { messageFor } from './model.ts'

const writer = { name: 'Ines', executive: 'Dana Okafor', zone: 'Europe/London' }
const terms = thing('Renewal\r\nBcc: all@elsewhere.example', '2026-11-24 10:30', '11:30', {
  people: [guest('Camille', 'needs-action'), guest('Marc', 'declined')],
  zone: 'Europe/Zurich',
})
const world = (input: Fix['input']): Fix => ({ reach: 'world', operation: 'finding.asked', input, words: '' })
const when = {
  allDay: false,
  start: '2026-11-25T14:00:00',
  end: '2026-11-25T15:00:00',
  zone: 'Europe/Zurich',
  endZone: 'Europe/Zurich',
}
const otherTime = world({ key: 'k', ask: 'other-time', when })

describe('a letter that asks somebody outside', () => {
  test('says both times with weekday and zone, and who writes for whom', () => {
    expect(messageFor(otherTime, { ...terms, title: 'Renewal' }, writer)).toEqual({
      to: ['camille@guests.example'],
      subject: 'Renewal: another time?',
      body: [
        'Dear Camille,',
        '',
        '“Renewal” is set for Tue 24 Nov 2026, 10:30–11:30 (Europe/Zurich). Would Wed 25 Nov 2026, 14:00–15:00 (Europe/Zurich) suit you instead?',
        '',
        'With kind regards,',
        'Ines',
        'for Dana Okafor',
        '',
      ].join('\n'),
    })
  })

  test('keeps a title on one line, so that it cannot write headers', () => {
    expect(messageFor(otherTime, terms, writer).subject).toBe('Renewal Bcc: all@elsewhere.example: another time?')
  })

  test('says nothing private', () => {
    const secret = { ...terms, title: 'Clinic', label: 'private' as const }
    expect(JSON.stringify(messageFor(otherTime, secret, writer))).not.toContain('Clinic')
    expect(messageFor(otherTime, secret, writer).subject).toBe('Our meeting: another time?')
  })

  test('goes only to those it asks', () => {
    const item = { ...terms, people: [guest('Camille', 'needs-action'), guest('Odile', 'accepted')] }
    const ask = world({ key: 'k', ask: 'answer', to: ['camille@guests.example'] })
    expect(messageFor(ask, item, writer)).toMatchObject({
      to: ['camille@guests.example'],
      body: expect.stringContaining('whether you can join'),
    })
  })

  test('asks where it is', () => {
    expect(messageFor(world({ key: 'k', ask: 'place' }), terms, writer).body).toContain('takes place')
  })

  test('of the executive’s own hand is signed once', () => {
    const body = messageFor(otherTime, terms, {
      name: 'Dana Okafor',
      executive: 'Dana Okafor',
      zone: 'Europe/London',
    }).body
    expect(body.match(/Dana Okafor/g)).toHaveLength(1)
  })
})
