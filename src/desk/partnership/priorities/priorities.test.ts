import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isRefused } from '../../act.ts'
import { defaultBoards } from '../../authority/board/model.ts'
import { type TestDesk, testDesk } from '../../testing.ts'
import type { CatchView, PriorityView, SetView, WeekView } from './model.ts'

let desk: TestDesk
let work: string
let dana: string
let noor: string

type Listed = { week: WeekView; sets: SetView[] }
type Made = { id: string; title: string; did: { entry: string } }
type Counted = {
  events: { title: string; minutes: number; by: string; eventId: string; recurrenceId: string | null }[]
  private: { minutes: number } | null
  lived: { share: number | null; minutes: number }
  words: string
}

const zone = 'Europe/London'
const timed = (day: string, from: string, to: string) => ({
  allDay: false,
  start: `${day}T${from}:00`,
  end: `${day}T${to}:00`,
  zone,
  endZone: null,
})
const event = async (title: string, day: string, from: string, to: string, more: object = {}) =>
  (
    await desk.do<{ event: { eventId: string } }>('event.add', {
      calendarId: work,
      title,
      when: timed(day, from, to),
      ...more,
    })
  ).event.eventId
const asDana = <O>(operation: string, input: object) => desk.do<O>(operation, input, { member: dana })
const priority = (title: string, more: object = {}) =>
  asDana<Made>('priority.add', { horizon: 'quarter', on: '2026-11-23', title, ...more })
const listed = (on = '2026-11-16', member = dana) => desk.do<Listed>('priority.list', { on }, { member })
const setOf = async (horizon: string, on?: string, member?: string): Promise<SetView> => {
  const found = (await listed(on, member)).sets.find((one) => one.horizon === horizon)
  if (!found) throw new Error(`no ${horizon}`)
  return found
}
const one = async (title: string, on?: string, member?: string): Promise<PriorityView> => {
  const found = (await setOf('quarter', on, member)).priorities.find((each) => each.title === title)
  if (!found) throw new Error(`no ${title}`)
  return found
}
const no = async (operation: string, input: object, member = dana) => {
  const answer = await desk.try(operation, input, { member })
  if (!isRefused(answer)) throw new Error(`${operation} was not refused`)
  return answer.refused
}

const board = [{ words: ['board'] }]
let first: Made

beforeAll(async () => {
  desk = await testDesk()
  dana = await desk.sit('executive', 'Dana')
  noor = await desk.sit('assistant', 'Noor', { ...defaultBoards.assistant, private: 'none' })
  work = (await desk.do<{ calendar: { id: string } }>('calendar.add', { name: 'Work' })).calendar.id
  await event('Board papers', '2026-11-17', '09:00', '11:00')
  await event('Board call', '2026-11-17', '10:00', '11:30')
  await event('Board hiring talk', '2026-11-18', '09:00', '10:00')
  await event('Dashboards', '2026-11-18', '11:00', '12:00')
  await event('Budget', '2026-11-19', '09:00', '10:00', {
    people: [{ address: 'anna@tern.example', name: 'Anna', answer: 'accepted', required: true }],
  })
  first = await priority('Board preparation', { meant: 25, rules: board })
})
afterAll(() => desk.stop())

describe('a week as it was lived', () => {
  test('is said in a sentence, with the share of the hours and what was meant', async () => {
    const quarter = await setOf('quarter')
    expect(quarter.sentence).toBe(
      'Board preparation comes first this quarter; it got 8 % of last week; 25 % was meant.',
    )
    expect(quarter).toMatchObject({
      words: 'the fourth quarter of 2026',
      meant: 25,
      other: { minutes: 120, events: 2 },
    })
    expect((await one('Board preparation')).lived).toEqual({ share: 210 / 2550, minutes: 210, outside: 0, events: 3 })
    expect((await listed()).week).toMatchObject({ words: 'last week', when: 'past', minutes: 2550, isKnown: true })
  })

  test('opens the events behind every number, each once', async () => {
    const counted = await asDana<Counted>('priority.counted', { horizon: 'quarter', on: '2026-11-16', id: first.id })
    expect(counted.events.map(({ title, minutes, by }) => [title, minutes, by])).toEqual([
      ['Board papers', 120, 'rule'],
      ['Board call', 30, 'rule'],
      ['Board hiring talk', 60, 'rule'],
    ])
    const rest = await asDana<Counted>('priority.counted', { horizon: 'quarter', on: '2026-11-16' })
    expect(rest.events.map(({ title }) => title)).toEqual(['Dashboards', 'Budget'])
  })

  test('a week nothing is known of is a gap and no zero', async () => {
    const quarter = await setOf('quarter', '2026-11-02')
    expect(quarter.priorities[0]?.lived).toMatchObject({ share: null, minutes: 0 })
    expect(quarter.sentence).toContain('nothing is known of the week of Mon 2 Nov')
    const trend = await asDana<{
      weeks: { from: string }[]
      priorities: { shares: (number | null)[]; words: string }[]
    }>('priority.trend', { horizon: 'quarter', on: '2026-11-16' })
    expect(trend.weeks.length).toBe(14)
    expect(trend.priorities[0]?.shares.filter((share) => share !== null)).toEqual([210 / 2550])
    expect(trend.priorities[0]?.words).toBe('Board preparation: 8 % in the one week that is known')
  })

  test('goes by the hours that a rule says', async () => {
    const days = { TU: [['09:00', '10:00']], WE: [['09:00', '10:00']] }
    const { rule } = await desk.do<{ rule: { id: string } }>('rule.add', {
      kind: 'hours',
      params: { days },
      weight: 'avoid',
    })
    expect((await listed()).week).toMatchObject({ minutes: 120, hoursRule: rule.id })
    expect((await one('Board preparation')).lived).toMatchObject({ share: 1, minutes: 120, outside: 90 })
    await desk.do('rule.remove', { id: rule.id })
  })
})

