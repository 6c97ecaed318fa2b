import type { SegmentKind } from '../../../plan/segment.ts'
import { foldAlike } from '../text/fold.ts'
import { indexOfPhrase, phrases, vocabularies } from '../text/lexicon.ts'
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

/**
 * What kind of thing an event is that some sender put into a calendar, where its words are plain; null otherwise, for most events
 * are meetings. What carries somebody says its way or its number; a stay lasts a night; a meal is at a table.
 */
export function kindOfEvent(
  { title, notes, place, categories }: EventWords,
  way: Way | null,
  nights: number,
): SegmentKind | null {
  const low = foldAlike(`${title}\n${categories.join('\n')}`)
  const all = `${low}\n${foldAlike(`${place}\n${notes}`)}`
  const signed = signs.find(([, sign]) => sign.test(title))?.[0] ?? null
  const told = signed ?? ([...words.keys()].find((kind) => speaks(kind, low)) as SegmentKind | undefined) ?? null
  const numbered = airlineNumber.test(title)
  if (way && isByCode(way) && (told === 'flight' || told === null)) return 'flight'
  if (told === 'flight' || told === 'train' || told === 'bus' || told === 'ferry') {
    if (way || (numbered && (signed !== null || speaks(told, all)))) return told
    return null
  }
  if (told === 'stay' || (told === null && nights > 0 && speaks('stay', all) && !speaks('meeting', low)))
    return nights > 0 ? 'stay' : null
  if (told === 'meal') return table.test(all) ? 'meal' : null
  if (told === 'car' || told === 'ride') return nights === 0 || told === 'car' ? told : null
  return null
}
