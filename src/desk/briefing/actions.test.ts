import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ReviewView } from '../mistakes/model.ts'
import type { FindingView, RuleView } from '../rules/model.ts'
import { type TestDesk, testDesk } from '../testing.ts'
import type { LookBack, Today } from './model.ts'

const said = (day: Today): string => day.summary.map((piece) => piece.words).join('')
const lines = (day: Today): string[] =>
  day.rows.map((row) => (row.row === 'event' ? `${row.clocks.join(' ')} ${row.event.title}` : `· ${row.words}`))
const troubles = (findings: readonly FindingView[]): string[] =>
  findings.map((finding) => `${finding.title}: ${finding.items.map((item) => item.title).join(' / ')}`)

describe('the sample week', () => {
  let desk: TestDesk
  const today = (on?: string) => desk.do<Today>('today.show', on === undefined ? {} : { on })
  beforeAll(async () => {
    desk = await testDesk('Europe/Berlin')
    desk.at = Temporal.Instant.from('2026-11-24T06:30:00Z')
    await desk.do('desk.sample')
  })
  afterAll(() => desk.stop())

  test('is only for an empty desk', async () => {
    expect(await desk.try('desk.sample')).toMatchObject({ refused: { why: 'moved-on' } })
  })

  test('gives a day in two zones, told as it will be lived', async () => {
    const day = await today()
    expect(day).toMatchObject({ on: '2026-11-24', title: 'Tuesday 24 November', isToday: true })
    expect(day.zones.map((zone) => zone.place)).toEqual(['London', 'Zurich'])
    expect(said(day)).toBe('London until 17:55, then Zurich (+1 h) · leave home by 07:55 · 4 things after 19:00')
    expect(lines(day)).toEqual([
      '· 35 min to Finsbury Sq, leave by 07:55',
      '08:30 09:30 Audit committee pre-read',
      '· 40 min free',
      '· 20 min to Kiln Yard, leave by 10:10',
      '10:30 11:30 Meridian Glass: renewal terms',
      '· 20 min to Finsbury Sq, leave by 11:20',
      '11:40 12:40 Board papers',
      '· 1 h free',
      '13:30 14:30 Doctor',
      '· 1 h 15 min free',
      '15:30 16:30 Car to City Airport',
      '· 1 h 40 min free',
      '17:55 18:55 XQ 345 London City to Zurich',
      '19:00 20:00 Car to the Seehof',
      '19:15 20:15 Call home',
      '19:30 20:30 Dinner, Seehof',
    ])
  })

  test('has a dinner that begins before the flight lands, and a way that cannot be made', async () => {
    expect(troubles((await today()).findings)).toEqual(
      expect.arrayContaining([
        'Too late for what follows: XQ 345 London City to Zurich / Dinner, Seehof',
        'The ride does not fit: Car to City Airport / XQ 345 LCY → ZRH',
        'Not enough time to get there: Meridian Glass: renewal terms / Board papers',
        'Who is coming?: Meridian Glass: renewal terms',
      ]),
    )
  })

  test('has an agent that asks for two things, each of which a yes does, and a cover who is yet to come', async () => {
    type Proposal = { id: string; words: string; mayDecide: boolean; gone: object[]; come: object[] }
    const { proposals } = await desk.do<{ proposals: Proposal[] }>('proposal.list')
    expect(proposals).toMatchObject([
      { words: expect.stringContaining('Press: annual results'), mayDecide: true, come: [] },
      { words: expect.stringContaining('Harlan Voss'), mayDecide: true, come: [] },
    ])
    expect(proposals[0]?.gone.length).toBeGreaterThan(0)
    const { rows } = await desk.do<{ rows: { member: { name: string; kind: string; sponsor: object } }[] }>(
      'board.show',
    )
    expect(rows.filter(({ member }) => member.name.endsWith('(sample)')).map(({ member }) => member)).toMatchObject([
      { kind: 'cover', signsIn: false },
      { kind: 'agent', sponsor: { name: 'Ines' } },
    ])
    const { covers } = await desk.do<{ covers: { words: string; state: string }[] }>('cover.list')
    expect(covers).toMatchObject([
      { state: 'planned', words: expect.stringContaining('Tomás Reyes (sample) will cover') },
    ])
  })

  test('waits for two who were offered times: one is due a nudge, the other’s are nearly freed', async () => {
    expect((await today()).waiting.map(({ code, words }) => [code, words])).toEqual([
      ['nudge', 'Nudge Rosalind Meier: no answer, held until Wed 25 Nov 2026, 12:30 (Europe/London)'],
      ['expiring', 'Harlan Voss has until Tue 24 Nov 2026, 09:30 (Europe/London)'],
    ])
    expect((await today('2026-11-25')).waiting).toEqual([])
  })

  test('has rules with stories', async () => {
    const { rules } = await desk.do<{ rules: RuleView[] }>('rule.list')
    expect(rules.length).toBeGreaterThan(6)
    expect(rules.every((rule) => rule.story !== '')).toBe(true)
    expect(new Set(rules.map((rule) => rule.source))).toEqual(new Set(['physics', 'boundary', 'preference', 'mistake']))
  })

  test('looks ahead to the short night and the clash', async () => {
    const { ahead } = await today()
    expect(ahead.map(({ words }) => words).join(' · ')).toMatch(/short night/i)
    expect(ahead.some((day) => day.never > 0)).toBe(true)
    expect(ahead.every((day) => day.on > '2026-11-24' && day.on <= '2026-12-08')).toBe(true)
  })

  test('says something in the look back, and knows which rules are there', async () => {
    const back = await desk.do<LookBack>('lookback.show')
    expect(back).toMatchObject({ from: '2026-08-26', to: '2026-12-24', zone: 'Europe/London' })
    const counts = Object.fromEntries(back.sentences.map((one) => [one.code, one.count]))
    expect(Object.keys(counts)).toEqual(['cannot-work', 'stretch', 'lunch', 'drift', 'night'])
    for (const [code, count] of Object.entries(counts)) expect(count, code).toBeGreaterThan(0)
    const offered = back.sentences.map((one) => [one.code, one.offer?.already])
    expect(Object.fromEntries(offered)).toEqual({
      'cannot-work': true,
      stretch: true,
      lunch: true,
      drift: false,
      night: true,
    })
    const drift = back.sentences.find((one) => one.code === 'drift')
    expect(drift?.findings[0]?.items.every((item) => item.title === 'One-to-one with Jonah')).toBe(true)
    await desk.do('rule.add', drift?.offer?.draft)
    const again = await desk.do<LookBack>('lookback.show')
    expect(again.sentences.find((one) => one.code === 'drift')?.offer?.already).toBe(true)
  })

  test('is computed, not staged: when the flight goes, what was wrong because of it goes, and the second zone with it', async () => {
    const flight = (await today()).rows.find((row) => row.row === 'event' && row.event.title.startsWith('XQ 345'))
    if (flight?.row !== 'event') throw new Error('no flight')
    await desk.do('event.cancel', { eventId: flight.event.eventId })
    const day = await today()
    expect(troubles(day.findings)).not.toContain(
      'Too late for what follows: XQ 345 London City to Zurich / Dinner, Seehof',
    )
    expect(day.zones.map((zone) => zone.place)).toEqual(['London'])
    expect(said(day)).toMatch(/^London all day/)
  })

  test.each(['2026-11-23', '2026-11-27', '2026-11-28', '2027-03-29', '2026-12-25'])(
    'can be laid out on %s too',
    async (date) => {
      const other = await testDesk()
      other.at = Temporal.PlainDateTime.from(`${date}T07:00`).toZonedDateTime('Europe/London').toInstant()
      await other.do('desk.sample')
      const day = await other.do<Today>('today.show')
      expect(day.on).toBe(date)
      const { ahead } = day
      expect(day.findings.length + ahead.length).toBeGreaterThan(0)
      const { nearMisses, credits } = await other.do<ReviewView>('mistake.review')
      expect(nearMisses).toMatchObject([{ count: 1 }])
      expect(credits).toMatchObject([{ name: 'Ines', words: 'mended 1 finding before anything came of it' }])
      const { proposals } = await other.do<{ proposals: { id: string }[] }>('proposal.list')
      expect(proposals).toHaveLength(2)
      for (const { id } of proposals) await other.do('proposal.yes', { id })
      await other.stop()
    },
  )
})

