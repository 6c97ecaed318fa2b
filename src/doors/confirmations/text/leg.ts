import type { DateMark } from './dates.ts'
import type { Bit, Code } from './marks.ts'
import type { Stretch } from './sheet.ts'
import type { TimeMark } from './times.ts'
import type { Concept } from './vocabulary/concepts.ts'

/** One end of a leg, as far as the text has told it. */
export type LegEnd = {
  time: TimeMark | null
  date: DateMark | null
  ownDate: boolean
  name: Stretch | null
  code: Code | null
  terminal: Bit | null
  /** Days after its date, as what came before it shows. */
  later?: number
  /** Its name came from a heading or a sentence, not from behind a label. */
  loose?: boolean
}

export type Leg = {
  number: Bit | null
  readonly ends: [LegEnd, LegEnd]
  at: number
  end: number
  /** Other times that are told for one of its ends. */
  others?: { readonly side: 0 | 1; readonly end: LegEnd }[]
}

export type Token = Stretch &
  (
    | { readonly is: 'time'; readonly time: TimeMark }
    | { readonly is: 'date'; readonly date: DateMark }
    | {
        readonly is: 'spot'
        readonly name: Stretch | null
        readonly code: Code | null
        other?: Token & { is: 'spot' }
        timed?: boolean
      }
    | { readonly is: 'number'; readonly number: Bit; readonly sure: boolean }
    | { readonly is: 'terminal'; readonly terminal: Bit }
    | { readonly is: 'role'; readonly role: 0 | 1 }
    | { readonly is: 'way' }
    | { readonly is: 'turn' }
    | { readonly is: 'gap' }
  ) & { readonly role: 0 | 1 | null }

export const emptyEnd = (): LegEnd => ({
  time: null,
  date: null,
  ownDate: false,
  name: null,
  code: null,
  terminal: null,
})

const leaving = new Set<Concept>(['departure', 'from'])

const arriving = new Set<Concept>(['arrival', 'to'])

export const carried = new Set<Concept>([
  'departure',
  'arrival',
  'from',
  'to',
  'date',
  'time',
  'number',
  'route',
  'terminal',
  'outbound',
  'inbound',
  'checkIn',
  'checkOut',
  'new',
  'old',
  'venue',
])

export const roleOf = (concepts: readonly Concept[]): 0 | 1 | null => {
  const [out, back] = [concepts.some((each) => leaving.has(each)), concepts.some((each) => arriving.has(each))]
  return out === back ? null : out ? 0 : 1
}
