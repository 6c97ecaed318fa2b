import * as z from 'zod'
import { hull } from '../days.ts'
import { number, text } from '../found.ts'
import type { Timed } from '../local.ts'
import type { Invitee, PlanItem } from '../plan.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import { wallText } from '../text.ts'

const params = z.strictObject({
  moves: z.int().min(0).max(50).describe('How often meetings with one person may be moved'),
})

type Moved = { readonly person: Invitee; readonly timed: Timed[] }

/**
 * Nobody is moved again and again: the moves of all meetings with one person are counted together. A series that was
 * moved as a whole was moved once, however many occurrences say so; one of it that was moved again counts besides.
 */
export const moveLimit: AnyKind = ruleKind<z.infer<typeof params>>({
  kind: 'move-limit',
  title: 'Moved too often',
  says: 'Meetings with one person are not moved again and again',
  params,
  sentence: ({ moves }) =>
    moves === 0
      ? 'Meetings with a person are never moved'
      : `A person is moved ${moves === 1 ? 'once' : `${moves} times`} at most`,
  reach: () => ({ by: 'name', namesOf: peopleMoved }),
  *judge({ moves }, { asked }) {
    for (const { person, timed } of movedPeople(asked)) {
      const times = timesMoved(timed)
      if (times <= moves) continue
      yield {
        span: hull(timed),
        items: timed.map((t) => t.item),
        about: person.address,
        lasting: true,
        code: 'moved',
        values: () => ({ person: person.name ?? person.address, times, moves }),
        badness: times - moves,
      }
    }
  },
  words: (e) =>
    `${text(e, 'person')} was moved ${number(e, 'times') === 1 ? 'once' : `${number(e, 'times')} times`}; ${number(e, 'moves')} is the most`,
})

const peopleMoved = ({ moves, people }: PlanItem): readonly string[] =>
  moves === 0 ? [] : people.map((person) => person.address)

const movedPeople = (asked: readonly Timed[]): Iterable<Moved> => {
  const people = new Map<string, Moved>()
  for (const timed of asked) {
    if (timed.item.moves === 0) continue
    for (const person of timed.item.people) {
      const moved = people.get(person.address)
      if (moved?.timed.at(-1) === timed) continue
      if (moved) moved.timed.push(timed)
      else people.set(person.address, { person, timed: [timed] })
    }
  }
  return people.values()
}

/** Whether an occurrence stands where its series puts it. */
const isAtHome = ({ recurrenceId, wallStart }: PlanItem): boolean => recurrenceId === wallText(wallStart)

const timesMoved = (timed: readonly Timed[]): number => {
  let times = 0
  for (const items of Map.groupBy(
    timed.map((t) => t.item),
    (item) => item.uid,
  ).values()) {
    const together = items.filter(isAtHome).reduce((most, item) => Math.max(most, item.moves), 0)
    times += together
    for (const item of items) if (!isAtHome(item)) times += Math.max(0, item.moves - together)
  }
  return times
}
