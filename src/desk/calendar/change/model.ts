import type { EventPart, Length, When as PlanWhen, WrittenZone } from '../../../plan/series.ts'
import { instantOf, wallOf, zoneFor } from '../../../plan/series.ts'
import { dayFromText, dayText, wallFromText, wallText } from '../../../plan/text.ts'
import { asWall, dayMs, dayOf, type Instant, type Wall } from '../../../plan/time.ts'
import { utc, type Zone, zoneOf } from '../../../plan/zone.ts'
import type { EventDraft, When } from '../model.ts'
import { nothingSaid, type Own, type Part } from '../series/model.ts'

/** What does not fit, and where. */
export type Misfit = { readonly path: string; readonly words: string }
export const isMisfit = (answer: object): answer is Misfit => 'path' in answer && 'words' in answer

/** When a part is. */
export type Times = Pick<EventPart, 'start' | 'length' | 'endZone'>

export type Wanted = { readonly [K in keyof EventDraft]?: EventDraft[K] | undefined }

/** A zone a person named; a part that is in that zone already keeps the name its file gave it. */
const zoneNamed = (name: string, before: readonly (WrittenZone | null)[]): WrittenZone | null => {
  const found = zoneOf(name)
  if (!found) return null
  return before.find((zone) => zone?.name === found.id) ?? { written: found.id, name: found.id, own: null }
}

const clockIn = (when: PlanWhen): WrittenZone | null => (when.form === 'zoned' ? when.zone : null)

const datesFrom = (start: string, end: string, path: string): Times | Misfit => {
  const [from, to] = [dayFromText(start), dayFromText(end)]
  if (from === null) return { path: `${path}.start`, words: `${start} is not a date` }
  if (to === null) return { path: `${path}.end`, words: `${end} is not a date` }
  if (to <= from) return { path: `${path}.end`, words: 'It ends before it starts; the end is the day after the last' }
  return { start: { form: 'date', day: from }, length: { days: to - from, ms: 0 }, endZone: null }
}

/**
 * Times as a person gives them. A local time that a change of clocks skips is read with the offset before the change
 * (RFC 5545 §3.3.5). Misfits: no such time or zone, an end before the start. `before`: the times it had, whose zone names
 * are kept where they mean the same.
 */
export function timesFrom(when: When, home: Zone, path: string, before: Times | null = null): Times | Misfit {
  if (when.allDay) return datesFrom(when.start, when.end, path)
  const [from, to] = [wallFromText(when.start), wallFromText(when.end)]
  if (from === null) return { path: `${path}.start`, words: `${when.start} is not a local time` }
  if (to === null) return { path: `${path}.end`, words: `${when.end} is not a local time` }
  const written = before ? [clockIn(before.start), before.endZone] : []
  const zone = when.zone === null ? null : zoneNamed(when.zone, written)
  const endName = when.endZone ?? when.zone
  const endZone = endName === null ? null : zoneNamed(endName, written)
  if (when.zone !== null && !zone) return { path: `${path}.zone`, words: `There is no zone called ${when.zone}` }
  if (endName !== null && !endZone) return { path: `${path}.endZone`, words: `There is no zone called ${endName}` }
  const start: PlanWhen = zone ? { form: 'zoned', wall: from, zone } : { form: 'floating', wall: from }
  const end: PlanWhen = endZone ? { form: 'zoned', wall: to, zone: endZone } : { form: 'floating', wall: to }
  const exact = start.form === end.form && !zone ? to - from : instantOf(end, home) - instantOf(start, home)
  // A start that a change of clocks skips is read later than it is written, and may so come after its own end.
  const ms = exact < 0 && zone?.name === endZone?.name && to >= from ? to - from : exact
  if (ms < 0) return { path: `${path}.end`, words: 'It ends before it starts' }
  if (ms > 366 * dayMs) return { path: `${path}.end`, words: 'It lasts more than a year; make it all-day' }
  return { start, length: { days: 0, ms }, endZone: endZone && endZone.name !== zone?.name ? endZone : null }
}

/** The times of a part as a person would give them back. */
export function whenOf({ start, length, endZone }: Times, home: Zone): When {
  if (start.form === 'date')
    return { allDay: true, start: dayText(start.day), end: dayText((start.day + length.days) as typeof start.day) }
  const zone = start.form === 'zoned' ? zoneFor(start.zone) : home
  const end = endWall({ start, length, endZone }, zone)
  // A zone that only a file knows has no name to give; its times are told in UTC.
  if (start.form === 'zoned' && start.zone.name === null) return inUtc({ start, length, endZone }, zone)
  const name = start.form === 'zoned' ? start.zone.name : null
  return {
    allDay: false,
    start: wallText(start.wall),
    end: wallText(end),
    zone: name,
    endZone: endZone?.name ?? name,
  }
}

