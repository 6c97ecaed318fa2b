import { type Act, isRefused, type Refused, refuse } from '../../act.ts'
import type { ActionsFor } from '../../registry.ts'
import type { peopleContract } from '../contract.ts'
import { personFor } from '../finding/model.ts'
import { type Person, personDraft } from '../model.ts'
import { keepPerson } from '../queries.ts'
import { hiding, newPerson, undo, written, wrongWith as wrongRecord } from '../record/actions.ts'
import { type Known, knownTo, personOf } from '../showing/actions.ts'
import { whenWords } from '../words.ts'
import { withoutTurn, withTurn, wrongWith } from './model.ts'

type Actions = ActionsFor<typeof peopleContract>['person']
type Somebody = { readonly name: string; readonly address: string | null; readonly zone: string | null }

/** Somebody by id, or by name and address, where `isNew` is whoever is not known yet. */
function meant(act: Act, known: Known, id: string | undefined, said: Somebody | undefined, path: string) {
  if (id !== undefined) {
    const one = personOf(known, id)
    return isRefused(one) ? one : { person: one, isNew: false }
  }
  if (!said) return refuse('bad-input', path === 'id' ? 'Whom do they assist?' : 'Who assists them?', [], path)
  const { person, doubt, among } = personFor(known.people, said)
  act.looked(among)
  if (doubt !== null) return refuse('bad-input', doubt, [], path)
  if (person) return { person, isNew: false }
  const addresses = said.address === null ? [] : [said.address]
  const fresh = newPerson(act, personDraft.parse({ name: said.name, addresses, zone: said.zone }))
  return wrongRecord(act, fresh, fresh.id, known.people) ?? { person: fresh, isNew: true }
}

const isSame = (a: Somebody | undefined, b: Somebody | undefined): boolean =>
  a !== undefined && b !== undefined && a.name === b.name && a.address === b.address

export const assist: Actions['assist'] = async ({ id, person, assistantId, assistant, days, area }, act) => {
  const known = await knownTo(act)
  const of = meant(act, known, id, person, 'id')
  if (isRefused(of)) return of
  // Both are new and one: nobody is written down twice to assist themselves.
  const by = isSame(person, assistant) ? of : meant(act, known, assistantId, assistant, 'assistantId')
  if (isRefused(by)) return by
  const byId = new Map([...known.byId, [of.person.id, of.person], [by.person.id, by.person]])
  const turn = { id: by.person.id, days, area }
  const wrong = wrongWith(of.person, turn, byId)
  if (wrong) {
    act.looked([of.person, by.person, ...wrong.standing.flatMap((one) => byId.get(one) ?? [])])
    return refuse('bad-input', wrong.words, [...wrong.standing], wrong.path)
  }
  if (by.isNew) await keepPerson(act.db, act.desk.id, by.person, act)
  const view = await written(act, withTurn(of.person, turn))
  return {
    output: { person: view },
    entry: {
      items: [of.person.id, by.person.id],
      values: { name: of.person.name, assistant: by.person.name, when: whenWords(turn) },
      ...hiding([of.person, by.person]),
      undo: undo(act),
    },
  }
}

export const unassist: Actions['unassist'] = async ({ id, assistantId }, act) => {
  const known = await knownTo(act)
  const [of, by] = [personOf(known, id), personOf(known, assistantId)] as [Person | Refused, Person | Refused]
  if (isRefused(of)) return of
  if (isRefused(by)) return by
  if (!of.assistants.some((turn) => turn.id === assistantId))
    return refuse('moved-on', `${by.name} does not assist ${of.name}`, [id, assistantId])
  const view = await written(act, withoutTurn(of, assistantId))
  return {
    output: { person: view },
    entry: {
      items: [id, assistantId],
      values: { name: of.name, assistant: by.name },
      ...hiding([of, by]),
      undo: undo(act),
    },
  }
}
