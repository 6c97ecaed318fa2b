import { monthNames, weekdayNames } from '../../plan/names.ts'
import type { EntryWords } from '../journal/words.ts'
import type { Need, Replayed, State } from './model.ts'

/** "Tuesday 24 November" */
export const dayWords = (at: Temporal.ZonedDateTime | Temporal.PlainDate): string =>
  `${weekdayNames[at.dayOfWeek - 1]} ${at.day} ${monthNames[at.month - 1]}`

/** "3 June" */
const dateWords = (at: Temporal.ZonedDateTime | Temporal.PlainDate): string => `${at.day} ${monthNames[at.month - 1]}`

const firstName = (name: string): string => name.split(' ')[0] ?? name
const count = (n: number, one: string, more = `${one}s`): string => `${n} ${n === 1 ? one : more}`

/** "Mistake · 3 June · closed with Dana’s word" */
export const headWords = (state: State, found: Temporal.ZonedDateTime, closedBy: string | null): string => {
  const stands =
    state === 'closed' ? `closed with ${firstName(closedBy ?? '')}’s word` : state === 'open' ? 'open' : 'open again'
  return `Mistake · ${dateWords(found)} · ${stands}`
}

/** “booked as asked” — replayed on 2 June’s plan: 1 finding */
export const replayWords = (step: string, { on, findings, caught }: Replayed): string =>
  caught
    ? `“${step}” — replayed on ${dateWords(Temporal.PlainDate.from(on))}’s plan: ${count(findings, 'finding')}`
    : `“${step}” — replayed on ${dateWords(Temporal.PlainDate.from(on))}’s plan: it would not have caught it`

/** "Kept 11 times since · not repeated in 174 days" */
export const sinceWords = (kept: number, caught: number, days: number | null, repeats: number): string => {
  if (days === null) return repeats > 0 ? `It happened again: ${count(repeats, 'time')}` : ''
  const parts = [
    kept === 0 ? null : `Kept ${count(kept, 'time')} since`,
    caught === 0 ? null : `caught ${count(caught, 'time')}`,
  ]
  const quiet = days > 0 ? [`not repeated in ${count(days, 'day')}`] : []
  const said = [...parts.filter((part) => part !== null), ...quiet].join(' · ')
  return said.charAt(0).toUpperCase() + said.slice(1)
}

export const needWords: Readonly<Record<Need, string>> = {
  confirm: 'Whoever asked has not confirmed what was asked and done',
  contain: 'Something it broke still stands, and nobody has said what is put right',
  say: 'Nobody has been told',
  step: 'No step is live that would have caught it',
  word: 'It is closed with somebody else’s word',
}

/** Why a change is not written: “This mistake was changed since you opened it: what was asked and what was done.” */
export const meanwhileWords = (parts: readonly string[]): string =>
  `This mistake was changed since you opened it${parts.length === 0 ? '' : `: ${new Intl.ListFormat('en-GB').format(parts)}`}.`

type Values = Parameters<EntryWords[string]>[0]
const text = (values: Values, key: string): string => {
  const value = values[key]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
const of = (v: Values): string => `the mistake “${text(v, 'title')}”`

/** Journal sentences by operation. */
export const mistakeWords: EntryWords = {
  'mistake.own': (v) =>
    `Owned ${of(v)}${text(v, 'agent') ? `, made by ${text(v, 'agent')}` : ''}${text(v, 'again') ? `, and opened “${text(v, 'again')}” again: it was caught by its rule` : ''}`,
  'mistake.edit': (v) => `Put the facts right of ${of(v)}`,
  'mistake.confirm': (v) =>
    `${text(v, 'by') || 'Whoever asked'} ${v.corrected === true ? 'corrected' : 'confirmed'} what was asked and done in ${of(v)}`,
  'mistake.contain': (v) => `Said what is put right about ${of(v)}${text(v, 'cannot') ? ', and what cannot be' : ''}`,
  'mistake.said': (v) => `Told ${text(v, 'to')} about ${of(v)}`,
  'mistake.step': (v) => `Made a step of ${of(v)} real: ${text(v, 'step')}`,
  'mistake.drop': (v) => `Took the step “${text(v, 'step')}” out of ${of(v)}`,
  'mistake.close': (v) => `Closed ${of(v)}`,
  'mistake.reopen': (v) => `Opened ${of(v)} again`,
  'mistake.look': (v) =>
    v.repeated === true
      ? `Found that ${of(v)} happened again, and opened it again`
      : `Looked whether ${of(v)} happened again`,
}

/** What somebody saw to in time. */
export const creditWords = (mended: number, onTime: readonly string[]): string => {
  const done = onTime.length > 3 ? `${onTime.slice(0, 3).join(', ')} and ${onTime.length - 3} more` : onTime.join(', ')
  return [
    mended > 0 ? `mended ${count(mended, 'finding')} before anything came of it` : '',
    done ? `on time: ${done}` : '',
  ]
    .filter((part) => part !== '')
    .join('; ')
}

/** A month in a few sentences, without a name in them. */
export const reviewWords = ({
  found,
  stretch,
  again,
  near,
}: {
  readonly found: number
  readonly stretch: number
  readonly again: number
  readonly near: number
}): string[] => [
  found === 0
    ? 'Nothing went wrong that anybody owned.'
    : `${count(found, 'mistake')} ${found === 1 ? 'was' : 'were'} owned.`,
  ...(stretch > 0
    ? [`${stretch === 1 ? 'One' : stretch} in work marked as stretch, where a slip is expected and teaches.`]
    : []),
  ...(again > 0 ? [`${again === 1 ? 'One' : again} happened again: its steps were not enough.`] : []),
  near === 0
    ? 'No finding was mended in time.'
    : `${count(near, 'near miss', 'near misses')}: seen and mended in time.`,
]

/** "Open mistake: The flight that stayed on Wednesday" */
export const openWords = (title: string, state: State): string =>
  `${state === 'reopened' ? 'A mistake that happened again' : 'Open mistake'}: ${title}`
