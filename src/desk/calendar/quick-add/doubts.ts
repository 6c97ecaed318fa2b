import { dateOf, monthNames, monthNumber } from './dates.ts'
import { unsureFeasts } from './feasts.ts'
import type { Line } from './line.ts'
import { aDay, dayForms } from './names.ts'

/** What was understood of a line. */
export type Understood = { readonly day: boolean; readonly time: boolean; readonly repeats: boolean }

const isWhen = (meaning: string) => ['day', 'days', 'time', 'repeat'].includes(meaning)

/** Words that change the day or the time they stand before; none of them may be dropped. */
const before =
  /(?:\b(?:last|after|before|since|except|not|or|either|weeks?|fortnight|mid|beginning of|start of|end of|eve of|first|second|third|fourth|\d+(?:st|nd|rd|th)|every|each|until|till|til|through|year|month|or|to)|(?<=\w)\s*[/–-])\s*$/i
const rejoined = new RegExp(
  `^\\s*(?:(?:or|and|to|until|till|&|\\+|/|-|–)\\s*(?:${dayForms}|\\d{1,2}(?:[:.]\\d{2}|\\s*[ap]m|(?=\\s*(?:$|[,;–-])))(?![\\w%]))|after next\\b|of (?:the )?month\\b)`,
  'i',
)

/** A word beside what was understood that changes it: "last Friday", "Mon or Tue", "Thu 3pm to Fri 5pm". */
function besides(line: Line): string | null {
  for (const part of line.parts.filter((one) => isWhen(one.meaning))) {
    const ahead = before.exec(line.left.slice(0, part.from))?.[0]
    const behind = rejoined.exec(line.left.slice(part.to))?.[0]
    const said = line.text.slice(part.from, part.to)
    if (ahead?.trim()) return `${ahead.trim()} ${said}`
    if (behind) return `${said}${behind}`
  }
  return null
}

const foreign =
  'montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|morgen|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|lunes|martes|miércoles|jueves|viernes|sábado|domingo|mañana|lunedì|martedì|mercoledì|giovedì|venerdì'
const vague = new RegExp(
  `(?<![\\p{L}\\d])(?:${unsureFeasts}|${foreign}|(?:next|this|later this|last|coming) (?:week|weekend|month|quarter|year)|(?:at )?the weekend|weekend|(?:end|beginning|start|middle) of (?:the |next |this )?(?:week|month|quarter|year)|w/c|week commencing|(?:a|an|\\w+) (?:days?|weeks?|fortnights?|months?|years?) (?:from|after|before|ago)|in (?:a|an|\\d+|\\w+) (?:days?|weeks?|months?|years?))(?![\\p{L}\\d])`,
  'iu',
)
const fullMonth =
  'january|february|march|april|may|june|july|august|september|october|november|december|feb|aug|sept?|oct|nov|dec'
const aMonth = new RegExp(`(?<![\\w.])(?:${fullMonth}|(?:in|mid|early|late)[- ](?:${monthNames}))(?!['’\\w.])`, 'i')
const ofPerson =
  /\b(?:with|w\/?|for|to|and|ask|call|ring|meet|meeting|see|tell|email|from|by|if|that|we|they|you|i|he|she)\s+$|&\s*$/i

/** A month without its day. May, June and April are people too: behind "with" and before a surname they are not asked about. */
function monthAlone(text: string): string | null {
  const m = aMonth.exec(text)
  if (!m) return null
  const [ahead, behind] = [text.slice(0, m.index), text.slice(m.index + m[0].length)]
  const isPerson = ofPerson.test(ahead) || /^ \p{Lu}\p{Ll}+/u.test(behind) || /\p{L} $/u.test(ahead)
  return isPerson && !/^(?:in|mid|early|late)\b/i.test(m[0]) ? null : m[0]
}

