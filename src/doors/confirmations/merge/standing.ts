import type { Field, ReadValue } from '../../../desk/travel/reading/model.ts'
import { tokens } from './alike.ts'

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

/** Values that are never written as data writes them, or so short that they stand anywhere. */
const astray: ReadonlySet<Field> = new Set([
  'starts',
  'ends',
  'cost',
  'checkInBy',
  'cancelBy',
  'fromZone',
  'toZone',
  'guests',
])

const isTelling = (value: string) => {
  const length = tokens(value).join('').length
  return length >= 3 || (length === 2 && /\d/.test(value) && /\p{L}/u.test(value))
}

/** Where words stand in a text, whatever spaces and commas part them; -1 where they do not. */
export function standing(value: string, text: string): { readonly at: number; readonly words: string } | null {
  const parts = value.trim().match(/\p{L}+|\p{N}+|[^\p{L}\p{N}\s,]+/gu)
  if (!parts || parts.length > 40) return null
  const shape = new RegExp(`(?<![\\p{L}\\p{N}])${parts.map(escaped).join('[\\s,]{0,3}')}(?![\\p{L}\\p{N}])`, 'iu')
  const found = shape.exec(text)
  return found ? { at: found.index, words: found[0] } : null
}

/** A value of data points at its words where a person can see them. */
export function pointed(field: Field, value: ReadValue, text: string): ReadValue {
  if (value.origin.by !== 'data' || astray.has(field) || !isTelling(value.value)) return value
  const found = standing(value.value, text)
  return found ? { ...value, origin: { by: 'words', at: found.at, words: found.words } } : value
}
