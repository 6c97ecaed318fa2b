import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefused } from '../../desk/act.ts'
import { foundDesk } from '../../desk/authority/actions.ts'
import { type TestDesk, testDesk } from '../../desk/testing.ts'
import { type CommandCall, performFor } from './call.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk()
  const tomas = { login: 'login-tomas', email: 'tomas@elsewhere.example', name: 'Tomás', kind: 'executive' as const }
  await foundDesk(desk.around, tomas, 'Tomás', 'Europe/Lisbon', desk.at.add({ hours: 1 }))
})
afterAll(() => desk.stop())

const type = (said: Partial<CommandCall>) =>
  performFor(desk.around, { operation: 'desk.me', input: {}, as: null, desk: null, key: null, ...said }, desk.at)
const memberOf = async (said: Partial<CommandCall>) => {
  const answer = await type(said)
  return isRefused(answer) ? answer.refused : (answer.member as { name: string }).name
}

test('a command acts as the first person who sat down at the desk it names, unless it names another', async () => {
  expect(await memberOf({ desk: 'Dana Okafor' })).toBe('Ines')
  expect(await memberOf({ as: 'dana okafor ' })).toBe('Dana Okafor')
  expect(await memberOf({ desk: 'tomás' })).toBe('Tomás')
  expect(await memberOf({ as: 'Tomás' })).toBe('Tomás')
})

test('nobody acts as the desk itself, as a stranger, or at a desk that is not here', async () => {
  for (const said of [{ as: 'The desk' }, { as: 'Nobody' }, { as: 'Ines', desk: 'Tomás' }])
    expect(await memberOf(said)).toMatchObject({ why: 'not-there', words: expect.stringMatching(/^Nobody called/) })
  expect(await memberOf({ desk: 'Priya' })).toMatchObject({
    words: 'There is no desk of Priya here; there is Dana Okafor, Tomás.',
  })
})

test('the journal says who did it, and that it was on the command line', async () => {
  await type({ operation: 'desk.change', input: { home: 'Kiln Yard' }, as: 'Dana Okafor' })
  const { entries } = await desk.do<{ entries: { by: { name: string }; door: string }[] }>('journal.list', { limit: 1 })
  expect(entries[0]).toMatchObject({ by: { name: 'Dana Okafor' }, door: 'on the command line' })
})

test('where several desks could be meant none is guessed: the answer names them', async () => {
  const words = 'There are several desks here: Dana Okafor, Tomás. Say which with --desk.'
  expect(await memberOf({})).toMatchObject({ why: 'bad-input', path: 'desk', words })
  const kit = { login: 'login-kit', email: 'kit@elsewhere.example', name: 'Ines', kind: 'assistant' as const }
  const third = await foundDesk(desk.around, kit, 'Tomás', 'Europe/Lisbon', desk.at.add({ hours: 2 }))
  expect(await memberOf({ as: 'Ines' })).toMatchObject({ words: expect.stringMatching(/: Dana Okafor, Tomás\. Say/) })
  const twice = await memberOf({ desk: 'Tomás' })
  expect(twice).toMatchObject({ words: expect.stringContaining(`Tomás (${third.desk})`) })
  expect(await memberOf({ desk: third.desk })).toBe('Ines')
})
