import { dayMs } from '../../../plan/time.ts'
import type { Act } from '../../act.ts'
import { closeDoorOf, openDoor } from '../../authority/queries.ts'
import type { Group } from '../group/model.ts'

/** How long an address shows what became of an offer. */
const keptMs = 30 * dayMs

/** Makes the outsider's secret address; one that was made before closes. Only the hash of its token is kept. */
export async function openPage(act: Act, group: Group): Promise<string> {
  await closeDoorOf(act.db, act.desk.id, group.id, act.at)
  const token = act.newToken()
  const last = Math.max(group.expiresAt, ...group.holds.map(({ span }) => span.end))
  const until = Temporal.Instant.fromEpochMilliseconds(last + keptMs)
  const hash = Buffer.from(act.hash(token), 'hex')
  await openDoor(act.db, { hash, way: 'page', desk: act.desk.id, item: group.id, at: act.at, until })
  return `${act.url}/o/${token}`
}
