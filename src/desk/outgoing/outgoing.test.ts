import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { defaultBoards } from '../authority/board/model.ts'
import { guestOf } from '../holds/page/guest.ts'
import { holdsOf } from '../holds/testing.ts'
import { type TestDesk, testDesk } from '../testing.ts'
import type { Checked } from './model.ts'

let desk: TestDesk
let ravi: string
let quill: string
let named: string
let privateId: string
const timed = (day: string, from: string, to: string) => ({
  allDay: false,
  start: `${day}T${from}:00`,
  end: `${day}T${to}:00`,
  zone: 'Europe/London',
  endZone: null,
})
const acts = { ...defaultBoards.assistant.areas }

beforeAll(async () => {
  desk = await testDesk()
  ravi = await desk.sit('cover', 'Ravi', { areas: acts, private: 'none', send: 'anyone' })
  quill = await desk.sit('agent', 'Quill', { areas: acts, private: 'none', send: 'anyone' })
  named = await desk.sit('assistant', 'Noor', { areas: acts, private: 'named' })
  const { calendar } = await desk.do<{ calendar: { id: string } }>('calendar.add', { name: 'Work' })
  const add = async (draft: object) =>
    (await desk.do<{ event: { eventId: string } }>('event.add', { calendarId: calendar.id, ...draft })).event.eventId
  await add({ title: 'Quarterly review', when: timed('2026-11-24', '10:00', '11:00') })
  privateId = await add({
    title: 'Larkspur clinic',
    when: timed('2026-11-24', '13:00', '14:00'),
    place: 'Orchard Mews',
    label: 'private',
    readers: [named],
    people: [{ address: 'venn@larkspur.example', name: 'Dr Adaeze Venn', answer: 'accepted', required: true }],
  })
})
afterAll(() => desk.stop())

const check = (text: string, more: object = {}, member?: string) =>
  desk.do<Checked>('text.check', { to: 'Camille Aubry', text, ...more }, member ? { member } : {})

describe('a text that is about to leave', () => {
  test('goes when nothing private is in it', async () => {
    expect(await check('Dear Camille, the quarterly review is on Tuesday at 10:00.')).toMatchObject({
      leaves: true,
      stops: [],
    })
  })

  test('is stopped with the words, where they stand, and what they give away', async () => {
    const text = 'Dear Camille, she is at the Larkspurr clinic with Adaeze at one.'
    const { leaves, mayRelease, stops, words } = await check(text)
    expect({ leaves, mayRelease }).toEqual({ leaves: false, mayRelease: true })
    expect(stops.map((stop) => text.slice(stop.from, stop.to))).toEqual(stops.map((stop) => stop.words))
    expect(stops.map((stop) => stop.words)).toEqual(['Larkspurr clinic', 'Adaeze'])
    expect(stops[0]?.about[0]).toMatchObject({ item: privateId, title: 'Larkspur clinic' })
    expect(words).toContain('“Larkspurr clinic” and “Adaeze”')
  })

  test('goes to somebody whose own name is all there is in it', async () => {
    const on = holdsOf(desk)
    expect((await check('Dear Dr Adaeze Venn, one o’clock?')).leaves).toBe(false)
    const { group } = await on.offer(on.three(), { to: { name: 'Adaeze Venn', zone: 'Europe/London', address: null } })
    expect((await check('Dear Dr Adaeze Venn, one o’clock?', { offer: group.id })).leaves).toBe(true)
  })
})

