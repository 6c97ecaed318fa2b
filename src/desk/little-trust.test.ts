import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Board, defaultBoards, type Level } from './authority/board/model.ts'
import { busyFeed } from './calendar/feeds/actions.ts'
import type { Area } from './operation.ts'
import { type TestDesk, testDesk } from './testing.ts'

/*
 * Somebody with a seat of little trust who wants more: an agent, whoever covers, whoever watches, an assistant who may do
 * less than others. What they try is written as they would try it.
 */

type Event = { event: { eventId: string; title: string; label: string; hidden: boolean } }
type Shown = { id: string; words: string; changes: object[]; come: { words: string }[]; mayDecide: boolean }
type Entry = { id: string; words: string; undo: { can: boolean } }

let desk: TestDesk
let dana: string
let work: string
let review: string
let clinic: string

const refusal = (why: string) => ({ refused: { why } })
const boardOf = (areas: Partial<Record<Area, Level>>, more: Partial<Board> = {}): Partial<Board> => ({
  areas: { ...defaultBoards.assistant.areas, ...areas },
  ...more,
})
const timed = (day: string, from: string, to: string) => ({
  allDay: false,
  start: `${day}T${from}:00`,
  end: `${day}T${to}:00`,
  zone: 'Europe/London',
  endZone: null,
})
const fileOf = (...events: readonly string[]) =>
  new File(
    [
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//test//EN',
        ...events.flatMap((uid) => [
          'BEGIN:VEVENT',
          `UID:${uid}`,
          'DTSTAMP:20261101T090000Z',
          'DTSTART:20261124T103000Z',
          'DTEND:20261124T113000Z',
          'SUMMARY:Mine now',
          'END:VEVENT',
        ]),
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    ],
    'mine.ics',
  )

beforeAll(async () => {
  desk = await testDesk()
  const { members } = await desk.do<{ members: { id: string; kind: string }[] }>('member.list')
  dana = members.find(({ kind }) => kind === 'executive')?.id ?? ''
  work = (await desk.do<{ calendar: { id: string } }>('calendar.add', { name: 'Work' })).calendar.id
  const add = async (draft: object) => (await desk.do<Event>('event.add', { calendarId: work, ...draft })).event.eventId
  review = await add({ title: 'Quarterly review', when: timed('2026-11-24', '09:00', '10:00') })
  clinic = await add({ title: 'Larkspur clinic', when: timed('2026-11-24', '10:30', '11:30'), label: 'private' })
})
afterAll(() => desk.stop())

const agent = (name: string, areas: Partial<Record<Area, Level>> = {}, more: Partial<Board> = {}) =>
  desk.sit('agent', name, { ...boardOf(areas, { private: 'none', ...more }) })
const openOf = async (member?: string) =>
  (await desk.do<{ proposals: Shown[] }>('proposal.list', {}, member === undefined ? {} : { member })).proposals

