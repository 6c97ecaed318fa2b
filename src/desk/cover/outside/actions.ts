import type { Db } from '../../act.ts'
import { deskRow } from '../../journal/queries.ts'
import { dayOf } from '../model.ts'
import { openCovers, settingsOf } from '../queries.ts'
import { outsideWords } from '../words.ts'

/**
 * What somebody without an account is told when one of these people is away at `at`, by the desk's own calendar days: as much
 * as the desk's cover settings allow, and null where that is nothing or everybody is here. Why somebody is away is never told.
 */
export async function absenceOf(
  db: Db,
  desk: string,
  names: readonly string[],
  at: Temporal.Instant,
): Promise<string | null> {
  const { told, reach } = await settingsOf(db, desk)
  if (told === 'never') return null
  const on = (await openCovers(db, desk)).filter(
    ({ from_at, until_at }) => Temporal.Instant.compare(from_at, at) <= 0 && Temporal.Instant.compare(at, until_at) < 0,
  )
  // Whoever wrote is who an answer would reach; the one it is written for comes after.
  const cover = names.map((name) => on.find((one) => one.away_name === name)).find((one) => one !== undefined)
  const row = cover && (await deskRow(db, desk, false))
  if (!row) return null
  const last = dayOf(cover.until_at.subtract({ seconds: 1 }).toZonedDateTimeISO(row.zone))
  return told === 'away'
    ? outsideWords(cover.away_name, last, null, null)
    : outsideWords(cover.away_name, last, cover.cover_name, reach)
}
