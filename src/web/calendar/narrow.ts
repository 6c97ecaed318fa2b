import { useSyncExternalStore } from 'react'

const query = '(max-width: 760px)'

/** True where a week of columns does not fit and a list serves better. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      const media = matchMedia(query)
      media.addEventListener('change', changed)
      return () => media.removeEventListener('change', changed)
    },
    () => matchMedia(query).matches,
  )
