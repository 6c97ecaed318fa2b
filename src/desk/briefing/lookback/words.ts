import type { LookBackCode } from '../../../plan/lookback.ts'
import { dayWords, lengthWords } from '../words.ts'
import type { Numbers } from './model.ts'

const times = (n: number): string => (n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`)
const days = (n: number): string => (n === 1 ? 'One day' : `${n} days`)
const of = (numbers: Numbers, kind: string): number => numbers.kinds[kind] ?? 0
const worstDay = ({ worst }: Numbers): string => (worst ? dayWords(worst.on) : '')
const worstMinutes = ({ worst }: Numbers, limit: number, more: boolean): string =>
  lengthWords(Math.round(limit + (more ? 1 : -1) * (worst?.badness ?? 0)))

/** Five sentences, one of each code; every one can also say that all was well. */
export const lookBackWords: Readonly<Record<LookBackCode, (numbers: Numbers) => string>> = {
  'cannot-work': (n) => {
    if (n.count === 0) return 'Every day could work as it was planned.'
    const parts = [
      of(n, 'overlap') > 0 ? `${times(of(n, 'overlap'))} two things were on at once` : null,
      of(n, 'travel') > 0 ? `${times(of(n, 'travel'))} there was not enough time to get there` : null,
    ].filter((part) => part !== null)
    return `${days(n.days)} could not work as planned: ${parts.join(', and ')}.`
  },
  stretch: (n) =>
    n.count === 0
      ? 'There was always a break before three hours were over.'
      : `The longest stretch without a break lasted ${worstMinutes(n, 180, true)}, on ${worstDay(n)}; ${times(n.count)} it was more than three hours.`,
  lunch: (n) =>
    n.count === 0
      ? 'There was always time for lunch.'
      : `On ${n.days === 1 ? 'one day' : `${n.days} days`} meetings left no 45 minutes for lunch between 12:00 and 14:00.`,
  drift: (n) =>
    n.count === 0
      ? 'Nothing that repeats elsewhere changed its hour here.'
      : `${n.only || (n.count === 1 ? 'One series' : `${n.count} series`)}, written in another zone, changed the hour here when clocks changed there.`,
  night: (n) =>
    n.count === 0
      ? 'Every night was eleven hours or longer.'
      : `${n.count === 1 ? 'One night was' : `${n.count} nights were`} shorter than eleven hours; the shortest, after ${worstDay(n)}, was ${worstMinutes(n, 660, false)}.`,
}

/** What each offer would do from now on. */
export const offerWords: Readonly<Record<LookBackCode, string>> = {
  'cannot-work': 'Two rules of physics say so as soon as something is planned.',
  stretch: 'A rule can ask for a break of ten minutes at least every three hours.',
  lunch: 'A rule can keep 45 minutes free between 12:00 and 14:00 on weekdays.',
  drift: 'A rule can say so before the clocks change.',
  night: 'A rule can keep eleven hours between one day and the next.',
}