describe('an agent that asks', () => {
  test('hides nothing in its words: whoever says yes sees each part as it is and as it would be', async () => {
    const member = await agent('Quill', { calendar: 'propose' })
    await desk.do('event.edit', { eventId: review, set: { link: 'https://meet.example/true' } })
    const set = { link: 'https://meet.false.example/', notes: 'Bring the contracts', publicReason: 'At lunch' }
    await desk.try('event.edit', { eventId: review, set }, { member })
    const [shown] = await openOf()
    expect(shown?.changes).toEqual(
      expect.arrayContaining([
        { what: 'link', before: 'https://meet.example/true', after: 'https://meet.false.example/' },
        { what: 'notes', before: null, after: 'Bring the contracts' },
        { what: 'public reason', before: null, after: 'At lunch' },
      ]),
    )
    await desk.do('proposal.no', { id: shown?.id, reason: 'A test' })
  })

  test('learns nothing private from what would come of it', async () => {
    const member = await agent('Reed', { calendar: 'propose' })
    await desk.try('event.move', { eventId: review, when: timed('2026-11-24', '10:30', '11:30') }, { member })
    const [theirs] = await openOf(member)
    const [ours] = await openOf()
    expect(JSON.stringify(ours)).toContain('Larkspur')
    expect(theirs?.come.length).toBe(ours?.come.length)
    expect(JSON.stringify(theirs)).not.toContain('Larkspur')
    expect(JSON.stringify(await desk.do('proposal.show', { id: theirs?.id }, { member }))).not.toContain('Larkspur')
  })

  test('asks for nothing any longer once it was sent away', async () => {
    const member = await agent('Fern', { calendar: 'propose' })
    await desk.try('event.cancel', { eventId: review }, { member })
    const asked = async () => (await openOf()).filter(({ words }) => words.startsWith('Cancel'))
    expect(await asked()).toHaveLength(1)
    await desk.do('agent.remove', { agent: member })
    expect(await asked()).toHaveLength(0)
  })

  test('forgets no entry, and does not say that what another did was seen', async () => {
    const member = await agent('Sedge')
    const { entries } = await desk.do<{ entries: Entry[] }>('journal.list', { limit: 1 })
    const erased = await desk.try('journal.erase', { entry: entries[0]?.id, reason: 'Tidying up' }, { member })
    expect(erased).toMatchObject(refusal('not-yours'))
    const told = await agent('Teal', { calendar: 'tell' })
    const { did } = await desk.do('event.edit', { eventId: review, set: { place: 'Kiln Yard' } }, { member: told })
    expect(await desk.try('told.seen', { entries: [did.entry] }, { member })).toMatchObject(refusal('not-yours'))
    await desk.do('told.seen', { entries: [did.entry] })
  })
})

describe('undo', () => {
  test('reaches into no area that is not theirs, by the journal or past it', async () => {
    const asked = await desk.do('decision.ask', {
      question: 'Storchen or Baur?',
      options: [{ words: 'Storchen' }, { words: 'Baur' }],
      neededBy: { on: '2026-11-25', time: '09:00' },
    })
    const member = await desk.sit('assistant', 'Noor', boardOf({ desk: 'see' }))
    for (const operation of ['calendar.reinstate', 'journal.undo'])
      expect.soft(await desk.try(operation, { entry: asked.did.entry }, { member }), operation).toMatchObject({
        refused: { why: 'not-yours' },
      })
    const proposes = await desk.sit('assistant', 'Ravi', boardOf({ desk: 'propose' }))
    expect(await desk.try('calendar.reinstate', { entry: asked.did.entry }, { member: proposes })).toHaveProperty(
      'proposed',
    )
  })

  test('of what has to be told is told too', async () => {
    const member = await desk.sit('assistant', 'Orla', boardOf({ calendar: 'tell' }))
    const { did } = await desk.do('event.edit', { eventId: review, set: { place: 'Pond House' } })
    const undone = await desk.do('journal.undo', { entry: did.entry }, { member })
    const { told } = await desk.do<{ told: { entry: string }[] }>('told.list')
    expect(told.map(({ entry }) => entry)).toContain(undone.did.entry)
  })
})

describe('the record', () => {
  test('says to nobody more than they see in the area it belongs to, in an undo and a proposal neither', async () => {
    const busy = await desk.sit('observer', 'Jonah', boardOf({ calendar: 'busy' }, { private: 'none' }))
    const asks = await agent('Ash', { calendar: 'propose' })
    await desk.try('event.cancel', { eventId: review }, { member: asks })
    const [waiting] = (await openOf()).filter(({ words }) => words.startsWith('Cancel'))
    await desk.do('proposal.no', { id: waiting?.id })
    const read = async (operation: string, input = {}) =>
      JSON.stringify(await desk.try(operation, input, { member: busy }))
    for (const [operation, input] of [
      ['journal.list', {}],
      ['journal.list', { search: 'Quarterly' }],
      ['told.list', {}],
      ['today.show', { on: '2026-11-24' }],
      ['proposal.list', { decided: 'true' }],
    ] as const)
      expect.soft(await read(operation, input), operation).not.toContain('Quarterly')
    const { entries } = await desk.do<{ entries: Entry[] }>('journal.list', { search: 'Quarterly' })
    expect(entries.length).toBeGreaterThan(4)
    for (const { id } of entries) expect.soft(await read('journal.show', { entry: id })).not.toContain('Quarterly')
    expect(await read('journal.list')).toContain('Something in an area that is not yours to see.')
  })
})

