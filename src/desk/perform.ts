import type { Kysely, Transaction } from 'kysely'
import {
  type Act,
  type Airports,
  type AskedOf,
  type Call,
  type Db,
  type Done,
  type DuesOf,
  type Entry,
  type Foreseen,
  isRefused,
  type Json,
  type Reaction,
  type Refused,
  type Repeated,
  refuse,
  type TextFor,
  type TripsOf,
  type Versioned,
} from './act.ts'
import type { Because } from './authority/board/model.ts'
import { fileWaiting, overtake, park } from './authority/proposals/actions.ts'
import { addToTell } from './authority/proposals/queries.ts'
import { Ask, actionOf, type Begun, begin, type Head, later, No } from './begin.ts'
import type { CalendarFormat } from './calendar/format.ts'
import type { Group } from './holds/group/model.ts'
import { readInput } from './input.ts'
import { canonical, contentHash, entryHash } from './journal/model.ts'
import { answerTo, append, deskRow, hideEarlier, keepAnswer } from './journal/queries.ts'
import type { Looks } from './looks.ts'
import { whileWaited } from './patience.ts'
import { type Actions, type Operation, operations } from './registry.ts'
import type { Sealing } from './secrets.ts'
import type { Tables } from './tables.ts'
import type { ConfirmationReader } from './travel/reading/model.ts'
import type { InTurn } from './turns.ts'

export { settle, settleBusy } from './begin.ts'

/** What is not the desk's to make: randomness, hashing, and who wants to hear. */
export type Surroundings = {
  readonly db: Kysely<Tables>
  readonly actions: Actions
  readonly sentence: Act['sentence']
  readonly newId: (at: Temporal.Instant) => string
  readonly newToken: () => string
  /** 16 random bytes in hex, to salt what the journal keeps. */
  readonly newSalt: () => string
  /** Lower-case hex SHA-256. */
  readonly hash: (what: string | Uint8Array) => string
  /** Closes an answer under its idempotency key, and opens it again. */
  readonly seal: (key: string, answer: string) => Buffer
  readonly unseal: (key: string, sealed: Buffer) => string
  /** Closes secrets of things at a desk, and opens them. */
  readonly sealing: Sealing
  /** Version of the time-zone data of this Node. */
  readonly tz: string
  readonly format: CalendarFormat
  /** How booking confirmations are read. */
  readonly reader: ConfirmationReader
  /** The base of every address that leaves the desk. */
  readonly url: string
  /** What an operation does before its transaction, because it is slow and needs no desk, for whoever may. Its answer is `act.ready`. */
  readonly before: { readonly [operation: string]: (input: never) => Promise<unknown> }
  /** What limits need to know of a call, by operation; one that is not here is held to its level alone. */
  readonly asked: { readonly [operation: string]: AskedOf }
  /** Findings that would go and come when `tried` is done; it does it, looks, and takes it back. */
  readonly foresee: (
    act: Act,
    items: readonly string[],
    tried: <T>(look: () => Promise<T>) => Promise<T>,
  ) => Promise<Foreseen>
  /** Who looked at what is private. */
  readonly looks: Looks
  /** What an outsider is told when one of these people is away; null for nothing. */
  readonly absence: (db: Db, desk: string, names: readonly string[], at: Temporal.Instant) => Promise<string | null>
  /** Whether a text may leave for those it is for. */
  readonly leaving: (act: Act, text: string, about: TextFor, path: string) => Promise<Refused | null>
  /** Whether a page may show somebody outside what it says of the meeting; `desk` is looked at in a transaction as the desk. */
  readonly showing: (db: Db, desk: string, group: Group) => Promise<boolean>
  /**
   * What is asked of whoever assists fits what was agreed, or somebody says why it is asked all the same: then with that
   * reason, and the input without it. Everything else is as it was given.
   */
  readonly fitting: (act: Act, operation: string, input: unknown) => Promise<Fitting | Refused>
  /** Which of the desk's own texts give something private away. */
  readonly givingAway: (act: Act, texts: readonly string[], known: Repeated) => Promise<readonly boolean[]>
  /** What a new desk begins with, in the transaction that opens it. */
  readonly begin: (db: Transaction<Tables>, desk: string, at: Temporal.Instant, newId: () => string) => Promise<void>
  /** Lets the changes of one desk wait for each other without a connection each. */
  readonly inTurn: InTurn
  /** Every table that keeps versions. */
  readonly versioned: readonly Versioned[]
  /** What each noun has that is due. */
  readonly dues: readonly DuesOf[]
  /** What a desk has of trips. */
  readonly trips: TripsOf
  readonly airports: Airports
  /** What hangs on events, in the order it is told. */
  readonly reactions: readonly Reaction[]
  /** Called after commit: something changed at this desk. */
  readonly tell: (news: { readonly desk: string; readonly number: number; readonly operation: string }) => void
}

