import { useEffect, useId, useSyncExternalStore } from 'react'

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
  readonly run: () => void
}

const boards = new Map<string, readonly Verb[]>()
const listeners = new Set<() => void>()
let all: readonly Verb[] = []

function changed() {
  all = [...boards.values()].flat()
  for (const tell of listeners) tell()
}

/** Offers verbs while the component is on screen. What was offered last wins a contested key. */
export function useVerbs(verbs: readonly Verb[]): void {
  const id = useId()
  useEffect(() => {
    boards.set(id, verbs)
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
