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
  /(?<!\p{L})(?:if|falls|wenn|sollte|si|se|als|om|jesli|hvis|eger|in case|im falle|en cas|terms|conditions|policy|free|kostenfrei\p{L}*|kostenlos\p{L}*|gratuite?|gratis|gratuita|bis|until|may be|can be|could be|must be|konnen|kann|peut|puo|puede|pode|kan|mozna|not|unless|will be|to be|won't be|are subject to)\s(?:[\p{L}']+\s){0,7}$/u

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
