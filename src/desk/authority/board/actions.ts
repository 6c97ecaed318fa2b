import { type Act, isRefused, type Json, type Refused, refuse } from '../../act.ts'
import { canonical } from '../../journal/model.ts'
import type { ActionsFor } from '../../registry.ts'
import type { authorityContract } from '../contract.ts'
import { memberRow, members, setBoard } from '../queries.ts'
import { linksOpen } from '../seats/queries.ts'
import { type Board, mayGive, narrower } from './model.ts'
import { boardChanges, boardNoWords } from './words.ts'

type Actions = ActionsFor<Pick<typeof authorityContract, 'board' | 'member'>>
type Shown = { readonly board: Actions['board']; readonly member: Pick<Actions['member'], 'list'> }
type Row = Awaited<ReturnType<typeof members>>[number]

const zoned = (act: Act, at: Temporal.Instant | null): string | null =>
  at === null ? null : at.toZonedDateTimeISO(act.desk.zone).toString({ smallestUnit: 'second' })

/** Somebody at the desk as others see them. */
export function viewOf(act: Act, row: Row, all: readonly Row[], invitedUntil: Temporal.Instant | null = null) {
  const sponsor = all.find(({ id }) => id === row.sponsor_id)
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    email: row.email,
    signsIn: row.login_id !== null || row.kind === 'agent',
    since: zoned(act, row.made_at) ?? '',
    sponsor: sponsor ? { id: sponsor.id, name: sponsor.name } : null,
    frozenAt: zoned(act, row.frozen_at),
    leftAt: zoned(act, row.left_at),
    invitedUntil: row.login_id === null ? zoned(act, invitedUntil) : null,
  }
}

const order = ['executive', 'assistant', 'cover', 'agent', 'observer'] as const

/** Everybody but the desk's own routines, the executive first. */
async function people(act: Act): Promise<Row[]> {
  const all = await members(act.db, act.desk.id)
  return order.flatMap((kind) => all.filter((row) => row.kind === kind))
}

const givenTo = (row: Row, all: readonly Row[]): Board => {
  const sponsor = all.find(({ id }) => id === row.sponsor_id)
  return sponsor ? narrower(row.board, sponsor.board, sponsor.kind === 'executive') : row.board
}

const show: Actions['board']['show'] = async (_, act) => {
  const all = await people(act)
  const links = await linksOpen(act.db, act.desk.id, act.at)
  const may = (await act.may('board.change', {})).may === 'yes'
  return {
    executiveAlone: act.member.kind !== 'executive',
    rows: all
      .filter((row) => row.left_at === null)
      .map((row) => ({
        member: viewOf(act, row, all, links.get(row.id)),
        board: row.board,
        now: givenTo(row, all),
        mayChange: may && row.kind !== 'executive',
      })),
  }
}

type Parts = Parameters<Actions['board']['change']>[0]['set']

/** A board with some of its parts set. */
export const merged = (board: Board, set: Parts): Board => ({
  areas: { ...board.areas, ...defined(set.areas ?? {}) },
  send: set.send ?? board.send,
  spend: set.spend === undefined ? board.spend : set.spend,
  move: set.move === undefined ? board.move : [...new Set(set.move)].sort(),
  private: set.private ?? board.private,
})

const defined = <T extends object>(given: T): { [K in keyof T]: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never

/** Those parts of a board that are about to be set. */
const partsOf = (board: Board, set: Parts): Parts => ({
  ...(set.areas && {
    areas: Object.fromEntries(
      Object.keys(defined(set.areas)).map((area) => [area, board.areas[area as keyof Board['areas']]]),
    ),
  }),
  ...(set.send !== undefined && { send: board.send }),
  ...(set.spend !== undefined && { spend: board.spend }),
  ...(set.move !== undefined && { move: board.move }),
  ...(set.private !== undefined && { private: board.private }),
})

const same = (a: unknown, b: unknown): boolean => canonical(a as Json) === canonical(b as Json)

async function memberHere(act: Act, id: string): Promise<NonNullable<Awaited<ReturnType<typeof memberRow>>> | Refused> {
  const row = await memberRow(act.db, act.desk.id, id)
  return row && row.left_at === null ? row : refuse('not-there', 'Nobody like that sits at this desk.', [], 'member')
}

const change: Actions['board']['change'] = async ({ member, set, from, reason }, act) => {
  const row = await memberHere(act, member)
  if (isRefused(row)) return row
  const was = partsOf(row.board, set)
  if (from && !same(from, was))
    return refuse('moved-on', `Somebody changed what ${row.name} may do since you looked.`, [member], 'from')
  const after = merged(row.board, set)
  const no = mayGive(act.member, row, row.board, after)
  if (no) return refuse('not-yours', boardNoWords(no, row.name), [member], `set.${no.what}`)
  const changes = boardChanges(row.board, after)
  if (changes.length === 0) return refuse('bad-input', `${row.name} may do just that already.`, [member], 'set')
  await setBoard(act.db, act.desk.id, member, after)
  const input = { member, set: was as Json, from: partsOf(after, set) as Json, reason: `Taken back: ${reason}` }
  return {
    output: { board: after },
    entry: {
      items: [member],
      values: { name: row.name, changes },
      before: row.board as unknown as Json,
      after: after as unknown as Json,
      why: reason,
      undo: { operation: 'board.change', input: input as { [key: string]: Json } },
    },
  }
}

export const boardActions: Shown = {
  board: { show, change },
  member: {
    list: async ({ left }, act) => {
      const all = await people(act)
      const links = await linksOpen(act.db, act.desk.id, act.at)
      const shown = all.filter((row) => left || row.left_at === null)
      return { members: shown.map((row) => viewOf(act, row, all, links.get(row.id))) }
    },
  },
}
