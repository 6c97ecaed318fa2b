import type { Proposal } from '../../../desk/travel/reading/model.ts'
import { carriedIn } from './carried.ts'
import { setCost } from './costs.ts'
import { deedOf, sells } from './deeds.ts'
import { mealIn, meetingIn, stayIn } from './kept.ts'
import { asksOfLegs } from './owndeeds.ts'
import { type Part, partsOf } from './parts.ts'
import { providerOf } from './providers.ts'
import { type Draft, type Known, type Reading, readingOf } from './reading.ts'
import { referencesIn } from './references.ts'
import { carIn, rideIn } from './rides.ts'

function draftsOf(reading: Reading, part: Part, whole: Proposal['action']): Draft[] {
  const carries = ['flight', 'train', 'bus', 'ferry'].includes(part.kind)
  // What is asked for only is then a leg, not the room beside it.
  const action = !carries && whole === 'requested' && asksOfLegs(reading) ? 'booked' : whole
  if (part.kind === 'stay') return stayIn(reading, part, action)
  if (part.kind === 'car') return carIn(reading, part, action)
  if (part.kind === 'ride') return rideIn(reading, part, action)
  if (part.kind === 'meal') return mealIn(reading, part, action)
  if (part.kind === 'meeting') return meetingIn(reading, part, action)
  return carriedIn(reading, part, whole)
}

/** Whether the text confirms anything: it has a reference, or says that something is booked, and does not mostly sell. */
function confirms(reading: Reading): boolean {
  const referred = referencesIn(reading, { at: 0, end: reading.sheet.text.length }).length > 0
  const selling = sells(reading)
  return referred ? selling < 5 : deedOf(reading) !== null && selling < 2
}

/** One total for everything stands in the last part as a rule; it goes with the first segment. */
function spreadCost(reading: Reading, parts: readonly Part[], drafts: readonly Draft[]): void {
  const last = parts.at(-1)
  const told = drafts.filter((draft) => draft.fields.cost)
  const cost = told[0]?.fields.cost?.origin
  if (
    parts.length < 2 ||
    told.length !== 1 ||
    told[0] === drafts[0] ||
    cost?.by !== 'words' ||
    !last ||
    cost.at < last.at
  )
    return
  if (!/\n[ \t]*\n/.test(reading.sheet.low.slice(last.at, cost.at))) return
  for (const field of ['cost', 'currency'] as const) delete told[0]?.fields[field]
}

/** Told so fully, to whom it is for, that it is booked though no word says so. */
function isWhole({ kind, fields }: Draft): boolean {
  const { number, from, to, starts, ends, name, seat } = fields
  const exact = starts?.value.includes('T') && ends?.value.includes('T')
  return ['flight', 'train', 'bus', 'ferry'].includes(kind) && Boolean(number && from && to && exact && (name || seat))
}

/** What was over before the letter was sent is no booking: letters thank for it, or ask how it was. */
function isOver({ fields }: Draft, sentAt: string | null): boolean {
  const last = (fields.ends ?? fields.starts)?.value.slice(0, 10)
  return sentAt !== null && last !== undefined && last < sentAt.slice(0, 10)
}

/**
 * Reads a confirmation written for people: what each segment it speaks of says of itself, every value with the words it was read
 * from. Nothing is supplied: what the text does not say is left out, a date whose year nothing tells is missing, and values that
 * contradict each other are doubted, none chosen. Texts that confirm nothing give no proposals. Reads no clock, and the first
 * sixty thousand characters only.
 */
export function readText(text: string, known: Known): Proposal[] {
  if (!/\d/.test(text)) return []
  const reading = readingOf(text, known)
  const sure = confirms(reading)
  if (!sure && sells(reading) > 1) return []
  const action = deedOf(reading) ?? 'booked'
  const parts = partsOf(reading)
  const drafts = parts.flatMap((part) => draftsOf(reading, part, action))
  spreadCost(reading, parts, drafts)
  const whole = { at: 0, end: reading.sheet.text.length }
  const first = drafts[0]
  if (first && !first.fields.cost) setCost(reading, whole, first)
  if (parts.length === 1) {
    const provider = providerOf(reading, whole)
    for (const draft of drafts)
      if (draft.kind !== 'meeting' || reading.letterheads.senders.length > 0) draft.set('provider', provider)
  }
  return drafts
    .filter((draft) => (sure || isWhole(draft)) && !isOver(draft, known.sentAt))
    .map((draft) => draft.proposal())
}
