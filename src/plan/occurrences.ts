import type { Label, PlanItem } from './plan.ts'
import { expandSeries, mostKept } from './recurrence/expand.ts'
import { isTrouble, parseRule } from './recurrence/parse.ts'
import type { RecurrenceRule } from './recurrence/rule.ts'
import {
  type EventPart,
  instantOf,
  type Length,
  type Series,
  type When,
  wallOf,
  zoneFor,
  zoneOfWhen,
} from './series.ts'
import { dayText, wallText } from './text.ts'
import {
  asDay,
  asInstant,
  asWall,
  type Day,
  dayMs,
  dayOf,
  type Instant,
  midnight,
  type Span,
  type Wall,
} from './time.ts'
import type { Zone } from './zone.ts'

/** One time an event happens: where it stands in its series, and the part that says what it is. */
export type Occurrence = {
  readonly uid: string
  readonly part: EventPart
  /** Its original start on the series' own clock (`2026-03-02T09:00:00` or a date); null outside a series. */
  readonly recurrenceId: string | null
} & Pick<PlanItem, 'span' | 'allDay' | 'zone' | 'endZone' | 'wallStart' | 'wallEnd'>

type Times = Pick<PlanItem, 'span' | 'allDay' | 'zone' | 'endZone' | 'wallStart' | 'wallEnd'>

/** UID and RECURRENCE-ID together: what an item is called for as long as it lives, wherever it moves. */
export const keyOf = (uid: string, recurrenceId: string | null): string =>
  recurrenceId === null ? uid : `${uid}/${recurrenceId}`

function dateTimes(from: Day, days: number, home: Zone): Times {
  const to = asDay(from + days)
  const [wallStart, wallEnd] = [midnight(from), midnight(to)]
  const span = { start: home.toInstant(wallStart), end: home.toInstant(wallEnd) }
  return { span, allDay: { from, to }, zone: null, endZone: null, wallStart, wallEnd }
}

/** Days are added on the clock, then milliseconds on the time line (RFC 5545 §3.3.6). */
function timesOf(start: When, length: Length, part: EventPart, home: Zone): Times {
  if (start.form === 'date') return dateTimes(start.day, length.days, home)
  const zone = zoneOfWhen(start, home)
  const from = zone.toInstant(start.wall)
  const afterDays = length.days === 0 ? from : zone.toInstant(asWall(start.wall + length.days * dayMs))
  const end = asInstant(afterDays + length.ms)
  return {
    span: { start: from, end },
    allDay: null,
    zone: start.form === 'zoned' ? start.zone.name : null,
    endZone: part.endZone?.name ?? (start.form === 'zoned' ? start.zone.name : null),
    wallStart: start.wall,
    wallEnd: (part.endZone ? zoneFor(part.endZone) : zone).toWall(end),
  }
}

const isIn = ({ start, end }: Span, window: Span) =>
  start < window.end && (end > window.start || (start === end && start >= window.start))

/** The clock a series is reckoned on: that of its master's start. */
export class Clock {
  readonly start: When
  readonly zone: Zone
  readonly home: Zone

  constructor(start: When, home: Zone) {
    this.start = start
    this.home = home
    this.zone = zoneOfWhen(start, home)
  }

  /** A time in any form as a reading of this clock. A date in a timed series means that day at the series' hour. */
  wall(when: When): Wall {
    if (this.start.form === 'date') return midnight(dayOf(wallOf(when)))
    if (when.form === 'date') return asWall(midnight(when.day) + (this.start.wall - midnight(dayOf(this.start.wall))))
    if (when.form === 'floating' || this.sameZone(when)) return when.wall
    return this.zone.toWall(instantOf(when, this.home))
  }

  private sameZone(when: When & { form: 'zoned' }): boolean {
    return this.start.form === 'zoned' && when.zone.written === this.start.zone.written
  }

  /** Equal for two readings that mean the same occurrence: the same instant, or the same date. */
  identity(wall: Wall): number {
    return this.start.form === 'zoned' ? this.zone.toInstant(wall) : wall
  }

