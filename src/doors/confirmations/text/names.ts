import { saidOf } from './booking.ts'
import { both } from './deeds.ts'
import { wordless } from './fold.ts'
import { overlaps } from './marks.ts'
import type { Reading } from './reading.ts'
import { seatedIn, ticketName } from './rows.ts'
import { lineAt, type Stretch, trimmed } from './sheet.ts'

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
    (/[\n\t()（,;:/|]|\s{2}|(?<=\p{Ll}{4})\.\s|様| - | – |さま|(?<=[\p{Lo}])\s?殿/u.exec(
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
  const told = /^[A-Z'’ /-]+?(\s?(?:MRS|MR|MS|MISS|MSTR|DR|HERR|FRAU|MME|SIG|SRA|SR))$/.exec(
    sheet.text.slice(stretch.at, stretch.end),
  )
  if (told && (name.length > 1 || /\//.test(told[0])))
    return { at: stretch.at, end: stretch.end - (told[1] as string).length }
  return stretch
}

const strangers =
  /^(?:customer|guest|client|cliente|kunde|kundin|client\(e\)|passenger|traveller|sir|madam|all|team|there|you|kunden|damen und herren|gast|gaste|madame|monsieur|heer|mevrouw|dame|klant|reiziger|passeggero|ospite|pasajero|voyageur|and|misafirimiz|yolcumuz|passageiro)(?!\p{L})/u

const sharesWord = ({ sheet }: Reading, one: Stretch, other: Stretch): boolean => {
  const words = ({ at, end }: Stretch) => sheet.low.slice(at, end).split(/[^\p{L}]+/u)
  return words(one).some((word) => word.length > 2 && words(other).includes(word))
}

/** The traveller: as a label names them, else as the letter greets them, in full where their name stands somewhere alone. */
export function nameOf(reading: Reading, part: Stretch & { readonly kind?: string }): Stretch | null {
  const { sheet } = reading
  const drives = part.kind === 'ride'
  for (const said of saidOf(reading, 'name', part)) {
    // Who drives a hired car hired it; who drives a taxi did not.
    if (!said.firm || (drives && said.concepts.includes('driver'))) continue
    const person = personIn(reading, said)
    if (person && !strangers.test(sheet.low.slice(person.at, person.end))) return person
  }
  const listed = seatedIn(reading, part)?.name ?? ticketName(reading, part)
  const greeted = greetedIn(reading)
  if (!greeted) return listed
  if (listed && sharesWord(reading, listed, greeted)) return listed
  const words = sheet.text.slice(greeted.at, greeted.end)
  const bare = words.replace(/^(?:\p{L}{1,6}\.\s?)+(?=\p{Lu})/u, '')
  return /\s/.test(bare) ? greeted : (inFull(reading, bare, greeted) ?? greeted)
}

const small = 'van|von|de|der|den|del|della|di|da|dos|el|la|y|zu'

/** The full name of whom a letter greets by one of their names: alone in a cell, behind a number or a title. */
function inFull(reading: Reading, word: string, greeted: Stretch): Stretch | null {
  const { sheet } = reading
  const name = `\\p{Lu}[\\p{L}'’-]+`
  const escaped = word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
  const full = new RegExp(
    `^(?:[^:]{2,24}:\\s)?(?:\\d{1,2}[.)]\\s{0,3})?(?:(?:\\p{L}{1,5}\\.|Herr|Frau|Mr|Mrs|Ms|Mme|Signora?)\\s){0,2}((?:${escaped}(?:\\s(?:${small}|${name})){1,4})|(?:${name}(?:\\s(?:${small}|${name})){0,3}\\s${escaped}))(?=$|\\s{2}|[,(–]|\\s[–(-])`,
    'u',
  )
  for (const line of sheet.lines) {
    if (reading.letterheads.lines.has(line.index) || overlaps(line, greeted)) continue
    for (const cell of line.cells) {
      const match = full.exec(sheet.text.slice(cell.at, Math.min(cell.end, cell.at + 80)))
      if (!match) continue
      const at = cell.at + match[0].lastIndexOf(match[1] as string)
      return { at, end: at + (match[1] as string).length }
    }
  }
  return null
}

/** Where the mail begins that somebody sent on: whom they greet above it has booked nothing. */
function sentOnAt(reading: Reading): number {
  const { sheet, letterheads } = reading
  const first = saidOf(reading, 'reference', { at: 0, end: sheet.text.length })
    .filter(({ at, firm }) => firm && !letterheads.lines.has(lineAt(sheet, at).index))
    .reduce((least, { at }) => Math.min(least, at), Number.POSITIVE_INFINITY)
  if (first === Number.POSITIVE_INFINITY) return 0
  return letterheads.senders.reduce((last, { at }) => (at < first ? Math.max(last, at) : last), 0)
}

function greetedIn(reading: Reading): Stretch | null {
  const { sheet } = reading
  const greetings = both(reading, (each) => each.greeting)
    .filter((phrase) => phrase !== '')
    .sort((a, b) => b.length - a.length)
  const begins = sentOnAt(reading)
  for (const line of sheet.lines.slice(0, 60)) {
    const first = line.cells[0]
    if (!first || first.at < begins) continue
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
