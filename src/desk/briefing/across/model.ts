import * as z from 'zod'
import { memberKinds } from '../../authority/board/model.ts'
import { occurrenceView } from '../../calendar/model.ts'
import { waitingLine } from '../../holds/contribution/model.ts'
import { dateText, zonedText, zoneName } from '../../shapes.ts'
import { type Today, tone } from '../model.ts'
import { cityOf, clockOn } from '../words.ts'

/** A desk somebody sits at, and as what. */
export const seatView = z.object({
  desk: z.uuid(),
  executive: z.string(),
  /** Their own name there. */
  you: z.string(),
  role: z.enum(memberKinds),
})
export type SeatView = z.infer<typeof seatView>
export const seatsView = z.object({ seats: z.array(seatView), mayOpen: z.boolean() })
export type SeatsView = z.infer<typeof seatsView>

/** How much waits for somebody at each of their desks; null where that desk did not answer. */
export const waitsView = z.object({ waits: z.array(z.object({ desk: z.uuid(), waits: z.int().nullable() })) })
export type WaitsView = z.infer<typeof waitsView>

/** One event of the merged day. */
export const acrossRow = z.object({
  desk: z.uuid(),
  event: occurrenceView,
  /** Start and end on the clock of each of the merged day's zones, in their order: `08:30`, with `+1 d` where the date differs. */
  clocks: z.array(z.object({ start: z.string(), end: z.string() })),
  /** Which of the clocks its own executive reads; −1 where that is none of them. */
  own: z.int(),
  detail: z.string(),
  tags: z.array(z.object({ tone, words: z.string() })),
  /** A finding says it cannot work. */
  cannotWork: z.boolean(),
  /** The way there, in words; null where there is none. */
  way: z.string().nullable(),
})
export type AcrossRow = z.infer<typeof acrossRow>

const need = z.object({
  fingerprint: z.string(),
  weight: z.enum(['never', 'avoid', 'prefer']),
  title: z.string(),
  words: z.string(),
})

/** One desk's part of the merged day. */
export const acrossDesk = seatView.extend({
  /** `silent`: the desk did not answer. `shut`: this person may not see its calendar. Nothing below then means that nothing is on. */
  state: z.enum(['open', 'shut', 'silent']),
  /** The day that was read: where none was asked for, today where that executive is. */
  on: dateText.nullable(),
  title: z.string(),
  hasRows: z.boolean(),
  allDay: z.array(occurrenceView),
  needs: z.array(need),
  /** How many wait for this person's yes. */
  proposals: z.int(),
  waiting: z.array(waitingLine),
})
export type AcrossDesk = z.infer<typeof acrossDesk>

const place = z.object({ desk: z.uuid(), title: z.string(), event: occurrenceView })
export const acrossClash = z.object({ start: zonedText, end: zonedText, one: place, other: place })
export type AcrossClash = z.infer<typeof acrossClash>

/** The day across every desk somebody sits at. */
export const acrossView = z.object({
  /** What was asked for; null: today, wherever each executive is. */
  on: dateText.nullable(),
  now: zonedText,
  /** Clocks that read the same all day share a column. */
  zones: z.array(z.object({ zone: zoneName, places: z.array(z.string()) })),
  desks: z.array(acrossDesk),
  rows: z.array(acrossRow),
  /** Where this person has to be at two desks' places at once. */
  clashes: z.array(acrossClash),
})
export type AcrossView = z.infer<typeof acrossView>

/** What a desk said of its day to one who sits there, and what is this person's own on it. */
export type Heard = {
  readonly today: Today
  readonly proposals: number
  /** What they have to be at themselves. */
  readonly own: readonly Own['event'][]
}
export type Own = { readonly desk: string; readonly event: z.infer<typeof occurrenceView> }

const msOf = (zoned: string): number => Temporal.ZonedDateTime.from(zoned).epochMilliseconds

/** What asks something of a person on a day: findings that are open and not over. */
export const needsOf = ({ findings, now }: Pick<Today, 'findings' | 'now'>): Today['findings'] =>
  findings.filter(({ state, end }) => state === 'open' && msOf(end) > msOf(now))

/** How much waits at a desk: what needs somebody there, and what waits for their yes. */
export const waitsOf = ({ today, proposals }: Pick<Heard, 'today' | 'proposals'>): number =>
  needsOf(today).length + proposals

/** By start, then end, then the order of the desks, then as the desk said it: nothing is lost, nothing changes places. */
export function inTimeOrder<T>(
  desks: readonly (readonly T[])[],
  spanOf: (row: T) => { start: number; end: number },
): T[] {
  return desks
    .flatMap((rows, desk) => rows.map((row, n) => ({ row, desk, n, ...spanOf(row) })))
    .sort((a, b) => a.start - b.start || a.end - b.end || a.desk - b.desk || a.n - b.n)
    .map(({ row }) => row)
}

/**
 * Pairs that somebody would have to be at at once, by start: both of them timed, going ahead and taking time, known by
 * their words, at different desks. One meeting that stands on two desks (the same UID) is one place.
 */
