import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { defaultBoards } from '../authority/board/model.ts'
import { type TestDesk, testDesk } from '../testing.ts'
import type { MistakeView, OfferView, ReviewView } from './model.ts'

let desk: TestDesk
let dana: string
let calendarId: string
beforeAll(async () => {
  desk = await testDesk()
  const owner = new pg.Client(desk.database.connections.migrator)
  await owner.connect()
  // The executive has come to the desk.
  const { rows } = await owner.query(
    "update desk.member set login_id = 'login-dana' where kind = 'executive' and desk_id = $1 returning id",
    [desk.seat.desk],
  )
  dana = rows[0].id
  await owner.end()
  calendarId = (await desk.do<{ calendar: { id: string } }>('calendar.add', { name: 'Work' })).calendar.id
})
afterAll(() => desk.stop())

const timed = (day: string, from: string, to: string) => ({
  allDay: false,
  start: `${day}T${from}:00`,
  end: `${day}T${to}:00`,
  zone: 'Europe/London',
  endZone: null,
})
const add = async (title: string, day: string, from: string, to: string, more: object = {}) =>
  (
    await desk.do<{ event: { eventId: string } }>('event.add', {
      title,
      calendarId,
      when: timed(day, from, to),
      kind: 'external',
      ...more,
    })
  ).event.eventId
type Answer = { mistake: MistakeView }
const does = async (operation: string, input: object, member?: string): Promise<MistakeView> =>
  (await desk.do<Answer>(`mistake.${operation}`, input, member ? { member } : {})).mistake
const refusal = async (operation: string, input: object, member?: string) =>
  (
    (await desk.try(`mistake.${operation}`, input, member ? { member } : {})) as {
      refused?: { why: string; words: string; path?: string }
    }
  ).refused
const lastEntry = async () =>
  (await desk.do<{ entries: { id: string }[] }>('journal.list', { limit: 1 })).entries[0]?.id
const buffer = { kind: 'buffer', params: { beforeMinutes: 30 }, weight: 'avoid', scope: { kinds: ['external'] } }

