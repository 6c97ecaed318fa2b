import { expect, test } from 'vitest'
import { asInstant } from '../../../../plan/time.ts'
import { dueLetterFor } from '../../../rules/messages/model.ts'
import { checkLetter } from './model.ts'

const one = {
  id: '01a00000-0000-7000-8000-000000000000',
  side: 'theirs' as const,
  by: { name: 'Zoë Brändli', address: 'zoe@harbour.example', zone: 'Europe/Zurich' },
  to: { name: 'Dana Okafor', address: null, zone: null },
  dueAt: '2026-11-27T16:00:00+00:00[Europe/London]',
  time: '16:00',
  saidAt: '2026-11-20T09:00:00+00:00[Europe/London]',
}
const due = {
  title: 'the price sheet',
  label: 'desk' as const,
  dueAt: asInstant(Temporal.Instant.from('2026-11-27T16:00:00Z').epochMilliseconds),
  contact: {
    name: one.by.name,
    address: one.by.address,
    zone: one.by.zone,
    asked: 1,
    allDay: false,
    dueZone: 'Europe/London',
  },
}
const writer = { name: 'Ines', executive: 'Dana Okafor', zone: 'Europe/London' }
const at = Temporal.Instant.from('2026-11-30T09:00:00Z').epochMilliseconds
const written = (more: object = {}) => dueLetterFor('chase', { ...due, ...more }, writer, at)
const said = (text: string) => checkLetter(text, one, writer.executive).map(({ words }) => words)

test('a letter passes its own reading, as it is written', () => {
  expect(said(written()?.body ?? '')).toEqual([])
})

test('edited, its weekday, its zones, its names and its time are read again', () => {
  const body = written()?.body ?? ''
  expect(said(body.replace('Fri 27 Nov 2026, 16:00', 'Thu 27 Nov 2026, 16:00'))).toEqual([
    '“Thu 27 Nov 2026”: that day is a Friday',
  ])
  expect(said(body.replace('Europe/Zurich', 'your time'))).toEqual(['Their zone is missing: Europe/Zurich'])
  expect(said(body.replace('Zoë Brändli', 'Zoe Brandli'))).toContain('“Zoe” is spelt “Zoë”')
  expect(said(body.replace('16:00', '15:00'))).toContain('15:00 is none of the times that are held')
})

test('says nothing private, and nothing in the executive’s name to the executive', () => {
  expect(JSON.stringify(written({ label: 'private' }))).not.toContain('price sheet')
  const toDana = written({ contact: { ...due.contact, name: 'Dana Okafor', zone: null } })
  expect(toDana?.body).not.toContain('for Dana Okafor')
})
