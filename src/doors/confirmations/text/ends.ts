import { saidOf } from './booking.ts'
import type { Said } from './labels.ts'
import { overlaps } from './marks.ts'
import type { Part } from './parts.ts'
import type { Moment, Reading } from './reading.ts'
import { lineAt, type Stretch } from './sheet.ts'
import { momentAfter } from './terms.ts'
import type { Concept } from './vocabulary/concepts.ts'

export const inPart = (part: Stretch) => (mark: Stretch) => mark.at >= part.at && mark.end <= part.end

/** Behind a label up to where the next one of other meaning stands: a heading with what is said under it. */
export function blockOf(reading: Reading, said: Said, part: Part, stops: readonly Concept[]): Stretch {
  const next = reading.labels.find(
    (label) =>
      label.at >= said.label.end &&
      label.firm &&
      label.concepts.some((each) => stops.includes(each)) &&
      !label.concepts.some((each) => said.concepts.includes(each)),
  )
  return { at: said.at, end: Math.min(part.end, next?.at ?? part.end) }
}

export const asideAt = (reading: Reading, mark: Stretch, allowed: readonly Concept[]) =>
  reading.said.some(
    (each) =>
      each.at <= mark.at &&
      mark.end <= each.end &&
      each.concepts.every((concept) => concept === 'aside' || concept === 'cancelBy' || concept === 'duration') &&
      (each.firm || each.label.starts || each.concepts.includes('cancelBy')) &&
      !each.concepts.some((concept) => allowed.includes(concept)),
  )

/** What is said of one of two ends: the moments behind its labels; beside each other, as heads of two columns, each has its own. */
export function endOf(reading: Reading, part: Part, concept: Concept, opposite: readonly Concept[]): Moment {
  const all = saidOf(reading, concept, part).filter((each) => each.firm || each.label.starts)
  let found: Moment = { date: null, time: null }
  for (const said of all) {
    const own = momentAfter(reading, said)
    const block = own.date || !said.firm ? own : momentWithin(reading, blockOf(reading, said, part, opposite), said)
    const date = found.date ?? own.date ?? block.date
    const time =
      found.time ??
      own.time ??
      (own.date ? (timeBehind(reading, own.date) ?? timeUnder(reading, said, own)) : block.time)
    found = { date, time }
    if (found.date && found.time) break
  }
  return found
}

/** "27 May 2027  from 14:00": the time behind a date in its line, with nothing but small words between. */
function timeBehind({ sheet, times }: Reading, date: Stretch): Moment['time'] {
  const time = times.find((each) => each.at >= date.end)
  const between = time ? sheet.text.slice(date.end, time.at) : ''
  return time && between.length <= 30 && !/[\d\n\t.;]|\p{Lu}/u.test(between) ? time : null
}

/** A time in the line below a date, under the same label. */
function timeUnder(reading: Reading, said: Said, { date }: Moment): Moment['time'] {
  if (!date || !said.firm) return null
  const line = reading.sheet.lines[lineAt(reading.sheet, date.at).index + 1]
  if (line && /\p{L}\s?:\s/u.test(reading.sheet.low.slice(line.at, line.end))) return null
  if (
    !line ||
    line.cells.length === 0 ||
    reading.labels.some(
      (label) => label.line === line.index && label.firm && /:/.test(reading.sheet.low.slice(label.end, label.end + 2)),
    )
  )
    return null
  const times = reading.times.filter((time) => overlaps(time, line))
  return times.length === 1 && !reading.dates.some((each) => overlaps(each, line)) && line.end - line.at < 60
    ? (times[0] ?? null)
    : null
}

/** The first date of a block that is said aside by nothing, and the time that goes with it, within eight lines. */
function momentWithin(reading: Reading, block: Stretch, said: Said): Moment {
  const first = lineAt(reading.sheet, said.at).index
  const near = (mark: Stretch) =>
    inPart(block)(mark) && lineAt(reading.sheet, mark.at).index - first <= 7 && !asideAt(reading, mark, [])
  const date = reading.dates.find(near) ?? null
  const time = date
    ? (reading.times.find(
        (each) =>
          near(each) &&
          lineAt(reading.sheet, each.at).index - lineAt(reading.sheet, date.at).index <= 1 &&
          lineAt(reading.sheet, each.at).index >= lineAt(reading.sheet, date.at).index - 1,
      ) ?? null)
    : null
  return { date, time }
}

