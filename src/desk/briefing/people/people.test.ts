import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { calendarOf, vcalendar, vevent } from '../../calendar/testing.ts'
import { holdsOf } from '../../holds/testing.ts'
import { circleFrom } from '../../people/assisting/model.ts'
import type { ContactView, PersonView, Suggestion, ThroughView } from '../../people/model.ts'
import { type TestDesk, testDesk } from '../../testing.ts'

let desk: TestDesk
let on: ReturnType<typeof holdsOf>
beforeAll(async () => {
  desk = await testDesk()
  on = holdsOf(desk)
  await calendarOf(desk).add('Work')
})
afterAll(() => desk.stop())

type One = { person: PersonView }
const add = async (name: string, more: object = {}) =>
  (await desk.do<One>('person.add', { name, addresses: [`${name.split(' ')[0]?.toLowerCase()}@x.example`], ...more }))
    .person
const through = (input: object) => desk.do<ThroughView>('person.through', input)
const refusal = async (operation: string, input: object) =>
  ((await desk.try(operation, input)) as { refused?: { words: string; path?: string; standing: string[] } }).refused

describe('who assists whom', () => {
  test('an offer for somebody goes to their assistant by itself, and its letter names both executives', async () => {
    const camille = await add('Camille Aubry', { addresses: ['camille@meridian-glass.example'] })
    const given = { name: 'Lucas Favre', address: 'Lucas@Meridian-Glass.example', zone: 'Europe/Zurich' }
    await desk.do('person.assist', { id: camille.id, assistant: given })
    const { group } = await on.offer(on.three(), { page: false })
    expect(group.through).toEqual({ name: 'Lucas Favre', address: 'lucas@meridian-glass.example' })
    expect(group.texts.offer).toMatch(
      /^Dear Lucas Favre,\n\nfor “Renewal terms” .*between Camille Aubry and Dana Okafor I can/,
    )
    const { page } = await desk.do<{ page: { to: string; through: string | null } }>('hold.preview', {
      groupId: group.id,
    })
    expect(page).toMatchObject({ to: 'Camille Aubry', through: 'Lucas Favre' })
    await desk.do('hold.release', { groupId: group.id })
  })

  test('it goes to them where whoever offers says so', async () => {
    const { group } = await on.offer(on.three(), { through: null, page: false })
    expect(group.through).toBeNull()
    expect(group.texts.offer).toMatch(
      /^Dear Camille Aubry,\n\nfor “Renewal terms” \(30 minutes by video\) with Dana Okafor/,
    )
    await desk.do('hold.release', { groupId: group.id })
  })

  test('and after it was held it may be read by somebody else, once and not twice', async () => {
    const { group } = await on.offer(on.three(), { page: false })
    type Held = { group: { through: { name: string } | null; texts: { offer: string } } }
    const { group: own, did } = await desk.do<Held>('hold.redirect', { groupId: group.id, through: null })
    expect(own.through).toBeNull()
    expect(own.texts.offer).toMatch(/^Dear Camille Aubry,/)
    const again = { groupId: group.id, through: null }
    expect(await desk.try('hold.redirect', again)).toMatchObject({
      refused: { why: 'moved-on', words: 'It goes to Camille Aubry already.' },
    })
    await desk.do('journal.undo', { entry: did.entry })
    const back = await desk.do<Held>('hold.show', { groupId: group.id })
    expect(back.group.through?.name).toBe('Lucas Favre')
    await desk.do('hold.release', { groupId: group.id })
    expect(await desk.try('hold.redirect', again)).toMatchObject({ refused: { why: 'moved-on' } })
  })

  test('the list comes in pieces, with whoever assists those who are shown, and says how many are not', async () => {
    type List = { people: PersonView[]; more: number }
    const whole = await desk.do<List>('person.list')
    expect(whole.more).toBe(0)
    const some = await desk.do<List>('person.list', { most: 1 })
    expect(some.people.map(({ name }) => name)).toEqual(['Camille Aubry', 'Lucas Favre'])
    expect(some.more).toBe(whole.people.length - 2)
    const found = await desk.do<List>('person.list', { text: 'lucas', most: 1 })
    expect(found.people[0]?.name).toBe('Camille Aubry')
  })

  test('somebody is found by name where one only has that, and another address of that name is somebody else', async () => {
    expect(await through({ name: 'camille  AUBRY' })).toMatchObject({
      through: { name: 'Lucas Favre' },
      words: 'Goes to Lucas Favre, who assists Camille Aubry',
    })
    expect((await through({ name: 'Camille Aubry', address: 'camille@elsewhere.example' })).person).toBeNull()
  })

  test('two of one name are never one of them: it is said why', async () => {
    await add('Jo Park', { addresses: ['jo@one.example'] })
    await add('Jo Park', { addresses: ['jo@two.example'] })
    expect(await through({ name: 'Jo Park' })).toMatchObject({
      person: null,
      through: null,
      doubt:
        'Two people here are called Jo Park: their address says which: Jo Park (jo@one.example), Jo Park (jo@two.example)',
    })
    expect((await through({ name: 'Jo Park', address: 'jo@two.example' })).person?.address).toBe('jo@two.example')
  })

  test('two assistants take turns by day or by matter, and never at once', async () => {
    const of = await add('Anton Keller')
    const [mia, tom] = [await add('Mia Roth'), await add('Tom Baer')]
    await desk.do('person.assist', { id: of.id, assistantId: mia.id, days: ['MO', 'TU'] })
    expect(await refusal('person.assist', { id: of.id, assistantId: tom.id })).toMatchObject({
      words: 'Mia Roth assists Anton Keller on Mon and Tue already: say on which days, or for what, each of them does',
      path: 'days',
      standing: [mia.id],
    })
    await desk.do('person.assist', { id: of.id, assistantId: tom.id, days: ['WE', 'TH', 'FR'] })
    // The desk's day is a Monday.
    expect((await through({ name: 'Anton Keller' })).through?.name).toBe('Mia Roth')
    const kim = await add('Kim Sommer')
    await desk.do('person.assist', { id: of.id, assistantId: kim.id, area: 'board papers' })
    const board = await through({ name: 'Anton Keller', title: 'Papers for the board' })
    expect(board).toMatchObject({
      through: { name: 'Kim Sommer' },
      words: 'Goes to Kim Sommer, who assists Anton Keller for board papers',
    })
    expect(board.assistants.map(({ name }) => name)).toEqual(['Kim Sommer', 'Mia Roth', 'Tom Baer'])
  })

  test('nobody assists themselves, or in a circle', async () => {
    const [a, b, c] = [await add('Ada Lund'), await add('Bo Lund'), await add('Cy Lund')]
    expect(await refusal('person.assist', { id: a.id, assistantId: a.id })).toMatchObject({
      words: 'Ada Lund cannot be their own assistant',
    })
    const self = { name: 'Eve Moor', address: 'eve@x.example' }
    expect(await refusal('person.assist', { person: self, assistant: self })).toMatchObject({
      words: 'Eve Moor cannot be their own assistant',
    })
    await desk.do('person.assist', { id: a.id, assistantId: b.id })
    await desk.do('person.assist', { id: b.id, assistantId: c.id })
    expect(await refusal('person.assist', { id: c.id, assistantId: a.id })).toMatchObject({
      words: 'That would go in a circle: Cy Lund is assisted by Ada Lund is assisted by Bo Lund is assisted by Cy Lund',
    })
  })

  test('one address is one person’s', async () => {
    expect(
      await refusal('person.add', { name: 'Somebody', addresses: ['CAMILLE@meridian-glass.example'] }),
    ).toMatchObject({
      words: 'camille@meridian-glass.example belongs to Camille Aubry already: one address, one person',
      path: 'addresses.0',
    })
  })

  test('whoever is taken from the people is nobody’s assistant any more, and undo puts all of it back', async () => {
    const of = await add('Petra Voll')
    const by = await add('Quim Sala')
    await desk.do('person.assist', { id: of.id, assistantId: by.id })
    await desk.do('contact.note', { personId: by.id, words: 'Rings back at once' })
    const { did } = await desk.do('person.remove', { id: by.id })
    expect((await through({ name: 'Petra Voll' })).assistants).toEqual([])
    await desk.do('journal.undo', { entry: did.entry })
    expect(await through({ name: 'Petra Voll' })).toMatchObject({
      through: { name: 'Quim Sala' },
      lines: [{ words: 'Rings back at once' }],
    })
  })

  test('a zone there is none of, and what was changed meanwhile, are refused', async () => {
    expect(await refusal('person.add', { name: 'X', zone: 'Mars/Base' })).toMatchObject({ path: 'zone' })
    const one = await add('Vera Holt')
    await desk.do('person.edit', { id: one.id, version: one.version, organisation: 'Holt' })
    expect(await desk.try('person.edit', { id: one.id, version: one.version, organisation: 'Other' })).toMatchObject({
      refused: { why: 'moved-on', words: 'Vera Holt was changed since you opened them' },
    })
    const halves = { days: [], from: '09:00', until: null }
    expect(await refusal('person.add', { name: 'X', ways: halves })).toMatchObject({ path: 'ways.until' })
  })

  test('however assistants are said one after the other, no circle ever stands', () => {
    const id = fc.integer({ min: 0, max: 7 }).map(String)
    fc.assert(
      fc.property(fc.array(fc.tuple(id, id), { maxLength: 40 }), (pairs) => {
        const byId = new Map(
          [...'01234567'].map((one) => [
            one,
            { id: one, name: one, assistants: [] as { id: string; days: []; area: '' }[] },
          ]),
        )
        for (const [of, by] of pairs)
          if (of !== by && circleFrom(of, by, byId) === null)
            byId.get(of)?.assistants.push({ id: by, days: [], area: '' })
        const reaches = (from: string, seen: readonly string[]): boolean =>
          seen.includes(from) || (byId.get(from)?.assistants ?? []).some((one) => reaches(one.id, [...seen, from]))
        for (const one of byId.keys()) expect(reaches(one, [])).toBe(false)
      }),
    )
  })
})

