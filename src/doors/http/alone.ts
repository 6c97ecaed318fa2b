import { isRefused, type Refused } from '../../desk/act.ts'
import { holdDoors } from '../../desk/authority/queries.ts'
import type { Surroundings } from '../../desk/perform.ts'

/**
 * Whoever comes through the door comes alone, also where two Equerries share a database: one desk is the outcome. The link, the
 * desk and the seat are kept together or not at all.
 */
export const oneByOne = async <T extends object>(
  around: Surroundings,
  work: (alone: Surroundings) => Promise<T | Refused>,
): Promise<T | Refused> => {
  const alone = around.db.transaction()
  try {
    return await around.inTurn('first', () =>
      alone.execute(async (db) => {
        await holdDoors(db)
        const done = await work({ ...around, db })
        if (isRefused(done)) throw new TakenBack(done)
        return done
      }),
    )
  } catch (error) {
    if (error instanceof TakenBack) return error.no
    throw error
  }
}

/** A no in the middle: what was written before it is not kept. */
class TakenBack extends Error {
  readonly no: Refused
  constructor(no: Refused) {
    super('taken back')
    this.no = no
  }
}

/** Asked of Temporal: the browsers' list and ours differ in old and new names (Asia/Calcutta, Asia/Kolkata), and all are good. */
export const isZone = (name: string): boolean => {
  try {
    Temporal.PlainDate.from('2026-01-01').toZonedDateTime(name)
    return true
  } catch {
    return false
  }
}
