import type { Area } from '../../operation.ts'
import type { Because, Board, BoardNo, Level, MemberKind, Money, Private, Send } from './model.ts'

export const areaWords: Readonly<Record<Area, string>> = {
  calendar: 'calendar',
  mail: 'mail',
  travel: 'travel',
  people: 'people',
  money: 'money',
  partnership: 'partnership',
  desk: 'desk',
}

export const levelWords: Readonly<Record<Level, string>> = {
  none: 'nothing',
  busy: 'see busy',
  see: 'see',
  propose: 'propose',
  tell: 'act and tell',
  act: 'act',
}

export const sendWords: Readonly<Record<Send, string>> = {
  never: 'never',
  drafts: 'drafts only',
  known: 'to known people',
  anyone: 'to anyone',
}

export const privateSight: Readonly<Record<Private, string>> = {
  none: 'sees none',
  named: 'sees those that name them',
  all: 'sees all',
}

export const kindWords: Readonly<Record<MemberKind, string>> = {
  executive: 'executive',
  assistant: 'assistant',
  cover: 'cover',
  agent: 'agent',
  observer: 'observer',
  desk: 'the desk',
}

/** Minor units as people write them; the currency says how many decimals it has. */
export function moneyWords({ amount, currency }: Money): string {
  const digits =
    new Intl.NumberFormat('en-GB', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  return `${currency} ${(amount / 10 ** digits).toFixed(digits)}`
}

const list = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/** Why somebody must ask, or may not, as a sentence about them. */
export function becauseWords(name: string, because: Because): string {
  switch (because.code) {
    case 'frozen':
      return `${name} was stopped; somebody has to let them go on first.`
    case 'routine':
      return 'The desk spends nothing by itself.'
    case 'hidden':
      return `This is private, and ${name} is not among those who may see it.`
    case 'label':
      return `Who sees what is private is not ${name}’s to say.`
    case 'own':
      return 'Only the executive says yes to this.'
    case 'unknown':
      return 'There is nothing like that here.'
    case 'level':
      return because.level === 'propose'
        ? `${name} proposes in ${areaWords[because.area]}; somebody else says yes.`
        : `${name} may ${because.level === 'none' ? 'do nothing' : `only ${levelWords[because.level]}`} in ${areaWords[because.area]}.`
    case 'send':
      return because.send === 'never'
        ? `${name} sends nothing out of this desk.`
        : because.send === 'drafts'
          ? `${name} writes drafts; somebody else sends them.`
          : `${name} sends to known people; this goes to somebody else.`
    case 'spend':
      return because.limit === null
        ? `${name} spends nothing without asking.`
        : `${name} spends up to ${moneyWords(because.limit)} without asking.`
    case 'move':
      return `${name} asks before moving what is ${list(because.kinds)}.`
  }
}

const partWords = (what: string): string =>
  ({ send: 'sending', spend: 'spending', move: 'what may not be moved', private: 'private things' })[what] ??
  `the ${what} area`

export function boardNoWords(no: BoardNo, name: string): string {
  switch (no.code) {
    case 'executive':
      return no.what === 'desk'
        ? 'The desk’s own routines have no board.'
        : 'The executive may do everything at their own desk.'
    case 'oneself':
      return `Nobody gives themselves more: ask somebody else about ${partWords(no.what)}.`
    case 'agent':
      return 'Agents, and whoever covers for some days, give nobody more than they have.'
    case 'executive-alone':
      return `Only the executive gives ${name} more in ${partWords(no.what)}.`
    case 'above-own':
      return `You cannot give ${name} more than you have yourself in ${partWords(no.what)}.`
  }
}

/** What is different on a board, part by part: “calendar: propose → act”. */
export function boardChanges(before: Board, after: Board): string[] {
  const changes: string[] = []
  const say = (part: string, was: string, is: string) => {
    if (was !== is) changes.push(`${part}: ${was} → ${is}`)
  }
  for (const area of Object.keys(areaWords) as Area[])
    say(areaWords[area], levelWords[before.areas[area]], levelWords[after.areas[area]])
  say('sends', sendWords[before.send], sendWords[after.send])
  const spend = (given: Money | null) => (given === null ? 'nothing' : `up to ${moneyWords(given)}`)
  say('spends', spend(before.spend), spend(after.spend))
  say('asks before moving', list(before.move) || 'nothing', list(after.move) || 'nothing')
  say('private items', privateSight[before.private], privateSight[after.private])
  return changes
}
