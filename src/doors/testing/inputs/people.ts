import type { TestDesk } from '../../../desk/testing.ts'
import type { Inputs } from '../inputs.ts'
import type { Id } from './calendar.ts'

/** People, who assists whom, and what was noted of them. */
export async function peopleInputs(desk: TestDesk): Promise<Inputs> {
  const known = async (name: string) => {
    const addresses = [`${name.toLowerCase()}@known.example`]
    return (await desk.do<{ person: Id }>('person.add', { name, addresses })).person.id
  }
  const [assisted, assistant, goes] = [await known('Wilhelmina'), await known('Sorrel'), await known('Teasel')]
  const [other, others] = [await known('Yarrow'), await known('Bryony')]
  await desk.do('person.assist', { id: assisted, assistantId: assistant })
  const note = { personId: assistant, words: 'Mail, never the phone' }
  const line = async () => (await desk.do<{ line: Id }>('contact.note', note)).line.id
  const [kept, takenBack] = [await line(), await line()]
  return {
    'person.list': {},
    'person.show': { id: assisted },
    'person.through': { name: 'Wilhelmina' },
    'person.suggestions': {},
    'person.read': { text: 'Sorrel Vane\nEA to Wilhelmina Marsh' },
    'person.introduce': { to: 'Sorrel', assisted: 'Wilhelmina' },
    'person.add': { name: 'Campion' },
    'person.edit': { id: assisted, organisation: 'Marsh & Daughters' },
    'person.remove': { id: goes },
    'person.assist': { id: other, assistantId: others },
    'person.unassist': { id: assisted, assistantId: assistant },
    'person.dismiss': { key: 'somebody@known.example\nwilhelmina' },
    'contact.understand': { text: 'Sorrel helped us' },
    'contact.note': { personId: assistant, words: 'Quick as ever' },
    'contact.edit': { id: kept, words: 'Mail before the phone' },
    'contact.remove': { id: takenBack },
  }
}
