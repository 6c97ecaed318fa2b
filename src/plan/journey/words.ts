import type { City, Journey, Reason } from './journey.ts'

/** Why no order fits, in a sentence: "Riga, 3 days: there on every day from 5 to 8". */
export const reasonWords = (reason: Reason, { days }: Journey): string => {
  if (reason.what === 'window') return windowWords(reason.city, days)
  if (reason.what === 'total')
    return `The stays come to ${daysWords(reason.days)}, a day of travel counted once; the journey has ${daysWords(days)}`
  const { from, to, oneWay } = reason
  return oneWay
    ? `Nothing goes directly from ${from} to ${to}, only back`
    : `Nothing goes directly between ${from} and ${to}`
}

const daysWords = (days: number): string => (days === 1 ? '1 day' : `${days} days`)

const windowWords = ({ name, days, window }: City, all: number): string => {
  const [first, last] = window ?? [1, 1]
  const there = first === last ? `there on day ${first}` : `there on every day from ${first} to ${last}`
  const said = `${name}, ${daysWords(days)}: ${there}`
  if (last > all) return `${said}, but the journey ends on day ${all}`
  return last - first + 1 > days ? `${said}, longer than the stay` : said
}