describe('a mistake that is owned', () => {
  let mistake: MistakeView
  let dinner: string

  test('is composed from the finding: what was asked, what was done, who is touched, each with where it comes from', async () => {
    for (const week of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
      await add(
        `Week ${week}`,
        `2026-${week < 6 ? '10' : '11'}-${String(week < 6 ? week + 4 : week - 3).padStart(2, '0')}`,
        '09:00',
        '10:00',
      )
    await add('Landing', '2026-11-24', '17:00', '18:45')
    await desk.do('rule.add', { kind: 'unanswered', params: { minutes: 10_000 }, weight: 'prefer' })
    const people = [
      { address: 'rosalind@harbour.example', name: 'Rosalind Meier', answer: 'needs-action', required: true },
    ]
    dinner = await add('Dinner', '2026-11-24', '19:00', '20:00', { people })
    type Found = { findings: { fingerprint: string; title: string }[] }
    const { findings } = await desk.do<Found>('finding.list', { from: '2026-11-24', to: '2026-11-24' })
    desk.at = desk.at.add({ minutes: 5 })
    mistake = await does('own', { fingerprint: findings[0]?.fingerprint })
    expect(mistake).toMatchObject({
      state: 'open',
      owner: { name: 'Ines' },
      gone: false,
      contained: false,
      facts: { askedBy: { name: 'Dana Okafor', member: dana }, foundBy: 'Ines' },
    })
    expect(mistake.facts.done.from).toMatchObject({ kind: 'finding' })
    expect(mistake.facts.asked.from).toMatchObject({ kind: 'entry' })
    expect(mistake.facts.touched.map(({ words }) => words)).toEqual(['Dana Okafor', 'Rosalind Meier'])
    expect(mistake.history.length).toBeGreaterThan(0)
    expect(mistake.needs).toEqual(['confirm', 'contain', 'say', 'step'])
  })

  test('can be put right in its words, and a confirmation of the old ones falls', async () => {
    const { id, version } = mistake
    mistake = await does('edit', { id, version, set: { asked: { words: 'leave half an hour before dinner' } } })
    expect(mistake.facts.asked).toEqual({ words: 'leave half an hour before dinner', from: null })
    expect(await refusal('edit', { id, version, set: {} })).toMatchObject({ why: 'moved-on' })
  })

  test('could last be mended before it took effect, and not after', async () => {
    const { id, version } = mistake
    const late = { id, version, set: {}, effectAt: '2026-11-24T18:00:00Z', mendAt: '2026-11-24T18:00:01Z' }
    expect(await refusal('edit', late)).toMatchObject({ why: 'bad-input', words: expect.stringContaining('after') })
    const { effectAt, mendAt } = await does('edit', { id, version, set: {}, effectAt: '2026-11-20T18:00:00Z' })
    expect(Temporal.ZonedDateTime.compare(mendAt, effectAt)).toBeLessThanOrEqual(0)
    await desk.do('journal.undo', { entry: await lastEntry() })
    mistake = await does('show', { id })
  })

  test('is confirmed by whoever asked and not by its owner', async () => {
    const { id } = mistake
    expect(await refusal('confirm', { id })).toMatchObject({ why: 'not-yours' })
    mistake = await does('confirm', { id, done: 'dinner was put half an hour before the landing' }, dana)
    expect(mistake.progress.confirmed).toMatchObject({ by: 'Dana Okafor', corrected: true })
    expect(await refusal('confirm', { id }, dana)).toMatchObject({ why: 'moved-on' })
  })

  test('has a rule as a remedy only where it would have caught it on the plan as it stood', async () => {
    const { id } = mistake
    const no = await refusal('step', {
      id,
      make: { as: 'rule', rule: { kind: 'no-meetings', params: { days: ['SU'] }, weight: 'avoid' } },
    })
    expect(no).toMatchObject({ why: 'bad-input', words: expect.stringContaining('would not have caught it') })
    expect(no?.words).toContain('would have:')
    const { offers } = await desk.do<{ offers: OfferView[] }>('mistake.offers', { id })
    expect(offers.length).toBeGreaterThan(0)
    expect(offers.every(({ replay }) => replay.caught)).toBe(true)
    const flags = offers.map(({ replay }) => replay.flagged)
    expect(flags).toEqual([...flags].sort((a, b) => a - b))
    mistake = await does('step', { id, words: '30 min before dinner', make: { as: 'rule', rule: buffer } })
    expect(mistake.steps[0]).toMatchObject({ live: true, replay: { caught: true, findings: 1 } })
    expect(mistake.steps[0]?.replayWords).toContain('replayed on')
  })

  test('refuses a rule that would condemn every plan', async () => {
    const every = { kind: 'length', params: { maxMinutes: 1 }, weight: 'avoid' }
    const found = await refusal('step', { id: mistake.id, make: { as: 'rule', rule: every } })
    expect(found?.why).toBe('bad-input')
    const days = { kind: 'no-meetings', params: { days: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] }, weight: 'avoid' }
    expect((await refusal('step', { id: mistake.id, make: { as: 'rule', rule: days } }))?.words).toContain(
      'every one of',
    )
  })

  test('refuses it however many days have nothing it asks about', async () => {
    for (const day of [1, 2, 8, 9, 15, 16])
      await add('Reading', `2026-10-${10 + day}`, '09:00', '10:00', { kind: 'focus' })
    const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
    const rule = (some: readonly string[]) => ({ kind: 'no-meetings', params: { days: some }, weight: 'avoid' })
    const found = await refusal('step', { id: mistake.id, make: { as: 'rule', rule: rule(days) } })
    expect(found).toMatchObject({ why: 'bad-input', path: 'make.rule', words: expect.stringContaining('every one of') })
    type Tried = { replay: { days: number; flagged: number }; burdenWords: string }
    const { replay, burdenWords } = await desk.do<Tried>('mistake.replay', {
      id: mistake.id,
      draft: JSON.stringify(rule(days)),
    })
    expect(replay.flagged).toBeLessThan(replay.days)
    expect(burdenWords).toContain('every one of')
    const often = await desk.do<Tried>('mistake.replay', { id: mistake.id, draft: JSON.stringify(rule(['TU', 'WE'])) })
    expect(often.burdenWords).toContain('more than one in ten')
  })

  test('a step whose rule was switched off is not live, and says so', async () => {
    const rule = mistake.steps[0]?.item
    await desk.do('rule.switch', { id: rule, on: false })
    const off = await does('show', { id: mistake.id })
    expect(off.steps[0]).toMatchObject({ live: false, liveWords: 'the rule is switched off' })
    expect(off.needs).toContain('step')
    await desk.do('rule.switch', { id: rule, on: true })
  })

  test('a step is also a check in a standard, or dated work', async () => {
    const { id } = mistake
    const past = { as: 'work', title: 'Read the March trips again', dueOn: '2020-12-01' }
    expect(await refusal('step', { id, make: past })).toMatchObject({ why: 'bad-input', path: 'make.dueOn' })
    await does('step', { id, make: { as: 'check', kind: 'Trip', words: 'Landing and dinner half an hour apart' } })
    mistake = await does('step', { id, make: { as: 'work', title: 'Read the March trips again', dueOn: '2026-12-01' } })
    expect(mistake.steps.map(({ as, live }) => [as, live])).toEqual([
      ['rule', true],
      ['check', true],
      ['work', true],
    ])
    const { standards } = await desk.do<{ standards: { kind: string }[] }>('standard.list', {})
    expect(standards.map(({ kind }) => kind)).toEqual(['Trip'])
  })

  test('is contained when nothing it broke is open, or it was said what cannot be put right', async () => {
    await desk.do('event.move', { eventId: dinner, when: timed('2026-11-24', '19:30', '21:00') })
    for (const { fingerprint } of (await does('show', { id: mistake.id })).findings.filter(
      ({ state }) => state === 'open',
    ))
      await desk.do('finding.accept', { fingerprint, reason: 'She was rung' })
    mistake = await does('contain', { id: mistake.id, putRight: 'dinner is at half past seven, and Rosalind knows' })
    expect(mistake.contained).toBe(true)
  })

  test('is said as text to copy, with what the checker thinks of it', async () => {
    const { id, drafts } = mistake
    expect(drafts.executive).toContain('This is my fault: you asked me to leave half an hour before dinner')
    mistake = await does('said', { id, to: 'Dana', audience: 'executive', text: drafts.executive })
    expect(mistake.checked.find(({ question }) => question === 'oneApology')).toMatchObject({ answer: 'yes' })
    expect(mistake.tags).toContain('one apology')
  })

  test('is closed with the executive’s word, once, and not by its owner', async () => {
    const { id } = mistake
    expect(await refusal('close', { id })).toMatchObject({ why: 'not-yours' })
    mistake = await does('close', { id, learnt: 'A landing is not an arrival.' }, dana)
    expect(mistake).toMatchObject({ state: 'closed', words: 'Mistake · 23 November · closed with Dana’s word' })
    expect(await refusal('close', { id }, dana)).toMatchObject({ why: 'moved-on' })
    expect(await refusal('contain', { id, putRight: 'x' })).toMatchObject({ why: 'moved-on' })
  })

  test('later a like plan is caught, mended in time, counted, and told in the month’s review', async () => {
    desk.at = Temporal.Instant.from('2026-12-14T09:00:00Z')
    await add('Landing', '2026-12-15', '15:00', '17:00')
    const tea = await add('Tea', '2026-12-15', '17:10', '18:00')
    type Found = {
      findings: { fingerprint: string; rule: { id: string }; fixes: { input: { operation: string } }[] }[]
    }
    const { findings } = await desk.do<Found>('finding.list', { from: '2026-12-15', to: '2026-12-15' })
    const caught = findings.find(({ rule }) => rule.id === mistake.steps[0]?.item)
    expect(caught).toBeDefined()
    const fix = caught?.fixes[0]
    if (fix) await desk.do('finding.fix', fix.input)
    else await desk.do('event.move', { eventId: tea, when: timed('2026-12-15', '17:40', '18:30') })
    desk.at = Temporal.Instant.from('2026-12-17T09:00:00Z')
    const after = await does('show', { id: mistake.id })
    expect(after.sinceWords).toMatch(/^Kept [1-9]/)
    expect(after.sinceWords).toContain('not repeated in 24 days')
    const { nearMisses, credits, words } = await desk.do<ReviewView>('mistake.review', { month: '2026-12' })
    expect(nearMisses).toMatchObject([{ count: 1 }])
    expect(credits).toMatchObject([{ name: 'Ines' }])
    expect(words.join(' ')).not.toMatch(/Ines|Dana/)
  })

  test('a new mistake on a finding of its rule opens the first again', async () => {
    await add('Landing', '2026-12-18', '15:00', '17:00')
    await add('Tea again', '2026-12-18', '17:10', '18:00')
    type Found = { findings: { fingerprint: string; rule: { id: string } }[] }
    const { findings } = await desk.do<Found>('finding.list', { from: '2026-12-18', to: '2026-12-18' })
    const caught = findings.find(({ rule }) => rule.id === mistake.steps[0]?.item)
    const second = await does('own', { fingerprint: caught?.fingerprint, owner: dana })
    const first = await does('show', { id: mistake.id })
    expect(first).toMatchObject({ state: 'reopened', progress: { closed: null } })
    expect(first.progress.reopened[0]?.why).toContain('happened again')
    expect(second.owner).toMatchObject({ name: 'Dana Okafor' })
    expect(second.closeWords).toMatch(/confirmed|asked|right/)
    expect(await refusal('confirm', { id: second.id }, dana)).toMatchObject({ why: 'not-yours' })
  })
})