describe('whoever may not see what it is about', () => {
  const text = 'Dear Camille,\nshe is at Larkspur then.\nRegards'

  test('is told the line of their own text, and who may release it, and no word of the item', async () => {
    const answer = await check(text, {}, ravi)
    expect(answer).toMatchObject({ leaves: false, mayRelease: false, askThem: ['Dana Okafor', 'Ines'] })
    expect(answer.stops).toEqual([{ from: 14, to: 38, words: 'she is at Larkspur then.', about: [] }])
    expect(JSON.stringify(answer)).not.toMatch(/clinic|Venn|Orchard/)
  })

  test('cannot release it, nor anything else, and learns nothing by trying', async () => {
    const tried = (words: string) =>
      desk.try('text.release', { to: 'Camille', text: words, reason: 'Let me' }, { member: ravi })
    const [withIt, without] = [await tried(text), await tried('Nothing at all.')]
    expect(withIt).toMatchObject({ refused: { why: 'not-yours' } })
    expect(without).toEqual(withIt)
  })

  test('guesses no more than twelve times an hour; then no text of theirs is answered, clean or not', async () => {
    let refused = 0
    for (let n = 0; n < 15; n++) {
      const answer = await desk.try('text.check', { to: 'X', text: `Is it Larkspur ${n}?` }, { member: quill })
      if ('refused' in answer) refused++
    }
    expect(refused).toBe(3)
    const clean = await desk.try('text.check', { to: 'X', text: 'Good day.' }, { member: quill })
    expect(clean).toMatchObject({ refused: { why: 'too-much' } })
    desk.at = desk.at.add({ hours: 1 })
    expect(await check('Good day.', {}, quill)).toMatchObject({ leaves: true })
  })

  test('is noted as having come near it', async () => {
    await desk.around.looks.write(desk.around.db)
    const { looked } = await desk.do<{ looked: { name: string }[] }>('looked.list', { item: privateId })
    expect(looked.map(({ name }) => name)).toEqual(expect.arrayContaining(['Ravi', 'Quill']))
  })

  test('sees the words where the item names them', async () => {
    expect(await check('At Larkspur.', {}, named)).toMatchObject({ mayRelease: true, stops: [{ words: 'Larkspur' }] })
  })
})

describe('a release', () => {
  const text = 'Dear Camille, she is at the Larkspur clinic until two.'

  test('lets exactly that text go to exactly them, and the journal keeps by whom and why', async () => {
    await desk.do('text.release', { to: 'Camille Aubry', text, reason: 'Camille drives her there' })
    expect(await check(text)).toMatchObject({ leaves: true, released: true })
    expect(await check(text, {}, ravi)).toMatchObject({ leaves: true, stops: [] })
    expect((await check(`${text} `)).leaves).toBe(false)
    expect((await check(text, { to: 'Somebody else' })).leaves).toBe(false)
    const { entries } = await desk.do<{ entries: { words: string }[] }>('journal.list', { item: privateId })
    expect(entries.map(({ words }) => words)).toContain(
      'Let a text for Camille Aubry go with “Larkspur clinic” in it: Camille drives her there',
    )
  })

  test('is private in the journal, as what it is about', async () => {
    const all = await desk.do('journal.list', {}, { member: ravi })
    expect(JSON.stringify(all)).not.toMatch(/Larkspur|drives her/)
  })

  test('of a text with nothing private in it is refused', async () => {
    const answer = await desk.try('text.release', { to: 'Camille', text: 'Good day.', reason: 'So' })
    expect(answer).toMatchObject({ refused: { why: 'moved-on' } })
  })
})

