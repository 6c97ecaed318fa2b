import { addressIn, postcode } from './addresses.ts'
import { saidOf, shaped } from './booking.ts'
import { asideAt, inPart } from './ends.ts'
import type { Bit } from './marks.ts'
import type { Part } from './parts.ts'
import type { Draft, Reading } from './reading.ts'
import { type Stretch, trimmed } from './sheet.ts'
import { isPlaceName } from './spots.ts'
import type { Concept } from './vocabulary/concepts.ts'

const countShape = /^\s*(?:of\s|de\s|von\s|for\s|à\s)?(?:(?:大人|おとな)\s?)?(\d{1,3})(?![\d:.,/-])/u

export function guestsOf(reading: Reading, part: Part): Bit | null {
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
export function phoneOf(reading: Reading, part: Part, near: Stretch | null): Bit | null {
  const phones = reading.phones.filter(inPart(part))
  if (near) return phones.find((each) => each.at >= near.at && each.end <= near.end) ?? null
  const labelled = saidOf(reading, 'phone', part).flatMap((said) =>
    phones.filter((each) => each.at >= said.at && each.at - said.at < 12),
  )
  if (labelled[0]) return labelled[0]
  const apart = phones.filter((each) => !asideAt(reading, each, []))
  return apart.length === 1 ? (apart[0] ?? null) : null
}

/** What one hires of a house, not the house. */
const units =
  /^(?:bungalow|apartment|appartement|appartamento|apartamento|studio|chalet|ferienwohnung|wohnung|zimmer|room|chambre|camera|habitacion|kamer|villa \d|lodge \d|\d+ x|double|doppelzimmer|einzelzimmer|entire|mobil-?home)(?!\p{L})/u

/** A street with a number, not what else is counted. */
const isStreet = (words: string): boolean =>
  postcode.test(words) || /(?:^\d{1,5}[a-z]?,? \p{Lu}|\p{L}[.]?,? \d{1,4}[a-z]?(?=$|,))/u.test(words)

export function placeOf(
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
      if (units.test(reading.sheet.low.slice(house.at, house.end))) continue
      const rest = comma ? trimmed(reading.sheet, { at: said.at + comma.index + 1, end: said.end }) : null
      return { house, address: rest && isStreet(reading.sheet.text.slice(rest.at, rest.end)) ? rest : null }
    }
  return { house: null, address: null }
}

/** "…, United States Get directions": words to press on are no address. */
function withoutLinks({ sheet }: Reading, { at, end }: Stretch): Stretch {
  const link =
    /\s(?:get directions|directions|(?:view |show )?(?:on )?map|route planen|auf karte anzeigen|itineraire|voir (?:la|sur la) carte|ver mapa|mappa|routebeschrijving)\s*$/.exec(
      sheet.low.slice(at, end),
    )
  return { at, end: link ? at + link.index : end }
}

export function setAddress(
  reading: Reading,
  part: Part,
  draft: Draft,
  place: { house: Stretch | null; address: Stretch | null },
): Stretch | null {
  const labelled = saidOf(reading, 'address', part).find((said) => said.firm && said.end - said.at > 4)
  const found = labelled ? null : addressIn(reading, part)
  if (labelled) draft.set('address', withoutLinks(reading, labelled))
  else {
    const address = place.address ?? found?.address ?? null
    const lines = address ? reading.sheet.text.slice(address.at, address.end) : ''
    draft.set('address', address, lines.includes('\n') ? lines.replace(/,?\s*\n\s*/g, ', ') : undefined)
  }
  return place.house ?? found?.house ?? null
}

/** A house the subject names, which stands by itself in the letter as well: "Reservation confirmed: Saltwood Kitchen". */
export function namedAgain(reading: Reading): Stretch | null {
  const { sheet, letterheads } = reading
  for (const subject of letterheads.subjects.slice(0, 4))
    for (const piece of sheet.text
      .slice(subject.at, subject.end)
      .split(/\s*[:|–—,]\s+|\s-\s|\s(?:at|bei|im|chez|presso|en|bij|hos|på)\s(?=\p{Lu})/u))
      for (const line of sheet.lines) {
        const cell = line.cells.length === 1 && !letterheads.lines.has(line.index) ? line.cells[0] : undefined
        if (cell && piece.length > 3 && sheet.text.slice(cell.at, cell.end) === piece && isPlaceName(reading, cell))
          return cell
      }
  return null
}

const lodgings =
  /^(?:\p{Lu}[\p{L}'’.-]*\s){0,4}(?:Restaurant|Restaurante|Ristorante|Trattoria|Osteria|Gasthaus|Brasserie|Bistro|Bistrot|Hotel|Hôtel|Hotell|Hotelli|Otel|Hostal|Hostel|Albergo|Pension|Pensjonat|Gasthof|Gästehaus|Inn|Lodge|Resort|Guesthouse|B&B|Pousada|Parador|Penzion|Pensjonat|Hotellet)(?:\s(?:L['’]\p{Lu}\p{L}*|\p{Lu}[\p{L}'’.-]*|of|the|de|del|della|des|am|zum|zur|du|la|le|&)){0,5}$/u

/** A line that is the name of a house: "Hotell Fjordblikk". */
export function lodging(reading: Reading, part: Part): Stretch | null {
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

/** "your table at The Copper Fig", "presso Trattoria della Gatta". */
export function atHouse(reading: Reading, part: Part): Stretch | null {
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
