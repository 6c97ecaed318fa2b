import { foldAlike, wordless } from './fold.ts'
import { indexOfPhrase, standsAt } from './lexicon.ts'
import type { Bit } from './marks.ts'
import { isThing, nameWithin } from './placewords.ts'
import type { Reading } from './reading.ts'
import { type Stretch, trimmed } from './sheet.ts'

const terminal =
  /(?<![\p{L}\p{N}])(?:(?:terminal|term\.|terminaali|aerogare)\s?:?\s?(?:abflug|ankunft|departure|arrival|:|n[°º])?\s?((?:t\s?)?\d{1,2}[a-z]?|[a-h])|t\s?(\d[a-z]?))(?![\p{L}\p{N}])|第(\d)ターミナル|第(\d)旅客ターミナル/gu

export function terminalsIn(reading: Reading): (Bit & { readonly side: 0 | 1 | null })[] {
  const { sheet } = reading
  const found: (Bit & { side: 0 | 1 | null })[] = []
  for (const match of sheet.low.matchAll(terminal)) {
    const value = (match[1] ?? match[2] ?? match[3] ?? match[4]) as string
    const at = match.index + match[0].lastIndexOf(value)
    if (match[2] !== undefined && !/T/.test(sheet.text.charAt(match.index))) continue
    found.push({
      at: match.index,
      end: match.index + match[0].length,
      value: sheet.text.slice(at, at + value.length).toUpperCase(),
      side: /abflug|departure/.test(match[0]) ? 0 : /ankunft|arrival/.test(match[0]) ? 1 : null,
    })
    if (found.length > 200) break
  }
  return found
}

const arrows = /\s?(?:→|⇒|➔|➜|✈|►|▶|»|->|-->|=>|⟶|⇄|↔|\t|\|)\s?|\s-{1,2}\s|\s>\s/g
const splits = /[,;·•]\s|\s{2,}|[;·•]|\n|:\s/g

/** Between two places: an arrow, a dash with room around it, or the language's word for "to". */
export function waysIn(reading: Reading, { at, end }: Stretch): Stretch[] {
  const low = reading.sheet.low.slice(at, end)
  const ways: Stretch[] = []
  for (const match of low.matchAll(arrows))
    if (match[0].trim() !== '' && match[0].trim() !== '|')
      ways.push({ at: at + match.index, end: at + match.index + match[0].length })
  const words = [...new Set([...reading.lexicon.own.towards.split('|'), 'to'])]
    .filter((word) => word !== '')
    .map(foldAlike)
  for (const word of words) {
    if (wordless(word)) continue
    for (let found = low.indexOf(` ${word} `); found !== -1; found = low.indexOf(` ${word} `, found + 1))
      if (standsAt(low, found + 1, word)) ways.push({ at: at + found, end: at + found + word.length + 2 })
  }
  return ways.sort((a, b) => a.at - b.at)
}