describe('what is private', () => {
  const few = () => desk.sit('assistant', 'Tomás', boardOf({}, { private: 'none' }))

  test('stays so whatever is said of its calendar by whoever does not see it', async () => {
    const { calendar } = await desk.do<{ calendar: { id: string } }>('calendar.add', {
      name: 'Choir',
      label: 'private',
    })
    const member = await few()
    for (const set of [{ label: 'desk' }, { readers: [member] }, { name: 'Mine' }])
      expect(await desk.try('calendar.change', { id: calendar.id, ...set }, { member })).toMatchObject(
        refusal('not-yours'),
      )
    expect(await desk.try('calendar.remove', { id: calendar.id }, { member })).toMatchObject(refusal('not-yours'))
    expect(await desk.try('calendar.remove', { id: work }, { member })).toMatchObject(refusal('not-yours'))
    const file = { calendarId: calendar.id, file: fileOf('one@test.example') }
    expect(await desk.try('calendar.import', file, { member })).toMatchObject(refusal('not-yours'))
  })

  test('is neither listed, joined nor opened by bringing in a file', async () => {
    await desk.do('calendar.import', { calendarId: work, file: fileOf('a@test.example', 'b@test.example') })
    const { events } = await desk.do<{ events: { eventId: string; uid: string; title: string }[] }>('event.list', {
      from: '2026-11-24',
      to: '2026-11-24',
    })
    const mine = events.find(({ uid }) => uid === 'a@test.example')?.eventId
    await desk.do('event.edit', { eventId: mine, set: { title: 'Dr Venn', label: 'private' } })
    const member = await few()
    const report = await desk.do<{ missing: object[]; added: number; changed: number }>(
      'calendar.import',
      { calendarId: work, file: fileOf('c@test.example') },
      { member },
    )
    expect(JSON.stringify(report)).toContain('b@test.example')
    expect(JSON.stringify(report)).not.toMatch(/Venn|a@test\.example/)
    const again = { calendarId: work, file: fileOf('a@test.example') }
    expect(await desk.do('calendar.import', again, { member })).toMatchObject({ added: 0, changed: 0, conflicts: [] })
    expect((await desk.do<Event>('event.show', { eventId: mine })).event).toMatchObject({
      title: 'Dr Venn',
      label: 'private',
    })
  })

  test('is opened to others by whoever sees all of it, and only asked for by whom it names', async () => {
    const member = await desk.sit('assistant', 'Wren', boardOf({}, { private: 'named' }))
    await desk.do('event.edit', { eventId: clinic, set: { readers: [member] } })
    expect((await desk.do<Event>('event.show', { eventId: clinic }, { member })).event.title).toBe('Larkspur clinic')
    for (const set of [{ label: 'desk' }, { readers: [] }])
      expect(await desk.try('event.edit', { eventId: clinic, set }, { member })).toHaveProperty('proposed')
    expect(await desk.try('event.edit', { eventId: clinic, set: { notes: 'Scans' } }, { member })).toHaveProperty('did')
    expect((await desk.do<Event>('event.show', { eventId: clinic })).event.label).toBe('private')
  })
})

test('whoever sees nothing of the desk’s own matters reads of none, on Today, on paper, nor in what is found', async () => {
  await desk.do('work.add', { title: 'Teasel accounts', dueOn: '2026-11-24' })
  await desk.do('decision.ask', {
    question: 'Teasel: lend or lease?',
    options: [{ words: 'Lend' }, { words: 'Lease' }],
    neededBy: { on: '2026-11-25', time: '18:00' },
  })
  const price = { what: 'the Teasel figures', side: 'theirs', by: { name: 'Jo Park' }, to: { name: 'Dana Okafor' } }
  await desk.do('commitment.add', { ...price, dueOn: '2026-11-24' })
  await desk.do('mistake.own', { title: 'The Teasel letter went twice' })
  desk.at = desk.at.add({ hours: 48 })
  const reads = { 'finding.list': { from: '2026-11-22', to: '2026-11-25' }, 'today.show': {}, 'sheet.show': {} }
  const watcher = await desk.sit('observer', 'Ivy', boardOf({ ...defaultBoards.observer.areas, calendar: 'see' }))
  for (const [operation, input] of Object.entries(reads)) {
    const [mine, theirs] = [await desk.do(operation, input), await desk.do(operation, input, { member: watcher })]
    expect.soft(JSON.stringify(mine), operation).toContain('Teasel')
    expect.soft(JSON.stringify(theirs), operation).not.toContain('Teasel')
  }
  type Found = { findings: { fingerprint: string; weight: string }[] }
  const found = async (call = {}) =>
    (await desk.do<Found>('finding.list', reads['finding.list'], call)).findings.map((one) => one.fingerprint).sort()
  expect(await found({ member: watcher })).toEqual(await found())
  desk.at = desk.at.subtract({ hours: 48 })
})

