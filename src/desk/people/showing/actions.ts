import { type Act, type Labelled, type Refused, refuse } from '../../act.ts'
import type { ActionsFor } from '../../registry.ts'
import type { peopleContract } from '../contract.ts'
import {
  type AssistantView,
  type Assists,
  type Contact,
  type ContactView,
  type Digest,
  digestOf,
  mayKnow,
  type Person,
  type PersonView,
} from '../model.ts'
import { linesAbout, people, peopleCalled } from '../queries.ts'
import { contactWhen, favourWords, noWords, whenWords, worksLines } from '../words.ts'

type Actions = ActionsFor<typeof peopleContract>['person']

export const todayOf = ({ at, desk }: Pick<Act, 'at' | 'desk'>): Temporal.PlainDate =>
  at.toZonedDateTimeISO(desk.zone).toPlainDate()

/** Everybody a reader may know of. */
export type Everybody = {
  readonly people: readonly Person[]
  readonly byId: ReadonlyMap<string, Person>
  /** By whose assistant somebody is, whom they assist. */
  readonly assisting: ReadonlyMap<string, readonly { readonly of: Person; readonly turn: Assists }[]>
}

/** Everybody, and what lines about some of them come to: what somebody is shown with. */
export type Shown = Everybody & { readonly digestOf: (id: string) => Digest }

/** Everybody, with the lines about some of them, the newest first. */
export type Known = Shown & {
  readonly lines: readonly Contact[]
  readonly linesOf: ReadonlyMap<string, readonly Contact[]>
}

type Asked = {
  /** As whoever acts may know it; read as the desk, as the reader who is meant may. */
  readonly sees?: (label: Person['label']) => boolean
  /** Lines about whom; about nobody unless told. */
  readonly about?: (people: readonly Person[]) => readonly string[]
  /** Only those who are known by one of these, and whoever assists them; everybody unless told. */
  readonly called?: readonly string[]
}

export const seenBy = (act: Act) => (label: Person['label']) => mayKnow(label, act.member)

export async function everybody(
  act: Act,
  { sees = seenBy(act), called }: Omit<Asked, 'about'> = {},
): Promise<Everybody> {
  const everyone = called ? peopleCalled(act.db, act.desk.id, called) : people(act.db, act.desk.id)
  const here = (await everyone).filter(({ label }) => sees(label))
  const turns = here.flatMap((of) => of.assistants.map((turn) => ({ of, turn })))
  return {
    people: here,
    byId: new Map(here.map((one) => [one.id, one])),
    assisting: Map.groupBy(turns, ({ turn }) => turn.id),
  }
}

export async function knownTo(act: Act, { about = () => [], ...asked }: Asked = {}): Promise<Known> {
  const all = await everybody(act, asked)
  const { sees = seenBy(act) } = asked
  const found = await linesAbout(act.db, act.desk.id, about(all.people))
  const lines = found.filter(({ label, personId }) => all.byId.has(personId) && sees(label))
  const linesOf = Map.groupBy(lines, ({ personId }) => personId)
  return { ...all, lines, linesOf, digestOf: (id) => digestOf(linesOf.get(id) ?? []) }
}

export const noPerson = refuse('not-there', noWords.gone, [], 'id')

/** Somebody who is there and whoever acts may know of. */
export const personOf = ({ byId }: Pick<Known, 'byId'>, id: string): Person | Refused => byId.get(id) ?? noPerson

export const lineView = (line: Contact, byId: Known['byId'], today: Temporal.PlainDate): ContactView => ({
  id: line.id,
  version: line.version,
  personId: line.personId,
  name: byId.get(line.personId)?.name ?? '',
  kind: line.kind,
  words: line.words,
  on: line.on,
  when: contactWhen(line, today),
  by: line.by,
  label: line.label,
})

export const assistantView = (turn: Assists, person: Person): AssistantView => ({
  id: person.id,
  name: person.name,
  address: person.addresses[0] ?? null,
  zone: person.zone,
  days: [...turn.days],
  area: turn.area,
  when: whenWords(turn),
  works: worksLines(person.ways, person.zone),
  label: person.label,
})

export function personView(
  person: Person,
  { byId, digestOf: digest, assisting }: Shown,
  today: Temporal.PlainDate,
): PersonView {
  const about = digest(person.id)
  const { assistants, ...own } = person
  const { last } = about
  return {
    ...own,
    names: [...own.names],
    addresses: [...own.addresses],
    works: worksLines(person.ways, person.zone),
    assistants: assistants.flatMap((turn) => {
      const one = byId.get(turn.id)
      return one ? [assistantView(turn, one)] : []
    }),
    assisting: (assisting.get(person.id) ?? []).map(({ of, turn }) => ({
      id: of.id,
      name: of.name,
      when: whenWords(turn),
    })),
    favours: favourWords(about, today),
    last: last ? lineView(last, byId, today) : null,
  }
}

/** Whom and what a view of somebody tells of: those who assist them and whom they assist, and the newest line. */
export const toldWith = (person: Person, { byId, digestOf: digest, assisting }: Shown): Labelled[] => [
  person,
  ...person.assistants.flatMap(({ id }) => byId.get(id) ?? []),
  ...(assisting.get(person.id) ?? []).map(({ of }) => of),
  ...[digest(person.id).last ?? []].flat(),
]

/** Lines, and those whose names stand beside them. */
export const aroundLines = (lines: readonly Contact[], { byId }: Pick<Everybody, 'byId'>): Labelled[] =>
  lines.flatMap((line) => [line, ...[byId.get(line.personId) ?? []].flat()])

export const show: Actions['show'] = async ({ id }, act) => {
  const known = await knownTo(act, { about: () => [id] })
  const person = personOf(known, id)
  if ('refused' in person) return person
  const lines = known.linesOf.get(id) ?? []
  act.looked([...toldWith(person, known), ...lines])
  const today = todayOf(act)
  return {
    person: personView(person, known, today),
    lines: lines.map((line) => lineView(line, known.byId, today)),
  }
}
