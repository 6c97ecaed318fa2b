import { monthNames, shortWeekday, weekdayNames } from '../../plan/names.ts'
import { type Weekday, weekdays } from '../../plan/time.ts'
import type { Json } from '../act.ts'
import type { EntryWords } from '../journal/words.ts'
import type { Assists, Contact, ContactKind, Digest, Noted, Person, Ways } from './model.ts'

type Values = { readonly [key: string]: Json }
const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '')
const some = (value: Json | undefined): string => (text(value) === '' ? '' : ` ${text(value)}`)

/** Sentences of people for the journal. */
export const peopleWords: EntryWords = {
  'person.add': (v: Values) => `Wrote down ${text(v.name)}`,
  'person.edit': (v) => `Changed what is known of ${text(v.name)}`,
  'person.remove': (v) => `Took ${text(v.name)} from the people the desk knows`,
  'person.assist': (v) => `${text(v.assistant)} assists ${text(v.name)}${some(v.when)}`,
  'person.unassist': (v) => `${text(v.assistant)} does not assist ${text(v.name)} any more`,
  'person.dismiss': (v) => `${text(v.assistant)} does not assist ${text(v.name)}: the suggestion is gone`,
  'contact.note': (v) => `Noted about ${text(v.name)}: “${text(v.words)}”`,
  'contact.edit': (v) => `Changed a line about ${text(v.name)}: “${text(v.words)}”`,
  'contact.remove': (v) => `Took back a line about ${text(v.name)}`,
}

