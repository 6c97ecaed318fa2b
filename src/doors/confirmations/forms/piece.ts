import type { Proposal, Reading } from '../../../desk/travel/reading/model.ts'
import { limits } from '../limits.ts'

export type Form = Reading['form']

/** One part of a source that says something by itself: a mail's body, a file with it. */
export type Piece = {
  readonly form: Form
  /** What a person sees of it. */
  readonly text: string
  /** The same once more, as a mail has it beside its page: read only where `text` says nothing. */
  readonly instead: string | null
  /** The same with what is struck out on it: read only where nothing else is booked. */
  readonly struck: string | null
  /** What data says that nobody sees; its origins are all by data. */
  readonly data: readonly Proposal[]
  /** Whether it is another event of the calendar the piece before it is of: the two are never one segment. */
  readonly beside: boolean
  /** Said where it is, or repeats, what the desk itself gave out, which is not read. */
  readonly own: string | null
  readonly subject: string | null
  readonly from: string | null
  readonly sentAt: string | null
  readonly remarks: readonly string[]
}

export const nothing: Piece = {
  form: 'text',
  text: '',
  instead: null,
  struck: null,
  data: [],
  beside: false,
  own: null,
  subject: null,
  from: null,
  sentAt: null,
  remarks: [],
}

/** Marks that take no room: they part words that a person reads as one. */
const unseen = /\u034f|[\u00ad\u180e\u200b-\u200f\u2060-\u2064\u202a-\u202e\u2066-\u2069\ufeff]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: what a terminal or a browser would not show either
const control = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]/g

/** Text with one kind of line end and one kind of space, and nothing that no one sees. */
export function plain(text: string): string {
  return text
    .slice(0, limits.text)
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    .replace(unseen, '')
    .replace(control, '')
    .replace(/[^\S\n\t\f]/g, ' ')
    .split('\n')
    .map((line) => (line === '\f' ? line : line.trimEnd()))
    .join('\n')
    .replace(/\n{4,}/g, '\n\n\n')
    .toWellFormed()
}
