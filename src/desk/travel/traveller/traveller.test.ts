import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RuleView } from '../../rules/model.ts'
import { type TestDesk, testDesk } from '../../testing.ts'
import type { LoyaltyView, PaperView, TravellerBrief, TravellerView } from './model.ts'
import type { WishView } from './wishes/model.ts'

let desk: TestDesk
let personId: string
let named: string
let none: string
beforeAll(async () => {
  desk = await testDesk('Europe/Zurich')
  named = await desk.sit('assistant', 'Ravi', { private: 'named' })
  none = await desk.sit('assistant', 'Noor', { private: 'none' })
  personId = (await desk.do<{ person: { id: string } }>('person.add', { name: 'Camille Aubry' })).person.id
})
afterAll(() => desk.stop())

type Shown = { traveller: TravellerView }
const show = async (of?: string, member = desk.seat.member) =>
  (await desk.do<Shown>('traveller.show', of === undefined ? {} : { personId: of }, { member })).traveller
const addPaper = async (more: object = {}) =>
  desk.do<{ paper: PaperView }>('paper.add', { kind: 'passport', country: 'CH', until: '2027-03-03', ...more })
const rules = async () => (await desk.do<{ rules: RuleView[] }>('rule.list')).rules
const numberOf = (id: string, member = desk.seat.member) => desk.try('paper.number', { id }, { member })
const undo = (entry: string) => desk.do('journal.undo', { entry })

describe('the name in the passport', () => {
  test('is written down, changed and taken back', async () => {
    expect((await show()).passportName).toBe(null)
    await desk.do('traveller.edit', { version: 0, passportName: 'OKAFOR, DANA NGOZI' })
    const { did } = await desk.do('traveller.edit', { version: 1, passportName: 'OKAFOR, DANA' })
    expect(await show()).toMatchObject({
      name: 'Dana Okafor',
      executive: true,
      passportName: 'OKAFOR, DANA',
      version: 2,
    })
    expect(await desk.try('traveller.edit', { version: 1, passportName: 'X' })).toMatchObject({
      refused: { why: 'moved-on' },
    })
    await undo(did.entry)
    expect((await show()).passportName).toBe('OKAFOR, DANA NGOZI')
  })
})

describe('a paper', () => {
  test('says in words when it expires, and keeps its number sealed until somebody asks', async () => {
    const { paper } = await addPaper({ number: 'X0071234', name: 'OKAFOR DANA' })
    expect(paper).toMatchObject({
      title: 'Passport, Switzerland',
      expires: 'expires Wed 3 Mar 2027, in three months',
      validity: 'soon',
      numberGone: false,
    })
    expect(JSON.stringify(await show())).not.toContain('X0071234')
    expect(await numberOf(paper.id)).toEqual({ number: 'X0071234' })
    await desk.around.looks.write(desk.around.db)
    const { looked } = await desk.do<{ looked: { name: string }[] }>('looked.list', { item: paper.number })
    expect(looked.map(({ name }) => name)).toEqual(['Ines'])
    await desk.do('paper.remove', { id: paper.id })
  })

  test('that expires before it was issued is refused', async () => {
    const wrong = { kind: 'visa', country: 'JP', issuedOn: '2026-05-01', until: '2026-04-01' }
    expect(await desk.try('paper.add', wrong)).toMatchObject({ refused: { why: 'bad-input', path: 'until' } })
  })

  test('is there for whom it names; to the others only that papers are on file and one expires', async () => {
    const { paper } = await addPaper({ number: 'X0071234', readers: [named] })
    const { paper: other } = await addPaper({ kind: 'visa', country: 'JP', until: '2026-11-01' })
    expect((await show(undefined, named)).papers.map(({ id }) => id)).toEqual([paper.id])
    expect((await show(undefined, named)).hidden?.words).toBe('Something private: One paper is on file; it has expired')
    const hidden = await show(undefined, none)
    expect(hidden.papers).toEqual([])
    expect(hidden.hidden).toEqual({
      count: 2,
      words: 'Something private: 2 papers are on file; one of them has expired',
    })
    expect(JSON.stringify(hidden)).not.toMatch(/JP|Japan|2027/)
    expect(await numberOf(paper.id, named)).toEqual({ number: 'X0071234' })
    expect(await numberOf(paper.id, none)).toMatchObject({ refused: { why: 'not-there' } })
    expect(await desk.try('paper.add', { kind: 'passport' }, { member: none })).toMatchObject({
      refused: { why: 'not-yours' },
    })
    const relabel = { id: paper.id, set: { readers: [named, none] } }
    expect(await desk.try('paper.edit', relabel, { member: named })).toMatchObject({ refused: { why: 'not-yours' } })
    expect(await desk.try('paper.edit', { id: paper.id, set: { notes: 'x' } }, { member: none })).toMatchObject({
      refused: { why: 'not-there' },
    })
    for (const { id } of [paper, other]) await desk.do('paper.remove', { id })
  })

  test('taken off file and brought back has no number: it was forgotten for good', async () => {
    const { paper } = await addPaper({ number: 'X0071234' })
    const { did } = await desk.do('paper.remove', { id: paper.id })
    await undo(did.entry)
    expect((await show()).papers).toMatchObject([{ id: paper.id, number: null, numberGone: true }])
    expect(await numberOf(paper.id)).toMatchObject({ refused: { why: 'not-there' } })
    await desk.do('paper.edit', { id: paper.id, set: { number: 'X0079999' } })
    expect(await numberOf(paper.id)).toEqual({ number: 'X0079999' })
    await desk.do('paper.remove', { id: paper.id })
  })

  test('whose change is taken back never has the number of another', async () => {
    const { paper } = await addPaper({ number: 'OLD-1' })
    const { did } = await desk.do('paper.edit', { id: paper.id, set: { number: 'NEW-2', until: '2036-03-03' } })
    expect(await numberOf(paper.id)).toEqual({ number: 'NEW-2' })
    await undo(did.entry)
    expect((await show()).papers).toMatchObject([{ until: '2027-03-03', number: null, numberGone: true }])
    expect(await numberOf(paper.id)).toMatchObject({ refused: { why: 'not-there' } })
    await desk.do('paper.remove', { id: paper.id })
    expect(await sealedHere()).toBe(0)
  })

  test('that was never put on file, by undo, leaves no number behind', async () => {
    const { did } = await addPaper({ number: 'X0071234' })
    await undo(did.entry)
    expect(await sealedHere()).toBe(0)
  })
})

