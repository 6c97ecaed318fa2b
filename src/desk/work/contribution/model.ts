import type { KeptWork } from '../tasks/model.ts'
import { dueWords } from '../tasks/when.ts'

/** A line about work for a note or a sheet of paper. */
export type WorkLine = { readonly words: string; readonly detail: string; readonly item: string }

const isLate = ({ dueAt }: KeptWork, now: number): boolean => dueAt !== null && dueAt <= now

const whoDoes = ({ terms: { owner, who } }: KeptWork): string =>
  owner === 'theirs' ? `${who} does it` : who === '' ? '' : who

const lineOf = (work: KeptWork, now: number): WorkLine => ({
  words: `${work.terms.title}: ${isLate(work, now) ? 'was due' : 'due'} ${dueWords(work.terms)}`,
  detail: [whoDoes(work), work.terms.askedBy === '' ? '' : `asked by ${work.terms.askedBy}`]
    .filter((part) => part !== '')
    .join(' · '),
  item: work.id,
})

/** What is to be done on a day, and what is late where that day is today; in the order of their times. */
export const onDay = (works: readonly KeptWork[], on: string, today: string, now: number): WorkLine[] =>
  works
    .filter((work) => work.terms.dueOn === on || (on === today && isLate(work, now)))
    .map((work) => lineOf(work, now))

/** What falls due before an instant, or is late already, and is for the desk to do. */
export const dueBy = (works: readonly KeptWork[], until: number, now: number): WorkLine[] =>
  works
    .filter(({ dueAt, terms }) => terms.owner !== 'theirs' && dueAt !== null && dueAt <= until)
    .map((work) => lineOf(work, now))

/** What others do and the desk can only ask about, whenever it is due. */
export const inFlight = (works: readonly KeptWork[]): WorkLine[] =>
  works
    .filter(({ terms }) => terms.owner === 'theirs')
    .map(({ id, terms }) => ({
      words: `${terms.who}: ${terms.title}`,
      detail: terms.dueOn === null ? 'no date was given' : `due ${dueWords(terms)}`,
      item: id,
    }))
