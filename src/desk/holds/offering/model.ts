import { asInstant, dayMs, type Instant, minuteMs, type Span } from '../../../plan/time.ts'
import { type Refused, refuse } from '../../act.ts'
import type { RuleRow } from '../../rules/model.ts'
import type { Hold } from '../group/model.ts'
import type { Meeting, TimeOffered, Whose } from '../model.ts'

const longest = 7 * dayMs
const furthest = 3 * 366 * dayMs

/** A time as it was given, still to come, or why it cannot be offered. */
export const spanFrom = (time: TimeOffered | undefined, at: Instant, path: string): Span | Refused => {
  if (!time) return refuse('bad-input', 'Say which time.', [], path)
  const [start, end] = [time.start, time.end].map((text) => asInstant(Temporal.Instant.from(text).epochMilliseconds))
  if (start === undefined || end === undefined || end <= start)
    return refuse('bad-input', 'A time ends after it starts.', [], `${path}.end`)
  if (end - start > longest) return refuse('bad-input', 'A time lasts a week at the most.', [], `${path}.end`)
  if (start <= at) return refuse('bad-input', 'That time has passed.', [], `${path}.start`)
  if (start - at > furthest) return refuse('bad-input', 'That is more than three years away.', [], `${path}.start`)
  return { start, end }
}

/**
 * A hold that begins now. It goes by itself `notice` minutes before its start, or when it starts where even now is later
 * than that: whoever offers it knows how near it is.
 */
export const freshHold = (
  id: string,
  rank: number,
  span: Span,
  at: Instant,
  notice: number,
  knowing: readonly string[],
): Hold => {
  const limit = span.start - notice * minuteMs
  const latest = asInstant(limit > at ? limit : span.start)
  return { id, rank, state: 'out', freedBy: null, span, latest, knowing }
}

type About = {
  readonly meeting: Pick<Meeting, 'kind' | 'people'>
  readonly whose: Whose
  readonly address: string | null
}

/** The most notice, in minutes, that a rule in force wants before a meeting like this one. */
export const noticeFor = (rules: readonly RuleRow[], { meeting, whose, address }: About): number =>
  rules
    .filter((rule) => rule.on && rule.kind === 'notice')
    .filter(({ scope }) => whose === 'both' || (scope.owner ?? 'executive') === whose)
    .filter(({ scope }) => !scope.kinds || scope.kinds.includes(meeting.kind))
    .filter(({ scope }) => {
      const people = [address, ...meeting.people.map((one) => one.address)].map((one) => one?.toLowerCase())
      return !scope.people || scope.people.some((one) => people.includes(one.toLowerCase()))
    })
    .reduce((most, { params }) => Math.max(most, Number(params.minutes ?? 0)), 0)
