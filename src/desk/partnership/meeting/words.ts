import { asInstant } from '../../../plan/time.ts'
import type { Json } from '../../act.ts'
import { areaWords, levelWords, sendWords } from '../../authority/board/words.ts'
import { momentWords } from '../../holds/texts/words.ts'
import type { EntryWords } from '../../journal/words.ts'
import type { Area } from '../../operation.ts'
import { dayWords } from '../priorities/periods/model.ts'
import type { Counted, Limit, Suggested } from './evidence/model.ts'
import type { SectionKey } from './model.ts'

export const sectionTitles: Readonly<Record<SectionKey, string>> = {
  decisions: 'Decisions',
  ahead: 'The next two weeks',
  promises: 'Promises, both ways',
  owed: 'What the assistant waits for',
  handled: 'Handled without asking',
  accepted: 'Lived with, or booked anyway',
  rules: 'Rules to confirm',
  mistakes: 'Mistakes and remedies',
  feedback: 'Feedback',
  priorities: 'What comes first',
  authority: 'Authority, up or down',
}

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

/** Sentences of one-to-ones for the journal. */
export const oneToOneWords: EntryWords = {
  'oneToOne.begin': (v) => `Began a one-to-one with ${text(v.with)}`,
  'oneToOne.settle': (v) => `${text(v.said)}: ${text(v.words)}`,
  'oneToOne.reopen': (v) => `Put back on the agenda: ${text(v.words)}`,
  'oneToOne.end': (v) =>
    `Ended the one-to-one with ${text(v.with)}${typeof v.left === 'number' && v.left > 0 ? `; ${linesWords(v.left)} carried over` : ''}`,
  'oneToOne.resume': (v) => `Went on with the one-to-one with ${text(v.with)}`,
  'oneToOne.cancel': (v) => `Called off the one-to-one with ${text(v.with)}`,
}

const linesWords = (n: number): string => (n === 1 ? 'one line' : `${n} lines`)

/** In the place of words to whoever may not read them, or that nobody keeps. */
export const hiddenWords = 'Something private'

export const sinceWords = (since: string | null): string =>
  since === null ? 'Your first: what happened in the last two weeks' : `Since the last one, ${since}`

/** `Fri 27 Nov 2026, 16:00 (Europe/Zurich)` */
export const at = (instant: Temporal.Instant, zone: string): string =>
  momentWords(asInstant(instant.epochMilliseconds), zone)

type Told = {
  readonly executive: string
  readonly assistant: string
  readonly beganAt: Temporal.Instant
  readonly endedAt: Temporal.Instant | null
  readonly zone: string
  readonly agreed: readonly { readonly at: Temporal.Instant; readonly by: string; readonly words: string }[]
  readonly carried: readonly string[]
}

/** What was agreed, to print or to copy: every time with its weekday and its zone. */
export function recordText(told: Told): string {
  const { executive, assistant, beganAt, endedAt, zone, agreed, carried } = told
  const clock = (one: Temporal.Instant) =>
    one.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' })
  const until = endedAt === null ? 'still going on' : `ended ${at(endedAt, zone)}`
  return [
    `One-to-one: ${executive} and ${assistant}`,
    `Began ${at(beganAt, zone)}, ${until}`,
    '',
    'Agreed',
    ...(agreed.length === 0
      ? ['- Nothing was changed.']
      : agreed.map((one) => `- ${clock(one.at)} ${one.by}: ${one.words}`)),
    ...(carried.length === 0 ? [] : ['', 'Left for the next', ...carried.map((words) => `- ${words}`)]),
    '',
  ].join('\n')
}

export const firstName = (name: string): string => name.split(' ')[0] ?? name

/** When what stands in the way begins, and whether somebody was asked. */
export const findingDetail = (start: Temporal.ZonedDateTime, zone: string, state: string | null): string =>
  [at(start.toInstant(), start.timeZoneId === 'UTC' ? zone : start.timeZoneId), state ?? '']
    .filter((part) => part !== '')
    .join(' · ')

/** `isChosen`: somebody decided to live with it; else it was booked against the rule. */
export const acceptedWords = (title: string, reason: string, isChosen: boolean): string =>
  `${isChosen ? 'Lived with' : 'Booked anyway'}: ${title}${reason === '' ? '' : ` (“${reason}”)`}`

