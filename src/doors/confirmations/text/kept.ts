import type { Proposal } from '../../../desk/travel/reading/model.ts'
import { momentAfter, providerOf, saidOf, setBit, setCost, setDeadline, setShared, shaped } from './booking.ts'
import type { Said } from './labels.ts'
import { type Bit, overlaps } from './marks.ts'
import type { Part } from './parts.ts'
import { Draft, type Moment, type Reading } from './reading.ts'
import { lineAt, type Stretch, trimmed } from './sheet.ts'
import { isPlaceName, terminalsIn } from './spots.ts'
import type { Concept } from './vocabulary/concepts.ts'

const inPart = (part: Stretch) => (mark: Stretch) => mark.at >= part.at && mark.end <= part.end

/** Behind a label up to where the next one of other meaning stands: a heading with what is said under it. */
function blockOf(reading: Reading, said: Said, part: Part, stops: readonly Concept[]): Stretch {
  const next = reading.labels.find(
    (label) =>
      label.at >= said.label.end &&
      label.firm &&
      label.concepts.some((each) => stops.includes(each)) &&
      !label.concepts.some((each) => said.concepts.includes(each)),
  )
  return { at: said.at, end: Math.min(part.end, next?.at ?? part.end) }
}

const asideAt = (reading: Reading, mark: Stretch, allowed: readonly Concept[]) =>
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
    const time = found.time ?? own.time ?? (own.date ? timeUnder(reading, said, own) : block.time)
    found = { date, time }
    if (found.date && found.time) break
  }
  return found
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
      /^\s*(?:-|to|bis|bis zum|au|al|a|tot|til|till|do|ate|hasta el|until|~|から|→)\s*$/u.test(between)
    )
      return [
        { date: from, time: null },
        { date: to, time: null },
      ]
  }
  return null
}

const countShape = /^\s*(?:of\s|de\s|von\s|for\s|à\s)?(?:(?:大人|おとな)\s?)?(\d{1,3})(?![\d:.,/-])/u

function guestsOf(reading: Reading, part: Part): Bit | null {
  const said = shaped(reading, 'guests', part, countShape)
  if (said) return said
  const match =
    /(?<![\d.,:/-])(\d{1,2})\s?(?:x\s)?(?:guests?|adults?|people|persons?|persone|personas?|personnes?|pessoas|personen|erwachsene|gaste|adultes?|adulti|adultos|volwassenen|gasten|personer|vuxna|voksne|gaster|gaester|gjester|osoby|osob|dorosli|dorosle|kisi|yetiskin|comensales|coperti|couverts|covers|henkilo\p{L}*|aikuista|hoste|名様?|人)(?!\p{L})/u.exec(
      reading.sheet.low.slice(part.at, part.end),
    )
  if (!match) return null
  const at = part.at + match.index
  return { at, end: at + (match[1] as string).length, value: match[1] as string }
}

/** A telephone number of the house or the driver: behind its label, or standing by itself. */
function phoneOf(reading: Reading, part: Part, near: Stretch | null): Bit | null {
  const phones = reading.phones.filter(inPart(part))
  if (near) return phones.find((each) => each.at >= near.at && each.end <= near.end) ?? null
  const labelled = saidOf(reading, 'phone', part).flatMap((said) =>
    phones.filter((each) => each.at >= said.at && each.at - said.at < 12),
  )
  if (labelled[0]) return labelled[0]
  const apart = phones.filter((each) => !asideAt(reading, each, []))
  return apart.length === 1 ? (apart[0] ?? null) : null
}

const postcode =
  /(?<![\p{L}\d.,-])(?:\d{4,5}(?:[ -]?[A-Z]{2})?|\d{2}-\d{3}|\d{3} \d{2}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]{2} \d{5}|\d{4}-\d{3}|〒?\d{3}-\d{4})(?![\d\p{L}])/u
const street = /\d/

