import type { Field, Proposal, ReadValue } from '../../../desk/travel/reading/model.ts'
import { civilOf } from '../../../plan/civil.ts'
import { asDay } from '../../../plan/time.ts'
import { type DateMark, datesIn } from '../text/dates.ts'
import { languageOf, lexiconFor, phrases } from '../text/lexicon.ts'
import { type Sheet, type Stretch, sheetOf } from '../text/sheet.ts'
import { type TimeMark, timesIn } from '../text/times.ts'
import { type Written, written } from '../times.ts'

type Marks = { readonly sheet: Sheet; readonly dates: readonly DateMark[]; readonly times: readonly TimeMark[] }

const dayLength = 864e5

function marksOf(text: string): Marks {
  const sheet = sheetOf(text)
  const lexicon = lexiconFor(languageOf(sheet.low))
  const dates = datesIn(sheet, lexicon, null)
  const isDate = (time: Stretch) => dates.some((date) => date.at < time.end && time.at < date.end)
  const times = timesIn(sheet, lexicon, phrases(lexicon.own.nextDay)).filter((time) => !isDate(time))
  return { sheet, dates, times }
}

/** Whether a date as written is that day, or may be where no year stands. */
function isDay({ days, month, date, year }: DateMark, time: Written): boolean {
  const day = asDay(Math.floor(time.wall / dayLength))
  if (days.length > 0) return days.length === 1 && days[0] === day
  const at = civilOf(day)
  return year === null && at.month === month && at.day === date
}

/** What a time stands beside: the words of the same end, then those of the segment. */
const besides: Partial<Record<Field, readonly Field[]>> = {
  starts: ['from', 'fromAirport', 'number', 'place', 'address'],
  ends: ['to', 'toAirport', 'number', 'place', 'address'],
}

const far = 400

/** The only one, or the one that is plainly nearest to what the segment says elsewhere; null where it could be another. */
function plainest<Mark extends Stretch>(marks: readonly Mark[], near: readonly number[]): Mark | null {
  if (marks.length <= 1) return marks[0] ?? null
  const ranked = marks
    .map((mark) => ({ mark, away: Math.min(Number.POSITIVE_INFINITY, ...near.map((at) => Math.abs(at - mark.at))) }))
    .sort((a, b) => a.away - b.away)
  const [first, second] = ranked
  return first && second && first.away < far && second.away > first.away + 60 && second.away > first.away * 2
    ? first.mark
    : null
}

function standingAt(field: Field, time: Written, { fields }: Proposal, { dates, times }: Marks): Stretch | null {
  const near = (besides[field] ?? []).flatMap((each) => {
    const origin = fields[each]?.origin
    return origin?.by === 'words' ? [origin.at] : []
  })
  const days = dates.filter((date) => isDay(date, time))
  if (!time.exact) return plainest(days, near)
  const minutes = Math.floor((time.wall % dayLength) / 60_000)
  const clocks = times.filter((each) => each.minutes === minutes)
  const before = { ...time, wall: (time.wall - dayLength) as Written['wall'] }
  const isNamed =
    days.length > 0 || (clocks.some(({ plus }) => plus === 1) && dates.some((date) => isDay(date, before)))
  return isNamed ? plainest(clocks, near) : null
}

const timed: ReadonlySet<Field> = new Set(['starts', 'ends', 'checkInBy', 'cancelBy'])

/**
 * Times that only data told point at the clock, or the date, that a person can see, where both the day and the clock stand in the
 * text and nothing else could be meant.
 */
export function seenTimes(proposals: readonly Proposal[], text: string): Proposal[] {
  const isHidden = (field: string, { origin }: ReadValue) => origin.by === 'data' && timed.has(field as Field)
  const hides = ({ fields }: Proposal) => Object.entries(fields).some(([field, value]) => isHidden(field, value))
  if (!proposals.some(hides)) return [...proposals]
  const marks = marksOf(text)
  return proposals.map((proposal) => {
    const fields = { ...proposal.fields }
    for (const [name, value] of Object.entries(proposal.fields)) {
      const [field, time] = [name as Field, written(value.value)]
      const at = time && isHidden(name, value) ? standingAt(field, time, proposal, marks) : null
      const words = at && text.slice(at.at, at.end)
      if (at && words) fields[field] = { ...value, origin: { by: 'words', at: at.at, words } }
    }
    return { ...proposal, fields }
  })
}
