import { momentText } from '../moment.ts'
import { type Refused, readable, Unreadable } from '../unreadable.ts'
import type { Zone } from '../zone.ts'
import type { Day, IsOver, Planned, Visit, Why } from './day.ts'
import { planDay } from './plan.ts'
import { dayFrom } from './problem.ts'
import { impossibleWords } from './words.ts'

/** What `equerry roadshow` answers; times carry the offset of the problem's zone. */
export type Solution =
  | {
      readonly visits: readonly {
        readonly id: string
        readonly leave: string
        readonly arrive: string
        readonly start: string
        readonly end: string
      }[]
      readonly left: readonly { readonly id: string; readonly why: Why }[]
      readonly value: number
      readonly optimal: boolean
    }
  | {
      readonly impossible: { readonly because: readonly { readonly id: string; readonly words: string }[] }
      /** Time ran out before each of them was shown to be needed. */
      readonly optimal?: false
    }
  | Refused

/** Solves a problem as `equerry roadshow` reads it; what cannot be read, or takes too long, is an answer too. */
export const solve = (problem: unknown, isOver?: IsOver): Solution =>
  readable(() => {
    const { day, zone } = dayFrom(problem)
    return solutionOf(planDay(day, isOver), day, zone)
  })

const solutionOf = (planned: Planned, { start }: Day, zone: Zone): Solution => {
  if (planned === 'unknown')
    throw new Unreadable('No day with everything required was found in the time; there may be one', 'stops', 'too-much')
  if ('impossible' in planned) {
    const because = planned.impossible.map(({ stop, why }) => ({
      id: stop.id,
      words: impossibleWords(stop, why, start.at, zone),
    }))
    return planned.optimal ? { impossible: { because } } : { impossible: { because }, optimal: false }
  }
  return {
    visits: planned.visits.map((visit) => saidVisit(visit, zone)),
    left: planned.left.map(({ stop, why }) => ({ id: stop.id, why })),
    value: planned.value / 1000,
    optimal: planned.optimal,
  }
}

const saidVisit = ({ stop, leaveAt, arriveAt, span }: Visit, zone: Zone) => ({
  id: stop.id,
  leave: momentText(leaveAt, zone),
  arrive: momentText(arriveAt, zone),
  start: momentText(span.start, zone),
  end: momentText(span.end, zone),
})
