import type { Kysely, Transaction } from 'kysely'
import type { PlanDue } from '../plan/due.ts'
import type { PlanTrip } from '../plan/segment.ts'
import type { Span } from '../plan/time.ts'
import type { Asked, Board, MemberKind, Verdict } from './authority/board/model.ts'
import type { CalendarFormat } from './calendar/format.ts'
import type { Area, FinalWords } from './operation.ts'
import type { Patience } from './patience.ts'
import type { Refusal } from './refusal.ts'
import type { Secrets } from './secrets.ts'
import type { Tables } from './tables.ts'
import type { Airport, ConfirmationReader } from './travel/reading/model.ts'

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
  /** For a read that is given up after a while; a change is never left half-way. */
  readonly patience?: Patience
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
  /** It is about something due as well, which is the desk's own: told only to whoever reads that area. */
  readonly ofDesk: boolean
  /** The same of a trip. Absent: it is about none. */
  readonly ofTravel?: boolean
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
  /** How booking confirmations are read, where one was not read before the transaction. */
  readonly reader: ConfirmationReader
  /** The base of every address that leaves the desk, without a slash at its end. */
  readonly url: string
  /** What was made ready before the transaction, because it is slow: a file that has been read. */
  readonly ready: unknown
  /** Lower-case hex SHA-256. */
  readonly hash: (text: string) => string
  /**
   * Reads what was perhaps read already to decide whether this may be done: then it is not read again. For an action before it
   * has written anything; whatever it performs besides reads for itself.
   */
  readonly first: First
  /** Performs another operation's action in this transaction, for an operation that is made of one. It writes no entry of its own. */
  readonly run: (operation: string, input: unknown) => Promise<Done<unknown> | Refused>
  /** Whether this member, or another who is given, may perform an operation with this input, must ask, or may not. */
  readonly may: (operation: string, input: unknown, as?: Member) => Promise<Verdict>
  /** Somebody who sits at this desk, with what they may do now; null for nobody. */
  readonly memberBy: (id: string) => Promise<Member | null>
  /** What an operation would do if this member did it: done and taken back. `tryOut` also says what would come of it. */
  readonly attempt: (operation: string, input: unknown, as: Member) => Promise<Entry | Refused>
  readonly tryOut: (operation: string, input: unknown, as: Member) => Promise<Tried | Refused>
  /**
   * Reads and writes as the desk itself, which sees everything: for plans, and for what is changed without being seen.
   * While it works nothing of the member's own may be read beside it in this transaction.
   */
  readonly asDesk: <T>(work: () => Promise<T>) => Promise<T>
  /** Passwords and tokens of things at this desk, sealed under a key outside the database. */
  readonly secrets: Secrets
  /** What outsiders are told when one of these people is away; null for nothing. */
  readonly absenceOf: (names: readonly string[]) => Promise<string | null>
  /**
   * Null where a text may leave for those it is for; else the no, in words for whoever acts. `about`: for whom, and the offer
   * or finding that says what they know already.
   */
  readonly mayLeave: (text: string, about: TextFor, path: string) => Promise<Refused | null>
  /** Of texts the desk writes itself, which give something private away to whoever may not see it; nobody is told which words. */
  readonly giveAway: (texts: readonly string[], known: Repeated) => Promise<readonly boolean[]>
  /** Nothing is written in this transaction. */
  readonly reads: boolean
  /** Notes that this member was told the words of these, as far as they are private; never of the desk itself. */
  readonly looked: (things: readonly Labelled[]) => void
  /** What is due in a stretch of days, from every noun that has such things: by when it is due, then by key. */
  readonly duesIn: (asked: DuesAsked) => Promise<readonly PlanDue[]>
  /** Trips that touch a stretch of days, by when they begin. */
  readonly tripsIn: (asked: DuesAsked) => Promise<readonly PlanTrip[]>
  /** What is known of an airport offline, by its IATA code; null: the tables know no such airport. */
  readonly airports: Airports
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

