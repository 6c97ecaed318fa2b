import { civilOf } from '../civil.ts'
import { clockOf } from '../local.ts'
import { monthNames } from '../names.ts'
import type { PlanSegment, PlanTrip, SegmentAsked, SegmentEnd } from '../segment.ts'
import { asWall, type Day, minuteMs } from '../time.ts'
import { isSameName } from './names.ts'
import { dayAt, minuteAt } from './segments.ts'
import { isOtherSeat, seatIn } from './wished.ts'
import { dateWords } from './words.ts'

/** What a booking says and what was asked, where both are known and they differ: one phrase for each difference. */
export const differences = (segment: PlanSegment, trip: PlanTrip): readonly string[] => {
  const { asked, from, to, cabin } = segment
  const name = asked?.name ?? passportName(segment, trip)
  return [
    asked?.on == null ? null : onAnotherDay(dayAt(from), asked.on),
    asked === null ? null : elsewhere('from', from, asked.from),
    asked === null ? null : elsewhere('to', to, asked.to),
    asked === null ? null : tooEarly(from, asked),
    asked === null ? null : tooLate(segment, asked),
    asked?.cabin == null || cabin === null ? null : otherCabin(cabin, asked.cabin),
    asked?.seat == null ? null : otherSeat(segment, asked.seat),
    name === null || segment.name === null || isSameName(segment.name, name)
      ? null
      : `in the name of ${segment.name.slice(0, 60)}, not ${name.slice(0, 60)}`,
  ].filter((said) => said !== null)
}

/** Of a flight of the only traveller there is: a name that is not the passport's is no ticket. */
const passportName = ({ kind }: PlanSegment, { travellers }: PlanTrip): string | null =>
  kind === 'flight' && travellers.length === 1 ? (travellers[0]?.passportName ?? null) : null

const onAnotherDay = (day: Day | null, asked: Day): string | null => {
  if (day === null || day === asked) return null
  const [is, was] = [civilOf(day), civilOf(asked)]
  const inAnotherMonth = is.day === was.day && is.year === was.year
  const month = inAnotherMonth ? `: ${monthNames[is.month - 1]} instead of ${monthNames[was.month - 1]}` : ''
  return `on ${dateWords(day)}, not ${dateWords(asked)}${month}`
}

const folded = (name: string): string => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()

/** Codes are held against codes and names against names: that London is LCY nobody has said. */
const elsewhere = (which: 'from' | 'to', { airport, place }: SegmentEnd, asked: string | null): string | null => {
  if (asked === null) return null
  const isCode = /^[A-Z]{3}$/.test(asked.trim())
  if (isCode) return airport === null || airport === asked.trim() ? null : `${which} ${airport}, not ${asked.trim()}`
  if (airport !== null || place === null) return null
  const [is, was] = [folded(place), folded(asked)]
  return is.includes(was) || was.includes(is) ? null : `${which} ${place.slice(0, 80)}, not ${asked.slice(0, 80)}`
}

const clock = (minute: number): string => clockOf(asWall(minute * minuteMs))

const tooEarly = (from: SegmentEnd, { departAfter, on }: SegmentAsked): string | null => {
  const minute = minuteAt(from)
  if (departAfter === null || minute === null || (on !== null && dayAt(from) !== on)) return null
  return minute < departAfter ? `leaving ${clock(minute)}, not after ${clock(departAfter)}` : null
}

/** The latest arrival is a clock alone: of what arrives on a later day nobody can say which day was meant. */
const tooLate = ({ from, to }: PlanSegment, { arriveBy }: SegmentAsked): string | null => {
  const [minute, left, arrived] = [minuteAt(to), dayAt(from), dayAt(to)]
  if (arriveBy === null || minute === null || left === null || left !== arrived) return null
  return minute > arriveBy ? `arriving ${clock(minute)}, not by ${clock(arriveBy)}` : null
}

const seatNumber = /^\d{1,3}[A-Z]$/
const compact = (seat: string): string => seat.replace(/\s+/g, '').toUpperCase()

/** A number is held against a number, and a side against a side; what the booking does not tell is no difference. */
const otherSeat = (segment: PlanSegment, asked: string): string | null => {
  if (segment.seat === null) return null
  const [is, wanted] = [compact(segment.seat), compact(asked)]
  const words = `in seat ${segment.seat.slice(0, 40)}, not ${asked.slice(0, 40)}`
  if (seatNumber.test(wanted)) return seatNumber.test(is) && is !== wanted ? words : null
  const [sits, wish] = [seatIn(segment), seatIn({ seat: asked, cabin: null })]
  return sits !== null && wish !== null && isOtherSeat(sits, wish) ? words : null
}

const cabins: readonly (readonly [RegExp, string])[] = [
  [/\bfirst\b|\b1st\b|\bpremi[eè]re\b/i, 'first'],
  [/\bbusiness\b|\bclub\b/i, 'business'],
  [/\bpremium\b/i, 'premium economy'],
  [/\beconomy\b|\beco\b|\btourist\b/i, 'economy'],
  [/\bsecond\b|\b2nd\b|\bstandard\b/i, 'second'],
]

/** A cabin by the word that says which; a letter of a fare says none. */
const cabinOf = (said: string): string | null => cabins.find(([word]) => word.test(said))?.[1] ?? null

const otherCabin = (is: string, asked: string): string | null => {
  const [one, other] = [cabinOf(is), cabinOf(asked)]
  return one === null || other === null || one === other ? null : `in ${one}, not ${other}`
}
