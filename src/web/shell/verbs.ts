import { useContext, useEffect, useId, useSyncExternalStore } from 'react'
import { type Deed, mayOf, proposing } from './may.ts'
import { type Me, MeContext } from './me.ts'

/**
 * Something a person can do here. `keys` are alternatives in the browser's names: `n`, `?`, `ArrowLeft`, `mod+k`
 * (Command on a Mac, Control elsewhere). The same list feeds the keys, ⌘K and the `?` sheet, so nothing is listed twice.
 */
export type Verb = {
  readonly id: string
  readonly words: string
  readonly keys?: readonly string[]
  /** Its heading in ⌘K and on the `?` sheet; "On this page" unless told. */
  readonly group?: string
  /** Works inside fields and dialogs too; never for single letters. */
  readonly everywhere?: boolean
  /** Goes on while its key is held down. */
  readonly repeats?: boolean
  /** The operation it leads to: not offered where the desk would refuse it, and saying so where it is only asked for. */
  readonly of?: Deed
  readonly run: () => void
}

const boards = new Map<string, readonly Verb[]>()
const listeners = new Set<() => void>()
let all: readonly Verb[] = []

function changed() {
  all = [...boards.values()].flat()
  for (const tell of listeners) tell()
}

/** Those that whoever is signed in may do or ask for. */
export const allowed = (me: Me | null, verbs: readonly Verb[]): Verb[] =>
  verbs.flatMap((verb) => {
    const may = mayOf(me, verb.of)
    return may === 'no' ? [] : may === 'propose' ? { ...verb, words: `${proposing(verb.words)}${verb.words}` } : verb
  })

/** Offers verbs while the component is on screen. What was offered last wins a contested key. */
export function useVerbs(verbs: readonly Verb[]): void {
  const id = useId()
  const me = useContext(MeContext)
  useEffect(() => {
    boards.set(id, allowed(me, verbs))
    changed()
  })
  useEffect(
    () => () => {
      boards.delete(id)
      changed()
    },
    [id],
  )
}

const listen = (tell: () => void) => {
  listeners.add(tell)
  return () => {
    listeners.delete(tell)
  }
}

export const verbsNow = (): readonly Verb[] => all
export const useAllVerbs = (): readonly Verb[] => useSyncExternalStore(listen, verbsNow)