describe('what belongs to a priority', () => {
  test('is said by hand over any rule, and taken back', async () => {
    const hiring = await priority('Hiring', { rules: [{ words: ['hiring'] }] })
    expect((await one('Hiring')).lived.minutes).toBe(0)
    const events = (await asDana<Counted>('priority.counted', { horizon: 'quarter', on: '2026-11-16', id: first.id }))
      .events
    const talk = { what: 'event', id: events.find(({ title }) => title === 'Board hiring talk')?.eventId as string }
    const tied = await desk.do<Made>('priority.tie', { ...talk, priority: hiring.id })
    expect([(await one('Hiring')).lived.minutes, (await one('Board preparation')).lived.minutes]).toEqual([60, 150])
    expect(await no('priority.tie', { ...talk, priority: hiring.id })).toMatchObject({ why: 'moved-on' })
    await desk.do('calendar.reinstate', { entry: tied.did.entry })
    expect((await one('Hiring')).lived.minutes).toBe(0)
    await desk.do('priority.tie', { ...talk, priority: first.id, belongs: false })
    expect((await one('Hiring')).lived.minutes).toBe(60)
    const { sets } = await desk.do<{ sets: { horizon: string; priorities: { words: string }[] }[] }>(
      'priority.choices',
      talk,
    )
    expect(sets[1]?.priorities.map(({ words }) => words)).toEqual(['not this one, said by hand', 'by rule'])
    await desk.do('priority.untie', { ...talk, priority: first.id })
    expect(await no('priority.untie', { ...talk, priority: first.id })).toMatchObject({ why: 'moved-on' })
    await asDana('priority.remove', { id: hiring.id })
  })

  test('of a series one day may belong elsewhere than the rest', async () => {
    const series = await event('Standing call', '2026-11-10', '15:00', '16:00', { rrule: 'FREQ=WEEKLY;COUNT=3' })
    await desk.do('priority.tie', { what: 'event', id: series, priority: first.id })
    expect([
      (await one('Board preparation', '2026-11-09')).lived.minutes,
      (await one('Board preparation')).lived.minutes,
    ]).toEqual([60, 270])
    const day = { what: 'event', id: series, recurrenceId: '2026-11-17T15:00:00' }
    await desk.do('priority.tie', { ...day, priority: first.id, belongs: false })
    expect([
      (await one('Board preparation', '2026-11-09')).lived.minutes,
      (await one('Board preparation')).lived.minutes,
    ]).toEqual([60, 210])
    await desk.do('event.cancel', { eventId: series, recurrenceId: null, extent: 'all' })
  })

  test('goes by people, kinds and calendars too, all that a rule names; work by its goal', async () => {
    const papers = await desk.do<{ work: { id: string } }>('work.add', { title: 'Pack', goal: 'A calm close ' })
    const close = await priority('Close', {
      rules: [
        { people: ['ANNA@tern.example'], kinds: ['external', 'one-to-one'], calendars: [work] },
        { goals: ['a calm close'] },
      ],
    })
    const found = await one('Close')
    expect(found.lived.minutes).toBe(60)
    expect(found.work).toEqual([{ id: papers.work.id, title: 'Pack' }])
    expect(found.ruleWords).toEqual([
      'with anna@tern.example, of the kind external or one-to-one, on Work',
      'work that serves “a calm close”',
    ])
    await desk.do('priority.tie', { what: 'work', id: papers.work.id, priority: close.id, belongs: false })
    expect((await one('Close')).work).toEqual([])
    await asDana('priority.remove', { id: close.id })
  })

  test('is of its own week: next week’s meeting cannot be tied to this week’s priority', async () => {
    const call = await event('Tern call', '2026-12-08', '09:00', '10:00')
    const { id } = await asDana<Made>('priority.add', { horizon: 'week', on: '2026-11-25', title: 'Tern' })
    expect(await no('priority.tie', { what: 'event', id: call, priority: id })).toMatchObject({
      path: 'priority',
      words: '“Tern” is a priority of the week of Mon 23 Nov; “Tern call” is on Tue 8 Dec 2026.',
    })
    await asDana('priority.remove', { id })
  })
})

