import { dayText } from '../../../plan/text.ts'
import { asDay } from '../../../plan/time.ts'
import { datesIn } from '../text/dates.ts'
import { languageOf, lexiconFor, phrases } from '../text/lexicon.ts'
import { sheetOf } from '../text/sheet.ts'
import { timesIn } from '../text/times.ts'
import type { Concept } from '../text/vocabulary/concepts.ts'
import { timeText, written } from '../times.ts'
import { conceptsOf } from './labels.ts'
import type { Thing, Words } from './thing.ts'

/** A field of a pass as it stands on it. */
export type Shown = {
  readonly path: string
  readonly group: string
  readonly key: string
  readonly label: string
  readonly words: string
  /** What its label says, in whichever language. */
  readonly concepts: ReadonlySet<Concept>
}

const groups = [
  'headerFields',
  'primaryFields',
  'secondaryFields',
  'auxiliaryFields',
  'backFields',
  'additionalInfoFields',
] as const

/** What a label says, or else the key that a machine knows the field by. */
const meaningOf = (label: string, key: string) => {
  const concepts = conceptsOf(label)
  return concepts.size > 0 ? concepts : conceptsOf(key)
}

export function shownOf(style: Thing): Shown[] {
  return groups.flatMap((group) =>
    style.things(group).flatMap((field) => {
      const value = field.words('value')
      if (!value) return []
      const [key, label] = [field.words('key')?.words ?? '', field.words('label')?.words ?? '']
      return [{ path: value.path, group, key, label, words: value.words, concepts: meaningOf(label, key) }]
    }),
  )
}

/** Its key, as words, and its label. */
export const named = ({ key, label }: Shown) =>
  `${key.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_-]/g, ' ')} ${label}`

export const said = ({ path, words }: Shown): Words => ({ path, words })

/** As on the pass: each label with what stands under it. */
export function cardText(pass: Thing, style: Thing): string {
  const head = [pass.words('organizationName'), pass.words('description')].flatMap((each) => (each ? [each.words] : []))
  const lines = shownOf(style).map(({ label, words }) => {
    const time = written(words)
    const seen = time?.exact ? words.slice(0, 16).replace('T', ' ') : words
    return label === '' ? seen : `${label}: ${seen}`
  })
  return [...head, '', ...lines].join('\n')
}

/** What a field shows of a time: a day, a clock (`17:55`), or both; null where it is no time alone. */
export type Moment = { readonly day: string | null; readonly clock: string | null; readonly whole: string | null }

const two = (n: number) => `${n}`.padStart(2, '0')

/** Reads what is nothing but a time, in the language of the pass. */
export function momentIn(words: string, card: string): Moment | null {
  const time = written(words)
  if (time) return { day: words.slice(0, 10), clock: time.exact ? words.slice(11, 16) : null, whole: timeText(time) }
  if (words.length > 40) return null
  const sheet = sheetOf(words)
  const lexicon = lexiconFor(languageOf(sheetOf(card).low))
  const dates = datesIn(sheet, lexicon, null)
  const times = timesIn(sheet, lexicon, phrases(lexicon.own.nextDay)).filter(
    (each) => !dates.some((date) => date.at < each.end && each.at < date.end),
  )
  const [date, clock] = [dates[0], times[0]]
  if (dates.length > 1 || times.length > 1 || (!date && !clock) || (clock && clock.plus > 0)) return null
  const rest = [date, clock].reduce(
    (left, mark) => (mark ? left.replace(words.slice(mark.at, mark.end), ' ') : left),
    words,
  )
  if ((rest.match(/[\p{L}\p{N}]+/gu) ?? []).some((word) => word.length > 4)) return null
  const only = date?.days.length === 1 ? dayText(asDay(date.days[0] as number)) : null
  const hour = clock ? `${two(Math.floor(clock.minutes / 60))}:${two(clock.minutes % 60)}` : null
  return { day: only, clock: hour, whole: only && hour ? `${only}T${hour}` : null }
}
