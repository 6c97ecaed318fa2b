import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Board, defaultBoards, type Level } from './authority/board/model.ts'
import { operations } from './registry.ts'
import { type TestDesk, testDesk } from './testing.ts'

/*
 * One private thing, and every way of reading: through each operation that reads, and past all of them, in SQL as the
 * role of the app with desk and member set as `perform` sets them.
 */

const secret = ['Larkspur clinic', 'Dr Venn', 'venn@larkspur.example', 'Orchard Mews', 'bring the scans', 'larkspur-7']
const known = 'Quarterly review'

let desk: TestDesk
let client: pg.PoolClient
let work: string
let eventId: string
let openId: string
let groupId: string
let lastEntry = ''
let coverId: string
const members: Record<string, string> = {}

const board = (calendar: Level, more: Partial<Board> = {}): Partial<Board> => ({
  areas: { ...defaultBoards.assistant.areas, calendar },
  ...more,
})
const timed = (day: string, from: string, to: string) => ({
  allDay: false,
  start: `${day}T${from}:00`,
  end: `${day}T${to}:00`,
  zone: 'Europe/London',
  endZone: null,
})

beforeAll(async () => {
  desk = await testDesk()
  members.all = desk.seat.member
  members.named = await desk.sit('assistant', 'Ravi', board('act', { private: 'named' }))
  members.unnamed = await desk.sit('assistant', 'Noor', board('act', { private: 'named' }))
  members.desk = await desk.sit('assistant', 'Tomás', board('act', { private: 'none' }))
  members.busy = await desk.sit('observer', 'Jonah', board('busy', { private: 'none' }))
  members.nothing = await desk.sit('observer', 'Marta', board('none', { private: 'all' }))
  members.agent = await desk.sit('agent', 'Quill', board('act', { private: 'none' }))
  const { calendar } = await desk.do<{ calendar: { id: string } }>('calendar.add', { name: 'Work' })
  work = calendar.id
  const add = async (draft: object) =>
    (await desk.do<{ event: { eventId: string } }>('event.add', { calendarId: work, ...draft })).event.eventId
  openId = await add({ title: known, when: timed('2026-11-24', '10:00', '11:00') })
  eventId = await add({
    title: 'Larkspur clinic',
    when: timed('2026-11-24', '10:30', '11:30'),
    place: 'Orchard Mews',
    notes: 'bring the scans, file larkspur-7',
    label: 'private',
    readers: [members.named],
    publicReason: 'Out of office',
    people: [{ address: 'venn@larkspur.example', name: 'Dr Venn', answer: 'accepted', required: true }],
  })
  await desk.do('event.move', { eventId, when: timed('2026-11-24', '10:15', '11:15') })
  const offered = await desk.do<{ group: { id: string } }>('hold.offer', {
    to: { name: 'Dr Venn', zone: 'Europe/London' },
    meeting: { title: 'Larkspur clinic again', by: 'place', place: 'Orchard Mews', label: 'private' },
    times: [{ start: '2026-11-25T10:00:00Z', end: '2026-11-25T10:30:00Z' }],
    expiresAt: '2026-11-24T20:00:00Z',
    page: false,
  })
  groupId = offered.group.id
  const jonah = await desk.sit('cover', 'Wren')
  const draft = { away: desk.seat.member, cover: jonah, fromOn: null, toOn: '2026-11-26' }
  coverId = (await desk.do<{ cover: { id: string } }>('cover.plan', draft)).cover.id
  const { entries } = await desk.do<{ entries: { id: string }[] }>('journal.list', { item: eventId })
  lastEntry = entries[0]?.id ?? ''
  client = await desk.database.appPool.connect()
})
afterAll(async () => {
  client.release()
  await desk.stop()
})

const lower = secret.map((word) => word.toLowerCase())
const leaks = (answer: unknown): string[] => {
  const text = JSON.stringify(answer).toLowerCase()
  return lower.filter((word) => text.includes(word))
}

const list = { from: '2026-11-23', to: '2026-11-27' }
const reads = (): Record<string, object> => ({
  'journal.list': {},
  'journal.show': { entry: lastEntry },
  'proposal.list': {},
  'told.list': {},
  'cover.list': {},
  'cover.note': { id: coverId },
  'cover.report': { id: coverId },
  'calendar.list': {},
  'calendar.export': {},
  'event.list': list,
  'event.show': { eventId },
  'event.looked': { eventId },
  'place.list': {},
  'rule.list': {},
  'plan.show': list,
  'plan.weigh': { eventId: openId, start: '2026-11-24T10:30:00Z', end: '2026-11-24T11:30:00Z' },
  'finding.list': list,
  'offer.find': { from: '2026-11-24', to: '2026-11-24', minutes: 30 },
  'hold.list': {},
  'hold.show': { groupId },
  'hold.preview': { groupId },
  'today.show': { on: '2026-11-24' },
  'sheet.show': { on: '2026-11-24' },
  'lookback.show': {},
  'board.show': {},
  'member.list': {},
  'desk.me': {},
})

