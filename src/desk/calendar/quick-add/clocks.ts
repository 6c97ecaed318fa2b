import type { Line } from './line.ts'

/** Minutes since midnight; 1440 is the midnight that ends the day. `guessed` where nothing said morning or evening. */
export type Clock = { readonly minute: number; readonly guessed: boolean }
export type Times = { readonly start: Clock; readonly end: number | null }

const late = /\b(dinner|drinks|evening|tonight|supper|theatre|opera|concert|reception)\b/i
const early = /\b(breakfast|morning|first thing|school run|gym|run)\b/i

const half = (said: string | undefined): 'am' | 'pm' | null =>
  said ? (said.toLowerCase().startsWith('a') ? 'am' : 'pm') : null

function minuteOf(hour: number, minute: number, am: 'am' | 'pm' | null): number | null {
  if (minute > 59) return null
  if (am !== null) return hour < 1 || hour > 12 ? null : ((hour % 12) + (am === 'pm' ? 12 : 0)) * 60 + minute
  return hour > 23 ? null : hour * 60 + minute
}

/**
 * An hour without am or pm as an assistant means it: 1 to 6 is the afternoon, dinner is the evening, breakfast the
 * morning. `07` and `15` say which they are.
 */
function guess(said: string, minute: number, line: Line): Clock | null {
  const hour = Number(said)
  const plain = minuteOf(hour, minute, null)
  if (plain === null) return null
  if (hour === 0 || hour >= 12 || said.startsWith('0')) return { minute: plain, guessed: false }
  const evening = late.test(line.text) && hour >= 5 && hour < 12
  const afternoon = hour < 7 && !(early.test(line.text) && hour >= 5)
  return { minute: evening || afternoon ? plain + 720 : plain, guessed: true }
}

/** "room 4.12", "clause 3.15": a number that belongs to the word before it. */
const unnumbered =
  '(?<!\\b(?:room|rm|version|section|clause|item|chapter|release|figure|article|paragraph|building|gate|unit|suite|flat|floor|seat|platform|terminal|flight|table|bus|train)\\s)'

const numbers = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')

const clockPart = '(\\d{1,2})(?:[:.h](\\d{2})|h)?\\s*(a\\.?m\\.?|p\\.?m\\.?|(?<=\\d)[ap](?![a-z]))?'

/** Start and perhaps end: `3-4pm`, `9–10:30`, `from 9 to 10:30`, `3pm`, `15.30`, `noon`, `at 3`. */
export function takeTimes(line: Line): Times | null {
  return takeSpan(line) ?? takeOne(line)
}

const spanPattern = new RegExp(
  `${unnumbered}(?<![\\w/.:£$€-])(?:from\\s+|between\\s+|at\\s+)?${clockPart}\\s*(?:-|–|—|to|until|till|and)\\s*${clockPart}(?![\\w/:-]|\\s*(?:people|pax|min|m\\b|h\\b|hours?|weeks?|days?))`,
  'i',
)

/** "and" joins two times only behind "between"; elsewhere it joins two things. */
const takeSpan = (line: Line): Times | null =>
  line.read(
    /(?<![\w/.:£$€-])(?:from\s+)?([01]\d|2[0-3])([0-5]\d)\s*(?:-|–|—|to|until)\s*([01]\d|2[0-3])([0-5]\d)(?![\w/.:-])/i,
    'time',
    (m) =>
      isYear(m[1], m[2]) && isYear(m[3], m[4])
        ? null
        : {
            start: { minute: Number(m[1]) * 60 + Number(m[2]), guessed: false },
            end: Number(m[3]) * 60 + Number(m[4]),
          },
  ) ??
  line.read(spanPattern, 'time', (m) => (/\band\b/i.test(m[0]) && !/^between/i.test(m[0]) ? null : spanOf(m, line)))