describe('what cannot be', () => {
  test('two priorities in one place, or with one name', async () => {
    expect(
      await no('priority.add', { horizon: 'quarter', on: '2026-12-01', title: 'Another', place: 1 }),
    ).toMatchObject({
      why: 'moved-on',
      path: 'place',
      words: expect.stringContaining('two priorities cannot have one place'),
    })
    expect(
      await no('priority.add', { horizon: 'quarter', on: '2026-12-01', title: 'board PREPARATION' }),
    ).toMatchObject({ path: 'title' })
    expect(
      await no('priority.order', { horizon: 'quarter', on: '2026-12-01', ids: [first.id, first.id] }),
    ).toMatchObject({
      words: '“Board preparation” is in two places; each has one.',
    })
  })

  test('more meant than there is', async () => {
    expect(await no('priority.add', { horizon: 'quarter', on: '2026-11-23', title: 'Sales', meant: 80 })).toMatchObject(
      {
        why: 'bad-input',
        path: 'meant',
        words: expect.stringContaining(
          'That would be 105 % of the hours of the fourth quarter of 2026: “Board preparation” 25 %, “Sales” 80 %.',
        ),
      },
    )
  })

  test('a rule that names nothing; one that catches everything says so first', async () => {
    expect(
      await no('priority.add', { horizon: 'quarter', on: '2026-11-23', title: 'Sales', rules: [{}] }),
    ).toMatchObject({
      why: 'bad-input',
      words: expect.stringContaining('would catch everything'),
    })
    const all = [{ calendars: [work] }]
    const seen = await asDana<CatchView>('priority.preview', { rules: all })
    expect(seen).toMatchObject({ everything: true, words: expect.stringContaining('it tells nothing apart') })
    const sales = { horizon: 'quarter', on: '2026-11-23', title: 'Sales', rules: all }
    expect(await no('priority.add', sales)).toMatchObject({ path: 'rules' })
    const kept = await asDana<Made>('priority.add', { ...sales, everything: true })
    await asDana('priority.remove', { id: kept.id })
  })
})

describe('the order', () => {
  test('is changed whole, and taken back whole', async () => {
    const hiring = await priority('Hiring', { rules: [{ words: ['hiring'] }] })
    const { did } = await asDana<Made>('priority.order', {
      horizon: 'quarter',
      on: '2026-11-23',
      ids: [hiring.id, first.id],
    })
    expect((await setOf('quarter')).sentence).toContain('Hiring comes first this quarter; it got 2 % of last week.')
    await asDana('calendar.reinstate', { entry: did.entry })
    expect((await setOf('quarter')).sentence).toContain('Board preparation comes first')
    await asDana('priority.remove', { id: hiring.id })
  })

  test('is taken over from the period before, once', async () => {
    await asDana('priority.carry', { horizon: 'quarter', on: '2027-01-04' })
    expect((await setOf('quarter', '2027-01-04')).priorities.map(({ title, meant }) => [title, meant])).toEqual([
      ['Board preparation', 25],
    ])
    expect(await no('priority.carry', { horizon: 'quarter', on: '2027-01-04' })).toMatchObject({ why: 'moved-on' })
  })

  test('is the partnership’s: an assistant who sees it does not change it, and ties what belongs to it', async () => {
    const areas = { ...defaultBoards.assistant.areas, partnership: 'see' as const }
    const wren = await desk.sit('assistant', 'Wren', { areas })
    expect(await no('priority.add', { horizon: 'week', on: '2026-11-23', title: 'Mine' }, wren)).toMatchObject({
      why: 'not-yours',
    })
    const call = await event('Harbour call', '2026-11-20', '09:00', '10:00')
    const tied = { what: 'event', id: call, priority: first.id }
    await desk.do('priority.tie', tied, { member: wren })
    await desk.do('priority.untie', tied, { member: wren })
    await desk.do('event.cancel', { eventId: call, recurrenceId: null, extent: 'all' })
    const version = (await one('Board preparation')).version
    expect(await no('priority.edit', { id: first.id, version: version + 7, set: { meant: 30 } })).toMatchObject({
      why: 'moved-on',
    })
  })
})

