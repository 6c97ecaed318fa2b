import { quoted } from '../found.ts'
import type { Plan, PlanItem } from '../plan.ts'
import type { PlanSegment, PlanTrip } from '../segment.ts'
import { itemsOf, segmentsOf } from './segments.ts'

/** Something that a booking hangs on and that is not settled: what it is called, and why it is open. */
export type Unsettled = { readonly title: string; readonly why: string; readonly key: string }

const whyItem = (item: PlanItem): string | null => {
  if (item.kind === 'hold') return 'is only held'
  const open = item.people.filter(
    ({ required, answer }) => required && (answer === 'needs-action' || answer === 'tentative'),
  )
  if (open.length === 0) return null
  const [first] = open
  return open.length === 1 && first
    ? `is not confirmed by ${(first.name ?? first.address).slice(0, 60)}`
    : `is not confirmed by ${open.length} of those who are needed`
}

const whySegment = ({ status, waiting }: PlanSegment): string | null => {
  if (waiting !== null) return `waits for an answer of ${waiting.of.slice(0, 60)}`
  return status === 'requested' ? 'is only asked for' : status === 'intended' ? 'is not booked' : null
}

/** What a segment is for: what it says it needs, and the meetings of its trip that say they need it. */
const purposesOf = (segment: PlanSegment, trip: PlanTrip): readonly string[] => [
  ...segment.dependsOn,
  ...trip.segments
    .filter(({ kind, dependsOn }) => kind === 'meeting' && dependsOn.includes(segment.key))
    .map(({ key }) => key),
]

/** The meetings a booking is for that are not settled yet, and are still to come. */
export const openMeetings = (plan: Plan, segment: PlanSegment, trip: PlanTrip): readonly Unsettled[] => {
  const [items, segments] = [itemsOf(plan), segmentsOf(plan)]
  return [...new Set(purposesOf(segment, trip))].flatMap((key): Unsettled[] => {
    const part = segments.get(key)
    if (part && part.kind !== 'meeting' && part.kind !== 'meal') return []
    const item = items.get(part?.item ?? key)
    if (part?.status === 'cancelled' || item?.cancelled) return []
    if (plan.at !== null && item && item.span.end <= plan.at) return []
    const why = (item && whyItem(item)) ?? (part ? whySegment(part) : null)
    return why === null ? [] : [{ title: quoted(part ?? (item as PlanItem)), why, key }]
  })
}
