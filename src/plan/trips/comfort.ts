/** What somebody may wish of a flight, from the plainest cabin to the best. */
export const cabins = ['economy', 'premium economy', 'business', 'first'] as const
export const seats = ['window', 'aisle', 'front', 'exit row'] as const
