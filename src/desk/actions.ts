import { authorityActions } from './authority/actions.ts'
import { allCalendarActions } from './calendar/actions.ts'
import { journalActions } from './journal/actions.ts'
import type { Actions } from './registry.ts'
import { ruleActions } from './rules/actions.ts'

/** Every operation's action. The compiler says which is missing. */
export const actions: Partial<Actions> = {
  ...journalActions,
  ...(authorityActions as object),
  ...(allCalendarActions as object),
  ...({ rule: ruleActions } as object),
}
