import type { PlanDue } from '../../../plan/due.ts'
import { type Kept, type ReviewView, stateOf } from '../model.ts'
import { creditWords, headWords, reviewWords } from '../words.ts'

export type Month = {
  readonly month: string
  readonly from: Temporal.Instant
  readonly until: Temporal.Instant
  readonly mistakes: readonly Kept[]
  readonly fixed: readonly { readonly fingerprint: string; readonly rule: string; readonly name: string }[]
  readonly ruleWords: ReadonlyMap<string, string>
  readonly done: readonly PlanDue[]
  readonly zone: string
}

const isIn = (at: Temporal.Instant, { from, until }: Month): boolean =>
  Temporal.Instant.compare(at, from) >= 0 && Temporal.Instant.compare(at, until) < 0

/** Findings that were fixed before anything came of them, each once, by the rule that saw them. */
const nearMisses = ({ fixed, ruleWords }: Month): ReviewView['nearMisses'] => {
  const byRule = Map.groupBy(fixed, ({ rule }) => rule)
  return [...byRule]
    .map(([rule, rows]) => ({
      rule,
      words: ruleWords.get(rule) ?? 'A rule that is no longer there',
      count: new Set(rows.map(({ fingerprint }) => fingerprint)).size,
    }))
    .sort((a, b) => b.count - a.count || (a.words < b.words ? -1 : 1))
}

/** What was due and was done in the month, by its time. */
export const doneInTime = (month: Month): PlanDue[] =>
  month.done.filter(
    ({ who, closedAt, dueAt }) =>
      who !== '' &&
      closedAt !== null &&
      dueAt !== null &&
      closedAt <= dueAt &&
      isIn(Temporal.Instant.fromEpochMilliseconds(closedAt), month),
  )

/** Who saw to what in time, in the order of their names: nobody comes first. */
const credits = (month: Month): ReviewView['credits'] => {
  const mended = Map.groupBy(month.fixed, ({ name }) => name)
  const onTime = Map.groupBy(doneInTime(month), ({ who }) => who)
  const names = [...new Set([...mended.keys(), ...onTime.keys()])].sort()
  return names.map((name) => {
    const seen = new Set(mended.get(name)?.map(({ fingerprint }) => fingerprint)).size
    return { name, words: creditWords(seen, onTime.get(name)?.map(({ title }) => title) ?? []) }
  })
}

/** The month, told without blame: what happened and what it taught, what nearly did, and who saw it coming. */
export function reviewOf(month: Month): ReviewView {
  const found = month.mistakes.filter(({ facts }) => isIn(Temporal.Instant.from(facts.foundAt), month))
  const again = month.mistakes.filter(({ progress }) =>
    progress.reopened.some(({ at }) => isIn(Temporal.Instant.from(at), month)),
  )
  const misses = nearMisses(month)
  return {
    month: month.month,
    mistakes: found.map(({ id, facts, progress }) => ({
      id,
      title: facts.title,
      words: headWords(
        stateOf(progress),
        Temporal.Instant.from(facts.foundAt).toZonedDateTimeISO(month.zone),
        progress.closed?.by ?? null,
      ),
      learnt: progress.closed?.learnt ?? '',
      stretch: facts.stretch,
    })),
    nearMisses: misses,
    credits: credits(month),
    words: reviewWords({
      found: found.length,
      stretch: found.filter(({ facts }) => facts.stretch).length,
      again: again.length,
      near: misses.reduce((sum, { count }) => sum + count, 0),
    }),
  }
}
