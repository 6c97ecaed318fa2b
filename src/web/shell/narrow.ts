import { useSyncExternalStore } from 'react'

const narrow = matchMedia('(max-width: 1080px)')
const listen = (tell: () => void) => {
  narrow.addEventListener('change', tell)
  return () => narrow.removeEventListener('change', tell)
}

/** Too narrow for two columns. Order is decided here, not by style sheets, so that readers and keys follow what is seen. */
export const useNarrow = (): boolean => useSyncExternalStore(listen, () => narrow.matches)
