import * as z from 'zod'
import { carrying, type SegmentKind, segmentKinds } from '../../../plan/segment.ts'
import { canonical } from '../../journal/model.ts'
import { dateText, zonedText } from '../../shapes.ts'
import type { EndDraft, SegmentView, TripView } from '../model.ts'
import { amounts, byTimetable, chosenOnly, lists, type Reader, readers, type Said, said } from './lists/model.ts'
import {
  datesWords,
  dateWords,
  deadlineWords,
  factNames,
  fareWords,
  kindNames,
  landingWords,
  momentParts,
  namesWords,
  stateNames,
  statusOf,
  untimedWords,
} from './words.ts'

const maybe = (most: number) => z.string().trim().min(1).max(most).nullable().default(null)

/** What is chosen before an itinerary is looked at or given out. */
export const wantedFor = z.object({
  for: z.enum(readers),
  shows: z.enum(amounts).default('full'),
  /** Of a driver their rides, of a host what happens at their place; of anybody else all that they may know. */
  segments: z.array(z.uuid()).max(100).default([]),
  /** How the desk is reached, as they read it: "Ines, +44 20 7946 0102". */
  reach: maybe(200),
  /** What a host or a driver is asked for: "a quiet room from 16:00". */
  needs: maybe(1000),
})
export type WantedFor = z.infer<typeof wantedFor>

/** A time as it leaves the desk, on the clocks of its place. `at` where it has an instant; `on` where only a date is known. */
const moment = z.object({
  /** Where, as this reader may know it: one line each. */
  places: z.array(z.string()),
  /** "17:55"; null where no time is known. */
  clock: z.string().nullable(),
  /** "Tue 24 Nov 2026"; null where no date is. */
  day: z.string().nullable(),
  /** "Europe/London"; null where the zone is not known, which is then said. */
  zone: z.string().nullable(),
  /** Everything of it: "Tue 24 Nov 2026, 17:55 (Europe/London)". */
  words: z.string().nullable(),
  /** The same on the clocks of the desk, where they read otherwise and the reader needs them. */
  elsewhere: z.string().nullable(),
  at: zonedText.nullable(),
  on: dateText.nullable(),
})
export type Moment = z.infer<typeof moment>

const fact = z.object({ name: z.string(), words: z.string() })
export type Fact = z.infer<typeof fact>

const entryView = z.object({
  /** The segment's id and version. */
  id: z.uuid(),
  version: z.int(),
  kind: z.enum(segmentKinds),
  kindName: z.string(),
  title: z.string(),
  /** Somebody outside holds it, or it is still to be; or it will not happen. */
  state: z.enum(['sure', 'unsure', 'off']),
  stateName: z.string(),
  from: moment,
  to: moment,
  facts: z.array(fact),
  /** The day it stands under. */
  on: dateText.nullable(),
})
export type EntryView = z.infer<typeof entryView>

export const itineraryView = z.object({
  for: z.enum(readers),
  shows: z.enum(amounts),
  title: z.string(),
  /** "Tue 24 Nov – Thu 26 Nov 2026" */
  dates: z.string().nullable(),
  from: dateText.nullable(),
  until: dateText.nullable(),
  cities: z.array(z.string()),
  travellers: z.array(z.string()),
  purpose: z.string(),
  reach: z.string().nullable(),
  needs: z.string().nullable(),
  off: z.boolean(),
  entries: z.array(entryView),
  /** Something they would be told is kept back, because it has become private. */
  keptBack: z.boolean(),
  /** "Tue 24 Nov 2026, 14:02 (Europe/London)" */
  asOf: z.string(),
})
export type ItineraryView = z.infer<typeof itineraryView>

/** Who needs the desk's clocks beside those of the place. */
const twoClocks: ReadonlySet<Reader> = new Set(['traveller', 'family', 'office'])

export type Telling = {
  /** As of when, in words. */
  readonly asOf: string
  /** Segments that are private though their trip is not. */
  readonly hidden: ReadonlySet<string>
}

/** The segments a version is made of, in their order. */
export function segmentsFor(trip: TripView, wanted: WantedFor, hidden: ReadonlySet<string>): SegmentView[] {
  const chosen = new Set(wanted.segments)
  return trip.segments.filter(
    ({ id, kind }) =>
      lists[wanted.for][kind] !== undefined &&
      !hidden.has(id) &&
      (chosenOnly.has(wanted.for) ? chosen.has(id) : chosen.size === 0 || chosen.has(id)),
  )
}

