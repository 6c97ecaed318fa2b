import { saidOf } from './booking.ts'
import { foldAlike } from './fold.ts'
import type { Said } from './labels.ts'
import { type Bit, overlaps } from './marks.ts'
import type { Reading } from './reading.ts'
import type { Stretch } from './sheet.ts'

const codeShape =
  /^(?:(?:n[°º]\.?|nr\.?|no\.?|#)\s?)?([A-Z0-9][A-Z0-9]*(?:[-/.][A-Z0-9]+)*)(?![\p{L}\p{N}@]|[.][\p{L}]|\s?:)/u

const links =
  /^(?:\s?(?:lautet|ist|is|est|e|es|er|:|#|n[°º]\.?|nr\.?|no\.?|number|code|numero|nummer|-)(?![\p{L}\p{N}])\s?){0,3}\s?/u

const isCode = (value: string, firm: boolean): boolean => {
  if (value.length < 4 || value.length > 30) return false
  if (/\d/.test(value)) return /\d.*\d/.test(value) || /[A-Z]/.test(value)
  return firm ? value.length >= 5 && value.length <= 8 : value.length === 6
}

function referenceIn(reading: Reading, said: Said): Bit | null {
  const words = reading.sheet.text.slice(said.at, Math.min(said.end, said.at + 60))
  const skip = links.exec(reading.sheet.low.slice(said.at, said.at + 30))?.[0].length ?? 0
  const match = codeShape.exec(words.slice(skip).replace(/[\u2010\u2011\u2013]/g, '-'))
  if (!match) return null
  const groups = /^\d{3,}(?: \d{3,}){1,4}(?![\p{L}\p{N}.,:/-])/u.exec(words.slice(skip))
  const value = groups?.[0].startsWith(match[1] as string) ? groups[0] : (match[1] as string)
  if (value !== match[1]) match[0] = match[0] + value.slice((match[1] as string).length)
  const at = said.at + skip + match[0].length - value.length
  const bit = { at, end: at + value.length, value: reading.sheet.text.slice(at, at + value.length) }
  if (!isCode(value, said.firm)) return null
  if (reading.lexicon.labels.get(reading.sheet.low.charAt(at))?.some((phrase) => phrase.words === foldAlike(bit.value)))
    return null
  if (
    [...reading.dates, ...reading.money, ...reading.times].some((each) => overlaps(each, bit)) &&
    !/[A-Z-]/.test(value)
  )
    return null
  if (reading.dates.some((each) => each.at <= bit.at && each.end >= bit.end)) return null
  return bit
}

const rank = [
  'pnr',
  'reference',
  'locator',
  'localizador',
  'code',
  'booking',
  'confirm',
  'buchung',
  'reserv',
  'rezerw',
  'rezerv',
  'boek',
  'bokning',
  'dossier',
]

/** References of a stretch, each once, those of bookings before those of orders and vouchers. */
export function referencesIn(reading: Reading, part: Stretch): Bit[] {
  const found: { bit: Bit; rank: number }[] = []
  for (const said of saidOf(reading, 'reference', part)) {
    const bit = referenceIn(reading, said)
    if (!bit || found.some((each) => each.bit.value === bit.value)) continue
    const label = reading.sheet.low.slice(said.label.at, said.label.end)
    const at = rank.findIndex((word) => label.includes(word))
    found.push({ bit, rank: (at === -1 ? 2 : 0) + (said.firm || /[A-Z]/.test(bit.value) ? 0 : 1) })
  }
  return found.sort((a, b) => a.rank - b.rank || a.bit.at - b.bit.at).map(({ bit }) => bit)
}