const ordinal = /\b(?:the\s+)?\d{2,}(?:st|nd|rd|th)\b/i
const decimal = /(?<![\w.:£$€/-])\d{1,2}\.\d{1,2}(?![\w.%:])/
const clock =
  /(?<![\w.:£$€/-])(?:\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?|\d{1,2}[-–]\d{1,2})(?!\w|[/:-]\d)/i
const sureClock = /(?<![\w.:£$€/-])(?:\d{1,2}:\d{2}|\d{1,2}(?:[:.]\d{2})?\s*[ap]\.?m\b\.?)(?!\w)/gi

/** "30 February", "31/6": written like a date, and no date. */
function impossible(text: string): string | null {
  const spoken = new RegExp(
    `(?<![\\w.:/£$€-])(?:(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${monthNames})\\b(?:,?\\s+\\d{4})?|(${monthNames})\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b(?!:|\\s*[ap]m))`,
    'i',
  ).exec(text)
  if (spoken) return spoken[0]
  const numbers = /(?<![\w.:£$€/-])(\d{1,2})([/.-])(\d{1,2})(?:\2\d{2,4})?(?![\w/:%-]|\.\d)/g
  for (const m of text.matchAll(numbers)) {
    const [a, b] = [Number(m[1]), Number(m[3])]
    const long = /\d[/.-]\d+[/.-]\d/.test(m[0])
    if (!long && (m[2] !== '/' || m[0] === '24/7' || m[0] === '50/50')) continue
    if (long || (Math.min(a, b) <= 12 && Math.max(a, b) <= 31)) return m[0]
  }
  return /(?<![\w.:£$€/-])\d{4}[/.-]\d{1,2}[/.-]\d{1,2}(?![\w/-])/.exec(text)?.[0] ?? null
}

const isNoDate = (said: string): boolean => {
  const m = new RegExp(`^(\\d{1,2})\\D*?(${monthNames})`, 'i').exec(said)
  return (
    m !== null &&
    dateOf(Number(m[1]), monthNumber(m[2] ?? ''), undefined, Temporal.PlainDate.from('2024-01-01')) === null
  )
}

const ask = (said: string) =>
  `“${said.replace(/\s+/g, ' ').trim()}” was not understood: say the day and the time plainly, for example “Thu 3 Dec 3pm”`

/**
 * What in a read line speaks of a day or a time and was not read. Answers a question where it may be what was meant;
 * where the day and the time are known without it, says that it stays in the name.
 */
export function doubtIn(line: Line, { day, time, repeats }: Understood): string | null {
  const known = line.aside.reduce(
    (left, { from, to }) => left.slice(0, from) + ' '.repeat(to - from) + left.slice(to),
    line.left,
  )
  const noDate = impossible(known)
  if (noDate) return isNoDate(noDate) ? `There is no ${noDate.trim()}` : ask(noDate)
  const offset = /\b(?:utc|gmt)\s?[+-]\d{1,2}\b/i.exec(line.text)?.[0]
  const unsure = offset ?? (day ? null : (vague.exec(line.left)?.[0] ?? monthAlone(known)))
  if (unsure) return ask(unsure)
  const changed = besides(line)
  if (changed && !(repeats && /^(?:every|each)\b/i.test(changed))) return ask(changed)
  const other = new RegExp(aDay, 'i').exec(known)?.[0]
  if (other && !(day && /^\d/.test(other)) && !/^(?:sun|sat|wed|mon)$/.test(other)) return ask(other)
  const numeral = day ? null : (ordinal.exec(known) ?? (time ? decimal.exec(known) : null))
  const unread = numeral?.[0] ?? (time ? null : clock.exec(known)?.[0])
  if (unread) return ask(unread)
  for (const { from, to, said } of line.aside)
    if (said) line.assume(`“${line.text.slice(from, to)}” was left in the name`)
  for (const [said] of known.matchAll(sureClock)) line.assume(`“${said.trim()}” was left in the name`)
  return null
}