/**
 * A trip as one reader may know it. Whoever drives knows their rides and the landing they wait for; a host what happens at their
 * place; a family where and when somebody is reached; nobody what it costs.
 */
export function versionFor(trip: TripView, wanted: WantedFor, { asOf, hidden }: Telling): ItineraryView {
  const { shows } = wanted
  if (shows === 'nothing') return { ...empty, for: wanted.for, shows, asOf }
  const own = segmentsFor(trip, wanted, hidden)
  const span = spanOf(trip, wanted.for, own)
  const isNamed = !chosenOnly.has(wanted.for)
  const open = {
    ...empty,
    for: wanted.for,
    shows,
    asOf,
    from: span?.from ?? null,
    until: span?.until ?? null,
    dates: span && datesWords(span.from, span.until),
    cities: isNamed ? trip.cities : [],
    off: trip.cancelled !== null,
  }
  if (shows === 'dates') return { ...open, title: datesTitle(open.cities) }
  return {
    ...open,
    title: titleFor(trip, wanted.for),
    travellers: trip.travellers.map(({ name }) => name),
    purpose: wanted.for === 'traveller' ? trip.purpose : '',
    reach: wanted.reach,
    needs: chosenOnly.has(wanted.for) ? wanted.needs : null,
    entries: bedsLast(own).map((segment) => entryFor(trip, segment, wanted.for, hidden)),
  }
}

const firstDay = ({ from, to }: SegmentView): string => (from.local ?? to.local)?.slice(0, 10) ?? '~'

/** A bed stands after whatever else its first day has: that it is ready from three does not mean that anybody is there. */
const bedsLast = (own: readonly SegmentView[]): readonly SegmentView[] =>
  own.toSorted((a, b) =>
    firstDay(a) === firstDay(b)
      ? Number(a.kind === 'stay') - Number(b.kind === 'stay')
      : firstDay(a) < firstDay(b)
        ? -1
        : 1,
  )

const empty = {
  title: 'An itinerary',
  dates: null,
  from: null,
  until: null,
  cities: [],
  travellers: [],
  purpose: '',
  reach: null,
  needs: null,
  off: false,
  entries: [],
  keptBack: false,
} satisfies Partial<ItineraryView>

const datesTitle = (cities: readonly string[]): string => (cities.length > 0 ? cities.join(', ') : 'Dates')

/** Its own title may name what it is for: only those who travel, and the office, read it. */
function titleFor(trip: TripView, reader: Reader): string {
  if (reader === 'traveller' || reader === 'office') return trip.title
  const who = namesWords(trip.travellers.map(({ name }) => name))
  if (reader === 'driver') return who === '' ? 'Rides' : `Rides for ${who}`
  if (reader === 'host') return who === '' ? 'A visit' : `${who} with you`
  const where = trip.cities.join(', ')
  if (who === '') return where === '' ? 'A trip' : where
  return where === '' ? who : `${who}: ${where}`
}

type Days = { readonly from: string; readonly until: string }

/** Of whoever is told of a part alone, the days of that part. */
function spanOf(trip: TripView, reader: Reader, own: readonly SegmentView[]): Days | null {
  if (!chosenOnly.has(reader)) return { from: trip.from, until: trip.until }
  const days = own.flatMap(({ from, to }) => [from, to].flatMap((end) => end.local?.slice(0, 10) ?? [])).sort()
  const [first, last] = [days[0], days.at(-1)]
  return first === undefined || last === undefined ? null : { from: first, until: last }
}

/** Where something is that is at one place: as its beginning says, else its end. */
const houseOf = ({ from, to }: SegmentView) => from.place ?? to.place

