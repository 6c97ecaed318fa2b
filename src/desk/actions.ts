import { authorityActions } from './authority/actions.ts'
import { briefingActions } from './briefing/actions.ts'
import { allCalendarActions } from './calendar/actions.ts'
import { coverActions } from './cover/actions.ts'
import { holdsActions } from './holds/actions.ts'
import { journalActions } from './journal/actions.ts'
import type { Actions } from './registry.ts'
import { rulesActions } from './rules/actions.ts'

/** Every operation's action. The compiler says which is missing. */
export const actions: Actions = {
  ...journalActions,
  ...authorityActions,
  ...allCalendarActions,
  ...rulesActions,
  ...holdsActions,
  ...coverActions,
  ...briefingActions,
  desk: { ...authorityActions.desk, ...briefingActions.desk },
}
