import * as z from 'zod'
import type { Instant } from '../../../../plan/time.ts'
import { byDue, type Commitment, side } from '../model.ts'
import { chaseWords, dueWords, promiseWords, type Reading, saidWords } from '../words.ts'

/** A line of the day about a promise, ours or theirs. */
export const promiseLine = z.object({
  id: z.uuid(),
  side,
  words: z.string(),
  /** "today 16:00", "3 days late" */
  due: z.string(),
  detail: z.string(),
  isLate: z.boolean(),
  isChaseDue: z.boolean(),
})
export type PromiseLine = z.infer<typeof promiseLine>

/** What is due by the end of tomorrow, what is late, and what is to be asked after: both ways, late first. */
export const promisesDue = (
  all: readonly Commitment[],
  reading: Reading,
  now: Temporal.ZonedDateTime,
): PromiseLine[] => {
  const at = now.epochMilliseconds
  const soon = now.toPlainDate().add({ days: 2 }).toZonedDateTime(now.timeZoneId).epochMilliseconds
  return all
    .filter(({ state }) => state === 'open')
    .filter((one) => (one.dueAt !== null && one.dueAt < soon) || (one.side === 'theirs' && one.chaseAt <= at))
    .sort(byDue)
    .map((one) => lineOf(one, reading, now))
}

/** What is due on a day, or is to be asked after on it, both ways. */
export const promisesOn = (
  all: readonly Commitment[],
  reading: Reading,
  now: Temporal.ZonedDateTime,
  on: string,
): PromiseLine[] =>
  all
    .filter(
      ({ state, side, terms }) =>
        state === 'open' && (terms.dueOn === on || (side === 'theirs' && terms.chaseOn === on)),
    )
    .sort(byDue)
    .map((one) => lineOf(one, reading, now))

const lineOf = (one: Commitment, reading: Reading, now: Temporal.ZonedDateTime): PromiseLine => ({
  id: one.id,
  side: one.side,
  words: promiseWords(one, reading),
  due: dueWords(one.terms, one.dueAt, now),
  detail: [saidWords(one, now), one.side === 'theirs' ? chaseWords(one, now) : ''].filter(Boolean).join(' · '),
  isLate: one.dueAt !== null && one.dueAt < now.epochMilliseconds,
  isChaseDue: one.side === 'theirs' && one.chaseAt <= now.epochMilliseconds,
})

/** What whoever covers has to know of a promise. */
export type PromiseHanded = {
  readonly id: string
  readonly words: string
  readonly detail: string
  readonly at: Instant
}

/** Promises that fall due, or are to be asked after, before an instant; as they are handed over. */
export const promisesHanded = (
  all: readonly Commitment[],
  reading: Reading,
  now: Temporal.ZonedDateTime,
  until: number,
): PromiseHanded[] =>
  all
    .filter(({ state, dueAt, chaseAt }) => state === 'open' && ((dueAt !== null && dueAt < until) || chaseAt < until))
    .sort(byDue)
    .map((one) => ({
      id: one.id,
      words: `${promiseWords(one, reading)} (${dueWords(one.terms, one.dueAt, now)})`,
      detail: [saidWords(one, now), chaseWords(one, now)].join(' · '),
      at: one.dueAt ?? one.chaseAt,
    }))
