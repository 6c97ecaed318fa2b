import rrule from 'rrule'
import { RRuleSet } from 'rrule-rust'
import { RRuleTemporal } from 'rrule-temporal'
import { wallText } from '../../text.ts'
import type { Wall } from '../../time.ts'

/** One rule to put to everybody: how it begins on the wall of a zone, and the last moment asked for. */
export type Question = {
  readonly text: string
  readonly start: Wall
  readonly zone: string
  /** Milliseconds on the wall, inclusive. */
  readonly last: Wall
  readonly most: number
}

const basic = (wall: Wall): string => wallText(wall).replaceAll(/[-:]/g, '')
const asIcs = ({ text, start, zone }: Question): string => `DTSTART;TZID=${zone}:${basic(start)}\nRRULE:${text}`

/** Knows nothing of zones unless the server stands in UTC: asked on the wall, answers on the wall. */
function askRrule({ text, start, last, most }: Question): number[] {
  const rule = new rrule.RRule({ ...rrule.RRule.parseString(text), dtstart: new Date(start) })
  const found: number[] = []
  rule.all((date) => {
    if (date.getTime() > last || found.length >= most) return false
    found.push(date.getTime())
    return true
  })
  return found
}

/** Answers instants. */
function askRust(question: Question): number[] {
  const set = RRuleSet.fromString(asIcs(question))
  const last = Temporal.PlainDateTime.from(wallText(question.last)).toZonedDateTime(question.zone).epochMilliseconds
  return set
    .all(question.most)
    .map((date) => date.toDate().getTime())
    .filter((at) => at <= last)
}

/** Answers instants. */
function askTemporal(question: Question): number[] {
  const rule = new RRuleTemporal({ rruleString: asIcs(question) })
  const last = Temporal.PlainDateTime.from(wallText(question.last)).toZonedDateTime(question.zone).epochMilliseconds
  const found: number[] = []
  rule.all((date) => {
    if (date.epochMilliseconds > last || found.length >= question.most) return false
    found.push(date.epochMilliseconds)
    return true
  })
  return found
}

/** How each library is asked; `onWall` says that it answers wall-clock times and not instants. */
export const libraries = {
  rrule: { ask: askRrule, onWall: true },
  'rrule-rust': { ask: askRust, onWall: false },
  'rrule-temporal': { ask: askTemporal, onWall: false },
} as const

export type Library = keyof typeof libraries