function spanOf(m: RegExpExecArray, line: Line): Times | null {
  const [fromHalf, toHalf] = [half(m[3]), half(m[6])]
  const [fromHour, toHour] = [Number(m[1]), Number(m[4])]
  const [fromMinute, toMinute] = [Number(m[2] ?? 0), Number(m[5] ?? 0)]
  const to = toHalf ? minuteOf(toHour, toMinute, toHalf) : null
  if (toHalf && to === null) return null
  // "1-1" is a meeting of two.
  if (m[1] === m[4] && m[2] === m[5] && fromHalf === toHalf) return null
  if (fromHalf === null && toHalf !== null) {
    // "3-4pm" begins in the afternoon, "11-1pm" in the morning.
    const same = minuteOf(fromHour, fromMinute, fromHour <= 12 && fromHour > 0 ? toHalf : null)
    const other = minuteOf(fromHour, fromMinute, fromHour <= 12 && fromHour > 0 ? 'am' : null)
    const start = same !== null && to !== null && same < to ? same : (other ?? same)
    return start === null || to === null ? null : { start: { minute: start, guessed: false }, end: to }
  }
  const start = fromHalf ? clockIn(minuteOf(fromHour, fromMinute, fromHalf)) : guess(m[1] ?? '', fromMinute, line)
  if (!start) return null
  const plain = to ?? minuteOf(toHour, toMinute, null)
  if (plain === null) return null
  // An end before its start is the afternoon where that helps: "10-1" ends at 13:00.
  const end =
    toHalf === null && plain <= start.minute && plain + 720 > start.minute && toHour <= 12 ? plain + 720 : plain
  return { start, end }
}

/** 2024 to 2039 is a year before it is a time. */
const isYear = (hours = '', minutes = ''): boolean => hours === '20' && Number(minutes) >= 24 && Number(minutes) < 40

const clockIn = (minute: number | null): Clock | null => (minute === null ? null : { minute, guessed: false })

