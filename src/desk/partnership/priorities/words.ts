import { lengthWords } from '../../../plan/local.ts'
import type { EntryWords } from '../../journal/words.ts'
import type { Effort, Efforts } from './effort/model.ts'
import type { Clause, PriorityDraft } from './model.ts'
import { type Horizon, type Period, periodWords } from './periods/model.ts'

const quoted = (text: string): string => `“${text}”`
const any = new Intl.ListFormat('en-GB', { type: 'disjunction' })
const either = (parts: readonly string[]): string => any.format(parts)

/** "4 %", "less than 1 %", "nothing" */
export const percentWords = (share: number): string => {
  if (share === 0) return 'nothing'
  return share < 0.005 ? 'less than 1 %' : `${Math.round(share * 100)} %`
}

const during: Readonly<Record<Horizon, string>> = { year: ' this year', quarter: ' this quarter', week: '' }

type First = {
  readonly title: string
  readonly share: number | null
  readonly meant: number | null
  /** Work done and due for it, in words. */
  readonly work: string
}
type When = { readonly words: string; readonly when: 'past' | 'now' | 'coming' }

const gotWords = (share: number, { words, when }: When): string =>
  when === 'past' ? `it got ${percentWords(share)} of ${words}` : `it has ${percentWords(share)} of ${words} as planned`

const meantWords = (meant: number | null, when: When['when']): string =>
  meant === null ? '' : `; ${meant} % ${when === 'past' ? 'was' : 'is'} meant`

/** "Board preparation comes first this quarter; it got 4 % of last week; 25 % was meant." `first` null: one nobody here may know of. */
export function firstWords(first: First | null, horizon: Horizon, week: When): string {
  if (first === null) return 'Something private comes first.'
  const { title, share, meant, work } = first
  const lived =
    share === null ? `nothing is known of ${week.words}` : gotWords(share, week) + meantWords(meant, week.when)
  return `${title} comes first${during[horizon]}; ${lived}.${work === '' ? '' : ` Beside the calendar: ${work}.`}`
}

const piecesWords = (n: number): string => (n === 1 ? '1 piece of work' : `${n} pieces of work`)

/** "3 h 20 min of work"; "1 h of work and 2 pieces with no effort given"; "1 piece of work with no effort given" */
export const effortWords = ({ minutes, pieces, unsaid }: Effort): string => {
  if (unsaid === pieces) return `${piecesWords(pieces)} with no effort given`
  const said = `${lengthWords(minutes)} of work`
  return unsaid === 0 ? said : `${said} and ${unsaid === 1 ? '1 piece' : `${unsaid} pieces`} with no effort given`
}

/** "2 h of work done, 45 min of work due"; empty where there was none. What is due in a week that is over is said elsewhere: it is late. */
export const effortsWords = ({ done, due }: Pick<Efforts, 'done' | 'due'>, when: When['when']): string =>
  [
    ...(done.pieces > 0 ? [`${effortWords(done)} done`] : []),
    ...(due.pieces > 0 && when !== 'past' ? [`${effortWords(due)} due`] : []),
  ].join(', ')

/** "4 %, 25 % meant"; "no hours are known" */
export const livedWords = (share: number | null, meant: number | null): string =>
  `${share === null ? 'nothing is known' : percentWords(share)}${meant === null ? '' : `, ${meant} % meant`}`

const weekCount = (n: number): string => (n === 1 ? '1 week' : `${n} weeks`)

/** "Board preparation: 8 % a week over 6 weeks, 2 % to 20 %; nothing is known of 4 weeks" */
export function trendWords(title: string, shares: readonly (number | null)[]): string {
  const known = shares.flatMap((share) => (share === null ? [] : [share]))
  const gaps = shares.length - known.length
  if (known.length === 0) return `${title}: nothing is known yet`
  const [mean, least, most] = [
    known.reduce((all, share) => all + share, 0) / known.length,
    Math.min(...known),
    Math.max(...known),
  ].map(percentWords)
  const said =
    known.length === 1 ? `${mean} in the one week that is known` : `${mean} a week over ${weekCount(known.length)}`
  const range = least === most ? '' : `, ${least} to ${most}`
  const gap = gaps === 0 || known.length === 1 ? '' : `; nothing is known of ${weekCount(gaps)}`
  return `${title}: ${said}${range}${gap}`
}

