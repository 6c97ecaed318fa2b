import type { Act } from '../../../act.ts'
import { tripsBetween } from '../../queries.ts'
import { mayKnow } from '../../showing/actions.ts'
import type { Trip } from '../../trips/model.ts'
import type { Paper } from '../model.ts'
import { besideTripWords } from '../words.ts'

/** So long after the return most countries want a paper to be good. */
const wantedMonths = 6
const lastDay = '9000-12-31'

const travels = ({ terms: { travellers } }: Trip, personId: string | null): boolean =>
  travellers.some((one) => (personId === null ? one.executive : one.personId === personId))

/**
 * How soon after a journey a paper expires, for the first trip ahead of its traveller after which it is not good for six months:
 * "four months after “Zurich”"; '' where there is none that whoever reads may know of.
 */
export async function besideTrips(act: Act, today: Temporal.PlainDate): Promise<(paper: Paper) => string> {
  const days = { first: today.toString(), last: lastDay }
  const ahead = (await tripsBetween(act.db, act.desk.id, days, null)).filter(
    (trip) => trip.terms.cancelled === null && mayKnow(act, trip),
  )
  return ({ until, personId }) => {
    if (until === null) return ''
    const trip = ahead.find(
      (one) =>
        travels(one, personId) &&
        Temporal.PlainDate.compare(until, Temporal.PlainDate.from(one.lastOn).add({ months: wantedMonths })) < 0,
    )
    if (trip) act.looked([trip])
    return besideTripWords(until, trip ? { title: trip.terms.title, last: trip.lastOn } : null)
  }
}
