import type { Act, Labelled } from '../../act.ts'
import type { ActionsFor } from '../../registry.ts'
import type { peopleContract } from '../contract.ts'
import { type Contact, folded, type Person, type ThroughView } from '../model.ts'
import { assistantView, type Known, knownTo, lineView, todayOf } from '../showing/actions.ts'
import { favourWords, throughWords, whenWords } from '../words.ts'
import { chosen, inTurn, type Matter, personFor } from './model.ts'

type Actions = ActionsFor<typeof peopleContract>['person']
type For = {
  readonly name: string | null
  readonly address: string | null
  readonly title: string
  readonly kind: string
}

const mostLines = 5

/** The newest lines about any of these. */
export const linesOf = (known: Known, ids: readonly string[]): Contact[] =>
  known.lines.filter(({ personId }) => ids.includes(personId)).slice(0, mostLines)

/**
 * Who a letter for somebody goes to by itself: their assistant of that matter or day. A private assistant is chosen by hand
 * alone, since the letter would name them where others read.
 */
export function throughIn(known: Known, { name, address, title, kind }: For, today: Temporal.PlainDate): ThroughView {
  const { person, doubt } = personFor(known.people, { name, address })
  if (!person) return { person: null, through: null, assistants: [], words: '', doubt, favours: '', lines: [] }
  const matter: Matter = { title, kind, on: today }
  const turns = person.assistants.filter(({ id }) => known.byId.has(id))
  const views = inTurn(turns, matter).flatMap((turn) => {
    const one = known.byId.get(turn.id)
    return one ? [assistantView(turn, one)] : []
  })
  const openly = turns.filter(({ id }) => known.byId.get(id)?.label !== 'private')
  const turn = person.label === 'private' ? null : chosen(openly, matter)
  const through = views.find(({ id }) => id === turn?.id) ?? null
  return {
    person: { id: person.id, name: person.name, zone: person.zone, address: person.addresses[0] ?? null },
    through,
    assistants: views,
    words: through && turn ? throughWords(through, person, whenWords(turn)) : '',
    doubt: null,
    favours: through ? favourWords(known.digestOf(through.id), today) : '',
    lines: linesOf(known, [person.id, ...views.map(({ id }) => id)]).map((line) => lineView(line, known.byId, today)),
  }
}

/** Somebody and their assistants, by id. */
const aroundOf = (people: readonly Person[], who: For): string[] => {
  const { person } = personFor(people, who)
  return person ? [person.id, ...person.assistants.map(({ id }) => id)] : []
}

const keysOf = ({ name, address }: For): string[] =>
  [folded(name ?? ''), (address ?? '').toLowerCase()].filter((key) => key !== '')

const knownFor = (act: Act, who: For): Promise<Known> =>
  knownTo(act, { about: (people) => aroundOf(people, who), called: keysOf(who) })

export const throughFor = async (act: Act, who: For): Promise<ThroughView> =>
  throughIn(await knownFor(act, who), who, todayOf(act))

/** Whom and what somebody is told of who is told all of this. */
const toldIn = (known: Known, { person, assistants, lines }: ThroughView): Labelled[] => [
  ...[person?.id ?? '', ...lines.map(({ personId }) => personId)].flatMap((id) => known.byId.get(id) ?? []),
  ...assistants,
  ...lines,
]

/** Whether whoever acts may read about people at all. */
export const mayReadPeople = async (act: Act): Promise<boolean> =>
  (await act.may('person.list', { text: '' })).may === 'yes'

export const through: Actions['through'] = async ({ name, address, title, kind }, act) => {
  const who = { name: name === '' ? null : name, address: address === '' ? null : address, title, kind }
  const known = await knownFor(act, who)
  const view = throughIn(known, who, todayOf(act))
  act.looked([...toldIn(known, view), ...personFor(known.people, who).among])
  return view
}
