import type { Paper } from '../model.ts'

/** What of a paper the journal keeps beside; its entry is as private as the paper, and no number is in it. */
export const kept = ({ kind, country, name, issuedOn, until, notes }: Paper) => ({
  kind,
  country,
  name,
  issuedOn,
  until,
  notes,
})

/** Why a paper cannot be so; null where it can. */
export const wrongDays = ({ issuedOn, until }: Pick<Paper, 'issuedOn' | 'until'>): string | null =>
  issuedOn !== null && until !== null && until < issuedOn ? 'It would expire before it was issued' : null
