import { minuteOfDay } from '../../../../plan/local.ts'
import type { BufferParams } from '../../../../plan/rules/buffer.ts'
import type { StretchParams } from '../../../../plan/rules/stretch.ts'
import { type Weekday, weekdays } from '../../../../plan/time.ts'
import type { RuleDraft } from '../../../rules/model.ts'
import { listed } from '../parts/model.ts'

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
  // Who may not sit for half an hour without a break can be met for none.
  if (kind === 'stretch') return () => (params as StretchParams).minutes < least * step
  const open = ((params as Hours).days[day] ?? []).map(([from, to]) => span(from, to))
  return (at) => !open.some(([first, end]) => at >= first && at < end)
}

const closing = ['no-meetings', 'protected', 'hours', 'stretch']

const isFirm = (one: Named): boolean => one.rule.weight !== 'prefer' && isGeneral(one)

/** The longest time in a row, in steps, that rules together leave open on any day from Monday to Friday. */
function longestOpen(rules: readonly Named[]): number {
  const kept = rules.filter((one) => closing.includes(one.rule.kind) && isFirm(one))
  const openOn = (day: Weekday): number => {
    const shut = kept.map((one) => closes(one, day))
    let [longest, free] = [0, 0]
    for (let at = 0; at < stepsADay; at++) {
      free = shut.some((isShut) => isShut(at)) ? 0 : free + 1
      longest = Math.max(longest, free)
    }
    return longest
  }
  return Math.max(...working.map(openOn))
}

/** Whether rules together leave half an hour in a row on any day from Monday to Friday. */
export const leavesRoom = (rules: readonly Named[]): boolean => longestOpen(rules) >= least

/** As few of the others as still leave it so: each that can be left out is. */
function fewest(others: readonly Named[], isSo: (others: readonly Named[]) => boolean): Named[] {
  let found = [...others]
  for (const one of others) {
    const without = found.filter((other) => other !== one)
    if (isSo(without)) found = without
  }
  return found
}

/** "X, together with Y and Z," or X alone. */
const together = (candidate: Named, others: readonly Named[]): string =>
  others.length === 0 ? candidate.name : `${candidate.name}, together with ${listed(others.map(({ name }) => name))},`
const noRoom = 'no half hour from Monday to Friday in which anybody could be met'

function noRoomLeft(candidate: Named, others: readonly Named[]): Against | null {
  // What leaves no room without it is no fault of this answer.
  if (leavesRoom([candidate, ...others]) || !leavesRoom(others)) return null
  const found = fewest(others, (few) => !leavesRoom([candidate, ...few]))
  return { others: found.map(({ id }) => id), words: `${together(candidate, found)} leaves ${noRoom}.` }
}

const airOf = ({ rule: { kind, params } }: Named): number => {
  const { beforeMinutes = 0, afterMinutes = 0 } = kind === 'buffer' ? (params as BufferParams) : {}
  return Math.max(beforeMinutes, afterMinutes)
}

/** Air between one thing and the next that is as long as the day they leave, or longer. */
function noSecond(candidate: Named, others: readonly Named[]): Against | null {
  const airs = [candidate, ...others].filter((one) => airOf(one) > 0 && isFirm(one))
  const isOver = (air: Named, rules: readonly Named[]) => {
    const open = longestOpen(rules) * step
    return open > 0 && airOf(air) >= open
  }
  const air = airs.find((one) => isOver(one, [candidate, ...others]) && !(one !== candidate && isOver(one, others)))
  if (!air) return null
  const rest = [candidate, ...others].filter((one) => one !== air)
  const found = fewest(rest, (few) => isOver(air, few))
  return {
    others: [air, ...found].filter((one) => one !== candidate).map(({ id }) => id),
    words: `${together(air, found)} is longer than any day there is: nothing could ever follow anything.`,
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
  noRoomLeft(candidate, others) ?? noSecond(candidate, others) ?? tooLong(candidate, others)
