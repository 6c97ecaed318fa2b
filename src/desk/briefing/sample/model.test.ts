import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { eventDraft } from '../../calendar/model.ts'
import { decisionDraft } from '../../decisions/model.ts'
import { ownDraft, stepDraft } from '../../mistakes/model.ts'
import { makesOf, questionOf, readValues } from '../../partnership/knowing/reading/model.ts'
import { priorityAdd } from '../../partnership/priorities/model.ts'
import { assists, contactDraft, personDraft } from '../../people/model.ts'
import { operations } from '../../registry.ts'
import { ruleDraft } from '../../rules/model.ts'
import { checkDraft } from '../../work/standards/model.ts'
import { workAdd } from '../../work/tasks/model.ts'
import { sampleFor } from './model.ts'

const anyDay = fc.integer({ min: 0, max: 3650 }).map((days) => Temporal.PlainDate.from('2024-01-01').add({ days }))

const inputOf = (name: string) => {
  const found = operations.get(name)
  if (!found) throw new Error(`no operation ${name}`)
  return found.input
}

test('whatever the day, everything in the sample is something a person could type', () => {
  fc.assert(
    fc.property(anyDay, (today) => {
      const sample = sampleFor(today)
      for (const { draft } of sample.events) eventDraft.parse(draft)
      for (const rule of sample.rules) ruleDraft.parse(rule)
      for (const { checks } of sample.standards) for (const check of checks) checkDraft.parse(check)
      for (const { person, assistant, turn, lines } of sample.assisted) {
        assists.omit({ id: true }).parse(turn)
        for (const draft of [person, assistant]) personDraft.parse(draft)
        for (const line of lines) contactDraft.omit({ personId: true }).parse(line)
      }
      for (const priority of sample.priorities) priorityAdd.parse(priority)
      for (const one of sample.agreed) inputOf('agreement.write').parse(one)
      for (const one of sample.answers) inputOf('knowing.fill').parse(one)
      for (const work of sample.works) workAdd.parse(work)
      for (const decision of sample.decisions) decisionDraft.parse(decision)
      ownDraft.parse(sample.mistake.own)
      ownDraft.parse(sample.owned.own)
      const titles = sample.events.map(({ draft }) => draft.title)
      inputOf('agent.add').parse(sample.seats.agent)
      const asked = sample.seats.asks.map(({ about }) => about)
      titles.push(...sample.offers.map(({ draft }) => draft.meeting.title))
      for (const title of [sample.owned.about, sample.nearMiss, ...asked]) expect(titles).toContain(title)
      for (const { make } of sample.mistake.steps) stepDraft.parse(make)
    }),
  )
})

test('every answer in it says something to its question', () => {
  for (const { question, values } of sampleFor(Temporal.PlainDate.from('2026-11-24')).answers) {
    const asked = questionOf(question)
    if (!asked) throw new Error(`no question ${question}`)
    const read = readValues(asked, values)
    if ('path' in read) throw new Error(`${question}: ${read.words}`)
    expect(makesOf(asked, read.values), question).toHaveProperty('as')
  }
})

test('the journey is today on a working day, and on the next one at a weekend', () => {
  const day = (today: string) =>
    sampleFor(Temporal.PlainDate.from(today)).events.find((e) => e.draft.title.startsWith('XQ 345'))?.draft.when.start
  expect(day('2026-11-24')).toBe('2026-11-24T17:10:00')
  expect(day('2026-11-28')).toBe('2026-11-30T17:10:00')
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
