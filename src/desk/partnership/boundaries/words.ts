import type { Way } from '../../../plan/asks.ts'
import { lengthWords } from '../../../plan/local.ts'
import { momentOf } from '../../../plan/owed.ts'
import { kindOf } from '../../../plan/rules/kinds.ts'
import type { Zone } from '../../../plan/zone.ts'
import { sentenceOf } from '../../rules/draft/model.ts'
import type { RuleRow } from '../../rules/model.ts'
import { agreedKinds } from './model.ts'

/** The hours, leave and load in force, as sentences. */
export const boundaryWords = (rules: readonly Pick<RuleRow, 'kind' | 'params' | 'scope'>[]): string[] =>
  rules.filter(({ kind }) => agreedKinds.includes(kind)).map((rule) => sentenceOf(rule, kindOf))

/** What would fit instead, as the words of a button. */
export function wayWords(way: Way, zone: Zone): string {
  if (way.by === 'less') return `Ask for ${lengthWords(way.effort)} of it`
  if (way.by === 'person') return way.owner === 'executive' ? `Leave it with ${way.who}` : `Ask ${way.who} instead`
  return `By ${momentOf({ wallAt: (at) => zone.toWall(at) }, way.dueAt)} (${zone.id})`
}

/** The no to an ask that does not fit: why, and what would. */
export const noWords = (who: string, reasons: readonly string[], ways: readonly string[]): string =>
  [
    `This does not fit what was agreed with ${who}: ${reasons.join('; ')}.`,
    ways.length === 0 ? '' : `What would fit: ${ways.join('; ')}.`,
    'Say why, to ask for it all the same.',
  ]
    .filter((part) => part !== '')
    .join(' ')