const sources: Readonly<Record<string, string>> = {
  physics: 'how the world is',
  boundary: 'a boundary',
  preference: 'a preference',
  mistake: 'learnt from a mistake',
}
export const sourceWords = (source: string): string => sources[source] ?? source
export const heldWords = (on: boolean): string => (on ? '' : 'switched off')

export const mistakeDetail = (putRight: string, steps: readonly string[], learnt: string): string =>
  [
    putRight === '' ? 'Not put right yet' : `Put right: ${putRight}`,
    steps.length === 0 ? 'no step is made yet' : `so that it does not come back: ${steps.join('; ')}`,
    learnt === '' ? '' : `learnt: ${learnt}`,
  ]
    .filter((part) => part !== '')
    .join(' · ')

const times = (n: number): string => (n === 1 ? 'once' : `${n} times`)

/** "Quill proposes in calendar: let it act and tell?" */
export const authorityWords = (name: string, { area, way, from, to }: Suggested): string =>
  way === 'up'
    ? `${name} may only ${levelWords[from]} in ${areaWords[area]}: enough to let them ${levelWords[to]}?`
    : `${name} may ${levelWords[from]} in ${areaWords[area]}: rather ${levelWords[to]}?`

const sinceDay = (since: Temporal.Instant, zone: string): string => `since ${at(since, zone).split(',')[0]}`
/** "Add “Introduction 1”; add “Introduction 2”." */
export const examplesWords = (examples: readonly string[]): string =>
  examples.length === 0 ? '' : `${examples.join('; ')}.`

/** What it was counted from, with its first day. */
export function evidenceWords(name: string, area: Area, found: Counted, zone: string): string {
  const { yes, no, undone, done, since } = found
  const said = yes + no === 0 ? '' : `${yes} of ${yes + no} proposals of ${name} in ${areaWords[area]} were said yes to`
  const back =
    undone === 0 ? '' : `what ${name} did in ${areaWords[area]} was taken back by somebody else ${times(undone)}`
  const alone =
    done === 0 || undone > 0 ? '' : `${name} did ${done} things alone in ${areaWords[area]}, and nobody took one back`
  const all = [said, alone, back].filter((part) => part !== '').join('; ')
  return `${all.slice(0, 1).toUpperCase()}${all.slice(1)} ${sinceDay(since, zone)}.`
}

/** "Quill has to ask before moving board meetings: no longer?" */
export const limitWords = (name: string, limit: Limit): string =>
  limit.what === 'move'
    ? `${name} has to ask before moving or cancelling what is “${limit.kind}”: no longer?`
    : `${name} may send ${sendWords[limit.from]}: rather ${sendWords[limit.to]}?`

/** "3 of 3 times Quill asked for this, it was a yes, since Wed 25 Nov 2026." */
export const askedWords = (
  name: string,
  limit: Limit,
  { yes, no, since }: Pick<Counted, 'yes' | 'no' | 'since'>,
  zone: string,
): string =>
  `${yes} of ${yes + no} times ${name} asked ${limit.what === 'move' ? 'to move one' : 'to send something'}, it was a yes, ${sinceDay(since, zone)}.`

export const givenWords = (limit: Limit): string =>
  limit.what === 'move' ? `No need to ask about “${limit.kind}”` : `Let them send ${sendWords[limit.to]}`

export const raiseWords = ({ way, to }: Suggested): string => `${way === 'up' ? 'Raise' : 'Lower'} to ${levelWords[to]}`

export const theirsToRaise = (executive: string): string => `It is ${firstName(executive)}’s to raise.`

export const moreWords = (more: number): string => (more === 0 ? '' : `and ${more} more`)
export const feedbackWords = (about: string): string => `Feedback on ${about}: a few words each way?`

export const takeOverWords = (count: number): string =>
  `Take over ${count === 1 ? 'the one' : `the ${count}`} from before`

const daysWords = (n: number): string => (n === 1 ? 'a day' : `${n} days`)

/** Why a one-to-one is due: "The last was Fri 20 Nov, 9 days ago." */
export const dueWords = (last: Temporal.PlainDate | null, today: Temporal.PlainDate): string => {
  if (last === null) return 'You have had none yet: its agenda is written from the record.'
  return `The last was ${dayWords(last)}, ${daysWords(last.until(today, { largestUnit: 'days' }).days)} ago.`
}
export const runningWords = (minutes: number): string =>
  minutes < 1 ? 'It has just begun.' : `It goes on since ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`