test('what is mended after its time was not seen in time', async () => {
  await desk.do('work.add', { title: 'The lease', dueOn: '2027-01-02', dueTime: '10:00' })
  desk.at = Temporal.Instant.from('2027-01-04T09:00:00Z')
  type Found = { findings: { words: string; fixes: { reach: string; input: object }[] }[] }
  const { findings } = await desk.do<Found>('finding.list', { from: '2027-01-01', to: '2027-01-05' })
  const late = findings.find(({ words }) => words.includes('The lease'))
  await desk.do('finding.fix', late?.fixes.find(({ reach }) => reach === 'desk')?.input)
  const { nearMisses, credits, words } = await desk.do<ReviewView>('mistake.review', { month: '2027-01' })
  expect(nearMisses).toEqual([])
  expect(credits).toEqual([])
  expect(words).toContain('No finding was mended in time.')
})

test('a finding of a remedy that passed unmended opens the closed one again by itself', async () => {
  const eventId = await add('Landing', '2027-01-05', '10:00', '11:00')
  await add('Close', '2027-01-05', '11:05', '11:30')
  desk.at = desk.at.add({ minutes: 5 })
  const said = { askedBy: 'Rosalind Meier', asked: 'leave air', done: 'left none' }
  const { id } = await does('own', { item: eventId, title: 'Too tight', ...said })
  await does('step', { id, make: { as: 'rule', rule: { ...buffer, params: { beforeMinutes: 20 } } } })
  expect(await refusal('confirm', { id })).toMatchObject({ why: 'bad-input' })
  await does('confirm', { id, who: 'Rosalind Meier', saidAt: '2026-12-16T09:00:00Z' })
  await does('contain', { id, putRight: '', cannot: 'It was too late to change it.' })
  await does('said', { id, to: 'Rosalind', audience: 'client', text: 'I am sorry.' })
  await does('close', { id }, dana)
  const look = async () => (await desk.do<{ repeated: boolean }>('mistake.look', { id })).repeated
  expect(await look()).toBe(false)
  await add('Landing', '2027-01-07', '15:00', '16:00')
  await add('Close again', '2027-01-07', '16:05', '16:30')
  desk.at = Temporal.Instant.from('2027-01-08T09:00:00Z')
  expect(await look()).toBe(true)
  expect(await does('show', { id })).toMatchObject({ state: 'reopened' })
  expect(await refusal('reopen', { id, reason: 'A test' })).toMatchObject({ why: 'moved-on' })
})

