import type { Act } from '../../act.ts'
import { type DeskReader, maySeeOfDesk } from '../../calendar/views/model.ts'
import type { KeptWork } from '../tasks/model.ts'
import { worksIn } from '../tasks/queries.ts'
import { dueBy, inFlight, onDay, type WorkLine } from './model.ts'

const openTo = async (act: Act, reader: DeskReader): Promise<KeptWork[]> =>
  (await act.asDesk(() => worksIn(act.db, act.desk.id, 'open'))).filter(({ label }) => maySeeOfDesk(label, reader))

/** What is to be done on a day, for its sheet of paper. */
export const workOnDay = async (act: Act, on: string, reader: DeskReader): Promise<string[]> => {
  const today = act.at.toZonedDateTimeISO(act.desk.zone).toPlainDate().toString()
  const works = await openTo(act, reader)
  const lines = onDay(works, on, today, act.at.epochMilliseconds)
  act.looked(works.filter(({ id }) => lines.some(({ item }) => item === id)))
  return lines.map(({ words, detail }) => (detail === '' ? words : `${words} (${detail})`))
}

/** What is handed over to whoever covers until then: what falls due, and what others are doing. */
export async function workHandedOver(
  act: Act,
  until: Temporal.Instant,
  reader: DeskReader,
): Promise<{ readonly due: WorkLine[]; readonly flight: WorkLine[] }> {
  const works = await openTo(act, reader)
  return { due: dueBy(works, until.epochMilliseconds, act.at.epochMilliseconds), flight: inFlight(works) }
}
