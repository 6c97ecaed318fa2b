import type { Proposal } from '../../../desk/travel/reading/model.ts'
import { setBit, setShared } from './booking.ts'
import { cabinEverywhere, cabinIn } from './cabins.ts'
import { foldAlike } from './fold.ts'
import type { Leg, LegEnd } from './leg.ts'
import { legsOf } from './legs.ts'
import { indexOfPhrase } from './lexicon.ts'
import type { Code } from './marks.ts'
import { ownDeed } from './owndeeds.ts'
import type { Part } from './parts.ts'
import { Draft, type Reading } from './reading.ts'
import { referencesIn } from './references.ts'
import { bitOf, coachShape, rangeOf, seatByNumber, seatInList, seatShape, seatsOfRows } from './seats.ts'
import { lineAt, type Stretch } from './sheet.ts'
import { chunksOf, isPlaceName, terminalsIn } from './spots.ts'
import { setDeadline } from './terms.ts'

/** A code in brackets stands for its letters. */
const inside = (code: Code): Stretch => {
  const at = code.at + (code.bracketed ? 1 : 0)
  return { at, end: at + 3 }
}

/** The name that stands before the same code elsewhere in the letter. */
function nameByCode(reading: Reading, { code }: Code): Stretch | null {
  for (const each of reading.codes) {
    if (each.code !== code || !each.bracketed) continue
    const line = lineAt(reading.sheet, each.at)
    const chunk = chunksOf(reading, { at: line.at, end: each.at }, [
      ...reading.codes,
      ...reading.times,
      ...reading.dates,
      ...reading.numbers,
      ...terminalsIn(reading),
    ]).at(-1)
    const labelled = chunk && reading.labels.find((label) => label.at === chunk.at && label.firm)
    if (chunk && !labelled && each.at - chunk.end <= 2 && isPlaceName(reading, chunk)) return chunk
  }
  return cityOf(reading, code)
}

/** The city of an airport where the letter names it: "Depart (DUB) … From Dublin". */
function cityOf({ sheet, codes, letterheads }: Reading, code: string): Stretch | null {
  const airport = codes.find((each) => each.code === code)?.airport
  const city = foldAlike(airport?.city.replace(/ City$/, '') ?? '')
  if (city.length < 3) return null
  let first: Stretch | null = null
  for (let at = indexOfPhrase(sheet.low, city); at !== -1; at = indexOfPhrase(sheet.low, city, at + 1)) {
    const stretch = { at, end: at + city.length }
    if (!/^\p{Lu}/u.test(sheet.text.slice(at, at + 1))) continue
    if (!letterheads.lines.has(lineAt(sheet, at).index)) return stretch
    first ??= stretch
  }
  return first
}

function setEnd(reading: Reading, draft: Draft, end: LegEnd, other: LegEnd, side: 0 | 1): void {
  const [place, airport, terminal] =
    side === 0 ? (['from', 'fromAirport', 'fromTerminal'] as const) : (['to', 'toAirport', 'toTerminal'] as const)
  draft.set(place, end.name ?? (end.code ? (nameByCode(reading, end.code) ?? inside(end.code)) : null))
  if (end.code) draft.set(airport, inside(end.code), end.code.code)
  if (end.terminal) draft.set(terminal, end.terminal, end.terminal.value)
  const date = end.date ?? (side === 1 ? other.date : null)
  if (end.time && date) draft.moment(side === 0 ? 'starts' : 'ends', { date, time: end.time, later: end.later ?? 0 })
  else if (end.time || (side === 0 && date)) {
    // A day without its hour where hours are written is half of what was read.
    if (date && !end.time && !other.time && !hoursNear(reading, date)) draft.moment('starts', { date, time: null })
    else draft.missing.add(side === 0 ? 'starts' : 'ends')
  }
}

const hoursNear = ({ times, former }: Reading, { at }: Stretch): boolean =>
  [...times, ...former].some((time) => Math.abs(time.at - at) < 400)

const carrier =
  /(?<![\p{L}])((?:\p{Lu}[\p{L}&'’-]{1,30} ){1,3}(?:Airways|Airlines|Air Lines|Air|Líneas Aéreas|Linhas Aéreas|Linee Aeree|Havayolları|Railways|Rail|Ferries|Lines|Coaches))(?=\s|$|,)/u

/** Whoever stands beside a number as who carries: "Pacific Rim Airways    Flight 870". */
function carrierOf({ sheet }: Reading, { number }: Leg): Stretch | null {
  if (!number) return null
  const from = Math.max(lineAt(sheet, number.at).at, number.at - 160)
  const match = carrier.exec(sheet.text.slice(from, number.at))
  if (!match || /operated|durchgef|opere|operat|uitgevoerd/.test(sheet.low.slice(from, number.at))) return null
  const at = from + match.index
  return { at, end: at + (match[1] as string).length }
}

/** Times told twice for one end, and nothing that says which is new. */
function setOthers(draft: Draft, leg: Leg): void {
  for (const { side, end } of leg.others ?? []) {
    const field = side === 0 ? 'starts' : 'ends'
    const known = draft.fields[field]
    if (!known || !end.time || !end.date) continue
    const other = new Draft(draft.sheet, draft.kind, draft.action, 0)
    other.moment(field, { date: end.date, time: end.time })
    const value = other.fields[field]
    if (value && value.value !== known.value) draft.doubt(field, 'Two different times are written', [known, value])
  }
}

/** Flights, trains, coaches and ferries: one proposal a leg. */
export function carriedIn(reading: Reading, part: Part, action: Proposal['action']): Draft[] {
  const legs = legsOf(reading, part)
  const alike = legs.length === 1
  const rows = seatsOfRows(reading, part, legs)
  return legs.map((leg, index) => {
    const range = rangeOf(reading, legs, index, part)
    const draft = new Draft(reading.sheet, part.kind, ownDeed(reading, range, action, legs.length), leg.at)
    if (leg.number) draft.set('number', leg.number, leg.number.value)
    setEnd(reading, draft, leg.ends[0], leg.ends[1], 0)
    setEnd(reading, draft, leg.ends[1], leg.ends[0], 1)
    setOthers(draft, leg)
    draft.set('provider', carrierOf(reading, leg))
    const own = referencesIn(reading, range)
    if (own[0]) draft.set('confirmation', own[0], own[0].value)
    setBit(
      draft,
      'seat',
      seatInList(reading, part, index, legs.length) ??
        bitOf(reading, range, 'seat', seatShape) ??
        seatByNumber(reading, leg) ??
        rows[index] ??
        (alike ? bitOf(reading, part, 'seat', seatShape) : null),
    )
    if (part.kind !== 'flight')
      setBit(
        draft,
        'coach',
        bitOf(reading, range, 'coach', coachShape) ?? (alike ? bitOf(reading, part, 'coach', coachShape) : null),
      )
    draft.set('cabin', cabinIn(reading, range) ?? cabinEverywhere(reading, part, legs))
    setDeadline(reading, alike ? part : range, draft, 'checkInBy', { date: leg.ends[0].date, time: leg.ends[0].time })
    setShared(reading, part, draft)
    if (action !== 'cancelled' || alike) setDeadline(reading, alike ? part : range, draft, 'cancelBy', null)
    return draft
  })
}
