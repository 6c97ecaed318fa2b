import * as z from 'zod'
import type { Leak } from '../../plan/leak/find.ts'
import type { ClueKind } from '../../plan/leak/weights.ts'

/** The longest text that is read before it leaves. */
export const longest = 20_000

/** Whom a text is for, and what it is about: an offer, a finding or a promise, from which the desk knows what they know already. */
export const addressed = z.object({
  to: z.string().trim().min(1).max(2000).describe('for whom, in words; a release holds for them alone'),
  offer: z.uuid().optional(),
  finding: z.string().max(500).optional(),
  /** A promise: who owes it, or is owed, is written to. */
  commitment: z.uuid().optional(),
  /** A meeting that is to move: who takes part in it knows of it. */
  event: z.uuid().optional(),
  /** A part of a trip: whoever holds it or takes part in it knows of it. */
  segment: z.uuid().optional(),
  /** A trip it is the itinerary of: what stands in it openly is no news to whoever is given it. */
  trip: z.uuid().optional(),
})
export type Addressed = z.infer<typeof addressed>

export const stop = z.object({
  /** Offsets in the text (UTF-16), `to` behind the last. */
  from: z.int(),
  to: z.int(),
  /** As they stand in the text. */
  words: z.string(),
  /** What they give away; empty for whoever may not see it. */
  about: z.array(z.object({ item: z.uuid(), title: z.string(), what: z.enum(['person', 'place', 'title', 'notes']) })),
})
export type Stop = z.infer<typeof stop>

export const checked = z.object({
  /** It may leave: nothing private is in it, or it was released for them. */
  leaves: z.boolean(),
  /** Somebody who may see the words has let this very text go to them. */
  released: z.boolean(),
  stops: z.array(stop),
  /** Whoever asks may release it. */
  mayRelease: z.boolean(),
  /** Who else may. */
  askThem: z.array(z.string()),
  words: z.string(),
})
export type Checked = z.infer<typeof checked>

/** Who may have the words of which private item, what it is called, and whether it is an event. */
export type Seen = { readonly title: string; readonly mayRead: boolean; readonly isEvent: boolean }

/** Whether whoever asks may see everything a text gives away. */
export const maySeeAll = (leaks: readonly Leak[], seen: ReadonlyMap<string, Seen>): boolean =>
  leaks.every(({ items }) => items.every(({ id }) => seen.get(id)?.mayRead === true))

const most = 3

/**
 * What is said of the leaks of a text: to one who may see them the words and what they are about; to anybody else only
 * which lines of their own text, so that no word tells them that it was the one.
 */
export function stopsFor(text: string, leaks: readonly Leak[], seen: ReadonlyMap<string, Seen>): Stop[] {
  if (maySeeAll(leaks, seen)) return leaks.map(({ items, ...place }) => ({ ...place, about: about(items, seen) }))
  const lines = new Map<number, Stop>()
  for (const { from } of leaks) {
    const start = text.lastIndexOf('\n', from - 1) + 1
    const end = text.indexOf('\n', from)
    const to = end === -1 ? text.length : end
    lines.set(start, { from: start, to, words: text.slice(start, to), about: [] })
  }
  return [...lines.values()]
}

const about = (items: Leak['items'], seen: ReadonlyMap<string, Seen>): Stop['about'] =>
  items
    .slice(0, most)
    .map(({ id, kind }) => ({ item: id, title: seen.get(id)?.title ?? '', what: kind satisfies ClueKind }))