describe('what the server itself lets out', () => {
  const offer = (title: string, page: boolean, call = {}) =>
    desk.try(
      'hold.offer',
      {
        to: { name: 'Camille Aubry', zone: 'Europe/London' },
        meeting: { title, by: 'video' },
        times: [{ start: '2026-11-26T10:00:00Z', end: '2026-11-26T10:30:00Z' }],
        expiresAt: '2026-11-25T20:00:00Z',
        page,
      },
      call,
    )

  test('no page is made whose title gives something private away, until that title is released for them', async () => {
    expect(await offer('After the Larkspur clinic', true)).toMatchObject({
      refused: { why: 'not-yours', path: 'meeting.title', words: expect.stringContaining('“Larkspur clinic”') },
    })
    await desk.do('text.release', { to: 'Camille Aubry', text: 'After the Larkspur clinic', reason: 'She knows' })
    expect(await offer('After the Larkspur clinic', true)).toHaveProperty('address')
  })

  test('nor later for an offer that had none', async () => {
    const made = (await offer('Before the Larkspur clinic', false)) as unknown as { group: { id: string } }
    expect(await desk.try('hold.page', { groupId: made.group.id })).toMatchObject({ refused: { why: 'not-yours' } })
  })

  test('a page says no more of the meeting once that has become private, until it is released', async () => {
    const { group, address } = (await offer('Before the Marchbanks lease', true)) as unknown as {
      group: { id: string }
      address: string
    }
    const title = async () => (await guestOf(desk.around).show(address.split('/').at(-1) ?? '', null, desk.at))?.title
    expect(await title()).toBe('Before the Marchbanks lease')
    const { calendar } = await desk.do<{ calendar: { id: string } }>('calendar.add', { name: 'Own' })
    await desk.do('event.add', {
      title: 'Marchbanks lease',
      calendarId: calendar.id,
      when: timed('2026-11-28', '10:00', '11:00'),
      label: 'private',
    })
    expect(await title()).toBe('A meeting')
    const text = 'Before the Marchbanks lease'
    await desk.do('text.release', { to: 'Camille Aubry', offer: group.id, text, reason: 'She was told' })
    expect(await title()).toBe(text)
  })

  test('what was read of the desk follows what is added and taken back', async () => {
    const { calendar } = await desk.do<{ calendar: { id: string } }>('calendar.add', { name: 'Later' })
    expect((await check('At Quillfeather then.')).leaves).toBe(true)
    const { did } = await desk.do<{ did: { entry: string } }>('event.add', {
      title: 'Quillfeather',
      calendarId: calendar.id,
      when: timed('2026-11-28', '12:00', '13:00'),
      label: 'private',
    })
    expect((await check('At Quillfeather then.')).leaves).toBe(false)
    await desk.do('journal.undo', { entry: did.entry })
    expect((await check('At Quillfeather then.')).leaves).toBe(true)
  })

  test('a calendar that becomes private takes what is on it along', async () => {
    const { calendar } = await desk.do<{ calendar: { id: string } }>('calendar.add', { name: 'Turning' })
    const when = timed('2026-11-28', '15:00', '16:00')
    await desk.do('event.add', { title: 'Thistlewick', calendarId: calendar.id, when })
    expect((await check('At Thistlewick then.')).leaves).toBe(true)
    await desk.do('calendar.change', { id: calendar.id, label: 'private' })
    expect((await check('At Thistlewick then.')).leaves).toBe(false)
  })

  test('a letter about a finding went only when it may', async () => {
    const { calendar } = await desk.do<{ calendar: { id: string } }>('calendar.add', { name: 'More' })
    for (const title of ['Renewal', 'Budget'])
      await desk.do('event.add', { title, calendarId: calendar.id, when: timed('2026-11-27', '10:00', '11:00') })
    type Found = { findings: { fingerprint: string }[] }
    const { findings } = await desk.do<Found>('finding.list', { from: '2026-11-27', to: '2026-11-27' })
    const fingerprint = findings[0]?.fingerprint ?? ''
    const ask = (message: string) => desk.try('finding.asked', { fingerprint, to: 'Jo', message })
    expect(await ask('She is in Orchard Mews. Another time?')).toMatchObject({ refused: { path: 'message' } })
    expect(await ask('Another time?')).toHaveProperty('askId')
  })

  test('a letter that asks after a promise is recorded as sent only when it may, and its other side may hear of it', async () => {
    const [dana, venn] = [{ name: 'Dana Okafor' }, { name: 'Tamsin Orrery', address: 'tamsin@orrery.example' }]
    const promise = { what: 'the Brambleworth valuation', side: 'theirs', by: venn, to: dana, label: 'private' }
    const { commitment } = await desk.do<{ commitment: { id: string } }>('commitment.add', promise)
    const { id } = commitment
    const chase = (text: string) => desk.try('commitment.chase', { id, text })
    expect(await chase('Dear Tamsin Orrery, before she is in Orchard Mews?')).toMatchObject({
      refused: { why: 'not-yours', path: 'text' },
    })
    const letter = 'Dear Tamsin Orrery, how is the Brambleworth valuation coming along?'
    expect((await check(letter)).leaves).toBe(false)
    expect((await check(letter, { commitment: id })).leaves).toBe(true)
    expect(await chase(letter)).toHaveProperty('commitment')
    const text = 'May we have it before she is in Orchard Mews?'
    await desk.do('text.release', { to: 'Tamsin Orrery', commitment: id, text, reason: 'She drives her there' })
    expect(await chase(text)).toHaveProperty('commitment')
  })

  test('of a finding about what is due only whom it is due from may hear of it', async () => {
    await desk.do('work.add', {
      title: 'Collect the Tanglewood probate papers',
      owner: 'theirs',
      who: 'Oswin Hartle',
      dueOn: '2026-11-23',
      past: true,
      label: 'private',
    })
    desk.at = desk.at.add({ hours: 24 })
    type Found = { findings: { fingerprint: string; words: string; title: string }[] }
    const { findings } = await desk.do<Found>('finding.list', { from: '2026-11-01', to: '2026-12-20' })
    const finding = findings.find(({ words, title }) => `${title} ${words}`.includes('Tanglewood'))?.fingerprint
    expect(finding).toBeTruthy()
    const text = 'Where are the Tanglewood probate papers?'
    expect((await check(text, { to: 'Oswin Hartle', finding })).leaves).toBe(true)
    expect((await check(text, { finding })).leaves).toBe(false)
  })

  test('what owns a mistake is read for whoever hears it, and not for the executive', async () => {
    const own = { title: 'The late car', asked: 'send the car at noon', askedBy: 'Dana Okafor', done: 'sent it at one' }
    const { mistake } = await desk.do<{ mistake: { id: string } }>('mistake.own', own)
    const said = (audience: string, to: string) =>
      desk.try('mistake.said', {
        id: mistake.id,
        audience,
        to,
        text: 'I am sorry. She was late in Orchard Mews.',
      })
    for (const [audience, to] of [
      ['client', 'Camille Aubry'],
      ['colleague', 'Jo'],
      ['executive', 'Camille Aubry'],
    ] as const)
      expect(await said(audience, to)).toMatchObject({ refused: { why: 'not-yours', path: 'text' } })
    expect(await said('executive', 'Dana')).toHaveProperty('mistake')
  })
})

