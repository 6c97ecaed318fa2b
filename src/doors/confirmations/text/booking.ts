import type { Field, Proposal } from '../../../desk/travel/reading/model.ts'
import { foldAlike, wordless } from './fold.ts'
import type { Said } from './labels.ts'
import { indexOfPhrase, phrases, vocabularies } from './lexicon.ts'
import { type Bit, type Money, overlaps } from './marks.ts'
import type { Draft, Moment, Reading } from './reading.ts'
import { lineAt, type Stretch, trimmed } from './sheet.ts'
import type { Concept, Vocabulary } from './vocabulary/concepts.ts'

const inside = (mark: Stretch, { at, end }: Stretch) => mark.at >= at && mark.end <= end
const whole = (reading: Reading): Stretch => ({ at: 0, end: reading.sheet.text.length })

export const saidOf = (reading: Reading, concept: Concept, part: Stretch): Said[] =>
  reading.said.filter(
    (each) => each.concepts.includes(concept) && inside({ at: each.label.at, end: each.label.end }, part),
  )

const english = vocabularies[0] as Vocabulary

const both = (reading: Reading, of: (vocabulary: Vocabulary) => string): string[] => [
  ...phrases(of(reading.lexicon.own)),
  ...(reading.lexicon.own === english ? [] : phrases(of(english))),
]

const firstOf = (low: string, all: readonly string[]): number => {
  let first = -1
  for (const phrase of all) {
    const at = indexOfPhrase(low, phrase)
    if (at !== -1 && (first === -1 || at < first)) first = at
  }
  return first
}

const conditional =
  /(?<!\p{L})(?:if|falls|wenn|sollte|si|se|als|om|jesli|hvis|eger|in case|im falle|en cas|terms|conditions|policy|free|kostenfrei\p{L}*|kostenlos\p{L}*|gratuite?|gratis|gratuita|bis|until|may be|can be|could be|must be|konnen|kann|peut|puo|puede|pode|kan|mozna|not|unless|will be|to be|won't be|are subject to)\s(?:[\p{L}']+\s){0,4}$/u

/** Where a letter says what has come of the booking, and not what could come of it. */
function deedAt(low: string, all: readonly string[]): number {
  let first = -1
  for (const phrase of all) {
    for (let at = indexOfPhrase(low, phrase); at !== -1; at = indexOfPhrase(low, phrase, at + 1)) {
      if (conditional.test(low.slice(Math.max(0, at - 48), at)) && !phrase.includes('not') && !phrase.includes('nicht'))
        continue
      if (first === -1 || at < first) first = at
      break
    }
  }
  return first
}

/** Your request: what was asked for may as well be that it is off. */
const weakly =
  /^(?:votre demande|ihre anfrage|su solicitud|tu solicitud|la sua richiesta|la tua richiesta|din forfragan|din foresporgsel|talebiniz|uw aanvraag|je aanvraag|din foresporsel|foresporselen din|pyyntosi)$/

/** Booked, unless the letter says that it is asked for only, changed, or off. Null where it says nothing of a booking. */
export function deedOf(reading: Reading): Proposal['action'] | null {
  const { low } = reading.sheet
  const asked = both(reading, (each) => each.requested)
  if (
    deedAt(
      low,
      asked.filter((phrase) => !weakly.test(phrase)),
    ) !== -1
  )
    return 'requested'
  const cancelled = deedAt(
    low,
    both(reading, (each) => each.cancelled),
  )
  const changed = deedAt(
    low,
    both(reading, (each) => each.changed),
  )
  if (cancelled !== -1 && (changed === -1 || cancelled <= changed)) return 'cancelled'
  if (changed !== -1) return 'changed'
  if (deedAt(low, asked) !== -1) return 'requested'
  return firstOf(
    low,
    both(reading, (each) => each.booked),
  ) === -1
    ? null
    : 'booked'
}

/** A letter that sells holds more words of selling than of booking, and no reference. */
export const sells = (reading: Reading): number =>
  both(reading, (each) => each.selling).filter((phrase) => indexOfPhrase(reading.sheet.low, phrase) !== -1).length

