import { carried } from './leg.ts'
import type { Reading } from './reading.ts'
import type { Stretch } from './sheet.ts'

const runBy = /operated by|durchgefuhrt von|opere par|operado por|operato da|uitgevoerd door|obslugiwany przez/

/** What stands behind labels that say nothing of a way: when it was booked, what it cost, how it is called. */
export function asideOf(reading: Reading): Stretch[] {
  const aside = reading.said.filter(({ concepts, firm, label }) => {
    if (concepts.some((each) => carried.has(each))) return false
    if (concepts.includes('aside') && runBy.test(reading.sheet.low.slice(label.at, label.end))) return true
    return firm ||
      concepts.some((each) => each === 'aside' || each === 'cancelBy' || each === 'checkInBy' || each === 'duration')
      ? firm || label.starts || concepts.includes('cancelBy') || concepts.includes('checkInBy')
      : false
  })
  const durations = reading.said.filter(({ concepts, label }) => concepts.includes('duration') && label.starts)
  return [...aside, ...durations]
}
