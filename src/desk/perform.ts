import type { Kysely, Transaction } from 'kysely'
import { sql } from 'kysely'
import * as z from 'zod'
import {
  type Act,
  type Call,
  type Done,
  type Entry,
  isRefused,
  type Json,
  type Member,
  type Reaction,
  type Refused,
  refuse,
  type Versioned,
} from './act.ts'
import { mayPerform } from './authority/model.ts'
import { seated } from './authority/queries.ts'
import type { CalendarFormat } from './calendar/format.ts'
import { canonical, contentHash, entryHash } from './journal/model.ts'
import { answerTo, append, deskRow, keepAnswer } from './journal/queries.ts'
import { addDue, addToOutbox, dropDue, sending } from './queue.ts'
import { type Actions, type Operation, operations } from './registry.ts'
import { unkeepable } from './shapes.ts'
import type { Tables } from './tables.ts'
import type { InTurn } from './turns.ts'

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
  /** Version of the time-zone data of this Node. */
  readonly tz: string
  readonly format: CalendarFormat
  /** The base of every address that leaves the desk. */
  readonly url: string
  /** What an operation does before its transaction, because it is slow and needs no desk. Its answer is `act.ready`. */
  readonly before: { readonly [operation: string]: (input: never) => Promise<unknown> }
  /** What a new desk begins with, in the transaction that opens it. */
  readonly begin: (db: Transaction<Tables>, desk: string, at: Temporal.Instant, newId: () => string) => Promise<void>
  /** Lets the changes of one desk wait for each other without a connection each. */
  readonly inTurn: InTurn
  /** Every table that keeps versions. */
  readonly versioned: readonly Versioned[]
  /** What hangs on events, in the order it is told. */
  readonly reactions: readonly Reaction[]
  /** Called after commit: something changed at this desk. */
  readonly tell: (news: { readonly desk: string; readonly number: number; readonly operation: string }) => void
}

/** The answer through every door: an operation's output, for a change with `did`; or why not. */
export type Answer = Readonly<Record<string, unknown>> | Refused

/** A no that must roll its transaction back. */
class No extends Error {
  readonly answer: Refused
  constructor(answer: Refused) {
    super(answer.refused.why)
    this.answer = answer
  }
}

const uuid = z.uuid()

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

/** The one place where what comes in is read: its shape, and that every text in it can be kept. */
function readInput(operation: Operation, sent: unknown): { readonly input: unknown } | Refused {
  const read = operation.input.safeParse(sent)
  if (!read.success) return badInput(read.error)
  const path = unkeepable(read.data)
  if (path === null) return { input: read.data }
  const where = path === '' ? 'What was sent' : path
  return refuse('bad-input', `${where}: holds a character that cannot be kept (a zero byte, or half a one)`, [], path)
}

const badInput = (error: z.ZodError): Refused => {
  const [issue] = error.issues
  const path = issue?.path.join('.') ?? ''
  return refuse(
    'bad-input',
    `${path === '' ? 'What was sent' : path}: ${issue?.message ?? 'is not of the right form'}`,
    [],
    path,
  )
}

async function look(around: Surroundings, operation: Operation, input: unknown, call: Call): Promise<Answer> {
  return around.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (db) => {
      const { act } = await begin(around, db, call, operation, false)
      const answer = await actionOf(around, operation.name)(input, act)
      return isRefused(answer) ? answer : (operation.output.parse(answer) as Answer)
    })
}

