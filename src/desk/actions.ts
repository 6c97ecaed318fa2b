import { authorityActions } from './authority/actions.ts'
import { briefingActions } from './briefing/actions.ts'
import { allCalendarActions } from './calendar/actions.ts'
import { coverActions } from './cover/actions.ts'
import { decisionsActions } from './decisions/actions.ts'
import { holdsActions } from './holds/actions.ts'
import { journalActions } from './journal/actions.ts'
import { mistakesActions } from './mistakes/actions.ts'
import { textsActions } from './outgoing/actions.ts'
import { agreementActions } from './partnership/agreement/actions.ts'
import { boundariesActions } from './partnership/boundaries/actions.ts'
import { feedbackActions } from './partnership/feedback/actions.ts'
import { knowingActions } from './partnership/knowing/actions.ts'
import { oneToOneActions } from './partnership/meeting/actions.ts'
import { prioritiesActions } from './partnership/priorities/actions.ts'
import { peopleActions } from './people/actions.ts'
import type { Actions } from './registry.ts'
import { rulesActions } from './rules/actions.ts'
import { travelActions } from './travel/actions.ts'
import { emergencyActions } from './travel/emergency/actions.ts'
import { itineraryActions } from './travel/itinerary/actions.ts'
import { travellerActions } from './travel/traveller/actions.ts'
import { workActions } from './work/actions.ts'
import { briefActions } from './work/brief/actions.ts'
import { commitmentsActions } from './work/commitments/actions.ts'
import { notesActions } from './work/notes/actions.ts'

/** Every operation's action. The compiler says which is missing. */
export const actions: Actions = {
  ...journalActions,
  ...authorityActions,
  ...peopleActions,
  ...allCalendarActions,
  ...rulesActions,
  ...holdsActions,
  ...travelActions,
  ...itineraryActions,
  ...emergencyActions,
  ...travellerActions,
  ...commitmentsActions,
  ...notesActions,
  ...briefActions,
  ...workActions,
  ...decisionsActions,
  ...mistakesActions,
  ...prioritiesActions,
  ...textsActions,
  ...agreementActions,
  ...boundariesActions,
  ...oneToOneActions,
  ...feedbackActions,
  ...knowingActions,
  ...coverActions,
  ...briefingActions,
  desk: { ...authorityActions.desk, ...briefingActions.desk },
}
