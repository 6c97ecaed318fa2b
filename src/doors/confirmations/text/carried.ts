import type { Proposal } from '../../../desk/travel/reading/model.ts'
import { setBit, setShared } from './booking.ts'
import { foldAlike } from './fold.ts'
import type { Said } from './labels.ts'
import type { Leg, LegEnd } from './leg.ts'
import { legsOf } from './legs.ts'
import { indexOfPhrase, phrases } from './lexicon.ts'
import type { Bit, Code } from './marks.ts'
import { ownDeed } from './owndeeds.ts'
import type { Part } from './parts.ts'
import { Draft, type Reading } from './reading.ts'
import { referencesIn } from './references.ts'
import { seatedIn } from './rows.ts'
import { lineAt, type Stretch, trimmed } from './sheet.ts'
import { chunksOf, isPlaceName, terminalsIn } from './spots.ts'
import { setDeadline } from './terms.ts'
import type { Concept } from './vocabulary/concepts.ts'

const seat =
  /^(?:n[°º]\.?|nr\.?|no\.?|#)?\s?:?\s?(\d{1,3}\s?[A-Z]?|[A-Z]\d{1,3}|\d{1,3}番[A-Z]席|\d{1,2}-?[A-Z])(?![\p{L}\p{N}])/u
const coach = /^(?:n[°º]\.?|nr\.?|no\.?|#)?\s?:?\s?(\d{1,3}|[A-Z])(?![\p{L}\p{N}])/u

const easternSeat = /\d{1,2}番[A-Z]席/
const easternCoach = /\d{1,2}号車/

/** What is said of a concept within a stretch, though the head of its column stands above. */
const valuesIn = (reading: Reading, concept: Concept, { at, end }: Stretch): Said[] =>
  reading.said.filter((each) => each.concepts.includes(concept) && each.at >= at && each.at < end)

/** Seats and coaches of a leg: behind their labels within it, or behind its number elsewhere. */
function bitOf(reading: Reading, range: Stretch, concept: 'seat' | 'coach', shape: RegExp): Bit | null {
  const eastern = (concept === 'seat' ? easternSeat : easternCoach).exec(reading.sheet.text.slice(range.at, range.end))
  if (eastern)
    return { at: range.at + eastern.index, end: range.at + eastern.index + eastern[0].length, value: eastern[0] }
  for (const said of valuesIn(reading, concept, range)) {
    const inRange = said.at >= range.at && said.at < range.end
    const match = inRange ? shape.exec(reading.sheet.text.slice(said.at, Math.min(said.end, said.at + 30))) : null
    if (
      !match ||
      /^[\s]?(?:x|pers|place|%)/.test(reading.sheet.low.slice(said.at + match[0].length, said.at + match[0].length + 5))
    )
      continue
    const value = match[1] as string
    const at = said.at + match[0].lastIndexOf(value)
    return { at, end: at + value.length, value: value.replace(/\s/g, '') }
  }
  return null
}

const seatList = /(?<![\p{L}\p{N}])\d{1,2}[A-K](?:\s?[/·|]\s?\d{1,2}[A-K])+(?![\p{L}\p{N}])/gu

/** "4D / 5D" of two ways: as many seats beside each other as there are ways, each for its own, of whom is named first. */
function seatInList(reading: Reading, part: Stretch, index: number, count: number): Bit | null {
  for (const match of reading.sheet.text.slice(part.at, part.end).matchAll(seatList)) {
    const seats = [...match[0].matchAll(/\d{1,2}[A-K]/g)]
    const seat = seats[index]
    if (count < 2 || seats.length !== count || !seat) continue
    const at = part.at + match.index + seat.index
    return { at, end: at + seat[0].length, value: seat[0] }
  }
  return null
}

function seatByNumber(reading: Reading, leg: Leg): Bit | null {
  if (!leg.number) return null
  const number = leg.number.value
  for (const label of reading.labels) {
    if (!label.concepts.includes('seat')) continue
    const rest = reading.sheet.text.slice(label.end, label.end + 30).replace(/\u00a0/g, ' ')
    const match = new RegExp(
      `^\\s{0,2}${number.replace(' ', '\\s?')}\\s?:?\\s{1,3}(\\d{1,2}[A-Z])(?![\\p{L}\\p{N}])`,
      'u',
    ).exec(rest)
    if (!match) continue
    const at = label.end + match[0].length - (match[1] as string).length
    return { at, end: at + (match[1] as string).length, value: match[1] as string }
  }
  return null
}

/** Classes as they are written: words of the trade standing by themselves, or behind their label. */
function cabinIn(reading: Reading, range: Stretch): Stretch | null {
  for (const said of valuesIn(reading, 'cabin', range)) {
    if (!said.firm || said.at < range.at || said.at >= range.end) continue
    const cut = /[,;(·•|]|\s{2}|\s-\s|\.\s/.exec(reading.sheet.text.slice(said.at, said.end))
    const stretch = cabinWithin(
      reading,
      trimmed(reading.sheet, { at: said.at, end: cut ? said.at + cut.index : said.end }),
    )
    const words = reading.sheet.text.slice(stretch.at, stretch.end).replace(/\.$/, '')
    if (/^[\p{Lu}\p{Lo}\d]/u.test(words) && words.length <= 40 && words.length > 1)
      return { at: stretch.at, end: stretch.at + words.length }
  }
  const low = reading.sheet.low.slice(range.at, range.end)
  const cabins = [
    ...phrases(reading.lexicon.own.cabins),
    'economy',
    'business',
    'premium economy',
    'economy light',
    'business class',
    'economy class',
  ].sort((a, b) => b.length - a.length)
  for (const phrase of cabins) {
    const at = indexOfPhrase(low, phrase)
    if (at === -1) continue
    const stretch = { at: range.at + at, end: range.at + at + phrase.length }
    const before = reading.sheet.text.slice(Math.max(0, stretch.at - 3), stretch.at)
    if (!/^[\p{Lu}\d\p{Lo}]/u.test(reading.sheet.text.charAt(stretch.at))) continue
    if (/(?:^|[\s\n\t,;:·•|/(]|[\p{Lo}])$/u.test(before) && !/\p{L} $/u.test(before.replace(/\n/g, ';'))) return stretch
  }
  return null
}

const classWords =
  /^(?:class|class[eai]|clase|klasse|klass|klas|klasa|klasy|luokka|luokan|trida|tridy|sinif|sinifi|classic|plus|de|flex|light|comfort|bord|standard|\p{Lu}.*|\d.*|\(\p{L}\))$/u

/** A class ends where small words go on that name none. */
function cabinWithin({ sheet }: Reading, stretch: Stretch): Stretch {
  let end = stretch.at
  for (const word of sheet.text.slice(stretch.at, stretch.end).matchAll(/\S+/g)) {
    if (!classWords.test(word[0]) && !classWords.test(foldAlike(word[0]))) break
    end = stretch.at + word.index + word[0].length
  }
  return { at: stretch.at, end }
}

/** From the beginning of the line a leg begins on to the line before the next one. */
function rangeOf(reading: Reading, legs: readonly Leg[], index: number, part: Part): Stretch {
  const leg = legs[index] as Leg
  const next = legs[index + 1]
  const last = lineAt(reading.sheet, leg.end)
  let end = next ? Math.max(leg.end, next.at) : part.end
  if (!next) {
    let gaps = 0
    for (const line of reading.sheet.lines.slice(last.index + 1)) {
      if (line.at >= part.end) break
      if (line.cells.length === 0) gaps++
      if (gaps > 1 || line.index - last.index > 8) {
        end = line.at
        break
      }
    }
  }
  const previous = legs[index - 1]
  const start = lineAt(reading.sheet, leg.at).at
  return {
    at: previous && start < previous.end ? leg.at : start,
    end: Math.max(end, last.end <= part.end && !next ? last.end : leg.end),
  }
}

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

/** Seats beside the names of those who sit there: one a way in a row for all, or a row under each way. */
function seatsOfRows(reading: Reading, part: Part, legs: readonly Leg[]): (Bit | null)[] {
  const all = seatedIn(reading, part)?.seats ?? []
  if (all.length === legs.length && legs.length > 1) return [...all]
  const own = legs.map((_, index) => seatedIn(reading, rangeOf(reading, legs, index, part))?.seats ?? [])
  return own.every((seats) => seats.length === 1) ? own.map(([seat]) => seat ?? null) : legs.map(() => null)
}

const carrier =
  /(?<![\p{L}])((?:\p{Lu}[\p{L}&'’-]+ ){1,3}(?:Airways|Airlines|Air Lines|Air|Líneas Aéreas|Linhas Aéreas|Linee Aeree|Havayolları|Railways|Rail|Ferries|Lines|Coaches))(?=\s|$|,)/u

/** Whoever stands beside a number as who carries: "Pacific Rim Airways    Flight 870". */
function carrierOf({ sheet }: Reading, { number }: Leg): Stretch | null {
  if (!number) return null
  const line = lineAt(sheet, number.at)
  const match = carrier.exec(sheet.text.slice(line.at, number.at))
  if (!match || /operated|durchgef|opere|operat|uitgevoerd/.test(sheet.low.slice(line.at, number.at))) return null
  const at = line.at + match.index
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
        bitOf(reading, range, 'seat', seat) ??
        seatByNumber(reading, leg) ??
        rows[index] ??
        (alike ? bitOf(reading, part, 'seat', seat) : null),
    )
    if (part.kind !== 'flight')
      setBit(
        draft,
        'coach',
        bitOf(reading, range, 'coach', coach) ?? (alike ? bitOf(reading, part, 'coach', coach) : null),
      )
    draft.set('cabin', cabinIn(reading, range) ?? cabinEverywhere(reading, part, legs))
    setDeadline(reading, alike ? part : range, draft, 'checkInBy', { date: leg.ends[0].date, time: leg.ends[0].time })
    setShared(reading, part, draft)
    if (action !== 'cancelled' || alike) setDeadline(reading, alike ? part : range, draft, 'cancelBy', null)
    return draft
  })
}

/** A class that is labelled once, outside of the legs, holds for all. */
function cabinEverywhere(reading: Reading, part: Part, legs: readonly Leg[]): Stretch | null {
  const last = legs.at(-1)
  return last ? cabinIn(reading, { at: last.end, end: Math.min(part.end, last.end + 400) }) : null
}
