import { saidOf, shaped } from './booking.ts'
import { asideAt, inPart } from './ends.ts'
import { foldAlike } from './fold.ts'
import { type Bit, overlaps } from './marks.ts'
import { nameOf } from './names.ts'
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
  if (isAddressee(reading, index - 1, words)) return null
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

const titled =
  /^(?:herrn?|frau|familie|firma|mr|mrs|ms|monsieur|madame|signora?|sig\.(?:ra)?|sra?\.?|dhr\.?|mevr\.?|an|to|für|per)(?:\s|\.|:|$)/

/** Whom a letter is sent to stands above a street as a house does: under a title, or as the name the letter greets. */
function isAddressee(reading: Reading, index: number, words: string): boolean {
  const above = reading.sheet.lines[index - 1]
  const over = above ? reading.sheet.low.slice(above.at, above.end).trim() : ''
  const whole = { at: 0, end: reading.sheet.text.length }
  const name = nameOf(reading, whole)
  const called = name ? foldAlike(reading.sheet.text.slice(name.at, name.end)) : null
  const low = foldAlike(words)
  return (
    titled.test(low) ||
    (titled.test(over) && over.length < 14) ||
    (called !== null && (low.includes(called) || (low.length > 3 && called.endsWith(low))))
  )
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
    const house = nameAbove(reading, line.index - 1)
    const over = sheet.lines[line.index - 2]?.cells[0]
    if (!house && over && isAddressee(reading, line.index - 2, sheet.text.slice(over.at, over.end))) continue
    return { house, address: { at: above.at, end: cell.end } }
  }
  return null
}

const contact = /^(?:tel|t[eé]l|tlf|phone|telefon[oe]?|fax|t[. ]|\+|\(?0\d|\d{3}[ -]\d{3}|www|https?|\S+@)|@|www\./iu

/** "El Almirez · Plaza de los Aljibes 6, 18010 Granada · 958 555 340": the house, and the stretch up to its postcode. */
function houseAndAddress(reading: Reading, cell: Stretch): { house: Stretch | null; address: Stretch } {
  const { sheet } = reading
  const words = sheet.text.slice(cell.at, cell.end)
  const pieces: Stretch[] = []
  let from = 0
  for (const cut of [...words.matchAll(/\s[·•|–-]\s|[,;.]?\s(?=(?:tel|tél|tlf|phone|telefono?)\.?:?\s)/giu)]) {
    pieces.push({ at: cell.at + from, end: cell.at + cut.index })
    from = cut.index + cut[0].length
  }
  pieces.push({ at: cell.at + from, end: cell.end })
  const told = pieces.filter(({ at, end }) => !contact.test(sheet.text.slice(at, end).trim()))
  const coded = told.findLastIndex(({ at, end }) => postcode.test(sheet.text.slice(at, end)))
  const kept = told.slice(0, coded + 1)
  const first = kept[0] ?? cell
  const end = kept.at(-1)?.end ?? cell.end
  const name = houseBefore(sheet.text.slice(first.at, kept.length > 1 ? first.end : end))
  const alone = kept.length > 1 && !street.test(sheet.text.slice(first.at, first.end))
  const house = alone ? first : name > 0 ? { at: first.at, end: first.at + name } : null
  return { house: house && trimmed(sheet, house), address: trimmed(sheet, { at: house?.end ?? first.at, end }) }
}

const streetWord =
  /^(?:calle|c\/|camino|avda|avenida|plaza|paseo|rua|travessa|largo|estrada|via|viale|piazza|corso|rue|avenue|boulevard|place|chemin|quai|route|ul\.|aleja|plac)(?!\p{L})/iu

/** How much of "Hotel Sonne, Hauptstrasse 4, 6280 Hochdorf" is the house: nothing where a street begins it. */
function houseBefore(words: string): number {
  const parts = words.split(/,\s/)
  const first = parts[0] as string
  return parts.length > 2 && !street.test(first) && /\p{L}/u.test(first) && !streetWord.test(first) ? first.length : 0
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
  for (const subject of letterheads.subjects)
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