/** A street with a postcode, written in one line; what stands before it there is the house. */
function addressIn(reading: Reading, part: Part): { house: Stretch | null; address: Stretch } | null {
  const { sheet } = reading
  for (const line of sheet.lines) {
    if (line.at < part.at || line.at >= part.end) continue
    for (const cell of line.cells) {
      const words = sheet.text.slice(cell.at, cell.end)
      if (
        words.length > 140 ||
        !words.includes(',') ||
        !postcode.test(words) ||
        /[:?!=]|@/.test(words.slice(0, 30)) ||
        /(?:iban|vat|rcs|hrb|capital|ust|cvr|kvk|org)/.test(sheet.low.slice(cell.at, cell.end))
      )
        continue
      if (
        reading.dates.some((each) => each.days.length > 0 && overlaps(each, cell)) ||
        reading.money.some((each) => overlaps(each, cell))
      )
        continue
      const found = houseAndAddress(reading, cell)
      return found.house ? found : { ...found, house: nameAbove(reading, line.index) }
    }
  }
  return blockAddress(reading, part)
}

const rooms =
  /(?:^|\s)(?:camera|zimmer|\p{L}*zimmer|room|rooms|chambre|habitacion|quarto|kamer|rum|rom|vaerelse|pokoj|oda|huone|suite|double|twin|king|nights?|nachte|nuits|notti|noches|thank|thanks|best|regards|grusse|vriendelijke|cordiali|saluti|merci|danke|gracias|obrigado)(?!\p{L})/u

/** The line above an address, where it is a name. */
function nameAbove(reading: Reading, index: number): Stretch | null {
  const above = reading.sheet.lines[index - 1]?.cells
  const cell = above?.length === 1 ? above[0] : undefined
  if (
    !cell ||
    reading.letterheads.lines.has(index - 1) ||
    /[:!?.@,]/.test(reading.sheet.text.slice(cell.at, cell.end)) ||
    rooms.test(reading.sheet.low.slice(cell.at, cell.end))
  )
    return null
  const words = reading.sheet.text.slice(cell.at, cell.end)
  const name = trimmed(reading.sheet, {
    at: cell.at,
    end: cell.at + (/,|\s[·|-]\s|\s\*+$/.exec(words)?.index ?? words.length),
  })
  if (
    /^(?:Ihre?|Your|Votre|Su|Vostro|Il|Het|Das|Team|The team|Familie|Familia|Kind|Best|Viele|Mit)\s.*(?:Team|team|équipe|equipo)|^(?:Ihr|Your|Votre|Le|Het|Il|Das)\s(?:[Tt]eam|équipe)/u.test(
      words,
    )
  )
    return null
  return /^\p{Lu}/u.test(words) && words.length <= 60 && !/\d{2}/.test(words) && words.split(' ').length <= 7
    ? name
    : null
}

