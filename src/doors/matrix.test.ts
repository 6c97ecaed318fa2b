import { createHash } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Board, defaultBoards, type Level, levels, type MemberKind } from '../desk/authority/board/model.ts'
import { openDoor, setBoard } from '../desk/authority/queries.ts'
import { guestOf } from '../desk/holds/page/guest.ts'
import { areas } from '../desk/operation.ts'
import { settle } from '../desk/perform.ts'
import { operations } from '../desk/registry.ts'
import { type TestDesk, testDesk } from '../desk/testing.ts'
import { makeSignIn } from '../platform/auth/sign-in.ts'
import { makeLog } from '../platform/log.ts'
import { makeApp } from './http/app.ts'
import { NewsBoard } from './http/news.ts'
import { performFor } from './socket/call.ts'

/*
 * Every operation there is, asked for by every kind of member at every level, through every door: nothing is done that
 * the board does not allow. What is expected is written here again, from the table people read, and not taken from the code.
 */

/** Reads with a view of busy times alone. */
const busyViews = ['calendar.list', 'event.list', 'event.show', 'plan.show', 'sheet.show', 'today.show']
/** About oneself, or with rules of their own that stand in their own tests. */
const everybodys = [
  'desk.me',
  'proposal.list',
  'proposal.show',
  'proposal.yes',
  'proposal.no',
  'proposal.withdraw',
  'proposal.explain',
  'agent.freeze',
  'member.leave',
  'cover.list',
  'cover.plan',
  'cover.note',
]
/** A file does not wait for a yes. */
const cannotWait = ['calendar.import']
const kinds = ['assistant', 'cover', 'agent', 'observer'] as const satisfies readonly MemberKind[]

type Outcome = 'refused' | 'answered' | 'proposed' | 'done'

function expected(name: string, level: Level): Outcome {
  const { effect } = operations.get(name) ?? { effect: 'read' }
  if (effect === 'read')
    return level === 'none' || (level === 'busy' && !busyViews.includes(name)) ? 'refused' : 'answered'
  if (level === 'act' || level === 'tell') return 'done'
  return level === 'propose' && !cannotWait.includes(name) ? 'proposed' : 'refused'
}

let desk: TestDesk
let app: ReturnType<typeof makeApp>
let owner: pg.Client
let members: Record<(typeof kinds)[number], string>
const token = 'equerry_a-token-of-the-test'
const url = 'http://localhost:4170'

beforeAll(async () => {
  desk = await testDesk()
  owner = new pg.Client(desk.database.connections.migrator)
  await owner.connect()
  members = {
    assistant: await desk.sit('assistant', 'Ravi'),
    cover: await desk.sit('cover', 'Noor'),
    agent: await desk.sit('agent', 'Quill'),
    observer: await desk.sit('observer', 'Tomás'),
  }
  const hash = createHash('sha256').update(token).digest()
  const door = { hash, way: 'agent', desk: desk.seat.desk, item: members.agent, at: desk.at, until: null } as const
  await openDoor(desk.around.db, door)
  app = makeApp({
    around: desk.around,
    signIn: makeSignIn({ pool: desk.database.authPool, url, secret: 'only for a test, forty characters long ..' }),
    news: new NewsBoard(),
    log: makeLog('silent'),
    url,
    now: () => desk.at,
    web: 'src/web',
    feed: async () => null,
    guest: guestOf(desk.around),
    onFounded: async () => {},
  })
  inputs = await inputsFor()
})
afterAll(async () => {
  await owner.end()
  await desk.stop()
})

let inputs: Record<string, object>

const timed = (day: string, from: string, to: string) => ({
  allDay: false,
  start: `${day}T${from}:00`,
  end: `${day}T${to}:00`,
  zone: 'Europe/London',
  endZone: null,
})
const span = (day: string, from: string, to: string) => ({ start: `${day}T${from}:00Z`, end: `${day}T${to}:00Z` })

