import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { MistakeView } from '../../desk/mistakes/model.ts'
import { refusalOf } from '../client.ts'

type Words = Readonly<Record<string, string>>

/**
 * Words that are being changed here, and may be changed by somebody else meanwhile. They are saved against the version that
 * was read, so that nothing of theirs is written over unseen; what else changed of the mistake does not count.
 */
export function useMeanwhile<T extends Words>(mistake: MistakeView, wordsOf: (of: MistakeView) => T) {
  const [read, setRead] = useState(mistake)
  const again = useQueryClient()
  const [was, is] = [wordsOf(read), wordsOf(mistake)]
  const changed = Object.keys(is).filter((name) => was[name] !== is[name])
  return {
    version: changed.length === 0 ? mistake.version : read.version,
    /** A form that heard nothing of it reads it when it is told no. */
    onError: (wrong: unknown) => {
      if (refusalOf(wrong)?.why === 'moved-on') void again.invalidateQueries()
    },
    /** What somebody else wrote since it was opened. */
    theirs: changed.map((name) => is[name] ?? ''),
    /** Theirs, except where something else was written here; from then on theirs is what was read. */
    bringIn: (mine: T): T => {
      setRead(mistake)
      const parts = Object.keys(is).map((name) => [name, mine[name] === was[name] ? is[name] : mine[name]])
      return { ...mine, ...Object.fromEntries(parts) }
    },
  }
}
