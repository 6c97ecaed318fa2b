import type { Label } from '../plan.ts'
import type { Span } from '../time.ts'
import type { Asked } from './ask.ts'
import { takenOf } from './calendar.ts'
import { placeIn } from './grid.ts'

const strictness: Readonly<Record<Label, number>> = { open: 0, desk: 1, private: 2 }

export const strictest = (a: Label, b: Label): Label => (strictness[b] > strictness[a] ? b : a)

/** The strictest label of what takes somebody's time between two instants. */
export const labelBetween = (person: Asked, { start, end }: Span): Label => {
  if (!person.plan) return person.label ?? 'open'
  const { columns, itemOf } = takenOf(person)
  let label: Label = 'open'
  for (let i = placeIn(columns.start, end) - 1; i >= 0 && (columns.latest[i] as number) > start; i--)
    if ((columns.end[i] as number) > start) label = strictest(label, itemOf(i).label)
  return label
}
