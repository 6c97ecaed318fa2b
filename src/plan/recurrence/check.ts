import type { When } from '../series.ts'
import { isWithinDay } from './misuse.ts'
import { isTrouble, parseRule } from './parse.ts'

/** Why a rule cannot be used by a series that begins so, in words; null when it can. `text` comes without `RRULE:`. */
export function checkRule(text: string, start: When): string | null {
  const rule = parseRule(text)
  if (isTrouble(rule)) return rule.words
  return start.form === 'date' && isWithinDay(rule.frequency) ? daysOnly(rule.frequency) : null
}

export const daysOnly = (frequency: string): string => `FREQ=${frequency} steps within the day, but the start is a date`
