import { dayText } from '../../../plan/text.ts'
import { asDay } from '../../../plan/time.ts'
import { datesIn } from '../text/dates.ts'
import { languageOf, lexiconFor, phrases } from '../text/lexicon.ts'
import { sheetOf } from '../text/sheet.ts'
import { timesIn } from '../text/times.ts'
import { timeText, written } from '../times.ts'

/** What some words show of a time: a day, a clock (`17:55`), or both; null where it is no time alone. */
export type Moment = { readonly day: string | null; readonly clock: string | null; readonly whole: string | null }

const two = (n: number) => `${n}`.padStart(2, '0')

/** Reads what is nothing but a time, in the language of the words around it. */
export function momentIn(words: string, around: string): Moment | null {
  const time = written(words)
  if (time) return { day: words.slice(0, 10), clock: time.exact ? words.slice(11, 16) : null, whole: timeText(time) }
  if (words.length > 40) return null
  const sheet = sheetOf(words)
  const lexicon = lexiconFor(languageOf(sheetOf(around).low))
  const dates = datesIn(sheet, lexicon, null)
  const times = timesIn(sheet, lexicon, phrases(lexicon.own.nextDay)).filter(
    (each) => !dates.some((date) => date.at < each.end && each.at < date.end),
  )
  const [date, clock] = [dates[0], times[0]]
  if (dates.length > 1 || times.length > 1 || (!date && !clock) || (clock && clock.plus > 0)) return null
  const rest = [date, clock].reduce(
    (left, mark) => (mark ? left.replace(words.slice(mark.at, mark.end), ' ') : left),
    words,
  )
  if ((rest.match(/[\p{L}\p{N}]+/gu) ?? []).some((word) => word.length > 4)) return null
  const only = date?.days.length === 1 ? dayText(asDay(date.days[0] as number)) : null
  const hour = clock ? `${two(Math.floor(clock.minutes / 60))}:${two(clock.minutes % 60)}` : null
  return { day: only, clock: hour, whole: only && hour ? `${only}T${hour}` : null }
}
