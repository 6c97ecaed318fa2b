import { isRefused } from '../../act.ts'
import type { ActionsFor } from '../../registry.ts'
import { sheetOf } from '../emergency/actions.ts'
import type { itineraryContract } from './contract.ts'
import { issue, linkFor, preview, revoke, shows } from './giving/actions.ts'
import { linkViewOf, list, read } from './listing/actions.ts'
import { shownBy } from './page/actions.ts'

type Actions = ActionsFor<typeof itineraryContract>

/** What an address shows at this moment; of one that is not out nothing but how it stands. */
const show: Actions['itinerary']['show'] = async ({ id }, act) => {
  const found = await linkFor(act, id)
  if (isRefused(found)) return found
  const { link, view } = found
  const told = await linkViewOf(act, view, link)
  const isOut = told.state === 'out'
  const page = await shownBy(act, view, isOut ? link : { ...link, shows: 'nothing' })
  // A trip that has become private since: the sheet names all of it, and nobody let that go.
  const isKept = view.label === 'private' && page.keptBack
  const hasSheet = isOut && link.terms.emergency && link.shows === 'full' && !isKept
  const emergency = hasSheet ? await sheetOf(act, view, 'outside') : null
  return { link: told, page, zone: act.desk.zone, emergency }
}

export const itineraryActions: Actions = { itinerary: { preview, read, issue, list, show, shows, revoke } }
