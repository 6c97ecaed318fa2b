import { asInstant } from '../../../../plan/time.ts'
import { checkText, type TextFinding } from '../../../holds/texts/model.ts'
import { momentWords, theirsWords } from '../../../holds/texts/words.ts'
import type { CommitmentView } from '../model.ts'

type About = Pick<CommitmentView, 'id' | 'side' | 'by' | 'to' | 'dueAt' | 'time' | 'saidAt'>

/**
 * Reads a letter about a promise again before it leaves: each weekday is that of its date, both zones are there, names are
 * spelt as their owners spell them, and the time is the one that was promised.
 */
export function checkLetter(text: string, one: About, executive: string): TextFinding[] {
  const other = one.side === 'ours' ? one.to : one.by
  const near = one.dueAt ?? one.saidAt
  return checkText(text, {
    to: { ...other, country: null },
    through: null,
    behalf: executive,
    expiresAt: near,
    holds: one.dueAt === null || one.time === null ? [] : [timeOf(one.id, one.dueAt, other.zone)],
  })
}

function timeOf(id: string, dueAt: string, theirs: string | null) {
  const at = Temporal.ZonedDateTime.from(dueAt)
  const ms = asInstant(at.epochMilliseconds)
  return {
    id,
    rank: 1,
    start: dueAt,
    end: dueAt,
    words: momentWords(ms, at.timeZoneId),
    theirs: theirsWords({ start: ms, end: ms }, at.timeZoneId, theirs),
    state: 'taken' as const,
    stateWords: '',
    freesAt: dueAt,
    collides: [],
  }
}
