import { type Act, type Labelled, type Refused, refuse } from '../../act.ts'
import type { ActionsFor } from '../../registry.ts'
import type { peopleContract } from '../contract.ts'
import {
  type AssistantView,
  type Assists,
  type Contact,
  type ContactView,
  folded,
  mayKnow,
  type Person,
  type PersonView,
} from '../model.ts'
import { linesAbout, people, peopleCalled } from '../queries.ts'
import { contactWhen, favourWords, noWords, whenWords, worksLines } from '../words.ts'

type Actions = ActionsFor<typeof peopleContract>['person']

export const todayOf = ({ at, desk }: Pick<Act, 'at' | 'desk'>): Temporal.PlainDate =>
  at.toZonedDateTimeISO(desk.zone).toPlainDate()

/** Everybody a reader may know of, and lines about them, the newest first. */
export type Known = {
  readonly people: readonly Person[]
  readonly byId: ReadonlyMap<string, Person>
  readonly lines: readonly Contact[]
  /** Lines by whom they are about, and by whose assistant somebody is, whom they assist. */
  readonly linesOf: ReadonlyMap<string, readonly Contact[]>
  readonly assisting: ReadonlyMap<string, readonly { readonly of: Person; readonly turn: Assists }[]>
}

type Asked = {
  /** As whoever acts may know it; read as the desk, as the reader who is meant may. */
  readonly sees?: (label: Person['label']) => boolean
  /** Lines about whom; everybody unless told. */
  readonly about?: (people: readonly Person[]) => readonly string[]
  /** Only those who are known by one of these, and whoever assists them; everybody unless told. */
  readonly called?: readonly string[]
}

export async function knownTo(act: Act, { sees, about, called }: Asked = {}): Promise<Known> {
  const isSeen = sees ?? ((label) => mayKnow(label, act.member))
  const everyone = called ? peopleCalled(act.db, act.desk.id, called) : people(act.db, act.desk.id)
  const here = (await everyone).filter(({ label }) => isSeen(label))
  const byId = new Map(here.map((one) => [one.id, one]))
  const found = await linesAbout(act.db, act.desk.id, about ? about(here) : null)
  const lines = found.filter(({ label, personId }) => byId.has(personId) && isSeen(label))
  const turns = here.flatMap((of) => of.assistants.map((turn) => ({ of, turn })))
  return {
    people: here,
    byId,
    lines,
    linesOf: Map.groupBy(lines, ({ personId }) => personId),
    assisting: Map.groupBy(turns, ({ turn }) => turn.id),
  }
}

export const noPerson = refuse('not-there', noWords.gone, [], 'id')

/** Somebody who is there and whoever acts may know of. */
export const personOf = ({ byId }: Pick<Known, 'byId'>, id: string): Person | Refused => byId.get(id) ?? noPerson

export const lineView = (line: Contact, byId: Known['byId'], today: Temporal.PlainDate): ContactView => ({
  id: line.id,
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

export function personView(person: Person, { byId, linesOf, assisting }: Known, today: Temporal.PlainDate): PersonView {
  const about = linesOf.get(person.id) ?? []
  const { assistants, ...own } = person
  const [last] = about
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
export const toldWith = (person: Person, { byId, linesOf, assisting }: Known): Labelled[] => [
  person,
  ...person.assistants.flatMap(({ id }) => byId.get(id) ?? []),
  ...(assisting.get(person.id) ?? []).map(({ of }) => of),
  ...(linesOf.get(person.id) ?? []).slice(0, 1),
]

/** What somebody is found by: all that is known of them, and of who assists them. */
const searchable = (one: Person, { byId, assisting }: Known): string =>
  folded(
    [
      one.name,
      ...one.names,
      ...one.addresses,
      one.organisation,
      one.ways.helps,
      ...one.assistants.flatMap(({ id, area }) => [byId.get(id)?.name ?? '', byId.get(id)?.addresses[0] ?? '', area]),
      ...(assisting.get(one.id) ?? []).map(({ of }) => of.name),
    ].join('\n'),
  )

const mostFound = 50

/** Lines, and those whose names stand beside them. */
export const aroundLines = (lines: readonly Contact[], { byId }: Pick<Known, 'byId'>): Labelled[] =>
  lines.flatMap((line) => [line, ...[byId.get(line.personId) ?? []].flat()])

/** Of whoever fits the first, by name, with those who assist them. */
const shownOf = (fits: readonly Person[], most: number): ReadonlySet<string> =>
  new Set(fits.slice(0, most).flatMap(({ id, assistants }) => [id, ...assistants.map((turn) => turn.id)]))

type Shown = { readonly known: Known; readonly fits: readonly Person[]; readonly shown: ReadonlySet<string> }

/** Everybody, a piece at a time: of those who are not shown no line is read. */
async function everybody(act: Act, most: number): Promise<Shown & { readonly lines: readonly Contact[] }> {
  const known = await knownTo(act, { about: (all) => [...shownOf(all, most)] })
  return { known, fits: known.people, shown: shownOf(known.people, most), lines: [] }
}

async function searched(act: Act, wanted: readonly string[], most: number) {
  const known = await knownTo(act)
  const has = (words: string) => wanted.every((word) => words.includes(word))
  const lines = known.lines.filter(({ words }) => has(folded(words)))
  const inLines = new Set(lines.map(({ personId }) => personId))
  const fits = known.people.filter((one) => inLines.has(one.id) || has(searchable(one, known)))
  const all = new Set(fits.map(({ id }) => id))
  return { known, fits, shown: new Set([...shownOf(fits, most)].filter((id) => all.has(id))), lines }
}

export const list: Actions['list'] = async ({ text, most }, act) => {
  const today = todayOf(act)
  const wanted = folded(text)
    .split(' ')
    .filter((word) => word !== '')
  const { known, fits, shown, lines } = await (wanted.length === 0 ? everybody(act, most) : searched(act, wanted, most))
  const here = known.people.filter(({ id }) => shown.has(id))
  const said = lines.slice(0, mostFound)
  act.looked([...here.flatMap((one) => toldWith(one, known)), ...aroundLines(said, known)])
  return {
    people: here.map((one) => personView(one, known, today)),
    more: fits.filter(({ id }) => !shown.has(id)).length,
    lines: said.map((line) => lineView(line, known.byId, today)),
    isEmpty: known.people.length === 0,
  }
}

export const show: Actions['show'] = async ({ id }, act) => {
  const known = await knownTo(act)
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
