import type { Burden } from '../../../plan/burden.ts'
import type { Bearing } from './model.ts'

const count = (n: number, one: string): string => `${n} ${n === 1 ? one : `${one}s`}`

/** Of how many ordinary days a rule would flag how many. */
export const burdenWords = ({ days, flagged, asked }: Burden, bearing: Bearing): string =>
  bearing === 'always'
    ? `It would flag every one of ${count(asked, 'day')} with anything it asks about: a rule against every plan says nothing`
    : bearing === 'often'
      ? `It would flag ${flagged} of ${count(days, 'ordinary day')}: more than one in ten`
      : days === 0
        ? 'There are no ordinary days yet to try it on'
        : `It would flag ${flagged} of ${count(days, 'ordinary day')}`