const codeShape =
  /^(?:(?:n[°º]\.?|nr\.?|no\.?|#)\s?)?([A-Z0-9][A-Z0-9]*(?:[-/.][A-Z0-9]+)*)(?![\p{L}\p{N}@]|[.][\p{L}])/u
const links = /^(?:\s?(?:lautet|ist|is|est|e|es|er|:|#|n[°º]\.?|nr\.?|no\.?|number|code|numero|nummer|-)\s?){0,3}\s?/

const isCode = (value: string, firm: boolean): boolean => {
  if (value.length < 4 || value.length > 30) return false
  if (/\d/.test(value)) return /\d.*\d/.test(value) || /[A-Z]/.test(value)
  return firm ? value.length >= 5 && value.length <= 8 : value.length === 6
}

function referenceIn(reading: Reading, said: Said): Bit | null {
  const words = reading.sheet.text.slice(said.at, Math.min(said.end, said.at + 60))
  const skip = links.exec(reading.sheet.low.slice(said.at, said.at + 30))?.[0].length ?? 0
  const match = codeShape.exec(words.slice(skip).replace(/[\u2010\u2011\u2013]/g, '-'))
  if (!match) return null
  const value = match[1] as string
  const at = said.at + skip + match[0].length - value.length
  const bit = { at, end: at + value.length, value: reading.sheet.text.slice(at, at + value.length) }
  if (!isCode(value, said.firm)) return null
  if (reading.lexicon.labels.get(reading.sheet.low.charAt(at))?.some((phrase) => phrase.words === foldAlike(bit.value)))
    return null
  if (
    [...reading.dates, ...reading.money, ...reading.times].some((each) => overlaps(each, bit)) &&
    !/[A-Z-]/.test(value)
  )
    return null
  if (reading.dates.some((each) => each.at <= bit.at && each.end >= bit.end)) return null
  return bit
}

const rank = [
  'pnr',
  'reference',
  'locator',
  'localizador',
  'code',
  'booking',
  'confirm',
  'buchung',
  'reserv',
  'rezerw',
  'rezerv',
  'boek',
  'bokning',
  'dossier',
]

/** References of a stretch, each once, those of bookings before those of orders and vouchers. */
export function referencesIn(reading: Reading, part: Stretch): Bit[] {
  const found: { bit: Bit; rank: number }[] = []
  for (const said of saidOf(reading, 'reference', part)) {
    const bit = referenceIn(reading, said)
    if (!bit || found.some((each) => each.bit.value === bit.value)) continue
    const label = reading.sheet.low.slice(said.label.at, said.label.end)
    const at = rank.findIndex((word) => label.includes(word))
    found.push({ bit, rank: at === -1 ? 99 : at })
  }
  return found.sort((a, b) => a.bit.at - b.bit.at).map(({ bit }) => bit)
}

const titlesOf = (reading: Reading) => both(reading, (each) => each.titles).sort((a, b) => b.length - a.length)
const personWord =
  /^(?:\p{Lu}[\p{L}'’.-]*|van|von|de|den|der|del|della|di|da|dos|das|do|la|le|el|al|bin|af|zu|zur|y|e|ten|ter|op|du|\p{Lo}+)$/u

/** Doctors and professors are called so; others have a title only where nothing else but a surname is said. */
const learned = /^(?:dr|prof)\b/

function pastTitles(reading: Reading, at: number, end: number): number {
  const { low } = reading.sheet
  let from = at
  for (let again = true; again; ) {
    again = false
    while (/[\s.:]/.test(low.charAt(from)) && from < end) from++
    for (const title of titlesOf(reading))
      if (
        !wordless(title) &&
        !learned.test(title) &&
        low.startsWith(title, from) &&
        /[\s.]/.test(low.charAt(from + title.length) || ' ')
      ) {
        from += title.length
        again = true
        break
      }
  }
  return from
}

/** A person's name at the head of these words, without titles; null where none is. */
function personIn(reading: Reading, { at, end }: Stretch): Stretch | null {
  const { sheet } = reading
  let from = at
  from = pastTitles(reading, from, end)
  const titled = from
  const stop =
    titled +
    (/[\n\t(（,;:/|]|\s{2}|(?<=\p{Ll}{4})\.\s|様| - | – |さま|(?<=[\p{Lo}])\s?殿/u.exec(
      sheet.text.slice(titled, end).replace(/(?<=[A-Z])\/(?=[A-Z])/g, '_'),
    )?.index ?? end - titled)
  const words = sheet.text.slice(from, stop)
  if (/\d|@/.test(words) || words.trim().length < 2 || words.length > 60) return null
  const list = words.trim().split(/\s+/)
  const name: string[] = []
  for (const word of list) {
    if (!personWord.test(word) && !/^[A-Z'’-]+\/[A-Z'’ -]+$/.test(word)) break
    name.push(word)
  }
  if (name.length === 0 || name.length > 6 || !/^(?:\p{Lu}|\p{Lo}|van|von|de)/u.test(name[0] as string)) return null
  const begin = sheet.text.indexOf(name[0] as string, from)
  let until = begin
  for (const word of name) until = sheet.text.indexOf(word, until) + word.length
  const stretch = trimmed(sheet, { at: begin, end: until })
  const low = sheet.low.slice(stretch.at, stretch.end)
  if (reading.lexicon.labels.get(low.charAt(0))?.some((phrase) => phrase.words === low)) return null
  const only = name.length === 1 && titled > at && reading.lexicon.language !== 'ja'
  return only ? trimmed(sheet, { at, end: stretch.end }) : stretch
}

const strangers =
  /^(?:customer|guest|client|cliente|kunde|kundin|client\(e\)|passenger|traveller|sir|madam|all|team|there|you|kunden|damen und herren|gast|gaste|madame|monsieur|heer|mevrouw|dame|klant|reiziger|passeggero|ospite|pasajero|voyageur|and|misafirimiz|yolcumuz|passageiro)(?!\p{L})/u

/** The traveller: as a label names them, else as the letter greets them, in full where their name stands somewhere alone. */
export function nameOf(reading: Reading, part: Stretch): Stretch | null {
  const { sheet } = reading
  for (const said of [...saidOf(reading, 'name', part).filter(({ firm }) => firm)]) {
    const person = personIn(reading, said)
    if (person && !strangers.test(sheet.low.slice(person.at, person.end))) return person
  }
  const greeted = greetedIn(reading)
  if (!greeted) return null
  const words = sheet.text.slice(greeted.at, greeted.end)
  if (/\s/.test(words)) return greeted
  for (const line of sheet.lines)
    for (const cell of line.cells) {
      const name = sheet.text.slice(cell.at, cell.end)
      if (
        name.startsWith(`${words} `) &&
        /^(?:\p{Lu}[\p{L}'’.-]+)(?:\s(?:van|von|de|der|den|\p{Lu}[\p{L}'’.-]+)){1,3}$/u.test(name)
      )
        return cell
    }
  return greeted
}

function greetedIn(reading: Reading): Stretch | null {
  const { sheet } = reading
  const greetings = both(reading, (each) => each.greeting)
    .filter((phrase) => phrase !== '')
    .sort((a, b) => b.length - a.length)
  for (const line of sheet.lines.slice(0, 60)) {
    const first = line.cells[0]
    if (!first) continue
    const japanese = /^(.{1,30}?)\s?(?:様|さま)/.exec(sheet.text.slice(first.at, line.end))
    if (japanese && reading.lexicon.language === 'ja' && !/[、。：:]/.test(japanese[1] as string))
      return trimmed(sheet, { at: first.at, end: first.at + (japanese[1] as string).length })
    const greeting = greetings.find(
      (phrase) =>
        sheet.low.startsWith(phrase, first.at) && /[\s,]/.test(sheet.low.charAt(first.at + phrase.length) || 'x'),
    )
    if (!greeting) continue
    const end =
      first.at +
      (/[,!:;\n]|(?<=\p{Ll}{4})\.\s|\s-\s/u.exec(
        sheet.text.slice(first.at + greeting.length, line.end).replace(/^[,\s]+/, (gap) => ' '.repeat(gap.length)),
      )?.index ?? line.end - first.at - greeting.length) +
      greeting.length
    const from =
      first.at +
      greeting.length +
      (/^[,\s]+/.exec(sheet.text.slice(first.at + greeting.length, line.end))?.[0].length ?? 0)
    const person = personIn(reading, { at: from, end: Math.min(line.end, Math.max(end, from)) })
    if (person && !strangers.test(sheet.low.slice(person.at, person.end))) return person
    return null
  }
  return null
}

/** The sums a label calls the total; where none does, the price. */
export function totalsIn(reading: Reading, part: Stretch): Money[] {
  for (const concept of ['total', 'price'] as const) {
    const found: Money[] = []
    for (const said of saidOf(reading, concept, part)) {
      const money = reading.money.find((each) => each.at >= said.at && each.end <= Math.max(said.end, said.at + 1))
      if (!money || money.at - said.at > (said.firm ? 60 : 30)) continue
      if (
        /per|pro|par|a testa|each|\/\s?(?:night|nacht|nuit|tag|day)/.test(
          reading.sheet.low.slice(money.end, money.end + 12).split(/[;,.(]/)[0] ?? '',
        )
      )
        continue
      if (!found.some((each) => each.amount === money.amount && each.currency === money.currency)) found.push(money)
    }
    if (found.length > 0) return found
  }
  return []
}

function termIn(
  reading: Reading,
  part: Stretch,
  terms: (vocabulary: Vocabulary) => { readonly yes: string; readonly no: string },
): { value: 'yes' | 'no'; at: Stretch }[] {
  const low = reading.sheet.low.slice(part.at, part.end)
  const find = (all: readonly string[], value: 'yes' | 'no', taken: readonly Stretch[]) => {
    const found: { value: 'yes' | 'no'; at: Stretch }[] = []
    for (const phrase of [...all]
      .flatMap((each) => (each.includes(' ') && !each.includes(':') ? [each, each.replace(' ', ': ')] : [each]))
      .sort((a, b) => b.length - a.length))
      for (let at = indexOfPhrase(low, phrase); at !== -1; at = indexOfPhrase(low, phrase, at + phrase.length)) {
        const stretch = { at: part.at + at, end: part.at + at + phrase.length }
        if (![...taken, ...found.map((each) => each.at)].some((each) => overlaps(each, stretch)))
          found.push({ value, at: stretch })
      }
    return found
  }
  const no = find(
    both(reading, (each) => terms(each).no),
    'no',
    [],
  )
  const yes = find(
    both(reading, (each) => terms(each).yes),
    'yes',
    no.map((each) => each.at),
  ).filter(
    ({ at }) =>
      !/(?:non|not|no|nicht|pas|ni|ne|nao|niet|ej|inte|ikke|nie|ei|keine?|nor|neither|ne|weder|ausgeschlossen|nej|bez|sans|sem|sin|aucun|nessun|geen|ingen)[\s-](?:[\p{L}]+\s){0,2}$/u.test(
        reading.sheet.low.slice(Math.max(0, at.at - 24), at.at),
      ) &&
      !/^[^.,;\n]{0,24}(?:not possible|nicht moglich|ausgeschlossen|niet mogelijk|impossible|不可)/.test(
        reading.sheet.low.slice(at.end, at.end + 40),
      ),
  )
  return [...no, ...yes]
}

export function setTerms(reading: Reading, part: Stretch, draft: Draft): void {
  for (const [field, terms] of [
    ['refundable', (each: Vocabulary) => each.refundable],
    ['changeable', (each: Vocabulary) => each.changeable],
  ] as const) {
    const found = termIn(reading, part, terms)
    const values = new Set(found.map(({ value }) => value))
    const first = found[0]
    if (values.size > 1)
      draft.doubt(
        field,
        'The terms say both',
        found.map(({ value, at }) => draft.said(at, value)),
      )
    else if (first) draft.set(field, first.at, first.value)
  }
}

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
  return sentBy(reading) ?? thankedFor(reading) ?? signedBy(reading) ?? headedBy(reading)
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
      const line = body.find((each) => indexOfPhrase(sheet.low.slice(each.at, each.end), name) !== -1)
      if (line) {
        const at = line.at + indexOfPhrase(sheet.low.slice(line.at, line.end), name)
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
        `(?:^|(?<=\\p{Ll}\\s))((?:\\p{Lu}[\\p{L}\\p{N}&'’.-]*)(?:[ ](?:\\p{Lu}[\\p{L}\\p{N}&'’.-]*|&|of|and|de|du|des|der|und|y|e)){0,4}?),?[ ]${company.source}`,
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

const agency =
  /(?:reiseburo|travel agen|reisen gmbh|agence de voyage|agenzia viaggi|agencia de viaj|agencia de viag|biuro podrozy|resebyra|rejsebureau|reisebyra|reisbureau|seyahat acenta|matkatoimisto|cestovni kancelar|旅行代理|wide travel)/

/** The name a letter is headed by: alone in its first line, or beside the words that say what it is. */
function headedBy(reading: Reading): Stretch | null {
  const { sheet } = reading
  const first = sheet.lines.find((line) => line.cells.length > 0 && !reading.letterheads.lines.has(line.index))
  if (!first || first.end - first.at > 140) return null
  const parts = first.cells.flatMap((cell) => dashed(reading, cell))
  const trade = parts.map((part) => saysTrade(reading, part))
  const names = parts.filter((part, at) => !trade[at] && isFirm(reading, part))
  const name = names[0]
  if (!name) return null
  const alone = parts.length === 1 && sheet.low.slice(name.at, name.end).split(' ').length <= 4
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
    words.length > 45 ||
    /[!?,@\d]/.test(words) ||
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

/** The moment that stands behind a label, within its value or on the same line. */
export function momentAfter(reading: Reading, { at, end }: Stretch): Moment {
  const date = reading.dates.find((each) => each.at >= at && each.at < end) ?? null
  const time =
    reading.times.find(
      (each) =>
        each.at >= at &&
        each.at < end &&
        (!date || Math.abs(each.at - date.end) < 40 || Math.abs(date.at - each.end) < 40),
    ) ?? null
  return { date, time }
}

/** A deadline: "free cancellation until …", with a date. */
export function setDeadline(
  reading: Reading,
  part: Stretch,
  draft: Draft,
  field: 'cancelBy' | 'checkInBy',
  fallback: Moment | null,
): void {
  for (const said of saidOf(reading, field, part)) {
    const line = lineAt(reading.sheet, said.label.end)
    const wraps = said.end >= line.end - 1 && said.end - said.at < 12
    const stop = wraps ? Math.min(line.end + 60, reading.sheet.text.length) : Math.min(said.end, said.at + 80)
    const moment = momentAfter(reading, { at: said.at, end: stop })
    if (!moment.date && moment.time && fallback?.date && field === 'checkInBy')
      draft.moment(field, { date: fallback.date, time: moment.time })
    else if (moment.date) draft.moment(field, moment)
    if (draft.fields[field] || draft.isDoubted(field)) return
  }
}

/** Sets what holds for a whole part: reference, name, terms. */
export function setShared(reading: Reading, part: Stretch, draft: Draft): void {
  const own = referencesIn(reading, part)
  const all = own.length > 0 ? own : referencesIn(reading, whole(reading))
  const one = own.length > 0 || all.length === 1 ? all[0] : undefined
  if (one) draft.set('confirmation', one, one.value)
  draft.set('name', nameOf(reading, part) ?? nameOf(reading, whole(reading)))
  setTerms(reading, part, draft)
}

export function setCost(reading: Reading, part: Stretch, draft: Draft): void {
  const totals = totalsIn(reading, part)
  const first = totals[0]
  if (!first) return
  if (totals.length > 1) {
    const grand = totals.at(-1) as Money
    const largest = totals.every((each) => Number(each.amount) <= Number(grand.amount))
    if (!largest || new Set(totals.map(({ currency }) => currency)).size > 1) {
      draft.doubt(
        'cost',
        'More than one total is written',
        totals.map((each) => draft.said(each, each.amount)),
      )
      return
    }
  }
  const money = totals.at(-1) as Money
  draft.set('cost', money, money.amount)
  if (money.currency) draft.set('currency', money, money.currency)
}

/** A value of one shape behind any label of a concept. */
export function shaped(reading: Reading, concept: Concept, part: Stretch, shape: RegExp): Bit | null {
  for (const said of saidOf(reading, concept, part)) {
    const match = shape.exec(reading.sheet.text.slice(said.at, Math.min(said.end, said.at + 60)))
    if (!match) continue
    const value = match[1] ?? match[0]
    const at = said.at + match.index + match[0].indexOf(value)
    return { at, end: at + value.length, value }
  }
  return null
}

export const setBit = (draft: Draft, field: Field, bit: Bit | null) =>
  bit ? draft.set(field, bit, bit.value) : undefined
export const linesOf = (reading: Reading, { at, end }: Stretch) =>
  reading.sheet.lines.slice(lineAt(reading.sheet, at).index, lineAt(reading.sheet, Math.max(at, end - 1)).index + 1)