describe('whoever has left', () => {
  test('takes no secret address along that they had made', async () => {
    const member = await desk.sit('assistant', 'Rhea')
    const { address } = await desk.do<{ address: string }>('feed.make', { name: 'Her telephone' }, { member })
    const { address: ours } = await desk.do<{ address: string }>('feed.make', { name: 'Home' })
    const opens = async (at: string) => {
      const token = /feed\/(.+)\.ics$/.exec(at)?.[1] ?? ''
      return (await busyFeed(desk.around, token, desk.at)) !== null
    }
    expect(await opens(address)).toBe(true)
    await desk.do('member.remove', { member, reason: 'To another desk' }, { member: dana })
    expect([await opens(address), await opens(ours)]).toEqual([false, true])
    const { entries } = await desk.do<{ entries: Entry[] }>('journal.list', { limit: 1 })
    expect(entries[0]?.words).toContain('Her telephone')
  })
})

describe('a seat that is more than one’s own', () => {
  test('is not opened by a link one makes for somebody else', async () => {
    const { member } = await desk.do<{ member: { id: string } }>('member.invite', { name: 'Marta', kind: 'assistant' })
    const raised = { member: member.id, set: { areas: { money: 'act' } }, reason: 'She keeps the books' }
    await desk.do('board.change', raised, { member: dana })
    expect(await desk.try('member.link', { member: member.id })).toMatchObject(refusal('not-yours'))
    await desk.do('member.link', { member: member.id }, { member: dana })
    const peer = await desk.sit('assistant', 'Peer')
    expect(await desk.try('member.link', { member: dana }, { member: peer })).toMatchObject(refusal('not-yours'))
    await desk.do('member.link', { member: dana })
  })

  test('is not had with the token of an agent somebody else answers for', async () => {
    const made = await desk.do<{ member: { id: string } }>('agent.add', { name: 'Ledger' }, { member: dana })
    expect(await desk.try('agent.token', { agent: made.member.id })).toMatchObject(refusal('not-yours'))
    await desk.do('agent.token', { agent: made.member.id }, { member: dana })
  })

  test('is not left behind in an agent by whoever covers for some days', async () => {
    const member = await desk.sit('cover', 'Briony')
    const draft = { away: desk.seat.member, cover: member, fromOn: null, toOn: null }
    const { cover } = await desk.do<{ cover: { id: string } }>('cover.plan', draft)
    expect(await desk.try('agent.add', { name: 'Mine' }, { member })).toMatchObject(refusal('not-yours'))
    const asDana = { name: 'Hers', sponsor: member }
    expect(await desk.try('agent.add', asDana, { member: dana })).toMatchObject(refusal('not-there'))
    await desk.do('cover.end', { id: cover.id })
  })

  test('is not covered by whoever only watches, also where a cover may begin by themselves', async () => {
    await desk.do('cover.settings', { self: true, told: 'never', reach: null })
    const watcher = await desk.sit('observer', 'Ivo')
    const draft = { away: desk.seat.member, cover: watcher, fromOn: null, toOn: null }
    expect(await desk.try('cover.plan', draft, { member: watcher })).toMatchObject(refusal('not-yours'))
    const cover = await desk.sit('cover', 'Ada')
    await desk.do('cover.plan', { ...draft, cover }, { member: cover })
  })
})