/** "Mon to Fri", "Mon, Tue and Thu"; '' for no day or every day. */
export function daysWords(on: readonly Weekday[]): string {
  const days = weekdays.filter((day) => on.includes(day))
  if (days.length === 0 || days.length === 7) return ''
  const first = weekdays.indexOf(days[0] as Weekday)
  const isRow = days.length > 2 && days.every((day, n) => weekdays.indexOf(day) === first + n)
  const names = days.map(shortWeekday)
  if (isRow) return `${names[0]} to ${names.at(-1)}`
  return names.length === 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** "on Mon and Tue", "for board papers", "on Wed, for travel"; '' for everything. */
export const whenWords = ({ days, area }: Pick<Assists, 'days' | 'area'>): string =>
  [daysWords(days) === '' ? '' : `on ${daysWords(days)}`, area === '' ? '' : `for ${area}`]
    .filter((part) => part !== '')
    .join(', ')

export const channelWords = {
  '': '',
  mail: 'by mail',
  phone: 'by phone',
  chat: 'by chat',
  page: 'on the page of an offer',
} as const satisfies Record<Ways['channel'], string>

export const paceWords = {
  '': '',
  hour: 'within the hour',
  day: 'the same day',
  'next-day': 'the next working day',
  days: 'in some days',
} as const satisfies Record<Ways['pace'], string>

/** How somebody works, one line each; none where nothing is known. */
export function worksLines({ days, from, until, channel, pace, phone, helps }: Ways, zone: string | null): string[] {
  const hours = from === null || until === null ? '' : `${from}–${until}${zone === null ? '' : ` (${zone})`}`
  const at = [daysWords(days), hours].filter((part) => part !== '').join(' ')
  const answers = [channelWords[channel], paceWords[pace]].filter((part) => part !== '').join(', ')
  return [
    ...(at === '' ? [] : [at]),
    ...(answers === '' ? [] : [`Answers ${answers}`]),
    ...(phone === '' ? [] : [phone]),
    ...(helps === '' ? [] : [helps]),
  ]
}

/** "Tue 24 Nov", with its year where that is not this one. */
export function dayWords(on: string, today: Temporal.PlainDate): string {
  const day = Temporal.PlainDate.from(on)
  const said = `${shortWeekday(weekdays[day.dayOfWeek - 1] as Weekday)} ${day.day} ${(monthNames[day.month - 1] as string).slice(0, 3)}`
  return day.year === today.year ? said : `${said} ${day.year}`
}

export const kindWords: Record<ContactKind, string> = {
  note: 'a note',
  tip: 'a tip',
  'they-helped': 'a favour to us',
  'we-helped': 'a favour of ours',
  thanks: 'thanks',
}

/** "Tue 24 Nov, a tip" */
export const contactWhen = ({ on, kind }: Pick<Contact, 'on' | 'kind'>, today: Temporal.PlainDate): string =>
  `${dayWords(on, today)}, ${kindWords[kind]}`

const numbers = ['once', 'twice', 'three times', 'four times', 'five times', 'six times'] as const
const often = (n: number): string => numbers[n - 1] ?? 'many times'

/** Favours both ways, never as a score: "helped us twice, last on Tue 3 Nov; we helped once, on Fri 30 Oct"; '' where none was noted. */
export function favourWords({ of }: Digest, today: Temporal.PlainDate): string {
  const times = (verb: string, noted: Noted | undefined) =>
    noted ? [`${verb} ${often(noted.n)}, ${noted.n === 1 ? 'on' : 'last on'} ${dayWords(noted.last, today)}`] : []
  return [
    ...times('helped us', of['they-helped']),
    ...times('we helped', of['we-helped']),
    ...(of.thanks ? [`thanked on ${dayWords(of.thanks.last, today)}`] : []),
  ].join('; ')
}

/** What stands against what is said of people, each a sentence. */
export const noWords = {
  oneself: (who: string) => `${who} cannot be their own assistant`,
  circle: (names: readonly string[]) => `That would go in a circle: ${names.join(' is assisted by ')}`,
  both: (who: string, other: string, when: string) =>
    `${other} assists ${who}${when === '' ? '' : ` ${when}`} already: say on which days, or for what, each of them does`,
  taken: (at: string, who: string) => `${at} belongs to ${who} already: one address, one person`,
  twice: (at: string, names: readonly string[]) =>
    `${at} belongs to ${names.join(' and ')}: take it from one of them, or say which is meant`,
  namesakes: (who: string, n: number) =>
    `${n === 2 ? 'Two people' : `${n} people`} here are called ${who}: their address says which`,
  gone: 'The desk knows nobody like that.',
} as const

const first = (who: string): string => who.split(' ')[0] ?? who

/** "Goes to Lucas Favre, who assists Camille Aubry on Mon and Tue" */
export const throughWords = (assistant: Pick<Person, 'name'>, of: Pick<Person, 'name'>, when: string): string =>
  `Goes to ${assistant.name}, who assists ${of.name}${when === '' ? '' : ` ${when}`}`

/** What a letter that introduces the desk is made of: only what is known. */
export type Introducing = {
  readonly to: string
  /** Whom they assist. */
  readonly assisted: string
  readonly by: string
  readonly executive: string
  readonly zone: string
  /** "Thu 26 Nov 2026, 15:00 (Europe/London), “Renewal”": what is ahead with whom they assist. */
  readonly ahead: readonly string[]
}

/** Introduces whoever writes to a new assistant, from facts alone. */
export const introductionLetter = ({ to, assisted, by, executive, zone, ahead }: Introducing): string => {
  const meet = ahead.length === 0 ? '' : `\nAhead of us:\n\n${ahead.map((line) => `- ${line}`).join('\n')}\n`
  const self = by === executive ? `I am ${by}` : `I am ${by} and assist ${executive}`
  return `Dear ${to},\n\n${self}. I understand that you assist ${assisted}; may I introduce myself, so that we can arrange their meetings between us?\n${meet}\nOur clocks are those of ${zone}. What works best for you: mail or phone, which hours, and how soon do you like an answer? Should I write to ${first(assisted)} rather than to you, please tell me.\n\nWith kind regards,\n${by}${by === executive ? '' : `\nfor ${executive}`}\n`
}

/** "Thursday 26 November 2026, 15:00 (Europe/London)" */
export function momentWords(at: Temporal.Instant, zone: string): string {
  const time = at.toZonedDateTimeISO(zone)
  const day = `${weekdayNames[time.dayOfWeek - 1]} ${time.day} ${monthNames[time.month - 1]} ${time.year}`
  return `${day}, ${time.toPlainTime().toString({ smallestUnit: 'minute' })} (${zone})`
}
