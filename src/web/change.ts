import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { type CallContext, desk } from './client.ts'
import { wordsOf } from './parts/Refused.tsx'
import { tell } from './shell/toasts.tsx'

type Did = { did: { entry: string; undo: boolean } }
type Calls<I, O> = (input: I, options: { context: CallContext }) => Promise<O>

type Done = { readonly words: string; readonly undo: () => void }

/** What was done here and can be taken back, the last last; `mod+z` and ⌘K take it back step by step. */
const done: Done[] = []
const mostKept = 50
export const lastDone = (): Done | null => done.at(-1) ?? null

/**
 * One operation that changes something: `useChange(desk.finding.accept, { said: 'Accepted' })`.
 * A repeated try of the same input carries the same idempotency key, so a lost answer never does a thing twice. After
 * a yes everything on screen is read again, and a message says what was done with Undo where the desk can.
 * A no stays in `error` for `<Refused>`, or becomes a message with `loud`.
 */
export function useChange<I, O extends Did>(
  call: Calls<I, O>,
  options: { said?: string | ((answer: O) => string); onDone?: (answer: O) => void; loud?: boolean } = {},
) {
  const read = useQueryClient()
  const tried = useRef({ input: '', key: '' })
  return useMutation({
    mutationFn: (input: I) => {
      const text = JSON.stringify(input)
      if (tried.current.input !== text) tried.current = { input: text, key: crypto.randomUUID() }
      return call(input, { context: { key: tried.current.key } })
    },
    onSuccess: async (answer) => {
      tried.current = { input: '', key: '' }
      const proposed = proposal(answer)
      const said = typeof options.said === 'function' && !proposed ? options.said(answer) : options.said
      if (proposed) tell(proposed)
      else if (typeof said === 'string') report(said, answer, read.invalidateQueries.bind(read))
      if (!proposed) options.onDone?.(answer)
      await read.invalidateQueries()
    },
    onError: (error) => {
      if (options.loud) tell(wordsOf(error))
    },
  })
}

/** 202: not done, waiting for a yes. */
function proposal(answer: object): string | null {
  if (!('proposed' in answer)) return null
  const proposed = answer.proposed
  return typeof proposed === 'object' && proposed !== null && 'words' in proposed ? String(proposed.words) : 'Proposed'
}

function report(words: string, answer: Did, readAgain: () => Promise<void>): void {
  if (!answer.did.undo) {
    tell(words)
    return
  }
  const undo = () => {
    close()
    const place = done.findIndex((one) => one.undo === undo)
    if (place !== -1) done.splice(place, 1)
    desk.journal
      .undo({ entry: answer.did.entry }, { context: { key: `undo-${answer.did.entry}` } })
      .then(
        (undone) => tell(undone.words),
        (error: unknown) => tell(wordsOf(error)),
      )
      .then(readAgain)
  }
  done.push({ words, undo })
  if (done.length > mostKept) done.shift()
  const close = tell(words, undo)
}
