import { isTrouble, parseRule } from '../../../plan/recurrence/parse.ts'
import { rruleWords } from '../../../plan/recurrence/words.ts'
import { zoneOf } from '../../../plan/zone.ts'
import type { EventDraft, Reading, When } from '../model.ts'
import { type Times, takeLength, takePartOfDay, takeSoon, takeTimes, usualTimes } from './clocks.ts'
import { long } from './dates.ts'
import { takeDay } from './days.ts'
import { doubtIn } from './doubts.ts'
import { Line } from './line.ts'
import { coverNames, coverRivals } from './names.ts'
import { takeRange } from './ranges.ts'
import { type Repeats, takeRepeats } from './repeats.ts'
import { correct, sayCorrected } from './spelling.ts'
import { takeSameTime, takeZone } from './zones.ts'

/** Where and when a line is typed: the desk's clock and zone. */
export type Typed = { readonly now: Temporal.ZonedDateTime }

const links = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)]/i
const named = /(?:\bwith\s+)?(?<![\p{L}])(\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*)*) <([\w.+-]+@[\w-]+(?:\.[\w-]+)+)>/u
const addresses = /(?:\bwith\s+)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+(?:\s*(?:,|;|and|&|\+)\s*[\w.+-]+@[\w-]+(?:\.[\w-]+)+)*/i
const address = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gi

/**
 * Reads one typed line as an event: "Thu 3pm 45m legal, room 4". What was not said is assumed and listed; what speaks of
 * a day or a time and was not understood is asked about, never guessed. Never throws, whatever is typed.
 */
export function understand(text: string, { now }: Typed): Reading {
  const line = new Line(text.slice(0, 500))
  const today = now.toPlainDate()
  const link = line.take(links, 'link')?.[0] ?? null
  const names: { name: string; address: string }[] = []
  for (let one = line.take(named, 'people'); one; one = line.take(named, 'people'))
    names.push({ name: one[1] ?? '', address: (one[2] ?? '').toLowerCase() })
  const people = [...(line.take(addresses, 'people')?.[0] ?? '').matchAll(address)].map((one) => one[0].toLowerCase())
  const isPrivate =
    line.take(/^\s*private\s*[:\-–]\s*|\(private\)|\bprivately\b|[\s,]+(?:private|confidential)\s*$/i, 'label') !== null
  const room = takeRoom(line)
  if (line.take(/(?<=\d|noon|midday)\s?-?ish\b/i, 'about'))
    line.assume('“ish” was left out: the time is written exactly')
  coverNames(line)
  const unclear = correct(line)
  coverRivals(line)
  const repeats = takeRepeats(line, today)
  const range = repeats ? null : takeRange(line, today)
  const wholeDay = line.take(/\ball[- ]day\b/i, 'all day') !== null
  const soon = range ? null : takeSoon(line)
  const length = takeLength(line)
  const later =
    soon === null
      ? null
      : now.add({ minutes: soon }).round({ smallestUnit: 'minute', roundingIncrement: 5, roundingMode: 'ceil' })
  const day = range ? null : (later?.toPlainDate() ?? takeDay(line, today))
  const said = range ? null : later ? atMinute(later) : takeTimes(line)
  const part = range ? null : takePartOfDay(line)
  const isNamed = day !== null || repeats !== null || part !== null
  const times = said ?? (isNamed && !range && !wholeDay && length !== 1440 ? usualTimes(line, part) : null)
  const zone = said && !later ? takeZone(line) : null
  if (zone && said) takeSameTime(line, said.start.minute, zone, day ?? today)
  for (const { was, by } of line.uncover()) sayCorrected(line, was, by)
  const place = room ?? takePlace(line)
  const title = titleOf(line)
  const when = range
    ? allDay(range.from, range.to)
    : whenOf(line, { day, times, length, repeats, wholeDay, zone: zone ?? now.timeZoneId, now })
  const understood = {
    day: isNamed || range !== null || later !== null,
    time: times !== null,
    repeats: repeats !== null,
  }
  const doubt = unclear ?? doubtIn(line, understood)
  if (!when || doubt) return { draft: null, words: doubt ?? askFor(title), assumed: [], parts: line.parts }
  if (title === '') line.assume('No name was given')
  const draft: EventDraft = {
    title: title === '' ? 'Untitled' : title,
    when,
    rrule: ruleOf(repeats, when),
    place,
    link,
    notes: '',
    kind: null,
    label: isPrivate ? 'private' : null,
    readers: [],
    publicReason: null,
    busy: true,
    people: invited(names, people),
  }
  return {
    draft,
    words: wordsOf(draft, today),
    assumed: line.assumed,
    parts: [...line.parts].sort((a, b) => a.from - b.from),
  }
}

