import type { EntryWords } from '../journal/words.ts'

type Values = Parameters<EntryWords[string]>[0]

const text = (values: Values, key: string): string => {
  const value = values[key]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
const titled = (values: Values): string => `“${text(values, 'title')}”`
const due = (values: Values): string => (text(values, 'due') === '' ? '' : `, due ${text(values, 'due')}`)
const next = (values: Values): string => (text(values, 'next') === '' ? '' : `; it comes again ${text(values, 'next')}`)

const howClosed = ({ onTime, toStandard }: Values): string => {
  const said = [
    ...(onTime === null ? [] : [onTime === true ? 'on time' : 'late']),
    ...(toStandard === null ? [] : [toStandard === true ? 'to standard' : 'not to standard']),
  ]
  return said.length === 0 ? '' : `, ${said.join(onTime === toStandard ? ' and ' : ' but ')}`
}

const checks = (values: Values): string => (values.count === 1 ? '1 check' : `${text(values, 'count')} checks`)

export const workWords: EntryWords = {
  'work.add': (v) => `Wrote down ${titled(v)}${due(v)}`,
  'work.edit': (v) => `Changed ${titled(v)}${due(v)}`,
  'work.tick': (v) => `${v.on === true ? 'Ticked' : 'Took the tick from'} “${text(v, 'check')}” of ${titled(v)}`,
  'work.close': (v) =>
    `Closed ${titled(v)}${howClosed(v)}${v.with === 0 || v.with === undefined ? '' : `, and ${text(v, 'with')} that hung on it`}${next(v)}`,
  'work.reopen': (v) => `Took up ${titled(v)} again`,
  'work.cancel': (v) => `Called off ${titled(v)}${next(v)}`,
  'standard.save': (v) => `${v.isNew === true ? 'Set' : 'Changed'} the standard for ${text(v, 'kind')}: ${checks(v)}`,
  'standard.remove': (v) => `Removed the standard for ${text(v, 'kind')}`,
}
