import type { WorkView } from '../../desk/work/tasks/model.ts'

export type Group = { readonly name: string; readonly works: readonly WorkView[] }

const order = ['Late', 'Today', 'Within a week', 'Later', 'No date'] as const
type Name = (typeof order)[number]

const nameOf = ({ late, due }: WorkView, today: Temporal.PlainDate, zone: string): Name => {
  if (late) return 'Late'
  if (due === null) return 'No date'
  const on = Temporal.ZonedDateTime.from(due).withTimeZone(zone).toPlainDate()
  if (Temporal.PlainDate.compare(on, today) <= 0) return 'Today'
  return Temporal.PlainDate.compare(on, today.add({ days: 7 })) <= 0 ? 'Within a week' : 'Later'
}

/** Work by when it is due, seen from a day: the groups that have any, in order. */
export const groupsOf = (works: readonly WorkView[], today: Temporal.PlainDate, zone: string): Group[] => {
  const byName = Map.groupBy(works, (work) => nameOf(work, today, zone))
  return order.flatMap((name) => (byName.has(name) ? [{ name, works: byName.get(name) ?? [] }] : []))
}

/** "2 of 3": checks that are met; empty where it is held to none. */
export const metWords = ({ checks }: WorkView): string =>
  checks.length === 0 ? '' : `${checks.filter(({ by }) => by !== null).length} of ${checks.length} checks`
