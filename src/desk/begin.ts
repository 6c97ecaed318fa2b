import type { Transaction } from 'kysely'
import { sql } from 'kysely'
import * as z from 'zod'
import { byDue, type PlanDue } from '../plan/due.ts'
import { type Act, type Call, type Done, type First, isRefused, type Member, type Refused, refuse } from './act.ts'
import { type Because, boardWith, isLimited, mayPerform, narrower, type Verdict } from './authority/board/model.ts'
import { becauseWords } from './authority/board/words.ts'
import { seated, sightKept } from './authority/queries.ts'
import { cannotWait, readInput } from './input.ts'
import { canonical } from './journal/model.ts'
import type { Surroundings } from './perform.ts'
import { addDue, addToOutbox, dropDue, sending } from './queue.ts'
import { type Operation, operations } from './registry.ts'
import { type Secrets, secretsOf } from './secrets.ts'
import type { Tables } from './tables.ts'
import { attempt, tryOut } from './trial.ts'

/** A no that must roll its transaction back. */
export class No extends Error {
  readonly answer: Refused
  constructor(answer: Refused) {
    super(answer.refused.why)
    this.answer = answer
  }
}

/** Something that needs somebody else's yes, met on the way: nothing that was done before stays. */
export class Ask extends Error {
  readonly because: Because
  constructor(because: Because) {
    super('needs a yes')
    this.because = because
  }
}

const uuid = z.uuid()

/** How a transaction is opened: for a change the desk is locked; `asking`: somebody else's yes will be asked for. */
type Opening = { readonly lock: boolean; readonly asking: boolean }

/** What is known once a desk is open for somebody: who acts, the newest entry, and whether it has to be told. */
export type Begun = {
  readonly act: Act
  readonly head: Head
  /** Whether it has to be told, itself or something it was made of; known once it is done. */
  readonly tell: () => boolean
  /** Whether anything waits for a yes at this desk. */
  readonly proposed: boolean
}

/**
 * Opens the desk for this transaction and says who acts.
 * @throws No where they may not, Ask where somebody else must say yes first, unless that is being asked.
 */
export async function begin(
  around: Surroundings,
  db: Transaction<Tables>,
  call: Call,
  asked: { readonly operation: Operation; readonly input: unknown },
  { lock, asking }: Opening,
): Promise<Begun> {
  if (!uuid.safeParse(call.member).success) throw new No(refuse('not-there', 'There is no such desk.'))
  // A change is made as the desk itself, once its member was asked; a read is the member’s own.
  await setSeat(db, call.desk, lock ? call.desk : call.member, `; set local equerry.at = '${call.at.toString()}'`)
  const desk = await seated(db, call.desk, call.member, lock ? 'change' : 'read', call.at)
  const member = desk && memberOf(desk)
  if (!desk || !member) throw new No(refuse('not-there', 'There is no such desk, or you do not sit at it.'))
  const at = lock ? later(call.at, desk.head_at) : call.at
  const inner = { told: false }
  const act = actFor(around, db, call, { desk, member, at, lock, inner })
  const verdict = await verdictFor(around, act, asked.operation, asked.input)
  if (verdict.may === 'no') throw new No(mayNot(act.member, asked.operation, verdict.because))
  if (verdict.may === 'propose' && !asking) throw new Ask(verdict.because)
  const tell = () => inner.told || (verdict.may === 'yes' && verdict.tell)
  return { act, head: desk, tell, proposed: desk.proposed === true }
}

const mayNot = (member: Member, operation: Operation, because: Because): Refused =>
  because.code === 'unknown'
    ? refuse('not-there', becauseWords(member.name, because))
    : refuse('not-yours', `${becauseWords(member.name, because)} (${operation.says}.)`)

/** Levels first; what limits need to know is read only where one could speak. */
async function verdictFor(around: Surroundings, act: Act, operation: Operation, input: unknown): Promise<Verdict> {
  const first = mayPerform(act.member, operation)
  const facts = around.asked[operation.name]
  if (first.may !== 'yes' && first.may !== 'propose') return first
  if (!facts || act.member.kind === 'executive' || act.member.kind === 'desk') return first
  if (operation.effect !== 'spend' && !operation.reaches && !isLimited(act.member.board)) return first
  return mayPerform(act.member, operation, await act.asDesk(() => facts(input as never, act)))
}

