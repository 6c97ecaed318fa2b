import type { Burden } from '../../../plan/burden.ts'

/** A rule that flags more of the ordinary days than this says so. */
const mostOrdinary = 0.1
/** A rule is not called hopeless before it was asked about this many days. */
const fewestDays = 5

export type Bearing = 'fine' | 'often' | 'always'

/** How a rule would do on ordinary days: fine, often, or against every plan with anything it asks about. */
export const bearingOf = ({ days, flagged, asked, spared }: Burden): Bearing =>
  asked >= fewestDays && spared === 0 ? 'always' : flagged > days * mostOrdinary ? 'often' : 'fine'
