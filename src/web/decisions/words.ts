import { todayIn } from '../clock.ts'
import { clock, placeOf, shortDayWords } from '../dates.ts'
import type { Decision } from './draft.ts'

/** "Dana" of "Dana Okafor". */
export const firstName = (name: string): string => name.trim().split(/\s+/)[0] ?? name

/** "12:00" today; else with its weekday, and with its place where that is not the desk's. */
export function byWords(neededBy: string, deskZone: string): string {
  const at = Temporal.ZonedDateTime.from(neededBy)
  const isToday = at.toPlainDate().equals(todayIn(at.timeZoneId))
  const day = isToday ? '' : `${shortDayWords(at.toPlainDate())}, `
  return `${day}${clock(neededBy)}${at.timeZoneId === deskZone ? '' : ` ${placeOf(at.timeZoneId)}`}`
}

/** How a choice is told to whoever made it, and what the desk could not do. */
export function chosenWords({ options, outcome }: Decision): string {
  if (outcome === null) return 'Answered'
  const chosen = options.find(({ number }) => number === outcome.option)
  const words = chosen ? `Chosen: ${chosen.words}` : 'None of them'
  return outcome.trouble === null ? words : `${words}. The desk could not do it: ${outcome.trouble}`
}
