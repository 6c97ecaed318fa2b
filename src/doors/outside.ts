import type { Surroundings } from '../desk/perform.ts'
import { readConfirmation } from './confirmations/reader.ts'
import { icsFormat } from './ics/format.ts'

/** The forms things have outside the desk, as it is given them. */
export const outside: Pick<Surroundings, 'format' | 'reader'> = { format: icsFormat, reader: readConfirmation }
