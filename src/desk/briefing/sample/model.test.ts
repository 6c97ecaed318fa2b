import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { eventDraft } from '../../calendar/model.ts'
import { ruleDraft } from '../../rules/model.ts'
import { sampleFor } from './model.ts'

const anyDay = fc.integer({ min: 0, max: 3650 }).map((days) => Temporal.PlainDate.from('2024-01-01').add({ days }))

test('whatever the day, everything in the sample is something a person could type', () => {
  fc.assert(
    fc.property(anyDay, (today) => {
      const sample = sampleFor(today)
      for (const { draft } of sample.events) eventDraft.parse(draft)
      for (const rule of sample.rules) ruleDraft.parse(rule)
    }),
  )
})

test('the journey is today on a working day, and on the next one at a weekend', () => {
  const day = (today: string) =>
    sampleFor(Temporal.PlainDate.from(today)).events.find((e) => e.draft.title.startsWith('XQ 345'))?.draft.when.start
  expect(day('2026-11-24')).toBe('2026-11-24T17:55:00')
  expect(day('2026-11-28')).toBe('2026-11-30T17:55:00')
})

test('every occurrence that gives way to the journey is one its series really has', () => {
  fc.assert(
    fc.property(anyDay, (today) => {
      const { cancelled, events } = sampleFor(today)
      for (const { title, recurrenceId } of cancelled) {
        const start = events.find((e) => e.draft.title === title)?.draft.when.start ?? ''
        const days = Temporal.PlainDate.from(start).until(Temporal.PlainDate.from(recurrenceId)).days
        expect(days % 7).toBe(0)
        expect(recurrenceId.slice(10)).toBe(start.slice(10))
      }
    }),
  )
})

test('everybody in it is plainly invented', () => {
  const { events } = sampleFor(Temporal.PlainDate.from('2026-11-24'))
  const addresses = events.flatMap((e) => (e.draft.people ?? []).map((p) => p.address))
  const links = events.flatMap((e) => e.draft.link ?? [])
  expect(addresses.length).toBeGreaterThan(10)
  for (const address of addresses) expect(address).toMatch(/^[a-z.]+@[a-z-]+\.example$/)
  for (const link of links) expect(new URL(link).hostname).toMatch(/\.example$/)
})

test('a quarter of it lies behind us, so that a look back has something to say', () => {
  const today = Temporal.PlainDate.from('2026-11-24')
  const series = sampleFor(today).events.filter((e) => e.draft.rrule)
  for (const { draft } of series)
    expect(Temporal.PlainDate.from(draft.when.start).until(today).days).toBeGreaterThan(90)
})
