import { zonedText } from '../../../plan/text.ts'
import { asInstant } from '../../../plan/time.ts'
import type { Act } from '../../act.ts'
import { homeZone } from '../../calendar/occurrences/actions.ts'
import { maySee, readerOf } from '../../calendar/views/model.ts'
import type { ActionsFor } from '../../registry.ts'
import type { workContract } from '../contract.ts'
import { closedSince, worksIn } from '../tasks/queries.ts'
import { countedFrom, recordOf } from './count.ts'

/** Counted from what whoever acts may read: a number never tells of what its items would not. */
export const record: ActionsFor<typeof workContract>['work']['record'] = async ({ months }, act) => {
  const to = act.at.toZonedDateTimeISO(act.desk.zone)
  const from = to.subtract({ months }).startOfDay()
  const reader = readerOf(act)
  const works = [
    ...(await closedSince(act.db, act.desk.id, from.toInstant())),
    ...(await worksIn(act.db, act.desk.id, 'open')),
  ].filter(({ label }) => maySee(label, reader))
  const now = act.at.epochMilliseconds
  const counted = works.flatMap((work) => countedFrom(work, now, dateIn(act)))
  return recordOf(counted, { from: from.toPlainDate().toString(), to: to.toPlainDate().toString() })
}

const dateIn = (act: Act) => (at: number) => zonedText(asInstant(at), homeZone(act.desk)).slice(0, 10)