/** Something to ask of every operation: things that are there, so that only the board can say no. */
async function inputsFor(): Promise<Record<string, object>> {
  type Id = { id: string }
  const { calendar } = await desk.do<{ calendar: Id }>('calendar.add', { name: 'Work' })
  const spare = await desk.do<{ calendar: Id; did: { entry: string } }>('calendar.add', { name: 'Spare' })
  const add = async (title: string, day: string, from: string, to: string) =>
    await desk.do<{ event: { eventId: string }; did: { entry: string } }>('event.add', {
      title,
      calendarId: calendar.id,
      when: timed(day, from, to),
      kind: 'internal',
    })
  const review = await add('Review', '2026-11-26', '10:00', '11:00')
  await add('Legal', '2026-11-26', '10:30', '11:30')
  const gone = await add('Gone', '2026-11-27', '10:00', '11:00')
  await desk.do('event.cancel', { eventId: gone.event.eventId })
  const rules: { id: string; version: number; on: boolean }[] = []
  for (const day of ['MO', 'TU', 'WE'])
    rules.push(
      (
        await desk.do<{ rule: (typeof rules)[number] }>('rule.add', {
          kind: 'no-meetings',
          params: { days: [day] },
          weight: 'prefer',
        })
      ).rule,
    )
  const [rule, other, third] = rules
  await desk.do('rule.remove', { id: other?.id })
  const { feed } = await desk.do<{ feed: Id }>('feed.make', { name: 'Noor' })
  const draft = {
    to: { name: 'Jo Park', zone: 'Europe/London' },
    meeting: { title: 'Intro', by: 'video' },
    times: [span('2026-11-30', '10:00', '10:30'), span('2026-11-30', '11:00', '11:30')],
    expiresAt: '2026-11-29T10:00:00Z',
  }
  const { group } = await desk.do<{ group: { id: string } }>('hold.offer', { ...draft, page: true })
  const groupId = group.id
  await desk.do('hold.propose', { groupId, who: 'Jo', times: [span('2026-12-01', '10:00', '10:30')] })
  const shown = await desk.do<{ group: { proposals: Id[] } }>('hold.show', { groupId })
  const list = { from: '2026-11-23', to: '2026-12-01' }
  type Finding = { fingerprint: string; fixes: { operation: string; reach: string; input: object }[] }
  const { findings } = await desk.do<{ findings: Finding[] }>('finding.list', list)
  const [found] = findings
  const { fingerprint } = found ?? { fingerprint: '' }
  const fixable = findings.flatMap(({ fixes }) => fixes).find(({ reach }) => reach === 'desk')
  const asks = findings.flatMap(({ fixes }) => fixes).find(({ reach }) => reach === 'world')
  const asked = await desk.do<{ askId: string }>('finding.asked', { fingerprint, to: 'Jo', message: 'Could you?' })
  const { did } = await desk.do('desk.change', { home: 'Larch Row' })
  const other_ = await desk.sit('agent', 'Reed')
  await desk.do('agent.freeze', { agent: other_ })
  const told = { entries: [did.entry] }
  const spareSeat = await desk.sit('observer', 'Kit')
  const spareCover = await desk.sit('cover', 'Jonah')
  const { cover: covered } = await desk.do<{ cover: Id }>('cover.plan', {
    away: desk.seat.member,
    cover: spareCover,
    fromOn: '2026-12-10',
    toOn: '2026-12-11',
  })
  await desk.do('finding.accept', {
    fingerprint: findings[1]?.fingerprint ?? fingerprint,
    reason: 'So it is',
    until: null,
  })
  return {
    'journal.list': {},
    'journal.show': { entry: did.entry },
    'journal.undo': { entry: did.entry },
    'journal.erase': { entry: review.did.entry, reason: 'A test' },
    'journal.verify': {},
    'board.show': {},
    'board.change': { member: members.observer, set: { send: 'drafts' }, reason: 'A test' },
    'member.list': {},
    'member.invite': { name: 'Wren', kind: 'observer' },
    'member.link': { member: spareSeat },
    'member.remove': { member: await desk.sit('observer', 'Ada'), reason: 'A test' },
    'agent.add': { name: 'Wren' },
    'agent.token': { agent: other_ },
    'agent.thaw': { agent: other_, reason: 'A test' },
    'agent.remove': { agent: other_ },
    'proposal.expire': { id: '01a00000-0000-7000-8000-000000000000' },
    'told.list': {},
    'told.seen': told,
    'told.unseen': told,
    'cover.change': { id: covered.id, toOn: '2026-12-12', reason: 'A test' },
    'cover.end': { id: covered.id },
    'cover.begin': { id: covered.id },
    'cover.finish': { id: covered.id },
    'cover.report': { id: covered.id },
    'cover.seen': { id: covered.id },
    'cover.settings': { self: false, told: 'away', reach: null },
    'desk.change': { home: 'Kiln Yard' },
    'desk.sample': {},
    'calendar.list': {},
    'calendar.add': { name: 'Another' },
    'calendar.change': { id: calendar.id, name: 'Work of Dana' },
    'calendar.remove': { id: spare.calendar.id },
    'calendar.import': {
      calendarId: calendar.id,
      fileName: 'a.ics',
      file: new File(
        [
          'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:m\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20261202T100000Z\r\nSUMMARY:M\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
        ],
        'a.ics',
      ),
    },
    'calendar.reinstate': { entry: gone.did.entry },
    'calendar.export': {},
    'event.list': list,
    'event.show': { eventId: review.event.eventId },
    'event.looked': { eventId: review.event.eventId },
    'event.understand': { text: 'Thu 3pm legal' },
    'event.add': { title: 'New', calendarId: calendar.id, when: timed('2026-11-28', '10:00', '11:00') },
    'event.edit': { eventId: review.event.eventId, set: { place: 'Larch Row' } },
    'event.move': { eventId: review.event.eventId, when: timed('2026-11-26', '15:00', '16:00') },
    'event.cancel': { eventId: review.event.eventId },
    'event.restore': { eventId: gone.event.eventId },
    'feed.list': {},
    'feed.make': { name: 'Somebody' },
    'feed.revoke': { id: feed.id },
    'place.list': {},
    'place.change': { name: 'Larch Row', zone: 'Europe/London' },
    'place.minutes': { from: 'Larch Row', to: 'Kiln Yard', minutes: 20 },
    'rule.kinds': {},
    'rule.list': {},
    'rule.add': { kind: 'no-meetings', params: { days: ['FR'] }, weight: 'avoid' },
    'rule.edit': { id: rule?.id, version: rule?.version, weight: 'avoid' },
    'rule.switch': { id: third?.id, on: !third?.on },
    'rule.remove': { id: third?.id },
    'rule.restore': { id: other?.id },
    'rule.preview': { id: rule?.id },
    'plan.show': list,
    'plan.weigh': { eventId: review.event.eventId, start: '2026-11-26T15:00:00Z', end: '2026-11-26T16:00:00Z' },
    'finding.list': list,
    'finding.accept': { fingerprint, reason: 'A test', until: null },
    'finding.reopen': { fingerprint: findings[1]?.fingerprint ?? fingerprint },
    'finding.fix': fixable?.input ?? { fingerprint, operation: 'event.move', input: {} },
    'finding.asked': asks?.input ?? { fingerprint, to: 'Jo', message: 'Could you?' },
    'finding.answered': { askId: asked.askId, answer: 'no', who: 'Jo', reference: '' },
    'ask.withdraw': { askId: asked.askId },
    'ask.reopen': { askId: asked.askId },
    'holiday.countries': {},
    'offer.find': { from: '2026-11-30', to: '2026-12-02', minutes: 30 },
    'hold.list': {},
    'hold.show': { groupId },
    'hold.offer': { ...draft, times: [span('2026-12-01', '14:00', '14:30')], page: false },
    'hold.take': { groupId, time: span('2026-12-01', '16:00', '16:30'), who: 'Jo' },
    'hold.decline': { groupId, who: 'Jo' },
    'hold.release': { groupId },
    'hold.extend': { groupId, expiresAt: '2026-11-29T12:00:00Z' },
    'hold.add': { groupId, times: [span('2026-12-01', '12:00', '12:30')] },
    'hold.nudged': { groupId },
    'hold.propose': { groupId, who: 'Jo', times: [span('2026-12-02', '10:00', '10:30')] },
    'hold.accept': { groupId, proposalId: shown.group.proposals[0]?.id },
    'hold.page': { groupId },
    'hold.shut': { groupId },
    'hold.expire': { id: groupId },
    'hold.refill': { id: groupId },
    'hold.preview': { groupId },
    'sheet.show': {},
    'today.show': {},
    'lookback.show': {},
  }
}