async function change(around: Surroundings, operation: Operation, input: unknown, call: Call): Promise<Answer> {
  const key = call.key === null ? null : await keyOf(around, operation, input, call, call.key)
  const ready = await around.before[operation.name]?.(input as never)
  const work = async (db: Transaction<Tables>) => {
    const begun = await begin(around, db, call, operation, true)
    const act = { ...begun.act, ready }
    const before = key && (await answerTo(db, key))
    if (before) return { answer: again(around, key, before), number: null }
    const result = (await actionOf(around, operation.name)(input, act)) as Done<object> | Refused
    if (isRefused(result)) throw new No(result)
    const number = await enter(around, act, operation.name, result.entry, begun.head)
    const answer = operation.output.parse({
      did: { entry: act.entry, undo: !('none' in result.entry.undo) },
      ...result.output,
    }) as Answer
    if (key) {
      const sealed = around.seal(key.key, JSON.stringify(answer))
      await keepAnswer(db, key, { inputHash: key.inputHash, entry: act.entry, sealed, at: call.at })
    }
    return { answer, number }
  }
  const done = await around.inTurn(call.desk, () => around.db.transaction().execute(work))
  if (done.number !== null) around.tell({ desk: call.desk, number: done.number, operation: operation.name })
  return done.answer
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

/** Opens the desk for this transaction and says who acts; refuses where they may not. */
async function begin(
  around: Surroundings,
  db: Transaction<Tables>,
  call: Call,
  operation: Operation,
  lock: boolean,
): Promise<{ readonly act: Act; readonly head: Head }> {
  await settle(db, call.desk, call.member)
  const desk = await seated(db, call.desk, call.member, lock)
  const member = desk && memberOf(desk)
  if (!desk || !member) throw new No(refuse('not-there', 'There is no such desk, or you do not sit at it.'))
  if (!mayPerform(member, operation))
    throw new No(refuse('not-yours', `${member.name} may not do this: ${operation.says}.`))
  const at = lock ? later(call.at, desk.head_at) : call.at
  const act: Act = {
    db,
    desk: { id: desk.id, executive: desk.executive, zone: desk.zone, home: desk.home, country: desk.country },
    member,
    door: call.door,
    at,
    entry: around.newId(at),
    newId: () => around.newId(at),
    newToken: around.newToken,
    tz: around.tz,
    format: around.format,
    url: around.url,
    ready: undefined,
    hash: around.hash,
    sentence: around.sentence,
    versioned: around.versioned,
    happened: async (what) => {
      for (const react of around.reactions) {
        const no = await react(what, act)
        if (no) return no
      }
      return null
    },
    run: (name, input) => nested(around, act, name, input),
    due: async (name, item, on) => {
      await (on === null
        ? dropDue(db, call.desk, name, item)
        : addDue(db, { desk: call.desk, id: around.newId(at), operation: name, item, at: on }))
    },
    send: async (way, content, undoWindow) => {
      const id = around.newId(at)
      await addToOutbox(db, {
        desk: call.desk,
        id,
        entry: act.entry,
        way,
        content: canonical(content),
        notBefore: at.add(undoWindow),
      })
      const due = { desk: call.desk, id: around.newId(at), operation: sending, item: id }
      await addDue(db, { ...due, at: at.add(undoWindow) })
      return id
    },
  }
  return { act, head: desk }
}

type Seated = NonNullable<Awaited<ReturnType<typeof seated>>>

const memberOf = ({ member: id, kind, name }: Seated): Member | null =>
  id === null || kind === null || name === null ? null : { id, kind, name }

/** The newest entry of a desk: what the next one follows. */
type Head = Pick<Seated, 'head_number' | 'head_hash' | 'head_at'>

/** Time at a desk never runs backwards: a change that was asked for before the newest entry happens when that did. */
const later = (at: Temporal.Instant, newest: Temporal.Instant | null): Temporal.Instant =>
  newest && Temporal.Instant.compare(newest, at) > 0 ? newest : at

/** Literals, because a distributed PostgreSQL passes only those on to its workers; nothing gets in that is not a uuid. */
export async function settle(db: Transaction<Tables>, desk: string, member: string): Promise<void> {
  const [at, by] = [uuid.safeParse(desk), uuid.safeParse(member)]
  if (!at.success || !by.success) throw new No(refuse('not-there', 'There is no such desk.'))
  await sql.raw(`set local equerry.desk = '${at.data}'; set local equerry.member = '${by.data}'`).execute(db)
}

/** For a reader without a seat, who holds a secret address: they see the desk's busy times and no more. */
export async function settleBusy(db: Transaction<Tables>, desk: string): Promise<void> {
  await sql.raw(`set local equerry.desk = '${uuid.parse(desk)}'`).execute(db)
}

async function nested(around: Surroundings, act: Act, name: string, input: unknown): Promise<Done<unknown> | Refused> {
  const operation = operations.get(name)
  if (!operation || operation.effect === 'read') return refuse('not-there', `There is no operation called ${name}.`)
  if (!mayPerform(act.member, operation))
    return refuse('not-yours', `${act.member.name} may not do this: ${operation.says}.`)
  const read = readInput(operation, input)
  if (isRefused(read)) return read
  return (await actionOf(around, name)(read.input, act)) as Done<unknown> | Refused
}

/** The compiler has matched every action with its operation; here only the name is known. */
function actionOf(around: Surroundings, name: string): (input: unknown, act: Act) => Promise<object> {
  const [noun = '', verb = ''] = name.split('.')
  const verbs = (
    around.actions as unknown as Record<string, Record<string, (input: unknown, act: Act) => Promise<object>>>
  )[noun]
  const action = verbs?.[verb]
  if (!action) throw new Error(`no action for ${name}`)
  return action
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
  const { items, ...kept } = entry
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
  await append(act.db, { ...link, hash: entryHash(link, around.hash), salt, content, items })
  return link.number
}
