import type { Json } from '../../act.ts'
import type { EntryWords } from '../../journal/words.ts'

type Values = { readonly [key: string]: Json }
const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '')
const count = (n: number, one: string, more = `${one}s`): string => `${n} ${n === 1 ? one : more}`

/** Of a private answer the journal says that there is one, and not what. */
const said = (v: Values): string => (text(v.said) === '' ? '' : `: ${text(v.said)}`)
const about = (v: Values): string => `“${text(v.question)}”`

/** Sentences of the first weeks’ answers for the journal. */
export const knowingWords: EntryWords = {
  'knowing.fill': (v) => `Filled in ${about(v)}${said(v)}; it waits for a yes`,
  'knowing.keep': (v) => `Answered ${about(v)}${said(v)}`,
  'knowing.drop': (v) => `Took out what waited for ${about(v)}`,
  'knowing.takeBack': (v) => `Took back the answer to ${about(v)}${said(v)}`,
}

export const privateAnswer = 'Something private was answered.'

/** To a level for somebody who does not assist here; `left`: who it was, where they have left. */
export const notHereWords = (left: string | null): string =>
  left === null
    ? 'Whose board: Choose somebody who assists here.'
    : `Whose board: ${left} has left. Choose somebody who assists here.`

export const leftWords = (name: string): string => `${name} has left`

type Looked = { readonly days: number; readonly flagged: number; readonly length: number; readonly counts: string }

/** Of fewer days than this nobody can say that a rule asks too much. */
const fewest = 5

/** "In the last 60 days it would have flagged 9 mornings." */
export function lookedWords({ days, flagged, length, counts }: Looked): string {
  if (days === 0) return `Nothing lies on the calendar of the last ${length} days that it could be tried on.`
  if (flagged === 0) return `In the last ${length} days it would have flagged nothing.`
  const many =
    days >= fewest && flagged * 2 > days
      ? ' That is more than every other day there was: perhaps it asks too much.'
      : ''
  return `In the last ${length} days it would have flagged ${count(flagged, counts)}.${many}`
}

export const nobodyLooked = 'Whoever it is about does not sit here any more: choose somebody who does.'

/** What a change of the board would have done to what somebody did, or asked for. */
export function levelLookedWords(name: string, waits: number, freed: number, length: number): string {
  const parts = [
    ...(waits === 0 ? [] : [`${count(waits, 'change')} of ${name}’s would have waited for a yes`]),
    ...(freed === 0 ? [] : [`${count(freed, 'thing')} ${name} asked for would have been done without asking`]),
  ]
  return parts.length === 0
    ? `In the last ${length} days it would have changed nothing of what ${name} did.`
    : `In the last ${length} days ${parts.join(', and ')}.`
}

/** "“No meetings before 10:00 on weekdays” (How early may the first thing of a day begin?)" */
export const answerName = (rule: string, asks: string | null): string =>
  asks === null ? `the rule “${rule}”` : `“${rule}” (your answer to “${asks}”)`

export const standsWords: Readonly<
  Record<'on' | 'off' | 'gone' | 'changed' | 'line' | 'board' | 'boardChanged', string>
> = {
  on: 'In force',
  off: 'The rule is switched off',
  gone: 'The rule was removed since',
  changed: 'In force; the rule was changed since',
  line: 'Kept in the profile',
  board: 'So it is on the board',
  boardChanged: 'The board was changed since',
}