/** What these deadlines and internal steps answer to whoever calls them too early or twice; the board has nothing to say. */
const ownNo = [
  'cover.change',
  'cover.end',
  'cover.begin',
  'cover.finish',
  'cover.seen',
  'cover.settings',
  'board.change',
  'member.invite',
  'member.link',
  'member.remove',
  'agent.add',
  'agent.token',
  'agent.thaw',
  'proposal.expire',
  'hold.expire',
  'hold.refill',
  'desk.sample',
  'told.seen',
  'told.unseen',
  'ask.reopen',
  'calendar.reinstate',
  'journal.undo',
]

const give = async (kind: (typeof kinds)[number], level: Level): Promise<void> => {
  const given: Board = {
    areas: Object.fromEntries(areas.map((area) => [area, level])) as Board['areas'],
    send: 'anyone',
    spend: null,
    move: [],
    private: 'all',
  }
  await desk.around.db.transaction().execute(async (db) => {
    await settle(db, desk.seat.desk, desk.seat.member)
    await setBoard(db, desk.seat.desk, members[kind], given)
  })
}

/** Every row of the desk that is not about who may do what, or that something was asked. */
async function everything(): Promise<string> {
  const { rows } = await owner.query<{ name: string }>(
    "select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'desk' and c.relkind = 'r' order by 1",
  )
  const beside = ['desk', 'member', 'proposal', 'answered', 'looked']
  const kept = rows.filter(({ name }) => !beside.includes(name) && !name.startsWith('journal'))
  const sums = await Promise.all(
    kept.map(async ({ name }) => {
      const { rows: found } = await owner.query(
        `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum from desk."${name}" t`,
      )
      return `${name} ${found[0].sum}`
    }),
  )
  return sums.join('\n')
}

