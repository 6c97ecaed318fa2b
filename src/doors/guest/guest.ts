import type { PageView } from '../../desk/holds/model.ts'
import type { Refusal } from '../../desk/refusal.ts'

/** Who writes on the page, as they say themselves. */
export type Writer = { readonly who: string; readonly note: string }

/** A time by the clocks of the page: instants with their offset. */
export type Proposed = { readonly start: string; readonly end: string }

export type Answered = { readonly refused: Refusal } | { readonly done: true }

/**
 * What the desk does for somebody with an address. A token that opens nothing answers null to `show` and is refused
 * `not-there` by everything else; `key` makes a change happen once however often it is sent.
 */
export type Guest = {
  /** The page on the clocks of `zone`, else of the zone the assistant gave, else of the desk. */
  readonly show: (token: string, zone: string | null, at: Temporal.Instant) => Promise<PageView | null>
  readonly take: (call: GuestCall, holdId: string, writer: Writer) => Promise<Answered>
  readonly none: (call: GuestCall, writer: Writer) => Promise<Answered>
  readonly propose: (call: GuestCall, times: readonly Proposed[], writer: Writer) => Promise<Answered>
  /** The taken time as an iCalendar file; null where none is taken. */
  readonly file: (token: string, at: Temporal.Instant) => Promise<string | null>
}

export type GuestCall = { readonly token: string; readonly key: string; readonly at: Temporal.Instant }
