import { monthNames, ranked, weekdayNames } from './dates.ts'
import { feastNames, unsureFeasts } from './feasts.ts'
import type { Line } from './line.ts'

const anyWeekday = '(?:mon|tues|wednes|thurs|fri|satur|sun)day'

/** Names of papers, films, firms and things that hold a word of time. */
const ownNames = [
  `\\b(?:${weekdayNames}|${monthNames}|daily|weekly|monthly|today|tomorrow)\\.[a-z]{2,}\\b`,
  '\\bsat[- ]?nav\\w*',
  '\\bdaily (?:mail|telegraph|express|mirror|star|beast|record|show|politics|planet)\\b',
  `\\b${anyWeekday} (?:times|telegraph|mirror|express|mail|post|night football|night live|murder club)\\b`,
  "\\b(?:ruby tuesday|sheffield wednesday|freaky friday|bloody sunday|tgi friday['’]?s?|girl friday)\\b",
  "\\b(?:usa today|today (?:programme|show)|tomorrow['’]?s world)\\b",
  '\\b(?:morning star|evening standard|good morning (?:america|britain))\\b',
  '\\b(?:march madness|sun (?:life|cream|screen|king)|sat exams?)\\b',
]

/** Hides names that only look like days, so that "Monday.com review" is not on Monday. */
export function coverNames(line: Line): void {
  for (const name of [...ownNames, `\\b(?:${unsureFeasts})\\b`])
    for (const { index, 0: found } of [...line.left.matchAll(new RegExp(name, 'gi'))])
      line.setAside(index, index + found.length, false)
}

const nth = '\\d{1,2}(?:st|nd|rd|th)?'
const dates = [
  '\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}',
  '\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}',
  '\\d{1,2}/\\d{1,2}',
  '\\d{1,2}\\.\\d{1,2}\\.',
  `${nth}(?:\\s+of)?\\s+(?:${monthNames})\\b(?:,?\\s+\\d{4})?`,
  `(?:${monthNames})\\.?\\s+${nth}(?![\\d:.]|\\s*[ap]m)(?:,?\\s+\\d{4})?`,
  `(?:${feastNames})`,
  'today|tonight|tomorrow|tmrw?|tmw',
  `(?:${weekdayNames})(?:['’]s|s)?\\b(?!\\s+times?\\b)`,
  `\\d{1,2}(?:st|nd|rd|th)\\b(?!\\s+(?:${ranked})\\b)`,
]
/** A day as it may be written, wherever it stands. */
export const dayForms = `(?:${dates.join('|')})(?!\\w)`
export const aDay = `(?<![\\w.:£$€/-])${dayForms}(?!/)`
const aClock =
  "(?<![\\w.:£$€/-])(?:\\d{1,2}(?:[:.]\\d{2})?\\s*(?:am|pm|a\\.m\\.?|p\\.m\\.?)|\\d{1,2}[:.]\\d{2}|[012]\\d[0-5]\\d(?:h(?:rs)?)?|at \\d{1,2}|noon|midday|midnight|(?:half|quarter)\\s+(?:past\\s+|to\\s+)?\\w+|\\d{1,2}\\s*o['’]?clock|all[- ]day|morning|afternoon|evening|lunch ?time)(?![\\w/])"
const joint =
  /^(?:[\s,;:()–—-]|\b(?:at|on|from|to|until|till|the|of|for|and|or|every|each|weeks?|fortnight|month|next|this|in|\d{1,3}\s*(?:m|mins?|minutes|h|hrs?|hours?))\b|\b\d{1,2}\b)*$/i

type Token = { readonly from: number; readonly to: number; readonly isDay: boolean }

function tokensOf(line: Line): readonly Token[] {
  const days = [...line.left.matchAll(new RegExp(aDay, 'gi'))].map((m) => tokenOf(m, true))
  const clocks = [...line.left.matchAll(new RegExp(aClock, 'gi'))]
    .map((m) => tokenOf(m, false))
    .filter((clock) => !days.some((day) => day.from < clock.to && clock.from < day.to))
  return [...days, ...clocks].sort((a, b) => a.from - b.from)
}

const tokenOf = (m: RegExpExecArray, isDay: boolean): Token => ({ from: m.index, to: m.index + m[0].length, isDay })

/** Neither a day of its own nor a rival: "until 18 Dec", "from 3 Dec". */
const isBound = (line: Line, token: Token) =>
  /\b(?:until|till|til|through|ending|from|starting|beginning)\s+$/i.test(line.left.slice(0, token.from))

/**
 * Where a line names a day beside its time and another one elsewhere, the one beside the time is meant: "Friday numbers
 * review Thu 3pm" is on Thursday. Hides the other.
 */
export function coverRivals(line: Line): void {
  const groups: Token[][] = []
  for (const token of tokensOf(line)) {
    const last = groups.at(-1)?.at(-1)
    if (last && joint.test(line.left.slice(last.to, token.from))) groups.at(-1)?.push(token)
    else groups.push([token])
  }
  const isWhole = (group: readonly Token[]) => group.some((one) => one.isDay) && group.some((one) => !one.isDay)
  if (!groups.some(isWhole)) return
  const rivals = groups
    .filter((group) => !isWhole(group))
    .flat()
    .filter((token) => token.isDay && !isBound(line, token))
  for (const token of rivals) line.setAside(token.from, token.to, true)
}