const number = /^\d+$/
const place = /^(?:\p{Lu}|\p{Lo}|\d{1,4}[a-z]?\s+\p{Lu}|[("«„]\p{Lu}|'[st]\s)/u

/** Whether words can be the name of a place: they begin as a name does, and are neither a sentence nor words of the trade. */
export function isPlaceName(reading: Reading, stretch: Stretch): boolean {
  const words = reading.sheet.text.slice(stretch.at, stretch.end)
  if (words.length < 2 || words.length > 70 || !place.test(words) || number.test(words)) return false
  if (/[@?!]|https?:|www\.|^[A-Z]{3}$/.test(words) || words.split(/\s+/).length > 8) return false
  const low = reading.sheet.low.slice(stretch.at, stretch.end)
  if (reading.lexicon.weekdays.has(low.replace(/\.$/, '')) || reading.lexicon.months.has(low.replace(/\.$/, '')))
    return false
  const label = reading.labels.find((each) => each.at === stretch.at)
  if (label && label.end >= stretch.end - 2) return false
  if (
    label &&
    !label.concepts.some((concept) => ['office', 'venue', 'hotel', 'restaurant', 'from', 'to'].includes(concept)) &&
    label.firm
  )
    return false
  if ((words.length < 3 && /^\p{Script=Latin}+$/u.test(words)) || isThing(low)) return false
  const isLabel = (word: string) =>
    reading.lexicon.labels.get(word.charAt(0))?.some((each) => each.words === word) ?? false
  if (low.split(/\s+/).every(isLabel)) return false
  if (
    /^(?:pl|wg|wag|kl|sitz|nr|no|vogn|vagn|coach|car|seat|voit|spor|spar|gleis|quai|platform|track|bin)\.?\s?\d/.test(
      low,
    )
  )
    return false
  if (/^[A-Z0-9-]*\d[A-Z0-9-]*$/.test(words) || reading.titles.some((title) => low.startsWith(`${title} `)))
    return false
  if (reading.trade.some((phrase) => indexOfPhrase(low, phrase) !== -1)) return false
  return !/(?<!\p{L})(?:direct|direkt|non-?stop|economy|business|klasse|class|classe|clase|confirmed|confirmado|bestatigt|ok|seat|sitz|seats|airlines?)(?!\p{L})/u.test(
    low,
  )
}

/** The stretches of a range that lie between marks and separators, without what surrounds them. */
export function chunksOf(reading: Reading, range: Stretch, cuts: readonly Stretch[]): Stretch[] {
  const { sheet } = reading
  const inside = cuts.filter((cut) => cut.at < range.end && cut.end > range.at)
  const edges: Stretch[] = [...inside]
  for (const match of sheet.low.slice(range.at, range.end).matchAll(splits))
    edges.push({ at: range.at + match.index, end: range.at + match.index + match[0].length })
  edges.push(...waysIn(reading, range))
  edges.sort((a, b) => a.at - b.at)
  const chunks: Stretch[] = []
  let from = range.at
  for (const edge of [...edges, { at: range.end, end: range.end }]) {
    if (edge.at > from) {
      const whole = withoutLead(reading, balanced(reading, trimmed(sheet, { at: from, end: edge.at })))
      const chunk = nameWithin(sheet, whole, (low) => reading.lexicon.weekdays.has(low))
      const last = chunks.at(-1)
      if (chunk && last && isOfState(reading, last, chunk)) chunks[chunks.length - 1] = { at: last.at, end: chunk.end }
      else if (chunk && chunk.end > chunk.at) chunks.push(chunk)
    }
    from = Math.max(from, edge.end)
  }
  return chunks
}

/** "Austin, TX" and, before a code, "Bergen lufthavn, Flesland (BGO)". */
function isOfState({ sheet }: Reading, name: Stretch, after: Stretch): boolean {
  if (sheet.text.slice(name.end, after.at) !== ', ' || !/^\p{Lu}\p{L}/u.test(sheet.text.slice(name.at, name.end)))
    return false
  const words = sheet.text.slice(after.at, after.end)
  const coded = /^\s?[([][A-Z]{3}[)\]]/.test(sheet.text.slice(after.end, after.end + 6))
  return /^[A-Z]{2}$/.test(words) || (coded && /^\p{Lu}[^,\d]*$/u.test(words))
}

const lead =
  /^(?:[\p{Ll}']+\s){0,4}(?:from|to|at|in|von|nach|ab|de|desde|da|van|naar|vanaf|fra|fran|från|till|til|z|ze|do|à)\s(?=\p{Lu})/u

/** "on from London City": the place begins where the name does. */
function withoutLead({ sheet }: Reading, stretch: Stretch): Stretch {
  const words = lead.exec(sheet.text.slice(stretch.at, stretch.end))
  return words ? { at: stretch.at + words[0].length, end: stretch.end } : stretch
}

/** Without a bracket that has no other half. */
function balanced({ sheet }: Reading, stretch: Stretch): Stretch {
  const words = sheet.text.slice(stretch.at, stretch.end)
  if (/^[)）\]]/.test(words))
    return balanced({ sheet } as Reading, trimmed(sheet, { at: stretch.at + 1, end: stretch.end }))
  const [open, close] = [words.lastIndexOf('('), words.lastIndexOf(')')]
  if (open > close) return trimmed(sheet, { at: stretch.at, end: stretch.at + open })
  if (close !== -1 && open === -1) return trimmed(sheet, { at: stretch.at, end: stretch.at + close })
  return stretch
}
