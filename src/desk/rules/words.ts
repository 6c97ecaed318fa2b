import type { EntryWords } from '../journal/words.ts'

/** What the journal keeps of a change to a rule or to a finding, as a sentence. Values come from the entry as it was written. */
const text = (values: Values, key: string): string => {
  const value = values[key]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
type Values = Parameters<EntryWords[string]>[0]

const because = (reason: string): string => (reason === '' ? '' : `: ${reason}`)

/** Journal sentences by operation. A rule is named by its own sentence at the time. */
export const ruleWords: EntryWords = {
  'rule.add': (v) => `Added the rule “${text(v, 'rule')}”`,
  'rule.edit': (v) =>
    text(v, 'was') === text(v, 'rule')
      ? `Changed the rule “${text(v, 'rule')}”`
      : `Changed the rule “${text(v, 'was')}” to “${text(v, 'rule')}”`,
  'rule.switch': (v) => `Switched ${v.on === true ? 'on' : 'off'} the rule “${text(v, 'rule')}”`,
  'rule.remove': (v) => `Removed the rule “${text(v, 'rule')}”`,
  'rule.restore': (v) => `Brought back the rule “${text(v, 'rule')}”`,
  'finding.accept': (v) => {
    const until = text(v, 'until') === '' ? '' : ` until ${text(v, 'until')}`
    return `Chose to live with “${text(v, 'finding')}”${until}${because(text(v, 'reason'))}`
  },
  'finding.fix': (v) => `${text(v, 'words')}, because of “${text(v, 'finding')}”`,
  'finding.reopen': (v) => `Looked again at “${text(v, 'finding')}”`,
  'finding.asked': (v) => `Asked ${text(v, 'to')} about “${text(v, 'finding')}”`,
  'finding.answered': (v) => {
    const reference = text(v, 'reference') === '' ? '' : ` (${text(v, 'reference')})`
    return `${text(v, 'who')} said ${text(v, 'answer')} about “${text(v, 'finding')}”${reference}`
  },
  'ask.withdraw': (v) => `${text(v, 'to')} was not asked after all`,
  'ask.reopen': (v) => `Took back the answer of ${text(v, 'who')}`,
}
