import { useQuery } from '@tanstack/react-query'
import { ask } from '../client.ts'
import { opens } from '../pages.ts'
import { useMe } from '../shell/me.ts'

const reads = { reads: 'travel' } as const

/** Trips ahead and under way. */
export const useTrips = () =>
  useQuery({ ...ask.trip.list.queryOptions({ input: {} }), refetchInterval: 60_000, retry: false })

/** The same on any page, where whoever looks may read of them. */
export function useTripsHere() {
  const { member } = useMe()
  return useQuery({
    ...ask.trip.list.queryOptions({ input: {} }),
    refetchInterval: 60_000,
    retry: false,
    enabled: opens(reads, member),
  })
}

/** How many things about trips need somebody: open points, and what does not fit. What waits for an answer waits for others. */
export function useTravelCount(): number {
  const { data } = useTripsHere()
  return (data?.trips ?? []).reduce((sum, { openPoints, findings }) => sum + openPoints + findings, 0)
}

const opened = new EventTarget()
let isWaiting = false

/** Opens the form that plans a trip, on the page of travel, which may only now be coming up. */
export const openPlanTrip = (): void => {
  isWaiting = true
  opened.dispatchEvent(new Event('open'))
}

/** Whether somebody asked for it; once. */
export const takePlanTrip = (): boolean => {
  const was = isWaiting
  isWaiting = false
  return was
}

export const onPlanTrip = (open: () => void): (() => void) => {
  opened.addEventListener('open', open)
  return () => opened.removeEventListener('open', open)
}