/** "16.02.2027 - 18.02.2027": two dates with nothing but a dash between them. */
export function stretchIn(reading: Reading, part: Part): [Moment, Moment] | null {
  const dates = reading.dates.filter(inPart(part))
  for (let at = 0; at + 1 < dates.length; at++) {
    const [from, to] = [dates[at], dates[at + 1]]
    if (!from || !to || asideAt(reading, from, [])) continue
    const between = reading.sheet.low.slice(from.end, to.at)
    if (
      between.length <= 14 &&
      /^[\s.]*(?:-|to|bis|bis zum|au|al|a|tot|til|till|do|ate|hasta el|until|~|から|→)\s*$/u.test(between)
    )
      return [
        { date: from, time: null },
        { date: to, time: null },
      ]
  }
  return null
}

export const timeRange = (reading: Reading, moment: Moment): Moment | null => {
  if (!moment.time || !moment.date) return null
  const next = reading.times.find((each) => each.at >= (moment.time?.end ?? 0))
  const between = next ? reading.sheet.low.slice(moment.time.end, next.at) : ''
  const date = reading.dates.find((each) => next && each.at >= (moment.time?.end ?? 0) && each.end <= next.at)
  if (
    next &&
    date &&
    /^\s?(?:-|to|bis|until)\s?$/u.test(reading.sheet.low.slice(moment.time.end, date.at)) &&
    next.at - date.end < 6
  )
    return { date, time: next }
  return next && /^\s?(?:uhr\s)?(?:-|to|bis|a|al|til|till|tot|do|~|から|until)\s?$/u.test(between)
    ? { date: moment.date, time: next }
    : null
}

/** When something is, where nothing but a date and a time say so. */
export function whenOf(reading: Reading, part: Part): Moment {
  const { sheet } = reading
  const date = saidOf(reading, 'date', part)
    .filter(({ firm }) => firm)
    .map((said) => momentAfter(reading, said))
    .find((each) => each.date)
  if (date) {
    const time =
      date.time ??
      saidOf(reading, 'time', part)
        .map((said) => reading.times.find((each) => each.at >= said.at && each.at < said.end))
        .find((each) => each) ??
      null
    return { date: date.date, time: time ?? timeBeside(reading, date.date as Stretch) }
  }
  const free = reading.dates.filter((each) => inPart(part)(each) && !asideAt(reading, each, []))
  for (const each of free) {
    const time = timeBeside(reading, each)
    if (time) return { date: each, time }
  }
  const only = free.length === 1 ? free[0] : undefined
  if (!only) return { date: null, time: null }
  const times = reading.times.filter(
    (each) =>
      inPart(part)(each) &&
      !asideAt(reading, each, []) &&
      Math.abs(lineAt(sheet, each.at).index - lineAt(sheet, only.at).index) <= 3,
  )
  return { date: only, time: times[0] ?? null }
}

function timeBeside(reading: Reading, date: Stretch): Moment['time'] {
  return (
    reading.times.find((each) => {
      const between =
        each.at >= date.end
          ? reading.sheet.low.slice(date.end, each.at)
          : each.end <= date.at
            ? reading.sheet.low.slice(each.end, date.at)
            : 'x'.repeat(50)
      return between.length <= 30 && !/\n\s*\n|[.;]\s/.test(between)
    }) ?? null
  )
}

const nights =
  /(?<![\d.,:/-])(\d{1,2})[ -](?:nights?|nachte?|nuits?|notti|notte|noches?|noites?|nachten|natter|natt|naetter|nat|netter|noce|nocy|noclegi|gece|yota|noci|泊)(?!\p{L})/gu

/** Two dates as far apart as the letter says nights: "on Monday 3rd May 2027 for 2 nights, departing Wednesday". */
export function nightsIn(reading: Reading, part: Part): [Moment, Moment] | null {
  const told = new Set(
    [...reading.sheet.low.slice(part.at, part.end).matchAll(nights)].map((match) => Number(match[1])),
  )
  const dates = reading.dates.filter(
    (date) => inPart(part)(date) && date.days.length === 1 && !asideAt(reading, date, []),
  )
  const [count] = told
  if (told.size !== 1 || count === undefined) return null
  const pairs = dates.flatMap((from) =>
    dates.filter((to) => (to.days[0] as number) - (from.days[0] as number) === count).map((to) => [from, to] as const),
  )
  const [pair] = pairs
  const same = pairs.every(([from, to]) => from.days[0] === pair?.[0].days[0] && to.days[0] === pair?.[1].days[0])
  return pair && same
    ? [
        { date: pair[0], time: null },
        { date: pair[1], time: null },
      ]
    : null
}