const atMinute = (at: Temporal.ZonedDateTime): Times => ({
  start: { minute: at.hour * 60 + at.minute, guessed: false },
  end: null,
})

const invited = (
  names: readonly { name: string; address: string }[],
  addresses: readonly string[],
): EventDraft['people'] => {
  const all = [...names, ...addresses.map((one) => ({ address: one, name: null }))]
  const once = all.filter((one, n) => all.findIndex((other) => other.address === one.address) === n)
  return once.map(({ address, name }) => ({ address, name, answer: 'needs-action', required: true }))
}

const askFor = (title: string) =>
  title === ''
    ? 'A day, a time and what it is: “Thu 3pm 45m legal, room 4”'
    : `“${title}”: say when, for example “Thu 3pm”`

type Said = {
  readonly day: Temporal.PlainDate | null
  readonly times: Times | null
  readonly length: number | null
  readonly repeats: Repeats | null
  readonly wholeDay: boolean
  readonly zone: string
  readonly now: Temporal.ZonedDateTime
}

const allDay = (from: Temporal.PlainDate, to: Temporal.PlainDate): When => ({
  allDay: true,
  start: from.toString(),
  end: to.add({ days: 1 }).toString(),
})

function whenOf(line: Line, said: Said): When | null {
  const first = said.day ?? said.repeats?.first ?? null
  if (!said.times) {
    if (!first || (said.length !== null && !said.wholeDay))
      return said.wholeDay && !first
        ? onThisDay(line, said)
        : first && said.length === null
          ? plainDay(line, first, said)
          : null
    return plainDay(line, first, said)
  }
  return timed(line, said, said.times, first)
}

function plainDay(line: Line, on: Temporal.PlainDate, said: Said): When {
  if (!said.wholeDay) line.assume('No time was given, so it is all day')
  return allDay(on, on)
}

function onThisDay(line: Line, { now }: Said): When {
  line.assume('No day was given, so it is today')
  return allDay(now.toPlainDate(), now.toPlainDate())
}

/** A date, rather than "tonight" or a weekday, whose midnight is its beginning. */
const isDated = (line: Line): boolean =>
  line.parts.some((part) => part.meaning === 'day' && /\d/.test(line.text.slice(part.from, part.to)))

function timed(line: Line, said: Said, times: Times, first: Temporal.PlainDate | null): When {
  const { zone, now } = said
  const clock = Temporal.PlainTime.from('00:00').add({ minutes: times.start.minute % 1440 })
  const atItsEnd = times.start.minute === 1440 && !isDated(line)
  const here = now.withTimeZone(zone)
  const isPast = (on: Temporal.PlainDate) =>
    Temporal.ZonedDateTime.compare(on.toZonedDateTime({ timeZone: zone, plainTime: clock }), now) <= 0
  let on = (first ?? here.toPlainDate()).add({ days: atItsEnd ? 1 : 0 })
  if (times.start.minute === 1440 && !atItsEnd && first)
    line.assume(`Midnight at the beginning of ${long(first, now.toPlainDate())}`)
  if (atItsEnd && first) line.assume(`Midnight at the end of ${long(first, now.toPlainDate())}`)
  if (isPast(on)) on = later(line, said, on)
  if (!first && said.repeats === null) line.assume(`No day was given, so it is ${long(on, now.toPlainDate())}`)
  if (times.start.guessed && (times.start.minute < 480 || times.start.minute >= 720))
    line.assume(`${clock.toString({ smallestUnit: 'minute' })}, because nothing said morning or afternoon`)
  const start = on.toPlainDateTime(clock)
  saySkipped(line, start, zone)
  const end = endOf(line, start, times, said.length)
  return { allDay: false, start: text(start), end: text(end), zone, endZone: zone }
}