test('a mistake about something that was deleted opens from the journal, and says so', async () => {
  const eventId = await add('Rehearsal', '2027-01-12', '10:00', '11:00')
  await desk.do('event.cancel', { eventId, reason: 'Wrong day' })
  const mistake = await does('own', { item: eventId })
  expect(mistake).toMatchObject({ gone: true, title: 'Rehearsal' })
  expect(mistake.goneWords).toContain('journal')
  expect(await refusal('own', { item: '01a00000-0000-7000-8000-000000000000' })).toMatchObject({ why: 'not-there' })
  expect(await refusal('own', {})).toMatchObject({ why: 'bad-input' })
})

test('of something due it says how it stands: not done in time only once that time has passed', async () => {
  type Worked = { work: { id: string } }
  const done = async (item: string) => (await does('own', { item })).facts.done.words
  const dueOn = desk.at.toZonedDateTimeISO('Europe/London').toPlainDate().add({ days: 3 })
  const day = `Monday ${dueOn.day} January`
  expect(dueOn.dayOfWeek).toBe(1)
  const { work } = await desk.do<Worked>('work.add', { title: 'Order the cake', dueOn: dueOn.toString() })
  expect(await done(work.id)).toBe(`it is not done yet; it is due on ${day}`)
  const { work: someday } = await desk.do<Worked>('work.add', { title: 'Tidy the folder' })
  expect(await done(someday.id)).toBe('it is not done yet; no day was said for it')
  const { decision } = await desk.do<{ decision: { id: string } }>('decision.ask', {
    question: 'Which cake?',
    options: [{ words: 'Lemon' }, { words: 'Plum' }],
    neededBy: { on: dueOn.toString(), time: '12:00' },
    onSilence: null,
  })
  const owned = await does('own', { item: decision.id })
  expect(owned.facts.done.words).toBe(`it is not answered yet; it is due on ${day}`)
  expect(owned.drafts.executive).not.toContain('it was not')
  const before = desk.at
  desk.at = dueOn.add({ days: 1 }).toZonedDateTime('Europe/London').toInstant()
  expect(await done(work.id)).toBe(`by ${day} it was not done`)
  desk.at = before
})

