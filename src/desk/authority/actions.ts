import type { Transaction } from 'kysely'
import { type Act, type Refused, refuse } from '../act.ts'
import { beginning } from '../journal/model.ts'
import { deskRow } from '../journal/queries.ts'
import { enter, type Surroundings, settle } from '../perform.ts'
import { type ActionsFor, final } from '../registry.ts'
import type { Tables } from '../tables.ts'
import { agentActions } from './agents/actions.ts'
import { boardActions } from './board/actions.ts'
import { defaultBoards } from './board/model.ts'
import type { authorityContract, Settings } from './contract.ts'
import { lookedActions } from './looked/actions.ts'
import { mayOf } from './may/actions.ts'
import { proposalActions } from './proposals/actions.ts'
import {
  addDesk,
  addMember,
  addSeat,
  changeDesk,
  hasEvents,
  memberRow,
  members,
  type Opening,
  seatsOf,
  setSingleKeys,
} from './queries.ts'
import { seatActions } from './seats/actions.ts'
import { takeSeat } from './seats/queries.ts'
import { movedOn } from './words.ts'

export const authorityActions: ActionsFor<typeof authorityContract> = {
  ...boardActions,
  ...proposalActions,
  ...lookedActions,
  member: {
    ...boardActions.member,
    ...seatActions,
    keys: async ({ on, member }, act) => {
      const { id } = act.member
      if (member !== undefined && member !== id)
        return refuse('not-yours', 'Whose keys they are turns them.', [member], 'member')
      const was = (await memberRow(act.db, act.desk.id, id))?.single_keys
      if (was === on) return refuse('moved-on', `They are ${on ? 'on' : 'off'} already.`, [id], 'on')
      await setSingleKeys(act.db, act.desk.id, id, on)
      return {
        output: { on },
        entry: {
          items: [id],
          values: { on },
          undo: { operation: 'member.keys', input: { on: !on, member: id } },
        },
      }
    },
  },
  agent: agentActions,
  desk: {
    me: (_, act) => me(act),
    change: async ({ from, ...set }, act) => {
      if (set.zone !== undefined && !isZone(set.zone))
        return refuse('bad-input', `There is no zone called ${set.zone}.`, [], 'zone')
      const was = settingsOf(await me(act))
      const given = settingNames.filter((name) => set[name] !== undefined)
      if (given.length === 0) return refuse('bad-input', 'Say what to change.')
      const other = given.find((name) => from?.[name] !== undefined && from[name] !== was[name])
      if (other) return refuse('moved-on', movedOn(other, was[other]), [act.desk.id], other)
      const changed = given.filter((name) => set[name] !== was[name])
      const [values, before] = [pick(set, changed), pick(was, changed)]
      if (changed.length > 0) await changeDesk(act.db, act.desk.id, values, act.at)
      const undo = { operation: 'desk.change', input: { ...before, from: values } }
      return {
        output: { me: await me(act) },
        entry: {
          items: [act.desk.id],
          values,
          before,
          undo: changed.length === 0 ? final('desk.change', 'unchanged') : undo,
        },
      }
    },
  },
}

type Known = { executive: string; zone: string; home: string | null; country: string | null }
const settingNames = ['executive', 'zone', 'home', 'country'] as const satisfies readonly (keyof Known)[]

const settingsOf = ({ desk }: Awaited<ReturnType<typeof me>>): Known => ({
  executive: desk.executive,
  zone: desk.zone,
  home: desk.home,
  country: desk.country,
})

const pick = (from: Settings, names: readonly (keyof Known)[]): Partial<Known> =>
  Object.fromEntries(names.map((name) => [name, from[name]]))

/** The zones this Node knows are those of its time-zone data. */
const isZone = (name: string): boolean => {
  try {
    Temporal.PlainDate.from('2026-01-01').toZonedDateTime(name)
    return true
  } catch {
    return false
  }
}

async function me(act: Act) {
  const [desk, member, full] = await Promise.all([
    deskRow(act.db, act.desk.id, false),
    memberRow(act.db, act.desk.id, act.member.id),
    hasEvents(act.db, act.desk.id),
  ])
  if (!desk || !member) throw new Error('the desk is gone')
  return {
    login: { name: member.name, email: member.email ?? '' },
    member: { id: member.id, kind: member.kind, name: member.name, board: act.member.board },
    desk: {
      id: desk.desk_id,
      name: `${desk.executive}’s desk`,
      executive: desk.executive,
      zone: desk.zone,
      home: desk.home,
      country: desk.country,
    },
    hasEvents: full,
    singleKeys: member.single_keys,
    may: await mayOf(act),
  }
}

export type Newcomer = {
  readonly login: string
  readonly email: string
  readonly name: string
  readonly kind: 'executive' | 'assistant'
}
export type Seat = { readonly desk: string; readonly member: string }
/** A seat somebody has just taken, and the number of the journal entry that says so: to be told once it is kept. */
export type Joined = Seat & { readonly number: number }

/**
 * Opens a desk: its row, the member "the desk" as which routines act, the executive and, where they came themselves, the
 * assistant. There is nothing to perform an operation on before, so this is the one change that is not one; it is entered
 * in the journal as `desk.found` all the same.
 */
