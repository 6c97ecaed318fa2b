import { minuteOfDay } from '../../../../plan/local.ts'
import { type Weekday, weekdays } from '../../../../plan/time.ts'
import type { RuleDraft } from '../../../rules/model.ts'

/** A rule with what it is called: the answer it came from, or its own sentence. */
export type Named = {
  readonly id: string
  readonly rule: Pick<RuleDraft, 'kind' | 'params' | 'scope' | 'weight'>
  readonly name: string
}

export type Against = {
  /** Ids of the others. */
  readonly others: readonly string[]
  readonly words: string
}

const step = 5
const stepsADay = 1440 / step
/** The shortest meeting anybody could still be given. */
const least = 30 / step
const working = weekdays.slice(0, 5)

const span = (from: string, to: string): readonly [number, number] => [
  Math.floor(minuteOfDay(from) / step),
  Math.ceil(minuteOfDay(to) / step),
]

type Protected = { days: Weekday[]; from: string; to: string; minutes?: number }
type Hours = { days: { [day in Weekday]?: [string, string][] } }

/** Whether a rule speaks of every meeting, always: one about a kind, a person or a stretch of dates leaves room. */
const isGeneral = ({ rule: { scope } }: Named): boolean =>
  scope.owner !== 'assistant' &&
  [scope.kinds, scope.people, scope.from, scope.until].every((part) => part === undefined)

/** Steps of a weekday that a rule keeps clear of meetings. */
function closes({ rule: { kind, params } }: Named, day: Weekday): (at: number) => boolean {
  if (kind === 'no-meetings') {
    const kept = (params as { days: Weekday[] }).days.includes(day)
    return () => kept
  }
  if (kind === 'protected') {
    const { days, from, to, minutes } = params as Protected
    const [first, end] = span(from, to)
    return (at) => minutes === undefined && days.includes(day) && at >= first && at < end
  }
  const open = ((params as Hours).days[day] ?? []).map(([from, to]) => span(from, to))
  return (at) => !open.some(([first, end]) => at >= first && at < end)
}

const closing = ['no-meetings', 'protected', 'hours']

/** Whether rules together leave half an hour in a row on any day from Monday to Friday. */
export function leavesRoom(rules: readonly Named[]): boolean {
  const kept = rules.filter((one) => closing.includes(one.rule.kind) && one.rule.weight !== 'prefer' && isGeneral(one))
  return working.some((day) => {
    const shut = kept.map((one) => closes(one, day))
    let free = 0
    for (let at = 0; at < stepsADay; at++) {
      free = shut.some((isShut) => isShut(at)) ? 0 : free + 1
      if (free >= least) return true
    }
    return false
  })
}

/** As few of the others as leave no room together with the candidate: each that can be left out is. */
function fewest(candidate: Named, others: readonly Named[]): Named[] {
  let found = [...others]
  for (const one of others) {
    const without = found.filter((other) => other !== one)
    if (!leavesRoom([candidate, ...without])) found = without
  }
  return found
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
const noRoom = 'no half hour from Monday to Friday in which anybody could be met'

function noRoomLeft(candidate: Named, others: readonly Named[]): Against | null {
  // What leaves no room without it is no fault of this answer.
  if (leavesRoom([candidate, ...others]) || !leavesRoom(others)) return null
  const found = fewest(candidate, others)
  return {
    others: found.map(({ id }) => id),
    words:
      found.length === 0
        ? `${candidate.name} leaves ${noRoom}.`
        : `${candidate.name}, together with ${listed(found.map(({ name }) => name))}, leaves ${noRoom}.`,
  }
}

const minutesOf = ({ rule: { kind, params } }: Named): number | null => {
  const minutes = (params as { minutes?: number }).minutes
  return ['length', 'stretch', 'day-limit'].includes(kind) && typeof minutes === 'number' ? minutes : null
}

/** A meeting may last longer than one may sit, or than a whole day of meetings. */
function tooLong(candidate: Named, others: readonly Named[]): Against | null {
  for (const other of others) {
    const [long, limit] = candidate.rule.kind === 'length' ? [candidate, other] : [other, candidate]
    if (long.rule.kind !== 'length' || !['stretch', 'day-limit'].includes(limit.rule.kind)) continue
    const [lasts, most] = [minutesOf(long), minutesOf(limit)]
    if (lasts === null || most === null || lasts <= most || ![long, limit].every(isGeneral)) continue
    return {
      others: [other.id],
      words: `${candidate.name} contradicts ${other.name}: a meeting that lasts as long as one allows is longer than the other allows.`,
    }
  }
  return null
}

/**
 * What a new rule contradicts among those in force, with both named: together they leave no room for any meeting, or one
 * allows what the other forbids. Null where they can all be kept.
 */
export const against = (candidate: Named, others: readonly Named[]): Against | null =>
  noRoomLeft(candidate, others) ?? tooLong(candidate, others)
