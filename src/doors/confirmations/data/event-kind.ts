import type { SegmentKind } from '../../../plan/segment.ts'
import { foldAlike } from '../text/fold.ts'
import { indexOfPhrase, phrases, standsAt, vocabularies } from '../text/lexicon.ts'
import { toldIn } from './labels.ts'
import { isByCode, type Way } from './way.ts'

/** A calendar's event in words. */
export type EventWords = {
  readonly title: string
  readonly notes: string
  readonly place: string
  readonly categories: readonly string[]
}

const signs: readonly (readonly [kind: SegmentKind, signs: RegExp])[] = [
  ['flight', /[✈🛫🛬🛩]/u],
  ['train', /[🚄🚅🚆🚂🚉🚞🚝]/u],
  ['bus', /[🚌🚍]/u],
  ['ferry', /[⛴🛳🚢]/u],
  ['stay', /[🏨🛏🏩]/u],
  ['meal', /[🍽🍴]/u],
  ['ride', /[🚕🚖]/u],
]

/** Words of a kind that are as much words of anything else. */
const vague =
  /^(?:air|fly|car|cars|room|table|match|tour|show|hire|port|deck|night|nights|cab|plate|platform|carriage|ship|crossing|lot|bil|bilen|tur|vol)$/

const words: ReadonlyMap<SegmentKind, readonly string[]> = new Map(
  (['flight', 'train', 'bus', 'ferry', 'car', 'ride', 'stay', 'meal'] as const).map((kind) => [
    kind,
    [...new Set(vocabularies.flatMap((each) => phrases(each.kinds[kind] ?? '')))].filter(
      (phrase) => phrase.length > 2 && !vague.test(phrase),
    ),
  ]),
)

const speaks = (kind: SegmentKind, low: string) =>
  (words.get(kind) ?? []).some((phrase) => indexOfPhrase(low, phrase) !== -1)

/** Every kind that some words speak of, in whichever language. */
export const spokenKinds = (text: string): SegmentKind[] =>
  [...words.keys()].filter((kind) => speaks(kind, foldAlike(text)))

const airlineNumber = /(?<![\p{L}\p{N}])(?:[A-Z]{2}|[A-Z]\d|\d[A-Z])[ -]?\d{1,4}(?![\p{L}\p{N}:])/u
const table =
  /(?:restaurant|ristorante|restaurante|table|tisch|tavolo|mesa|bistro|brasserie|trattoria|osteria|izakaya|reserv|stolik|bord\b|レストラン)/u

/** A number that stands beside the word for what has it, or is all there is before a colon. */
function isBeside(title: string, kind: SegmentKind): boolean {
  const found = airlineNumber.exec(title)
  if (!found) return false
  if (title.slice(found.index + found[0].length).trim() === ')' && begins(kind, foldAlike(title))) return true
  const before = foldAlike(title.slice(0, found.index)).replace(/[^\p{L}\p{N}]+$/u, '')
  return (
    before === '' ||
    (words.get(kind) ?? []).some(
      (phrase) => before.endsWith(phrase) && standsAt(before, before.length - phrase.length, phrase),
    )
  )
}

const begins = (kind: SegmentKind, low: string) =>
  (words.get(kind) ?? []).some((phrase) => standsAt(low.replace(/^[^\p{L}\p{N}]+/u, ''), 0, phrase))

/** Whether an event may be of a kind that its words speak of. */
function isPlain(kind: SegmentKind, { title, notes, place }: EventWords, way: Way | null, nights: number): boolean {
  const [low, all] = [foldAlike(title), foldAlike(`${title}\n${place}\n${notes}`)]
  const isTicket = toldIn(`${title}\n${notes}`).some(({ field }) => field === 'confirmation' || field === 'seat')
  if (kind === 'flight' || kind === 'train' || kind === 'bus' || kind === 'ferry')
    return way !== null || isBeside(title, kind) || (airlineNumber.test(title) && isTicket)
  if (kind === 'stay') return nights > 0 && (isTicket || begins('stay', low))
  if (kind === 'meal') return table.test(all)
  return kind === 'car' || (kind === 'ride' && nights === 0)
}

/**
 * What kind of thing an event is that some sender put into a calendar, where its words are plain; null otherwise, for most events
 * are meetings. What carries somebody says its way or its number; a stay lasts a night; a meal is at a table.
 */
export function kindOfEvent(event: EventWords, way: Way | null, nights: number): SegmentKind | null {
  const { title, notes, place, categories } = event
  const low = foldAlike(`${title}\n${categories.join('\n')}`)
  const signed = signs.find(([, sign]) => sign.test(title))?.[0]
  const spoken = [...words.keys()].filter((kind) => speaks(kind, low))
  const told = [...(signed ? [signed] : []), ...spoken].find((kind) => isPlain(kind, event, way, nights))
  if (told) return told
  if (way && isByCode(way) && airlineNumber.test(title)) return 'flight'
  const all = foldAlike(`${place}\n${notes}`)
  return nights > 0 && spoken.length === 0 && speaks('stay', all) && isPlain('stay', event, way, nights) ? 'stay' : null
}
