import { asInstant, dayMs } from '../../../plan/time.ts'
import { type Act, refuse } from '../../act.ts'
import { closeDoorOf, doorOf, openDoor } from '../../authority/queries.ts'
import { deskRow } from '../../journal/queries.ts'
import { type Surroundings, settleBusy } from '../../perform.ts'
import { type ActionsFor, final } from '../../registry.ts'
import type { calendarContract } from '../contract.ts'
import { homeZone } from '../occurrences/actions.ts'
import { timesOfRow } from '../occurrences/model.ts'
import { busyRows } from '../occurrences/queries.ts'
import { addFeed, feedById, feeds, revokeFeed } from './queries.ts'

type Feed = NonNullable<Awaited<ReturnType<typeof feedById>>>

const viewOf = (feed: Feed, act: Pick<Act, 'desk'>) => {
  const told = (at: Temporal.Instant) => at.toZonedDateTimeISO(act.desk.zone).toString({ smallestUnit: 'second' })
  return { id: feed.id, name: feed.name, madeAt: told(feed.madeAt), revokedAt: feed.revokedAt && told(feed.revokedAt) }
}

export const feedActions: ActionsFor<typeof calendarContract>['feed'] = {
  list: async (_, act) => ({ feeds: (await feeds(act.db, act.desk.id)).map((feed) => viewOf(feed, act)) }),
  make: async ({ name }, act) => {
    const [id, token] = [act.newId(), act.newToken()]
    await addFeed(act.db, act.desk.id, id, name, act.at)
    const hash = Buffer.from(act.hash(token), 'hex')
    await openDoor(act.db, { hash, way: 'feed', desk: act.desk.id, item: id, at: act.at, until: null })
    return {
      output: {
        feed: viewOf({ id, name, madeAt: act.at, revokedAt: null }, act),
        address: `${act.url}/feed/${token}.ics`,
      },
      entry: { items: [id], values: { name }, undo: { operation: 'feed.revoke', input: { id } } },
    }
  },
  revoke: async ({ id }, act) => {
    const feed = await feedById(act.db, act.desk.id, id)
    if (!feed) return refuse('not-there', 'There is no such address.', [], 'id')
    if (feed.revokedAt !== null) return refuse('moved-on', 'This address was closed already.', [id])
    await revokeFeed(act.db, act.desk.id, id, act.at)
    await closeDoorOf(act.db, act.desk.id, id, act.at)
    return {
      output: { feed: viewOf({ ...feed, revokedAt: act.at }, act) },
      entry: {
        items: [id],
        values: { name: feed.name },
        undo: final('feed.revoke'),
      },
    }
  },
}

const daysBack = 31
const daysAhead = 366

/**
 * What a secret address shows: when the executive is busy, from a month ago to a year ahead, and nothing else. Read
 * without a member, so that the database itself keeps titles back. Null where the token opens nothing.
 */
export async function busyFeed(
  around: Pick<Surroundings, 'db' | 'hash' | 'format' | 'newToken'>,
  token: string,
  at: Temporal.Instant,
): Promise<string | null> {
  const door = await doorOf(around.db, Buffer.from(around.hash(token), 'hex'), 'feed', at)
  if (!door?.desk) return null
  const desk = door.desk
  const now = at.epochMilliseconds
  const window = { start: asInstant(now - daysBack * dayMs), end: asInstant(now + daysAhead * dayMs) }
  const spans = await around.db.transaction().execute(async (db) => {
    await settleBusy(db, desk)
    const row = await deskRow(db, desk, false)
    const home = homeZone({ zone: row?.zone ?? 'UTC' })
    return (await busyRows(db, desk, window)).map((busy) => timesOfRow(busy, home).span)
  })
  return around.format.writeBusy(spans, () => around.newToken(), asInstant(now))
}