export function clashesOf(own: readonly Own[]): AcrossClash[] {
  const taken = own
    .filter(({ event }) => !event.allDay && event.busy && !event.cancelled && !event.hidden)
    .map((one) => ({ ...one, start: msOf(one.event.start), end: msOf(one.event.end) }))
    .sort((a, b) => a.start - b.start || a.end - b.end)
  return taken.flatMap((one, n) =>
    taken
      .slice(n + 1)
      .filter((other) => other.desk !== one.desk && other.event.uid !== one.event.uid)
      .filter((other) => other.start < one.end && one.start < other.end)
      .map((other) => ({
        start: other.event.start,
        end: one.end < other.end ? one.event.end : other.event.end,
        one: { desk: one.desk, title: one.event.title, event: one.event },
        other: { desk: other.desk, title: other.event.title, event: other.event },
      })),
  )
}

/** Whether an event is this person's own to be at: on their calendar, or they are asked to it and did not say no. */
export const isOwn = (
  event: Pick<z.infer<typeof occurrenceView>, 'calendarId' | 'people'>,
  mine: { readonly calendars: ReadonlySet<string>; readonly email: string },
): boolean =>
  mine.calendars.has(event.calendarId) ||
  event.people.some(
    ({ address, answer }) => address.toLowerCase() === mine.email.toLowerCase() && answer !== 'declined',
  )

type Asked = {
  /** The day that was asked for; null: today. */
  readonly on: string | null
  readonly at: Temporal.Instant
}

/** What a desk said when it was asked: null where it did not answer, `shut` where this person may not see its calendar. */
export type Said = Heard | 'shut' | null

/** The days that desks told of, as one. */
export function across(
  { on, at }: Asked,
  parts: readonly { readonly seat: SeatView; readonly heard: Said }[],
): AcrossView {
  const heard = parts.flatMap(({ seat, heard: said }) => (said && said !== 'shut' ? [{ seat, ...said }] : []))
  const zones = sharedZones(heard.map(({ today }) => today))
  const base = on ?? heard[0]?.today.on ?? '1970-01-01'
  const rows = heard.map(({ seat, today }) => rowsOf(seat.desk, today, zones, Temporal.PlainDate.from(base)))
  const own = heard.flatMap(({ seat, own: events }) => events.map((event) => ({ desk: seat.desk, event })))
  return {
    on,
    now: at.toZonedDateTimeISO(zones[0]?.zone ?? 'UTC').toString({ smallestUnit: 'second' }),
    zones,
    desks: parts.map(({ seat, heard: said }) => deskOf(seat, said)),
    rows: inTimeOrder(rows, ({ event }) => ({ start: msOf(event.start), end: msOf(event.end) })),
    clashes: clashesOf(own),
  }
}

function deskOf(seat: SeatView, heard: Said): AcrossDesk {
  if (heard === null || heard === 'shut')
    return {
      ...seat,
      state: heard ?? 'silent',
      on: null,
      title: '',
      hasRows: false,
      allDay: [],
      needs: [],
      proposals: 0,
      waiting: [],
    }
  const { today, proposals } = heard
  return {
    ...seat,
    state: 'open',
    on: today.on,
    title: today.title,
    hasRows: today.rows.some(({ row }) => row === 'event'),
    allDay: today.allDay,
    needs: needsOf(today)
      .map(({ fingerprint, weight, title, words }) => ({ fingerprint, weight, title, words }))
      .sort((a, b) => worst.indexOf(a.weight) - worst.indexOf(b.weight)),
    proposals,
    waiting: today.waiting,
  }
}

const worst = ['never', 'avoid', 'prefer']

function rowsOf(desk: string, today: Today, zones: AcrossView['zones'], on: Temporal.PlainDate): AcrossRow[] {
  const never = new Set(
    today.findings.filter(({ weight, state }) => weight === 'never' && state === 'open').map((one) => one.fingerprint),
  )
  return today.rows.flatMap((row, n): AcrossRow[] => {
    if (row.row !== 'event') return []
    const before = today.rows[n - 1]
    const clock = (zoned: string, zone: string) => clockOn(Temporal.ZonedDateTime.from(zoned).withTimeZone(zone), on)
    return [
      {
        desk,
        event: row.event,
        clocks: zones.map(({ zone }) => ({ start: clock(row.event.start, zone), end: clock(row.event.end, zone) })),
        own: columnOf(zones, row.event.zone ?? today.zones[0]?.zone ?? 'UTC', today.on),
        detail: row.detail,
        tags: row.tags,
        cannotWork: row.findings.some((fingerprint) => never.has(fingerprint)),
        way: before?.row === 'travel' ? before.words : null,
      },
    ]
  })
}

const columnOf = (zones: AcrossView['zones'], zone: string, on: string): number =>
  zones.findIndex((one) => clocksOf(one.zone, on) === clocksOf(zone, on))

/** What a zone's clocks read at the day's two ends, against the world's. */
const clocksOf = (zone: string, on: string): string => {
  const day = Temporal.PlainDate.from(on)
  return [day, day.add({ days: 1 })].map((one) => one.toZonedDateTime(zone).offset).join(' ')
}

/**
 * The zones the days are lived in, in their order, then those of desks whose executive is away; those whose clocks read the
 * same from morning to night are one.
 */
function sharedZones(days: readonly Today[]): AcrossView['zones'] {
  const found = new Map<string, { zone: string; places: string[] }>()
  const all = days.flatMap(({ on, zones }) => zones.map((one) => ({ on, ...one })))
  for (const { on, zone } of all.toSorted((a, b) => Number(b.lived) - Number(a.lived))) {
    const same = found.get(clocksOf(zone, on))
    if (!same) found.set(clocksOf(zone, on), { zone, places: [cityOf(zone)] })
    else if (!same.places.includes(cityOf(zone))) same.places.push(cityOf(zone))
  }
  return [...found.values()]
}
