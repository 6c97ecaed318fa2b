import { saidOf } from './booking.ts'
import { indexOfPhrase, phrases } from './lexicon.ts'
import type { Reading } from './reading.ts'
import { type Stretch, trimmed } from './sheet.ts'

const company =
  /(?:GmbH(?: & Co\. KG)?|AG|Ltd\.?|Limited|LLC|Inc\.?|PLC|S\.A\.U?\.?|S\.p\.A\.|S\.r\.l\.|SpA|SA|SAS|SARL|B\.V\.|BV|N\.V\.|AB|A\/S|ApS|AS|Oy|Oyj|S\.L\.|SL|Sp\. z o\.o\.|A\.Ş\.|A\.O\.|株式会社|a\.s\.|s\.r\.o\.|Lda\.?|KG|e\.K\.|ASA)(?![\p{L}])/u

/** Who provides it: as a label says, as the firm signs, or the name the letter is headed by. */
export function providerOf(reading: Reading, part: Stretch): Stretch | null {
  const { sheet } = reading
  for (const said of saidOf(reading, 'provider', part)) {
    if (!said.firm) continue
    const stretch = trimmed(sheet, { at: said.at, end: Math.min(said.end, said.at + 60) })
    if (/^\p{Lu}|^\p{Lo}/u.test(sheet.text.slice(stretch.at, stretch.end))) return firmName(reading, stretch)
  }
  if (part.at > 0 || part.end < sheet.text.length) return null
  const found = sentBy(reading) ?? thankedFor(reading) ?? signedBy(reading) ?? ownedBy(reading) ?? headedBy(reading)
  return found ? withoutOffice(reading, found) : null
}

const rights =
  /(?:©|\(c\)|Copyright)\s(?:20\d\d[,\s–-]{1,3})?(\p{Lu}[\p{L}&'’-]*(?:\s\p{Lu}[\p{L}&'’-]*){0,3})|(\p{Lu}[\p{L}&'’-]*(?:\s\p{Lu}[\p{L}&'’-]*){0,3})\. All rights reserved/u

/** "Helix Airways. All rights reserved." */
function ownedBy({ sheet }: Reading): Stretch | null {
  for (const line of sheet.lines.slice(-12)) {
    const match = rights.exec(sheet.text.slice(line.at, Math.min(line.end, line.at + 200)))
    const name = match?.[1] ?? match?.[2]
    if (!match || !name) continue
    const at = line.at + match.index + match[0].indexOf(name)
    return { at, end: at + name.length }
  }
  return null
}

const office =
  /\s(?:kundenservice|kundendienst|service client|customer (?:service|care|services)|support|reservierung(?:en)?|reservations?|bookings?|buchungen|buchung|reservas|prenotazioni|tickets?|ticketing|team|klantenservice|kundtjanst|kundeservice|asiakaspalvelu|obsluga klienta|assistenza clienti|atencion al cliente|service|info|no-?reply)$/

/** "Alpennacht Kundenservice" is Alpennacht. */
function withoutOffice({ sheet }: Reading, { at, end }: Stretch): Stretch {
  const tail = office.exec(sheet.low.slice(at, end))
  return { at, end: tail ? at + tail.index : end }
}

