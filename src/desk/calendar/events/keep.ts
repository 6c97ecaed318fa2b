import { asInstant, dayOf, type Instant } from '../../../plan/time.ts'
import { utc } from '../../../plan/zone.ts'
import type { Act, Db } from '../../act.ts'
import { deskRow } from '../../journal/queries.ts'
import { type Surroundings, settle } from '../../perform.ts'
import { type Abouts, abouts, homeZone } from '../occurrences/actions.ts'
import { type Horizon, horizonAt, isEnough, leastHorizon, rowsOf } from '../occurrences/model.ts'
import { addRows, desksBehind, dropRows, horizonOf, keepHorizon, pastSpans } from '../occurrences/queries.ts'
import { calendarFileFacts } from '../queries.ts'
import { type KeptEvent, type Part, repeats, type VersionedEvent } from '../series/model.ts'
import { addVersions, allEvents, endVersions } from './queries.ts'

type Keeping = Pick<Act, 'db' | 'desk' | 'at' | 'tz'>

export const nowOf = ({ at }: Pick<Act, 'at'>): Instant => asInstant(at.epochMilliseconds)

/** An event before and after a change; null where it was not there. */
export type Change = { readonly before: VersionedEvent | null; readonly after: KeptEvent }

/**
 * Writes what a change made of events, in one version each, and when they happen. `known`: the calendars, where they are known.
 * Answers the events, and those of them that repeat too often to be kept whole.
 */
export async function keepEvents(
  act: Act,
  changes: readonly Change[],
  known: Abouts | null = null,
): Promise<{ kept: VersionedEvent[]; cut: VersionedEvent[] }> {
  const made = { entry: act.entry, at: act.at }
  const about = known ?? (await abouts(act.db, act.desk.id))
  const addresses = (calendar: string) => about.get(calendar)?.addresses ?? []
  const horizon = await horizonFor(act, addresses)
  const kept = changes.map(({ before, after }) => ({ ...after, version: (before?.version ?? 0) + 1 }))
  await endVersions(
    act.db,
    act.desk.id,
    changes.flatMap(({ before }) => (before ? [before.id] : [])),
    made,
  )
  await addVersions(act.db, act.desk.id, kept, addresses, made)
  return { kept, cut: await makeRows(act, kept, horizon, addresses) }
}

/**
 * Makes the rows of these events anew. Those that are past keep the instants they were lived by, unless their time itself
 * was changed. Answers the events that repeat too often to be kept whole.
 */
export async function keepRows(
  act: Keeping,
  events: readonly VersionedEvent[],
  addresses: (calendar: string) => readonly string[],
): Promise<VersionedEvent[]> {
  const horizon = await horizonFor(act, addresses)
  return makeRows(act, events, horizon, addresses)
}

async function makeRows(
  act: Keeping,
  events: readonly VersionedEvent[],
  horizon: Horizon,
  addresses: (calendar: string) => readonly string[],
  /** Only what was just made for the first time has no rows yet. */
  hasRows = ({ version }: VersionedEvent) => version > 1,
): Promise<VersionedEvent[]> {
  const cut: VersionedEvent[] = []
  for (let from = 0; from < events.length; from += 1000) {
    const batch = events.slice(from, from + 1000)
    const ids = batch.filter(hasRows).map(({ id }) => id)
    const past = await pastSpans(act.db, act.desk.id, ids, act.at)
    await dropRows(act.db, act.desk.id, ids)
    const rows = batch.map((event) => {
      const made = rowsOf(event, horizon, nowOf(act), addresses(event.calendarId))
      if (made.cut) cut.push(event)
      return {
        event: event.id,
        version: event.version,
        calendar: event.calendarId,
        rows: made.rows.map((row) => {
          const lived = past.get(`${event.id} ${row.recurrenceId}`)
          const same = lived && lived.wallStart.slice(0, 19) === row.wallStart && lived.zone === row.zone && row.span
          return same && lived.span.end - lived.span.start === row.span.end - row.span.start
            ? { ...row, span: lived.span }
            : row
        }),
      }
    })
    await addRows(act.db, act.desk.id, rows, act.tz)
  }
  return cut
}

/** The horizon rows are kept for. Where today or the time-zone data has moved on, everything is reckoned again first. */
async function horizonFor(act: Keeping, addresses: (calendar: string) => readonly string[]): Promise<Horizon> {
  const [today, row] = [dayOf(utc.toWall(nowOf(act))), await horizonOf(act.db, act.desk.id)]
  if (row && isEnough(row, today) && row.tz === act.tz) return row
  const next = row && isEnough(row, today) ? row : horizonAt(today)
  await keepHorizon(act.db, act.desk.id, { from: next.from, to: next.to, tz: act.tz })
  if (row) await reckonAgain(act, next, row.tz !== act.tz, addresses)
  return next
}

async function reckonAgain(
  act: Keeping,
  horizon: Horizon,
  zonesChanged: boolean,
  addresses: (calendar: string) => readonly string[],
): Promise<void> {
  for await (const events of allEvents(act.db, act.desk.id, null)) {
    const touched = events.filter((event) => zonesChanged || repeats(event))
    await makeRows(act, touched, horizon, addresses, () => true)
  }
}

/** Brings the rows of a desk up to today and to this Node's time-zone data. Every change does it first. */
export async function refreshRows(act: Keeping): Promise<void> {
  const about = await abouts(act.db, act.desk.id)
  await horizonFor(act, (calendar) => about.get(calendar)?.addresses ?? [])
}

/**
 * The same for desks at which nothing changes; when Equerry starts, and while it runs. Only those that need it are touched:
 * the others, however many, cost one question of the database's owner.
 */
export async function refreshDesks(
  around: Pick<Surroundings, 'db' | 'tz'>,
  owner: Db,
  at: Temporal.Instant,
): Promise<void> {
  const least = leastHorizon(dayOf(utc.toWall(nowOf({ at }))))
  for (const desk of await desksBehind(owner, { ...least, tz: around.tz })) await refreshDesk(around, desk, at)
}

const refreshDesk = (around: Pick<Surroundings, 'db' | 'tz'>, desk: string, at: Temporal.Instant): Promise<void> =>
  around.db.transaction().execute(async (db) => {
    await settle(db, desk, desk)
    const row = await deskRow(db, desk, true)
    if (row) await refreshRows({ db, desk: { ...row, id: desk }, at, tz: around.tz })
  })

/** Events that were changed here: stamped, and what came from a file has its component rewritten where it differs. */
export async function stamped(act: Act, before: KeptEvent | null, after: KeptEvent): Promise<KeptEvent> {
  const fresh = after.parts.filter((part) => !before?.parts.includes(part))
  const timezones = fresh.some(({ text }) => text !== null)
    ? new Map(Object.entries((await calendarFileFacts(act.db, act.desk.id, after.calendarId)).timezones))
    : new Map<string, string>()
  return { ...after, parts: after.parts.map((part) => (fresh.includes(part) ? stamp(act, part, timezones) : part)) }
}

function stamp(act: Act, part: Part, timezones: ReadonlyMap<string, string>): Part {
  const at = asInstant(Math.floor(nowOf(act) / 1000) * 1000)
  const home = homeZone(act.desk)
  const written = { ...part, lastModified: at, dtstamp: at }
  if (part.text === null) return { ...written, sequence: part.sequence + 1 }
  const was = act.format.readPart(part.text, timezones, home)
  return { ...written, text: was ? act.format.rewrite(part.text, was, written, home) : null }
}
