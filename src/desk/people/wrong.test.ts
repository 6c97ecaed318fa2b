import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Refusal } from '../refusal.ts'
import { type TestDesk, testDesk } from '../testing.ts'
import type { ContactView, PersonView, ThroughView } from './model.ts'

let desk: TestDesk
let ruth: PersonView
beforeAll(async () => {
  desk = await testDesk()
  ruth = (await desk.do<{ person: PersonView }>('person.add', { name: 'רות לוי', names: ['Ruth 🔥'] })).person
})
afterAll(() => desk.stop())

const refusal = async (operation: string, input: object) =>
  ((await desk.try(operation, input)) as { refused?: Refusal }).refused

describe('what cannot be written down', () => {
  test.each([
    ['person.add', { name: ' ' }, 'name'],
    ['person.add', { name: 'x'.repeat(201) }, 'name'],
    ['person.add', { name: 'A', addresses: ['no'] }, 'addresses.0'],
    ['person.add', { name: 'A', zone: 'Mars/Base' }, 'zone'],
    ['person.add', { name: 'A', ways: { from: '25:00', until: '26:00' } }, 'ways.from'],
    ['person.add', { name: 'A', ways: { from: '09:00' } }, 'ways.until'],
    ['person.add', { name: 'A', ways: { helps: 'x'.repeat(501) } }, 'ways.helps'],
    ['person.read', { text: 'x'.repeat(50_001) }, 'text'],
    ['person.list', { most: 0 }, 'most'],
    ['person.list', { text: 'x'.repeat(201) }, 'text'],
    ['person.dismiss', { key: '\n' }, 'key'],
  ])('is refused where it is wrong: %s %j', async (operation, input, path) => {
    const no = await refusal(operation, input)
    expect(no).toMatchObject({ why: 'bad-input', path })
    expect(no?.words).not.toMatch(/expected|Invalid|pattern/)
  })

  test.each(['2090-01-01', '0000-01-01', '9999-12-31', '2026-02-30'])('is a contact on %s', async (on) => {
    expect(await refusal('contact.note', { personId: ruth.id, words: 'Rang', on })).toMatchObject({ path: 'on' })
  })
})

test('a name in any script is found, written to and introduced like every other', async () => {
  await desk.do('person.assist', { id: ruth.id, assistant: { name: 'محمد العلي', address: 'm@levy.example' } })
  for (const name of ['רות לוי', 'ruth 🔥']) {
    const view = await desk.do<ThroughView>('person.through', { name })
    expect(view.words).toBe('Goes to محمد العلي, who assists רות לוי')
  }
  expect(await desk.do('contact.understand', { text: 'Thanks to רות, who helped us' })).toMatchObject({
    person: { id: ruth.id },
    kind: 'thanks',
  })
  const { letter } = await desk.do<{ letter: string }>('person.introduce', { to: 'محمد العلي', assisted: 'רות לוי' })
  expect(letter).toMatch(/^Dear محمد العلي,/)
})

describe('two at once', () => {
  test('somebody, or a line, that was changed since it was opened is not written over', async () => {
    const { person } = await desk.do<{ person: PersonView }>('person.show', { id: ruth.id })
    await desk.do('person.edit', { id: ruth.id, version: person.version, organisation: 'Levy & Daughters' })
    const late = { id: ruth.id, version: person.version, organisation: 'Levy' }
    expect(await refusal('person.edit', late)).toMatchObject({ why: 'moved-on' })
    const { line } = await desk.do<{ line: ContactView }>('contact.note', { personId: ruth.id, words: 'Rang at ten' })
    await desk.do('contact.edit', { id: line.id, version: line.version, words: 'Rang at eleven' })
    const again = { id: line.id, version: line.version, words: 'Rang at noon' }
    expect(await refusal('contact.edit', again)).toMatchObject({ why: 'moved-on', path: 'version' })
    const { lines } = await desk.do<{ lines: ContactView[] }>('person.show', { id: ruth.id })
    expect(lines.map(({ words }) => words)).toEqual(['Rang at eleven'])
  })
})
