import type { TestDesk } from '../../desk/testing.ts'
import { authorityInputs } from './inputs/authority.ts'
import { briefingInputs } from './inputs/briefing.ts'
import { calendarInputs, made } from './inputs/calendar.ts'
import { commitmentInputs } from './inputs/commitments.ts'
import { coverInputs } from './inputs/cover.ts'
import { decisionInputs } from './inputs/decisions.ts'
import { holdInputs } from './inputs/holds.ts'
import { journalInputs } from './inputs/journal.ts'
import { mistakeInputs } from './inputs/mistakes.ts'
import { partnershipInputs } from './inputs/partnership.ts'
import { peopleInputs } from './inputs/people.ts'
import { ruleInputs } from './inputs/rules.ts'
import { travelInputs } from './inputs/travel.ts'
import { travellerInputs } from './inputs/traveller.ts'
import { workInputs } from './inputs/work.ts'
import type { Kind } from './table.ts'

/** By the name of an operation, what is asked of it. */
export type Inputs = Record<string, object>

/**
 * Something to ask of every operation: things that are there, so that only the board can say no. One file a folder of
 * operations, each making what it asks about; findings come from what is made before them.
 */
export async function inputsFor(desk: TestDesk, members: Readonly<Record<Kind, string>>): Promise<Inputs> {
  const things = await made(desk)
  return {
    ...(await calendarInputs(desk, things)),
    ...(await holdInputs(desk)),
    ...(await commitmentInputs(desk, things)),
    ...(await ruleInputs(desk, things)),
    ...(await journalInputs(desk, things)),
    ...(await authorityInputs(desk, members)),
    ...(await coverInputs(desk)),
    ...(await workInputs(desk)),
    ...(await decisionInputs(desk)),
    ...(await mistakeInputs(desk, things)),
    ...(await partnershipInputs(desk, things)),
    ...(await peopleInputs(desk)),
    ...(await travelInputs(desk)),
    ...(await travellerInputs(desk)),
    ...briefingInputs,
  }
}