/** A street with its number, and below it a postcode with its town. */
function blockAddress(reading: Reading, part: Part): { house: Stretch | null; address: Stretch } | null {
  const { sheet } = reading
  const town =
    /^(?:[A-Z]{1,2}-)?(?:\d{4,5}(?: [A-Z]{2})?|\d{2}-\d{3}|\d{3} \d{2}|\d{4}-\d{3}) \p{Lu}[\p{L} .'’-]{1,40}$/u
  for (const line of sheet.lines) {
    const [cell, above] = [line.cells[0], sheet.lines[line.index - 1]?.cells[0]]
    if (line.at < part.at || line.end > part.end || !cell || !above || line.cells.length > 1) continue
    if (
      !town.test(sheet.text.slice(cell.at, cell.end)) ||
      !/^\p{L}[^:@]{2,60}\d/u.test(sheet.text.slice(above.at, above.end))
    )
      continue
    return { house: nameAbove(reading, line.index - 1), address: { at: above.at, end: cell.end } }
  }
  return null
}

function houseAndAddress(reading: Reading, cell: Stretch): { house: Stretch | null; address: Stretch } {
  const { sheet } = reading
  let words = sheet.text.slice(cell.at, cell.end)
  const tail = /\s[·•|]\s|\s-\s(?=tel|t[eé]l|phone|\+|0)|[,;.]?\s(?:tel|tél|tlf|phone|telefon|telefono)\.?:?\s/iu.exec(
    words,
  )
  if (tail) words = words.slice(0, tail.index)
  const parts = words.split(/,\s/)
  const first = parts[0] as string
  const end = cell.at + words.length
  const isHouse = parts.length > 2 && !street.test(first) && /\p{L}/u.test(first)
  const stretch = trimmed(sheet, { at: cell.at + (isHouse ? first.length : 0), end })
  return { house: isHouse ? trimmed(sheet, { at: cell.at, end: cell.at + first.length }) : null, address: stretch }
}

function placeOf(
  reading: Reading,
  part: Part,
  concepts: readonly Concept[],
): { house: Stretch | null; address: Stretch | null } {
  for (const concept of concepts)
    for (const said of saidOf(reading, concept, part)) {
      if (!said.firm || reading.dates.some((each) => each.at >= said.at && each.end <= said.end)) continue
      const comma = /,\s|\s{2}/.exec(reading.sheet.text.slice(said.at, said.end))
      const house = trimmed(reading.sheet, { at: said.at, end: comma ? said.at + comma.index : said.end })
      const words = reading.sheet.text.slice(house.at, house.end)
      if (words.length < 2 || words.length > 90 || /^\p{Ll}/u.test(words) || /^\d+$/.test(words)) continue
      const rest = comma ? trimmed(reading.sheet, { at: said.at + comma.index + 1, end: said.end }) : null
      return { house, address: rest && /\d/.test(reading.sheet.text.slice(rest.at, rest.end)) ? rest : null }
    }
  return { house: null, address: null }
}

function setAddress(
  reading: Reading,
  part: Part,
  draft: Draft,
  place: { house: Stretch | null; address: Stretch | null },
): Stretch | null {
  const labelled = saidOf(reading, 'address', part).find((said) => said.firm && said.end - said.at > 4)
  const found = labelled ? null : addressIn(reading, part)
  if (labelled) draft.set('address', labelled)
  else {
    const address = place.address ?? found?.address ?? null
    const lines = address ? reading.sheet.text.slice(address.at, address.end) : ''
    draft.set('address', address, lines.includes('\n') ? lines.replace(/,?\s*\n\s*/g, ', ') : undefined)
  }
  return place.house ?? found?.house ?? null
}

const lodgings =
  /^(?:\p{Lu}[\p{L}'’.-]*\s){0,4}(?:Hotel|Hôtel|Hotell|Hotelli|Otel|Hostal|Hostel|Albergo|Pension|Pensjonat|Gasthof|Gästehaus|Inn|Lodge|Resort|Guesthouse|B&B|Pousada|Parador|Penzion|Pensjonat|Hotellet)(?:\s(?:\p{Lu}[\p{L}'’.-]*|of|the|de|del|della|des|am|zum|zur|du|la|le|&)){0,5}$/u

/** A line that is the name of a house: "Hotell Fjordblikk". */
function lodging(reading: Reading, part: Part): Stretch | null {
  for (const line of reading.sheet.lines) {
    const cell = line.cells[0]
    if (
      !cell ||
      line.cells.length > 1 ||
      line.at < part.at ||
      line.end > part.end ||
      reading.letterheads.lines.has(line.index)
    )
      continue
    const words = reading.sheet.text.slice(cell.at, cell.end)
    if (
      words.includes(' ') &&
      words.length <= 60 &&
      lodgings.test(words) &&
      !reading.trade.some((phrase) => reading.sheet.low.slice(cell.at, cell.end).includes(phrase))
    )
      return cell
  }
  return null
}

