import type { Proposal } from '../../../desk/travel/reading/model.ts'
import { indexOfPhrase, phrases } from './lexicon.ts'
import type { Reading } from './reading.ts'
import { lineAt, type Stretch } from './sheet.ts'

const offWords = (reading: Reading) => phrases(reading.lexicon.own.cancelled).concat('cancelled', 'canceled')
const askedWords = (reading: Reading) =>
  phrases(reading.lexicon.own.requested).concat('waitlisted', 'waitlist', 'requested', 'unconfirmed')
const onWords = (reading: Reading) =>
  phrases(reading.lexicon.own.booked)
    .concat('confirmed', 'booked')
    .filter((phrase) => phrase.length < 16)

const says = (low: string, all: readonly string[]) => all.some((phrase) => indexOfPhrase(low, phrase) !== -1)

const asked = new WeakMap<Reading, boolean>()

/** Whether all that is asked for stands in lines of single legs, by their numbers. */
export function asksOfLegs(reading: Reading): boolean {
  const known = asked.get(reading) ?? looksOfLegs(reading)
  asked.set(reading, known)
  return known
}

function looksOfLegs(reading: Reading): boolean {
  const { low, lines } = reading.sheet
  const asking = lines.filter((line) => says(low.slice(line.at, line.end), askedWords(reading)))
  const numbered = (line: Stretch) =>
    /\b(?:flight|flug|vol|volo|vuelo|train|zug)\s\d/.test(low.slice(line.at, line.end)) ||
    reading.numbers.some((number) => number.at >= line.at && number.end <= line.end)
  return asking.length > 0 && asking.every(numbered)
}

/** What a leg's own lines say of it, in a letter that speaks of several: this one is off, that one stands, the third is waited for. */
export function ownDeed(
  reading: Reading,
  range: Stretch,
  action: Proposal['action'],
  count: number,
): Proposal['action'] {
  const first = lineAt(reading.sheet, range.at)
  const low = reading.sheet.low.slice(first.at, range.end)
  if (action === 'requested') return !asksOfLegs(reading) || says(low, askedWords(reading)) ? action : 'booked'
  if (count < 2 || action !== 'cancelled') return action
  return says(low, onWords(reading)) && !says(low, offWords(reading)) ? 'booked' : action
}