  text(wall: Wall): string {
    return this.start.form === 'date' ? dayText(dayOf(wall)) : wallText(wall)
  }

  at(wall: Wall): When {
    if (this.start.form === 'date') return { form: 'date', day: dayOf(wall) }
    return { ...this.start, wall }
  }
}

/** The rules that can be read; a series with one that cannot is refused where it comes in. */
export const rulesFrom = (texts: readonly string[]): RecurrenceRule[] =>
  texts.flatMap((text) => {
    const rule = parseRule(text)
    return isTrouble(rule) ? [] : [rule]
  })

type Change = { readonly part: EventPart; readonly original: Wall; readonly identity: number }

/** A series made ready to be asked for its occurrences. */
class Repeating {
  private readonly master: EventPart
  private readonly clock: Clock
  private readonly home: Zone
  private readonly changed = new Map<number, Change>()
  private readonly following: Change[] = []
  private readonly exdates: Wall[]
  private readonly excluded: Set<number>
  private readonly lengths = new Map<number, Length>()
  private readonly added: Wall[]

  constructor(master: EventPart, overrides: readonly EventPart[], home: Zone) {
    this.master = master
    this.home = home
    const clock = new Clock(master.start, home)
    this.clock = clock
    this.exdates = master.exdates.map((when) => clock.wall(when))
    this.excluded = new Set(this.exdates.map((wall) => clock.identity(wall)))
    this.added = master.rdates.map(({ start }) => clock.wall(start))
    for (const { start, length } of master.rdates)
      if (length) this.lengths.set(clock.identity(clock.wall(start)), length)
    for (const part of overrides) this.change(part)
    this.following.sort((a, b) => a.identity - b.identity)
  }

  occurrences(window: Span, near: Instant): Found {
    const shift = this.longestShift()
    const from = asInstant(window.start - shift - this.longest())
    const until = asInstant(window.end + shift)
    const { walls, cut } = this.walls(from, until, near)
    const found = [...this.changed.values()].map((change) => this.changedOne(change))
    for (const wall of walls) found.push(this.one(wall))
    return { occurrences: found.filter(({ span }) => isIn(span, window)), cut }
  }

  private change(part: EventPart) {
    if (!part.recurrenceId) return
    const original = this.clock.wall(part.recurrenceId)
    const change = { part, original, identity: this.clock.identity(original) }
    if (part.thisAndFuture) this.following.push(change)
    else this.changed.set(change.identity, change)
  }

  /** Original starts in a stretch of time that neither an override replaces nor an EXDATE takes away. */
  private walls(from: Instant, until: Instant, near: Instant): { walls: Wall[]; cut: boolean } {
    const { clock, master } = this
    const { walls, cut } = expandSeries({
      start: wallOf(master.start),
      isDate: master.start.form === 'date',
      zone: master.start.form === 'zoned' ? clock.zone : null,
      rules: rulesFrom(master.rrules),
      rdates: [...this.added, ...this.following.map(({ original }) => original)],
      exdates: this.exdates,
      from: asWall(clock.zone.toWall(from) - dayMs),
      to: asWall(clock.zone.toWall(until) + dayMs),
      most: mostKept + this.changed.size,
      nearest: clock.zone.toWall(near),
    })
    const taken = (wall: Wall) => this.excluded.has(clock.identity(wall)) || this.changed.has(clock.identity(wall))
    return { walls: walls.filter((wall) => !taken(wall)), cut }
  }

  private one(wall: Wall): Occurrence {
    const identity = this.clock.identity(wall)
    const follow = this.following.findLast((change) => change.identity <= identity)
    const recurrenceId = this.clock.text(wall)
    if (follow) return this.follower(follow, wall, recurrenceId)
    const times = timesOf(this.clock.at(wall), this.lengths.get(identity) ?? this.master.length, this.master, this.home)
    return { uid: this.master.uid, part: this.master, recurrenceId, ...times }
  }

