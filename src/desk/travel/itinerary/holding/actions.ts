import type { Act } from '../../../act.ts'
import { findingsOfTrip } from '../../listing/actions.ts'
import type { Trip } from '../../trips/model.ts'

/** Rules about whether the parts of a trip fit each other; the rest is about papers, deadlines and who sees to what. */
const together: ReadonlySet<string> = new Set([
  'overlap',
  'travel',
  'connection',
  'ride-fits',
  'arrive-in-time',
  'nothing-in-the-air',
  'bed-every-night',
  'as-asked',
  'zone-known',
])

/**
 * What of a trip does not hold together, and nobody has been asked about or lives with, in words: the car that was not moved with
 * the flight is found before anybody is told that all is done.
 */
export const brokenOf = async (act: Act, trip: Trip): Promise<string[]> => {
  const found = await findingsOfTrip(act, trip)
  return found
    .filter(({ state, weight, rule }) => state === 'open' && weight !== 'prefer' && together.has(rule.kind))
    .map(({ words }) => words)
}