/** Where a line says the beginning of a longer name by itself: in "Zürich (ZRH)" or "Merriton Chicago" it is another's. */
function saidAlone({ sheet }: Reading, line: Stretch, name: string, isWhole: boolean): number {
  const at = indexOfPhrase(sheet.low.slice(line.at, line.end), name)
  if (at === -1 || isWhole) return at
  return /^\s(?:\p{Lu}|\()/u.test(sheet.text.slice(line.at + at + name.length, line.end)) ? -1 : at
}

/** Whose mail it is: as much of the sender's name as the letter says again, or all of it where the address bears it. */
function sentBy(reading: Reading): Stretch | null {
  const { sheet, letterheads } = reading
  const body = sheet.lines.filter(({ index }) => !letterheads.lines.has(index))
  for (const sender of [...letterheads.senders].reverse()) {
    const words = sheet.low.slice(sender.at, sender.end)
    const parts = words.split(' ')
    for (let count = parts.length; count > 0; count--) {
      const name = parts.slice(0, count).join(' ')
      if (name.length < 4) break
      const isWhole = count === parts.length || withoutOffice(reading, sender).end === sender.at + name.length
      const line = body.find((each) => saidAlone(reading, each, name, isWhole) !== -1)
      if (line) {
        const at = line.at + saidAlone(reading, line, name, isWhole)
        return sheet.text.slice(at, at + name.length) === sheet.text.slice(sender.at, sender.at + name.length)
          ? { at, end: at + name.length }
          : { at: sender.at, end: sender.at + name.length }
      }
    }
    const address = /@([a-z0-9.-]+)/.exec(sheet.low.slice(sender.end, sender.end + 120))?.[1] ?? ''
    if (parts.some((part) => part.length > 3 && address.includes(part.replace(/[^a-z0-9]/g, '')))) return sender
  }
  return null
}

const thanks =
  /(?:for (?:flying|travelling|traveling|booking|staying|sailing|riding|choosing|reserving)(?: with| at)?|(?:d'avoir choisi|de voyager avec|votre confiance à)|por (?:elegir|confiar en|viajar con|volar con|reservar en|escolher|viajar com|voar com)|(?:per aver scelto|di aver scelto|per aver acquistato su)|dass Sie sich für|dass Sie mit|bij (?=\p{Lu}\p{L}+ (?:hebt|heeft)))\s((?:\p{Lu}[\p{L}\p{N}&'’-]*)(?:\s(?:\p{Lu}[\p{L}\p{N}&'’-]*|&|of|de|del|della|des)){0,4})/u

/** "Thank you for flying with Kestrel Airways!" */
function thankedFor({ sheet }: Reading): Stretch | null {
  const match = thanks.exec(sheet.text.slice(0, 4000))
  if (!match) return null
  const end = match.index + match[0].length
  return trimmed(sheet, { at: end - (match[1] as string).length, end })
}

function firmName(reading: Reading, { at, end }: Stretch): Stretch {
  const words = reading.sheet.text.slice(at, end)
  const cut = /\s*(?:[,(|·]|\s-\s|\s{2}).*$/su.exec(words)
  return trimmed(reading.sheet, { at, end: cut ? at + cut.index : end })
}

/** "Northwold Air Ltd, registered in …": a name before the letters of its form, the same name elsewhere in the text as proof. */
function signedBy(reading: Reading): Stretch | null {
  const { sheet } = reading
  for (const line of sheet.lines)
    for (const cell of line.cells) {
      const words = sheet.text.slice(cell.at, cell.end)
      const japanese = /^(?:株式会社)?([\p{Lo}ー]{2,20}?)(?:株式会社|（株）)/u.exec(words)
      if (japanese)
        return {
          at: cell.at + words.indexOf(japanese[1] as string),
          end: cell.at + words.indexOf(japanese[1] as string) + (japanese[1] as string).length,
        }
      const match = new RegExp(
        `(?:^|(?<=\\p{Ll}\\s))((?:\\p{Lu}[\\p{L}\\p{N}&'’.-]*)(?:[ ](?:\\p{Lu}[\\p{L}\\p{N}&'’.-]*|&|of|and|de|du|des|der|und|y|e)){0,4}?),?[ ]${company.source}(?![ ](?:\\d|\\p{Lu}+\\d))`,
        'u',
      ).exec(words)
      if (match) {
        if (agency.test(sheet.low.slice(cell.at, cell.end))) continue
        const owned =
          /^(?:Ihre?|Votre|Your|Su|Il|La|Le|The|Die|Der|Das|De|Je|Uw|Din|Team|Viele Grüße|Equipo)\s(?=\p{Lu})/u.exec(
            match[1] as string,
          )
        const begin = cell.at + match.index
        const stretch = {
          at: begin + (owned && /^(?:Ihre?|Votre|Your|Su|Uw|Je|Din)\s/.test(owned[0]) ? owned[0].length : 0),
          end: begin + (match[1] as string).length,
        }
        const known = knownPart(reading, stretch)
        if (known) return known
        if (elsewhere(reading, stretch) || line.index < 3 || line.index > sheet.lines.length - 6) return stretch
      }
    }
  return null
}

const elsewhere = ({ sheet }: Reading, { at, end }: Stretch): boolean => {
  const words = sheet.low.slice(at, end)
  const first = indexOfPhrase(sheet.low, words)
  return first !== at || indexOfPhrase(sheet.low, words, at + 1) !== -1
}

/** As much of a firm's name as stands elsewhere by itself. */
function knownPart({ sheet }: Reading, { at, end }: Stretch): Stretch | null {
  for (let stop = end; stop > at + 3; stop = at + sheet.low.slice(at, stop).lastIndexOf(' ')) {
    const words = sheet.low.slice(at, stop)
    for (let hit = indexOfPhrase(sheet.low, words); hit !== -1; hit = indexOfPhrase(sheet.low, words, hit + 1))
      if (hit !== at && sheet.text.slice(hit, hit + words.length) === sheet.text.slice(at, stop))
        return { at, end: stop }
    if (!words.includes(' ')) break
  }
  return null
}

const agency =
  /(?:(?<!\p{L})travel$|reiseburo|travel agen|reisen gmbh|agence de voyage|agenzia viaggi|agencia de viaj|agencia de viag|biuro podrozy|resebyra|rejsebureau|reisebyra|reisbureau|seyahat acenta|matkatoimisto|cestovni kancelar|旅行代理|wide travel)/u

/** The name a letter is headed by: alone in its first line, or beside the words that say what it is. */
function headedBy(reading: Reading): Stretch | null {
  const { sheet } = reading
  const first = sheet.lines.find((line) => line.cells.length > 0 && !reading.letterheads.lines.has(line.index))
  if (!first || first.end - first.at > 140 || agency.test(sheet.low.slice(first.at, first.end))) return null
  const parts = first.cells.flatMap((cell) => dashed(reading, cell))
  const trade = parts.map((part) => saysTrade(reading, part))
  const names = parts.filter((part, at) => !trade[at] && isFirm(reading, part))
  const name = names[0]
  if (!name) return null
  const shouts = /^[\p{Lu}\s]+$/u.test(sheet.text.slice(name.at, name.end)) && first.index > 0
  const alone = parts.length === 1 && !shouts && sheet.low.slice(name.at, name.end).split(' ').length <= 4
  return (trade.some(Boolean) && names.length === 1) || elsewhere(reading, name) || alone ? name : null
}

/** The stretches of a cell between dashes. */
function dashed(reading: Reading, cell: Stretch): Stretch[] {
  const parts: Stretch[] = []
  let from = cell.at
  for (const dash of reading.sheet.low.slice(cell.at, cell.end).matchAll(/\s-\s|:\s|\s[|·]\s/g)) {
    parts.push(trimmed(reading.sheet, { at: from, end: cell.at + dash.index }))
    from = cell.at + dash.index + dash[0].length
  }
  return [...parts, trimmed(reading.sheet, { at: from, end: cell.end })].filter(({ at, end }) => end > at)
}

const papers =
  /(?:confirmation|confirmed|booking|itinerary|ticket|receipt|reservation|buchung|bestatigung|reise|confirmacao|compra|potwierdzenie|biglietto|bevestiging|conferma|confirmacion|onay|bilet|vahvistus|potvrzeni|bekraft|bekreft|予約|控え|確認|invoice|details|reminder)/

const saysTrade = (reading: Reading, { at, end }: Stretch) =>
  papers.test(reading.sheet.low.slice(at, end)) ||
  reading.trade.some((phrase) => indexOfPhrase(reading.sheet.low.slice(at, end), phrase) !== -1)

function isFirm(reading: Reading, { at, end }: Stretch): boolean {
  const words = reading.sheet.text.slice(at, end)
  const low = reading.sheet.low.slice(at, end)
  if (
    !/^\p{Lu}/u.test(words) ||
    /^(?:Inh\.|Inhaber|Familie|Fam\.|Famille|Famiglia|Familia|Prop\.|Herr|Frau|Mr|Mrs|Ms)\s/.test(words) ||
    words.length > 45 ||
    /[!?,@\d<>_]/.test(words) ||
    words.split(' ').length > 5 ||
    agency.test(low)
  )
    return false
  if (
    reading.labels.some((label) => label.at === at && label.firm) ||
    phrases(reading.lexicon.own.greeting).some((phrase) => phrase !== '' && low.startsWith(phrase))
  )
    return false
  return !words.split(' ').every((word, index) => index > 0 && /^\p{Ll}/u.test(word)) || words.split(' ').length === 1
}