const outcomeOf = (answer: object): Outcome =>
  'refused' in answer ? 'refused' : 'proposed' in answer ? 'proposed' : 'did' in answer ? 'done' : 'answered'

type Through = (kind: (typeof kinds)[number], name: string, input: object) => Promise<object>

const byPerform: Through = (kind, name, input) => desk.try(name, input, { member: members[kind] })
const names = { assistant: 'Ravi', cover: 'Noor', agent: 'Quill', observer: 'Tomás' }
const byCommand: Through = (kind, name, input) =>
  performFor(
    desk.around,
    { operation: name, input: input as Record<string, unknown>, as: names[kind], desk: null, key: null },
    desk.at,
  )
const byToken: Through = async (_, name, input) => {
  const read = operations.get(name)?.effect === 'read'
  const query = new URLSearchParams(Object.entries(input).map(([key, value]) => [key, String(value)]))
  const form = 'file' in input ? new FormData() : null
  if (form) for (const [key, value] of Object.entries(input)) form.append(key, value as string | Blob)
  const answer = await app.fetch(
    new Request(`${url}/api/${name.replace('.', '/')}${read ? `?${query}` : ''}`, {
      method: read ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${token}`, ...(!form && { 'content-type': 'application/json' }) },
      ...(!read && { body: form ?? JSON.stringify(input) }),
    }),
  )
  const body = (await answer.json()) as object
  const statuses = { refused: [403, 404, 409, 422], proposed: [202], done: [200], answered: [200] }
  expect(statuses[outcomeOf(body)], name).toContain(answer.status)
  return body
}

const asked = () => [...operations.keys()].filter((name) => !everybodys.includes(name))

test('every operation is asked for here: a new one has to be added', () => {
  expect(Object.keys(inputs).sort()).toEqual(asked().sort())
})

const doors: readonly (readonly [door: string, through: Through, kinds: readonly (typeof kinds)[number][]])[] = [
  ['perform', byPerform, kinds],
  ['the command line', byCommand, kinds],
  ['HTTP, with a token', byToken, ['agent']],
]

describe.each(doors)('through %s', (_, through, here) => {
  describe.each(here)('%s', (kind) => {
    test.each(levels.slice(0, 4))(
      'at the level “%s” nothing is done, and only what the table allows is shown or asked for',
      async (level) => {
        await give(kind, level)
        const before = await everything()
        for (const name of asked()) {
          const wanted = expected(name, level)
          const answer = await through(kind, name, inputs[name] ?? {})
          if (wanted === 'proposed' && ownNo.includes(name))
            expect.soft(['proposed', 'refused'], name).toContain(outcomeOf(answer))
          else expect.soft(outcomeOf(answer), `${name}: ${JSON.stringify(answer).slice(0, 300)}`).toBe(wanted)
          if (wanted === 'refused') expect.soft(answer, name).toMatchObject({ refused: { why: 'not-yours' } })
        }
        expect(await everything()).toBe(before)
      },
    )
  })
})

test('at “act” and at “act and tell” the table’s no never comes, whatever else stands in the way', async () => {
  for (const level of ['act', 'tell'] as const) {
    await give('assistant', level)
    for (const name of asked().filter((one) => !one.startsWith('agent.') && one !== 'board.change')) {
      const answer = await byPerform('assistant', name, inputs[name] ?? {})
      expect(outcomeOf(answer), name).not.toBe('proposed')
      if ('refused' in answer)
        expect((answer.refused as { words: string }).words, name).not.toMatch(/^Ravi (may|proposes|sends|spends|asks)/)
    }
  }
})

test('the default boards of cover, agent and observer let nothing be done either', async () => {
  for (const kind of ['cover', 'agent', 'observer'] as const) {
    await desk.around.db.transaction().execute(async (db) => {
      await settle(db, desk.seat.desk, desk.seat.member)
      await setBoard(db, desk.seat.desk, members[kind], defaultBoards[kind])
    })
    const before = await everything()
    for (const name of asked())
      expect(outcomeOf(await byPerform(kind, name, inputs[name] ?? {})), name).not.toBe('done')
    expect(await everything()).toBe(before)
  }
})
