import { setTimeout as wait } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../desk/tables.ts'
import type { KeyRing } from './ring.ts'

/** The database as its owner, who sees the rows of every desk and of sign-in. */
export type Owner = Kysely<Tables>

/** A kind of rows that are sealed under keys of the ring, in the order of their ids. */
export type SealedRows = {
  /** One of them, and several, for whoever has to enter it again. */
  readonly called: readonly [string, string]
  /** What to do where its key is gone. */
  readonly anew: string
  /** How many rows are sealed under which key. */
  readonly count: (db: Owner) => Promise<ReadonlyMap<number, number>>
  /** Seals up to `most` rows after `after` that are not under `newest` again. One that does not open stays as it is. */
  readonly again: (db: Owner, newest: number, after: Id | null, most: number) => Promise<Again>
}
export type Id = readonly string[]
/** How many were sealed again, and the id of the last one looked at; null when there are no more. */
export type Again = { readonly sealed: number; readonly last: Id | null }

/** What a rotation did, or would do. */
export type Rotation = {
  /** Secrets that are sealed under the newest key now. */
  readonly sealed: number
  /** Those that do not open any more, and what to do about them. */
  readonly lost: readonly string[]
  /** Keys that are gone. */
  readonly dropped: number
  /** An earlier rotation broke off, and this one finished it. */
  readonly resumed: boolean
}

const batch = 100
const lock = 4_170_002
/** Long enough for whoever took the key before this one and has not yet written what they sealed under it. */
const settleMs = 1000

/**
 * A new key; everything is sealed under it again, a hundred rows a transaction; then the old keys go. Killed at any moment,
 * everything still opens, and the next rotation goes on where this one was. Two at once wait for each other. What does not
 * open stays as it is and is told.
 * @param begun called once the new key is there and seals.
 * @throws NoKeys where the key file cannot be written: before anything was done, or with every key still there.
 */
export const rotate = (
  owner: Owner,
  ring: KeyRing,
  kinds: readonly SealedRows[],
  at: Temporal.Instant,
  begun: (db: Owner) => Promise<void>,
): Promise<Rotation> =>
  owner.connection().execute(async (db) => {
    await sql`select pg_advisory_lock(${lock})`.execute(db)
    try {
      const resumed = ring.keys.length > 1
      if (!resumed) ring.add(at)
      await begun(db)
      let sealed = await sealAll(db, ring, kinds)
      await wait(settleMs)
      for (let late = -1; late !== 0; ) {
        late = await sealAll(db, ring, kinds)
        sealed += late
      }
      const dropped = ring.keys.length - 1
      ring.dropOld()
      return { sealed, lost: await lostSecrets(db, ring, kinds), dropped, resumed }
    } finally {
      await sql`select pg_advisory_unlock(${lock})`.execute(db)
    }
  })

/** What a rotation would do now. Nothing is changed. */
export async function foretellRotation(db: Owner, ring: KeyRing, kinds: readonly SealedRows[]): Promise<Rotation> {
  const ids = ring.keys.map(({ id }) => id)
  const resumed = ids.length > 1
  const old = new Set(resumed ? ids.slice(1) : ids)
  const sealed = await countUnder(db, kinds, (key) => old.has(key))
  return { sealed, lost: await lostSecrets(db, ring, kinds), dropped: old.size, resumed }
}

async function sealAll(owner: Owner, ring: KeyRing, kinds: readonly SealedRows[]): Promise<number> {
  let sealed = 0
  for (const kind of kinds) {
    let after: Id | null = null
    do {
      const done = await owner.transaction().execute((db) => kind.again(db, ring.newest.id, after, batch))
      sealed += done.sealed
      after = done.last
    } while (after !== null)
  }
  return sealed
}

/** Secrets whose keys are not in the ring, each kind in words with what to do; empty where everything opens. */
export async function lostSecrets(db: Owner, ring: KeyRing, kinds: readonly SealedRows[]): Promise<readonly string[]> {
  const known = new Set(ring.keys.map(({ id }) => id))
  const lost: string[] = []
  for (const kind of kinds) {
    const rows = await countUnder(db, [kind], (key) => !known.has(key))
    const [one, several] = kind.called
    if (rows === 1) lost.push(`1 ${one} is sealed under a key that is not in ${ring.file}. ${kind.anew}`)
    if (rows > 1) lost.push(`${rows} ${several} are sealed under keys that are not in ${ring.file}. ${kind.anew}`)
  }
  return lost
}

async function countUnder(db: Owner, kinds: readonly SealedRows[], counts: (key: number) => boolean): Promise<number> {
  let rows = 0
  for (const kind of kinds) for (const [key, n] of await kind.count(db)) if (counts(key)) rows += n
  return rows
}
