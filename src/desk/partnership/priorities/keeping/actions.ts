import type { Plan } from '../../../../plan/plan.ts'
import type { Span } from '../../../../plan/time.ts'
import type { Act } from '../../../act.ts'
import { memberAddresses } from '../../../calendar/queries.ts'
import type { CalendarItem } from '../../../calendar/views/model.ts'
import { deskRow } from '../../../journal/queries.ts'
import { todayOf } from '../../../rules/judging/actions.ts'
import { eventsChangedSince, spansOf } from './queries.ts'

/** A stretch as it was read, and the entry of the journal it was read at. */
type Kept<T> = { head: number; readonly goesBy: string; readonly read: T }
type Read = { readonly plan: Plan; readonly items: readonly CalendarItem[] }
type Stretch = { readonly first: Temporal.PlainDate; readonly last: Temporal.PlainDate }

/** What became of the calendars since an entry; null where nothing that was read holds. */
type Since = { readonly events: ReadonlySet<string>; readonly spans: readonly Span[] } | null

/** Asked once in an operation, however many stretches it reads. */
const asked = new WeakMap<Act, Map<number, Promise<Since>>>()

function since(act: Act, head: number): Promise<Since> {
  const known = asked.get(act) ?? new Map<number, Promise<Since>>()
  asked.set(act, known)
  const found = known.get(head) ?? sinceRead(act, head)
  known.set(head, found)
  return found
}

async function sinceRead(act: Act, head: number): Promise<Since> {
  const events = await eventsChangedSince(act.db, act.desk.id, head)
  return events && { events: new Set(events), spans: await spansOf(act.db, act.desk.id, events) }
}

/** None of what changed is on it, or was. */
const isUntouched = ({ plan: { window }, items }: Read, { events, spans }: NonNullable<Since>): boolean =>
  !spans.some(({ start, end }) => start < window.end && end >= window.start) &&
  !items.some(({ eventId }) => events.has(eventId))

/** Rows of occurrences reach further than this; beyond it a series says nothing of what it touches. */
const daysFollowed = 500
/** A longer stretch takes too much memory to keep. */
const longestKept = 120
const mostKept = 12

const daysTo = (from: Temporal.PlainDate, to: Temporal.PlainDate): number =>
  from.until(to, { largestUnit: 'days' }).days

const isNear = (act: Act, { first, last }: Stretch): boolean =>
  daysTo(first, todayOf(act)) < daysFollowed && daysTo(todayOf(act), last) < daysFollowed

/** Keeps stretches of the calendar as this process last read them, of all desks the newest few. */
export function keeper<T extends Read>() {
  const kept = new Map<string, Kept<T>>()
  const put = (name: string, one: Kept<T>): T => {
    kept.delete(name)
    kept.set(name, one)
    for (const [oldest] of kept) {
      if (kept.size <= mostKept) break
      kept.delete(oldest)
    }
    return one.read
  }
  /**
   * A stretch as it is: read anew only where something on it changed since it was kept, whoever wrote since. `goesBy`: what else
   * it was read with. Read as the desk itself.
   */
  return async (act: Act, stretch: Stretch, goesBy: string, read: () => Promise<T>): Promise<T> => {
    // What a change has written already is in no number yet.
    if (!act.reads || daysTo(stretch.first, stretch.last) > longestKept) return read()
    const head = (await deskRow(act.db, act.desk.id, false))?.head_number ?? 0
    const { id, zone } = act.desk
    const name = `${id} ${stretch.first} ${stretch.last}`
    const all = JSON.stringify([goesBy, zone, await addresses(act)])
    const before = kept.get(name)
    if (before?.goesBy === all) {
      if (before.head === head) return before.read
      const what = before.head < head && isNear(act, stretch) ? await since(act, before.head) : null
      if (what && isUntouched(before.read, what)) return put(name, { ...before, head })
    }
    return put(name, { head, goesBy: all, read: await read() })
  }
}

const known = new WeakMap<Act, ReturnType<typeof memberAddresses>>()

/** By whose answers an invitation counts as declined. */
function addresses(act: Act) {
  const found = known.get(act) ?? memberAddresses(act.db, act.desk.id)
  known.set(act, found)
  return found
}