function takeOne(line: Line): Times | null {
  if (line.take(/\b(?:at\s+)?(?:noon|midday)\b/i, 'time')) return { start: { minute: 720, guessed: false }, end: null }
  if (line.take(/\b(?:at\s+)?midnight\b/i, 'time')) return { start: { minute: 1440, guessed: false }, end: null }
  const words = takeWords(line)
  if (words) return { start: words, end: null }
  const start =
    line.read(sure, 'time', (m) => sureClock(m, line)) ??
    line.read(dotted, 'time', (m) => guess(m[1] ?? '', Number(m[2]), line)) ??
    line.read(spoken, 'time', (m) => spokenClock(m)) ??
    line.read(/(?<![\w/.:-])(?:at\s+|@\s*)(\d{1,2})(?![\w/:.-])/i, 'time', (m) => guess(m[1] ?? '', 0, line)) ??
    line.read(/\b(?:at\s+)?(\d{1,2})\s*o['’]?clock\b/i, 'time', (m) => guess(m[1] ?? '', 0, line)) ??
    line.read(numbered, 'time', (m) => guess(`${numbers.indexOf((m[1] ?? '').toLowerCase()) + 1}`, 0, line)) ??
    takeFour(line) ??
    takeBare(line)
  return start && { start, end: null }
}

const numbered = new RegExp(`\\bat\\s+(${numbers.join('|')})\\b(?!\\s+(?:of|people|hours?|o['’]?clock))`, 'i')

/** `at 0930`, `1500h`, `thu 1500`: four digits where nothing but a time is likely. */
const takeFour = (line: Line): Clock | null =>
  line.read(/(?<![\w/.:£$€-])(at\s+)?([01]\d|2[0-3])([0-5]\d)(\s*h(?:rs?|ours)?)?(?![\w/.:-])/i, 'time', (m) => {
    const end = m.index + m[0].length
    const besideDay = line.parts.some(
      (part) =>
        ['day', 'repeat'].includes(part.meaning) &&
        ((part.to <= m.index && line.text.slice(part.to, m.index).trim() === '') ||
          (end <= part.from && line.text.slice(end, part.from).trim() === '')),
    )
    if (!m[1] && !m[4] && (!besideDay || isYear(m[2], m[3]))) return null
    return { minute: Number(m[2]) * 60 + Number(m[3]), guessed: false }
  })

const sure = new RegExp(
  `${unnumbered}(?<![\\w/.:£$€-])(?:at\\s+|@\\s*)?(?:(\\d{1,2})(?:[:.](\\d{2}))?\\s*(a\\.?m\\.?|p\\.?m\\.?|(?<=\\d)[ap](?![a-z]))(?!\\w)|(\\d{1,2})(?::(\\d{2})|h(\\d{2})\\b)(?!\\d))`,
  'i',
)
/** `15.30`: read only where no surer time stands in the line, because it may be a date or a number. */
const dotted = new RegExp(`${unnumbered}(?<![\\w/.:£$€-])(?:at\\s+|@\\s*)?(\\d{1,2})\\.(\\d{2})(?![\\w.%])`, 'i')

/** `3pm`, `15:00`; `14h30` only from nine on, before that it is a length. "12A" is a seat. */
function sureClock(m: RegExpExecArray, line: Line): Clock | null {
  if (m[3]) return /\d[AP]$/.test(m[0]) ? null : clockIn(minuteOf(Number(m[1]), Number(m[2] ?? 0), half(m[3])))
  if (m[6] !== undefined && Number(m[4]) < 9) return null
  return guess(m[4] ?? '', Number(m[5] ?? m[6] ?? 0), line)
}

const hourWord = `\\d{1,2}|${numbers.join('|')}`
const hourOf = (said: string) => `${numbers.indexOf(said.toLowerCase()) + 1 || said}`
const minuteWords: Record<string, number> = {
  'half past': 30,
  half: 30,
  'quarter past': 15,
  'quarter to': -15,
  'five past': 5,
  'ten past': 10,
  'twenty past': 20,
  'twenty-five past': 25,
  'twenty five past': 25,
  'five to': -5,
  'ten to': -10,
  'twenty to': -20,
  'twenty-five to': -25,
  'twenty five to': -25,
}
const wordy = new RegExp(
  `\\b(?:at\\s+)?(?:a\\s+)?(${Object.keys(minuteWords).join('|')})\\s+(${hourWord})\\b(?![:.]\\d)(?:\\s*(am|pm))?`,
  'i',
)

/** "half past 3", "quarter to five", "ten to four". */
const takeWords = (line: Line): Clock | null =>
  line.read(wordy, 'time', ([, words = '', hour = '', said]) => {
    const shift = minuteWords[words.toLowerCase()] ?? 0
    const base = said ? clockIn(minuteOf(Number(hourOf(hour)), 0, half(said))) : guess(hourOf(hour), 0, line)
    return base && { ...base, minute: (base.minute + shift + 1440) % 1440 }
  })

/** "three pm", "ten thirty am". */
const spoken = new RegExp(
  `\\b(?:at\\s+)?(${numbers.join('|')})(?:\\s+(fifteen|thirty|forty[- ]five))?\\s+(am|pm)\\b`,
  'i',
)
const spokenMinutes: Record<string, number> = { fifteen: 15, thirty: 30 }
const spokenClock = ([, hour = '', minutes, said]: RegExpExecArray): Clock | null =>
  clockIn(minuteOf(Number(hourOf(hour)), minutes ? (spokenMinutes[minutes.toLowerCase()] ?? 45) : 0, half(said)))

const countable =
  'people|pax|persons?|guests|items?|things|rooms?|seats|copies|days?|weeks?|months?|hours?|hrs?|min|st|nd|rd|th|of|x|%'

/** "dinner tomorrow 8": a bare hour right behind the day, with nothing it could count. */
function takeBare(line: Line): Clock | null {
  const day = line.parts.find((part) => part.meaning === 'day' || part.meaning === 'repeat')
  if (!day) return null
  return line.read(new RegExp(`(?<=\\s)(\\d{1,2})(?![\\w/.:-])(?!\\s*(?:${countable})\\b)`, 'i'), 'time', (m) =>
    m.index >= day.to && line.text.slice(day.to, m.index).trim() === '' ? guess(m[1] ?? '', 0, line) : null,
  )
}

const lead = '(?<![\\w.])(?:for\\s+)?'

/** Lengths as people write them; the first that is found counts. */
const lengths: readonly (readonly [RegExp, (m: RegExpExecArray) => number | null])[] = [
  [new RegExp(`${lead}(?:an?|one) hour and a half\\b`, 'i'), () => 90],
  [new RegExp(`${lead}half an hour\\b|${lead}half[- ]hour\\b`, 'i'), () => 30],
  [new RegExp(`${lead}three[- ]quarters of an hour\\b`, 'i'), () => 45],
  [new RegExp(`${lead}(?:an|one) hour\\b`, 'i'), () => 60],
  [
    new RegExp(`${lead}(\\d{1,2})\\s*h(?:(?:ou)?rs?)?\\s*(\\d{1,2})\\s*(?:m(?:in(?:ute)?s?)?)?\\b(?!:)`, 'i'),
    (m) => (Number(m[1]) < 9 && Number(m[2]) < 60 ? Number(m[1]) * 60 + Number(m[2]) : null),
  ],
  [new RegExp(`${lead}(\\d{1,2}(?:[.,]\\d{1,2})?)\\s*h(?:(?:ou)?rs?)?\\b`, 'i'), (m) => hoursOf(m[1] ?? '')],
  [new RegExp(`${lead}(\\d{1,3})\\s*(?:m|mins?|minutes?|')(?![\\w])`, 'i'), (m) => Number(m[1]) || null],
]

/** More than half a day written as `14h` is a time of day. */
const hoursOf = (said: string): number | null => {
  const hours = Number(said.replace(',', '.'))
  return hours > 0 && hours < 13 ? Math.round(hours * 60) : null
}

/** How long, in minutes: `45m`, `1h30`, `1.5h`, `90 min`, `half an hour`, `an hour and a half`. */
export function takeLength(line: Line): number | null {
  for (const [pattern, minutes] of lengths) {
    const found = line.read(pattern, 'length', minutes)
    if (found !== null) return found
  }
  return null
}

const partsOfDay: readonly (readonly [RegExp, minute: number, words: string])[] = [
  [/\b(?:first thing|early morning)\b/i, 540, 'First thing'],
  [/\b(?:at |over )?lunch ?time\b/i, 750, 'Lunchtime'],
  [/\b(?:eod|cob|end of (?:the )?day|close of business)\b/i, 1020, 'The end of the day'],
  [/\b(?:in the |this )?morning\b/i, 540, 'The morning'],
  [/\b(?:in the |this )?afternoon\b/i, 840, 'The afternoon'],
  [/\b(?:in the |this )?evening\b/i, 1140, 'The evening'],
]
const meals: readonly (readonly [RegExp, minute: number, words: string])[] = [
  [/\bbreakfast\b/i, 480, 'Breakfast'],
  [/\bbrunch\b/i, 660, 'Brunch'],
  [/\blunch\b/i, 750, 'Lunch'],
  [/\b(?:dinner|supper)\b/i, 1170, 'Dinner'],
  [/\b(?:drinks|aperitif)\b/i, 1080, 'Drinks'],
]

const clockWords = (minute: number) =>
  Temporal.PlainTime.from('00:00').add({ minutes: minute }).toString({ smallestUnit: 'minute' })

/** Takes "morning", "in the evening" out of the line where it stands beside the day or the time; whether it did. */
export function takePartOfDay(line: Line): number | null {
  for (const [pattern, minute] of partsOfDay) {
    const beside = (m: RegExpExecArray) =>
      /^(?:first|early|at|over|in|this|eod|cob|end|close)/i.test(m[0]) ||
      line.parts.some(
        (part) =>
          ['day', 'time', 'repeat'].includes(part.meaning) &&
          ((part.to <= m.index && line.text.slice(part.to, m.index).trim() === '') ||
            (part.from >= m.index + m[0].length && line.text.slice(m.index + m[0].length, part.from).trim() === '')),
      )
    if (line.take(pattern, 'time', beside)) return minute
  }
  return null
}

/** The time a line means that names none: that of the part of the day it names, or of its meal; said, because it is a guess. */
export function usualTimes(line: Line, part: number | null): Times | null {
  const tonight = /\btonight\b/i.test(line.text) ? 1140 : null
  const meal = meals.find(([pattern]) => pattern.test(line.text))
  const minute = meal && part === null ? meal[1] : (part ?? tonight)
  if (minute === null) return null
  line.assume(`No time was given: ${clockWords(minute)}`)
  return { start: { minute, guessed: false }, end: null }
}

/** "in 2 hours", "in 45 min": minutes from now, rounded up to five. */
export const takeSoon = (line: Line): number | null =>
  line.read(/\bin (\d{1,3}|an?|half an?) ?(h|hrs?|hours?|m|mins?|minutes?)\b/i, 'time', (m) => {
    const said = (m[1] ?? '').toLowerCase()
    const count = said.startsWith('half') ? 0.5 : said.startsWith('a') ? 1 : Number(said)
    return Math.round(count * (/^h/i.test(m[2] ?? '') ? 60 : 1))
  })
