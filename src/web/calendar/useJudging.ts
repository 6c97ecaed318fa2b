import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { ask } from '../client.ts'
import type { Judging } from './judging.ts'

/** The plan around what is on screen, judged in this browser; null until it has come. What judges it is fetched once it is needed. */
export function useJudging(first: Temporal.PlainDate, days: number): Judging | null {
  const input = {
    from: first.subtract({ days: 8 }).toString(),
    to: first.add({ days: days + 8 }).toString(),
  }
  const { data } = useQuery({ ...ask.plan.show.queryOptions({ input }), placeholderData: keepPreviousData })
  const [judging, setJudging] = useState<Judging | null>(null)
  useEffect(() => {
    let current = true
    if (data)
      void import('./judging.ts').then(({ judgingOf }) => {
        if (current) setJudging(judgingOf(data))
      })
    return () => {
      current = false
    }
  }, [data])
  return judging
}