/** A time the clocks jump over, or pass twice, on that day in that zone (RFC 5545 §3.3.5: the offset before; the first). */
function saySkipped(line: Line, at: Temporal.PlainDateTime, zone: string): void {
  const [sooner, later] = [
    at.toZonedDateTime(zone, { disambiguation: 'earlier' }),
    at.toZonedDateTime(zone, { disambiguation: 'later' }),
  ]
  if (sooner.equals(later)) return
  const time = text(at).slice(11, 16)
  line.assume(
    sooner.toPlainDateTime().equals(at)
      ? `${time} comes twice that day in ${zone}: the first is meant`
      : `${time} does not exist that day in ${zone}, where the clocks go forward: it will be ${text(later.toPlainDateTime()).slice(11, 16)}`,
  )
}

/** A weekday or bare time that has passed today means the next one; "today" itself is taken at its word. */
function later(line: Line, said: Said, on: Temporal.PlainDate): Temporal.PlainDate {
  const day = line.parts.find((part) => part.meaning === 'day')
  const written = day ? line.text.slice(day.from, day.to).toLowerCase() : ''
  if (/today|tonight|this |yesterday/.test(written)) {
    line.assume(/yesterday/.test(written) ? 'That is in the past' : 'That has passed already today')
    return on
  }
  if (said.repeats) return nextByRule(on, said.repeats)
  if (day && said.day) return /^(?:on )?(?:mon|tue|wed|thu|fri|sat|sun)/.test(written) ? on.add({ weeks: 1 }) : on
  return on.add({ days: 1 })
}

/** The next day a weekly rule names after one that has passed; any other rule begins tomorrow. */
function nextByRule(on: Temporal.PlainDate, { parts }: Repeats): Temporal.PlainDate {
  const named =
    parts
      .find((part) => part.startsWith('BYDAY='))
      ?.slice(6)
      .split(',') ?? []
  const days = named.map((day) => ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'].indexOf(day) + 1).filter((day) => day > 0)
  if (days.length === 0) return on.add({ days: 1 })
  for (let ahead = 1; ; ahead++) if (days.includes(on.add({ days: ahead }).dayOfWeek)) return on.add({ days: ahead })
}

function endOf(line: Line, start: Temporal.PlainDateTime, times: Times, length: number | null): Temporal.PlainDateTime {
  if (times.end !== null) {
    const end = start.toPlainDate().toPlainDateTime().add({ minutes: times.end })
    if (Temporal.PlainDateTime.compare(end, start) > 0) return end
    const next = end.add({ days: 1 })
    if (start.until(next).total('hours') > 12)
      line.assume(`It ends on ${long(next.toPlainDate(), start.toPlainDate())}`)
    return next
  }
  if (length !== null) return start.add({ minutes: length })
  const usual = /\b(dinner|board|offsite|workshop)\b/i.test(line.text)
    ? 120
    : /\b(lunch|breakfast|interview)\b/i.test(line.text)
      ? 60
      : 30
  line.assume(usual === 30 ? 'No length was given: 30 min' : `No length was given: ${usual / 60} h`)
  return start.add({ minutes: usual })
}

const text = (at: Temporal.PlainDateTime) => at.toString({ smallestUnit: 'second' })

/** The last day of "for 6 weeks". */
const lastOf = ({ weeks }: Repeats, when: When): Temporal.PlainDate | null =>
  weeks === null ? null : Temporal.PlainDate.from(when.start.slice(0, 10)).add({ weeks }).subtract({ days: 1 })

/** UNTIL is the end of its day, in UTC for a time in a zone (RFC 5545 §3.3.10). */
function ruleOf(repeats: Repeats | null, when: When): string | null {
  if (!repeats) return null
  const until = repeats.until ?? lastOf(repeats, when)
  if (!until) return repeats.parts.join(';')
  const day = until.toString().replaceAll('-', '')
  if (when.allDay || when.zone === null)
    return [...repeats.parts, `UNTIL=${day}${when.allDay ? '' : 'T235959'}`].join(';')
  const end = until
    .toZonedDateTime({ timeZone: when.zone, plainTime: '23:59:59' })
    .toInstant()
    .toString({ smallestUnit: 'second' })
  return [...repeats.parts, `UNTIL=${end.replace(/[-:]/g, '')}`].join(';')
}

const capital = "\\p{Lu}[\\p{L}\\d'’&.-]*"
const atPlace = new RegExp(
  `(?<=\\s)at ((?:the |\\d+ )?${capital}(?: (?:${capital}|of|the|&|\\d+(?!\\d*[ap]m)))*)(?=\\s|$|,|;)`,
  'u',
)
/** "Ann, Bob and Cem" behind "with" are people, not places. */
const isCompany = (title: string, segment: string) => /\bwith\b/i.test(title) && /\b(?:and|&)\b/i.test(segment)

/** ", room 4.12,": before any number in it is taken for a time. */
const takeRoom = (line: Line): string | null =>
  line.take(
    /(?<=\p{L}.*[,;]\s*)((?:meeting )?(?:room|rm|suite|floor|gate|desk) \d[\w.-]*)(?=\s*(?:[,;]|$))/iu,
    'place',
  )?.[0] ?? null

/** Behind an `@`, behind `in room` or `at` and a name, or behind a comma. */
function takePlace(line: Line): string | null {
  const at =
    line.take(/(?<=\s|^)@(?!\s*\d{1,2}\b)\s*([^,;@]+?)(?=\s*(?:,|;|$|\s{2,}))/, 'place') ??
    line.take(/(?<=\s)in ((?:meeting )?room \S+|the \S+ room)(?=\s|$|,)/i, 'place') ??
    line.take(atPlace, 'place')
  if (at) return (at[1] ?? '').trim()
  const commas = [...line.left.matchAll(/[,;]/g)].map((one) => one.index)
  for (const comma of commas) {
    const [before, place] = [line.left.slice(0, comma), line.left.slice(comma + 1)]
    if (!/\p{L}/u.test(before) || !/\p{L}/u.test(place) || isCompany(before, place)) continue
    line.blank(comma, line.text.length, 'place')
    return place
      .replace(/\s{2,}/g, ' ')
      .replace(/^[\s,;]+|[\s,;]+$/g, '')
      .replace(/\s+([,;])/g, '$1')
  }
  return null
}

/** What is left, less the joints that held days and times in place. */
function titleOf(line: Line): string {
  const joints = /(?:^|\s{2,})(?:on|at|from|for|until|by|the|with|,|-|–|—|:)(?=\s{2,}|$)/gi
  let title = line.left
  for (let before = ''; before !== title; ) {
    before = title
    title = title.replace(joints, '  ')
  }
  return title
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:–—-]+|[\s,;:–—-]+$/g, '')
    .replace(/\s+(?:on|at|from|by)$/i, '')
    .replace(/\s+[.!?]$/, '')
    .trim()
}

