import type { Proposal } from '../../../desk/travel/reading/model.ts'
import { indexOfPhrase, phrases, vocabularies } from './lexicon.ts'
import type { Reading } from './reading.ts'
import type { Vocabulary } from './vocabulary/concepts.ts'

const english = vocabularies[0] as Vocabulary

export const both = (reading: Reading, of: (vocabulary: Vocabulary) => string): string[] => [
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
  /(?<!\p{L})(?:nothing|nichts|rien|nada|niente|niets|ingenting|intet|if|falls|wenn|sollte|si|se|als|om|jesli|hvis|eger|in case|im falle|en cas|terms|conditions|policy|free|kostenfrei\p{L}*|kostenlos\p{L}*|gratuite?|gratis|gratuita|bis|until|may be|can be|could be|must be|konnen|kann|peut|puo|puede|pode|kan|mozna|not|unless|will be|to be|won't be|are subject to)\s(?:[\p{L}']+\s){0,7}$/u

/** "Changes possible for a fee": what may be done, not what was. */
const allowed =
  /^[^.!\n]{0,40}?(?<!\p{L})(?:possible|moglich|mumkun\p{L}*|permitted|allowed|mogelijk|mulig\p{L}*|mojlig\p{L}*|possibili?|posible\p{L}*|possivel|mozliw\p{L}*|mozn\p{L}*|lze|mahdolli\p{L}*|gebuhr\p{L}*|fee|fees|frais|ucretli|ucretsiz|oplata|charge|free of charge|deadline|policy|bedingungen|conditions)(?!\p{L})/u

/** Where a letter says what has come of the booking, and not what could come of it. */
function deedAt(low: string, all: readonly string[]): number {
  let first = -1
  for (const phrase of all) {
    for (let at = indexOfPhrase(low, phrase); at !== -1; at = indexOfPhrase(low, phrase, at + 1)) {
      if (conditional.test(low.slice(Math.max(0, at - 72), at)) && !phrase.includes('not') && !phrase.includes('nicht'))
        continue
      if (allowed.test(low.slice(at + phrase.length, at + phrase.length + 60))) continue
      if (first === -1 || at < first) first = at
      break
    }
  }
  return first
}

/** Your request: what was asked for may as well be that it is off. */
const weakly =
  /^(?:votre demande|ihre anfrage|su solicitud|tu solicitud|la sua richiesta|la tua richiesta|din forfragan|din foresporgsel|talebiniz|uw aanvraag|je aanvraag|din foresporsel|foresporselen din|pyyntosi)$/

/** What stands where a letter says what it is about: its subject and its short first lines. */
function headsOf({ sheet, letterheads }: Reading): string {
  const first = sheet.lines
    .filter((line) => line.cells.length > 0 && line.end - line.at <= 90 && !letterheads.lines.has(line.index))
    .slice(0, 6)
  return [...letterheads.subjects, ...first].map(({ at, end }) => sheet.low.slice(at, end)).join(' . ')
}

/** A short line that begins with what it is: "Reservierungsbestätigung Nr. 2026-1187". */
const headedLine = ({ sheet }: Reading, all: readonly string[]): number => {
  const names = all.filter((phrase) => phrase.length > 12)
  return sheet.lines.findIndex(
    ({ at, end }) =>
      end - at <= 70 &&
      names.some(
        (phrase) => sheet.low.startsWith(phrase, at) && !/[?!]|\.\s\p{L}{4}/u.test(sheet.low.slice(at, end - 1)),
      ),
  )
}

/** Times or dates that are called the old ones stand in the letter: what was booked has changed. */
const hasFormer = ({ former }: Reading): boolean => former.length > 0

/** Booked, unless the letter says that it is asked for only, changed, or off. Null where it says nothing of a booking. */
export function deedOf(reading: Reading): Proposal['action'] | null {
  const { low } = reading.sheet
  const head = headsOf(reading)
  const of = (deed: 'requested' | 'cancelled' | 'changed' | 'booked') => both(reading, (each) => each[deed])
  const asked = of('requested')
  const strong = asked.filter((phrase) => !weakly.test(phrase))
  if (deedAt(low, strong) !== -1) return 'requested'
  const [cancelled, changed] = [deedAt(low, of('cancelled')), deedAt(low, of('changed'))]
  const [offAtHead, newAtHead] = [deedAt(head, of('cancelled')) !== -1, deedAt(head, of('changed')) !== -1]
  if (offAtHead && !newAtHead) return 'cancelled'
  if (newAtHead && !offAtHead) return 'changed'
  if (cancelled !== -1 && (changed === -1 || cancelled <= changed)) return 'cancelled'
  if (changed !== -1 || hasFormer(reading)) return 'changed'
  const confirmed = Math.max(firstOf(head, of('booked')), headedLine(reading, of('booked')))
  if (deedAt(low, asked) !== -1 && confirmed === -1) return 'requested'
  return firstOf(low, of('booked')) === -1 ? null : 'booked'
}

/** A letter that sells holds more words of selling than of booking, and no reference. */
export const sells = (reading: Reading): number =>
  both(reading, (each) => each.selling).filter((phrase) => indexOfPhrase(reading.sheet.low, phrase) !== -1).length