type Seated = NonNullable<Awaited<ReturnType<typeof seated>>>

/** Who sits there, with what they may do now: an agent never more than the human who answers for it. */
function memberOf(row: Seated): Member | null {
  const { member: id, kind, name } = row
  if (id === null || kind === null || name === null || row.board === null) return null
  const board = boardWith(row.board, row.covers ?? [])
  if (kind !== 'agent') return { id, kind, name, board, frozen: row.frozen_at !== null }
  const sponsored = row.sponsor_board !== null && row.sponsor_left_at === null
  return {
    id,
    kind,
    name,
    board: sponsored ? narrower(board, row.sponsor_board as typeof board, row.sponsor_kind === 'executive') : board,
    frozen: row.frozen_at !== null || !sponsored,
  }
}

/** The newest entry of a desk: what the next one follows. */
export type Head = Pick<Seated, 'head_number' | 'head_hash' | 'head_at'>

/** Time at a desk never runs backwards: a change that was asked for before the newest entry happens when that did. */
export const later = (at: Temporal.Instant, newest: Temporal.Instant | null): Temporal.Instant =>
  newest && Temporal.Instant.compare(newest, at) > 0 ? newest : at

/** Says which desk a transaction serves and which member, and finds out what that member may read; no cover counts in it. */
export const settle = (db: Transaction<Tables>, desk: string, member: string): Promise<void> =>
  setSeat(db, desk, member, desk === member ? '' : `; select ${sightKept}`)

/** Literals, because a distributed PostgreSQL passes only those on to its workers; nothing gets in that is not a uuid, or an instant. */
async function setSeat(db: Transaction<Tables>, desk: string, member: string, more = ''): Promise<void> {
  const [at, by] = [uuid.safeParse(desk), uuid.safeParse(member)]
  if (!at.success || !by.success) throw new No(refuse('not-there', 'There is no such desk.'))
  await sql.raw(`set local equerry.desk = '${at.data}'; set local equerry.member = '${by.data}'${more}`).execute(db)
}

/** For a reader without a seat, who holds a secret address: they see the desk's busy times and no more. */
export async function settleBusy(db: Transaction<Tables>, desk: string): Promise<void> {
  await sql.raw(`set local equerry.desk = '${uuid.parse(desk)}'`).execute(db)
}

const actAs = (db: Transaction<Tables>, member: string) =>
  sql.raw(`set local equerry.member = '${uuid.parse(member)}'`).execute(db)

const readAnew =
  (db: Act['db'], desk: string): First =>
  (read, ...of) =>
    read(db, desk, ...of)

/** What one operation reads before it writes, once. */
export function readOnce(db: Act['db'], desk: string): First {
  const kept = new Map<unknown, Map<string, Promise<unknown>>>()
  return <A extends readonly string[], T>(read: (db: Act['db'], desk: string, ...of: A) => Promise<T>, ...of: A) => {
    const byWhat = kept.get(read) ?? new Map<string, Promise<unknown>>()
    kept.set(read, byWhat)
    const key = JSON.stringify(of)
    const found = byWhat.get(key) ?? read(db, desk, ...of)
    byWhat.set(key, found)
    return found as Promise<T>
  }
}

type Seat = {
  readonly desk: Seated
  readonly member: Member
  readonly at: Temporal.Instant
  readonly lock: boolean
  /** What an operation is made of may have to be told though it itself has not. */
  readonly inner: { told: boolean }
}