  /** RANGE=THISANDFUTURE: as far from its original start as the change itself was moved (RFC 5545 §3.8.4.4). */
  private follower({ part, original }: Change, wall: Wall, recurrenceId: string): Occurrence {
    const moved = asWall(wallOf(part.start) + (wall - original))
    const start: When =
      part.start.form === 'date' ? { form: 'date', day: dayOf(moved) } : { ...part.start, wall: moved }
    return { uid: part.uid, part, recurrenceId, ...timesOf(start, part.length, part, this.home) }
  }

  private changedOne({ part, original }: Change): Occurrence {
    const times = timesOf(part.start, part.length, part, this.home)
    return { uid: part.uid, part, recurrenceId: this.clock.text(original), ...times }
  }

  private longestShift(): number {
    return this.following.reduce(
      (most, { part, original }) => Math.max(most, Math.abs(wallOf(part.start) - original)),
      0,
    )
  }

  private longest(): number {
    const lengths = [this.master.length, ...this.lengths.values(), ...this.following.map(({ part }) => part.length)]
    return lengths.reduce((most, { days, ms }) => Math.max(most, days * dayMs + ms), 0) + dayMs
  }
}

/** One VEVENT by itself: a single event, or an override whose master is missing. */
function alone(part: EventPart, home: Zone): Occurrence {
  const recurrenceId = part.recurrenceId && new Clock(part.recurrenceId, home).text(wallOf(part.recurrenceId))
  return { uid: part.uid, part, recurrenceId, ...timesOf(part.start, part.length, part, home) }
}

const repeats = ({ master, overrides }: Series) =>
  master !== null && (master.rrules.length > 0 || master.rdates.length > 0 || overrides.length > 0)

const byTime = (a: Occurrence, b: Occurrence) => a.span.start - b.span.start || a.span.end - b.span.end

type Found = { readonly occurrences: Occurrence[]; readonly cut: boolean }

/**
 * When a series happens in a window (half-open; an event without length counts at its instant), by start.
 * All-day and floating events are read in `home`. The master's own start always counts, even if its rule does not produce
 * it; EXDATE takes away, overrides replace what they name by instant, one with RANGE=THISANDFUTURE moves all that follow.
 * Of more than 5,000 the nearest to `near` are kept, and `cut` says so.
 */
export function occurrencesOf(series: Series, window: Span, home: Zone, near: Instant): Found {
  const { master, overrides } = series
  if (master && repeats(series)) {
    const { occurrences, cut } = new Repeating(master, overrides, home).occurrences(window, near)
    return { occurrences: occurrences.sort(byTime), cut }
  }
  const parts = [...(master ? [master] : []), ...overrides]
  const occurrences = parts.map((part) => alone(part, home)).filter(({ span }) => isIn(span, window))
  return { occurrences: occurrences.sort(byTime), cut: false }
}

/** What the calendar, rather than the event, says about an item. */
export type About = {
  readonly calendar: string
  readonly owner: 'executive' | 'assistant'
  readonly countsAsBusy: boolean
  readonly label: Label
  readonly kind: string
  readonly moves: number
  /** Addresses of whose calendar it is, lower case: what they declined takes none of their time. */
  readonly addresses: readonly string[]
}

const declined = ({ people }: EventPart, addresses: readonly string[]) =>
  people.some(({ address, answer }) => answer === 'declined' && addresses.includes(address))

/** An occurrence as the plan and its rules see it: `people` are the others, whose calendar it is goes without saying. */
export function itemOf({ uid, part, recurrenceId, ...times }: Occurrence, about: About): PlanItem {
  return {
    key: keyOf(uid, recurrenceId),
    uid,
    recurrenceId,
    ...times,
    calendar: about.calendar,
    owner: about.owner,
    title: part.title,
    kind: about.kind,
    busy: about.countsAsBusy && !part.transparent && !part.cancelled && !declined(part, about.addresses),
    cancelled: part.cancelled,
    place: part.place,
    link: part.link,
    people: part.people.filter(({ address }) => !about.addresses.includes(address)),
    label: part.label ?? about.label,
    moves: about.moves,
    knownAt: part.created,
  }
}