describe('a line after each contact', () => {
  const understand = (text: string) =>
    desk.do<{ person: { name: string } | null; kind: string; words: string }>('contact.understand', { text })

  test.each([
    ['Lucas moved his slot for us', 'Lucas Favre', 'they-helped'],
    ['We found Lucas Favre a room', 'Lucas Favre', 'we-helped'],
    ['Thanked Lucas for the room', 'Lucas Favre', 'thanks'],
    ['lucas@meridian-glass.example prefers two lines', 'Lucas Favre', 'tip'],
    ['Met Lucas at the fair', 'Lucas Favre', 'note'],
  ])('%s', async (text, name, kind) => {
    expect(await understand(text)).toMatchObject({ person: { name }, kind })
  })

  test('names nobody it does not know, and asks which of two', async () => {
    expect(await understand('The weather held')).toMatchObject({ person: null })
    expect((await understand('Lund helped us')).words).toBe('Whom is it about: Ada Lund or Bo Lund or Cy Lund?')
  })

  test('is found when an offer is made, and favours are told in words both ways', async () => {
    const lucas = (await through({ name: 'Camille Aubry' })).through?.id
    const note = (kind: string, words: string, day: string) =>
      desk.do('contact.note', { personId: lucas, kind, words, on: day })
    await note('they-helped', 'Moved a slot', '2026-10-06')
    await note('they-helped', 'Found a room', '2026-11-03')
    await note('we-helped', 'Lent the projector', '2025-11-19')
    const { favours, lines } = await through({ name: 'Camille Aubry' })
    expect(favours).toBe('helped us twice, last on Tue 3 Nov; we helped once, on Wed 19 Nov 2025')
    expect(lines.map(({ words }) => words)).toEqual(['Found a room', 'Moved a slot', 'Lent the projector'])
    const found = await desk.do<{ people: PersonView[]; lines: ContactView[] }>('person.list', { text: 'projector' })
    expect(found.people.map(({ name }) => name)).toEqual(['Lucas Favre'])
    expect(found.lines.map(({ words }) => words)).toEqual(['Lent the projector'])
  })

  test('stands on the brief of a meeting with whom they assist, with how they work', async () => {
    const people = [{ address: 'camille@meridian-glass.example', name: null, answer: 'accepted', required: true }]
    const calendarId = (await desk.do<{ calendars: { id: string }[] }>('calendar.list')).calendars[0]?.id
    const when = {
      allDay: false,
      start: '2026-11-26T15:00:00',
      end: '2026-11-26T16:00:00',
      zone: 'Europe/London',
      endZone: null,
    }
    const { event } = await desk.do<{ event: { eventId: string } }>('event.add', {
      calendarId,
      title: 'Renewal',
      when,
      people,
    })
    type Brief = { people: { assistant: object; lines: { words: string }[]; works: string[] }[] }
    const ways = { days: ['MO', 'TU', 'WE', 'TH', 'FR'], from: '08:00', until: '17:00', channel: 'phone', pace: 'hour' }
    const lucas = (await through({ name: 'Camille Aubry' })).through?.id
    await desk.do('person.edit', { id: lucas, ways })
    const brief = await desk.do<Brief>('brief.show', { eventId: event.eventId })
    expect(brief.people[0]).toMatchObject({
      assistant: { name: 'Lucas Favre', address: 'lucas@meridian-glass.example' },
      works: ['Mon to Fri 08:00–17:00 (Europe/Zurich)', 'Answers by phone, within the hour'],
      lines: [{ words: 'Found a room' }, { words: 'Moved a slot' }, { words: 'Lent the projector' }],
    })
  })

  test('stands in the note for whoever covers, first of those the days bring', async () => {
    const noor = await desk.sit('cover', 'Noor')
    const dates = { away: desk.seat.member, cover: noor, fromOn: null, toOn: '2026-11-27' }
    const { cover } = await desk.do<{ cover: { id: string } }>('cover.plan', dates)
    type Note = { sections: { part: string; lines: { words: string; detail: string }[] }[] }
    const { sections } = await desk.do<Note>('cover.note', { id: cover.id }, { member: noor })
    const lines = sections.find(({ part }) => part === 'people')?.lines ?? []
    const assisting = lines.filter(({ words }) => words.includes(' assists '))
    expect(assisting[0]).toMatchObject({
      words: 'Lucas Favre assists Camille Aubry',
      detail:
        'lucas@meridian-glass.example · Mon to Fri 08:00–17:00 (Europe/Zurich) · Answers by phone, within the hour',
    })
  })

  test('of a day to come is refused', async () => {
    const lucas = (await through({ name: 'Camille Aubry' })).through?.id
    expect(await refusal('contact.note', { personId: lucas, words: 'Later', on: '2026-11-24' })).toMatchObject({
      path: 'on',
    })
  })

  test('may be private though its person is not, and about somebody private is', async () => {
    const tomas = await desk.sit('assistant', 'Tomás', { private: 'none' })
    const lucas = (await through({ name: 'Camille Aubry' })).through?.id
    await desk.do('contact.note', { personId: lucas, words: 'Looks for another post', label: 'private' })
    const seen = await desk.do('person.show', { id: lucas }, { member: tomas })
    expect(JSON.stringify(seen)).not.toContain('another post')
    const doctor = await add('Dr Kestrelle', { label: 'private' })
    const { line } = await desk.do<{ line: ContactView }>('contact.note', {
      personId: doctor.id,
      words: 'Mornings',
      label: 'open',
    })
    expect(line.label).toBe('private')
    expect(await desk.try('person.show', { id: doctor.id }, { member: tomas })).toMatchObject({
      refused: { why: 'not-there' },
    })
    expect(await desk.try('person.add', { name: 'Y', label: 'private' }, { member: tomas })).toMatchObject({
      refused: { why: 'not-yours' },
    })
    const text = 'Camille, Dr Kestrelle sends his regards'
    expect(await desk.do('text.check', { to: 'Lucas Favre', text })).toMatchObject({ leaves: false })
  })

  test('a private assistant is never named by itself in an offer others read', async () => {
    const of = await add('Nils Berg')
    await desk.do('person.assist', { id: of.id, assistantId: (await add('Ulla Friis', { label: 'private' })).id })
    const found = await through({ name: 'Nils Berg' })
    expect([found.through, found.assistants.map(({ name }) => name)]).toEqual([null, ['Ulla Friis']])
  })
})

