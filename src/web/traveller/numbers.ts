import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { ask, desk } from '../client.ts'

export type Numbered = { readonly of: 'paper' | 'loyalty'; readonly id: string }
/** A number that was asked for; it is on the screen and nowhere else, and goes by itself. */
export type Numbers = {
  readonly shown: { readonly id: string; readonly number: string } | null
  readonly error: unknown
  readonly show: (one: Numbered) => void
  readonly hide: () => void
}

const shownMs = 60_000

/** One number at a time, for a minute. It is kept in no cache, and that somebody looked is noted at the desk. */
export function useNumbers(): Numbers {
  const [shown, setShown] = useState<Numbers['shown']>(null)
  const [error, setError] = useState<unknown>(null)
  const hides = useRef<ReturnType<typeof setTimeout>>(undefined)
  const read = useQueryClient()
  const hide = () => {
    clearTimeout(hides.current)
    setShown(null)
  }
  useEffect(() => () => clearTimeout(hides.current), [])
  const show = ({ of, id }: Numbered) => {
    hide()
    const call = of === 'paper' ? desk.paper.number : desk.loyalty.number
    call({ id }).then(
      ({ number }) => {
        setError(null)
        setShown({ id, number })
        hides.current = setTimeout(hide, shownMs)
        void read.invalidateQueries({ queryKey: ask.looked.key() })
      },
      (no: unknown) => setError(no),
    )
  }
  return { shown, error, show, hide }
}