describe('what is private', () => {
  test('is counted for everybody and shown to those who may see it', async () => {
    await event('Board matter Larkspur', '2026-11-19', '14:00', '16:00', { label: 'private' })
    expect([
      (await one('Board preparation')).lived.minutes,
      (await one('Board preparation', undefined, noor)).lived.minutes,
    ]).toEqual([330, 330])
    const seen = await desk.do<Counted>(
      'priority.counted',
      { horizon: 'quarter', on: '2026-11-16', id: first.id },
      { member: noor },
    )
    expect(JSON.stringify(seen)).not.toContain('Larkspur')
    expect(seen.private).toMatchObject({ minutes: 120 })
    expect(seen.events.length).toBe(3)
  })

  test('is not felt for: a rule reaches it only where its writer may read it all', async () => {
    const given = await desk.sit('assistant', 'Ravi', {
      areas: { ...defaultBoards.assistant.areas, partnership: 'act' },
      private: 'none',
    })
    const asRavi = { member: given }
    const made = await desk.do<Made>(
      'priority.add',
      { horizon: 'week', on: '2026-11-19', title: 'Probe', rules: [{ words: ['Larkspur'] }] },
      asRavi,
    )
    expect((await setOf('week')).priorities[0]?.lived.minutes).toBe(0)
    expect(await desk.do<CatchView>('priority.preview', { rules: [{ words: ['Larkspur'] }] }, asRavi)).toMatchObject({
      caught: 0,
    })
    await asDana('priority.remove', { id: made.id })
  })

  test('a private priority is told to nobody else, neither its name nor its share', async () => {
    const made = await priority('Succession', { label: 'private', meant: 10, rules: [{ words: ['budget'] }] })
    const seen = await setOf('quarter', undefined, noor)
    expect(JSON.stringify(seen)).not.toContain('Succession')
    expect([seen.hidden, seen.other.minutes]).toEqual([1, 120])
    expect(await no('priority.counted', { horizon: 'quarter', on: '2026-11-16', id: made.id }, noor)).toMatchObject({
      why: 'not-there',
    })
    const journal = await desk.do<object>('journal.list', {}, { member: noor })
    expect(JSON.stringify(journal)).not.toContain('Succession')
    await asDana('priority.remove', { id: made.id })
  })
})

describe('when what comes first gets too little', () => {
  test('it is a finding once that went on for weeks, with time to keep for it', async () => {
    const today = () => desk.at.toZonedDateTimeISO(zone).toPlainDate()
    type Finding = {
      words: string
      fixes: { operation: string; words: string; input: object }[]
      rule: { kind: string }
    }
    const findings = async () => {
      const range = { from: today().toString(), to: today().toString() }
      const found = await desk.do<{ findings: Finding[] }>('finding.list', range)
      return found.findings.filter(({ rule }) => rule.kind === 'first-short')
    }
    for (const day of ['2026-11-24', '2026-12-01', '2026-12-08']) await event('Budget round', day, '09:00', '12:00')
    await event('Board call', '2026-12-02', '09:00', '10:00')
    desk.at = Temporal.Instant.from('2026-12-07T09:00:00Z')
    expect(await findings()).toEqual([])
    desk.at = Temporal.Instant.from('2026-12-14T09:00:00Z')
    const [found] = await findings()
    expect(found?.words).toBe(
      '“Board preparation” comes first this quarter, with 25 % of the hours meant for it. It got 1 % a week over the last 3 weeks, nothing in the newest',
    )
    expect(found?.fixes.map(({ words }) => words)).toEqual([
      'Keep 2 h for it: Tue 15 Dec, 09:00',
      'Keep 09:00–11:00 free every Tuesday',
    ])
    const [keep, free] = found?.fixes ?? []
    await desk.do('finding.fix', (keep as { input: object }).input)
    const next = await one('Board preparation', '2026-12-14')
    expect(next.lived).toMatchObject({ minutes: 120, events: 1 })
    const [again] = await findings()
    await desk.do('finding.fix', (again?.fixes[1] ?? { input: {} }).input)
    expect(free?.operation).toBe('finding.fix')
  })
})
