import type { Field } from '../../../desk/travel/reading/model.ts'
import type { Said } from './labels.ts'
import type { Bit } from './marks.ts'
import { nameOf } from './names.ts'
import type { Draft, Reading } from './reading.ts'
import { referencesIn } from './references.ts'
import { lineAt, type Stretch } from './sheet.ts'
import { setTerms } from './terms.ts'
import type { Concept } from './vocabulary/concepts.ts'

const inside = (mark: Stretch, { at, end }: Stretch) => mark.at >= at && mark.end <= end

const whole = (reading: Reading): Stretch => ({ at: 0, end: reading.sheet.text.length })

export const saidOf = (reading: Reading, concept: Concept, part: Stretch): Said[] =>
  reading.said.filter(
    (each) => each.concepts.includes(concept) && inside({ at: each.label.at, end: each.label.end }, part),
  )

/** Sets what holds for a whole part: reference, name, terms. */
export function setShared(reading: Reading, part: Stretch & { readonly kind?: string }, draft: Draft): void {
  const own = referencesIn(reading, part)
  const all = own.length > 0 ? own : referencesIn(reading, whole(reading))
  const one = own.length > 0 || all.length === 1 ? all[0] : undefined
  if (one) draft.set('confirmation', one, one.value)
  draft.set('name', nameOf(reading, part) ?? nameOf(reading, { ...part, ...whole(reading) }))
  setTerms(reading, part, draft)
}

/** A value of one shape behind any label of a concept. */
export function shaped(reading: Reading, concept: Concept, part: Stretch, shape: RegExp): Bit | null {
  for (const said of saidOf(reading, concept, part)) {
    const match = shape.exec(reading.sheet.text.slice(said.at, Math.min(said.end, said.at + 60)))
    if (!match) continue
    const value = match[1] ?? match[0]
    const at = said.at + match.index + match[0].indexOf(value)
    return { at, end: at + value.length, value }
  }
  return null
}

export const setBit = (draft: Draft, field: Field, bit: Bit | null) =>
  bit ? draft.set(field, bit, bit.value) : undefined

const _linesOf = (reading: Reading, { at, end }: Stretch) =>
  reading.sheet.lines.slice(lineAt(reading.sheet, at).index, lineAt(reading.sheet, Math.max(at, end - 1)).index + 1)
