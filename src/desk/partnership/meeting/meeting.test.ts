import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { defaultBoards } from '../../authority/board/model.ts'
import type { FindingView } from '../../rules/model.ts'
import { type TestDesk, testDesk } from '../../testing.ts'
import type { Section } from './model.ts'

let desk: TestDesk
let dana: string
let quill: string
const twoWeeks = { from: '2026-11-23', to: '2026-12-06' }

type Way = Section['lines'][number]['ways'][number]
type View = { id: string; text: string; agreed: { words: string; by: string }[]; carried: string[] }
type Shown = {
  pair: { executive: { name: string }; assistant: { id: string; name: string } } | null
  words: string
  since: string
  sections: Section[]
  running: View | null
}
const show = (member = dana) => desk.do<Shown>('oneToOne.show', {}, { member })
const sectionOf = async (key: Section['key'], member = dana) =>
  (await show(member)).sections.find((one) => one.key === key)?.lines ?? []
const lineWith = async (key: Section['key'], text: string, member = dana) => {
  const line = (await sectionOf(key, member)).find(({ words }) => words.includes(text))
  if (!line) throw new Error(`no line with “${text}” in ${key}: ${JSON.stringify((await show(member)).sections)}`)
  return line
}
/** A button is pressed: the operation with its input, and what had to be said. */
const press = (way: Way | undefined, said: object = {}, member = dana) =>
  desk.do(way?.operation ?? '', { ...way?.input, ...said }, { member })
const begin = async (member = dana) =>
  (await desk.do<{ meeting: { id: string } }>('oneToOne.begin', {}, { member })).meeting.id

beforeAll(async () => {
  desk = await testDesk()
  const { members } = await desk.do<{ members: { id: string; kind: string }[] }>('member.list')
  dana = members.find(({ kind }) => kind === 'executive')?.id ?? ''
  quill = await desk.sit('agent', 'Quill')
})
afterAll(() => desk.stop())

