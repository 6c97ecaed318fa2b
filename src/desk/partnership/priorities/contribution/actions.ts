import type { Act } from '../../../act.ts'
import { maySee, type Reader } from '../../../calendar/views/model.ts'
import type { Priority } from '../model.ts'
import { mondayOf, type Period, periodsOfWeek, periodWords } from '../periods/model.ts'
import { prioritiesOf } from '../queries.ts'

const named = { year: (words: string) => words, quarter: () => 'This quarter', week: () => 'This week' }

/** What comes first on a day in its week, its quarter and its year, as far as a reader may know. Read as the desk itself. */
async function firstOn(
  act: Act,
  on: Temporal.PlainDate,
  reader: Reader,
): Promise<{ period: Period; first: Priority }[]> {
  const found: { period: Period; first: Priority }[] = []
  for (const period of [...periodsOfWeek(mondayOf(on))].reverse()) {
    const [first] = await prioritiesOf(act.db, act.desk.id, period)
    if (first && maySee(first.label, reader)) found.push({ period, first })
  }
  act.looked(found.map(({ first }) => first))
  return found
}

const line = ({ period, first }: { period: Period; first: Priority }): string =>
  `${named[period.horizon](periodWords(period))}: ${first.terms.title}`

/** What comes first on a day, for its sheet of paper. */
export const firstOnDay = async (act: Act, on: string, reader: Reader): Promise<string[]> => {
  if ((await act.may('priority.list', {})).may !== 'yes') return []
  const found = await act.asDesk(() => firstOn(act, Temporal.PlainDate.from(on), reader))
  act.looked(found.map(({ first }) => first))
  return found.map(line)
}

/** What comes first, for whoever takes over: what gives way when not everything can be done. Read as the desk itself. */
export const prioritiesHanded = async (act: Act, on: Temporal.PlainDate, reader: Reader) =>
  (await firstOn(act, on, reader)).map((one) => ({
    words: `What comes first. ${line(one)}`,
    detail: one.first.terms.meant === null ? '' : `${one.first.terms.meant} % of the hours are meant for it`,
    item: one.first.id,
  }))