export type Fitting = { readonly input: unknown; readonly why: string | null }

/** The answer through every door: an operation's output, for a change with `did`; what now waits for a yes; or why not. */
export type Answer = Readonly<Record<string, unknown>> | Refused

/** Not done: it waits for somebody's yes. */
export const isProposed = (answer: Answer): boolean => 'proposed' in answer

/**
 * Performs one operation for a member: shape, authority, then for a change one transaction that holds the desk's row,
 * with its journal entry in it. The same key with the same input is answered again without being performed again.
 *
 * Refuses bad-input (with the path), not-there, not-yours, key-reused, and whatever the action refuses; then nothing has changed.
 */
export async function perform(around: Surroundings, name: string, input: unknown, call: Call): Promise<Answer> {
  const operation = operations.get(name)
  if (!operation) return refuse('not-there', `There is no operation called ${name}.`)
  const read = readInput(operation, input)
  if (isRefused(read)) return read
  try {
    return operation.effect === 'read'
      ? await look(around, operation, read.input, call)
      : await change(around, operation, read.input, call)
  } catch (error) {
    if (error instanceof No) return error.answer
    throw error
  }
}

async function look(around: Surroundings, operation: Operation, input: unknown, call: Call): Promise<Answer> {
  return around.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (open) => {
      const db = call.patience ? await whileWaited(open, call.patience) : open
      const { act } = await begin(around, db, call, { operation, input }, { lock: false, asking: false })
      const answer = await actionOf(around, operation.name)(input, act)
      return isRefused(answer) ? answer : (operation.output.parse(answer) as Answer)
    })
}

/** Done, or where somebody else has to say yes first, asked for: in a transaction of its own, after the first is undone. */
async function change(around: Surroundings, operation: Operation, input: unknown, call: Call): Promise<Answer> {
  const before = around.before[operation.name]
  if (before) await askFirst(around, operation, input, call)
  const key = call.key === null ? null : await keyOf(around, operation, input, call, call.key)
  const ready = await before?.(input as never)
  const work = (because: Because | null) =>
    around.inTurn(call.desk, () =>
      around.db.transaction().execute((db) => once(around, db, { operation, input, call, key, ready, because })),
    )
  const done = await work(null).catch((error: unknown) => {
    if (error instanceof Ask) return work(error.because)
    throw error
  })
  if (done.number !== null) around.tell({ desk: call.desk, number: done.number, operation: operation.name })
  return done.answer
}

/** Nothing slow is begun for somebody who may not do it: nothing is locked here, and the change itself asks again. */
const askFirst = (around: Surroundings, operation: Operation, input: unknown, call: Call): Promise<void> =>
  around.db
    .transaction()
    .setAccessMode('read only')
    .execute(async (db) => {
      const { act } = await begin(around, db, call, { operation, input }, { lock: false, asking: true })
      const verdict = await act.may(operation.name, input)
      const no = verdict.may === 'propose' ? fileWaiting(act, input, verdict.because) : null
      if (no) throw new No(no)
    })

type Once = {
  readonly operation: Operation
  readonly input: unknown
  readonly call: Call
  readonly key: Key | null
  readonly ready: unknown
  /** Why somebody else has to say yes; null while nobody has to. */
  readonly because: Because | null
}

/** One try in one transaction: answered before, asked for, or done. */
async function once(around: Surroundings, db: Transaction<Tables>, tried: Once) {
  const { call, key, because } = tried
  const begun = await begin(around, db, call, tried, { lock: true, asking: because !== null })
  const act = { ...begun.act, ready: tried.ready }
  const before = key && (await answerTo(db, key))
  if (before) return { answer: again(around, key, before), number: null }
  const { answer, number } = because
    ? await asked(around, { ...begun, act }, tried, because)
    : await performed(around, { ...begun, act }, tried)
  if (key) {
    const sealed = around.seal(key.key, JSON.stringify(answer))
    await keepAnswer(db, key, { inputHash: key.inputHash, entry: act.entry, sealed, at: call.at })
  }
  return { answer, number }
}