describe('through the operations', () => {
  test.each(['unnamed', 'desk', 'busy', 'nothing', 'agent'])('no word of it reaches %s', async (who) => {
    for (const [name, input] of Object.entries(reads())) {
      const answer = await desk.try(name, input, { member: members[who] ?? '' })
      expect.soft(leaks(answer), `${name}: ${JSON.stringify(answer).slice(0, 2000)}`).toEqual([])
    }
  })

  test.each(['unnamed', 'desk', 'busy', 'nothing', 'agent'])(
    'nor is its history found by its id by %s',
    async (who) => {
      const call = { member: members[who] ?? '' }
      const mine = await desk.do<{ entries: { id: string }[] }>('journal.list', { item: eventId })
      expect(mine.entries.length).toBeGreaterThan(1)
      const found = await desk.try('journal.list', { item: eventId }, call)
      expect('refused' in found || (found as { entries: unknown[] }).entries.length === 0).toBe(true)
      for (const { id } of mine.entries) {
        const shown = await desk.try('journal.show', { entry: id }, call)
        expect('refused' in shown || JSON.stringify(shown).includes('"changes":[],"items":[]')).toBe(true)
        expect(leaks(shown)).toEqual([])
      }
    },
  )

  test('nor out of a change that stumbles over it', async () => {
    const member = members.desk ?? ''
    const over = timed('2026-11-24', '10:15', '11:15')
    for (const [name, input] of [
      ['event.add', { title: 'New', calendarId: work, when: over }],
      ['event.move', { eventId, when: over }],
      ['event.edit', { eventId, set: { title: 'Mine now' } }],
      ['event.cancel', { eventId }],
      ['hold.take', { groupId, time: { start: '2026-11-24T10:30:00Z', end: '2026-11-24T11:00:00Z' }, who: 'Me' }],
      ['hold.release', { groupId }],
    ] as const)
      expect.soft(leaks(await desk.try(name, input, { member })), name).toEqual([])
    expect(await desk.try('event.edit', { eventId, set: { title: 'Mine now' } }, { member })).toMatchObject({
      refused: { why: 'not-yours' },
    })
  })

  test('whoever it names, and whoever sees all, reads it whole', async () => {
    for (const who of ['named', 'all']) {
      const { event } = await desk.do<{ event: { title: string; notes: string; hidden: boolean } }>(
        'event.show',
        { eventId },
        { member: members[who] ?? '' },
      )
      expect(event).toMatchObject({
        title: 'Larkspur clinic',
        notes: 'bring the scans, file larkspur-7',
        hidden: false,
      })
    }
  })

  test('whoever looked is noted once an hour, and told to who sees everything', async () => {
    await desk.around.looks.write(desk.around.db)
    const { looked } = await desk.do<{ looked: { name: string; hour: string }[] }>('event.looked', { eventId })
    expect(looked.map(({ name }) => name).sort()).toEqual(['Ines', 'Ravi'])
    await desk.do('event.show', { eventId }, { member: members.named ?? '' })
    await desk.around.looks.write(desk.around.db)
    expect((await desk.do<{ looked: object[] }>('event.looked', { eventId })).looked).toHaveLength(2)
  })

  test('the others are told the public reason, and that the time is taken', async () => {
    type Shown = { events: { eventId: string; title: string; start: string; busy: boolean; hidden: boolean }[] }
    const whole = await desk.do<Shown>('event.list', list)
    for (const who of ['unnamed', 'desk', 'busy', 'agent']) {
      const { events } = await desk.do<Shown>('event.list', list, { member: members[who] ?? '' })
      expect(events.map(({ start, busy }) => [start, busy])).toEqual(
        whole.events.map(({ start, busy }) => [start, busy]),
      )
      expect(events.find((one) => one.eventId === eventId)).toMatchObject({ title: 'Out of office', hidden: true })
      if (who === 'busy') expect(JSON.stringify(events)).not.toContain(known)
    }
  })

  test('verdicts are the same for all: only the words are not', async () => {
    type Found = { findings: { fingerprint: string; weight: string; start: string; words: string }[] }
    const of = async (who: string) =>
      (await desk.do<Found>('finding.list', list, { member: members[who] ?? '' })).findings
    const [all, few] = [await of('all'), await of('desk')]
    const bare = (one: Found['findings'][number]) => [one.fingerprint, one.weight, one.start]
    expect(few.map(bare).sort()).toEqual(all.map(bare).sort())
    expect(few.some(({ words }) => words === 'Something private at this time')).toBe(true)
  })

  test('what becomes private takes what the record says of it with it', async () => {
    const { event } = await desk.do<{ event: { eventId: string } }>('event.add', {
      title: 'Juniper tasting',
      calendarId: work,
      when: timed('2026-11-26', '18:00', '19:00'),
    })
    const record = async () => JSON.stringify(await desk.do('journal.list', {}, { member: members.desk ?? '' }))
    expect(await record()).toContain('Juniper tasting')
    await desk.do('event.edit', { eventId: event.eventId, set: { label: 'private' } })
    expect(await record()).not.toContain('Juniper tasting')
  })

  test('a calendar that becomes private hides what names no label of its own, and shows it again', async () => {
    const { calendar } = await desk.do<{ calendar: { id: string } }>('calendar.add', { name: 'Choir' })
    const { event } = await desk.do<{ event: { eventId: string } }>('event.add', {
      title: 'Evensong at Ely',
      calendarId: calendar.id,
      when: timed('2026-11-26', '19:00', '20:00'),
    })
    const seen = async () =>
      JSON.stringify(await desk.do('event.show', { eventId: event.eventId }, { member: members.desk ?? '' }))
    expect(await seen()).toContain('Evensong')
    const { did } = await desk.do('calendar.change', { id: calendar.id, label: 'private' })
    expect(await seen()).not.toContain('Evensong')
    await desk.do('journal.undo', { entry: did.entry })
    expect(await seen()).toContain('Evensong')
  })
})

