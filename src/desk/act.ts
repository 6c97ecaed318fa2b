import type { Kysely, Transaction } from 'kysely'
import type { Span } from '../plan/time.ts'
import type { Asked, Board, MemberKind, Verdict } from './authority/board/model.ts'
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
  /** Why they want it, in their own words: for whoever has to say yes. */
  readonly why?: string
}

/** Somebody at this desk, with what they may do at the time of the call. */
export type Member = {
  readonly id: string
  readonly kind: MemberKind
  readonly name: string
  readonly board: Board
  readonly frozen: boolean
}

/** What performing an operation would do, found out by doing it and taking it back. */
export type Tried = { readonly entry: Entry; readonly foreseen: Foreseen }

/** Findings that would go and come with a change, and the strictest label of what it touches. */
export type Foreseen = {
  readonly label: 'open' | 'desk' | 'private'
  readonly gone: readonly FindingTold[]
  readonly come: readonly FindingTold[]
  /** When the first of what it touches begins; null where nothing has a time. */
  readonly startsAt: Temporal.Instant | null
}
export type FindingTold = {
  readonly fingerprint: string
  readonly weight: 'never' | 'avoid' | 'prefer'
  readonly label: 'open' | 'desk' | 'private'
  readonly words: string
}

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
  /** Whether this member may perform an operation with this input, must ask, or may not. */
  readonly may: (operation: string, input: unknown) => Promise<Verdict>
  /** What an operation would do if this member did it: done, looked at, and taken back. */
  readonly tryOut: (operation: string, input: unknown, as: Member) => Promise<Tried | Refused>
  /**
   * Reads and writes as the desk itself, which sees everything: for plans, and for what is changed without being seen.
   * While it works nothing of the member's own may be read beside it in this transaction.
   */
  readonly asDesk: <T>(work: () => Promise<T>) => Promise<T>
  /** What outsiders are told when one of these people is away; null for nothing. */
  readonly absenceOf: (names: readonly string[]) => Promise<string | null>
  /** Notes that this member looked at something private. */
  readonly looked: (item: string) => void
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

/** What limits need to know of a call before it is performed: to whom it goes, what it moves, what it costs. */
export type AskedOf = (input: never, act: Act) => Promise<Asked>

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
