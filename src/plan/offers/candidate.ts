import type { PlanItem } from '../plan.ts'
import { asInstant, asWall, type Instant, type Span } from '../time.ts'
import type { Ask, Meeting } from './ask.ts'
import { bare } from './calendar.ts'

/** The last of all keys: of two things at the same time the candidate comes second. */
const candidateKey = '\u{10ffff}'

/** Tells what is asked for at a time. */
export type CandidateAt = (span: Span) => PlanItem

/**
 * What is asked for, as it would stand in somebody's plan. It belongs to no series, was never moved and is written in no
 * zone, and everybody is taken to come, so that rules about what became of a meeting have nothing to say of it.
 */
export const candidateFor = ({ meeting, at }: Pick<Ask, 'meeting' | 'at'>): CandidateAt => {
  const common = { ...bare, ...partOf(meeting), key: candidateKey, uid: candidateKey }
  return (span) => ({
    ...common,
    span,
    wallStart: asWall(span.start),
    wallEnd: asWall(span.end),
    knownAt: at === null ? null : knownBefore(span.start, at),
  })
}

/** A meeting known only once it has begun is a record, of which `notice` is silent; a candidate is never a record. */
const knownBefore = (start: Instant, at: Instant): Instant => asInstant(Math.min(at, start - 1))

const partOf = ({ title, kind, place, link, people, label }: Meeting) => ({
  title,
  kind,
  place,
  link,
  people: people.map((person) => ({ ...person, answer: 'accepted' as const })),
  label,
})

export const isCandidate = (item: Pick<PlanItem, 'key'>): boolean => item.key === candidateKey
