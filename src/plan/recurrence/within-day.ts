import { dayMs, type Wall } from '../time.ts'
import { clockAt, given, secondsOf } from './clock.ts'
import { choose } from './pattern.ts'
import type { RecurrenceRule } from './rule.ts'
import { ClockTimes, ListedTimes, listed, type Times } from './times.ts'

/** A rule that steps in hours, minutes or seconds, set going at a start. */
export type WithinDay = {
  /** Units in a day: 24 hours, 1,440 minutes, 86,400 seconds. */
  readonly perDay: number
  /** The unit the start lies in, counted since 1970. */
  readonly first: number
  readonly interval: number
  /** Which hours, minutes and seconds the rule allows its units, 1 or 0. */
  readonly allowed: { readonly hours: Uint8Array; readonly minutes: Uint8Array; readonly seconds: Uint8Array }
  /** False when every unit is allowed. */
  readonly isLimited: boolean
  /** What happens inside a unit: milliseconds, ascending. BYSETPOS chooses there, always from the same set. */
  readonly inside: readonly number[]
}

const unitsPerDay = { SECONDLY: 86_400, MINUTELY: 1440, HOURLY: 24 } as const

function flags(numbers: readonly number[], length: number): Uint8Array {
  const set = new Uint8Array(length)
  if (numbers.length === 0) return set.fill(1)
  for (const n of numbers) set[n] = 1
  return set
}

export function withinDay(rule: RecurrenceRule, start: Wall): WithinDay {
  const perDay = unitsPerDay[rule.frequency as keyof typeof unitsPerDay]
  const minutes = perDay >= 1440 ? rule.byMinute : []
  const seconds = perDay === 86_400 ? secondsOf(rule) : []
  return {
    perDay,
    first: Math.floor(start / (dayMs / perDay)),
    interval: rule.interval,
    allowed: { hours: flags(rule.byHour, 24), minutes: flags(minutes, 60), seconds: flags(seconds, 60) },
    isLimited: rule.byHour.length + minutes.length + seconds.length > 0,
    inside: choose(rule.bySetPos, listed(insideUnit(rule, start, perDay))),
  }
}

function insideUnit(rule: RecurrenceRule, start: Wall, perDay: number): Times {
  const { minute, second } = clockAt(start)
  const minutes = perDay >= 1440 ? [0] : given(rule.byMinute, minute)
  return new ClockTimes([0], minutes, perDay === 86_400 ? [0] : given(secondsOf(rule), second))
}

/** The allowed units of a day that steps from `from` meet. What is not allowed is stepped over at once. */
export const unitsMet = (steps: WithinDay, from: number): number[] =>
  firstMet(steps, from, steps.interval, steps.perDay)

/** The first `most` allowed units of a day that steps of another length meet. */
export function firstMet({ perDay, allowed }: WithinDay, from: number, step: number, most: number): number[] {
  const seconds = 86_400 / perDay
  const met: number[] = []
  let unit = from
  const passTo = (next: number): void => {
    unit += Math.max(1, Math.ceil((next - unit) / step)) * step
  }
  while (unit < perDay && met.length < most) {
    const second = unit * seconds
    const minute = Math.floor(second / 60)
    const hour = Math.floor(minute / 60)
    if (!allowed.hours[hour]) passTo(((hour + 1) * 3600) / seconds)
    else if (!allowed.minutes[minute % 60]) passTo(((minute + 1) * 60) / seconds)
    else {
      if (allowed.seconds[second % 60]) met.push(unit)
      unit += step
    }
  }
  return met
}

const remainder = (x: number, of: number): number => ((x % of) + of) % of

/** The times of every day, of steps that divide the day. */
export function timesOfSteps(rule: RecurrenceRule, start: Wall, steps: WithinDay): Times {
  const whole = rule.bySetPos.length === 0 ? handsOfSteps(rule, start, steps) : null
  if (whole) return whole
  const unitMs = dayMs / steps.perDay
  const met = unitsMet(steps, remainder(steps.first, steps.interval))
  return new ListedTimes(met.flatMap((unit) => steps.inside.map((offset) => unit * unitMs + offset)))
}

/** The steps as hours × minutes × seconds; null where they do not fall apart so, as 90 minutes do not. */
function handsOfSteps(
  rule: RecurrenceRule,
  start: Wall,
  { perDay, first, interval, allowed }: WithinDay,
): Times | null {
  const { minute, second } = clockAt(start)
  const hands: (readonly number[])[] = []
  let [step, phase] = [interval, remainder(first, perDay)]
  const levels = [allowed.seconds, allowed.minutes, allowed.hours].slice(perDay === 24 ? 2 : perDay === 1440 ? 1 : 0)
  for (const level of levels) {
    const size = level.length
    if (size % step !== 0 && step % size !== 0) return null
    const every = size % step === 0 ? step : size
    hands.unshift(placesOf(level, phase % every, every))
    phase = size % step === 0 ? 0 : Math.floor(phase / size)
    step = size % step === 0 ? 1 : step / size
  }
  const [hours = [], minutes = given(rule.byMinute, minute), seconds = given(secondsOf(rule), second)] = hands
  return new ClockTimes(hours, minutes, seconds)
}

function placesOf(level: Uint8Array, from: number, every: number): number[] {
  const places: number[] = []
  for (let place = from; place < level.length; place += every) if (level[place]) places.push(place)
  return places
}
