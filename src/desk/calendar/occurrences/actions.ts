import { occurrencesOf } from '../../../plan/occurrences.ts'
import type { Plan, PlanItem, TravelMinutes, Whereabouts } from '../../../plan/plan.ts'
import { asInstant, dayMs, type Span } from '../../../plan/time.ts'
import { whereaboutsOf } from '../../../plan/whereabouts.ts'
import { utc, type Zone, zoneOf } from '../../../plan/zone.ts'
import type { Act, Db } from '../../act.ts'
import { deskAsOf } from '../../authority/queries.ts'
import { eventsAround, type Read } from '../events/queries.ts'
import { homeDomains } from '../kind/model.ts'
import { folded, minutesKnown, type PlaceRow, places } from '../places/queries.ts'
import { type CalendarRow, calendars, memberAddresses } from '../queries.ts'
import { type Part, partFrom, seriesOf } from '../series/model.ts'
import { type About, type CalendarItem, calendarItem } from '../views/model.ts'
import { spanOfHorizon, timesOfRow } from './model.ts'
import { type Found, horizonOf, journeysBefore, rowsIn } from './queries.ts'

export type Desk = Omit<Act['desk'], 'country'>

export type Asked = {
  readonly window: Span
  /** The instant the plan is seen from; rules about notice need it. */
  readonly at?: Temporal.Instant | null
  /** The plan as it stood then. */
  readonly asOf?: Temporal.Instant | null
}

export type Built = {
  readonly plan: Plan
  /** The plan's items and where they come from, in its order. */
  readonly items: readonly CalendarItem[]
}

export const homeZone = (desk: Pick<Desk, 'zone'>): Zone => zoneOf(desk.zone) ?? utc

/** Each calendar, with what it lends its items. */
export type Abouts = ReadonlyMap<string, CalendarRow & About>

/** The calendars of today with what they lend their items, by id. */
export const aboutsNow = (db: Db, desk: string): Promise<Abouts> => abouts(db, desk)

/** What each calendar lends its items, by id. */
export async function abouts(db: Db, desk: string, asOf: Temporal.Instant | null = null): Promise<Abouts> {
  const [rows, members] = [await calendars(db, desk, asOf), await memberAddresses(db, desk)]
  const domains = homeDomains([...members.map(({ address }) => address), ...rows.flatMap((row) => row.addresses)])
  return new Map(
    rows.map((row) => {
      const own = members.filter(({ kind }) => kind === row.owner).map(({ address }) => address)
      return [row.id, { ...row, addresses: [...new Set([...row.addresses, ...own])], domains }]
    }),
  )
}

/**
 * Everything on the calendars that touches a window, as the desk sees it. Within the horizon of today the rows are read;
 * beyond it, and for a plan as it once stood, the series are asked.
 */
export async function itemsIn(db: Db, desk: Desk, asked: Asked, about: Abouts | null = null): Promise<CalendarItem[]> {
  const { window, asOf = null } = asked
  if (about === null) return itemsIn(db, desk, asked, await abouts(db, desk.id, asOf))
  const home = homeZone(desk)
  const horizon = asOf === null ? await horizonOf(db, desk.id) : null
  const kept = horizon && spanOfHorizon(horizon)
  if (kept && window.start >= kept.start + dayMs && window.end <= kept.end - dayMs)
    return itemsOfRows(await rowsIn(db, desk.id, window), about, home, window)
  return itemsOfSeries(await eventsAround(db, desk.id, window, asOf), about, home, window)
}

const touches = ({ start, end }: Span, window: Span): boolean =>
  start < window.end && (end > window.start || (start === end && start >= window.start))

const itemsOfRows = (rows: readonly Found[], about: ReadonlyMap<string, About>, home: Zone, window: Span) => {
  const parts = new Map<Found['times'], Part>()
  const partOf = ({ uid, times, words }: Found): Part => {
    const part = parts.get(times) ?? partFrom(uid, times, words)
    parts.set(times, part)
    return part
  }
  return rows.flatMap((row) => {
    const calendar = about.get(row.calendarId)
    const times = timesOfRow(row, home)
    // What names no zone is read again where the executive is, so it is kept with a day to spare.
    if (!calendar || !touches(times.span, row.span ? window : wider(window))) return []
    const part = partOf(row)
    const recurrenceId = row.recurrenceId === '' ? null : row.recurrenceId
    return calendarItem(
      { uid: row.uid, part, recurrenceId, ...times },
      { id: row.eventId, version: row.version, hidden: row.hidden },
      calendar,
    )
  })
}

const itemsOfSeries = (
  events: readonly Read[],
  about: ReadonlyMap<string, About>,
  home: Zone,
  window: Span,
): CalendarItem[] =>
  events.flatMap((event) => {
    const calendar = about.get(event.calendarId)
    if (!calendar) return []
    const { occurrences } = occurrencesOf(seriesOf(event), wider(window), home, window.start)
    return occurrences
      .filter((one) => touches(one.span, one.part.start.form === 'zoned' ? window : wider(window)))
      .map((one) => calendarItem({ ...one, part: one.part as Part }, event, calendar))
  })

