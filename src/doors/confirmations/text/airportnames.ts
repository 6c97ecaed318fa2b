import type { Airport } from '../../../desk/travel/reading/model.ts'
import { foldAlike } from './fold.ts'

const usual = new Set([
  'airport',
  'international',
  'intl',
  'city',
  'regional',
  'san',
  'new',
  'saint',
  'los',
  'las',
  'the',
])

const tokens = (words: string): string[] => foldAlike(words).match(/\p{L}{3,}/gu) ?? []

/** Whether written words can be the name of an airport or its city: they share a word that tells it from others. */
export function isNamed(airport: Airport | null, words: string): boolean {
  if (!airport) return false
  const own = new Set(tokens(`${airport.city} ${airport.name}`).filter((word) => !usual.has(word)))
  return tokens(words).some((word) => own.has(word))
}
