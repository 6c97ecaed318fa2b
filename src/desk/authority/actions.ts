import { type Act, refuse } from '../act.ts'
import { beginning } from '../journal/model.ts'
import { deskRow } from '../journal/queries.ts'
import { enter, type Surroundings, settle } from '../perform.ts'
import type { ActionsFor } from '../registry.ts'
import type { authorityContract } from './contract.ts'
import { addDesk, addMember, addSeat, changeDesk, hasEvents, memberRow, setSingleKeys } from './queries.ts'

export const authorityActions: ActionsFor<typeof authorityContract> = {
  desk: {
    me: (_, act) => me(act),
    change: async ({ executive, zone, home, singleKeys }, act) => {
      if (zone !== undefined && !isZone(zone))
        return refuse('bad-input', `There is no zone called ${zone}.`, [], 'zone')
      const set = {
        ...(executive !== undefined && { executive }),
        ...(zone !== undefined && { zone }),
        ...(home !== undefined && { home }),
      }
      const before = await me(act)
      if (Object.keys(set).length > 0) await changeDesk(act.db, act.desk.id, set)
      if (singleKeys !== undefined) await setSingleKeys(act.db, act.desk.id, act.member.id, singleKeys)
      const was = {
        executive: before.desk.executive,
        zone: before.desk.zone,
        home: before.desk.home,
        singleKeys: before.singleKeys,
      }
      const back = Object.fromEntries(
        Object.entries(was).filter(([name]) => name in set || (name === 'singleKeys' && singleKeys !== undefined)),
      )
      return {
        output: { me: await me(act) },
        entry: {
          items: [act.desk.id],
          values: { changes: changesOf({ ...set, ...(singleKeys !== undefined && { singleKeys }) }) },
          before: back,
          undo: { operation: 'desk.change', input: back },
        },
      }
    },
  },
}

const names: Record<string, string> = {
  executive: 'the executive',
  zone: 'the zone',
  home: 'the home place',
  singleKeys: 'single-letter keys',
}
const changesOf = (set: object) =>
  Object.entries(set).map(
    ([name, value]) =>
      `${names[name]} is now ${value === true ? 'on' : value === false ? 'off' : (value ?? 'not set')}`,
  )

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
    member: { id: member.id, kind: member.kind, name: member.name },
    desk: {
      id: desk.desk_id,
      name: `${desk.executive}’s desk`,
      executive: desk.executive,
      zone: desk.zone,
      home: desk.home,
    },
    hasEvents: full,
    singleKeys: member.single_keys,
  }
}

export type Newcomer = {
  readonly login: string
  readonly email: string
  readonly name: string
  readonly kind: 'executive' | 'assistant'
}
export type Seat = { readonly desk: string; readonly member: string }

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
): Promise<Seat> {
  const desk = around.newId(at)
  const [routine, own] = [around.newId(at), around.newId(at)]
  return around.db.transaction().execute(async (tx) => {
    await settle(tx, desk, own)
    await addDesk(tx, { id: desk, executive, zone, at, head: Buffer.from(beginning(desk, around.hash), 'hex') })
    await addMember(tx, { desk, id: routine, kind: 'desk', name: 'The desk', login: null, email: null, at })
    await addMember(tx, {
      desk,
      id: own,
      kind: newcomer.kind,
      name: newcomer.name,
      login: newcomer.login,
      email: newcomer.email,
      at,
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
      })
    await addSeat(tx, { login: newcomer.login, desk, member: own, at })
    await around.begin(tx, desk, at, () => around.newId(at))
    await enterAs(around, tx, { desk, member: own, at }, 'desk.found', { executive, zone })
    return { desk, member: own }
  })
}

/** Seats a newcomer at a desk that is already open; someone who sits there already keeps their seat. */
export async function joinDesk(
  around: Surroundings,
  newcomer: Newcomer,
  desk: string,
  at: Temporal.Instant,
): Promise<Seat> {
  const member = around.newId(at)
  return around.db.transaction().execute(async (tx) => {
    await settle(tx, desk, member)
    await deskRow(tx, desk, true)
    await addMember(tx, {
      desk,
      id: member,
      kind: newcomer.kind,
      name: newcomer.name,
      login: newcomer.login,
      email: newcomer.email,
      at,
    })
    await addSeat(tx, { login: newcomer.login, desk, member, at })
    await enterAs(around, tx, { desk, member, at }, 'desk.join', { name: newcomer.name, kind: newcomer.kind })
    return { desk, member }
  })
}

async function enterAs(
  around: Surroundings,
  db: Act['db'],
  by: Seat & { at: Temporal.Instant },
  operation: string,
  values: Record<string, string>,
) {
  const act = {
    db,
    desk: { id: by.desk },
    member: { id: by.member },
    door: 'web',
    at: by.at,
    entry: around.newId(by.at),
  } as Act
  await enter(around, act, operation, {
    items: [by.desk],
    values,
    undo: { none: 'A desk that was opened stays open.' },
  })
}
