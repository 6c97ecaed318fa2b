import { useSyncExternalStore } from 'react'
import type { Cost } from './judging.ts'

/** What the thing under the pointer would cost where it is now. Kept beside React's state: a drag must not draw the whole calendar again. */
export type InAir = { readonly put: (cost: Cost | null) => void; readonly use: () => Cost | null }

export function inAir(): InAir {
  let now: Cost | null = null
  const listeners = new Set<() => void>()
  const listen = (tell: () => void) => {
    listeners.add(tell)
    return () => {
      listeners.delete(tell)
    }
  }
  return {
    put(cost) {
      now = cost
      for (const tell of listeners) tell()
    },
    use: () => useSyncExternalStore(listen, () => now),
  }
}
