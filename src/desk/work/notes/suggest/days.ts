import { type DueRead, readDue } from '../../due/model.ts'
import type { Spoken } from './model.ts'

const moment = ({ on, zone }: Spoken): Temporal.ZonedDateTime =>
  Temporal.PlainDate.from(on).toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from('08:00') })

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
/** The last day of a month that is to come, or of this one. */
function endOf(name: string, today: Temporal.PlainDate): string {
  const month = months.indexOf(name.toLowerCase()) + 1
  const first = today.with({ day: 1, month })
  const on = month < today.month ? first.add({ years: 1 }) : first
  return on.with({ day: on.daysInMonth }).toString()
}

const weekday = '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?'

const counts = 'a one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'.split(' ')
/** "A week from today", "ten days from now". */
function fromToday(said: string, today: Temporal.PlainDate): string {
  const [, count = '', unit = ''] = /(\w+) (day|week|fortnight|month)/i.exec(said) ?? []
  const n = /^\d+$/.test(count) ? Number(count) : Math.max(1, counts.indexOf(count.toLowerCase().replace(/^an$/, 'a')))
  if (unit === 'month') return today.add({ months: n }).toString()
  return today.add({ days: n * ({ week: 7, fortnight: 14 }[unit.toLowerCase()] ?? 1) }).toString()
}
const endOfMonth = (today: Temporal.PlainDate): string => today.with({ day: today.daysInMonth }).toString()

/** What people say of a day in letters, as the reading of days and times takes it. */
const plainly: readonly (readonly [RegExp, (said: string, today: Temporal.PlainDate) => string])[] = [
  [
    new RegExp(
      `\\b(?:in )?(?:an?|${counts.slice(1).join('|')}|\\d{1,2}) (?:day|week|fortnight|month)s? from (?:now|today)\\b`,
      'gi',
    ),
    (said, today) => fromToday(said.replace(/^in /i, ''), today),
  ],
  [/\b(?:the )?day after tomorrow\b/gi, (_, today) => today.add({ days: 2 }).toString()],
  [/\b(?:within|inside|in) (?:the|an) hour\b/gi, () => 'today'],
  [
    /\bbefore the weekend\b/gi,
    (said, today) => (today.dayOfWeek > 5 ? said : `by ${today.add({ days: 5 - today.dayOfWeek })}`),
  ],
  [
    /\b(?:by |at |before )?(?:the )?(?:end of (?:the|this) month|month[- ]end)\b|\bbefore (?:the|this) month is (?:out|over)\b/gi,
    (_, today) => `by ${endOfMonth(today)}`,
  ],
  [/\b(?:the )?end of next week\b/gi, (_, today) => today.add({ days: 12 - today.dayOfWeek }).toString()],
  [
    new RegExp(`\\b(?:(?:(?:by|before|at) )?(?:the )?end of|in|during) (?:${months.join('|')})\\b(?! \\d)`, 'gi'),
    (said, today) => `by ${endOf(/\w+$/.exec(said)?.[0] ?? '', today)}`,
  ],
  [/\b(?:right |straight ?)?(?:now|away)\b(?= *[.!,]*$)|\bright away\b/gi, () => 'today'],
  [
    /\b(?:some ?time |early |late |in the course of )?next week\b(?! ?(?:on )?(?:mon|tue|wed|thu|fri))/gi,
    (_, today) => today.add({ days: 12 - today.dayOfWeek }).toString(),
  ],
  [/\bas soon as (?!possible)/gi, () => 'once '],
  [/\bbefore (?:the )?(?:day is out|end of the day)\b/gi, () => 'today'],
  [/\bbefore (?:the )?week is (?:out|over)\b/gi, () => 'by the end of this week'],
  [/\bbefore (?:the )?(?:lunch|noon)\b/gi, () => ''],
  [/\bover (?:the|this) (?:weekend|week)\b/gi, () => ''],
  [
    /\b(?:with)?in (?:the next )?(?:24|48|72) hours\b/gi,
    (said, today) => today.add({ days: Number(/\d+/.exec(said)) / 24 }).toString(),
  ],
  [
    new RegExp(`\\b(?:the )?(?:end|close) (?:of )?(?:play |business )?(?:on )?(?=${weekday}\\b|today|tomorrow)`, 'gi'),
    () => 'EOD ',
  ],
  [
    /\b(?:by|before|at) (?:the )?(?:(?:end|close) of (?:play|business|the (?:working )?day|day)|cob|cop|eod)\b(?! (?:on |of )?(?:the |next |this )?(?:mon|tue|wed|thu|fri|sat|sun|tom|\d))/gi,
    () => 'by today',
  ],
  [/(?<=day|tomorrow|today) (?:lunch ?time|at lunch|around lunch|mid-?morning|mid-?afternoon)\b/gi, () => ''],
  [/\b(?:(?:on|at) or (?:by|before)|before or on|not later than) (?=\d|the )/gi, () => 'by '],
  [/,? ?\b(?:just )?(?:give (?:me|us)|gimme) (?:un)?til+ /gi, () => ' by '],
  [/\bthrough (?=\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day)/gi, () => 'until '],
  [/\b(?:un)?til+ (?=(?:mon|tue|wed|thu|fri|sat|sun))/gi, () => 'by '],
  [
    /\b(?:very )?(?:soon(?:est)?|asap|shortly|as soon as (?:possible|i can|we can)|in due course|in (?:a|the (?:next|coming)) (?:few|couple of) days|in the coming days)\b/gi,
    () => '',
  ],
  [
    /\b(?:lunch ?time|mid-?morning|mid-?afternoon) (?=tomorrow|today|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)/gi,
    () => '',
  ],
]