describe('the agenda', () => {
  test('of a new desk is empty: not even the rules every desk begins with are asked about', async () => {
    const { pair, sections, since } = await show()
    expect(pair).toMatchObject({ executive: { name: 'Dana Okafor' }, assistant: { name: 'Ines' } })
    expect(since).toContain('Your first')
    expect(sections).toEqual([])
  })

  test('is the two partners’ alone', async () => {
    const all = { areas: defaultBoards.executive.areas, private: 'all' as const }
    for (const kind of ['observer', 'cover', 'agent'] as const) {
      const member = await desk.sit(kind, `A ${kind}`, all)
      expect(await show(member)).toMatchObject({ pair: null, sections: [] })
      expect(await desk.try('oneToOne.begin', {}, { member })).toMatchObject({ refused: { why: 'not-yours' } })
    }
    const ravi = await desk.sit('assistant', 'Ravi', all)
    const id = await begin(desk.seat.member)
    for (const [name, input] of [
      ['oneToOne.end', { id }],
      ['oneToOne.cancel', { id }],
      ['oneToOne.settle', { id, key: 'x' }],
      ['oneToOne.begin', { with: desk.seat.member }],
    ] as const)
      expect(await desk.try(name, input, { member: ravi }), name).toMatchObject({ refused: { why: 'not-there' } })
    expect(await desk.try('oneToOne.begin', {}, { member: dana })).toMatchObject({ refused: { why: 'moved-on' } })
    await desk.do('oneToOne.cancel', { id }, { member: dana })
    await desk.do('member.remove', { member: ravi, reason: 'A test' }, { member: dana })
  })

  test('has a decision that is answered in one tap by whoever decides, or recorded by the assistant', async () => {
    const draft = {
      question: 'Zurich: the Quai or the Seehof?',
      options: [{ words: 'The Quai' }, { words: 'The Seehof' }],
      recommended: 1,
      neededBy: { on: '2026-11-26', time: '12:00' },
    }
    await desk.do('decision.ask', draft)
    const line = await lineWith('decisions', 'Zurich')
    expect(line.ways.map(({ words }) => words)).toEqual(['The Quai', 'The Seehof', 'None of them'])
    const mine = await lineWith('decisions', 'Zurich', desk.seat.member)
    expect(mine.ways[0]).toMatchObject({ words: 'Dana: The Quai', main: true })
    await press(mine.ways[0], {}, desk.seat.member)
    expect(await sectionOf('decisions')).toEqual([])
  })

  test('has the conflicts of the next two weeks, with their fixes, and not those somebody lives with', async () => {
    const { calendar } = await desk.do<{ calendar: { id: string } }>('calendar.add', { name: 'Work' })
    const add = (title: string, from: string, to: string, guest: string) =>
      desk.do('event.add', {
        calendarId: calendar.id,
        title,
        people: [{ name: null, address: guest, answer: 'accepted', required: true }],
        when: {
          allDay: false,
          start: `2026-12-01T${from}:00`,
          end: `2026-12-01T${to}:00`,
          zone: 'Europe/London',
          endZone: null,
        },
      })
    await add('Board', '10:00', '11:00', 'rosalind@harbour.example')
    await add('Legal', '10:30', '11:30', 'marc@meridian.example')
    const [line] = await sectionOf('ahead')
    // The ways out are those of Today, each with its reach: what somebody outside has to say yes to has its letter.
    const [found] = (await desk.do<{ findings: FindingView[] }>('finding.list', twoWeeks, { member: dana })).findings
    expect(found?.fixes.length).toBeGreaterThan(0)
    expect(line?.ways.slice(0, -1).map(({ operation, input, letter }) => ({ operation, input, letter }))).toEqual(
      found?.fixes.map(({ operation, input, message }) => ({
        operation,
        input,
        letter: message && { finding: found.fingerprint, ...message },
      })),
    )
    expect(line?.ways.some(({ letter }) => letter !== null)).toBe(true)
    expect(line?.ways.at(-1)).toMatchObject({ operation: 'finding.accept', asks: { field: 'reason' } })
    expect(line?.detail).toMatch(/Tue 1 Dec 2026, 10:\d\d \(Europe\/London\)/)
    await press(line?.ways.at(-1), { reason: 'The board knows' })
    expect((await sectionOf('ahead')).map(({ key }) => key)).not.toContain(line?.key)
    expect(await lineWith('accepted', 'The board knows')).toMatchObject({ settles: 'It stands' })
  })

  test('has what comes first as it was meant and as it was lived, with time to keep for it, and takes over what ran out', async () => {
    const rules = [{ words: ['trustees'] }]
    const first = { horizon: 'quarter', on: '2026-11-16', title: 'The trustees', meant: 25, rules }
    const { id } = await desk.do<{ id: string }>('priority.add', first, { member: dana })
    await desk.do(
      'priority.add',
      { ...first, horizon: 'year', on: '2025-06-01', title: 'Of last year' },
      { member: dana },
    )
    const { calendars } = await desk.do<{ calendars: { id: string }[] }>('calendar.list')
    const start = '2026-11-18T10:00:00'
    const when = { allDay: false, start, end: '2026-11-18T11:00:00', zone: 'Europe/London', endZone: null }
    await desk.do('event.add', { calendarId: calendars[0]?.id, title: 'Other things', when })
    const line = await lineWith('priorities', 'The trustees comes first')
    expect(line).toMatchObject({
      words: 'The trustees comes first this quarter; it got nothing of last week; 25 % was meant.',
      tone: 'soon',
      settles: 'It stays first',
      opens: { page: 'priorities', id },
    })
    expect(line.ways.map(({ operation }) => operation)).toEqual(['priority.protect', 'priority.remove'])
    expect(line.ways[0]?.words).toMatch(/^Keep 2 h for it: /)
    const taken = await lineWith('priorities', 'Nothing comes first in 2026 yet.')
    await press(taken.ways[0])
    expect((await sectionOf('priorities')).map(({ words }) => words)).toEqual([
      'Of last year comes first this year; it got nothing of last week; 25 % was meant.',
      line.words,
    ])
    const noor = await desk.sit('assistant', 'Nia', { areas: { ...defaultBoards.assistant.areas, partnership: 'see' } })
    await desk.do('priority.edit', { id, version: 1, set: { label: 'private' } }, { member: dana })
    const unseeing = await desk.sit('assistant', 'Odd', { private: 'none' })
    expect(JSON.stringify(await show(unseeing))).not.toContain('trustees')
    for (const member of [noor, unseeing])
      await desk.do('member.remove', { member, reason: 'A test' }, { member: dana })
    for (const words of ['The trustees', 'Of last year'])
      await press((await lineWith('priorities', words)).ways.find(({ operation }) => operation === 'priority.remove'))
    expect((await sectionOf('priorities')).map(({ words }) => words)).toEqual(['Nothing comes first in 2026 yet.'])
  })

  test('tells promises both ways from what the assistant is owed', async () => {
    const ours = {
      side: 'ours',
      what: 'the redlines',
      by: { name: 'Dana Okafor' },
      to: { name: 'Camille Aubry' },
      dueOn: '2026-11-20',
      wasDue: true,
    }
    const owed = { ...ours, side: 'theirs', what: 'answer on leave dates', to: { name: 'Ines' } }
    await desk.do('commitment.add', ours)
    await desk.do('commitment.add', owed)
    await desk.do('commitment.add', { ...ours, what: 'far away', dueOn: '2027-02-20', wasDue: false })
    expect(await lineWith('promises', 'the redlines')).toMatchObject({ tone: 'late' })
    expect((await sectionOf('promises')).map(({ words }) => words).join()).not.toContain('far away')
    expect(await lineWith('owed', 'answer on leave dates')).toMatchObject({ tone: 'late' })
  })

  test('suggests more where every proposal had its yes, with the evidence, and the executive alone raises', async () => {
    const event = (n: number) => ({ title: `Intro ${n}`, calendarId: '', when: null as unknown })
    const { calendars } = await desk.do<{ calendars: { id: string }[] }>('calendar.list')
    for (const n of [1, 2, 3]) {
      expect(await sectionOf('authority')).toEqual([])
      const when = {
        allDay: false,
        start: `2026-12-0${n + 6}T10:00:00`,
        end: `2026-12-0${n + 6}T10:30:00`,
        zone: 'Europe/London',
        endZone: null,
      }
      const input = { ...event(n), calendarId: calendars[0]?.id, when }
      const answer = await desk.try('event.add', input, { member: quill })
      const { id } = (answer as { proposed: { id: string } }).proposed
      const asked = await lineWith('decisions', `Intro ${n}`)
      expect(asked.ways[0]).toMatchObject({ operation: 'proposal.yes', input: { id } })
      await press(asked.ways[0])
    }
    const line = await lineWith('authority', 'Quill may only propose in calendar')
    expect(line.detail).toMatch(/^3 of 3 proposals of Quill in calendar were said yes to since \w{3} \d+ \w{3} 2026/)
    const [way] = line.ways
    expect(way).toMatchObject({ words: 'Raise to act and tell', operation: 'board.change' })
    expect((await lineWith('authority', 'Quill', desk.seat.member)).ways).toEqual([])
    await press(way)
    const { rows } = await desk.do<{ rows: { member: { id: string }; board: { areas: { calendar: string } } }[] }>(
      'board.show',
    )
    expect(rows.find(({ member }) => member.id === quill)?.board.areas.calendar).toBe('tell')
    expect(await sectionOf('authority')).toEqual([])
  })

  test('suggests that a limit gives way where what they asked about was always said yes to, and writes no title down', async () => {
    const { calendars } = await desk.do<{ calendars: { id: string }[] }>('calendar.list')
    const when = (day: number, hour: string) => ({
      allDay: false,
      start: `2026-12-${day}T${hour}:00:00`,
      end: `2026-12-${day}T${hour}:30:00`,
      zone: 'Europe/London',
      endZone: null,
    })
    desk.at = desk.at.add({ minutes: 1 })
    for (const day of [14, 15, 16]) {
      expect(await sectionOf('authority')).toEqual([])
      const draft = { calendarId: calendars[0]?.id, title: `Trustees ${day}`, kind: 'board', when: when(day, '10') }
      const { event } = await desk.do<{ event: { eventId: string } }>('event.add', draft)
      const move = { eventId: event.eventId, recurrenceId: null, extent: 'all', when: when(day, '11') }
      const answer = await desk.try('event.move', move, { member: quill })
      const { id } = (answer as { proposed: { id: string } }).proposed
      await desk.do('proposal.yes', { id }, { member: dana })
    }
    const line = await lineWith('authority', 'Quill has to ask before moving or cancelling what is “board”')
    expect(line.detail).toMatch(
      /^3 of 3 times Quill asked to move one, it was a yes, since \w{3} \d+ \w{3} 2026\. .*Trustees 16/,
    )
    expect((await lineWith('authority', 'Quill has to ask', desk.seat.member)).ways).toEqual([])
    await press(line.ways[0])
    type Rows = { rows: { member: { id: string }; board: { move: string[] } }[] }
    const { rows } = await desk.do<Rows>('board.show')
    expect(rows.find(({ member }) => member.id === quill)?.board.move).not.toContain('board')
    expect(JSON.stringify(line.ways[0]?.input)).not.toContain('Trustees')
    expect(await sectionOf('authority')).toEqual([])
  })

  test('suggests to act without telling where much was told and nothing taken back', async () => {
    const { calendars } = await desk.do<{ calendars: { id: string }[] }>('calendar.list')
    desk.at = desk.at.add({ minutes: 1 })
    for (let n = 0; n < 20; n++) {
      expect(await sectionOf('authority')).toEqual([])
      const day = String(1 + n).padStart(2, '0')
      const start = `2027-02-${day}T10:00:00`
      const when = { allDay: false, start, end: `2027-02-${day}T10:30:00`, zone: 'Europe/London', endZone: null }
      await desk.do('event.add', { calendarId: calendars[0]?.id, title: `Call ${n}`, when }, { member: quill })
    }
    const line = await lineWith('authority', 'Quill may only act and tell in calendar: enough to let them act?')
    expect(line.detail).toMatch(/^Quill did 20 things alone in calendar, and nobody took one back since /)
    expect(line.ways).toMatchObject([{ words: 'Raise to act', operation: 'board.change' }])
  })

  test('suggests less where somebody else took back what was done', async () => {
    const { calendars } = await desk.do<{ calendars: { id: string }[] }>('calendar.list')
    for (const day of ['10', '11']) {
      const when = {
        allDay: false,
        start: `2026-12-${day}T15:00:00`,
        end: `2026-12-${day}T15:30:00`,
        zone: 'Europe/London',
        endZone: null,
      }
      desk.at = desk.at.add({ minutes: 1 })
      const draft = { title: `Odd ${day}`, calendarId: calendars[0]?.id, when }
      const { did } = await desk.do('event.add', draft, { member: quill })
      await desk.do('journal.undo', { entry: did.entry }, { member: dana })
    }
    const line = await lineWith('authority', 'Quill may act and tell in calendar: rather propose?')
    expect(line.detail).toContain('taken back by somebody else 2 times')
  })
})

