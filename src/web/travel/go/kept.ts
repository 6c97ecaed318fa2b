import type { FindingView } from '../../../desk/rules/model.ts'
import type { TripView } from '../../../desk/travel/model.ts'

/** What cannot work as it is planned, in words. */
export type Amiss = Pick<FindingView, 'fingerprint' | 'title' | 'words' | 'state'>

/** A trip as it was last read, what of it cannot work, and when that was. */
export type Kept = { readonly trip: TripView; readonly amiss: readonly Amiss[]; readonly at: string }

const shelf = 'equerry-trips'
const address = (id: string): string => `/kept/${encodeURIComponent(id)}`

/** A browser keeps things for pages only where the line to them is safe (HTTPS, or this machine). */
const canKeep = (): boolean => 'caches' in globalThis

/** Puts a trip by for where there is no line. Only what somebody has opened is ever kept. */
export async function keepTrip(kept: Kept): Promise<void> {
  if (!canKeep()) return
  const text = JSON.stringify(kept)
  await (await caches.open(shelf)).put(address(kept.trip.id), new Response(text, { headers: { date: kept.at } }))
}

/** What was kept of a trip; null: nothing. */
export async function keptTrip(id: string): Promise<Kept | null> {
  if (!canKeep()) return null
  const found = await caches.match(address(id), { cacheName: shelf })
  if (!found) return null
  const kept = (await found.json()) as Omit<Kept, 'amiss'> & Partial<Kept>
  // What was kept before this was told is kept without it.
  return { ...kept, amiss: kept.amiss ?? [] }
}

/** Nothing of one trip is kept any more: it is gone, or whoever reads may not know of it. */
export async function forgetTrip(id: string): Promise<void> {
  if (canKeep()) await (await caches.open(shelf)).delete(address(id))
}

/** Nothing is kept any more of any trip: whoever read them has signed out. */
export async function forgetTrips(): Promise<void> {
  if (canKeep()) await caches.delete(shelf)
}

const daysAfter = 3

/** Trips that have been over for some days are kept no longer. */
export async function forgetPast(today: Temporal.PlainDate): Promise<void> {
  if (!canKeep()) return
  const held = await caches.open(shelf)
  for (const request of await held.keys()) {
    const kept = (await (await held.match(request))?.json()) as Kept | undefined
    const until = kept && Temporal.PlainDate.from(kept.trip.until).add({ days: daysAfter })
    if (!until || Temporal.PlainDate.compare(until, today) < 0) await held.delete(request)
  }
}
