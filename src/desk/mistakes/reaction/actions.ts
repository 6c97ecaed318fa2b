import type { Reaction } from '../../act.ts'
import { hideMistakes, labelsOf, mistakes } from '../queries.ts'

/** What becomes private takes the mistakes about it with it. */
export const followLabels: Reaction = async ({ events }, act) => {
  if (events.length === 0) return null
  const changed = new Set(events.map(({ id }) => id))
  const about = (await mistakes(act.db, act.desk.id)).filter(
    ({ items, label }) => label !== 'private' && items.some((item) => changed.has(item)),
  )
  if (about.length === 0) return null
  const labels = await labelsOf(act.db, act.desk.id, [...changed])
  const hidden = about.filter(({ items }) => items.some((item) => labels.get(item) === 'private'))
  if (hidden.length > 0)
    await hideMistakes(
      act.db,
      act.desk.id,
      hidden.map(({ id }) => id),
    )
  return null
}
