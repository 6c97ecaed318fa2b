import type { Board, Level, Send } from '../../../authority/board/model.ts'
import type { RuleDraft } from '../../../rules/model.ts'
import type { Field, Values } from '../model.ts'

/** What an answer becomes with a yes. */
export type Makes =
  | { readonly as: 'rule'; readonly draft: Pick<RuleDraft, 'kind' | 'params' | 'scope' | 'weight' | 'source'> }
  | { readonly as: 'level'; readonly member: string; readonly set: Parts }
  | { readonly as: 'line'; readonly words: string }

export type Parts = {
  readonly areas?: { readonly [area in keyof Board['areas']]?: Level }
  readonly send?: Send
  readonly spend?: Board['spend']
  readonly move?: string[]
}

/** One of the questions of the first weeks. */
export type Question = {
  readonly key: string
  readonly group: string
  readonly asks: string
  readonly why: string
  readonly fields: readonly Field[]
  /** What the form begins with. */
  readonly start: Values
  /** `private`: whatever is answered is for whoever sees private things. */
  readonly label: 'desk' | 'private'
  /** What it would have flagged, counted: "morning". */
  readonly counts: string
  readonly makes: (values: Read) => Makes
}

/** Values that have been read by the fields of their question. */
export type Read = {
  readonly text: (name: string) => string
  readonly number: (name: string) => number
  readonly list: (name: string) => string[]
  readonly money: (name: string) => NonNullable<Board['spend']>
}

export const fieldOf = (name: string, label: string, control: Field['control'], more: Partial<Field> = {}): Field => ({
  name,
  label,
  control,
  must: true,
  unit: '',
  least: 1,
  most: control === 'minutes' ? 1440 : 1000,
  options: [],
  aside: false,
  ...more,
})
const option = (value: string, words: string) => ({ value, words })
const choice = (name: string, label: string, options: readonly (readonly [value: string, words: string])[]) =>
  fieldOf(name, label, 'choice', { options: options.map(([value, words]) => option(value, words)) })
export const days = fieldOf('days', 'On', 'days')
export const words = (label: string, must = true) => fieldOf('words', label, 'words', { must })
export const assistant = fieldOf('member', 'Whose board', 'assistant')

export const workdays = ['MO', 'TU', 'WE', 'TH', 'FR']
export const firm = choice('firm', 'How firm is it', [
  ['never', 'Never: it cannot be booked against'],
  ['avoid', 'Avoid: it costs'],
  ['prefer', 'Prefer not: it costs a little'],
])
const narrows = { must: false, aside: true }
export const onlyKinds = fieldOf('onlyKinds', 'Only for these kinds', 'kinds', narrows)
export const onlyPeople = fieldOf('onlyPeople', 'Only with', 'people', narrows)
const since = fieldOf('since', 'Only from', 'date', narrows)
const until = fieldOf('until', 'Only until', 'date', narrows)
/** How firm a rule is, and for how long. */
export const forATime = [firm, since, until]
/** The same, and of which meetings it speaks. */
export const ruled = [firm, onlyKinds, onlyPeople, since, until]

const all = new Intl.ListFormat('en-GB')
/** "Mon, Tue and Wed" */
export const listed = (names: readonly string[]): string => all.format(names)

type Ruled = Extract<Makes, { as: 'rule' }>['draft']
export const rule = (
  read: Read,
  kind: string,
  params: Ruled['params'],
  scope: Ruled['scope'] = {},
  source: Ruled['source'] = 'preference',
): Makes => ({
  as: 'rule',
  draft: { kind, params, scope, weight: read.text('firm') as Ruled['weight'], source },
})
export const line = (said: string): Makes => ({ as: 'line', words: said })
/** A choice as its option says it. */
export const chosen = (field: Field, read: Read): string =>
  field.options.find(({ value }) => value === read.text(field.name))?.words ?? ''
export const lower = (said: string): string => said.charAt(0).toLowerCase() + said.slice(1)
/** "Briefed in a page, read in the morning: no slides" */
export const told = (said: string, more: string): string => (more === '' ? said : `${said}: ${more}`)

export const form = choice('form', 'In what form', [
  ['page', 'On one page'],
  ['lines', 'In three lines'],
  ['talk', 'Told, not written'],
  ['full', 'The whole file, with a summary on top'],
])
export const when = choice('when', 'When', [
  ['morning', 'in the morning, before the first meeting'],
  ['eve', 'the evening before'],
  ['weekly', 'once a week, all together'],
  ['asked', 'whenever there is something'],
])
export const reach = choice('reach', 'How you are reached then', [
  ['call', 'Call, whatever is on'],
  ['message', 'Write, and call after ten minutes'],
  ['enter', 'Come in, or have somebody come in'],
])
export const soon = choice('soon', 'How soon', [
  ['once', 'At once, before it is understood'],
  ['known', 'As soon as there is a way out to go with it'],
  ['end', 'At the end of the same day'],
])
export const how = choice('how', 'How', [
  ['voice', 'by voice'],
  ['written', 'in writing'],
  ['person', 'face to face'],
])
export const objecting = choice('objecting', 'How you want to hear it', [
  ['once', 'Said once, plainly, with another way; then it is yours to decide'],
  ['twice', 'Said, and said again if it still looks wrong'],
  ['private', 'Never before others: afterwards, alone'],
  ['written', 'In writing, so that it can be slept on'],
])
export const reminded = choice('reminded', 'When you are reminded', [
  ['days', 'Two days before it is due'],
  ['day', 'The day before'],
  ['morning', 'On the morning of the day'],
  ['meeting', 'At the one-to-one, all of them'],
])
export const level = choice('level', 'Changes to the calendar', [
  ['propose', 'are asked for, and wait for a yes'],
  ['tell', 'are made, and told in the next brief'],
  ['act', 'are made'],
])
export const send = choice('send', 'Letters and offers', [
  ['drafts', 'are drafts until somebody sends them'],
  ['known', 'go to people the desk knows; to others only with a yes'],
  ['anyone', 'go to anyone'],
])
export const every = choice('every', 'They come', [
  ['year', 'every year'],
  ['once', 'that once'],
])
