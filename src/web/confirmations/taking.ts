import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import type { confirmationsContract } from '../../desk/travel/confirmations/contract.ts'
import type { PartView } from '../../desk/travel/confirmations/model.ts'
import type { Field } from '../../desk/travel/reading/model.ts'

export type Shown = InferContractRouterOutputs<typeof confirmationsContract>['confirmation']['show']
type TakeInput = InferContractRouterInputs<typeof confirmationsContract>['confirmation']['take']

/** Into what a part goes: a segment of the desk, a new one of a trip, one of a trip that is made with it; or not at all. */
export type Into = `segment ${string}` | `trip ${string}` | 'new trip' | 'nowhere'

/** A review as somebody fills it in. `said` holds what they corrected, by field; null: left out. */
export type Filled = {
  readonly into: readonly Into[]
  readonly said: readonly Partial<Record<Field, string | null>>[]
  readonly newTrip: { readonly title: string; readonly from: string; readonly until: string }
}

const intoOf = (part: PartView, { confirmation, parts }: Shown): Into => {
  if (part.match.segmentId !== null)
    return part.news === 'nothing new' || part.news === 'older' ? 'nowhere' : `segment ${part.match.segmentId}`
  if (part.match.how === 'several' || part.action === 'cancelled') return 'nowhere'
  const beside = confirmation.tripId ?? parts.find(({ match }) => match.tripId !== null)?.match.tripId ?? null
  return beside === null ? 'new trip' : `trip ${beside}`
}

export const filledFrom = (shown: Shown): Filled => ({
  into: shown.parts.map((part) => intoOf(part, shown)),
  said: shown.parts.map(() => ({})),
  newTrip: { title: shown.newTrip.title ?? '', from: shown.newTrip.from ?? '', until: shown.newTrip.until ?? '' },
})

export const isNewTripWanted = ({ into }: Filled): boolean => into.includes('new trip')

/** What is sent; null while nothing is taken, or a trip that is to be made has no name or days. */
export function inputOf({ confirmation, newTrip }: Shown, filled: Filled): TakeInput | null {
  const parts = filled.into.flatMap((into, index): TakeInput['parts'] => {
    if (into === 'nowhere' || confirmation.taken.some((one) => one.index === index)) return []
    const fields = filled.said[index] ?? {}
    if (into.startsWith('segment ')) return [{ index, segmentId: into.slice(8), tripId: null, fields }]
    return [{ index, segmentId: null, tripId: into.startsWith('trip ') ? into.slice(5) : null, fields }]
  })
  const { title, from, until } = filled.newTrip
  const wanted = isNewTripWanted(filled)
  if (parts.length === 0 || (wanted && (title.trim() === '' || from === '' || until === ''))) return null
  const made = { title: title.trim(), from, until, cities: newTrip.cities ?? [], travellers: [] }
  return { id: confirmation.id, version: confirmation.version, parts, ...(wanted && { newTrip: made }) }
}

/** With one correction more; the value as it was read is no correction. */
export function correct(
  filled: Filled,
  index: number,
  field: Field,
  value: string | null,
  read: string | null,
): Filled {
  const said = filled.said.map((one, n) => {
    if (n !== index) return one
    const { [field]: _, ...rest } = one
    return value === read ? rest : { ...rest, [field]: value }
  })
  return { ...filled, said }
}