describe('a trip', () => {
  test('is told how long a passport is good after it, and no rule says the date to who may not read papers', async () => {
    const trip = {
      title: 'Zurich, Harbour & Vale',
      from: '2026-12-01',
      until: '2026-12-03',
      entries: [{ country: 'JP', visa: 'not needed' }],
    }
    await desk.do('trip.add', trip)
    const { paper } = await addPaper()
    expect(paper.beside).toBe('three months after “Zurich, Harbour & Vale”')
    const { rules: all } = await desk.do<{ rules: RuleView[] }>('rule.list')
    if (!all.some(({ kind }) => kind === 'papers-valid'))
      await desk.do('rule.add', { kind: 'papers-valid', params: { months: 6 }, weight: 'avoid' })
    const days = { from: '2026-11-30', to: '2026-12-04' }
    const { findings } = await desk.do<{ findings: { rule: { kind: string }; words: string }[] }>(
      'finding.list',
      days,
      { member: none },
    )
    const said = findings.filter(({ rule }) => rule.kind === 'papers-valid').map(({ words }) => words)
    expect(said).toEqual([expect.stringContaining('is not valid for 6 months after the return')])
    expect(said.join()).not.toContain('2027')
    await desk.do('paper.edit', { id: paper.id, set: { until: '2036-03-03' } })
    const after = await desk.do<{ findings: { rule: { kind: string } }[] }>('finding.list', days)
    expect(after.findings.some(({ rule }) => rule.kind === 'papers-valid')).toBe(false)
    await desk.do('paper.remove', { id: paper.id })
  })
})

/** How many numbers are sealed at this desk. */
const sealedHere = async (): Promise<number> =>
  desk.database.app.transaction().execute(async (db) => {
    const { settle } = await import('../../perform.ts')
    await settle(db, desk.seat.desk, desk.seat.desk)
    return (await db.selectFrom('desk.secret').selectAll().execute()).length
  })

