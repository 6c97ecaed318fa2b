import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useChange } from '../change.ts'
import { desk, refusalOf } from '../client.ts'
import type { Decision } from './draft.ts'
import { chosenWords, firstName } from './words.ts'

/** Long enough for a thumb that taps twice, or is on its way as the brief changes, not to answer what nobody read. */
const stillMs = 250

/**
 * Everything a reader may do about a question that is open. `onGone` is called once it waits for them no more. A no
 * because something has moved on reads what is there again. `changes` counts how often the brief was seen to change.
 */
export function useAnswering(decision: Decision, changes: number, onGone: () => void) {
  const read = useQueryClient()
  const isStill = useStill(changes)
  const { id, version, askedBy } = decision
  const answered = useChange(desk.decision.answer, { said: ({ decision: one }) => chosenWords(one), onDone: onGone })
  const left = useChange(desk.decision.leave, { said: `${firstName(askedBy.name)} decides`, onDone: onGone })
  const withdrawn = useChange(desk.decision.withdraw, { said: 'The question is taken back', onDone: onGone })
  const onError = (error: unknown) => {
    if (refusalOf(error)?.why === 'moved-on') void read.invalidateQueries()
  }
  return {
    answer: (option: number | null) => isStill() || answered.mutate({ id, version, option }, { onError }),
    leave: () => isStill() || left.mutate({ id, version }, { onError }),
    withdraw: () => withdrawn.mutate({ id }, { onError }),
    busy: answered.isPending || left.isPending,
    error: answered.error ?? left.error ?? withdrawn.error,
  }
}

/** Nothing shows it: who taps once never meets it. */
function useStill(changes: number): () => boolean {
  const readFor = useRef(-1)
  useEffect(() => {
    const timer = setTimeout(() => {
      readFor.current = changes
    }, stillMs)
    return () => clearTimeout(timer)
  }, [changes])
  return () => readFor.current !== changes
}
