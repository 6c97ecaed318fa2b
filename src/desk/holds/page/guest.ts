import { zoneOf } from '../../../plan/zone.ts'
import type { Db } from '../../act.ts'
import { isRefused, refuse } from '../../act.ts'
import { doorOf } from '../../authority/queries.ts'
import { eventById } from '../../calendar/events/queries.ts'
import { homeZone } from '../../calendar/occurrences/actions.ts'
import { headOf, nothingSaid, occurrenceAt, type Part } from '../../calendar/series/model.ts'
import { deskRow } from '../../journal/queries.ts'
import { perform, type Surroundings, settle } from '../../perform.ts'
import type { Refusal } from '../../refusal.ts'
import { routineOf } from '../../routine.ts'
import { now } from '../keeping/actions.ts'
import { groupById, type Kept } from '../keeping/queries.ts'
import type { PageView, TimeOffered } from '../model.ts'
import { pageOf, unnamed } from './model.ts'

/** Who opened the page, at which instant; `key` makes a change happen once however often it is sent. */
type GuestCall = { readonly token: string; readonly key: string | null; readonly at: Temporal.Instant }
type Writer = { readonly who: string; readonly note: string }
type Answered = { readonly refused: Refusal } | { readonly done: true }

type Opened = { readonly desk: string; readonly groupId: string; readonly member: string }

const nothing = refuse('not-there', 'This address opens nothing any more.')

/** What a token opens; null for one that is wrong, closed or too old. */
async function opened(around: Surroundings, token: string, at: Temporal.Instant): Promise<Opened | null> {
  const door = await doorOf(around.db, Buffer.from(around.hash(token), 'hex'), 'page', at)
  if (!door?.desk || !door.item) return null
  return { desk: door.desk, groupId: door.item, member: await routineOf(around, door.desk) }
}

type Seen = { readonly group: Kept; readonly zone: string; readonly db: Db }

/** Looks at the one offer behind an address, and at nothing else. */
const look = <T>(
  around: Surroundings,
  { desk, member, groupId }: Opened,
  see: (seen: Seen) => Promise<T>,
): Promise<T | null> =>
  around.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (db) => {
      await settle(db, desk, member)
      const [row, group] = [await deskRow(db, desk, false), await groupById(db, desk, groupId)]
      return row && group ? see({ group, zone: row.zone, db }) : null
    })

async function answer(
  around: Surroundings,
  { token, key, at }: GuestCall,
  operation: string,
  input: object,
  /** Stands in the way only of what is done already: pressed twice or from another window, that is what was wanted. */
  done: string | null,
): Promise<Answered> {
  const door = await opened(around, token, at)
  if (!door) return nothing
  const call = { desk: door.desk, member: door.member, door: 'guest', key: key && `${token} ${key}`, at } as const
  const answered = await perform(around, operation, { groupId: door.groupId, ...input }, call)
  if (!isRefused(answered)) return { done: true }
  const { why, words, path, standing } = answered.refused
  if (standing.includes(done ?? door.groupId)) return { done: true }
  return { refused: { why, words, standing: [], ...(path === undefined ? {} : { path }) } }
}

/**
 * What the desk does for somebody with an address and no account: performed as the desk's own member, through the door
 * "guest". They see what they were offered, and of what is in the way only that a time is gone.
 */
export const guestOf = (around: Surroundings) => ({
  show: async (token: string, zone: string | null, at: Temporal.Instant): Promise<PageView | null> => {
    const door = await opened(around, token, at)
    const chosen = zone !== null && zoneOf(zone) ? zone : null
    return (
      door &&
      look(around, door, async ({ group, zone, db }) => ({
        ...pageOf(
          (await around.showing(db, door.desk, group)) ? group : unnamed(group),
          { zone, at: now({ at }) },
          chosen,
        ),
        absence: await around.absence(db, door.desk, [group.terms.by, group.terms.behalf], at),
      }))
    )
  },
  /** That a time is taken is known by its being taken: it needs no key. */
  take: (call: GuestCall, holdId: string, writer: Writer): Promise<Answered> =>
    answer(around, { ...call, key: null }, 'hold.take', { holdId, ...writer }, holdId),
  none: (call: GuestCall, writer: Writer): Promise<Answered> =>
    answer(around, { ...call, key: null }, 'hold.decline', writer, null),
  propose: (call: GuestCall, times: readonly TimeOffered[], writer: Writer): Promise<Answered> =>
    answer(around, call, 'hold.propose', { times, ...writer }, null),
  /** The taken time as an iCalendar file with nothing in it but what was offered; null where none is taken. */
  file: async (token: string, at: Temporal.Instant): Promise<string | null> => {
    const door = await opened(around, token, at)
    return door && look(around, door, (seen) => fileOf(around, door.desk, seen))
  },
})

async function fileOf(around: Surroundings, desk: string, { group, zone, db }: Seen): Promise<string | null> {
  const id = group.state === 'taken' ? (group.eventId ?? group.holds.find(({ state }) => state === 'taken')?.id) : null
  const event = id ? await eventById(db, desk, id) : undefined
  if (!event) return null
  const home = homeZone({ zone })
  const whole = group.recurrenceId === null ? headOf(event) : occurrenceAt(event, group.recurrenceId, home)?.part
  if (!whole) return null
  const component = around.format.write(told(whole as Part, group), home)
  return around.format.writeFile({ name: '', home: zone, components: [component], timezones: new Map() })
}

/** Of a meeting only its time and what they were told of it. */
const told = (part: Part, { terms }: Kept): Part => ({
  ...part,
  ...nothingSaid,
  title: terms.meeting.title,
  place: terms.meeting.place === null ? null : { name: terms.meeting.place, geo: null },
  link: terms.meeting.link,
  notes: '',
  organizer: null,
  people: [],
  label: null,
  categories: [],
  kept: [],
  rrules: [],
  rdates: [],
  exdates: [],
})
