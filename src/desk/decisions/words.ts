import { asInstant } from '../../plan/time.ts'
import type { Json } from '../act.ts'
import { momentWords } from '../holds/texts/words.ts'
import type { EntryWords } from '../journal/words.ts'
import type { Decision, Outcome } from './brief/model.ts'

type Values = { readonly [key: string]: Json }
const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '')
const about = ({ question }: Values): string => `“${text(question)}”`
const because = (reason: Json | undefined): string => (text(reason) === '' ? '' : `: ${text(reason)}`)
const deed = (v: Values): string => (text(v.deed) === '' ? '' : `; ${text(v.deed)}`)
const said = (v: Values): string => (text(v.saidBy) === '' ? '' : ` (said by ${text(v.saidBy)})`)

/** Sentences of decisions for the journal. */
export const decisionWords: EntryWords = {
  'decision.ask': (v) => `Asked ${text(v.decider)} ${about(v)}, by ${text(v.due)}`,
  'decision.edit': (v) => `Changed what is asked: ${about(v)}`,
  'decision.answer': (v) => `Chose ${text(v.chosen)} for ${about(v)}${said(v)}${deed(v)}`,
  'decision.more': (v) => `Asked back about ${about(v)}${because(v.words)}`,
  'decision.tell': (v) => `Said more about ${about(v)}${because(v.words)}`,
  'decision.leave': (v) => `Left ${about(v)} to ${text(v.to)}`,
  'decision.hand': (v) => `Handed ${about(v)} to ${text(v.to)}`,
  'decision.withdraw': (v) => `Took ${about(v)} back${because(v.reason)}`,
  'decision.lapse': (v) =>
    text(v.trouble) === ''
      ? `Nobody answered ${about(v)} in time: ${text(v.chosen)}${deed(v)}`
      : `Nobody answered ${about(v)} in time, and what was announced could not be done: ${text(v.trouble)}`,
  'decision.reopen': (v) => `Took back what was chosen for ${about(v)}`,
  'decision.review': (v) => `Looked at ${about(v)} again: ${text(v.verdict)}${because(v.words)}`,
}

const dueWords = ({ dueAt, brief }: Pick<Decision, 'dueAt' | 'brief'>): string =>
  momentWords(asInstant(dueAt.epochMilliseconds), brief.zone)

/** "Storchen"; none of the options is “none of them”. */
export const chosenWords = ({ brief }: Pick<Decision, 'brief'>, option: number | null): string =>
  option === null ? 'none of them' : (brief.options[option - 1]?.words ?? 'none of them')

/** What happens if nobody answers, said by whoever asks. */
export function silenceWords(decision: Pick<Decision, 'dueAt' | 'brief' | 'armed' | 'state'>): string {
  const { onSilence, options } = decision.brief
  if (decision.state === 'open' && !decision.armed) return 'Its time has passed: nothing happens by itself any more.'
  const by = dueWords(decision)
  const option = onSilence === null ? undefined : options[onSilence - 1]
  if (!option) return `If I hear nothing by ${by}, nothing happens: it is not done.`
  return `If I hear nothing by ${by}, I go with ${onSilence}, ${option.words}.`
}

/** Where a decision stands. `by` is who settled it, by name. */
export function stateWords(decision: Decision, by: string): string {
  const { outcome, state } = decision
  if (state === 'withdrawn') return 'The question was taken back'
  if (outcome === null) return `Waits for an answer until ${dueWords(decision)}`
  if (outcome.trouble !== null && outcome.option === null)
    return `Nobody answered, and what was announced could not be done: ${outcome.trouble}`
  if (outcome.byDefault)
    return outcome.option === null
      ? 'Nobody answered in time; nothing was done'
      : `Nobody answered in time: ${chosenWords(decision, outcome.option)}`
  return `${outcome.saidBy ?? by} chose ${chosenWords(decision, outcome.option)}${whenWords(decision, outcome)}`
}

const whenWords = ({ brief }: Decision, { at }: Outcome): string =>
  `, ${momentWords(asInstant(Temporal.Instant.from(at).epochMilliseconds), brief.zone)}`

/** "You went with what was recommended 6 times out of 7" */
export const followedWords = ({ n, of }: { n: number; of: number }, name: string | null): string | null =>
  of < 3 ? null : `${name ?? 'You'} went with what was recommended ${n === 1 ? 'once' : `${n} times`} out of ${of}.`

export const deadlineWords = dueWords
