import { foldAlike } from './fold.ts'
import type { Leg } from './leg.ts'
import { indexOfPhrase, phrases } from './lexicon.ts'
import type { Part } from './parts.ts'
import type { Reading } from './reading.ts'
import { type Stretch, trimmed } from './sheet.ts'

/** Classes as they are written: words of the trade standing by themselves, or behind their label. */
export function cabinIn(reading: Reading, range: Stretch): Stretch | null {
  for (const said of reading.said.filter((each) => each.concepts.includes('cabin'))) {
    if (!said.firm || said.at < range.at || said.at >= range.end) continue
    const cut = /[,;(·•|]|\s{2}|\s-\s|\.\s/.exec(reading.sheet.text.slice(said.at, said.end))
    const stretch = cabinWithin(
      reading,
      trimmed(reading.sheet, { at: said.at, end: cut ? said.at + cut.index : said.end }),
    )
    const words = reading.sheet.text.slice(stretch.at, stretch.end).replace(/\.$/, '')
    if (/^[\p{Lu}\p{Lo}\d]/u.test(words) && words.length <= 40 && words.length > 1)
      return { at: stretch.at, end: stretch.at + words.length }
  }
  const low = reading.sheet.low.slice(range.at, range.end)
  const cabins = [
    ...phrases(reading.lexicon.own.cabins),
    'economy',
    'business',
    'premium economy',
    'economy light',
    'business class',
    'economy class',
  ].sort((a, b) => b.length - a.length)
  for (const phrase of cabins) {
    const at = indexOfPhrase(low, phrase)
    if (at === -1) continue
    const stretch = { at: range.at + at, end: range.at + at + phrase.length }
    const before = reading.sheet.text.slice(Math.max(0, stretch.at - 3), stretch.at)
    if (!/^[\p{Lu}\d\p{Lo}]/u.test(reading.sheet.text.charAt(stretch.at))) continue
    if (/(?:^|[\s\n\t,;:·•|/(]|[\p{Lo}])$/u.test(before) && !/\p{L} $/u.test(before.replace(/\n/g, ';'))) return stretch
  }
  return null
}

const classWords =
  /^(?:class|class[eai]|clase|klasse|klass|klas|klasa|klasy|luokka|luokan|trida|tridy|sinif|sinifi|classic|plus|de|flex|light|comfort|bord|standard|\p{Lu}.*|\d.*|\(\p{L}\))$/u

/** A class ends where small words go on that name none. */
function cabinWithin({ sheet }: Reading, stretch: Stretch): Stretch {
  let end = stretch.at
  for (const word of sheet.text.slice(stretch.at, stretch.end).matchAll(/\S+/g)) {
    if (!classWords.test(word[0]) && !classWords.test(foldAlike(word[0]))) break
    end = stretch.at + word.index + word[0].length
  }
  return { at: stretch.at, end }
}

/** A class that is labelled once, outside of the legs, holds for all. */
export function cabinEverywhere(reading: Reading, part: Part, legs: readonly Leg[]): Stretch | null {
  const last = legs.at(-1)
  return last ? cabinIn(reading, { at: last.end, end: Math.min(part.end, last.end + 400) }) : null
}