/** "Thursday 26 November, 15:00–15:45 Europe/London · every Thursday · legal · room 4" */
function wordsOf(draft: EventDraft, today: Temporal.PlainDate): string {
  return [
    whenWords(draft.when, today),
    repeatWords(draft.rrule, draft.when),
    draft.title,
    draft.place,
    draft.people.length > 0 && `with ${draft.people.map((one) => one.address).join(', ')}`,
  ]
    .filter(Boolean)
    .join(' · ')
}

function repeatWords(rrule: string | null, when: When): string | null {
  if (rrule === null) return null
  const rule = parseRule(rrule)
  return isTrouble(rule)
    ? null
    : rruleWords(rule, when.allDay || when.zone === null ? null : (zoneOf(when.zone) ?? null))
}

function whenWords(when: When, today: Temporal.PlainDate): string {
  if (when.allDay) {
    const [from, to] = [Temporal.PlainDate.from(when.start), Temporal.PlainDate.from(when.end).subtract({ days: 1 })]
    return from.equals(to) ? `${long(from, today)}, all day` : `${long(from, today)} to ${long(to, today)}`
  }
  const [start, end] = [Temporal.PlainDateTime.from(when.start), Temporal.PlainDateTime.from(when.end)]
  const sameDay = start.toPlainDate().equals(end.toPlainDate())
  const until = `${sameDay ? '' : `${long(end.toPlainDate(), today)}, `}${when.end.slice(11, 16)}`
  return `${long(start.toPlainDate(), today)}, ${when.start.slice(11, 16)}–${until} ${when.zone ?? ''}`.trim()
}
