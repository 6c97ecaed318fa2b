import type { TripDraft } from '../../../model.ts'
import type { Proposal } from '../../../reading/model.ts'
import { isAtOnePlace } from '../../filling/model.ts'

const titleOf = (cities: readonly string[]): string | undefined =>
  cities.length === 0
    ? undefined
    : cities.length === 1
      ? cities[0]
      : `${cities.slice(0, -1).join(', ')} and ${cities.at(-1)}`

/** What a trip made of these parts could be called and when it is; only of what they say. */
export function tripFor(
  proposals: readonly Proposal[],
): Partial<Pick<TripDraft, 'title' | 'from' | 'until' | 'travellers' | 'cities'>> {
  const days = proposals
    .flatMap(({ fields }) => [fields.starts?.value, fields.ends?.value])
    .filter((one) => one !== undefined)
    .map((one) => one.slice(0, 10))
    .sort()
  const began = proposals.find((one) => !isAtOnePlace(one))?.fields.from?.value
  const places = proposals.flatMap((one) => (isAtOnePlace(one) ? [] : (one.fields.to?.value ?? [])))
  const cities = [...new Set(places.filter((place) => place !== began))]
  const title = titleOf(cities) ?? proposals.find(isAtOnePlace)?.fields.place?.value
  const [from, until] = [days[0], days.at(-1)]
  return {
    ...(title !== undefined && { title: title.slice(0, 200) }),
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    ...(cities.length > 0 && { cities: cities.map((city) => city.slice(0, 120)).slice(0, 30) }),
  }
}