const wider = ({ start, end }: Span): Span => ({ start: asInstant(start - dayMs), end: asInstant(end + dayMs) })

const byTime = ({ item: a }: CalendarItem, { item: b }: CalendarItem): number =>
  a.span.start - b.span.start || a.span.end - b.span.end || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)

/** The same meeting on two calendars of one person is one meeting; on the assistant's it has a key of its own. */
function eachOnce(items: readonly CalendarItem[]): CalendarItem[] {
  const seen = new Map<string, CalendarItem>()
  const own = (found: CalendarItem) => (found.item.owner === 'executive' ? 0 : 1)
  for (const found of [...items].sort((a, b) => own(a) - own(b) || (a.calendarId < b.calendarId ? -1 : 1))) {
    const other = seen.get(found.item.key)
    const key = other && other.item.owner !== found.item.owner ? `${found.item.key}#assistant` : found.item.key
    const twin = seen.get(key)
    if (!twin || (twin.item.cancelled && !found.item.cancelled))
      seen.set(key, { ...found, item: { ...found.item, key } })
  }
  return [...seen.values()]
}

/** All-day and floating items are read on the clocks of where the executive is then. */
function placed(found: CalendarItem, whereabouts: readonly Whereabouts[], home: Zone): CalendarItem {
  const { item } = found
  if (found.zoned || item.owner !== 'executive') return found
  const zoneAt = (wall: PlanItem['wallStart']): Zone => {
    const guess = home.toInstant(wall)
    const standing = whereabouts.findLast(({ from }) => from <= guess) ?? whereabouts[0]
    return (standing && zoneOf(standing.zone)) ?? home
  }
  const span = {
    start: zoneAt(item.wallStart).toInstant(item.wallStart),
    end: zoneAt(item.wallEnd).toInstant(item.wallEnd),
  }
  return { ...found, item: { ...item, span: span.end < span.start ? item.span : span } }
}

async function whereaboutsIn(
  db: Db,
  desk: Desk,
  asked: Asked,
  about: Abouts,
  items: readonly CalendarItem[],
): Promise<Whereabouts[]> {
  const keys = new Set(items.map(({ item }) => item.key))
  const earlier = (await journeys(db, desk, asked, about)).filter(({ key }) => !keys.has(key))
  const from = asInstant(asked.window.start - 366 * dayMs)
  return whereaboutsOf([...earlier, ...items.map(({ item }) => item)], { place: desk.home, zone: desk.zone }, from)
}

/** Journeys of the last two months before the window: where they arrived is where it begins. */
async function journeys(db: Db, desk: Desk, { window, asOf = null }: Asked, about: Abouts): Promise<PlanItem[]> {
  const [before, home] = [{ start: asInstant(window.start - 60 * dayMs), end: window.start }, homeZone(desk)]
  const found =
    asOf === null
      ? itemsOfRows(await journeysBefore(db, desk.id, window.start), about, home, before)
      : itemsOfSeries(await eventsAround(db, desk.id, before, asOf, true), about, home, before)
  return found.map(({ item }) => item)
}

/** Minutes by every name of a place. */
export async function travelMinutes(db: Db, desk: string, asOf: Temporal.Instant | null): Promise<TravelMinutes> {
  const [known, rows] = [await places(db, desk, asOf), await minutesKnown(db, desk, asOf)]
  const byId = new Map(known.map((place) => [place.id, place]))
  const names = (place: PlaceRow | undefined) => (place ? [...new Set([place.name, ...place.aliases].map(folded))] : [])
  const minutes: Record<string, Record<string, number>> = {}
  for (const row of rows)
    for (const from of names(byId.get(row.fromId)))
      for (const to of names(byId.get(row.toId))) {
        const ways = minutes[from] ?? {}
        ways[to] = row.minutes
        minutes[from] = ways
      }
  // Two names of one place are no way apart.
  for (const place of known)
    for (const a of names(place)) for (const b of names(place)) if (a !== b) minutes[a] = { ...minutes[a], [b]: 0 }
  return minutes
}

/**
 * The plan of a window, as the desk itself sees it, which sees everything. With `asOf`, as it stood at that instant: the
 * desk's zone and home, the calendars, events, places and minutes that were known then.
 */
export async function buildPlan(db: Db, today: Desk, asked: Asked): Promise<Built> {
  const desk = asked.asOf ? await deskAsOf(db, today, asked.asOf) : today
  const home = homeZone(desk)
  const about = await abouts(db, desk.id, asked.asOf ?? null)
  const found = eachOnce(await itemsIn(db, desk, asked, about))
  const whereabouts = await whereaboutsIn(db, desk, asked, about, found)
  const items = found
    .map((one) => placed(one, whereabouts, home))
    .filter(({ item }) => touches(item.span, asked.window))
    .sort(byTime)
  return {
    plan: {
      window: asked.window,
      at: asked.at ? asInstant(asked.at.epochMilliseconds) : null,
      items: items.map(({ item }) => item),
      whereabouts,
      travelMinutes: await travelMinutes(db, desk.id, asked.asOf ?? null),
    },
    items,
  }
}