test('every operation that reads is among those asked here, or says nothing of what is on the calendars', () => {
  const silent = [
    'journal.verify',
    'proposal.show',
    'event.understand',
    'feed.list',
    'rule.kinds',
    'rule.preview',
    'holiday.countries',
  ]
  const all = [...operations.values()].filter(({ effect }) => effect === 'read').map(({ name }) => name)
  expect(all.filter((name) => !silent.includes(name)).sort()).toEqual(Object.keys(reads()).sort())
})

describe('in SQL, as the role of the app', () => {
  const as = async <T>(member: string | null, work_: () => Promise<T>): Promise<T> => {
    await client.query(`begin; set local equerry.desk = '${desk.seat.desk}'`)
    if (member !== null) await client.query(`set local equerry.member = '${member}'`)
    try {
      return await work_()
    } finally {
      await client.query('rollback')
    }
  }
  const tables = async (): Promise<string[]> =>
    (
      await client.query<{ name: string }>(
        `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where n.nspname = 'desk' and c.relkind = 'r' and has_table_privilege(current_user, c.oid, 'select') order by 1`,
      )
    ).rows.map(({ name }) => name)
  const count = async (table: string, where = 'true') =>
    (await client.query<{ n: number }>(`select count(*)::int as n from desk."${table}" where ${where}`)).rows[0]?.n ?? 0

  test.each(['unnamed', 'desk', 'busy', 'nothing', 'agent'])('no row %s can read has a word of it', async (who) => {
    const found: string[] = []
    await as(members[who] ?? '', async () => {
      for (const table of await tables()) {
        const { rows } = await client.query(`select to_jsonb(t) as row from desk."${table}" t`)
        const words = leaks(rows)
        if (words.length > 0) found.push(`${table}: ${words.join(', ')}`)
      }
    })
    expect(found).toEqual([])
  })

  test('whoever sees busy times alone reads no detail at all, and whoever sees nothing no times either', async () => {
    await as(members.busy ?? '', async () => {
      expect(await count('event_detail')).toBe(0)
      expect(await count('hold_group')).toBe(0)
      expect(await count('rule')).toBe(0)
      expect(await count('event')).toBeGreaterThan(0)
    })
    await as(members.nothing ?? '', async () => {
      for (const table of ['event', 'event_detail', 'occurrence', 'hold', 'claim'])
        expect(await count(table), table).toBe(0)
    })
  })

  test('without a member there are busy times and no words; with somebody who left or was stopped there is nothing', async () => {
    await as(null, async () => {
      expect(await count('occurrence')).toBeGreaterThan(0)
      for (const table of ['event_detail', 'hold_group', 'rule']) expect(await count(table), table).toBe(0)
    })
    await desk.do('agent.freeze', { agent: members.agent })
    await as(members.agent ?? '', async () => expect(await count('event')).toBe(0))
    await desk.do('agent.thaw', { agent: members.agent, reason: 'A test' })
  })

  test('nobody writes what they could not read', async () => {
    for (const who of ['desk', 'busy', 'nothing'])
      await as(members[who] ?? '', async () => {
        await expect(
          client.query(
            `insert into desk.event_detail (desk_id, event_id, version, words, texts, imported, label) values ($1, $2, 99, '[]', '[]', '[]', 'private')`,
            [desk.seat.desk, eventId],
          ),
        ).rejects.toThrow(/row-level security/)
      })
    await as(members.desk ?? '', async () => {
      const { rowCount } = await client.query(`update desk.event_detail set label = 'open' where event_id = $1`, [
        eventId,
      ])
      expect(rowCount).toBe(0)
    })
  })

  test('another desk’s member reads and writes nothing here, whoever they say they are', async () => {
    const elsewhere = '01a00000-0000-7000-8000-00000000beef'
    await client.query(`begin; set local equerry.desk = '${elsewhere}'; set local equerry.member = '${members.all}'`)
    for (const table of await tables()) expect(await count(table), table).toBe(0)
    await client.query('rollback')
  })
})
