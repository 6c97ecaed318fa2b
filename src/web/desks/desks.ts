import { useQuery } from '@tanstack/react-query'
import type { AcrossView, SeatsView, WaitsView } from '../../desk/briefing/across/model.ts'
import { refused } from '../client.ts'

async function asked<T>(path: string, init: RequestInit = {}): Promise<T> {
  const answer = await fetch(path, init)
  const body: unknown = await answer.json().catch(() => null)
  if (!answer.ok) throw refused(answer.status, body)
  return body as T
}

const minute = 60_000

/** Where this person sits, in the order they sat down, and whether they may open another; whatever desk is on screen. */
export const useSeats = () =>
  useQuery({ queryKey: ['desks', 'seats'], queryFn: () => asked<SeatsView>('/api/desks'), staleTime: minute })

/** The seats, where there are several; an empty list for whoever has one. */
export function useDesks(): SeatsView['seats'] {
  const { data } = useSeats()
  return data && data.seats.length > 1 ? data.seats : []
}

/** How much waits at each desk; only asked while there are several. */
export const useWaits = (several: boolean) =>
  useQuery({
    queryKey: ['desks', 'waits'],
    queryFn: () => asked<WaitsView>('/api/desks/waits'),
    enabled: several,
    refetchInterval: minute,
  })

/** A day at every desk as one; today without `on`. */
export const acrossQuery = (on: string | undefined) => ({
  queryKey: ['desks', 'all', on ?? null],
  queryFn: () => asked<AcrossView>(on === undefined ? '/api/all/today' : `/api/all/today?on=${on}`),
  refetchInterval: minute,
})

export type Opening = { readonly role: 'executive' | 'assistant'; readonly executive?: string; readonly zone: string }

/** Opens another desk; the same key opens it once. */
export const openAnother = (said: Opening, key: string) =>
  asked<{ desk: string }>('/api/desks', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(said),
  })
