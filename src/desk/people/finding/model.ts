import { type Weekday, weekdays } from '../../../plan/time.ts'
import { type Assists, folded, knownBy, type Person } from '../model.ts'
import { noWords } from '../words.ts'

/** Who is meant; `doubt` says why nobody is taken though somebody fits, and names those who do: `among`. */
export type Found = { readonly person: Person | null; readonly doubt: string | null; readonly among: readonly Person[] }

const nobody: Found = { person: null, doubt: null, among: [] }
const one = (person: Person | undefined): Found => (person ? { ...nobody, person } : nobody)

/** Names more than once, told apart by address. */
const told = ({ name, addresses }: Person): string => (addresses[0] === undefined ? name : `${name} (${addresses[0]})`)

/** Somebody by their address, and by name where one only has that. Two who fit are never one of them. */
export function personFor(people: readonly Person[], who: { name: string | null; address: string | null }): Found {
  const address = who.address?.toLowerCase() ?? ''
  if (address !== '') {
    const with_ = people.filter(({ addresses }) => addresses.includes(address))
    if (with_.length > 1)
      return {
        person: null,
        doubt: noWords.twice(
          address,
          with_.map(({ name }) => name),
        ),
        among: with_,
      }
    if (with_[0]) return one(with_[0])
  }
  const name = folded(who.name ?? '')
  if (name === '') return nobody
  // Another address than those that are known is somebody else of that name, unless none is known.
  const called = people
    .filter((each) => knownBy(each).includes(name))
    .filter(({ addresses }) => address === '' || addresses.length === 0)
  if (called.length > 1)
    return {
      person: null,
      doubt: `${noWords.namesakes(who.name ?? '', called.length)}: ${called.map(told).join(', ')}`,
      among: called,
    }
  return one(called[0])
}

/** What a letter is about, as far as it says whose turn it is. */
export type Matter = { readonly title: string; readonly kind: string; readonly on: Temporal.PlainDate }

const weekdayOf = (on: Temporal.PlainDate): Weekday => weekdays[on.dayOfWeek - 1] as Weekday

const words = (text: string): string[] => folded(text).match(/[\p{L}\d]+/gu) ?? []
const stem = (word: string): string => word.replace(/(?:es|s)$/, '')

/** Whether a matter is of an area: every word of the area that is not small stands in its title, or is its kind. */
export const isOf = (area: string, { title, kind }: Pick<Matter, 'title' | 'kind'>): boolean => {
  const said = new Set(words(`${title} ${kind}`).map(stem))
  const wanted = words(area).filter((word) => word.length > 2 && !['and', 'the', 'for', 'matters'].includes(word))
  return wanted.length > 0 && wanted.every((word) => said.has(stem(word)))
}

/** Days until it is somebody's turn: 0 today; without days, any day. */
const daysUntil = ({ days }: Assists, on: Temporal.PlainDate): number => {
  if (days.length === 0) return 0
  for (let n = 0; n < 7; n++) if (days.includes(weekdayOf(on.add({ days: n })))) return n
  return 7
}

/**
 * Assistants in the order in which a letter goes to them: whoever does that matter, then whoever does all matters and works
 * soonest. One who does another matter alone is never the first, unless nobody else is there.
 */
export const inTurn = (assistants: readonly Assists[], matter: Matter): Assists[] => {
  const rank = (one: Assists) => (one.area === '' ? 1 : isOf(one.area, matter) ? 0 : 2)
  return [...assistants].sort((a, b) => rank(a) - rank(b) || daysUntil(a, matter.on) - daysUntil(b, matter.on))
}

/** The assistant a letter goes to by itself; null where those there are do other matters. */
export const chosen = (assistants: readonly Assists[], matter: Matter): Assists | null => {
  const first = inTurn(assistants, matter)[0]
  return first && (first.area === '' || isOf(first.area, matter)) ? first : null
}