function entryFor(trip: TripView, segment: SegmentView, reader: Reader, hidden: ReadonlySet<string>): EntryView {
  const may = new Set(lists[reader][segment.kind])
  const zone = twoClocks.has(reader) ? trip.zone : null
  const { id, version, kind } = segment
  const isAsked = segment.waiting !== null && segment.status !== 'requested'
  const state = isAsked && segment.status !== 'cancelled' ? 'unsure' : statusOf(segment.status)
  const moves = carrying.has(kind)
  const said = segment.status === 'intended' && plannedOnly.has(kind) ? 'Planned' : stateNames[segment.status]
  return {
    id,
    version,
    kind,
    kindName: kindNames[kind],
    title: entryTitle(trip, segment, reader, may),
    state,
    stateName: isAsked && state === 'unsure' ? `${said}; a change is asked for` : said,
    from: momentOf(segment.from, may, zone),
    to: { ...momentOf(segment.to, may, zone), ...(moves || segment.to.place !== segment.from.place ? {} : noPlaces) },
    facts: [...factsOf(segment, may), ...besides(trip, segment, reader, hidden)],
    on: (segment.from.local ?? segment.to.local)?.slice(0, 10) ?? null,
  }
}

/** What nobody books: it is planned, or it is not. */
const plannedOnly: ReadonlySet<SegmentKind> = new Set(['meeting', 'free'])

const noPlaces = { places: [] }

function entryTitle(trip: TripView, segment: SegmentView, reader: Reader, may: ReadonlySet<Said>): string {
  const { kind, number } = segment
  if (may.has('title')) return segment.givenTitle ?? (kind === 'stay' ? houseOf(segment) : null) ?? segment.title
  const who = namesWords(trip.travellers.map(({ name }) => name))
  if (reader === 'driver') return who === '' ? 'Pick-up' : `Pick up ${who}`
  if (reader === 'host') return who === '' ? 'At your place' : `${who} at your place`
  if (!carrying.has(kind)) return houseOf(segment) ?? kindNames[kind]
  const [from, to] = [segment.from, segment.to].map(({ airport, place }) => airport ?? place)
  const route = from && to ? `${from} → ${to}` : from ? `from ${from}` : to ? `to ${to}` : ''
  const name = may.has('number') && number !== null ? number : kindNames[kind]
  return route === '' ? name : `${name} ${route}`
}

function momentOf(end: SegmentView['from'], may: ReadonlySet<Said>, desk: string | null): Moment {
  const places = placesOf(end, may)
  const at = end.at
  if (at !== null) return { places, ...momentParts(at, desk), at, on: null }
  const local = end.local
  if (local === null) return { places, ...nowhen }
  const [on = local, clock = null] = local.split('T')
  if (clock === null) return { places, ...nowhen, day: dateWords(on), words: dateWords(on), on }
  return { places, ...nowhen, ...untimedWords(on, clock.slice(0, 5)), on }
}
const nowhen = { clock: null, day: null, zone: null, words: null, elsewhere: null, at: null, on: null }

function placesOf(end: EndDraft, may: ReadonlySet<Said>): string[] {
  if (!may.has('place')) return []
  const { place, airport, terminal, address } = end
  const name = place !== null && airport !== null && place !== airport ? `${place} (${airport})` : (place ?? airport)
  return [
    ...(name === null ? [] : [name]),
    ...(may.has('terminal') && terminal !== null ? [`Terminal ${terminal}`] : []),
    ...(may.has('address') && address !== null ? [address] : []),
  ]
}

/** What else is said, in the order of `said`. */
function factsOf(segment: SegmentView, may: ReadonlySet<Said>): Fact[] {
  const words: { readonly [field in Said]?: string | null } = {
    provider: segment.provider === houseOf(segment) ? null : segment.provider,
    number: segment.title.includes(segment.number ?? '') && carrying.has(segment.kind) ? null : segment.number,
    pickUp: segment.pickUp,
    driver: segment.driver,
    phone: segment.phone,
    confirmation: segment.confirmation,
    seat: segment.seat,
    cabin: segment.cabin,
    name: segment.name,
    people: namesWords(segment.people.flatMap(({ name }) => name ?? [])) || null,
    checkInBy: segment.checkInBy && deadlineWords(segment.checkInBy),
    cancelBy: segment.cancelBy && deadlineWords(segment.cancelBy),
    fare: fareWords(segment.fare, segment.from.zone),
    fallback: segment.fallback,
  }
  return said.flatMap((field) => {
    const value = may.has(field) ? words[field] : null
    return value === null || value === undefined || value === ''
      ? []
      : [{ name: factNames[field] ?? field, words: value }]
  })
}

