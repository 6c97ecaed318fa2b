import { foldAlike } from '../text/fold.ts'
import { phrases, vocabularies } from '../text/lexicon.ts'

/** One end of a way: its name, its code where one stands beside it. */
export type Stop = { readonly name: string | null; readonly code: string | null }
export type Way = { readonly from: Stop; readonly to: Stop }

const arrows =
  /\s*(?:→|➔|➜|➝|⟶|⇒|➤|▸|»|=>|->|-->|✈️?|›)\s*|\s+(?:>|–|—|-)\s+|(?<=\p{Ll})–(?=\p{Lu})|(?<=(?<![\p{L}\d])[A-Z]{3})[-–/](?=[A-Z]{3}(?![\p{L}\d]))/u
const towards = new Set([...vocabularies.flatMap((each) => phrases(each.towards)), 'nach', 'to'])
const kindWords = new Set(vocabularies.flatMap((each) => Object.values(each.kinds).flatMap(phrases)))
const before = new Set(['from', 'von', 'de', 'da', 'van', 'fra', 'fran', 'from:', 'z', 'ab'])

const code = /^[A-Z]{3}$/
const bracketed = /^(.*?)\s*[([]([A-Z]{3})[)\]]$/
const aft = /^(\p{Lu}.{2,40}?)\s+([A-Z]{3})$/u
const fore = /^([A-Z]{3})\s+(?=\p{L})(.+)$/u

/** What stands before the name of a place: what it is, its number. */
function unheaded(words: string): string {
  let left = words.trim()
  for (let count = 0; count < 4; count++) {
    const number = /^(?:[A-Z]{2,4}|[A-Z]\d|\d[A-Z])[ -]?\d{1,5}\b[\s:,–-]*|^\d{1,5}\b[\s:,]+/u.exec(left)
    const [word = ''] = /^[\p{L}-]+:?/u.exec(left) ?? []
    const isHead = word !== '' && (kindWords.has(foldAlike(word.replace(':', ''))) || before.has(foldAlike(word)))
    if (number) left = left.slice(number[0].length)
    else if (isHead && left.length > word.length) left = left.slice(word.length).replace(/^[\s:–-]+/, '')
    else break
  }
  left = left.replace(/^.*\d号\s+/u, '')
  return kindWords.has(foldAlike(left)) ? '' : left
}

/** `Reykjavik KEF`, `KEF Reykjavik`, `Reykjavik (KEF)`, `KEF`, `Reykjavik`. */
export function stopOf(words: string): Stop | null {
  const bare = words.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N})\].]+$/gu, '').trim()
  if (code.test(bare)) return { name: null, code: bare }
  const beside = bracketed.exec(bare)
  if (beside) return isName(beside[1] as string) ? { name: beside[1] as string, code: beside[2] as string } : null
  const first = fore.exec(bare)
  if (first && isName(first[2] as string)) return { name: first[2] as string, code: first[1] as string }
  const last = aft.exec(bare)
  if (last && isName(last[1] as string)) return { name: last[1] as string, code: last[2] as string }
  return isName(bare) ? { name: bare, code: null } : null
}

/** A name begins with a capital, or is of a script that has none, and is short. */
const isName = (words: string) =>
  words.length > 1 &&
  words.length <= 45 &&
  /^[\p{Lu}\p{Lo}]/u.test(words) &&
  !/\d{2}|[:;@]/.test(words) &&
  words.split(' ').length <= 6

function parted(chunk: string): readonly [string, string] | null {
  const byArrow = chunk.split(arrows)
  if (byArrow.length === 2) return byArrow as [string, string]
  if (byArrow.length > 2) return null
  const words = chunk.split(' ')
  const at = words
    .map((word, index) => (index > 0 && index < words.length - 1 && towards.has(foldAlike(word)) ? index : -1))
    .filter((index) => index > 0)
  return at.length === 1 ? [words.slice(0, at[0]).join(' '), words.slice((at[0] as number) + 1).join(' ')] : null
}

/** `LIM → MIA`, `Flight BQ 331 Reykjavik (KEF) to Toronto (YYZ)`, `Zug DS 61: Wien Hbf – Budapest-Keleti`; null where no line says a way. */
export function wayIn(line: string): Way | null {
  for (const chunk of line.split(/\s*[•|·,;\n]\s*|(?<=\p{L}|\d)\s*:\s+/u)) {
    const ends = parted(chunk.replace(/^[^\p{L}\p{N}(]+/u, ''))
    const [from, to] = ends
      ? [stopOf(unheaded(ends[0])), stopOf(ends[1].replace(/\s*[([](?![A-Z]{3}[)\]]).*$/, ''))]
      : [null, null]
    if (from && to) return { from, to }
  }
  return null
}

/** Where something goes whose title says no more: "Flight to Toronto (XQ 331)". */
export function aimIn(title: string): Stop | null {
  const ends = parted(title.replace(/\s*\([^)]*\)\s*$/, '').replace(/^[^\p{L}\p{N}(]+/u, ''))
  return ends && unheaded(ends[0]) === '' ? stopOf(ends[1]) : null
}

/** Whether its ends are codes, as only flights are written. */
export const isByCode = ({ from, to }: Way): boolean => from.code !== null && to.code !== null

const named = /(?<![\p{L}\p{N}])(\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3}) ?\(([A-Z]{3})\)/gu
/** The name that stands before a code in some text. */
export function nameBy(code: string, text: string): string | null {
  for (const { 1: name, 2: of } of text.matchAll(named)) if (of === code && name) return name
  return null
}