describe('a loyalty programme', () => {
  test('is the desk’s to read, its number only whoever sees what is private', async () => {
    const { loyalty } = await desk.do<{ loyalty: LoyaltyView }>('loyalty.add', {
      provider: 'XQ Heron Club',
      tier: 'gold',
      number: 'HC-449',
    })
    expect((await show(undefined, none)).loyalty).toMatchObject([{ provider: 'XQ Heron Club', tier: 'gold' }])
    expect(await desk.do('loyalty.number', { id: loyalty.id })).toEqual({ number: 'HC-449' })
    const ask = desk.try('loyalty.number', { id: loyalty.id }, { member: none })
    expect(await ask).toMatchObject({ refused: { why: 'not-yours' } })
    await desk.do('loyalty.edit', { id: loyalty.id, set: { tier: 'silver' } }, { member: none })
    expect(await desk.do('loyalty.number', { id: loyalty.id })).toEqual({ number: 'HC-449' })
    const { did } = await desk.do('loyalty.remove', { id: loyalty.id })
    await undo(did.entry)
    expect((await show()).loyalty).toMatchObject([{ tier: 'silver', number: null, numberGone: true }])
  })
})

describe('a wish', () => {
  const set = (wish: object, more: object = {}) => desk.do<{ wish: WishView }>('wish.set', { wish, ...more })
  const wished = async (of?: string) => (await show(of)).wishes

  test('becomes a rule, whose story says who said it and when', async () => {
    const { wish } = await set({ is: 'earliest', at: '08:00' }, { saidBy: 'Dana', note: 'breakfast with the children' })
    expect(wish).toMatchObject({
      stands: 'In force',
      said: 'Said by Dana on Mon 23 Nov 2026: “breakfast with the children”',
    })
    const rule = (await rules()).find(({ id }) => id === wish.rule?.id)
    expect(rule).toMatchObject({
      kind: 'as-wished',
      source: 'preference',
      words: 'Leaves no earlier than 08:00',
      story: 'A wish of Dana Okafor’s. Said by Dana on Mon 23 Nov 2026: “breakfast with the children”',
    })
  })

  test('said again changes its rule, and taken back it says what it said before', async () => {
    const before = await rules()
    const { did, wish } = await set({ is: 'earliest', at: '09:00' }, { weight: 'avoid' })
    expect(wish.rule).toMatchObject({ words: 'Leaves no earlier than 09:00', weight: 'avoid' })
    expect((await rules()).length).toBe(before.length)
    await undo(did.entry)
    expect(await wished()).toMatchObject([
      {
        wish: { at: '08:00' },
        said: 'Said by Dana on Mon 23 Nov 2026: “breakfast with the children”',
        rule: { weight: 'prefer' },
      },
    ])
  })

  test('whose rule is changed by hand shows as the rule now is', async () => {
    const [one] = await wished()
    const { id, version } = one?.rule ?? {}
    await desk.do('rule.edit', { id, version, params: { leaveFrom: '07:30' } })
    expect(await wished()).toMatchObject([
      { wish: { is: 'earliest', at: '07:30' }, rule: { words: 'Leaves no earlier than 07:30' } },
    ])
    await desk.do('rule.switch', { id, on: false })
    expect(await wished()).toMatchObject([{ stands: 'The rule is switched off' }])
    await set({ is: 'earliest', at: '07:30' })
    expect(await wished()).toMatchObject([{ stands: 'In force' }])
    await desk.do('rule.remove', { id })
    expect(await wished()).toMatchObject([{ stands: 'The rule was removed since', rule: null }])
    const { wish } = await set({ is: 'earliest', at: '10:00' })
    expect(await wished()).toMatchObject([{ id: wish.id, wish: { at: '10:00' } }])
  })

  test('taken back takes its rule, and brought back brings it', async () => {
    const { wish, did } = await set({ is: 'cabin', cabin: 'business', hours: 4 })
    const has = async () => (await rules()).some(({ id }) => id === wish.rule?.id)
    await undo(did.entry)
    expect(await has()).toBe(false)
    const again = (await set({ is: 'cabin', cabin: 'business', hours: 4 })).wish
    const there = async () => (await rules()).some(({ id }) => id === again.rule?.id)
    const removed = await desk.do('wish.remove', { id: again.id })
    expect(await there()).toBe(false)
    await undo(removed.did.entry)
    expect(await there()).toBe(true)
    expect((await wished()).find(({ is }) => is === 'cabin')).toMatchObject({ stands: 'In force' })
  })

  test('of a person speaks of that person; of somebody private there is none', async () => {
    const { wish } = await set({ is: 'food', words: 'vegetarian' }, { personId })
    expect(wish.rule?.words).toBe('For Camille Aubry: Eats vegetarian')
    const { person } = await desk.do<{ person: { id: string } }>('person.add', { name: 'Dr Venn', label: 'private' })
    const no = desk.try('wish.set', { personId: person.id, wish: { is: 'food', words: 'kosher' } })
    expect(await no).toMatchObject({ refused: { why: 'bad-input', path: 'personId' } })
    const hide = desk.try('person.edit', { id: personId, label: 'private' })
    expect(await hide).toMatchObject({ refused: { why: 'moved-on', path: 'label' } })
  })

  test('of somebody who is called otherwise now speaks of them by that name, and back again', async () => {
    const words = async () => (await wished(personId))[0]
    const { did } = await desk.do('person.edit', { id: personId, name: 'Camille Aubry-Roth' })
    expect(await words()).toMatchObject({
      stands: 'In force',
      rule: { words: 'For Camille Aubry-Roth: Eats vegetarian' },
    })
    await undo(did.entry)
    expect(await words()).toMatchObject({ stands: 'In force', rule: { words: 'For Camille Aubry: Eats vegetarian' } })
  })

  test('of what the desk has one rule of changes that rule, and taken back leaves it as it was', async () => {
    await desk.do('trip.add', { title: 'Lisbon', from: '2027-02-01', until: '2027-02-02' })
    const own = (await rules()).find(({ kind }) => kind === 'connection')
    if (!own) throw new Error('the first trip gave no rule of connections')
    const { minutes, landingMinutes, airports } = own.params
    const asked = { is: 'connection', minutes: 75, airports: [{ airport: 'ZRH', minutes: 40 }] }
    const { wish, did } = await set(asked)
    expect(wish).toMatchObject({ wish: asked, stands: 'In force', rule: { id: own.id, weight: own.weight } })
    const now = async () => (await rules()).find(({ id }) => id === own.id)
    expect(await now()).toMatchObject({
      params: { minutes: 75, airports: 'ZRH 40', landingMinutes },
      source: 'preference',
    })
    await undo(did.entry)
    expect(await now()).toMatchObject({
      params: { minutes, airports },
      source: own.source,
      story: own.story,
    })
    expect((await wished()).some(({ is }) => is === 'connection')).toBe(false)
    const again = await set(asked)
    const removed = await desk.do('wish.remove', { id: again.wish.id })
    expect(await now()).toMatchObject({ params: { minutes } })
    await undo(removed.did.entry)
    expect(await now()).toMatchObject({ params: { minutes: 75 } })
    const theirs = desk.try('wish.set', { personId, wish: { is: 'rest', hours: 4 } })
    expect(await theirs).toMatchObject({ refused: { why: 'bad-input', path: 'personId' } })
  })

  test('of margin and rest is a rule of its own or the desk’s, as it has one', async () => {
    expect((await set({ is: 'margin', minutes: 45 })).wish.rule?.words).toMatch(
      /^One arrives 45 min before what follows/,
    )
    expect((await set({ is: 'rest', hours: 6 })).wish).toMatchObject({ wish: { hours: 6 }, stands: 'In force' })
  })

  test('needs the calendar too, where rules belong', async () => {
    const areas = {
      travel: 'act',
      calendar: 'see',
      mail: 'none',
      people: 'see',
      money: 'none',
      partnership: 'none',
      desk: 'see',
    }
    const member = await desk.sit('assistant', 'Tomás', { areas: areas as never })
    const no = desk.try('wish.set', { wish: { is: 'no-nights' } }, { member })
    expect(await no).toMatchObject({ refused: { why: 'not-yours' } })
  })
})

test('whoever the desk forgets takes papers, programmes and wishes along, and comes back without numbers', async () => {
  await addPaper({ personId, number: 'F-1' })
  await desk.do('wish.set', { personId, wish: { is: 'food', words: 'vegetarian' } })
  await desk.do('loyalty.add', { personId, provider: 'ZV Miles', number: 'ZV-2' })
  await desk.do('traveller.edit', { personId, passportName: 'AUBRY CAMILLE' })
  const ruleId = (await show(personId)).wishes[0]?.rule?.id
  const travellers = async () =>
    (await desk.do<{ travellers: TravellerBrief[] }>('traveller.list')).travellers.map(({ name }) => name)
  expect(await travellers()).toContain('Camille Aubry')
  const { did } = await desk.do('person.remove', { id: personId })
  expect(await travellers()).not.toContain('Camille Aubry')
  expect((await rules()).some(({ id }) => id === ruleId)).toBe(false)
  expect(await sealedHere()).toBe(0)
  await undo(did.entry)
  expect(await show(personId)).toMatchObject({
    passportName: 'AUBRY CAMILLE',
    papers: [{ number: null, numberGone: true }],
    loyalty: [{ number: null, numberGone: true }],
    wishes: [{ stands: 'In force' }],
  })
})