/** "Rebooking it now": what is under way has no day. */
const underWay = /^(?<doing>\W*(?:[\w' ]+, )?(?:i'm |we're )?[a-z-]+ing\b.*?)\bnow\W*$/is

/** When something is meant to its end: "next week" is its Friday; "right away" is today. */
export function readFor(text: string, spoken: Spoken): DueRead {
  const today = Temporal.PlainDate.from(spoken.on)
  const plain = plainly.reduce(
    (so, [said, as]) => so.replace(said, (one) => as(one, today)),
    underWay.exec(text)?.groups?.doing ?? text,
  )
  return readDue(plain, moment(spoken))
}

/** Why nobody can tell which day is meant: roughly, not before, the next one or the one after it, or one that has just gone by. */
export function isUnsureDay(text: string, due: string, spoken: Spoken): boolean {
  const today = Temporal.PlainDate.from(spoken.on)
  const on = Temporal.PlainDate.from(due)
  const isNextThisWeek = nextWeekday.test(text) && on.dayOfWeek > today.dayOfWeek && today.until(on).days > 6
  return isNextThisWeek || today.until(on).days > mostDaysAhead || roughly.test(text)
}
const mostDaysAhead = 200
const nextWeekday = new RegExp(`\\bnext ${weekday}\\b(?!,? (?:the )?\\d)`, 'i')
const roughly = new RegExp(
  `\\b(?:around|about|roughly|circa|approximately|no earlier than|not before|any time after|some ?time (?:after|around)) (?:the |on )?(?:${weekday}|tomorrow|\\d)|\\bat the (?:very )?earliest\\b|\\bor so\\b|\\b(?:or|if not|maybe|possibly) (?:on |by )?(?:${weekday}|tomorrow|the \\d)|\\d(?:st|nd|rd|th)?ish\\b|dayish\\b`,
  'i',
)

/** "Give us a fortnight": a length is a day from now. */
export const readFrame = (frame: string, spoken: Spoken): DueRead =>
  readFor(/^(?:an?|one|two|three|four|five|six|ten|\d+) /i.test(frame) ? `within ${frame}` : `by ${frame}`, spoken)

/** A second day beside the one that was read, or one that nobody read: nobody knows which is meant. */
export const hasAnother = (rest: string): boolean =>
  /\b(?:today|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2}(?:st|nd|rd|th)|(?:by|before|until|after) (?:christmas|easter|new year|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter)|(?:the|that) (?:same|following|next) (?:day|morning|evening|week)|the day (?:after|before)|end of|(?:with)?in \d+ hours?)\b/i.test(
    rest,
  )

/** A day, or a length of time, that was not read: "inside the hour", "before the holidays", "by then". */
export const seemsDated = (rest: string): boolean =>
  hasAnother(rest) ||
  /\b(?:(?:by|before|until|till|within|inside|after|during|over|at) (?:then|the (?:\p{L}+ )?(?:hour|day|week|weekend|month|year|holidays?|break|end|deadline|start)|(?:an?|two|three|four|five|ten|\d+) (?:minutes?|hours?|days?|weeks?|months?)|\d{1,2}[./]\d{1,2}|\p{L}*mas)|(?:this|next|same|that) (?:week|month|year|quarter|weekend|evening|morning|afternoon|time)|overnight|(?:in|within|over|during) the (?:next|coming) |this side of|(?:each|every) |(?:by|in|of) q[1-4]\b|christmas|easter|a (?:week|fortnight) (?:today|tomorrow|on)|(?:the )?(?:day|week|month) after|\d{1,2}[./]\d{1,2}\b|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\w* \d{1,2}|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/iu.test(
    rest,
  )

const idleWords =
  /\b(?:ready|done|finished|with you|yours|back|there|at (?:the )?(?:very )?(?:latest|outside)|latest|by|on|before|until|till|no later than|say|let's say|that is|i\.?e\.?|so|the|for sure|promised?|first thing|lunch ?time|morning|afternoon|evening|at|around|and|in|your|hands|inbox|will be|expected?|due|or sooner|if not (?:before|sooner)|from (?:me|us)|it'll be|i think|early|late)\b/gi
/** Nothing but a day: "Ready Thursday", "Tuesday lunchtime at the latest". */
export function onlyDay(text: string, spoken: Spoken): DueRead['due'] {
  const { due, left } = readFor(text, spoken)
  return due !== null && left.replace(idleWords, ' ').replace(/[^\p{L}\d]+/gu, '') === '' ? due : null
}

/** What is left of an answer beside the yes: a day, thanks, or nothing; a condition or somebody else's name makes it no yes. */
export const isPlainYes = (left: string, spoken: Spoken): boolean =>
  !/\b(?:if|unless|when|once|let me|he|she|they|not?|n't|except|only)\b/i.test(left) &&
  !/\b(?!I\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|Sir|Madam|Thanks?|Cheers)\p{Lu}\p{Ll}+ (?:will|can|does|is|has)\b/u.test(
    left,
  ) &&
  readFor(left, spoken).doubt === null
