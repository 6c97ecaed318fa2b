import { authorityContract } from './authority/contract.ts'
import { briefingContract } from './briefing/contract.ts'
import { calendarContract } from './calendar/contract.ts'
import { coverContract } from './cover/contract.ts'
import { decisionsContract } from './decisions/contract.ts'
import { holdsContract } from './holds/contract.ts'
import { journalContract } from './journal/contract.ts'
import { mistakesContract } from './mistakes/contract.ts'
import { textsContract } from './outgoing/contract.ts'
import { agreementContract } from './partnership/agreement/contract.ts'
import { boundariesContract } from './partnership/boundaries/contract.ts'
import { feedbackContract } from './partnership/feedback/contract.ts'
import { knowingContract } from './partnership/knowing/contract.ts'
import { oneToOneContract } from './partnership/meeting/contract.ts'
import { prioritiesContract } from './partnership/priorities/contract.ts'
import { peopleContract } from './people/contract.ts'
import { rulesContract } from './rules/contract.ts'
import { travelContract } from './travel/contract.ts'
import { emergencyContract } from './travel/emergency/contract.ts'
import { itineraryContract } from './travel/itinerary/contract.ts'
import { travellerContract } from './travel/traveller/contract.ts'
import { briefContract } from './work/brief/contract.ts'
import { commitmentsContract } from './work/commitments/contract.ts'
import { workContract } from './work/contract.ts'
import { notesContract } from './work/notes/contract.ts'

/** Every operation there is: the one list behind HTTP, the web client, the command line and agents. */
export const contract = {
  ...journalContract,
  ...authorityContract,
  ...peopleContract,
  ...calendarContract,
  ...rulesContract,
  ...holdsContract,
  ...travelContract,
  ...itineraryContract,
  ...emergencyContract,
  ...travellerContract,
  ...commitmentsContract,
  ...notesContract,
  ...briefContract,
  ...workContract,
  ...decisionsContract,
  ...mistakesContract,
  ...prioritiesContract,
  ...textsContract,
  ...agreementContract,
  ...boundariesContract,
  ...oneToOneContract,
  ...feedbackContract,
  ...knowingContract,
  ...coverContract,
  ...briefingContract,
  desk: { ...authorityContract.desk, ...briefingContract.desk },
}
