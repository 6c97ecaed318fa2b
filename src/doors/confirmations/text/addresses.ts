import { foldAlike } from './fold.ts'
import { overlaps } from './marks.ts'
import { nameOf } from './names.ts'
import type { Part } from './parts.ts'
import type { Reading } from './reading.ts'
import { type Stretch, trimmed } from './sheet.ts'

export const postcode =
  /(?<![\p{L}\d.,-])(?:\d{4,5}(?:[ -]?[A-Z]{2})?|\d{2}-\d{3}|\d{3} \d{2}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]{2} \d{5}|\d{4}-\d{3}|〒?\d{3}-\d{4})(?![\d\p{L}])/u

const street = /\d/

/** A street with a postcode, written in one line; what stands before it there is the house. */
export function addressIn(reading: Reading, part: Part): { house: Stretch | null; address: Stretch } | null {
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
      const found = withStreet(reading, houseAndAddress(reading, cell), line.index)
      return found.house ? found : { ...found, house: nameAbove(reading, line.index) }
    }
  }
  return blockAddress(reading, part)
}

const numbered = /^\d{1,5}[A-Za-z]?\s\p{Lu}[\p{L}\d .'’-]{2,50}$/u

/** "Chicago, IL 60654" beneath "88 West Calloway Street": the address begins where its street does. */
function withStreet(reading: Reading, found: { house: Stretch | null; address: Stretch }, index: number): typeof found {
  const { sheet } = reading
  const above = sheet.lines[index - 1]?.cells
  const cell = above?.length === 1 ? above[0] : undefined
  const [town = ''] = sheet.text.slice(found.address.at, found.address.end).split(',')
  if (!cell || found.house || street.test(town) || !numbered.test(sheet.text.slice(cell.at, cell.end))) return found
  return { house: nameAbove(reading, index - 1), address: { at: cell.at, end: found.address.end } }
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

const greeted = new WeakMap<Reading, Stretch | null>()

function greetedBy(reading: Reading): Stretch | null {
  const known = greeted.get(reading)
  if (known !== undefined) return known
  const name = nameOf(reading, { at: 0, end: reading.sheet.text.length })
  greeted.set(reading, name)
  return name
}

/** Whom a letter is sent to stands above a street as a house does: under a title, or as the name the letter greets. */
function isAddressee(reading: Reading, index: number, words: string): boolean {
  const above = reading.sheet.lines[index - 1]
  const over = above ? reading.sheet.low.slice(above.at, above.end).trim() : ''
  const name = greetedBy(reading)
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
