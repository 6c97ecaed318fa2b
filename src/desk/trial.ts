import { sql } from 'kysely'
import { type Act, type Done, type Entry, isRefused, type Refused, type Tried } from './act.ts'
import { actionOf, nested, readOnce } from './begin.ts'
import { cannotWait } from './input.ts'
import type { Surroundings } from './perform.ts'
import { operations } from './registry.ts'

const sealedIn = (name: string, input: unknown): Refused | null => {
  const operation = operations.get(name)
  return operation ? cannotWait(operation, input) : null
}

/** It performs what it is made of without asking the board again. */
function performing(around: Surroundings, act: Act, name: string, input: unknown) {
  const trial: Act = {
    ...act,
    run: (inner, given) => nested(around, trial, inner, given, null),
    // What is taken back again is told to nobody.
    looked: () => {},
  }
  return async () =>
    sealedIn(name, input) ??
    (actionOf(around, name)(input, { ...trial, first: readOnce(act.db, act.desk.id) }) as Promise<
      Done<object> | Refused
    >)
}

/** What an operation would write down if the member of this call did it, whatever they may; refused where it could not be done at all. */
export async function attempt(around: Surroundings, act: Act, name: string, input: unknown): Promise<Entry | Refused> {
  const done = await takenBack(act, performing(around, act, name, input))
  return isRefused(done) ? done : done.entry
}

/**
 * What an operation would do if the member of this call did it, whatever they may: it is done, looked at and taken back,
 * all in the transaction that is open. Refused where it could not be done at all.
 */
export async function tryOut(around: Surroundings, act: Act, name: string, input: unknown): Promise<Tried | Refused> {
  const perform = performing(around, act, name, input)
  const done = await takenBack(act, perform)
  if (isRefused(done)) return done
  const foreseen = await around.foresee(act, done.entry.items, (look) =>
    takenBack(act, async () => {
      await perform()
      return look()
    }),
  )
  return { entry: done.entry, foreseen }
}

/** Does something in the open transaction and takes it back, also where it fails. */
async function takenBack<T>({ db }: Act, work: () => Promise<T>): Promise<T> {
  await sql`savepoint tried`.execute(db)
  try {
    return await work()
  } finally {
    await sql`rollback to savepoint tried`.execute(db)
    await sql`release savepoint tried`.execute(db)
  }
}
