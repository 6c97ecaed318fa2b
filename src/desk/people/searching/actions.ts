import type { Act } from '../../act.ts'
import type { ActionsFor } from '../../registry.ts'
import type { peopleContract } from '../contract.ts'
import { type Contact, folded, type Person } from '../model.ts'
import { digestsOf, linesPerhapsWith } from '../queries.ts'
import {
  aroundLines,
  type Everybody,
  everybody,
  lineView,
  personView,
  type Shown,
  seenBy,
  todayOf,
  toldWith,
} from '../showing/actions.ts'

type Actions = ActionsFor<typeof peopleContract>['person']

/** What somebody is found by: all that is known of them, and of who assists them. */
const searchable = (one: Person, { byId, assisting }: Everybody): string =>
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

/** Of whoever fits the first, by name, with those who assist them. */
const shownOf = (fits: readonly Person[], most: number): ReadonlySet<string> =>
  new Set(fits.slice(0, most).flatMap(({ id, assistants }) => [id, ...assistants.map((turn) => turn.id)]))

type Found = {
  readonly fits: readonly Person[]
  readonly shown: ReadonlySet<string>
  readonly lines: readonly Contact[]
}

/** Those in whom, or in a line about whom, there are all of these words. */
async function searched(act: Act, all: Everybody, wanted: readonly string[], most: number): Promise<Found> {
  const has = (words: string) => wanted.every((word) => words.includes(word))
  const isSeen = seenBy(act)
  const lines = (await linesPerhapsWith(act.db, act.desk.id, wanted)).filter(
    ({ words, label, personId }) => all.byId.has(personId) && isSeen(label) && has(folded(words)),
  )
  const inLines = new Set(lines.map(({ personId }) => personId))
  const fits = all.people.filter((one) => inLines.has(one.id) || has(searchable(one, all)))
  const ids = new Set(fits.map(({ id }) => id))
  return { fits, shown: new Set([...shownOf(fits, most)].filter((id) => ids.has(id))), lines }
}

const labels = ['open', 'desk', 'private'] as const

/** What lines about those who are shown come to; of everybody else none is read. */
async function withDigests(act: Act, all: Everybody, shown: ReadonlySet<string>): Promise<Shown> {
  const found = await digestsOf(act.db, act.desk.id, [...shown], labels.filter(seenBy(act)))
  return { ...all, digestOf: (id) => found.get(id) ?? { last: null, of: {} } }
}

export const list: Actions['list'] = async ({ text, most }, act) => {
  const today = todayOf(act)
  const wanted = folded(text)
    .split(' ')
    .filter((word) => word !== '')
  const all = await everybody(act)
  const { fits, shown, lines } =
    wanted.length === 0
      ? { fits: all.people, shown: shownOf(all.people, most), lines: [] }
      : await searched(act, all, wanted, most)
  const known = await withDigests(act, all, shown)
  const here = all.people.filter(({ id }) => shown.has(id))
  const said = lines.slice(0, mostFound)
  act.looked([...here.flatMap((one) => toldWith(one, known)), ...aroundLines(said, known)])
  return {
    people: here.map((one) => personView(one, known, today)),
    more: fits.filter(({ id }) => !shown.has(id)).length,
    lines: said.map((line) => lineView(line, known.byId, today)),
    isEmpty: all.people.length === 0,
  }
}