/** Hotels: one proposal however many nights. */
export function stayIn(reading: Reading, part: Part, action: Proposal['action']): Draft[] {
  let from = endOf(reading, part, 'checkIn', ['checkOut', 'departure'])
  let to = endOf(reading, part, 'checkOut', ['checkIn', 'arrival'])
  const stretch = from.date && to.date ? null : stretchIn(reading, part)
  if (stretch) {
    from = { date: from.date ?? stretch[0].date, time: from.time }
    to = { date: to.date ?? stretch[1].date, time: to.time }
  }
  if (!from.date || !to.date) return []
  const draft = new Draft(reading.sheet, 'stay', action, from.date.at)
  draft.moment('starts', from)
  draft.moment('ends', to)
  const house = setAddress(reading, part, draft, placeOf(reading, part, ['hotel']))
  const provider = providerOf(reading, part) ?? lodging(reading, part)
  draft.set('place', house ?? lodging(reading, part) ?? provider)
  draft.set('provider', house ?? lodging(reading, part) ?? provider)
  setBit(draft, 'guests', guestsOf(reading, part))
  setBit(draft, 'phone', phoneOf(reading, part, null))
  setDeadline(reading, part, draft, 'cancelBy', null)
  setShared(reading, part, draft)
  setCost(reading, part, draft)
  return draft.fields.place || draft.fields.confirmation ? [draft] : []
}

const timeRange = (reading: Reading, moment: Moment): Moment | null => {
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
function whenOf(reading: Reading, part: Part): Moment {
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

/** A table at a restaurant. */
export function mealIn(reading: Reading, part: Part, action: Proposal['action']): Draft[] {
  const when = whenOf(reading, part)
  if (!when.date || !when.time) return []
  const draft = new Draft(reading.sheet, 'meal', action, when.date.at)
  draft.moment('starts', when)
  const house = setAddress(reading, part, draft, placeOf(reading, part, ['restaurant', 'venue']))
  const provider = house ?? atHouse(reading, part) ?? providerOf(reading, part)
  draft.set('place', provider)
  draft.set('provider', provider)
  setBit(draft, 'guests', guestsOf(reading, part))
  setBit(draft, 'phone', phoneOf(reading, part, null))
  setDeadline(reading, part, draft, 'cancelBy', null)
  setShared(reading, part, draft)
  return draft.fields.place ? [draft] : []
}

/** "your table at The Copper Fig", "presso Trattoria della Gatta". */
function atHouse(reading: Reading, part: Part): Stretch | null {
  const words = reading.sheet.text.slice(part.at, part.end)
  const match =
    /(?:(?:Tisch|Table|table|tavolo|mesa|bord|bordet|Bord|stolik|tafel|Mesa|Tavolo)\s(?:im|in der|in|at|da|presso|en|no|na|på|hos|på|bij|w|dans|chez|au|à la|på)|reservation at|table at|booking at|booked at|presso|chez|bei|im Restaurant|no Restaurante|en el Restaurante|en Restaurante|hos|bij|w restauracji|reserva en|reserva no|Reservierung im|réservation au|réservation chez)\s+((?:\p{Lu}[\p{L}'’&-]*)(?:\s(?:\p{Lu}[\p{L}'’&-]*|(?:of|the|del|della|delle|degli|dei|du|des|de|la|le|am|an|der|zum|zur|&|y|e|da|do)(?![\p{L}]))){0,5})/u.exec(
      words,
    )
  if (!match) return null
  const name = match[1] as string
  const at = part.at + match.index + match[0].length - name.length
  return { at, end: at + name.length }
}

/** A concert, a conference, a meeting. */
export function meetingIn(reading: Reading, part: Part, action: Proposal['action']): Draft[] {
  const when = whenOf(reading, part)
  if (!when.date || !when.time) return []
  const place = placeOf(reading, part, ['venue', 'hotel'])
  const draft = new Draft(reading.sheet, 'meeting', action, when.date.at)
  draft.moment('starts', when)
  const until = timeRange(reading, when)
  if (until) draft.moment('ends', until)
  const house = setAddress(reading, part, draft, place)
  draft.set('place', house)
  const seats = shaped(reading, 'seat', part, /^\s?([A-Z]?\d{1,3}[A-Z]?(?:\s?[-–,]\s?[A-Z]?\d{1,3})*)(?![\p{L}\d])/u)
  setBit(draft, 'seat', seats)
  setShared(reading, part, draft)
  setCost(reading, part, draft)
  return draft.fields.place && (draft.fields.confirmation || saidOf(reading, 'venue', part).some(({ firm }) => firm))
    ? [draft]
    : []
}

/** Where a car is fetched or brought back: the office under its heading, or what stands beside its label. */
function officeOf(reading: Reading, part: Part, concept: Concept, opposite: readonly Concept[]): Stretch | null {
  for (const said of saidOf(reading, concept, part)) {
    if (!said.firm && !said.label.starts) continue
    const block = blockOf(reading, said, part, opposite)
    const office =
      saidOf(reading, 'office', block)[0] ?? saidOf(reading, 'address', block)[0] ?? saidOf(reading, 'venue', block)[0]
    if (office?.firm) return upToMarks(reading, office)
    const own = upToMarks(reading, { at: said.at, end: said.end })
    if (own && isPlaceName(reading, own)) return own
    const after = placeAfterMoment(reading, said)
    if (after) return after
  }
  return null
}

/** The words of a value before a date, a time, a code in brackets. */
function upToMarks(reading: Reading, { at, end }: Stretch): Stretch | null {
  const marks = [
    ...reading.dates,
    ...reading.times,
    ...reading.codes.filter(({ bracketed }) => bracketed),
    ...reading.phones,
  ].filter((each) => each.at < end && each.end > at)
  const first = Math.min(end, ...marks.map((each) => each.at))
  const stretch = trimmed(reading.sheet, { at, end: first })
  return stretch.end > stretch.at ? stretch : null
}

/** "11 Jan 2027 09:30, Schiphol Airport": the place behind the moment. */
function placeAfterMoment(reading: Reading, said: Stretch): Stretch | null {
  const marks = [...reading.dates, ...reading.times].filter((each) => each.at < said.end && each.end > said.at)
  const last = Math.max(said.at, ...marks.map((each) => each.end))
  const rest = upToMarks(reading, { at: last, end: said.end })
  const clean = rest
    ? trimmed(reading.sheet, {
        at:
          rest.at +
          (/^(?:uhr|uur|h|hrs|at|in|,|\)|-|·)*\s*/i.exec(reading.sheet.low.slice(rest.at, rest.end))?.[0].length ?? 0),
        end: rest.end,
      })
    : null
  return clean && isPlaceName(reading, clean) ? clean : null
}

