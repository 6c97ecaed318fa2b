import { useNavigate } from '@tanstack/react-router'
import { useVerbs } from '../shell/verbs.ts'
import { useTripsHere } from './open.ts'

/** Every trip ahead and under way by its name, for ⌘K on any page. */
export function TripVerbs() {
  const navigate = useNavigate()
  const trips = useTripsHere().data?.trips ?? []
  useVerbs(
    trips.map(({ id, title }) => ({
      id: `trip ${id}`,
      words: `Open the trip ${title}`,
      group: 'Travel',
      run: () => void navigate({ to: '/travel/$tripId', params: { tripId: id } }),
    })),
  )
  return null
}
