import { authorityContract } from './authority/contract.ts'
import { briefingContract } from './briefing/contract.ts'
import { calendarContract } from './calendar/contract.ts'
import { coverContract } from './cover/contract.ts'
import { holdsContract } from './holds/contract.ts'
import { journalContract } from './journal/contract.ts'
import { rulesContract } from './rules/contract.ts'

/** Every operation there is: the one list behind HTTP, the web client, the command line and agents. */
export const contract = {
  ...journalContract,
  ...authorityContract,
  ...calendarContract,
  ...rulesContract,
  ...holdsContract,
  ...coverContract,
  ...briefingContract,
  desk: { ...authorityContract.desk, ...briefingContract.desk },
}