test('the sample week can be removed with its calendars, and laid out again', async () => {
  const desk = await testDesk()
  await desk.do('calendar.add', { name: 'Work' })
  await desk.do('desk.sample')
  const { calendars } = await desk.do<{ calendars: { id: string; name: string }[] }>('calendar.list')
  for (const { id } of calendars.filter(({ name }) => name.includes('sample'))) await desk.do('calendar.remove', { id })
  expect((await desk.do<Today>('today.show')).rows).toEqual([])
  await desk.do('desk.sample')
  const { members } = await desk.do<{ members: { name: string }[] }>('member.list')
  expect(members.filter(({ name }) => name.endsWith('(sample)'))).toHaveLength(2)
  const { rules } = await desk.do<{ rules: RuleView[] }>('rule.list')
  expect(new Set(rules.map((rule) => rule.kind)).size).toBe(rules.length)
  await desk.stop()
})

describe('Today', () => {
  let desk: TestDesk
  let calendarId: string
  const today = (on?: string) => desk.do<Today>('today.show', on === undefined ? {} : { on })
  const add = (title: string, start: string, end: string, more: object = {}) =>
    desk.do<{ event: { eventId: string } }>('event.add', {
      calendarId,
      title,
      when: { allDay: false, start: `${start}:00`, end: `${end}:00`, zone: 'Europe/London', endZone: null },
      ...more,
    })
  beforeAll(async () => {
    desk = await testDesk()
    calendarId = (await desk.do<{ calendar: { id: string } }>('calendar.add', { name: 'Work' })).calendar.id
  })
  afterAll(() => desk.stop())

  test('of a day with nothing on it says so', async () => {
    expect(said(await today('2026-12-31'))).toBe('London all day · nothing on')
  })

  test('of the day the clocks go back has 25 hours', async () => {
    await add('Early', '2026-10-25T00:30', '2026-10-25T01:00')
    await add('Late', '2026-10-25T23:00', '2026-10-25T23:45')
    expect(lines(await today('2026-10-25'))).toEqual(['00:30 Early', '· 23 h free', '23:00 Late'])
  })

  test('asks for minutes nobody has given, and uses them once somebody has', async () => {
    await add('Breakfast', '2026-12-03T08:00', '2026-12-03T09:00', { place: 'Kiln Yard' })
    await add('Review', '2026-12-03T10:00', '2026-12-03T11:00', { place: 'Elm Hall' })
    expect((await today('2026-12-03')).unknownMinutes).toEqual([{ from: 'Kiln Yard', to: 'Elm Hall' }])
    await desk.do('place.minutes', { from: 'Kiln Yard', to: 'Elm Hall', minutes: 25 })
    const day = await today('2026-12-03')
    expect(day.unknownMinutes).toEqual([])
    expect(lines(day)).toContain('· 25 min to Elm Hall, leave by 09:35')
  })

  test('tells what others did since last night, not what you did, nor what was taken back', async () => {
    const { entries } = await desk.do<{ entries: { id: string }[] }>('journal.list', { limit: 1 })
    expect((await today()).sinceLastNight).toEqual([])
    const executive = (await members()).find((member) => member.kind === 'executive')
    const theirs = await desk.do('desk.change', { home: 'Larch Row' }, { member: executive?.id ?? '' })
    expect((await today()).sinceLastNight).toEqual([
      {
        entry: theirs.did.entry,
        at: '2026-11-23T09:00:00+00:00[Europe/London]',
        words: expect.stringMatching(/^Dana Okafor: /),
      },
    ])
    await desk.do('journal.undo', { entry: theirs.did.entry })
    expect((await today()).sinceLastNight).toEqual([])
    expect(entries).toHaveLength(1)
  })

  test('is the day where the executive is: after midnight in Tokyo it is tomorrow', async () => {
    await add('Flight to Tokyo', '2026-11-20T09:00', '2026-11-20T20:00', {
      when: {
        allDay: false,
        start: '2026-11-20T09:00:00',
        end: '2026-11-21T06:00:00',
        zone: 'Europe/London',
        endZone: 'Asia/Tokyo',
      },
    })
    const start = desk.at
    desk.at = Temporal.Instant.from('2026-11-23T16:00:00Z')
    expect(await today()).toMatchObject({
      on: '2026-11-24',
      isToday: true,
      zones: [{ zone: 'Asia/Tokyo' }, { zone: 'Europe/London' }],
    })
    desk.at = start
  })

  test('answers the same whether it was asked before or not, and anew after every change', async () => {
    const first = await today('2026-12-10')
    expect(await today('2026-12-10')).toEqual(first)
    await add('New', '2026-12-10T09:00', '2026-12-10T10:00')
    expect(lines(await today('2026-12-10'))).toHaveLength(1)
  })

  const members = async (): Promise<{ id: string; kind: string }[]> => {
    const client = await desk.database.appPool.connect()
    await client.query(`begin; set local equerry.desk = '${desk.seat.desk}'`)
    const { rows } = await client.query('select id, kind from desk.member')
    await client.query('rollback')
    client.release()
    return rows
  }
})
