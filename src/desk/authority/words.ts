import type { Json } from '../act.ts'
import type { EntryWords } from '../journal/words.ts'

const names: Readonly<Record<string, string>> = {
  executive: 'the executive',
  zone: 'the zone',
  home: 'the home place',
  country: 'the country whose holidays are kept',
}
const said = (value: Json | undefined) => value ?? 'not set'

/** Why a change is not made that was thought of when the desk was otherwise. */
export const movedOn = (name: string, now: Json) => `Meanwhile ${names[name]} is ${said(now)}.`

const as: Readonly<Record<string, string>> = {
  executive: 'the executive',
  assistant: 'an assistant',
  cover: 'cover',
  observer: 'an observer',
}

const list = (value: Json | undefined): string => (Array.isArray(value) ? value.join(', ') : String(value ?? ''))

/** Secret addresses that were closed with it, by whom they were for. */
const addresses = (closed: Json | undefined): string =>
  closed === undefined ? '' : `; closed what they knew of busy times: ${list(closed)}`

export const authorityWords: EntryWords = {
  'board.change': ({ name, changes }) => `Changed what ${name} may do: ${list(changes)}`,
  'agent.add': ({ name }) => `Let the agent ${name} work here`,
  'agent.token': ({ name }) => `Gave the agent ${name} another token`,
  'agent.freeze': ({ names }) => `Stopped ${list(names)}`,
  'agent.thaw': ({ names }) => `Let ${list(names)} go on`,
  'agent.remove': ({ name }) => `Sent the agent ${name} away`,
  'proposal.make': ({ words }) => `Asked for a yes: ${words}`,
  'proposal.yes': ({ words, by }) => `Said yes to ${by}: ${words}`,
  'proposal.no': ({ words, by }) => `Said no to ${by}: ${words}`,
  'proposal.withdraw': ({ words }) => `Took back what was asked: ${words}`,
  'proposal.explain': ({ words }) => `Said why: ${words}`,
  'proposal.expire': ({ words, by }) => `Nobody answered ${by} in time: ${words}`,
  'told.seen': ({ count }) => `Saw what was done (${count})`,
  'told.unseen': ({ count }) => `Kept telling of what was done (${count})`,
  'desk.found': ({ executive }) => `Opened the desk of ${executive}`,
  'desk.join': ({ name, kind }) => `${name} sat down at the desk as ${as[String(kind)]}`,
  'member.invite': ({ name, kind }) => `Invited ${name} as ${as[String(kind)]}`,
  'member.link': ({ name }) => `Made another link for ${name}`,
  'member.remove': ({ name, closed }) => `Took ${name} from the desk${addresses(closed)}`,
  'member.leave': ({ name, closed }) => `${name} left the desk${addresses(closed)}`,
  'member.keys': ({ on }) => `Turned single-letter keys ${on === true ? 'on' : 'off'} for themselves`,
  'desk.change': (values) => {
    const changes = Object.keys(names).filter((name) => Object.hasOwn(values, name))
    if (changes.length === 0) return 'Kept the desk as it is'
    return `Changed the desk: ${changes.map((name) => `${names[name]} is now ${said(values[name])}`).join(', ')}`
  },
}
