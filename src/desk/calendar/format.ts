import type { EventPart, Series } from '../../plan/series.ts'
import type { Instant, Span } from '../../plan/time.ts'
import type { Zone } from '../../plan/zone.ts'

/** A calendar file as values; `texts` are the components the parts came from, as written. */
export type CalendarFile = {
  readonly name: string | null
  /** Handed over: whoever imports takes them out as they go, so that a long file is not held in memory twice. */
  readonly series: Series[]
  readonly textOf: (part: EventPart) => string
  /** Component line and what could not be used. */
  readonly skipped: readonly { readonly line: number; readonly reason: string }[]
  readonly remarks: readonly string[]
  readonly timezones: ReadonlyMap<string, string>
  /** Lower-case hex SHA-256 of its bytes. */
  readonly hash: string
}

export type Unreadable = { readonly why: 'bad-input' | 'too-much'; readonly words: string; readonly line?: number }

/**
 * The form calendars have outside the desk. The desk knows no protocol, so the reading and writing of it is handed in by
 * whoever puts the whole together.
 */
export type CalendarFormat = {
  /** A little at a time, so that nobody else at the desk waits while a long file is read. */
  readonly read: (bytes: Uint8Array) => Promise<CalendarFile | Unreadable>
  /** One component as a value; null where it cannot be read. */
  readonly readPart: (text: string, timezones: ReadonlyMap<string, string>, home: Zone) => EventPart | null
  /** Three ways, per property, against the text imported last. */
  readonly merge: (
    base: string | null,
    ours: string,
    theirs: string,
  ) => { text: string; conflicts: readonly { property: string; kept: string; other: string }[] }
  readonly write: (part: EventPart, home: Zone) => string
  /** A component after a change from `before` to `after`; whatever else stands in it stays. */
  readonly rewrite: (text: string, before: EventPart, after: EventPart, home: Zone) => string
  readonly writeFile: (calendar: {
    readonly name: string
    readonly home: string
    readonly components: readonly string[]
    readonly timezones: ReadonlyMap<string, string>
  }) => string
  readonly writeBusy: (spans: readonly Span[], newUid: () => string, at: Instant) => string
}