/** Something with a label, by its id. */
export type Labelled = { readonly id: string; readonly label: 'open' | 'desk' | 'private' }

/** A read of this desk, by what it is asked with. */
export type First = <A extends readonly string[], T>(
  read: (db: Db, desk: string, ...of: A) => Promise<T>,
  ...of: A
) => Promise<T>

/** For whom a text is, in words, and the offer or finding it is about. */
export type TextFor = {
  readonly to: string
  readonly offer?: string | undefined
  readonly finding?: string | undefined
  readonly commitment?: string | undefined
  /** A meeting it is about. */
  readonly event?: string | undefined
  /** A part of a trip it is about. */
  readonly segment?: string | undefined
  /** A trip it is the itinerary of. */
  readonly trip?: string | undefined
}

/** Names that are no news to the reader of what the desk writes, and its own open words that it only repeats. */
export type Repeated = {
  readonly names: readonly string[]
  readonly own: readonly string[]
  /** What the reader is given anyhow, because it is theirs to know: none of it is news. */
  readonly told?: readonly string[]
}

/** Events that came, moved, changed or were cancelled in this change. */
export type Happened = {
  readonly events: readonly { readonly id: string; readonly recurrenceId: string | null }[]
  /** Other things that were put back as they once were. */
  readonly things: readonly string[]
  /** Other things that were settled, by id: what hangs on them closes with them. */
  readonly closed?: readonly string[]
  /** People the desk knows no more, who are about to become private, or who are called otherwise now. */
  readonly people?: readonly { readonly id: string; readonly is: 'forgotten' | 'private' | 'renamed' }[]
  /** Where one that was moved was before. */
  readonly was: Span | null
  /** Why a person booked it whatever stands against it. */
  readonly anyway: string | null
  /** A person did it here and can be told no; a file and an undo cannot. */
  readonly mayRefuse: boolean
}

/** What hangs on events reacts when something happens to them; null where nothing is against it. */
export type Reaction = (what: Happened, act: Act) => Promise<Refused | null>

/**
 * Which days' dues: those due within the window, those late before it, and those with no time. With `asOf`, as they were
 * known at that instant.
 */
export type DuesAsked = { readonly window: Span; readonly asOf?: Temporal.Instant | null }

/** What a noun has that is due; read as the desk itself, which sees everything. */
export type DuesOf = (act: Act, asked: DuesAsked) => Promise<readonly PlanDue[]>

/** What is known of airports, by IATA code. */
export type Airports = (code: string) => Promise<Airport | null>

/** The trips of a desk that touch a stretch of days; read as the desk itself, which sees everything. */
export type TripsOf = (act: Act, asked: DuesAsked) => Promise<readonly PlanTrip[]>

/** What limits need to know of a call before it is performed: to whom it goes, what it moves, what it costs. */
export type AskedOf = (input: never, act: Act) => Promise<Asked>

/** A table whose rows are versions made and ended by journal entries. */
export type Versioned = {
  readonly table: string
  /** What names a thing in it, and what a version says. */
  readonly keys: readonly string[]
  readonly says: readonly string[]
  /** Whose area it is to put it back; the desk's where nothing is said. */
  readonly area?: Area
}

/** What the journal keeps of a change: codes and values, from which `words.ts` makes the sentence. */
export type Entry = {
  /** Ids of what it was about, for finding its history again. */
  readonly items: readonly string[]
  readonly values: { readonly [key: string]: Json }
  readonly before?: Json
  readonly after?: Json
  readonly why?: string
  /** Those of its items that are private though they are no events; what was said of them before is hidden with it. */
  readonly private?: readonly string[]
  /** Everybody is told of it in the next brief, whoever did it. */
  readonly tell?: boolean
  /** The operation that takes it back, or why there is none. */
  readonly undo:
    | { readonly operation: string; readonly input: { readonly [key: string]: Json } }
    | { readonly none: FinalWords }
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
