import type { Kysely, Transaction } from 'kysely'
import type { Span } from '../plan/time.ts'
import type { CalendarFormat } from './calendar/format.ts'
import type { Refusal } from './refusal.ts'
import type { Tables } from './tables.ts'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

export type Db = Kysely<Tables> | Transaction<Tables>

/** Through which door a call came; the journal says it in words. */
export type Door = 'web' | 'api' | 'command line' | 'feed' | 'routine' | 'guest'

/** Who acts, at whose desk, through which door, with which idempotency key, at what time by the one clock. */
export type Call = {
  readonly desk: string
  readonly member: string
  readonly door: Door
  readonly key: string | null
  readonly at: Temporal.Instant
}

export type Member = { readonly id: string; readonly kind: 'executive' | 'assistant' | 'desk'; readonly name: string }

/** What an action is given: the desk's own transaction (its row locked, for a change) and everything that would otherwise be a side effect. */
export type Act = {
  readonly db: Transaction<Tables>
  readonly desk: {
    readonly id: string
    readonly executive: string
    readonly zone: string
    readonly home: string | null
    /** Whose public holidays the desk keeps (ISO 3166, with a region: `CH-ZH`); null: reckoned from its zone. */
    readonly country: string | null
  }
  readonly member: Member
  readonly door: Door
  readonly at: Temporal.Instant
  /** The id of the journal entry this change will have. */
  readonly entry: string
  /** UUID v7. */
  readonly newId: () => string
  /** 128 random bits, for an address that carries its own secret; only its hash is stored. */
  readonly newToken: () => string
  /** Version of the time-zone data that instants are reckoned with. */
  readonly tz: string
  /** How calendars are read and written outside the desk. */
  readonly format: CalendarFormat
  /** The base of every address that leaves the desk, without a slash at its end. */
  readonly url: string
  /** What was made ready before the transaction, because it is slow: a file that has been read. */
  readonly ready: unknown
  /** Lower-case hex SHA-256. */
  readonly hash: (text: string) => string
  /** Performs another operation's action in this transaction, for an operation that is made of one. It writes no entry of its own. */
  readonly run: (operation: string, input: unknown) => Promise<Done<unknown> | Refused>
  /** Every table that keeps versions, so that an entry can be taken back whole. */
  readonly versioned: readonly Versioned[]
  /** Tells those on whom events hang what happened to them; they react in this transaction, and one may refuse. */
  readonly happened: (what: Happened) => Promise<Refused | null>
  /** A journal entry's codes and values as a sentence. */
  readonly sentence: (operation: string, values: { readonly [key: string]: Json }) => string
  /** Asks for an operation to be performed as the desk at a later time; asking again for the same item moves it, null calls it off. */
  readonly due: (operation: string, item: string, at: Temporal.Instant | null) => Promise<void>
  /** Puts something that leaves the desk into the outbox; it goes after the undo window. */
  readonly send: (way: string, content: Json, undoWindow: Temporal.Duration) => Promise<string>
}

/** Events that came, moved, changed or were cancelled in this change. */
export type Happened = {
  readonly events: readonly { readonly id: string; readonly recurrenceId: string | null }[]
  /** Other things that were put back as they once were. */
  readonly things: readonly string[]
  /** Where one that was moved was before. */
  readonly was: Span | null
  /** Why a person booked it whatever stands against it. */
  readonly anyway: string | null
  /** A person did it here and can be told no; a file and an undo cannot. */
  readonly mayRefuse: boolean
}

/** What hangs on events reacts when something happens to them; null where nothing is against it. */
export type Reaction = (what: Happened, act: Act) => Promise<Refused | null>

/** A table whose rows are versions made and ended by journal entries: what names a thing in it, and what a version says. */
export type Versioned = { readonly table: string; readonly keys: readonly string[]; readonly says: readonly string[] }

/** What the journal keeps of a change: codes and values, from which `words.ts` makes the sentence. */
export type Entry = {
  /** Ids of what it was about, for finding its history again. */
  readonly items: readonly string[]
  readonly values: { readonly [key: string]: Json }
  readonly before?: Json
  readonly after?: Json
  readonly why?: string
  /** The operation that takes it back, or why there is none. */
  readonly undo:
    | { readonly operation: string; readonly input: { readonly [key: string]: Json } }
    | { readonly none: string }
}

export type Done<O> = { readonly output: O; readonly entry: Entry }
export type Refused = { readonly refused: Refusal }

/** A read answers with its output; a change with its output and what the journal keeps. Neither commits. */
export type ReadAction<I, O> = (input: I, act: Act) => Promise<O | Refused>
export type ChangeAction<I, O> = (input: I, act: Act) => Promise<Done<O> | Refused>

export const refuse = (
  why: Refusal['why'],
  words: string,
  standing: readonly string[] = [],
  path?: string,
): Refused => ({
  refused: { why, words, standing: [...standing], ...(path === undefined ? {} : { path }) },
})

export const isRefused = (answer: object): answer is Refused => 'refused' in answer
