import { isRefused } from '../../act.ts'
import { doorWas } from '../../authority/queries.ts'
import { perform, type Surroundings } from '../../perform.ts'
import { routineOf } from '../../routine.ts'
import type { EmergencyView } from '../emergency/model.ts'
import type { LinkView } from './contract.ts'
import type { ItineraryView } from './model.ts'

/** What an address opens: a page; one that is out of date, since when in its zone; one that was withdrawn, and nobody says of what. */
export type Opened =
  | {
      readonly state: 'out'
      readonly page: ItineraryView
      readonly zone: string
      readonly id: string
      readonly emergency: EmergencyView | null
    }
  | { readonly state: 'replaced'; readonly words: string }
  | { readonly state: 'withdrawn' }

/**
 * What the desk does for somebody with the address of an itinerary and no account: read as the desk's own member, through the door
 * "guest". Null for an address that never was, or whose time has passed. A withdrawn one reads nothing of the desk.
 */
export const itineraryGuestOf = (around: Surroundings) => ({
  itinerary: async (token: string, at: Temporal.Instant): Promise<Opened | null> => {
    const door = await doorWas(around.db, Buffer.from(around.hash(token), 'hex'), 'itinerary', at)
    if (!door?.desk || !door.item) return null
    if (door.closed) return { state: 'withdrawn' }
    const call = { desk: door.desk, member: await routineOf(around, door.desk), door: 'guest', key: null, at } as const
    const answer = await perform(around, 'itinerary.show', { id: door.item }, call)
    if (isRefused(answer)) return null
    const { link, page, zone, emergency } = answer as unknown as Shown
    if (link.state === 'out') return { state: 'out', page, zone, id: link.id, emergency }
    if (link.state === 'replaced') return { state: 'replaced', words: link.stateWords }
    return link.state === 'withdrawn' ? { state: 'withdrawn' } : null
  },
})

type Shown = {
  readonly link: LinkView
  readonly page: ItineraryView
  readonly zone: string
  readonly emergency: EmergencyView | null
}