export async function foundDesk(
  around: Surroundings,
  newcomer: Newcomer,
  executive: string,
  zone: string,
  at: Temporal.Instant,
  opening?: Opening,
): Promise<Seat> {
  const desk = around.newId(at)
  const [routine, own] = [around.newId(at), around.newId(at)]
  return whole(around, async (tx) => {
    await settle(tx, desk, own)
    await addDesk(tx, { id: desk, executive, zone, at, head: Buffer.from(beginning(desk, around.hash), 'hex') })
    await addMember(tx, {
      desk,
      id: routine,
      kind: 'desk',
      name: 'The desk',
      login: null,
      email: null,
      at,
      board: defaultBoards.desk,
    })
    await addMember(tx, {
      desk,
      id: own,
      kind: newcomer.kind,
      name: newcomer.name,
      login: newcomer.login,
      email: newcomer.email,
      at,
      board: defaultBoards[newcomer.kind],
    })
    if (newcomer.kind === 'assistant')
      await addMember(tx, {
        desk,
        id: around.newId(at),
        kind: 'executive',
        name: executive,
        login: null,
        email: null,
        at,
        board: defaultBoards.executive,
      })
    await addSeat(tx, { login: newcomer.login, desk, member: own, at, opening })
    // What they see was kept before they were anybody.
    await settle(tx, desk, own)
    await around.begin(tx, desk, at, () => around.newId(at))
    await enterAs(around, tx, { desk, member: own, at }, 'desk.found', { executive, zone })
    return { desk, member: own }
  })
}

/** Seats a newcomer at a desk that is already open; as its executive where nobody has signed in as them yet. */
export async function joinDesk(
  around: Surroundings,
  newcomer: Newcomer,
  desk: string,
  at: Temporal.Instant,
): Promise<Joined | Refused> {
  return whole(around, async (tx) => {
    const id = around.newId(at)
    await settle(tx, desk, id)
    await deskRow(tx, desk, true)
    if (newcomer.kind === 'executive') {
      const seat = (await members(tx, desk)).find(({ kind }) => kind === 'executive')
      return seat ? sitDown(around, tx, { desk, member: seat.id }, newcomer, at) : noSeat
    }
    const { login, email, name, kind } = newcomer
    await addMember(tx, { desk, id, kind, name, login, email, at, board: defaultBoards[kind] })
    await settle(tx, desk, id)
    return seatAndEnter(around, tx, { desk, member: id }, newcomer, at)
  })
}

/** Gives an invited person their seat; refuses not-yours where they sit at this desk already, not-there where it is taken or gone. */
export const acceptSeat = (
  around: Surroundings,
  seat: Seat,
  person: Omit<Newcomer, 'kind'>,
  at: Temporal.Instant,
): Promise<Joined | Refused> =>
  whole(around, async (tx) => {
    await settle(tx, seat.desk, seat.member)
    await deskRow(tx, seat.desk, true)
    return sitDown(around, tx, seat, person, at)
  })

const noSeat = refuse('not-there', 'This seat is taken, or was taken back.')

async function sitDown(
  around: Surroundings,
  tx: Transaction<Tables>,
  seat: Seat,
  person: Omit<Newcomer, 'kind'>,
  at: Temporal.Instant,
): Promise<Joined | Refused> {
  if ((await seatsOf(tx, person.login)).some(({ desk }) => desk === seat.desk))
    return refuse('not-yours', `${person.email} sits at this desk already.`, [], 'email')
  if (!(await takeSeat(tx, seat.desk, seat.member, person))) return noSeat
  const row = await memberRow(tx, seat.desk, seat.member)
  if (!row) return noSeat
  await settle(tx, seat.desk, seat.member)
  return seatAndEnter(around, tx, seat, { ...person, kind: row.kind }, at)
}

async function seatAndEnter(
  around: Surroundings,
  tx: Transaction<Tables>,
  seat: Seat,
  person: Omit<Newcomer, 'kind'> & { readonly kind: Act['member']['kind'] },
  at: Temporal.Instant,
): Promise<Joined> {
  const { desk, member } = seat
  await addSeat(tx, { login: person.login, desk, member, at })
  const number = await enterAs(around, tx, { desk, member, at }, 'desk.join', { name: person.name, kind: person.kind })
  return { desk, member, number }
}

/** In the transaction that is open already, a door that closes with it, or in one of its own. */
const whole = <T>({ db }: Surroundings, work: (tx: Transaction<Tables>) => Promise<T>): Promise<T> =>
  db.isTransaction ? work(db as Transaction<Tables>) : db.transaction().execute(work)

async function enterAs(
  around: Surroundings,
  db: Act['db'],
  by: Seat & { at: Temporal.Instant },
  operation: string,
  values: Record<string, string>,
): Promise<number> {
  const act = {
    db,
    desk: { id: by.desk },
    member: { id: by.member },
    door: 'web',
    at: by.at,
    entry: around.newId(by.at),
  } as Act
  return enter(around, act, operation, {
    items: [by.desk],
    values,
    undo: final(operation),
  })
}