async function performed(around: Surroundings, { act, head, tell, proposed }: Begun, { operation, input }: Once) {
  const fit = await around.fitting(act, operation.name, input)
  if (isRefused(fit)) throw new No(fit)
  const result = (await actionOf(around, operation.name)(fit.input, act)) as Done<object> | Refused
  if (isRefused(result)) throw new No(result)
  const entry = fit.why === null ? result.entry : { ...result.entry, why: fit.why, tell: true }
  const number = await enter(around, act, operation.name, entry, head)
  if (tell() || entry.tell) await addToTell(act.db, act.desk.id, act.entry)
  if (proposed) await overtake(act, result.entry.items)
  const did = { entry: act.entry, undo: !('none' in result.entry.undo) }
  return { answer: operation.output.parse({ did, ...result.output }) as Answer, number }
}

/** What cannot be done alone is asked for. It is tried first: nobody is asked for something that cannot be done at all. */
async function asked(around: Surroundings, { act, head }: Begun, { operation, input, call }: Once, because: Because) {
  const parked = await park(act, { operation: operation.name, input, because, why: call.why ?? '' })
  if (isRefused(parked)) throw new No(parked)
  const number = await enter(around, act, 'proposal.make', parked.entry, head)
  return { answer: { proposed: parked.proposed }, number }
}

/** A key, and what was asked for with it: hashed with the key, so that nobody can guess it from the hash alone. */
async function keyOf(around: Surroundings, operation: Operation, input: unknown, call: Call, key: string) {
  const asked = canonical(JSON.parse(JSON.stringify(await hashable(around, input))))
  const inputHash = around.hash(`${key} ${asked}`)
  return { desk: call.desk, member: call.member, operation: operation.name, hash: around.hash(key), key, inputHash }
}
type Key = Awaited<ReturnType<typeof keyOf>>

/** A file counts by its name and what is in it; everything else by value. */
async function hashable(around: Surroundings, input: unknown): Promise<unknown> {
  if (input instanceof File) return { file: input.name, hash: around.hash(await input.bytes()) }
  if (input === null || typeof input !== 'object' || Array.isArray(input)) return input ?? null
  const parts = Object.entries(input).map(async ([name, value]) => [name, await hashable(around, value)] as const)
  return Object.fromEntries(await Promise.all(parts))
}

function again(around: Surroundings, key: Key, before: { inputHash: Buffer; sealed: Buffer | null }): Answer {
  if (before.inputHash.toString('hex') !== key.inputHash)
    return refuse('key-reused', 'This idempotency key was used for something else.')
  return before.sealed
    ? (JSON.parse(around.unseal(key.key, before.sealed)) as Answer)
    : refuse('moved-on', 'This was done, and what was answered was forgotten since.')
}

/** Writes the journal entry. The desk's row is locked, so its head is nobody else's to move. */
export async function enter(
  around: Pick<Surroundings, 'hash' | 'newSalt'>,
  act: Act,
  operation: string,
  entry: Entry,
  known: Head | null = null,
): Promise<number> {
  const head = known ?? (await deskRow(act.db, act.desk.id, false))
  if (!head) throw new Error('the desk is gone')
  const { items, private: hidden = [], tell: _, ...kept } = entry
  const [content, salt] = [canonical(kept as unknown as Json), around.newSalt()]
  const link = {
    desk: act.desk.id,
    number: head.head_number + 1,
    id: act.entry,
    at: later(act.at, head.head_at).toString({ smallestUnit: 'millisecond' }),
    member: act.member.id,
    door: act.door,
    operation,
    contentHash: contentHash(salt, content, around.hash),
    previous: head.head_hash.toString('hex'),
  }
  const label = await append(act.db, { ...link, hash: entryHash(link, around.hash), salt, content, items, hidden })
  if (label === 'private') await hideEarlier(act.db, act.desk.id, items, hidden)
  return link.number
}
