import type { Act, Entry, Json } from '../../act.ts'
import type { Trip } from '../trips/model.ts'

/** What takes an entry about a trip back. */
const undoOf = (act: Act) => ({ operation: 'calendar.reinstate', input: { entry: act.entry } })

type Told = {
  /** Ids of its parts and events that it touched, besides the trip itself. */
  readonly items: readonly (string | null)[]
  readonly values: { readonly [key: string]: Json }
  readonly before?: object
  readonly after?: object
  readonly why?: string | null
}

const plain = (value: object): Json => JSON.parse(JSON.stringify(value)) as Json

/** The entry of a change about a trip; that of a private one is private, with all that was said of it before. */
export function entryOf(act: Act, trip: Trip, { items, values, before, after, why }: Told): Entry {
  const ids = [...new Set([trip.id, ...items.filter((id) => id !== null)])]
  return {
    items: ids,
    ...(trip.label === 'private' ? { private: ids } : {}),
    values: { ...values },
    ...(before ? { before: plain(before) } : {}),
    ...(after ? { after: plain(after) } : {}),
    ...(why === null || why === undefined || why === '' ? {} : { why }),
    undo: undoOf(act),
  }
}
