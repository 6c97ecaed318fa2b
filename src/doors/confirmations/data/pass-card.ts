import type { Concept } from '../text/vocabulary/concepts.ts'
import { written } from '../times.ts'
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
