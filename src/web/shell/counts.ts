import { useWaitingCount } from '../decisions/open.ts'
import type { DeskPage } from '../pages.ts'
import { useYesCount } from '../proposals/open.ts'
import { useTravelCount } from '../travel/open.ts'

/** How many things wait on a page, where its entry says so. Each is a hook; 0 shows nothing. */
export const counts: { readonly [path in DeskPage['path']]?: () => number } = {
  '/decisions': useWaitingCount,
  '/travel': useTravelCount,
  '/proposals': useYesCount,
}
