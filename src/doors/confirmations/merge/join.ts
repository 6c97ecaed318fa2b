import {
  fields as all,
  type Doubt,
  type Field,
  type Proposal,
  type ReadValue,
} from '../../../desk/travel/reading/model.ts'
import { alike, tokens } from './alike.ts'
import { type Known, localised, oneTime, zoneBy } from './times.ts'

const times: ReadonlySet<Field> = new Set(['starts', 'ends', 'checkInBy', 'cancelBy'])
/** What two travellers on one booking have each of their own: the first one's stands. */
const personal: ReadonlySet<Field> = new Set([
  'name',
  'seat',
  'coach',
  'cabin',
  'cost',
  'currency',
  'confirmation',
  'guests',
])
/** Words that several may be right for the same thing: how data calls it is taken. */
const loose: ReadonlySet<Field> = new Set(['provider', 'pickUp'])
/** A longer one says more. */
const wordy: ReadonlySet<Field> = new Set(['name', 'address', 'cabin', 'place', 'from', 'to'])

/**
 * How two proposals of one segment stand to each other. `apart`: of two sources; otherwise one source says it twice. `data`: the
 * first is of these, which data says, and the second what was read of the words beside it.
 */
export type How = { readonly apart: boolean; readonly known: Known; readonly data?: readonly Proposal[] }

const isSeen = ({ origin }: ReadValue) => origin.by === 'words'

/** Whether words that were read of a text are what data says of something else: they were taken for the wrong thing. */
const isElsewhere = ({ value }: ReadValue, data: readonly Proposal[]) =>
  data.some(({ fields }) =>
    Object.values(fields).some((each) => tokens(each.value).join(' ') === tokens(value).join(' ')),
  )

/** What may be read of a text by mistake where data tells it, and its words stand in the text as data says them. */
const misread: ReadonlySet<Field> = new Set([
  ...(['from', 'to', 'place', 'address', 'provider', 'name', 'cabin', 'pickUp', 'driver'] as const),
  ...(['confirmation', 'seat', 'coach', 'cost'] as const),
])

const sameAirport = (field: Field, a: Proposal, b: Proposal) => {
  const code = field === 'from' ? 'fromAirport' : field === 'to' ? 'toAirport' : null
  return code !== null && a.fields[code] !== undefined && a.fields[code]?.value === b.fields[code]?.value
}

/** Read of words so that it ends on its own day before it begins: an old time beside the new one was taken for the end. */
const isBackwards = ({ fields: { starts, ends } }: Proposal): boolean =>
  starts !== undefined &&
  ends !== undefined &&
  starts.value.slice(0, 10) === ends.value.slice(0, 10) &&
  starts.value.includes('T') &&
  ends.value.slice(0, 16) < starts.value.slice(0, 16)

function oneOf(field: Field, a: Proposal, b: Proposal, { known, data }: How): ReadValue | null {
  const [one, other] = [a.fields[field] as ReadValue, b.fields[field] as ReadValue]
  if (data && isSeen(one) && (misread.has(field) || isElsewhere(other, data))) return one
  if (data && field === 'ends' && isBackwards(b) && !isBackwards(a)) return one
  if (times.has(field)) return oneTime(one, other, zoneBy(field === 'ends' ? 'ends' : 'starts', known, a, b))
  if (!alike(field, one.value, other.value)) return loose.has(field) || sameAirport(field, a, b) ? one : null
  if (field === 'number')
    return tokens(one.value).join('').length >= tokens(other.value).join('').length ? preferring(one, other) : other
  if (!wordy.has(field)) return preferring(one, other)
  return tokens(other.value).length > tokens(one.value).length ? other : preferring(one, other)
}

/** Of two that say the same the one whose words a person can see. */
const preferring = (one: ReadValue, other: ReadValue): ReadValue =>
  other.origin.by === 'words' &&
  one.origin.by !== 'words' &&
  tokens(one.value).join('') === tokens(other.value).join('')
    ? other
    : one

/** What is changed or cancelled is told after what was booked, and holds. */
const later = (a: Proposal, b: Proposal): Proposal | null => {
  const [one, other] = [a.action, b.action].map((action) => action === 'changed' || action === 'cancelled')
  return one === other ? null : one ? a : b
}

const words: Partial<Record<Field, string>> = {
  starts: 'when it begins',
  ends: 'when it ends',
  number: 'its number',
  fromAirport: 'the airport it leaves from',
  toAirport: 'the airport it goes to',
  fromTerminal: 'the terminal it leaves from',
  toTerminal: 'the terminal it arrives at',
  from: 'where it begins',
  to: 'where it ends',
  confirmation: 'the booking reference',
  name: 'who travels',
  cost: 'what it costs',
  checkInBy: 'until when to check in',
  cancelBy: 'until when it can be cancelled',
}

function contradiction(field: Field, values: ReadValue[]): Doubt {
  const hidden = values.some(({ origin }) => origin.by === 'data')
  const sides = hidden ? 'What is shown and what is in the data behind it' : 'Two parts of this confirmation'
  return {
    field,
    why: `${sides} differ on ${words[field] ?? `the ${field}`}: ${values.map(({ value }) => value).join(' and ')}`,
    values,
  }
}

/** Booked is what both say who say nothing else. */
function action(a: Proposal, b: Proposal): Proposal['action'] {
  const said = [a.action, b.action].filter((each) => each !== 'booked')
  return (['cancelled', 'changed', 'requested'] as const).find((each) => said.includes(each)) ?? 'booked'
}

/**
 * What the words alone leave in doubt, data settles: where it says one of what they say, or where they only do not fit each other,
 * which is no doubt of what data tells.
 */
const isSettled = ({ field, values }: Doubt, { fields }: Proposal, { data }: How): boolean => {
  const told = fields[field]?.value
  if (data === undefined || told === undefined) return false
  return values.length < 2 || values.some(({ value }) => value === told || value.slice(0, 16) === told.slice(0, 16))
}

/** One proposal of two that are one segment: what either says, and where they contradict each other a doubt with both values. */
export function join(first: Proposal, second: Proposal, how: How): Proposal {
  const [a, b] = [localised(first, how.known, second), localised(second, how.known, first)]
  const fields: Partial<Record<Field, ReadValue>> = {}
  const doubts: Doubt[] = [
    ...a.doubts,
    ...b.doubts.filter((doubt) => !a.doubts.some(({ field }) => field === doubt.field) && !isSettled(doubt, a, how)),
  ]
  // What stands behind the words of one mail was written with them, and is no older.
  const holds = how.apart && how.data === undefined ? later(a, b) : null
  for (const field of all) {
    const [one, other] = [a.fields[field], b.fields[field]]
    if (doubts.some((each) => each.field === field)) continue
    if (!one || !other) {
      const value = one ?? other
      if (value) fields[field] = value
      continue
    }
    const value = oneOf(field, a, b, how) ?? holds?.fields[field] ?? (!how.apart && personal.has(field) ? one : null)
    if (value) fields[field] = value
    else doubts.push(contradiction(field, [one, other]))
  }
  const missing = [...new Set([...a.missing, ...b.missing])].filter((field) => !fields[field])
  return { kind: a.kind, action: action(a, b), fields, doubts, missing }
}
