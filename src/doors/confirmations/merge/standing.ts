import type { Field, Proposal, ReadValue } from '../../../desk/travel/reading/model.ts'
import { wordless } from '../text/fold.ts'
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
  return (
    length >= 3 ||
    (length === 2 && wordless(value.trim().charAt(0))) ||
    (length === 2 && /\d/.test(value) && /\p{L}/u.test(value))
  )
}

/** Where words stand in a text, whatever spaces and commas part them, of several places the nearest; null where they do not. */
export function standing(
  value: string,
  text: string,
  near = 0,
): { readonly at: number; readonly words: string } | null {
  const parts = value.trim().match(/\p{L}+|\p{N}+|[^\p{L}\p{N}\s,]+/gu)
  if (!parts || parts.length > 40) return null
  const shape = new RegExp(`(?<![\\p{L}\\p{N}])${parts.map(escaped).join('[\\s,]{0,3}')}(?![\\p{L}\\p{N}])`, 'giu')
  let best: { at: number; words: string } | null = null
  for (const { index, 0: words } of text.matchAll(shape))
    if (best === null || Math.abs(index - near) < Math.abs(best.at - near)) best = { at: index, words }
  return best
}

/** An amount as people write it: `1,184.70` of 1184.70, `534 €` of 534.00; null where it does not stand in a text. */
function amountStanding(value: string, text: string): { readonly at: number; readonly words: string } | null {
  const [whole = '', cents = '00'] = value.split('.')
  if (!/^\d{1,9}$/.test(whole) || !/^\d{1,2}$/.test(cents)) return null
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, "[ .,'’]?")
  const rest = Number(cents) === 0 ? '(?:[.,](?:00|-{1,2}|–))?' : `[.,]${cents.padEnd(2, '0')}`
  const shape = new RegExp(`(?<![\\d.,])${grouped}${rest}(?![\\d]|[.,]\\d)`, 'u')
  const found = shape.exec(text)
  return found && (whole.length > 1 || rest !== '') ? { at: found.index, words: found[0] } : null
}

function pointedAt(field: Field, value: ReadValue, text: string, near: number): ReadValue {
  if (value.origin.by === 'data' && field === 'cost') {
    const amount = amountStanding(value.value, text)
    return amount ? { ...value, origin: { by: 'words', at: amount.at, words: amount.words } } : value
  }
  if (value.origin.by !== 'data' || astray.has(field) || !isTelling(value.value)) return value
  const found = standing(value.value, text, near)
  return found ? { ...value, origin: { by: 'words', at: found.at, words: found.words } } : value
}

/** Values of data point at their words where a person can see them: of several places at the one nearest to the segment's number or house. */
export function pointed(proposal: Proposal, text: string): Proposal {
  const mark = proposal.fields.number ?? proposal.fields.place
  const near = mark ? (standing(mark.value, text)?.at ?? 0) : 0
  const fields: Partial<Record<Field, ReadValue>> = {}
  for (const [name, value] of Object.entries(proposal.fields)) {
    const field = name as Field
    fields[field] = pointedAt(field, value, text, near)
  }
  return { ...proposal, fields }
}
