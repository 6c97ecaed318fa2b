import { airportOf } from '../../desk/travel/airports/airports.ts'
import type { ConfirmationReader } from '../../desk/travel/reading/model.ts'
import { readConfirmation as read } from './read.ts'

/** The reader of confirmations, with the airports that are known offline. */
export const readConfirmation: ConfirmationReader = ({ bytes, fileName }) =>
  read({ bytes, fileName: fileName ?? '' }, { airportOf })
