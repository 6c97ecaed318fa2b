import type { EventDraft, Reading, When } from '../model.ts'
import { type Times, takeLength, takeTimes } from './clocks.ts'
import { long, takeDay, takeRange } from './days.ts'
import { Line } from './line.ts'
import { type Repeats, takeRepeats } from './repeats.ts'
import { takeZone } from './zones.ts'

/** Where and when a line is typed: the desk's clock and zone. */
export type Typed = { readonly now: Temporal.ZonedDateTime }

const links = /https?:\/\/[^\s<>"]+/i
const addresses = /(?:\bwith\s+)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+(?:\s*(?:,|and|&)\s*[\w.+-]+@[\w-]+(?:\.[\w-]+)+)*/i
const address = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gi

/**
 * Reads one typed line as an event: "Thu 3pm 45m legal, room 4". What was not said is assumed and listed; what makes no
 * sense stays in the name, where a person sees it. Never throws, whatever is typed.
 */
export function understand(text: string, { now }: Typed): Reading {
  const line = new Line(text.slice(0, 500))
  const today = now.toPlainDate()
  const link = line.take(links, 'link')?.[0] ?? null
  const people = [...(line.take(addresses, 'people')?.[0] ?? '').matchAll(address)].map((one) => one[0].toLowerCase())
  const isPrivate = line.take(/^\s*private\s*[:\-–]\s*|\(private\)|\bprivately\b/i, 'label') !== null
  const repeats = takeRepeats(line, today)
  const range = repeats ? null : takeRange(line, today)
  const wholeDay = line.take(/\ball[- ]day\b/i, 'all day') !== null
  const length = takeLength(line)
  const day = range ? null : takeDay(line, today)
  const times = range ? null : takeTimes(line)
  const zone = times ? takeZone(line) : null
  const place = takePlace(line)
  const title = titleOf(line)
  const when = range
    ? allDay(range.from, range.to)
    : whenOf(line, { day, times, length, repeats, wholeDay, zone: zone ?? now.timeZoneId, now })
  if (!when) return { draft: null, words: askFor(title), assumed: line.assumed, parts: line.parts }
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
    busy: true,
    people: [...new Set(people)].map((one) => ({ address: one, name: null, answer: 'needs-action', required: true })),
  }
  return { draft, words: wordsOf(draft), assumed: line.assumed, parts: [...line.parts].sort((a, b) => a.from - b.from) }
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
        ? today(line, said)
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

function today(line: Line, { now }: Said): When {
  line.assume('No day was given, so it is today')
  return allDay(now.toPlainDate(), now.toPlainDate())
}

function timed(line: Line, said: Said, times: Times, first: Temporal.PlainDate | null): When {
  const { zone, now } = said
  const clock = Temporal.PlainTime.from('00:00').add({ minutes: times.start.minute })
  const here = now.withTimeZone(zone)
  const isPast = (on: Temporal.PlainDate) =>
    Temporal.ZonedDateTime.compare(on.toZonedDateTime({ timeZone: zone, plainTime: clock }), now) <= 0
  let on = first ?? here.toPlainDate()
  if (isPast(on)) on = later(line, said, on)
  if (!first && said.repeats === null) line.assume(`No day was given, so it is ${long(on)}`)
  if (times.start.guessed && (times.start.minute < 480 || times.start.minute >= 720))
    line.assume(`${clock.toString({ smallestUnit: 'minute' })}, because nothing said morning or afternoon`)
  const start = on.toPlainDateTime(clock)
  const end = endOf(line, start, times, said.length)
  return { allDay: false, start: text(start), end: text(end), zone, endZone: zone }
}

/** A weekday or bare time that has passed today means the next one; "today" itself is taken at its word. */
function later(line: Line, said: Said, on: Temporal.PlainDate): Temporal.PlainDate {
  const day = line.parts.find((part) => part.meaning === 'day')
  const written = day ? line.text.slice(day.from, day.to).toLowerCase() : ''
  if (/today|tonight|this /.test(written)) {
    line.assume('That has passed already today')
    return on
  }
  if (said.repeats)
    return said.repeats.parts.some((part) => part === 'FREQ=WEEKLY') &&
      said.repeats.first !== null &&
      !said.repeats.parts.includes('BYDAY=MO,TU,WE,TH,FR')
      ? on.add({ weeks: 1 })
      : nextWorking(on, said.repeats)
  if (day && said.day) return /^(?:on )?(?:mon|tue|wed|thu|fri|sat|sun)/.test(written) ? on.add({ weeks: 1 }) : on
  return on.add({ days: 1 })
}

function nextWorking(on: Temporal.PlainDate, repeats: Repeats): Temporal.PlainDate {
  const next = on.add({ days: 1 })
  return repeats.parts.includes('BYDAY=MO,TU,WE,TH,FR') && next.dayOfWeek > 5
    ? next.add({ days: 8 - next.dayOfWeek })
    : next
}

function endOf(line: Line, start: Temporal.PlainDateTime, times: Times, length: number | null): Temporal.PlainDateTime {
  if (times.end !== null) {
    const end = start.toPlainDate().toPlainDateTime().add({ minutes: times.end })
    return Temporal.PlainDateTime.compare(end, start) > 0 ? end : end.add({ days: 1 })
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

/** UNTIL is the end of its day, in UTC for a time in a zone (RFC 5545 §3.3.10). */
function ruleOf(repeats: Repeats | null, when: When): string | null {
  if (!repeats) return null
  if (!repeats.until) return repeats.parts.join(';')
  const day = repeats.until.toString().replaceAll('-', '')
  if (when.allDay || when.zone === null)
    return [...repeats.parts, `UNTIL=${day}${when.allDay ? '' : 'T235959'}`].join(';')
  const end = repeats.until
    .toZonedDateTime({ timeZone: when.zone, plainTime: '23:59:59' })
    .toInstant()
    .toString({ smallestUnit: 'second' })
  return [...repeats.parts, `UNTIL=${end.replace(/[-:]/g, '')}`].join(';')
}

/** Behind an `@`, behind `in room`, or behind the last comma. */
function takePlace(line: Line): string | null {
  const at =
    line.take(/(?<=\s|^)@\s*(?!\d{1,2}\b)([^,@]+?)(?=\s*(?:,|$|\s{2,}))/, 'place') ??
    line.take(/(?<=\s)in ((?:meeting )?room \S+|the \S+ room)(?=\s|$|,)/i, 'place')
  if (at) return (at[1] ?? '').trim()
  const comma = line.left.lastIndexOf(',')
  if (comma === -1) return null
  const place = line.left.slice(comma + 1).trim()
  if (!/\p{L}/u.test(place) || !/\p{L}/u.test(line.left.slice(0, comma))) return null
  line.blank(comma, line.text.length, 'place')
  return place.replace(/\s{2,}/g, ' ')
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
    .replace(/\s+(?:on|at|from)$/i, '')
    .trim()
}

/** "Thursday 26 November, 15:00–15:45 Europe/London · legal · room 4" */
function wordsOf(draft: EventDraft): string {
  return [
    whenWords(draft.when),
    draft.title,
    draft.place,
    draft.people.length > 0 && `with ${draft.people.map((one) => one.address).join(', ')}`,
  ]
    .filter(Boolean)
    .join(' · ')
}

function whenWords(when: When): string {
  if (when.allDay) {
    const [from, to] = [Temporal.PlainDate.from(when.start), Temporal.PlainDate.from(when.end).subtract({ days: 1 })]
    return from.equals(to) ? `${long(from)}, all day` : `${long(from)} to ${long(to)}`
  }
  const [start, end] = [Temporal.PlainDateTime.from(when.start), Temporal.PlainDateTime.from(when.end)]
  const sameDay = start.toPlainDate().equals(end.toPlainDate())
  const until = `${sameDay ? '' : `${long(end.toPlainDate())}, `}${when.end.slice(11, 16)}`
  return `${long(start.toPlainDate())}, ${when.start.slice(11, 16)}–${until} ${when.zone ?? ''}`.trim()
}
