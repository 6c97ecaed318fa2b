import type * as z from 'zod'
import type { invitee } from '../../../calendar/model.ts'

/** Who stands in the sample, and where its clocks are. Everybody in it is made up. */

export const london = 'Europe/London'
export const zurich = 'Europe/Zurich'
export const newYork = 'America/New_York'

type Answer = z.infer<typeof invitee>['answer']
export const person = (name: string, at: string, answer: Answer = 'accepted') => ({
  address: `${name.toLowerCase().replaceAll(' ', '.')}@${at}.example`,
  name,
  answer,
  required: true,
})
export const camille = person('Camille Aubry', 'meridian-glass', 'needs-action')
export const laurent = person('Marc Laurent', 'meridian-glass', 'needs-action')
export const priya = person('Priya Anand', 'desk')
export const jonah = person('Jonah Reed', 'desk')
export const marta = person('Marta Silva', 'desk')
export const rosalind = person('Rosalind Meier', 'harbour-vale')
export const keller = person('Anton Keller', 'harbour-vale')
export const harlan = person('Harlan Voss', 'tallow-foods')

export const weekday = (on: Temporal.PlainDate): boolean => on.dayOfWeek <= 5
export const next = (on: Temporal.PlainDate): Temporal.PlainDate => on.add({ days: 1 })
/** The first day from `on` that `fits`. */
export const from = (on: Temporal.PlainDate, fits: (day: Temporal.PlainDate) => boolean): Temporal.PlainDate =>
  fits(on) ? on : from(next(on), fits)
