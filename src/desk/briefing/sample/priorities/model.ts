import type * as z from 'zod'
import type { priorityAdd } from '../../../partnership/priorities/model.ts'
import { periodOf } from '../../../partnership/priorities/periods/model.ts'

export type SamplePriority = z.input<typeof priorityAdd>

const quarterly = [
  {
    title: 'The board of Harbour & Vale',
    meant: 20,
    rules: [
      { words: ['Harbour & Vale', 'board papers', 'audit committee'] },
      { goals: ['A board that has read everything before it meets'] },
    ],
  },
  { title: 'A budget that holds', meant: 15, rules: [{ words: ['budget round'] }] },
  { title: 'Somebody to lead operations', meant: 5, rules: [{ kinds: ['interview'] }] },
]
const yearly = [
  { title: 'Renewals that are signed', meant: 10, rules: [{ words: ['Meridian Glass', 'Tallow Foods'] }] },
]
const weekly = [{ title: 'A board that is ready', rules: [{ words: ['board'] }] }]

/** What comes first for the invented executive, in every quarter and year that last week and this one lie in. */
export const prioritiesFor = (today: Temporal.PlainDate): readonly SamplePriority[] => {
  const days = [today.subtract({ days: 7 }), today]
  const each = (horizon: SamplePriority['horizon'], drafts: readonly Omit<SamplePriority, 'horizon' | 'on'>[]) =>
    [...new Set(days.map((on) => periodOf(horizon, on).from.toString()))].flatMap((on) =>
      drafts.map((draft): SamplePriority => ({ ...draft, horizon, on })),
    )
  return [...each('quarter', quarterly), ...each('year', yearly), ...each('week', weekly)]
}