/** A rule as a sentence: “board” or “trustees” in the title, with anna@… invited. `calendarOf` names a calendar. */
export function clauseWords(clause: Clause, calendarOf: (id: string) => string): string {
  const { words, people, kinds, calendars, goals } = clause
  return [
    ...(words.length === 0 ? [] : [`${either(words.map(quoted))} in the title`]),
    ...(people.length === 0 ? [] : [`with ${either(people)}`]),
    ...(kinds.length === 0 ? [] : [`of the kind ${either(kinds)}`]),
    ...(calendars.length === 0 ? [] : [`on ${either(calendars.map(calendarOf))}`]),
    ...(goals.length === 0 ? [] : [`work that serves ${either(goals.map(quoted))}`]),
  ].join(', ')
}

type Caught = { readonly caught: number; readonly of: number; readonly everything: boolean; readonly weeks: number }

/** "It catches 7 of 113 events of the last 8 weeks and the next 2" */
export const catchWords = ({ caught, of, everything, weeks }: Caught): string => {
  const span = `the last ${weeks} weeks and the next 2`
  if (of === 0) return `There are no events in ${span} to try it on.`
  const said = `It catches ${caught} of ${of} ${of === 1 ? 'event' : 'events'} of ${span}`
  return everything ? `${said}: nearly everything, and so it tells nothing apart.` : `${said}.`
}

/** What is meant for several, when it comes to more than there is. */
export const overWords = (
  parts: readonly Pick<PriorityDraft, 'title' | 'meant'>[],
  hidden: number,
  period: Period,
): string => {
  const sum = parts.reduce((all, { meant }) => all + (meant ?? 0), hidden)
  const said = parts.filter(({ meant }) => meant !== null).map(({ title, meant }) => `${quoted(title)} ${meant} %`)
  const all = hidden === 0 ? said : [...said, `what is private ${hidden} %`]
  return `That would be ${sum} % of the hours of ${periodWords(period)}: ${all.join(', ')}. What is meant comes to 100 % at the most; lower one of them first.`
}

type Values = Parameters<EntryWords[string]>[0]
const text = (values: Values, key: string): string => {
  const value = values[key]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
const name = (v: Values, key: string): string => quoted(text(v, key))
const meant = (v: Values): string => (text(v, 'meant') === '' ? '' : `, ${text(v, 'meant')} % meant`)

export const priorityWords: EntryWords = {
  'priority.add': (v) => `Set ${name(v, 'title')} as number ${text(v, 'place')} of ${text(v, 'period')}${meant(v)}`,
  'priority.edit': (v) => `Changed the priority ${name(v, 'title')} of ${text(v, 'period')}${meant(v)}`,
  'priority.order': (v) => `Put the priorities of ${text(v, 'period')} in order: ${name(v, 'first')} comes first`,
  'priority.remove': (v) => `Let the priority ${name(v, 'title')} of ${text(v, 'period')} go`,
  'priority.carry': (v) =>
    `Took ${v.count === 1 ? '1 priority' : `${text(v, 'count')} priorities`} over into ${text(v, 'period')}`,
  'priority.tie': (v) =>
    v.belongs === false
      ? `Said that ${name(v, 'thing')} does not belong to ${name(v, 'title')}`
      : `Tied ${name(v, 'thing')} to ${name(v, 'title')}`,
  'priority.untie': (v) => `Left it to the rules whether ${name(v, 'thing')} belongs to ${name(v, 'title')}`,
  'priority.protect': (v) => `Kept ${text(v, 'when')} for ${name(v, 'title')}`,
}