describe('a one-to-one', () => {
  test('ends with what was agreed, as text with weekday and zone, and carries the rest over', async () => {
    desk.at = desk.at.add({ minutes: 5 })
    const free = (day: string) =>
      desk.do<{ rule: { id: string } }>('rule.add', { kind: 'no-meetings', params: { days: [day] }, weight: 'avoid' })
    const { rule } = await free('SU')
    await free('SA')
    const id = await begin()
    const owed = await lineWith('owed', 'answer on leave dates')
    const later = owed.ways.find(({ operation }) => operation === 'commitment.renegotiate')
    expect(later?.asks).toMatchObject({ field: 'dueOn', what: 'day' })
    await press(later, { dueOn: '2026-11-27' })
    const stays = `rule:${rule.id}`
    const settle = (key: string) => desk.try('oneToOne.settle', { id, key }, { member: desk.seat.member })
    expect(await settle(stays)).toHaveProperty('did')
    expect(await settle(stays)).toMatchObject({ refused: { why: 'moved-on' } })
    expect(await settle(owed.key)).toMatchObject({ refused: { why: 'bad-input' } })
    expect(await settle('rule:nothing')).toMatchObject({ refused: { why: 'not-there', path: 'key' } })
    const { running } = await show()
    expect(running?.agreed).toHaveLength(2)
    desk.at = desk.at.add({ minutes: 12 })
    const { meeting } = await desk.do<{ meeting: View }>('oneToOne.end', { id }, { member: dana })
    expect(meeting.agreed.map(({ by }) => by)).toEqual(['Dana Okafor', 'Ines'])
    expect(meeting.text).toContain('One-to-one: Dana Okafor and Ines')
    expect(meeting.text).toMatch(/Began Mon 23 Nov 2026, 09:\d\d \(Europe\/London\), ended Mon 23 Nov 2026/)
    expect(meeting.text).toMatch(/Dana Okafor: Agreed Fri 27 Nov 2026 for “.*answer on leave dates”/)
    expect(meeting.text).toContain('Ines: It stays:')
    expect(meeting.carried.join()).toContain('We owe Camille Aubry the redlines')
    expect(meeting.carried.join()).toContain('Dana owes Ines: answer on leave dates')
  })

  test('the next begins with what was left, and not with what was talked through', async () => {
    expect(await lineWith('promises', 'the redlines')).toMatchObject({ carried: 1 })
    expect(await lineWith('accepted', 'The board knows')).toMatchObject({ carried: 1, settles: 'It stands' })
    const [left] = await sectionOf('rules')
    expect(left).toMatchObject({ carried: 1, ways: [{ operation: 'rule.switch' }, { operation: 'rule.remove' }] })
    expect(await sectionOf('rules')).toHaveLength(1)
    const id = await begin()
    await desk.do('oneToOne.end', { id }, { member: dana })
    expect(await lineWith('accepted', 'The board knows')).toMatchObject({ carried: 2 })
  })

  test('what was taken back was not agreed; an end that came too early is taken back too', async () => {
    const id = await begin()
    const line = await lineWith('accepted', 'The board knows')
    const { did } = await desk.do('oneToOne.settle', { id, key: line.key }, { member: dana })
    expect((await show()).running?.agreed).toHaveLength(1)
    await desk.do('journal.undo', { entry: did.entry }, { member: desk.seat.member })
    expect((await show()).running?.agreed).toEqual([])
    const ended = await desk.do('oneToOne.end', { id }, { member: dana })
    expect((await show()).running).toBeNull()
    await desk.do('journal.undo', { entry: ended.did.entry }, { member: desk.seat.member })
    expect((await show()).running?.id).toBe(id)
    await desk.do('oneToOne.end', { id }, { member: dana })
    const { meetings } = await desk.do<{ meetings: View[] }>('oneToOne.list')
    expect(meetings.map((one) => one.id)[0]).toBe(id)
  })

  test('keeps no word of what is private: an assistant who may not see it reads the rest', async () => {
    const secret = 'the scans for Larkspur clinic'
    const promise = {
      side: 'theirs',
      what: secret,
      by: { name: 'Dana Okafor' },
      to: { name: 'Noor' },
      label: 'private',
      dueOn: '2026-11-24',
    }
    const noor = await desk.sit('assistant', 'Noor', { private: 'none' })
    await desk.do('commitment.add', promise, { member: dana })
    const { meeting } = await desk.do<{ meeting: { id: string } }>('oneToOne.begin', { with: noor }, { member: dana })
    await desk.do('oneToOne.end', { id: meeting.id }, { member: dana })
    for (const [name, input] of [
      ['oneToOne.show', {}],
      ['oneToOne.list', {}],
    ] as const)
      expect(JSON.stringify(await desk.do(name, input, { member: noor }))).not.toContain('Larkspur')
    const client = await desk.database.appPool.connect()
    try {
      await client.query(`begin; set local equerry.desk = '${desk.seat.desk}'; set local equerry.member = '${noor}'`)
      const { rows } = await client.query('select * from desk.one_to_one')
      expect(rows).toHaveLength(1)
      expect(JSON.stringify(rows)).not.toContain('Larkspur')
      await client.query('rollback')
    } finally {
      client.release()
    }
  })

  test('another pair’s is not there for an assistant, whatever they may see, in SQL either', async () => {
    const wren = await desk.sit('assistant', 'Wren', { areas: defaultBoards.executive.areas, private: 'all' })
    const client = await desk.database.appPool.connect()
    try {
      await client.query(`begin; set local equerry.desk = '${desk.seat.desk}'; set local equerry.member = '${wren}'`)
      expect((await client.query('select * from desk.one_to_one')).rows).toEqual([])
      await client.query('rollback')
    } finally {
      client.release()
    }
  })

  test('is due a week after the last, or after the two sat down; while one goes on Today says so', async () => {
    type Due = { due: { with: { name: string }; words: string; running: boolean }[] }
    const due = async (member: string) => (await desk.do<Due>('oneToOne.due', {}, { member })).due
    const ines = async () => (await due(dana)).filter(({ with: { name } }) => name === 'Ines')
    const newcomer = await desk.sit('assistant', 'Newcomer')
    expect(await due(newcomer)).toEqual([])
    expect(await ines()).toEqual([])
    const id = await begin()
    expect(await ines()).toMatchObject([{ running: true, words: 'It has just begun.' }])
    await desk.do('oneToOne.end', { id }, { member: dana })
    desk.at = desk.at.add({ hours: 6 * 24 })
    expect(await ines()).toEqual([])
    desk.at = desk.at.add({ hours: 24 })
    expect(await ines()).toMatchObject([{ running: false, words: 'The last was Mon 23 Nov, 7 days ago.' }])
    expect(await due(newcomer)).toMatchObject([
      { with: { name: 'Dana Okafor' }, words: 'You have had none yet: its agenda is written from the record.' },
    ])
    expect(await desk.try('oneToOne.due', {}, { member: quill })).toMatchObject({ refused: { why: 'not-yours' } })
  })
})
