import { dayFromText } from '../../plan/text.ts'
import { dayMs } from '../../plan/time.ts'
import type { Json } from '../act.ts'
import type { Proof } from './model.ts'

/** Sentences for journal entries, by operation, from the values the entry kept. */
export type EntryWords = Readonly<Record<string, (values: { readonly [key: string]: Json }) => string>>

export const forgotten = 'What this entry said was forgotten.'
/** To whoever may not read it, or to whom it was forgotten. */
export const kept = 'Something private.'

/** To whoever sees nothing, or only busy times, in the area it belongs to. */
export const elsewhere = 'Something in an area that is not yours to see.'

export const journalWords: EntryWords = {
  'journal.undo': ({ words }) => `Undid: ${words}`,
  'journal.erase': ({ numbers }) => `Forgot what ${entries(Array.isArray(numbers) ? numbers : [])} said`,
}

const entries = (numbers: readonly Json[]) =>
  numbers.length < 2 ? `entry ${numbers[0]}` : `entries ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`

const doors: Record<string, string> = {
  web: 'in the browser',
  api: 'through the API',
  'command line': 'on the command line',
  feed: 'through a secret address',
  routine: 'by itself',
  guest: 'on the page for outsiders',
}
export const doorWords = (door: string): string => doors[door] ?? door

const faults = {
  entry: 'was altered',
  order: 'does not follow the one before it',
  content: 'does not say what it said when it was written',
  gone: 'says nothing any more, and nobody said that they forgot it',
  head: 'is the last one here, but the desk has written more',
} as const

/** `expected`: whether a hash was given that the chain must have come by. */
export function proofWords(proof: Proof, expected: boolean): string {
  if (!proof.whole) return `The record is broken: entry ${proof.number} ${faults[proof.fault]}.`
  const whole = proof.entries === 1 ? 'One entry, not altered' : `${proof.entries} entries, none altered`
  if (!expected) return `${whole}.`
  if (proof.met === null)
    return `The record is whole in itself, ${proof.entries} entries, but none has the hash you kept: entries were taken off its end, or it was written anew.`
  const since = proof.entries - proof.met
  return since === 0
    ? `${whole}; it ends with the hash you kept.`
    : `${whole}; the hash you kept is that of entry ${proof.met}, and ${since} came after it.`
}

/** A hash as it is read off paper and typed: `53a7 51b3 …`. */
export const groupsOfFour = (hash: string): string => hash.match(/.{1,4}/g)?.join(' ') ?? ''

/** A hash as somebody typed it, gaps and capitals too; undefined for what is none. */
export function hashFrom(text: string): string | undefined {
  const hash = text.replace(/\s+/g, '').toLowerCase()
  return /^[0-9a-f]{64}$/.test(hash) ? hash : undefined
}

type Leaves = ReadonlyMap<string, Json>

/** The plain values inside, each by its path; a list of plain values is one. */
function leaves(value: Json, path = ''): Leaves {
  const isPlain = (one: Json) => one === null || typeof one !== 'object'
  if (isPlain(value) || (Array.isArray(value) && value.every(isPlain))) return new Map([[path, value]])
  return new Map(
    Object.entries(value as { [key: string]: Json }).flatMap(([key, one]) => [
      ...leaves(one, path === '' ? key : `${path} ${key}`),
    ]),
  )
}

/** Parts that are called otherwise than their path. */
const called: Readonly<Record<string, string>> = {
  'when start': 'starts',
  'when end': 'ends',
  'when zone': 'zone',
  'when end zone': 'zone at its end',
  'when all day': 'all day',
}
/** `homeZone` as “home zone”. */
const spaced = (path: string): string => {
  const words = path.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  return called[words] ?? words
}

/** What has a beginning is said from there. */
const inOrder = (paths: readonly string[]): readonly string[] => {
  const [start, end] = [paths.indexOf('when start'), paths.indexOf('when end')]
  return start < 0 || end < 0 || start < end ? paths : paths.with(end, 'when start').with(start, 'when end')
}

const none = (value: Json | undefined): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

function valueWords(value: Json | undefined): string | null {
  if (none(value)) return null
  if (Array.isArray(value)) return value.map((one) => valueWords(one) ?? 'none').join(', ')
  return value === true ? 'yes' : value === false ? 'no' : (timeWords(String(value)) ?? String(value))
}

const dayWords = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})
const timeShape = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z)?)?$/

/** “Mon 30 Nov 2026, 15:10” for a date or a time as it is kept; null for anything else. A zone stands beside it, or it is UTC. */
function timeWords(text: string): string | null {
  const [, date = '', clock, utc] = timeShape.exec(text) ?? []
  const day = dayFromText(date)
  if (day === null) return null
  const words = dayWords.format(day * dayMs).replace(',', '')
  return clock === undefined ? words : `${words}, ${clock}${utc === undefined ? '' : ' UTC'}`
}

const mostSaid = 500
const cut = (text: string | null) => (text !== null && text.length > mostSaid ? `${text.slice(0, mostSaid)}…` : text)

/** What is otherwise after a change than before it, in the order it was first said; what stayed the same is left out. */
export function differences(
  before: Json,
  after: Json,
): { what: string; before: string | null; after: string | null }[] {
  if (before === null && after === null) return []
  const [was, is] = [leaves(before), leaves(after)]
  return inOrder([...new Set([...was.keys(), ...is.keys()])])
    .filter((path) => path !== '')
    .map((path) => ({
      what: spaced(path),
      before: cut(valueWords(was.get(path))),
      after: cut(valueWords(is.get(path))),
    }))
    .filter((one) => one.before !== one.after)
}
