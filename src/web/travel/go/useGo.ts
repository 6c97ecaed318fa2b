import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { desk, statusOfError } from '../../client.ts'
import { nowIn, zoneHere } from '../../clock.ts'
import { forgetPast, forgetTrip, type Kept, keepTrip, keptTrip } from './kept.ts'
import { amissIn } from './next.ts'
import { keepPage } from './offline.ts'

export type Read = Kept & { readonly offline: boolean }

const patienceMs = 8_000

/** From the desk while there is a line, and put by; else as it was kept. A no of the desk is a no, and nothing is kept of it. */
async function read(id: string): Promise<Read> {
  try {
    const { trip, findings } = await desk.trip.show({ id }, { signal: AbortSignal.timeout(patienceMs) })
    const kept = { trip, amiss: amissIn(findings), at: nowIn(zoneHere()).toString({ smallestUnit: 'second' }) }
    await keepTrip(kept)
    return { ...kept, offline: false }
  } catch (error) {
    const status = statusOfError(error)
    if (status !== null && status < 500) {
      await forgetTrip(id)
      throw error
    }
    const kept = await keptTrip(id)
    if (kept === null) throw error
    return { ...kept, offline: true }
  }
}

/** A trip for the phone of its traveller, with the line or without; every minute again, and at once when the line is back. */
export function useGo(id: string) {
  const before = useQuery({ queryKey: ['kept', id], queryFn: () => keptTrip(id), networkMode: 'always', retry: false })
  const live = useQuery({
    queryKey: ['go', id],
    queryFn: () => read(id),
    networkMode: 'always',
    retry: false,
    refetchInterval: ({ state }) => (state.data?.offline ? 15_000 : 60_000),
  })
  const { refetch } = live
  useEffect(() => {
    const again = () => void refetch()
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [refetch])
  const isRead = live.isSuccess
  useEffect(() => {
    if (!isRead) return
    void keepPage().catch(() => null)
    void forgetPast(nowIn(zoneHere()).toPlainDate()).catch(() => null)
  }, [isRead])
  const waiting: Read | undefined = before.data ? { ...before.data, offline: false } : undefined
  return { data: live.data ?? (live.error ? undefined : waiting), error: live.error, again: live.refetch }
}
