import type { PlanItem } from '../../../../plan/plan.ts'
import type { KeptWork } from '../../../work/tasks/model.ts'
import type { Clause, Priority, standings, Tie } from '../model.ts'

type Of<T> = (thing: T) => boolean

const folded = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase()
const partOfWord = /[\p{L}\p{N}]/u

/** Whether a word stands whole in a text, both folded; a letter or digit beside it makes it part of another. */
function standsIn(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const [left, right] = [[...text.slice(0, at).slice(-2)].at(-1) ?? '', [...text.slice(at + word.length)][0] ?? '']
    if (!partOfWord.test(left) && !partOfWord.test(right)) return true
  }
  return false
}

/** Whether a text has one of these words or phrases, each whole, whatever the case and the spaces between. Asked once a title. */
function hasWords(words: readonly string[]): Of<string> {
  const wanted = words.map(folded)
  const known = new Map<string, boolean>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const title = folded(text)
    const has = wanted.some((word) => standsIn(title, word))
    known.set(text, has)
    return has
  }
}

type Seen = { readonly item: Pick<PlanItem, 'title' | 'kind' | 'people'>; readonly calendarId: string }

/** An occurrence, as far as it matters what it belongs to. */
export type TiedEvent = {
  readonly item: Pick<PlanItem, 'title' | 'kind' | 'people' | 'label' | 'recurrenceId'>
  readonly eventId: string
  readonly calendarId: string
}

function clauseOfEvents({ words, people, kinds, calendars, goals }: Clause): Of<Seen> {
  if (goals.length > 0) return () => false
  const [said, invited] = [words.length > 0 ? hasWords(words) : null, new Set(people)]
  return ({ item, calendarId }) =>
    (!said || said(item.title)) &&
    (people.length === 0 || item.people.some(({ address }) => invited.has(address))) &&
    (kinds.length === 0 || kinds.includes(item.kind)) &&
    (calendars.length === 0 || calendars.includes(calendarId))
}

/** Work has a title and a goal; a rule that names anything else speaks of events. */
function clauseOfWork({ words, people, kinds, calendars, goals }: Clause): Of<Pick<KeptWork, 'terms'>> {
  if (people.length + kinds.length + calendars.length > 0) return () => false
  const [said, served] = [words.length > 0 ? hasWords(words) : null, new Set(goals.map(folded))]
  return ({ terms }) => (!said || said(terms.title)) && (goals.length === 0 || served.has(folded(terms.goal)))
}

const any =
  <T>(tests: readonly Of<T>[]): Of<T> =>
  (thing) =>
    tests.some((test) => test(thing))

/** Whether rules catch an event. */
export const catches = (rules: readonly Clause[]): Of<Seen> => any(rules.map(clauseOfEvents))
/** Whether rules catch a piece of work. */
export const catchesWork = (rules: readonly Clause[]): Of<Pick<KeptWork, 'terms'>> => any(rules.map(clauseOfWork))

/** How a thing stands to each priority of one set, by id, and to which it belongs; null: to none. */
export type Standing = {
  readonly to: string | null
  readonly by: 'hand' | 'rule' | 'nothing'
  readonly of: (priority: string) => (typeof standings)[number]
}

type Hands = ReadonlyMap<string, readonly Tie[]>

const nameOf = (what: Tie['what'], thing: string, recurrenceId: string | null): string =>
  `${what} ${thing} ${recurrenceId ?? ''}`

const handsOf = (ties: readonly Tie[]): Hands =>
  Map.groupBy(ties, ({ what, thing, recurrenceId }) => nameOf(what, thing, recurrenceId))

/** What was said of one occurrence goes before what was said of its series, priority by priority. */
function saidOf(
  hands: Hands,
  what: Tie['what'],
  thing: string,
  recurrenceId: string | null,
): ReadonlyMap<string, boolean> {
  const series = hands.get(nameOf(what, thing, null)) ?? []
  const one = recurrenceId === null ? [] : (hands.get(nameOf(what, thing, recurrenceId)) ?? [])
  // Said of one occurrence to belong elsewhere, it no longer belongs where its series was said to.
  const left = one.some(({ belongs }) => belongs) ? series.filter(({ belongs }) => !belongs) : series
  return new Map([...left, ...one].map(({ priority, belongs }) => [priority, belongs]))
}

function standing(inOrder: readonly Priority[], said: ReadonlyMap<string, boolean>, caught: Of<Priority>): Standing {
  const of = (id: string) => {
    const hand = said.get(id)
    if (hand !== undefined) return hand ? ('hand' as const) : ('not' as const)
    const one = inOrder.find((priority) => priority.id === id)
    return one && caught(one) ? ('rule' as const) : ('none' as const)
  }
  const hand = inOrder.find(({ id }) => said.get(id) === true)
  if (hand) return { to: hand.id, by: 'hand', of }
  const rule = inOrder.find((one) => said.get(one.id) !== false && caught(one))
  return rule ? { to: rule.id, by: 'rule', of } : { to: null, by: 'nothing', of }
}

/** Reads one set of priorities, which are in their order, and what was said by hand: to which of them events and work belong. */
export function belongings(inOrder: readonly Priority[], ties: readonly Tie[]) {
  const ids = new Set(inOrder.map(({ id }) => id))
  const hands = handsOf(ties.filter(({ priority }) => ids.has(priority)))
  const events = new Map(inOrder.map(({ id, terms }) => [id, catches(terms.rules)]))
  const works = new Map(inOrder.map(({ id, terms }) => [id, catchesWork(terms.rules)]))
  return {
    ofEvent: (found: TiedEvent): Standing =>
      standing(
        inOrder,
        saidOf(hands, 'event', found.eventId, found.item.recurrenceId),
        ({ id, terms }) => (found.item.label !== 'private' || terms.readsPrivate) && (events.get(id)?.(found) ?? false),
      ),
    ofWork: (work: Pick<KeptWork, 'id' | 'label' | 'terms'>): Standing =>
      standing(
        inOrder,
        saidOf(hands, 'work', work.id, null),
        ({ id, terms }) => (work.label !== 'private' || terms.readsPrivate) && (works.get(id)?.(work) ?? false),
      ),
  }
}
export type Belongings = ReturnType<typeof belongings>