function setPlace(reading: Reading, draft: Draft, side: 'from' | 'to', place: Stretch | null): void {
  if (!place) return
  draft.set(side, place)
  const line = lineAt(reading.sheet, place.at)
  const code = reading.codes.find(
    (each) => each.bracketed && each.at >= place.at && each.at - place.end <= 4 && each.at < line.end,
  )
  if (code) draft.set(side === 'from' ? 'fromAirport' : 'toAirport', code, code.code)
  const terminal = terminalsIn(reading).find((each) => each.at >= place.at && each.end <= line.end)
  if (terminal) draft.set(side === 'from' ? 'fromTerminal' : 'toTerminal', terminal, terminal.value)
}

/** In a part of its own, the name before the first comma under its heading. */
function firstNamed(reading: Reading, part: Part): Stretch | null {
  if (part.at === 0) return null
  const cell = reading.sheet.lines.find((line) => line.at > part.at && line.cells.length > 0)?.cells[0]
  const comma = cell ? /^\p{Lu}[\p{L}\d&'’ -]{1,30}(?=,)/u.exec(reading.sheet.text.slice(cell.at, cell.end)) : null
  const name = cell && comma ? { at: cell.at, end: cell.at + comma[0].length } : null
  return name && isPlaceName(reading, name) ? name : null
}

/** A hired car, from its fetching to its return. */
export function carIn(reading: Reading, part: Part, action: Proposal['action']): Draft[] {
  const picked = endOf(reading, part, 'pickUp', ['dropOff'])
  const begins = picked.date ? 'pickUp' : 'departure'
  const from = picked.date ? picked : endOf(reading, part, 'departure', ['dropOff'])
  const to = endOf(reading, part, 'dropOff', [begins])
  if (!from.date) return []
  const draft = new Draft(reading.sheet, 'car', action, from.date.at)
  draft.moment('starts', from)
  draft.moment('ends', to)
  setPlace(reading, draft, 'from', officeOf(reading, part, begins, ['dropOff']))
  setPlace(reading, draft, 'to', officeOf(reading, part, 'dropOff', [begins]))
  draft.set('provider', providerOf(reading, part) ?? firstNamed(reading, part))
  setBit(draft, 'phone', phoneOf(reading, part, null))
  setDeadline(reading, part, draft, 'cancelBy', null)
  setShared(reading, part, draft)
  setCost(reading, part, draft)
  return draft.fields.from || draft.fields.confirmation ? [draft] : []
}

/** Taxis, transfers and chauffeurs. */
export function rideIn(reading: Reading, part: Part, action: Proposal['action']): Draft[] {
  const picked = endOf(reading, part, 'pickUp', ['dropOff', 'to'])
  const when = picked.date && picked.time ? picked : whenOf(reading, part)
  const moment = { date: picked.date ?? when.date, time: picked.time ?? when.time }
  if (!moment.date || !moment.time) return []
  const draft = new Draft(reading.sheet, 'ride', action, moment.date.at)
  draft.moment('starts', moment)
  const at = (concept: Concept) => {
    const said = saidOf(reading, concept, part).find(
      (each) => each.firm && !reading.dates.some((date) => overlaps(date, each)),
    )
    return said ? upToMarks(reading, said) : null
  }
  setPlace(reading, draft, 'from', at('from') ?? at('pickUp') ?? at('departure'))
  setPlace(reading, draft, 'to', at('to') ?? at('dropOff') ?? at('arrival'))
  draft.set('provider', providerOf(reading, part))
  const meet = saidOf(reading, 'meet', part)[0]
  if (meet) draft.set('pickUp', upToStop(reading, meet))
  const drivers = saidOf(reading, 'driver', part)
  const driver = drivers.find(({ firm }) => firm) ?? drivers.find(({ label }) => label.starts)
  if (driver) setDriver(reading, draft, driver, part)
  if (!draft.fields.phone) setBit(draft, 'phone', phoneOf(reading, part, null))
  setBit(draft, 'guests', guestsOf(reading, part))
  setDeadline(reading, part, draft, 'cancelBy', null)
  setShared(reading, part, draft)
  setCost(reading, part, draft)
  return draft.fields.from || draft.fields.to ? [draft] : []
}

const upToStop = (reading: Reading, { at, end }: Stretch): Stretch => {
  const stop = /[.;\n]|\s-\s/.exec(reading.sheet.text.slice(at, end))
  const words = reading.sheet.low.slice(at, end)
  const skip =
    /^(?:at|in|in der|im|am|dans|a|al|alla|en|w|i|ved|bij)?\s?(?:the\s|le\s|la\s|de\s|der\s)?/.exec(words)?.[0]
      .length ?? 0
  return { at: at + skip, end: stop ? at + stop.index : end }
}

function setDriver(reading: Reading, draft: Draft, said: Said, part: Part): void {
  const titled =
    /^\s?(?:p\.|pan|mr\.?|herr|m\.|sig\.|sr\.|dhr\.)\s/iu.exec(reading.sheet.text.slice(said.at, said.end))?.[0]
      .length ?? 0
  const match = /^\s?((?:\p{Lu}[\p{L}'’.-]*|\p{Lo}+)(?:\s(?:\p{Lu}[\p{L}'’.-]*|van|de|von|der|\p{Lo}+)){0,4})/u.exec(
    reading.sheet.text.slice(said.at + titled, said.end),
  )
  if (match && (said.firm || /\s/.test(match[1] as string))) {
    const at = said.at + titled + match[0].length - (match[1] as string).length
    draft.set('driver', { at, end: at + (match[1] as string).length })
  }
  setBit(
    draft,
    'phone',
    phoneOf(reading, part, { at: said.at, end: Math.max(said.end, lineAt(reading.sheet, said.at).end) }),
  )
}