/** What a reader needs that another segment says. */
function besides(trip: TripView, segment: SegmentView, reader: Reader, hidden: ReadonlySet<string>): Fact[] {
  if (reader === 'family' && segment.kind === 'flight')
    return [{ name: 'Reachable', words: 'Not while in the air; through the desk until then' }]
  if (reader !== 'driver') return []
  const fit = fits(segment, trip, hidden)
  return fit === null ? [] : [{ name: fit.met ? 'Meets' : 'For', words: landingWords(fit.segment, fit.met) }]
}

const hour = 3_600_000
const ms = (at: string | null): number | null =>
  at === null ? null : Temporal.ZonedDateTime.from(at).epochMilliseconds

/** How long before a pick-up what it meets may arrive, and how long after a ride what it is for may leave. */
const [before, after] = [3 * hour, 6 * hour]

type Fit = { readonly segment: SegmentView; readonly met: boolean }

/** What a ride meets, or is for: what it depends on or what depends on it; else what arrives just before or leaves soon after. */
export function fits(ride: SegmentView, trip: TripView, hidden: ReadonlySet<string>): Fit | null {
  const others = trip.segments.filter(
    ({ id, kind, status }) =>
      !hidden.has(id) && status !== 'cancelled' && (byTimetable as readonly SegmentKind[]).includes(kind),
  )
  const start = ms(ride.from.at)
  const met = others.find(({ id }) => ride.dependsOn.includes(id))
  if (met) return { segment: met, met: true }
  const needs = others.find(({ dependsOn }) => dependsOn.includes(ride.id))
  if (needs) return { segment: needs, met: false }
  if (start === null) return null
  const late = (segment: SegmentView) => start - (ms(segment.to.at) ?? Number.NaN)
  const arrived = others
    .filter((one) => late(one) >= -hour / 2 && late(one) <= before)
    .sort((a, b) => late(a) - late(b))
  if (arrived[0]) return { segment: arrived[0], met: true }
  const soon = (segment: SegmentView) => (ms(segment.from.at) ?? Number.NaN) - start
  const next = others.filter((one) => soon(one) > 0 && soon(one) <= after).sort((a, b) => soon(a) - soon(b))[0]
  return next ? { segment: next, met: false } : null
}

/** What is read of an entry before it leaves; and of everything that stands around the entries. */
export const textOfEntry = ({ title, from, to, facts }: EntryView): string =>
  [title, ...from.places, ...to.places, ...facts.map(({ words }) => words)].join('\n')
const textAround = ({ title, cities, travellers, purpose, needs, reach }: ItineraryView): string =>
  [title, ...cities, ...travellers, purpose, needs ?? '', reach ?? ''].filter((words) => words !== '').join('\n')

/** All that leaves in words: what is around, then one text an entry. Times and dates are no words. */
export const textsOf = (page: ItineraryView): string[] =>
  page.shows === 'nothing' ? [] : [textAround(page), ...page.entries.map(textOfEntry)]
export const wholeText = (page: ItineraryView): string => textsOf(page).join('\n\n')

/** A page without what it may not say any more: of each of `textsOf`, whether it may be said. */
export function withoutSecrets(page: ItineraryView, may: readonly boolean[]): ItineraryView {
  const [around = true, ...each] = may
  if (may.every((one) => one)) return page
  const entries = page.entries.filter((_, n) => each[n] !== false)
  const rest = { ...page, entries, keptBack: true }
  if (around) return rest
  return { ...rest, title: empty.title, cities: [], travellers: [], purpose: '', needs: null, reach: null }
}

/** What a reader finds otherwise than they were shown, by title; what is gone, too. */
export function changedSince(before: ItineraryView, now: ItineraryView): string[] {
  const said = (page: ItineraryView) => canonical({ ...page, asOf: '', entries: [] })
  const was = new Map(before.entries.map((entry) => [entry.id, canonical({ ...entry, version: 0 })]))
  const is = new Set(now.entries.map(({ id }) => id))
  return [
    ...(said(before) === said(now) ? [] : [now.title]),
    ...now.entries.flatMap((entry) => (canonical({ ...entry, version: 0 }) === was.get(entry.id) ? [] : [entry.title])),
    ...before.entries.flatMap(({ id, title }) => (is.has(id) ? [] : [title])),
  ]
}
