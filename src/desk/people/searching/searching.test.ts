import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../../testing.ts'
import type { ContactView, PersonView } from '../model.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk()
})
afterAll(() => desk.stop())

type List = { people: PersonView[]; lines: ContactView[]; more: number }
const add = async (name: string, more: object = {}) =>
  (await desk.do<{ person: { id: string } }>('person.add', { name, ...more })).person.id
const note = (personId: string, words: string, more: object = {}) =>
  desk.do('contact.note', { personId, words, ...more })
const list = (text: string, member = desk.seat.member) => desk.do<List>('person.list', { text }, { member })

test('a line is found by its words in any order, whatever their accents, capitals and spaces', async () => {
  const lucas = await add('Lucas Favre', { organisation: 'Café Meridian' })
  const ruth = await add('רות לוי')
  for (const words of ['Prefers the  QUAI, never a café', '100 % on time', 'Snake_case and a back\\slash'])
    await note(lucas, words)
  await note(ruth, 'אוהבת שיחות קצרות')
  for (const [text, found] of [
    ['quai', 'Prefers the  QUAI, never a café'],
    ['CAFE quai', 'Prefers the  QUAI, never a café'],
    ['café', 'Prefers the  QUAI, never a café'],
    ['time 100', '100 % on time'],
    ['%', '100 % on time'],
    ['snake_case', 'Snake_case and a back\\slash'],
    ['k\\s', 'Snake_case and a back\\slash'],
    ['קצרות', 'אוהבת שיחות קצרות'],
  ] as const)
    expect
      .soft(
        (await list(text)).lines.map(({ words }) => words),
        text,
      )
      .toEqual([found])
  for (const text of ['quai time', '_quai', 'zzz', '\u0301']) expect.soft((await list(text)).lines, text).toEqual([])
  expect((await list('cafe meridian')).people.map(({ name }) => name)).toEqual(['Lucas Favre'])
})

test('what was noted last and the favours both ways are those of whoever is shown, as far as one may know', async () => {
  const kit = await desk.sit('assistant', 'Kit', { private: 'none' })
  const jo = await add('Jo Park')
  await note(jo, 'Moved the audit for us', { kind: 'they-helped', on: '2026-11-02' })
  await note(jo, 'Found a room for us', { kind: 'they-helped', on: '2026-11-03' })
  await note(jo, 'We lent them a car', { kind: 'we-helped', on: '2026-11-04' })
  await note(jo, 'Between us: she leaves in May', { on: '2026-11-20', label: 'private' })
  await note(jo, 'And she helped us with that', { kind: 'they-helped', on: '2026-11-21', label: 'private' })
  const one = async (text: string, member?: string) => (await list(text, member)).people.find(({ id }) => id === jo)
  for (const text of ['', 'jo park', 'audit']) {
    expect.soft((await one(text))?.last?.words, text).toBe('And she helped us with that')
    expect
      .soft((await one(text))?.favours, text)
      .toBe('helped us three times, last on Sat 21 Nov; we helped once, on Wed 4 Nov')
    expect.soft((await one(text, kit))?.last?.words, text).toBe('We lent them a car')
    expect
      .soft((await one(text, kit))?.favours, text)
      .toBe('helped us twice, last on Tue 3 Nov; we helped once, on Wed 4 Nov')
  }
  expect((await list('leaves in may', kit)).lines).toEqual([])
  const shown = await desk.do<{ person: PersonView }>('person.show', { id: jo }, { member: kit })
  expect(shown.person).toEqual(await one('', kit))
})