const inUtc = ({ start, length }: Times, zone: Zone): When => {
  const from = zone.toInstant(wallOf(start))
  const to = zone.toInstant(asWall(wallOf(start) + length.days * dayMs)) + length.ms
  const text = (at: number) => wallText(utc.toWall(at as Instant))
  return { allDay: false, start: text(from), end: text(to), zone: 'UTC', endZone: 'UTC' }
}

/** Where the clock stands at the end: days on the wall, then exact time (RFC 5545 §3.3.6). */
const endWall = ({ start, length, endZone }: Times, zone: Zone): Wall => {
  const wall = wallOf(start)
  if (start.form === 'floating') return asWall(wall + length.days * dayMs + length.ms)
  const end = (zone.toInstant(asWall(wall + length.days * dayMs)) + length.ms) as Instant
  return (endZone ? zoneFor(endZone) : zone).toWall(end)
}

/** Times moved by so much on the wall, in whatever zone and form `like` has. */
export const shifted = (when: PlanWhen, by: number): PlanWhen =>
  when.form === 'date'
    ? { form: 'date', day: dayOf(asWall(wallOf(when) + by)) }
    : { ...when, wall: asWall(when.wall + by) }

const invited = (people: EventDraft['people']): EventPart['people'] => {
  const byAddress = new Map(
    people.map((one) => [
      one.address
        .trim()
        .toLowerCase()
        .replace(/^mailto:/, ''),
      one,
    ]),
  )
  return [...byAddress].map(([address, one]) => ({ ...one, address }))
}

const ownAfter = (part: Part, set: Wanted): readonly Own[] => {
  const said = (['notes', 'link'] as const).filter((name) => set[name] !== undefined && set[name] !== part[name])
  return [...new Set([...part.own, ...said])]
}

/** A part after what a person set on it, times aside. What is not mentioned stays. */
export function wordsSet(part: Part, set: Wanted): Part {
  const place =
    set.place === undefined
      ? part.place
      : placeSet(part, set.place === null || set.place.trim() === '' ? null : set.place)
  return {
    ...part,
    place,
    title: set.title ?? part.title,
    notes: set.notes ?? part.notes,
    link: set.link === undefined ? part.link : set.link,
    people: set.people === undefined ? part.people : invited(set.people),
    transparent: set.busy === undefined ? part.transparent : !set.busy,
    kind: set.kind === undefined ? part.kind : set.kind,
    saidLabel: set.label === undefined ? part.saidLabel : set.label,
    label: set.label === 'private' ? 'private' : part.label,
    readers: set.readers === undefined ? part.readers : [...new Set(set.readers)].sort(),
    publicReason: set.publicReason === undefined ? part.publicReason : set.publicReason,
    own: ownAfter(part, set),
  }
}

/** A place that keeps its name keeps its coordinates. */
const placeSet = ({ place }: Part, name: string | null): Part['place'] =>
  name === null ? null : { name: name.trim(), geo: place?.name === name.trim() ? place.geo : null }

/** A part at other times; one that starts at another time has been moved. */
export function timesSet(part: Part, times: Times): Part {
  const { start, length, endZone } = times
  const moved =
    wallOf(part.start) !== wallOf(times.start) || part.start.form !== times.start.form || zoneDiffers(part, times)
  return { ...part, start, length, endZone, moves: part.moves + (moved ? 1 : 0) }
}

const zoneDiffers = (part: Times, times: Times): boolean => clockIn(part.start)?.name !== clockIn(times.start)?.name

export const sameLength = (a: Length, b: Length): boolean => a.days === b.days && a.ms === b.ms

export const sameTimes = (a: Times, b: Times): boolean =>
  wallOf(a.start) === wallOf(b.start) &&
  a.start.form === b.start.form &&
  !zoneDiffers(a, b) &&
  sameLength(a.length, b.length) &&
  a.endZone?.name === b.endZone?.name

/** A new event of the desk's own. */
export const partFromDraft = (draft: EventDraft, uid: string, times: Times, at: Instant): Part =>
  wordsSet(
    {
      ...nothingSaid,
      uid,
      line: 0,
      recurrenceId: null,
      thisAndFuture: false,
      sequence: 0,
      lastModified: at,
      dtstamp: at,
      created: at,
      ...times,
      rrules: draft.rrule === null ? [] : [draft.rrule],
      rdates: [],
      exdates: [],
      cancelled: false,
      tentative: false,
      transparent: false,
      title: '',
      notes: '',
      place: null,
      link: null,
      organizer: null,
      people: [],
      label: null,
      categories: [],
      kept: [],
    },
    draft,
  )
