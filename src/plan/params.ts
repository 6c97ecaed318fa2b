import * as z from 'zod'
import { type Weekday, weekdays } from './time.ts'

/** Shapes that the parameters of several kinds share. */

/** `HH:MM`, by the clocks where the executive is. */
export const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time is HH:MM, 00:00 to 23:59')
  .meta({ format: 'time', title: 'Time' })

/** `HH:MM`, and `24:00` for the end of the day. */
export const endClock = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'A time is HH:MM, 00:00 to 24:00')
  .meta({ format: 'time', title: 'Time' })

export const weekday = z.enum(weekdays)
export const days = z.array(weekday).min(1).describe('Weekdays')
export const minutes = (says: string) => z.int().min(1).max(10_080).describe(says)

const names: Readonly<Record<Weekday, string>> = {
  MO: 'Mondays',
  TU: 'Tuesdays',
  WE: 'Wednesdays',
  TH: 'Thursdays',
  FR: 'Fridays',
  SA: 'Saturdays',
  SU: 'Sundays',
}

/** After a no: "on weekdays", "on any day". */
export const onAnyOf = (on: readonly Weekday[]): string => {
  const said = daysWords(on)
  return said === everyDay ? 'on any day' : said
}

const everyDay = 'every day'
/** "on weekdays", "every day", "on Mondays and Fridays" */
export const daysWords = (on: readonly Weekday[]): string => {
  const chosen = weekdays.filter((day) => on.includes(day))
  if (chosen.length === 7) return everyDay
  if (chosen.join() === 'MO,TU,WE,TH,FR') return 'on weekdays'
  if (chosen.join() === 'SA,SU') return 'at weekends'
  const said = chosen.map((day) => names[day])
  return `on ${said.length > 1 ? `${said.slice(0, -1).join(', ')} and ${said.at(-1)}` : said[0]}`
}
