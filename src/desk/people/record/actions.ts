import { type Act, type Done, isRefused, type Refused, refuse } from '../../act.ts'
import type { ActionsFor } from '../../registry.ts'
import type { peopleContract } from '../contract.ts'
import { mayKnow, type Person, type PersonDraft, type PersonView } from '../model.ts'
import { endLine, endPerson, keepPerson } from '../queries.ts'
import { knownTo, personOf, personView, todayOf, toldWith } from '../showing/actions.ts'
import { noWords } from '../words.ts'

type Actions = ActionsFor<typeof peopleContract>['person']
export type Answer = Done<{ person: PersonView }> | Refused

/** Nobody makes something private that they could then not see themselves. */
export const labelTrouble = (act: Act, label: Person['label']): Refused | null =>
  mayKnow(label, act.member)
    ? null
    : refuse('not-yours', 'Only whoever sees what is private here may make something private', [], 'label')

export const undo = (act: Act) => ({ operation: 'calendar.reinstate', input: { entry: act.entry } })

/** Those of these that are private, as the journal marks them. */
export const hiding = (things: readonly Pick<Person, 'id' | 'label'>[]): { private?: readonly string[] } => {
  const hidden = things.filter(({ label }) => label === 'private').map(({ id }) => id)
  return hidden.length === 0 ? {} : { private: hidden }
}

const isZone = (zone: string): boolean => {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
    return true
  } catch {
    return false
  }
}

/**
 * What stands against somebody as they were written down: an address of somebody else, a zone there is none of. `all` are those
 * whom whoever acts may know of; who is named to them is noted.
 */
export function wrongWith(
  act: Act,
  draft: Pick<Person, 'addresses' | 'zone'>,
  id: string,
  all: readonly Person[],
): Refused | null {
  if (draft.zone !== null && !isZone(draft.zone))
    return refuse('bad-input', `There is no zone called ${draft.zone}.`, [], 'zone')
  for (const [n, address] of draft.addresses.entries()) {
    const other = all.find((one) => one.id !== id && one.addresses.includes(address))
    if (!other) continue
    act.looked([other])
    return refuse('bad-input', noWords.taken(address, other.name), [other.id], `addresses.${n}`)
  }
  return null
}

const once = <T>(few: readonly T[]): T[] => [...new Set(few)]

/** Writes somebody down; what was changed is read again, as whoever acts may know it. */
export async function written(act: Act, person: Person): Promise<PersonView> {
  const kept = await keepPerson(act.db, act.desk.id, person, act)
  const known = await knownTo(act, { about: () => [person.id] })
  act.looked(toldWith(kept, known))
  return personView(kept, known, todayOf(act))
}

async function kept(act: Act, person: Person): Promise<Answer> {
  const view = await written(act, person)
  return {
    output: { person: view },
    entry: { items: [person.id], values: { name: person.name }, ...hiding([person]), undo: undo(act) },
  }
}

export const newPerson = (act: Act, draft: PersonDraft): Person => ({
  ...draft,
  id: act.newId(),
  version: 0,
  names: once(draft.names),
  addresses: once(draft.addresses),
  assistants: [],
})

export const add: Actions['add'] = async (draft, act) => {
  const { people } = await knownTo(act)
  const person = newPerson(act, draft)
  return labelTrouble(act, draft.label) ?? wrongWith(act, person, person.id, people) ?? kept(act, person)
}

export const edit: Actions['edit'] = async ({ id, version, ...set }, act) => {
  const known = await knownTo(act)
  const before = personOf(known, id)
  if (isRefused(before)) return before
  if (version !== undefined && version !== before.version)
    return refuse('moved-on', `${before.name} was changed since you opened them`, [id])
  const said = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined))
  const after = { ...before, ...(said as Partial<PersonDraft>) }
  const person = { ...after, names: once(after.names), addresses: once(after.addresses) }
  const no =
    labelTrouble(act, person.label) ??
    wrongWith(act, person, id, known.people) ??
    (person.label === 'private' && before.label !== 'private' ? await told(act, { id, is: 'private' }) : null)
  if (no) return no
  const answer = await kept(act, person)
  return (person.name === before.name ? null : await told(act, { id, is: 'renamed' })) ?? answer
}

/** What hangs on people hears that one is known no more, private from now on, or called otherwise. */
type Told = { readonly id: string; readonly is: 'forgotten' | 'private' | 'renamed' }
const told = (act: Act, one: Told): Promise<Refused | null> =>
  act.happened({ events: [], things: [], people: [one], was: null, anyway: null, mayRefuse: true })

export const remove: Actions['remove'] = async ({ id }, act) => {
  const known = await knownTo(act, { about: () => [id] })
  const person = personOf(known, id)
  if (isRefused(person)) return person
  await endPerson(act.db, act.desk.id, id, act)
  const { lines } = known
  for (const line of lines) await endLine(act.db, act.desk.id, line.id, act)
  for (const other of known.people.filter(({ assistants }) => assistants.some((turn) => turn.id === id)))
    await keepPerson(
      act.db,
      act.desk.id,
      { ...other, assistants: other.assistants.filter((turn) => turn.id !== id) },
      act,
    )
  const no = await told(act, { id, is: 'forgotten' })
  if (no) return no
  return {
    output: {},
    entry: {
      items: [id, ...lines.map((line) => line.id)],
      values: { name: person.name },
      ...hiding([person, ...lines]),
      undo: undo(act),
    },
  }
}
