import type { TestDesk } from '../../../desk/testing.ts'
import type { Inputs } from '../inputs.ts'
import type { Id } from './calendar.ts'

/** Somebody who travels, with papers, programmes and wishes. */
export async function travellerInputs(desk: TestDesk): Promise<Inputs> {
  const paper = async (country: string) =>
    (await desk.do<{ paper: Id }>('paper.add', { kind: 'passport', country, number: 'T-0001' })).paper.id
  const card = async (provider: string) =>
    (await desk.do<{ loyalty: Id }>('loyalty.add', { provider, number: 'T-0002' })).loyalty.id
  const wish = async (wished: object) => (await desk.do<{ wish: Id }>('wish.set', { wish: wished })).wish.id
  const { person } = await desk.do<{ person: Id }>('person.add', { name: 'Tansy' })
  const [kept, goes] = [await paper('CH'), await paper('PT')]
  const [used, left] = [await card('Heron Club'), await card('ZV Miles')]
  return {
    'traveller.list': {},
    'traveller.show': { personId: person.id },
    'traveller.edit': { personId: person.id, passportName: 'MARSH TANSY' },
    'paper.add': { kind: 'visa', country: 'JP' },
    'paper.edit': { id: kept, set: { notes: 'In the safe' } },
    'paper.remove': { id: goes },
    'paper.number': { id: kept },
    'loyalty.add': { provider: 'Ferry Friends' },
    'loyalty.edit': { id: used, set: { tier: 'gold' } },
    'loyalty.remove': { id: left },
    'loyalty.number': { id: used },
    'wish.set': { wish: { is: 'seat', seat: 'aisle' } },
    'wish.remove': { id: await wish({ is: 'food', words: 'vegetarian' }) },
  }
}