describe('work, promises, mistakes, notes, decisions and priorities', () => {
  const add = {
    work: (word: string, label: string) =>
      desk.do<{ did: { entry: string } }>('work.add', { title: `Pick up the ${word} papers`, label }),
    commitment: (word: string, label: string) =>
      desk.do<{ did: { entry: string } }>('commitment.add', {
        what: `the ${word} papers`,
        side: 'theirs',
        by: { name: 'Marc Laurent' },
        to: { name: 'Dana Okafor' },
        label,
      }),
    note: (word: string, label: string) =>
      desk.do<{ did: { entry: string } }>('note.add', { title: `With ${word}`, label }),
    decision: (word: string, label: string) =>
      desk.do<{ did: { entry: string } }>('decision.ask', {
        question: `Do we sign with ${word}?`,
        options: [{ words: 'Yes' }, { words: 'No' }],
        neededBy: { on: '2026-12-20', time: '12:00' },
        label,
      }),
    priority: (word: string, label: string) =>
      desk.do<{ did: { entry: string } }>('priority.add', {
        horizon: 'quarter',
        on: '2026-11-23',
        title: `${word} before all else, ${++said}`,
        label,
      }),
  }
  let said = 0
  const words = {
    work: 'Pennyfarthing',
    commitment: 'Wolverstone',
    note: 'Gadfield',
    decision: 'Saltmarsh',
    priority: 'Ravensmoor',
  } as const

  test('what a private priority goes by is as private as its name', async () => {
    const rules = [{ words: ['Eglantine'], people: ['orla@brackenholt.example'] }]
    const draft = { horizon: 'year', on: '2026-11-23', title: 'A quiet one', rules, label: 'private' }
    await desk.do('priority.add', draft)
    for (const word of ['Eglantine', 'Brackenholt']) {
      const stopped = await check(`They spoke of ${word} at lunch.`)
      expect(stopped).toMatchObject({ leaves: false, stops: [{ words: word }] })
    }
  })

  test.each(Object.keys(add) as (keyof typeof add)[])(
    'private %s counts as an event does, until it is taken back',
    async (noun) => {
      const text = `They spoke of ${words[noun]} at lunch.`
      expect((await check(text)).leaves).toBe(true)
      const { did } = await add[noun](words[noun], 'private')
      const stopped = await check(text)
      expect(stopped).toMatchObject({ leaves: false, mayRelease: true, stops: [{ words: words[noun] }] })
      expect(stopped.stops[0]?.about[0]?.title).toContain(words[noun])
      const other = await check(text, {}, named)
      expect(other).toMatchObject({ leaves: false, mayRelease: false })
      expect(JSON.stringify(other.stops[0]?.about)).toBe('[]')
      await desk.do('journal.undo', { entry: did.entry })
      expect((await check(text)).leaves).toBe(true)
    },
  )

  test.each(Object.keys(add) as (keyof typeof add)[])(
    'what %s says openly gives less away where it is private too',
    async (noun) => {
      const word = `${words[noun]}shire`
      await add.work(word, 'private')
      expect((await check(`They spoke of ${word} at lunch.`)).leaves).toBe(false)
      for (let n = 0; n < 3; n++) await add[noun](word, 'desk')
      expect((await check(`They spoke of ${word} at lunch.`)).leaves).toBe(true)
    },
  )

  test('a mistake about something that becomes private is private with it', async () => {
    const { calendar } = await desk.do<{ calendar: { id: string } }>('calendar.add', { name: 'Trips' })
    const { event } = await desk.do<{ event: { eventId: string } }>('event.add', {
      title: 'The trip',
      calendarId: calendar.id,
      when: timed('2026-11-27', '15:00', '16:00'),
    })
    const own = { item: event.eventId, title: 'The Dunmorrow car', asked: 'a car', done: 'none came' }
    await desk.do('mistake.own', own)
    expect((await check('About Dunmorrow.')).leaves).toBe(true)
    await desk.do('event.edit', { eventId: event.eventId, set: { label: 'private' } })
    expect((await check('About Dunmorrow.')).leaves).toBe(false)
  })

  test('a release of one of them is private in the journal', async () => {
    await add.decision('Ottershaw', 'private')
    const text = 'It is about Ottershaw.'
    await desk.do('text.release', { to: 'Camille Aubry', text, reason: 'Camille was asked' })
    expect(JSON.stringify(await desk.do('journal.list', {}, { member: ravi }))).not.toMatch(/Ottershaw|was asked/)
  })
})

test('the words of feedback are read for, and let go by nobody but the two it is between', async () => {
  const { members } = await desk.do<{ members: { id: string; kind: string }[] }>('member.list')
  const to = members.find(({ kind }) => kind === 'executive')?.id ?? ''
  const hedda = await desk.sit('assistant', 'Hedda', { areas: acts, private: 'all', send: 'anyone' })
  const text = 'Dear Camille, everybody speaks of Wrenfield Abbey.'
  expect((await check(text)).leaves).toBe(true)
  const said = { well: 'You were ready at Wrenfield Abbey', toTry: '', thanks: '' }
  const { did } = await desk.do('feedback.give', { to, about: { kind: 'nothing' }, ...said })
  expect(await check(text)).toMatchObject({ leaves: false, mayRelease: true })
  expect(await check(text, {}, to)).toMatchObject({ leaves: false, mayRelease: true })
  const hers = await check(text, {}, hedda)
  expect(hers).toMatchObject({ leaves: false, mayRelease: false, askThem: ['Dana Okafor', 'Ines'] })
  expect(JSON.stringify({ ...hers, stops: [] })).not.toContain('Wrenfield')
  await desk.do('journal.undo', { entry: did.entry })
  expect((await check(text)).leaves).toBe(true)
})