describe('a new assistant', () => {
  const suggestions = async () =>
    (await desk.do<{ suggestions: Suggestion[] }>('person.suggestions')).suggestions.map(
      ({ assistant, to, quote, found }) => ({
        assistant,
        to: to.name,
        quote,
        found,
      }),
    )

  test('in an invitation that was sent for somebody else is suggested with its words, until it is said that they are none', async () => {
    const calendar = (await desk.do<{ calendars: { id: string }[] }>('calendar.list')).calendars[0]?.id ?? ''
    await calendarOf(desk).bring(
      calendar,
      vcalendar(
        vevent(
          'UID:sent-by@x',
          'DTSTAMP:20261120T100000Z',
          'DTSTART:20261127T100000Z',
          'DTEND:20261127T110000Z',
          'SUMMARY:Glass and light',
          'ORGANIZER;CN=Marc Laurent;SENT-BY="mailto:Pia.Roux@Meridian.example":mailto:marc@meridian.example',
          'ATTENDEE;CN=Pia Roux:mailto:pia.roux@meridian.example',
          'ATTENDEE;CN=Odd;SENT-BY="no address":mailto:odd@x.example',
        ),
      ),
    )
    expect(await suggestions()).toEqual([
      {
        assistant: { name: 'Pia Roux', address: 'pia.roux@meridian.example' },
        to: 'Marc Laurent',
        quote: 'Marc Laurent, sent by pia.roux@meridian.example',
        found: 'in the invitation “Glass and light”',
      },
    ])
    const { letter } = await desk.do<{ letter: string }>('person.introduce', {
      to: 'Pia Roux',
      assisted: 'Marc Laurent',
      assistedAddress: 'pia.roux@meridian.example',
    })
    expect(letter).toMatch(
      /^Dear Pia Roux,\n\nI am Ines and assist Dana Okafor\. I understand that you assist Marc Laurent/,
    )
    expect(letter).toContain('- Friday 27 November 2026, 10:00 (Europe/London): “Glass and light”')
    const key = (await desk.do<{ suggestions: Suggestion[] }>('person.suggestions')).suggestions[0]?.key
    const { did } = await desk.do('person.dismiss', { key })
    expect(await suggestions()).toEqual([])
    await desk.do('journal.undo', { entry: did.entry })
    expect(await suggestions()).toHaveLength(1)
    await desk.do('person.assist', {
      person: { name: 'Marc Laurent', address: 'marc@meridian.example' },
      assistant: { name: 'Pia Roux', address: 'pia.roux@meridian.example' },
    })
    expect(await suggestions()).toEqual([])
  })

  test('in pasted mail is suggested too, and nothing is written down by reading it', async () => {
    const before = await desk.do<{ people: object[] }>('person.list')
    const text = 'Happy to help.\n\nNoor Haddad\nEA to João Prado\nnoor@northwind.example'
    const { suggestions: found } = await desk.do<{ suggestions: Suggestion[] }>('person.read', { text })
    expect(found).toMatchObject([
      {
        assistant: { name: 'Noor Haddad', address: 'noor@northwind.example' },
        to: { name: 'João Prado', id: null },
        quote: 'EA to João Prado',
        found: 'in the text',
      },
    ])
    expect((await desk.do<{ people: object[] }>('person.list')).people).toHaveLength(before.people.length)
  })
})
