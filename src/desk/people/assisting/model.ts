import type { Assists, Person } from '../model.ts'
import { folded } from '../model.ts'
import { noWords, whenWords } from '../words.ts'

export type Wrong = { readonly words: string; readonly path: string; readonly standing: readonly string[] }

type Known = Pick<Person, 'id' | 'name' | 'assistants'>

/** Whether two turns of assisting one person leave open whose turn it is. */
export const clash = (a: Assists, b: Assists): boolean =>
  folded(a.area) === folded(b.area) &&
  (a.days.length === 0 || b.days.length === 0 || a.days.some((day) => b.days.includes(day)))

/** The chain from somebody through assistants back to themselves, by id; null where there is none. */
export function circleFrom(id: string, assistant: string, byId: ReadonlyMap<string, Known>): string[] | null {
  const open: (readonly string[])[] = [[id, assistant]]
  const seen = new Set<string>()
  for (let path = open.pop(); path; path = open.pop()) {
    const last = path.at(-1) as string
    if (last === id) return [...path]
    if (seen.has(last)) continue
    seen.add(last)
    for (const next of byId.get(last)?.assistants ?? []) open.push([...path, next.id])
  }
  return null
}

/** What stands against somebody assisting a person; null: nothing does. */
export function wrongWith(of: Known, turn: Assists, byId: ReadonlyMap<string, Known>): Wrong | null {
  if (turn.id === of.id) return { words: noWords.oneself(of.name), path: 'assistantId', standing: [of.id] }
  const circle = circleFrom(of.id, turn.id, byId)
  if (circle) {
    const names = circle.map((id) => byId.get(id)?.name ?? '')
    return { words: noWords.circle(names), path: 'assistantId', standing: circle.slice(1, -1) }
  }
  const other = of.assistants.find((one) => one.id !== turn.id && clash(one, turn))
  if (!other) return null
  const named = byId.get(other.id)?.name ?? 'Somebody'
  return { words: noWords.both(of.name, named, whenWords(other)), path: 'days', standing: [other.id] }
}

/** The person with this turn, in the place of one the assistant had. */
export const withTurn = <P extends Known>(of: P, turn: Assists): P => ({
  ...of,
  assistants: [...of.assistants.filter(({ id }) => id !== turn.id), turn],
})

export const withoutTurn = <P extends Known>(of: P, assistant: string): P => ({
  ...of,
  assistants: of.assistants.filter(({ id }) => id !== assistant),
})
