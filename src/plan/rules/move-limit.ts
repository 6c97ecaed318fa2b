import * as z from 'zod'
import { hull } from '../days.ts'
import { findingOf, mostFindings, number, speaksOf, text } from '../found.ts'
import { localOf, type Timed } from '../local.ts'
import type { Invitee } from '../plan.ts'
import { type AnyKind, ruleKind } from '../rule.ts'

const params = z.strictObject({
  moves: z.int().min(0).max(50).describe('How often meetings with one person may be moved'),
})

type Moved = { readonly person: Invitee; readonly timed: Timed[] }

/** Nobody is moved again and again: the moves of all meetings with one person are counted together. */
export const moveLimit: AnyKind = ruleKind<z.infer<typeof params>>({
  kind: 'move-limit',
  title: 'Moved too often',
  says: 'Meetings with one person are not moved again and again',
  params,
  sentence: ({ moves }) =>
    moves === 0
      ? 'Meetings with a person are never moved'
      : `A person is moved ${moves === 1 ? 'once' : `${moves} times`} at most`,
  judge({ moves }, plan, rule) {
    const speaks = speaksOf(rule.scope, plan)
    const people = new Map<string, Moved>()
    for (const timed of localOf(plan).busy) {
      if (timed.item.moves === 0 || !speaks(timed.item)) continue
      const invited = new Map(timed.item.people.map((person) => [person.address, person]))
      for (const person of invited.values()) {
        const moved = people.get(person.address)
        if (moved) moved.timed.push(timed)
        else people.set(person.address, { person, timed: [timed] })
      }
    }
    return [...people.values()]
      .map((moved) => ({ ...moved, times: moved.timed.reduce((n, t) => n + t.item.moves, 0) }))
      .filter(({ times }) => times > moves)
      .slice(0, mostFindings)
      .map(({ person, timed, times }) =>
        findingOf(moveLimit, rule, {
          span: hull(timed),
          items: timed.map((t) => t.item),
          about: person.address,
          code: 'moved',
          values: () => ({ person: person.name ?? person.address, times, moves }),
          badness: times - moves,
        }),
      )
  },
  gathers: (item) => (item.moves === 0 ? [] : item.people.map((person) => person.address)),
  words: (e) =>
    `${text(e, 'person')} was moved ${number(e, 'times') === 1 ? 'once' : `${number(e, 'times')} times`}; ${number(e, 'moves')} is the most`,
})
