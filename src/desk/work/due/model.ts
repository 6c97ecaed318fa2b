import { takePartOfDay, takeSoon, takeTimes } from '../../calendar/quick-add/clocks.ts'
import { type Today, weekdayNames } from '../../calendar/quick-add/dates.ts'
import { takeDay } from '../../calendar/quick-add/days.ts'
import { doubtIn } from '../../calendar/quick-add/doubts.ts'
import { Line, type Part } from '../../calendar/quick-add/line.ts'
import { coverNames } from '../../calendar/quick-add/names.ts'
import { correct, sayCorrected } from '../../calendar/quick-add/spelling.ts'
import { takeZone } from '../../calendar/quick-add/zones.ts'

/** By when: a day (`2026-11-27`), and a clock (`16:00`) in a zone where one was said; without a clock, the end of that day. */
export type DueOn = { readonly dueOn: string; readonly time: string | null; readonly zone: string | null }

export type DueRead = {
  readonly due: DueOn | null
  /** What is left of the text once the day and the time are out of it; as long as the text. */
  readonly left: string
  readonly parts: readonly Part[]
  readonly assumed: readonly string[]
  /** What speaks of a day or a time and was not understood, as a question. */
  readonly doubt: string | null
}

/** "Thu 3pm", "by the end of the week", "in 2 hours": the reading of days and times is the one of the quick add. */
export function readDue(text: string, now: Temporal.ZonedDateTime): DueRead {
  const line = new Line(dotted(text.slice(0, 500)))
  const today = now.toPlainDate()
  coverNames(line)
  const unclear = correct(line) ?? vagueIn(line)
  const soon = takeSoon(line)
  const at =
    soon === null
      ? null
      : now.add({ minutes: soon }).round({ smallestUnit: 'minute', roundingIncrement: 5, roundingMode: 'ceil' })
  const day =
    at?.toPlainDate() ?? takeEnd(line, today) ?? takeLength(line, today) ?? nextOne(line, takeDay(line, today), today)
  takePartOfDay(line)
  const isClocked =
    day !== null ||
    /\d[:.]\d\d|\d\s*[ap]\.?m\b|\b(?:noon|midday)\b|\bat (?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/i.test(
      line.left,
    )
  const clock = at === null && isClocked ? takeTimes(line) : null
  const zone = clock ? takeZone(line) : null
  if (day !== null || clock !== null) takeJoints(line)
  for (const { was, by } of line.uncover()) sayCorrected(line, was, by)
  const doubt = unclear ?? doubtIn(line, { day: day !== null, time: clock !== null, repeats: false })
  const due = doubt === null ? dueOf(line, { day, clock, zone, at, now }) : null
  return { due, left: line.left, parts: [...line.parts].sort((a, b) => a.from - b.from), assumed: line.assumed, doubt }
}

/** A week or a month is no day to be late on. */
const vague =
  /\b(?:(?:the )?week after next|(?:early |late |sometime |some time )?(?:next|the following) (?:week|month|quarter)|soon(?:ish)?|asap|shortly|in due course|(?:in )?(?:a (?:few|couple of)|the (?:next|coming) (?:few|couple of)) (?:days|weeks))\b/i

function vagueIn(line: Line): string | null {
  const m = vague.exec(line.left)
  if (!m) return null
  const beside = new RegExp(`(?:${weekdayNames})[\\s,]+(?:of |in )?$`, 'i').test(line.left.slice(0, m.index))
  const behind = new RegExp(`^[\\s,]+(?:on )?(?:${weekdayNames})\\b`, 'i').test(line.left.slice(m.index + m[0].length))
  return beside || behind || /end of (?:the )?$/i.test(line.left.slice(0, m.index))
    ? null
    : `“${m[0]}” is no day: say which, for example “by Fri”`
}

/** "by 18.12" is a day where nobody would write that clock. As long as it was. */
const dotted = (text: string): string =>
  text.replace(/(?<![\d.:])(\d{1,2})\.(\d{1,2})(?![\d.:%])/g, (said, day: string, month: string) => {
    const isDay = Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12
    return isDay && (Number(day) > 23 || Number(month) % 5 !== 0) && /^\d\d$/.test(month) ? `${day}/${month}` : said
  })

type Said = {
  readonly day: Today | null
  readonly clock: ReturnType<typeof takeTimes>
  readonly zone: string | null
  readonly at: Temporal.ZonedDateTime | null
  readonly now: Temporal.ZonedDateTime
}

const minuteText = (minute: number): string =>
  Temporal.PlainTime.from('00:00').add({ minutes: minute }).toString({ smallestUnit: 'minute' })

function dueOf(line: Line, { day, clock, zone, at, now }: Said): DueOn | null {
  if (at !== null)
    return {
      dueOn: at.toPlainDate().toString(),
      time: at.toPlainTime().toString({ smallestUnit: 'minute' }),
      zone: null,
    }
  if (day === null && clock === null) return null
  if (clock === null) return { dueOn: (day as Today).toString(), time: null, zone: null }
  const { minute } = clock.start
  const here = zone === null ? now : now.withTimeZone(zone)
  let on = (day ?? here.toPlainDate()).add({ days: Math.floor(minute / 1440) })
  const time = minuteText(minute % 1440)
  if (day === null && Temporal.PlainTime.compare(Temporal.PlainTime.from(time), here.toPlainTime()) <= 0) {
    on = on.add({ days: 1 })
    line.assume('That time has passed today, so it is tomorrow')
  }
  if (clock.start.guessed && (minute < 480 || minute >= 720))
    line.assume(`${time}, because nothing said morning or afternoon`)
  return { dueOn: on.toString(), time, zone }
}

/** "By Monday", said on a Monday, is the next one. */
function nextOne(line: Line, day: Today | null, today: Today): Today | null {
  const said = line.parts.filter(({ meaning }) => meaning === 'day').map(({ from, to }) => line.text.slice(from, to))
  if (!day?.equals(today) || !said.some((one) => new RegExp(`^(?:on |coming )?(?:${weekdayNames})$`, 'i').test(one)))
    return day
  line.assume(`“${said[0]}” was read as the next one, not today`)
  return day.add({ weeks: 1 })
}

const working = (on: Today): Today => (on.dayOfWeek > 5 ? on.subtract({ days: on.dayOfWeek - 5 }) : on)

/** "End of the week" is its Friday, said on a weekend the next one's; "end of the month" its last working day. */
function takeEnd(line: Line, today: Today): Today | null {
  const friday = today.add({ days: (5 - today.dayOfWeek + 7) % 7 })
  return line.read(
    /\b(?:(?:the )?end of (?:the |this )?(next )?(week|month)|(?:close|cob|eod) (?:of |on )?(?:the |this )?(week)|\beow\b|\beom\b|(?:later )?this (week))\b/i,
    'day',
    (m) => {
      if (/eom|month/i.test(m[0])) {
        const month = m[1] ? today.add({ months: 1 }) : today
        return working(month.with({ day: month.daysInMonth }))
      }
      return m[1] ? friday.add({ weeks: today.dayOfWeek > 5 ? 0 : 1 }) : friday
    },
  )
}

const counts = 'a two three four five six seven eight nine ten eleven twelve thirteen fourteen'.split(' ')
const countOf = (said: string): number =>
  /^\d+$/.test(said) ? Number(said) : /^(?:an?|one)$/i.test(said) ? 1 : counts.indexOf(said.toLowerCase()) + 1

/** "Within a week", "in two working days". */
const takeLength = (line: Line, today: Today): Today | null =>
  line.read(
    /\b(?:in|within)(?: the next)? (an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|\d{1,2}) (working |business )?(day|week|fortnight|month)s?(?:['’]s?)?(?: time)?\b/i,
    'day',
    (m) => {
      const [count, unit] = [countOf(m[1] ?? ''), (m[3] ?? '').toLowerCase()]
      if (count < 1 || (!m[2] && !/^within/i.test(m[0]))) return null
      if (unit === 'month') return today.add({ months: count })
      if (unit === 'fortnight') return today.add({ weeks: 2 * count })
      if (unit === 'week') return today.add({ weeks: count })
      return m[2] ? workingDays(today, count) : today.add({ days: count })
    },
  )

/** So many working days on; Saturdays and Sundays do not count. */
export function workingDays(from: Today, count: number): Today {
  let on = from
  for (let left = count; left > 0; ) {
    on = on.add({ days: 1 })
    if (on.dayOfWeek <= 5) left--
  }
  return on
}

const joint =
  /(?:\b(?:due|by|before|until|till|on|for|no later than|not later than|at|latest|the latest|sometime|some time|first thing|early|late|later)\s+(?:the\s+)?|[–—-]\s*)+$/i

/** What held the day and the time in place goes with them: "by", "no later than", "at the latest". */
function takeJoints(line: Line): void {
  for (const part of [...line.parts].filter(({ meaning }) => meaning === 'day' || meaning === 'time')) {
    const ahead = joint.exec(line.left.slice(0, part.from))
    if (ahead) line.blank(ahead.index, part.from, 'by')
    const behind = /^\s*(?:at (?:the )?latest|latest|if not (?:before|sooner)|or sooner|please)\b/i.exec(
      line.left.slice(part.to),
    )
    if (behind) line.blank(part.to, part.to + behind[0].length, 'by')
  }
}
