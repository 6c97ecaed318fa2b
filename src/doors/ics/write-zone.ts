import { escapeText } from './content-line.ts'

/** One change of clocks: the local time at which it comes, in the offset before it. */
type Change = {
  readonly local: Temporal.PlainDateTime
  readonly from: string
  readonly to: string
  readonly later: boolean
}

/** `+0100`, with seconds where a zone once had them (RFC 5545 §3.3.14). */
function offsetText(nanoseconds: number): string {
  const seconds = Math.abs(nanoseconds) / 1e9
  const parts = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) =>
    String(Math.floor(part)).padStart(2, '0'),
  )
  return (nanoseconds < 0 ? '-' : '+') + (parts[2] === '00' ? parts.slice(0, 2) : parts).join('')
}

function changesOf(zone: string, fromYear: number, toYear: number): { first: string; changes: Change[] } {
  let at = Temporal.PlainDateTime.from({ year: fromYear, month: 1, day: 1 }).toZonedDateTime('UTC').withTimeZone(zone)
  const first = offsetText(at.offsetNanoseconds)
  const changes: Change[] = []
  for (;;) {
    const next = at.getTimeZoneTransition('next')
    if (!next || next.year > toYear) return { first, changes }
    const before = next.subtract({ nanoseconds: 1 }).offsetNanoseconds
    const local = next.withTimeZone('UTC').toPlainDateTime().add({ nanoseconds: before })
    const later = next.offsetNanoseconds > before
    changes.push({ local, from: offsetText(before), to: offsetText(next.offsetNanoseconds), later })
    at = next
  }
}

const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** The n-th weekday of its month, counted from the end where it is the last: `-1SU`. */
const byDay = (local: Temporal.PlainDateTime, fromEnd: boolean) =>
  `${fromEnd ? -1 : Math.ceil(local.day / 7)}${days[local.dayOfWeek - 1]}`

/** What a run of yearly changes has in common; runs with different keys are written apart. */
const kindOf = ({ local, from, to }: Change) => `${from} ${to} ${local.month} ${local.dayOfWeek} ${local.toPlainTime()}`

/** A rule for changes that come in consecutive years on the same weekday of the month; null where none does. */
function yearlyRule(run: readonly Change[]): string | null {
  const first = run[0]
  if (!first || run.length < 3) return null
  const last = run.every(({ local }) => local.day + 7 > local.daysInMonth)
  const nth = run.every(({ local }) => byDay(local, false) === byDay(first.local, false))
  if (!last && !nth) return null
  return `FREQ=YEARLY;BYMONTH=${first.local.month};BYDAY=${byDay(first.local, last)}`
}

const localText = (local: Temporal.PlainDateTime) => local.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')

/** A STANDARD or DAYLIGHT part for a run of like changes; a rule goes on for ever where the run reaches the end. */
function observance(run: readonly Change[], endless: boolean): string[] {
  const [first, ...rest] = run as readonly [Change, ...Change[]]
  const kind = first.later ? 'DAYLIGHT' : 'STANDARD'
  const rule = endless ? yearlyRule(run) : null
  const dates = rest.map(({ local }) => `RDATE:${localText(local)}`)
  return [
    `BEGIN:${kind}`,
    `DTSTART:${localText(first.local)}`,
    ...(rule ? [`RRULE:${rule}`] : dates),
    `TZOFFSETFROM:${first.from}`,
    `TZOFFSETTO:${first.to}`,
    `END:${kind}`,
  ]
}

/** Changes of one kind in consecutive years together. */
function runsOf(changes: readonly Change[]): Change[][] {
  const runs: Change[][] = []
  for (const change of changes) {
    const run = runs.findLast((each) => each[0] !== undefined && kindOf(each[0]) === kindOf(change))
    if (run?.at(-1)?.local.year === change.local.year - 1) run.push(change)
    else runs.push([change])
  }
  return runs
}

/**
 * A VTIMEZONE for an IANA zone, under the name a calendar writes it by, from the year before `fromYear` to the year
 * after `toYear` (RFC 5545 §3.6.5). Where the same change still comes yearly at the end, it is written as a rule
 * without end.
 */
export function writeZone(tzid: string, zone: string, fromYear: number, toYear: number): string {
  const end = Math.max(toYear, fromYear + 3) + 1
  const { first, changes } = changesOf(zone, fromYear - 1, end)
  const beginning = [
    'BEGIN:STANDARD',
    `DTSTART:${String(fromYear - 1).padStart(4, '0')}0101T000000`,
    `TZOFFSETFROM:${first}`,
    `TZOFFSETTO:${first}`,
    'END:STANDARD',
  ]
  const parts = runsOf(changes).flatMap((run) => observance(run, run.at(-1)?.local.year === end))
  return ['BEGIN:VTIMEZONE', `TZID:${escapeText(tzid)}`, ...beginning, ...parts, 'END:VTIMEZONE'].join('\r\n')
}
