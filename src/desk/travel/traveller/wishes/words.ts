import type { WishIs } from './model.ts'

/** What a wish is about. */
export const wishTitles: { readonly [is in WishIs]: string } = {
  earliest: 'Leaves no earlier than',
  latest: 'Leaves no later than',
  connection: 'Minimum connection',
  margin: 'Time after landing before what follows',
  seat: 'Seat',
  cabin: 'Cabin',
  hotel: 'Hotel',
  food: 'Food',
  rides: 'Rides',
  'no-nights': 'No flight through the night',
  rest: 'Rest after a night flight',
}
