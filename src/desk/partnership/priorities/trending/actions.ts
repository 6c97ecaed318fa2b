import { shareOf } from '../../../../plan/lived.ts'
import type { Act } from '../../../act.ts'
import { maySee, readerOf } from '../../../calendar/views/model.ts'
import type { ActionsFor } from '../../../registry.ts'
import { todayOf } from '../../../rules/judging/actions.ts'
import type { prioritiesContract } from '../contract.ts'
import { type Counted, type PrioritySet, setIn, weeksFrom } from '../counting/actions.ts'
import { spentOn } from '../counting/model.ts'
import { mondaysIn, periodOf, periodWords, weekWords } from '../periods/model.ts'
import { trendWords } from '../words.ts'

type Actions = ActionsFor<typeof prioritiesContract>['priority']
type Week = Counted & { readonly monday: Temporal.PlainDate; readonly isPast: boolean }

/** A year is read in quarters, each of which is kept: what changed in one leaves the others as they are. */
const weeksAtOnce = 14

async function weeksOf(act: Act, set: PrioritySet, mondays: readonly Temporal.PlainDate[]): Promise<Week[]> {
  const found: Week[] = []
  for (let from = 0; from < mondays.length; from += weeksAtOnce) {
    const part = mondays.slice(from, from + weeksAtOnce)
    const [first, last] = [part[0], part.at(-1)]
    if (!first || !last) continue
    const weeks = await weeksFrom(act, first, last)
    for (const monday of part) {
      const isPast = weeks.spanOf(monday).end <= act.at.epochMilliseconds
      found.push({ monday, isPast, ...weeks.count(set, monday) })
    }
  }
  return found
}

/** What each priority of a year or a quarter got, week by week. */
export const trend: Actions['trend'] = async ({ horizon, on }, act) => {
  const [reader, today] = [readerOf(act), todayOf(act)]
  const period = periodOf(horizon, Temporal.PlainDate.from(on))
  return act.asDesk(async () => {
    const set = await setIn(act, period)
    const weeks = await weeksOf(act, set, mondaysIn(period))
    const seen = set.priorities.filter(({ label }) => maySee(label, reader))
    act.looked(seen)
    return {
      words: periodWords(period),
      weeks: weeks.map(({ monday, isPast, lived }) => ({
        from: monday.toString(),
        words: weekWords(monday, today),
        isPast,
        isKnown: lived.isKnown,
      })),
      priorities: seen.map(({ id, terms }) => {
        const shares = weeks.map(({ lived, placeOf }) => shareOf(lived, spentOn(lived, placeOf(id)).ms))
        // What is planned got nothing yet.
        const past = shares.filter((_, n) => weeks[n]?.isPast)
        return { id, title: terms.title, meant: terms.meant, shares, words: trendWords(terms.title, past) }
      }),
    }
  })
}
