import { long, type Today } from './dates.ts'
import type { Line } from './line.ts'

const fixed: readonly (readonly [string, month: number, day: number])[] = [
  ["new year['’]?s eve|nye", 12, 31],
  ["new year['’]?s day|nyd", 1, 1],
  ['(?:christmas|xmas) eve', 12, 24],
  ['(?:christmas|xmas) day', 12, 25],
  ['boxing day', 12, 26],
  ["valentine['’]?s day", 2, 14],
  ["st\\.? patrick['’]?s day", 3, 17],
  ['halloween', 10, 31],
]

/** Days from Easter Sunday. */
const movable: readonly (readonly [string, days: number])[] = [
  ['shrove tuesday', -47],
  ['ash wednesday', -46],
  ['palm sunday', -7],
  ['maundy thursday', -3],
  ['good friday', -2],
  ['easter sunday', 0],
  ['easter monday', 1],
  ['whit monday', 50],
]

/** A named day, as a pattern to stand in others. */
export const feastNames = [...fixed, ...movable].map(([name]) => name).join('|')

/** Named days that differ by country or year: they are asked for, never guessed. */
export const unsureFeasts =
  "black friday|cyber monday|giving tuesday|super tuesday|thanksgiving(?: day)?|labou?r day|memorial day|independence day|veterans day|presidents['’]? day|mother['’]?s day|father['’]?s day|bank holiday(?: monday)?|may day|diwali|eid|hanukkah|passover|(?:chinese|lunar) new year|month[- ]end|year[- ]end|eom"

/** Easter Sunday by the Gregorian computus (Meeus, Jones, Butcher). */
function easter(year: number): Today {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return Temporal.PlainDate.from({ year, month: Math.floor(n / 31), day: (n % 31) + 1 })
}

const feasts: readonly (readonly [string, (year: number) => Today])[] = [
  ...fixed.map(
    ([name, month, day]) => [name, (year: number) => Temporal.PlainDate.from({ year, month, day })] as const,
  ),
  ...movable.map(([name, days]) => [name, (year: number) => easter(year).add({ days })] as const),
]

/** The next "Christmas Eve" or "Good Friday" a line names, said because it was worked out; null where it names none. */
export function takeFeast(line: Line, today: Today): Today | null {
  const next = (on: (year: number) => Today) =>
    Temporal.PlainDate.compare(on(today.year), today) >= 0 ? on(today.year) : on(today.year + 1)
  for (const [name, dayIn] of feasts) {
    const said = line.take(new RegExp(`\\b(?:on\\s+)?(?:${name})\\b`, 'i'), 'day')?.[0]
    if (said === undefined) continue
    line.assume(`“${said.trim()}” was read as ${long(next(dayIn), today)}`)
    return next(dayIn)
  }
  return null
}
