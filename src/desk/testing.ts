import { outside } from '../doors/outside.ts'
import type { Database } from '../platform/postgres/database.ts'
import { testDatabase } from '../platform/postgres/testing.ts'
import { testSealing } from '../platform/secrets/testing.ts'
import { type Call, isRefused } from './act.ts'
import { foundDesk, type Seat } from './authority/actions.ts'
import { type Board, defaultBoards, type MemberKind } from './authority/board/model.ts'
import { addMember } from './authority/queries.ts'
import { type Answer, perform, type Surroundings, settle } from './perform.ts'
import { operations } from './registry.ts'
import { surroundings } from './surroundings.ts'

/** A desk of an invented executive on a database of its own, with a clock the test moves. */
export type TestDesk = {
  readonly database: Database
  readonly around: Surroundings
  readonly seat: Seat
  /** What browsers were told. */
  readonly news: { desk: string; number: number; operation: string }[]
  at: Temporal.Instant
  /** Performs an operation as the assistant in the browser, without looking at the answer. */
  readonly try: (operation: string, input?: unknown, call?: Partial<Call>) => Promise<Answer>
  /** Performs an operation that must not be refused, and that gives an undo or is declared final. */
  readonly do: <O = Record<string, unknown>>(
    operation: string,
    input?: unknown,
    call?: Partial<Call>,
  ) => Promise<O & { did: { entry: string; undo: boolean } }>
  /** Seats somebody else, with what they may do; an agent is the assistant's. */
  readonly sit: (kind: MemberKind, name: string, given?: Partial<Board>) => Promise<string>
  readonly stop: () => Promise<void>
}

/** They repeat what another operation did, and with it what cannot be undone of it. */
export const repeaters = ['proposal.yes', 'journal.undo', 'decision.answer', 'decision.lapse', 'finding.fix']

export async function testDesk(zone = 'Europe/London', around: Partial<Surroundings> = {}): Promise<TestDesk> {
  const database = await testDatabase()
  const news: TestDesk['news'] = []
  const made = {
    ...surroundings(database.app, (one) => news.push(one), {
      ...outside,
      url: 'http://localhost:4170',
      sealing: testSealing(),
    }),
    ...around,
  }
  const at = Temporal.Instant.from('2026-11-23T09:00:00Z')
  const newcomer = { login: 'login-ines', email: 'ines@okafor.example', name: 'Ines', kind: 'assistant' as const }
  const seat = await foundDesk(made, newcomer, 'Dana Okafor', zone, at)
  const desk: TestDesk = {
    database,
    around: made,
    seat,
    news,
    at,
    try: (operation, input = {}, call = {}) =>
      perform(made, operation, input, { ...seat, door: 'web', key: null, at: desk.at, ...call }),
    do: async (operation, input, call) => {
      const answer = await desk.try(operation, input, call)
      if (isRefused(answer)) throw new Error(`${operation} was refused: ${answer.refused.why} ${answer.refused.words}`)
      const { final } = operations.get(operation) ?? {}
      if ('did' in answer && !(answer.did as { undo: boolean }).undo && final === undefined)
        if (!repeaters.includes(operation)) throw new Error(`${operation} gave no undo, and is not declared final`)
      return answer as never
    },
    sit: (kind, name, given = {}) =>
      database.app.transaction().execute(async (db) => {
        const id = made.newId(desk.at)
        await settle(db, seat.desk, id)
        const row = { desk: seat.desk, id, kind, name, login: null, email: null, at: desk.at }
        const board = { ...defaultBoards[kind], ...given }
        await addMember(db, { ...row, board, ...(kind === 'agent' && { sponsor: seat.member }) })
        return id
      }),
    stop: () => database.stop(),
  }
  return desk
}