test('an agent’s mistake names the agent and is owned by whoever sponsors it; private ones it never sees', async () => {
  const agent = await desk.sit('agent', 'Quill', { ...defaultBoards.assistant, private: 'all' })
  const own = await does('own', { title: 'Sent it twice' }, agent)
  expect(own).toMatchObject({ owner: { name: 'Ines' }, agent: 'Quill' })
  expect(own.drafts.executive).toContain('through Quill')
  const eventId = await add('Clinic', '2027-01-13', '10:00', '11:00', { label: 'private' })
  const secret = await does('own', { item: eventId, asked: 'keep it quiet', done: 'it was told' })
  expect(secret.label).toBe('private')
  expect(secret.drafts.client).not.toMatch(/quiet|told|Clinic/)
  expect(await refusal('show', { id: secret.id }, agent)).toMatchObject({ why: 'not-there' })
  const { mistakes } = await desk.do<{ mistakes: { id: string }[] }>('mistake.list', {}, { member: agent })
  expect(mistakes.map(({ id }) => id)).not.toContain(secret.id)
})

test('a month there is not has no review, and is no fault of the desk', async () => {
  for (const month of ['2026-13', '2026-00', '0000-01', '9999-12'])
    expect(await refusal('review', { month })).toMatchObject({ why: 'bad-input', path: 'month' })
  expect((await desk.do<ReviewView>('mistake.review', { month: '1999-12' })).mistakes).toEqual([])
})

describe('a mistake that two work on at once', () => {
  let id: string
  let version: number
  const again = async () => ({ id, version } = await does('own', { title: 'Two at once', asked: 'a', done: 'b' }))

  test('is not put right over what somebody else wrote since, and says what that is', async () => {
    await again()
    await does('contain', { id, version, putRight: 'the car is moved' })
    const over = await refusal('contain', { id, version, putRight: 'all is well' }, dana)
    expect(over).toMatchObject({
      why: 'moved-on',
      words: 'This mistake was changed since you opened it: what is put right.',
      path: 'version',
    })
    expect((await does('show', { id })).facts.putRight).toBe('the car is moved')
  })

  test('is put right all the same where something else changed', async () => {
    await again()
    await does('said', { id, to: 'Dana', audience: 'executive', text: 'I am sorry.' })
    expect((await does('contain', { id, version, putRight: 'all is well' })).facts.putRight).toBe('all is well')
    expect(await refusal('contain', { id, version: 99, putRight: 'x' })).toMatchObject({ why: 'moved-on' })
  })

  test('is not confirmed in words that were changed since they were read', async () => {
    await again()
    await does('edit', { id, version, set: { done: { words: 'c' } } })
    const over = await refusal('confirm', { id, version }, dana)
    expect(over).toMatchObject({ why: 'moved-on', words: expect.stringContaining('what was done') })
    const { progress } = await does('confirm', { id, version: version + 1 }, dana)
    expect(progress.confirmed).toMatchObject({ by: 'Dana Okafor' })
  })

  test('has its facts put right by one, and what is put right said by the other', async () => {
    await again()
    await does('said', { id, to: 'Dana', audience: 'executive', text: 'I am sorry.' })
    await does('edit', { id, version, set: { title: 'Two, at once' } })
    const over = await refusal('edit', { id, version, set: { title: 'Both' } })
    expect(over).toMatchObject({ words: 'This mistake was changed since you opened it: what it is called.' })
  })
})

test('every change of a mistake can be taken back', async () => {
  const own = await desk.do<Answer>('mistake.own', { title: 'Undone' })
  const put = await desk.do<Answer>('mistake.contain', { id: own.mistake.id, putRight: 'All is well' })
  await desk.do('journal.undo', { entry: put.did.entry })
  expect((await does('show', { id: own.mistake.id })).facts.putRight).toBe('')
  await desk.do('journal.undo', { entry: own.did.entry })
  expect(await refusal('show', { id: own.mistake.id })).toMatchObject({ why: 'not-there' })
})
