import { Command } from 'commander'
import { add as addCheck } from './doors/commandline/check.ts'
import { add as addConfirmation } from './doors/commandline/confirmation.ts'
import { add as addExpand } from './doors/commandline/expand.ts'
import { add as addExport } from './doors/commandline/export.ts'
import { add as addImport } from './doors/commandline/import.ts'
import { add as addJourney } from './doors/commandline/journey.ts'
import { add as addLink } from './doors/commandline/link.ts'
import { add as addOffers } from './doors/commandline/offers.ts'
import { add as addRoadshow } from './doors/commandline/roadshow.ts'
import { add as addRotate } from './doors/commandline/rotate.ts'
import { add as addRules } from './doors/commandline/rules.ts'
import { add as addSheet } from './doors/commandline/sheet.ts'
import { add as addStart } from './doors/commandline/start.ts'
import { add as addVerify } from './doors/commandline/verify.ts'
import { Cannot } from './platform/cannot.ts'

/**
 * The command line. Each command is one file in `doors/commandline/` that exports
 * `add(program)`; what it needs is imported when it runs, so that `expand` never loads a database.
 */
const program = new Command('equerry').description("The desk an executive's assistant works from")

addStart(program)
addLink(program)
addImport(program)
addExport(program)
addVerify(program)
addRotate(program)
addSheet(program)
addExpand(program)
addOffers(program)
addRoadshow(program)
addJourney(program)
addCheck(program)
addConfirmation(program)
addRules(program)

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof Cannot)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}
