import type { DuesOf } from '../../../act.ts'
import { commitmentsAround } from '../queries.ts'
import { dueOf } from './model.ts'

/** What is promised, both ways, for every plan. */
export const commitmentDues: DuesOf = async ({ db, desk }, { window, asOf }) =>
  (await commitmentsAround(db, desk.id, window, asOf ?? null)).map((one) => dueOf(one, desk.zone))
