import type { Field, ReadValue } from '../../../desk/travel/reading/model.ts'
import { alike, tokens } from '../merge/alike.ts'
import { written } from '../times.ts'

const close = (text: string) => tokens(text).join('')
const numbers = (text: string) => (text.normalize('NFKC').match(/\d+/g) ?? []).map(Number)

const told: ReadonlySet<Field> = new Set(['changeable', 'refundable', 'currency', 'fromZone', 'toZone'])

/** The hour and minute stand among the numbers of some words, on a clock of 24 hours or of 12. */
function saysClock(value: string, words: string): boolean {
  const time = written(value)
  if (!time?.exact) return true
  const among = numbers(words)
  const [hour, minute] = [Number(value.slice(11, 13)), Number(value.slice(14, 16))]
  if (among.some((each) => each === hour * 100 + minute || each === (hour % 12) * 100 + minute)) return true
  if (
    hour === 12 &&
    minute === 0 &&
    /noon|midday|mittag|midi|mezzogiorno|mediod[ií]a|meio-dia|middag|południe/i.test(words)
  )
    return true
  if (
    (hour === 0 || hour === 23) &&
    /midnight|mitternacht|minuit|mezzanotte|medianoche|meia-noite|middernacht|midnatt/i.test(words)
  )
    return true
  const hours = [hour, hour % 12 || 12, hour === 0 ? 24 : hour]
  return hours.some((each) => among.includes(each)) && (minute === 0 || among.includes(minute))
}

/** Whether a value stands in the words it points at; a judgement (changeable or not) and a derived zone have no words of their own. */
export function isSaid(field: Field, { value, origin }: ReadValue): boolean {
  if (told.has(field) || origin.by === 'table') return true
  const { words } = origin
  // Of times in UTC the clock of the place is derived.
  if (field === 'starts' || field === 'ends')
    return saysClock(value, words) || (origin.by === 'data' && /Z$|[+-]\d\d:?\d\d$/.test(words))
  if (field === 'checkInBy' || field === 'cancelBy') return saysClock(value, words)
  if (field === 'cost') return close(words).includes(`${Math.floor(Number(value))}`)
  if (field === 'guests') return true
  if (field === 'number' && alike('number', value, words)) return true
  const among = new Set(tokens(words))
  return close(words).includes(close(value)) || tokens(value).every((word) => among.has(word))
}