function actFor(
  around: Surroundings,
  db: Transaction<Tables>,
  call: Call,
  { desk, member, at, lock, inner }: Seat,
): Act {
  const newId = () => around.newId(at)
  let asDesk = 0
  const act: Act = {
    db,
    desk: { id: desk.id, executive: desk.executive, zone: desk.zone, home: desk.home, country: desk.country },
    member,
    door: call.door,
    at,
    entry: newId(),
    newId,
    newToken: around.newToken,
    tz: around.tz,
    format: around.format,
    url: around.url,
    ready: undefined,
    // In a read, what limits need to know is read as the desk, and the rest as the member: neither is handed to the other.
    first: lock ? readOnce(db, desk.id) : readAnew(db, desk.id),
    hash: around.hash,
    sentence: around.sentence,
    duesIn: async (asked) => {
      const found: PlanDue[] = []
      for (const duesOf of around.dues) found.push(...(await duesOf(act, asked)))
      return found.sort(byDue)
    },
    tripsIn: (asked) => around.trips(act, asked),
    airports: around.airports,
    versioned: around.versioned,
    memberBy: async (id) => {
      const found = await seated(db, desk.id, id, 'be told', at)
      return found ? memberOf(found) : null
    },
    may: async (name, input, as = member) => {
      const operation = operations.get(name)
      if (!operation) return { may: 'no', because: { code: 'hidden' } }
      return verdictFor(around, { ...act, member: as, first: readAnew(db, desk.id) }, operation, input)
    },
    attempt: (name, input, as) => attempt(around, { ...act, member: as }, name, input),
    tryOut: (name, input, as) => tryOut(around, { ...act, member: as }, name, input),
    asDesk: async (work) => {
      if (lock) return work()
      // Work inside work stays the desk's until the outer is done.
      if (asDesk++ === 0) await actAs(db, desk.id)
      try {
        return await work()
      } finally {
        // After an error of the database nothing can be said in this transaction any more, and nothing will be read.
        if (--asDesk === 0) await actAs(db, member.id).catch(() => {})
      }
    },
    get secrets(): Secrets {
      return secretsOf(around, act)
    },
    absenceOf: (names) => around.absence(db, desk.id, names, at),
    mayLeave: (text, about, path) => around.leaving(act, text, about, path),
    giveAway: (texts, known) => around.givingAway(act, texts, known),
    reads: !lock,
    looked: (things) => {
      if (member.kind === 'desk') return
      for (const { id, label } of things) if (label === 'private') around.looks.note(desk.id, member.id, id, at)
    },
    happened: async (what) => {
      for (const react of around.reactions) {
        const no = await react(what, act)
        if (no) return no
      }
      return null
    },
    run: (name, input) => nested(around, act, name, input, inner),
    due: async (name, item, on) => {
      await (on === null
        ? dropDue(db, call.desk, name, item)
        : addDue(db, { desk: call.desk, id: newId(), operation: name, item, at: on }))
    },
    send: async (way, content, undoWindow) => {
      const [id, notBefore] = [newId(), at.add(undoWindow)]
      const out = { desk: call.desk, id, entry: act.entry, way, content: canonical(content), notBefore }
      await addToOutbox(db, out)
      await addDue(db, { desk: call.desk, id: newId(), operation: sending, item: id, at: notBefore })
      return id
    },
  }
  return act
}

/** An operation inside another. `inner`: what this member may do is asked again, and noted; null while something is only tried out. */
export async function nested(
  around: Surroundings,
  act: Act,
  name: string,
  input: unknown,
  inner: { told: boolean } | null,
): Promise<Done<unknown> | Refused> {
  const operation = operations.get(name)
  if (!operation || operation.effect === 'read') return refuse('not-there', `There is no operation called ${name}.`)
  const read = readInput(operation, input)
  if (isRefused(read)) return read
  const no = cannotWait(operation, read.input)
  if (no) return no
  const own: Act = { ...act, first: readOnce(act.db, act.desk.id) }
  const verdict = inner ? await verdictFor(around, own, operation, read.input) : null
  if (verdict?.may === 'no') return mayNot(act.member, operation, verdict.because)
  if (verdict?.may === 'propose') throw new Ask(verdict.because)
  if (inner && verdict?.tell) inner.told = true
  return (await actionOf(around, name)(read.input, own)) as Done<unknown> | Refused
}

/** The compiler has matched every action with its operation; here only the name is known. */
export function actionOf(around: Surroundings, name: string): (input: unknown, act: Act) => Promise<object> {
  const [noun = '', verb = ''] = name.split('.')
  const verbs = (
    around.actions as unknown as Record<string, Record<string, (input: unknown, act: Act) => Promise<object>>>
  )[noun]
  const action = verbs?.[verb]
  if (!action) throw new Error(`no action for ${name}`)
  return action
}
